// The six endings. Which one comes is decided at the end of 4.6; the conditions stand in README.md.

=== cupboard_band ===
# scene: cupboard_band
# music: none
# ambience: cupboard_air
# skip: cupboard_end
It was dry by Easter. They’d thought that it would be. They’d painted it white because of the shoes, and turned all forty pairs round to face the room.
{
- sana > 2:
    # people: Mika, Sana, Rae
    {launderette.terms:I’d carried the amp on five Tuesdays. She had brought it up twice, and the second time she’d lost count.|I’d asked her on Easter Monday, as arranged. She had looked me over. “You’re a different age as well,” she said.} There’s room in there if she stands sideways. The lifeguard did the door. He held up his finger, for rather a long time, brought it down, and went to watch the corridor in case of drowning.
- else:
    # people: Mika, Rae
    Sana had her own band, over the launderette, and I’d heard it from the street; it’s good. She nods to me. I’d asked who there was. There was Two Seeded’s wife, who plays the spoons, having had a lot of time for it, and Anselm, whom I still call Doreen. There was Rae. She had brought six tins, hot, in a blanket.
}
{door > 3:Ludo was on the phone, standing in a size nine with the sound up. He’d only got the three strings. Every so often a tram went by behind him.}
{pauli > 2:Somebody had left a boat on the window sill. It was made out of a programme, an inside sheet. Nobody’d seen who. So.}
“Is it in six?” said Rae. She’d come to see about the socket. # speaker: Rae # mood: open
I said it always had been. # speaker: Mika # mood: open
-> cupboard_end

=== cupboard_end ===
# scene: cupboard_band
# ambience: cupboard_air
# music: kick, ghosts{sana > 2:, bass, sana_sings}, tins, hum{door > 3:, phone_guitar, tram_bell}{pauli > 2:, concertina}
We did the verse that everyone knows, and got to where everyone stops, and went on. The carter came by, and the miller’s wife. {sana > 2:Sana sang it. She never had before, she has a voice like somebody reading out a parking ticket, and it’s exactly right. She’d got her third note, and Rae had hers, and they stood and leaned on it from both sides.|Rae sang it, with her bag on her arm. She took the low note where it comes and had a look round for the other one.} After he says no there’s that gap. I’ve about eleven small ones that would go in there. I put in two, and listened to the rest of it.
Anselm was in the door with his hand up to his ear, and I saw him find the switch. He turned himself off. Then he came in, sat down on the size tens with his palms on the shelf, where you can feel it, and stayed. # sound: stool
On Fridays at six I’m at somebody’s table. It says on the paper whose.
“From the top,” said {sana > 2:Sana|Rae}. “No. From before that.” # ending: left_with_support
-> END

=== street_four ===
# scene: street_four
# music: none
# ambience: thaw_air
# people: Mika
# skip: street_end
At Pauli’s gate I stopped.
{
- beet_pad.shared:
    His coat was on it. He’d gone home along the fence in his shirt and left it there for me, done up to the neck, in case I came out that way and was cold. There was a boat in the pocket. I undid the top one, and did it up again, and let it hang. I went as far as the van with my collar up. I wasn’t cold.
- else:
    I took off his coat. I did up every button, so that it would keep its shape, and pulled it straight on the post, and in the pocket I put back the boat. It looked like somebody waiting to be asked in. Then I went as far as the van in my shirt. I wasn’t cold.
}
“All right?” said Teo. # speaker: Teo # mood: open
I was fine. He drove round the once.
-> street_end

=== street_end ===
# scene: street_four
# music: none
# ambience: thaw_air
Till April I only saw Fenn at school, {fenn > 2:and then he’d drum on the locker next to mine, in passing, all eleven|and he’d look to see if it was allowed, and go by}. Pauli lifted his hat to me across the road, and after that to the lamp-post. {launderette.terms:Sana had me on Tuesdays, to carry the amp, and brought things up.}{launderette.easter:Sana said Easter was Easter.}{launderette.one_thing:Sana nodded.} On the first Friday I was at Teo’s sink by six, on a chair, with a tin opener. It had my name on, on tape. That night I typed to the one with the mixer. I began with the weather. She’d got rain as well.
But there’s a good deal of week. On the Monday I came back from school by the lock, and sat on the beam, and played the first verse on my knee, the small ones, with the tips of my fingers. # music: ghosts
When I’d come to the end of it I left the second verse. I left all of it: the carter, the miller’s wife, the schoolmaster, the geese. I kept count, so that it’d have every bit of the room it wanted. A football went round. # music: none
Nobody asked me, since there was nobody there; but I’d have said no. It was twenty past four, and I had nowhere to be loud. # ending: left_quietly
-> END

=== two_keys ===
# scene: weighhouse_last
# music: none
# ambience: weighhouse_air
# people: Mika, Jorin, Pauli
# skip: two_keys_end
So there are two keys on the ring. One has a brass tag with a 7, and the other’s the chapel’s, and is the size of a trowel. Anselm gave it me against a signature.
Tuesdays I’m in the chapel. It’s in six there, with every small note I’ve got, {sana > 2:and Sana on the other side of a pillar until she’s decided|and the pews answer late}. Fridays I’m busy. Then Pauli will say there’s to be both kinds, or Hedda that I’ll have had nothing hot since Sunday, which is true, and I’m only there to eat it. I don’t play unless the new boy’s ill. He’s often ill. “You’ll know it, you’ll only be sitting there,” says Hedda, and I do know it. # music: kick, concertina, click
No one’s ever said a word about Tuesdays. Jorin asked me what the echo’s like, and listened to the answer. He’s not changed back the word. He’s never once asked me to say it, either; I’ve only got to keep out of its way.
“Which one’s the spare?” said Fenn. He meant the keys. I told him that was a good question. He waited for a bit, to see if there was more.
“It’s nice you can do both. So,” said Pauli. He watched me put my coat on, to see which door. # speaker: Pauli # mood: open
-> two_keys_end

=== two_keys_end ===
# scene: ring_road_shelter
# music: none
# ambience: ring_road
# people: Mika
They’re ten minutes either way from the shelter. I stop there; I tell people it’s the bus. The paper’s still in my shoe, with the four chairs, and I’ve walked the pencil off it. Teo says a plot’s good for as long as you can read the doors. He’s left the battery how it is.
The keys knock together as I walk, the big one and the small. # music: kick, ghosts, concertina, click{sana > 2:, bass}
Depending which foot I led with, it was in six or in four. # ending: half_out
-> END

=== sat_in ===
# scene: weighhouse_supper
# music: none
# ambience: weighhouse_air
# people: Mika, Jorin, Pauli, Hedda
# skip: sat_in_end
By summer I had a place on the platform with my shape in it. {weighhouse_last.key_kept:I’d said that I’d be busy, and I was, for two Fridays.|Nobody’d ever known that I was up to go, or they all had.} It’s warm. I’ve three dumplings before I sit down. When Wim’s sister was ill we did her whole garden in one Sunday, and I’d do it again, I’d do it tomorrow. {debt > 4:I can’t remember what’s mine in there. I’ve stopped looking.}
Mum came, on a night off. Hedda gave her three. “I needn’t get my purse out,” said Mum. “I’ve paid for these.” Everyone laughed, because it’s what you’d say, and Hedda told her she’d be having a fourth. Mum looked across the table at me over it, and I did something to a cymbal.
{sana > 2:In May there was a message. Two things, it said. One, is your left hand all right. I could see that she was typing, and then I couldn’t.}
In April the council found the right room. It went by one vote, and half the house was moved to the coast, two buses, in the rain. I was at school. Somebody told me that one of the little boys had gone back in for the bats. # sound: bus_leaves
We do the Coat last. They know where to put their feet. With all of us up there the needle says 611, and you could hang a coat on it. # music: kick, voice, concertina, click
There’s room for one small note, if you know where nobody counts.

* [Before the four, where the fill was. # prompt: It’s a brush, with one hair. # discuss: Why would somebody stay? What is the note for?]
    I put it there.
* [In the second verse, while they hum. # prompt: It’s a brush, with one hair. # discuss: Why would somebody stay? What is the note for?]
    I put it after a no.
* [At the very end, when they’ve begun to clap. # prompt: It’s a brush, with one hair. # discuss: Why would somebody stay? What is the note for?]
    I put it under the noise, where it was quite safe.
- -> sat_in_end

=== sat_in_end ===
# scene: weighhouse_supper
# ambience: weighhouse_air
# music: kick, voice, concertina, click, ghosts
Up on the wall the needle moved. I don’t think that anybody’s ever seen it but Fenn, from the coal, and one other. Teo’s number is on the inside of my snare, in pencil, with all the doors. You’d have to take the skin off to read it, and one of these days the skin will need to be changed.
Pauli turned two pages at once, and we went on. # ending: stayed_doubting
-> END

=== foyer_day ===
# scene: foyer_day
# music: none
# ambience: foyer_air
# people: Mika, Nilu
# skip: foyer_end
On the Sunday at two I walked over the car park. It’s no distance.
{
- weighhouse_last.crossed:
    I’d been on the Friday, straight over, at half past eleven at night, and the porter had said not at this hour and not with that face. I never did go back and tell Jorin. I heard that he’d sat there till one with it on his knees.
- weighhouse_last.key_down:
    I’d put the key down on the Friday, and all the way across I kept feeling for it.
- weighhouse_last.key_kept:
    I had the key on me still. You could see it through my jeans.
- weighhouse_last.sitting:
    I’d sat in, on the Friday. It was the best-tuned I’ve ever been, and I couldn’t feel my hands. They’d all said it was good I was back to myself.
- weighhouse_last.bring_it:
    On the Friday Fenn had finished the benches. He’d said he’d think. I’d left the key on the boards and carried the snare out by myself.
}
They’d put a new pane in by the door. It still had the sticker on. I stood in front of that and read it, what it was proof against, and then the lift said welcome.
Nilu’s stitches had been out for a week. There was a pink line across her palm, as if somebody had underlined it. She closed it and opened it for me. “Eighty per cent,” she said. “In June perhaps ninety. They do not give eleven.” # speaker: Nilu # mood: guarded
I said it. I’d had it ready for six weeks, in the form the policewoman had left me with, and I got one sentence into that and threw it out. “It was me that had it,” I said. “I didn’t mean it to fall. But when the blinds came down before, I liked it. I told everyone you were all scared. You were singing.” # speaker: Mika # mood: hurt
She heard it to the end. She had her book there, but she didn’t write.
“Nine was so pleased with his vowels,” said Nilu. “He does not dance now. I tell you, because you ought to have it.” She pushed a bat over to me. She’d taken the good one, and she’d taken it with her left. “With the right one I cannot yet. You will also play left.” # speaker: Nilu # mood: hurt
“I’m terrible with my left.” # speaker: Mika # mood: hurt
“I know,” she said. “I have had you under my window.” # speaker: Nilu # mood: open
-> foyer_end

=== foyer_end ===
# scene: foyer_day
# ambience: foyer_air
# people: Mika, Nilu
# music: ball, ghosts
It’s nine milliseconds behind, my left, on a good day. The ball was never where I put it. The boys on the stairs kept score, in the language, and I got to know their word for nothing.
I come on Sundays now. We’ve got the windows done, all of fourteen, and I’m not let near the lamp in the foyer, as a joke. {launderette.one_thing:I don’t know if Sana knows.|Sana came once, to see. She told Nilu the hat was off song three.} Mum came on her night off to hear about the fuse box. She changed one label. There’s a paper with chairs on it, and since March it has had a bat drawn in the corner, by somebody exact. {fenn > 1:Fenn waits outside, on the wall. He’s asked if it’s allowed. He’ll have to ask her.}
Six told me, over her knitting, that it wasn’t all right. I said no. She counted her row, and moved her bag so that I could sit down. # pause: 0.8
I’d hit the net. I’d hit the bicycle. # sound: rally
“Eleven–nil,” she said. “Serve.” # speaker: Nilu # mood: open # ending: harmed_repair_begins
-> END

=== thursday_stool ===
# scene: thursday_stool
# music: none
# ambience: street_sleet
# people: Mika, Fenn
# skip: stool_end
I put the key on the boards. “Is that everything?” said Jorin. # sound: key_on_wood
“And the snare,” I said. I’d got it under my arm. # speaker: Mika # mood: open
Fenn looked at the stove. He looked at the plate on the shelf over it, which was for tomorrow. Then he came up across the platform, with the stool on his head, and down the other side; and the needle fell twice, fifty-eight, and then fifty-one. He’d never been weighed. # sound: dial_jump
“Mind how you go,” Jorin said to the two of us. He’d held the door, he couldn’t help it. “Fenn? You’ll be cold.” # speaker: Jorin # mood: hurt
“No,” said Fenn. # speaker: Fenn # mood: guarded
{fenns_fill.asked:He’d been there, under the till, and had it exactly, with the gap.|I’d only told him it the once. It came out right, with the gap.}
-> stool_end

=== stool_end ===
# scene: thursday_stool
# ambience: street_sleet
# people: Mika, Fenn
# music: kick, ghosts{sana > 2:, bass}
We went round by the lock, as it’s drawn, a leg each. It’s a heavy thing, and it wants to spin. When he changed hands I changed hands. The van came along behind us with its sidelights on, at the pace of a stool, and Teo with his eyes on the road. I’d put the other chair on the plot for Fenn on the Wednesday, in pencil, without asking. It turned out he’d drawn one on his hand. # sound: van_idle
“What happens at four?” he said. # speaker: Fenn # mood: guarded
“You come to Rae’s. You do the tins. At six we eat.” # speaker: Mika # mood: open
“Every day?” # speaker: Fenn # mood: open
“I’ll ask her,” I said. “She’ll have a number.” # speaker: Mika # mood: glad
He does it in the chapel now with a snare of his own, a bit after mine. {sana > 2:Sana says it’s like being followed. She says it as if she’d ordered it.|Anselm says it’s the first echo he’s heard in years.} He’s got the small ones all in, and his own as well, which I’d never have thought of. Some weeks he goes and stands on the ring road. He tells me. We stand there. In the second verse, after the no, I leave him a hole. # music: kick, ghosts, second_snare{sana > 2:, bass}, tins, hum{pauli > 2:, concertina} # ambience: thaw_air
The stool was theirs. We took it back on Thursday. # ending: helped_another_leave
-> END
