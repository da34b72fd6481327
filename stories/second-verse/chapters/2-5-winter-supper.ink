// 2.5 Friday the 20th. After it: the bakery, the Monday.

=== winter_supper ===
# scene: weighhouse_winter
# music: none
# ambience: weighhouse_air
# people: Mika, Jorin, Pauli, Hedda
# skip: forty_soft
# note: A friend is not let in.
The harmonium came at six on a potato barrow, with four men walking beside it holding its hands. It went at the front. We all got on and the needle said 807.
There were two kinds of dumplings, and somebody’s baby asleep in the bowl for gloves. {beet_pad.shared:I had my own jacket on over two jumpers, and Pauli had his coat, and kept looking down at it.|Pauli was in a cardigan of Jorin’s with the sleeves turned up three times, and people kept feeling if he was warm.}
My place was at the cold end, with the little door on my right. So I had it all in one ear.
“You’ll be wanting this,” said Hedda. “It’s both kinds. You’ll have it hot if you go straight home.” # speaker: Hedda # mood: open
“I’m playing,” said Sana. # speaker: Sana # mood: open # people: Mika, Jorin, Pauli, Hedda, Sana
She stood on the step in the snow light, with the bass on her back and her own bowl in her hand. Hedda had a warm tub with a tea towel knotted round it. They were like two people who have both brought a present.
“It’s rated for eight,” said Hedda. “And it’s for the ones who grew up with the songs, tonight. You’ll understand it better than I do.” # speaker: Hedda # mood: open
“I was born in Malt Street.” # speaker: Sana # mood: guarded
“I know you were, love. You’ll slip if you stand there.” # speaker: Hedda # mood: guarded
“I grew up with that song,” said Sana. “I grew up trying to get out of the room it was in.” # speaker: Sana # mood: hurt
Jorin was tuning the mandola. He’s quick at that. He’d got his back to us, and he tuned one string for as long as it lasted.
{canal_ice.told:She looked past Hedda at me. She’d told me she would come.|She looked past Hedda at me. She was working out how long I’d known, and I watched her get there.}

* (step) [Step off. # ask: at_the_door # prompt: It was snowing into her bowl. # discuss: Each of these is late. Is one of them less late?]
    -> stepped
* (one) [Play them the one song. Then go after her. # prompt: It was snowing into her bowl. # discuss: Each of these is late. Is one of them less late?]
    -> played
* (weigh) “What does the harmonium weigh?”[ # prompt: It was snowing into her bowl. # discuss: Each of these is late. Is one of them less late?] # speaker: Mika # mood: open
    -> weighed

= stepped
~ sana = sana + 1
I put my sticks on the floor tom and got down. Behind me the needle fell fifty-eight, and it’s a big dial. Sixty people watched me leave it. # sound: dial_jump
“You’ll want your coat,” said Hedda. I went by her sideways. # speaker: Hedda # mood: guarded
We walked along the verge, Sana in front because of the case. # ambience: street_sleet # people: Mika, Sana
“You needn’t have,” she said at the shelter. “I’d got my whole bit ready. One to nine.” # speaker: Sana # mood: hurt
“Say it now.” # speaker: Mika # mood: open
She tried. It needed a door. After a while she undid the tea towel, and we had it between us on the bench, with our fingers, both kinds. They were still good. I think that’s what I held most against them.
-> after

= played
“Five minutes,” I said to her, or mouthed it. Pauli had already breathed in. # speaker: Mika # mood: guarded
The word went into its place. Hedda had come back to the harmonium with her cheeks red, and everybody put a foot down on the one. It was the biggest noise I’ve ever been in the middle of. I was on the step in my shirt before the spoons started. # music: kick, concertina, voice
There was one line of footprints, and they were very even. # music: none # ambience: street_sleet # people: Mika
I ran to the shelter. Nobody. The tub stood on the bench with the tea towel done up again, and it was warm, and I held on to it until the 21:40 had come and stood there with its doors open and gone.
-> after

= weighed
~ sana = sana + 1
~ said = said + 1
I’ve got quite a voice, it turns out.
“What?” said Jorin. # speaker: Jorin # mood: guarded
“If it’s rated for eight. I only wondered what it comes to. In people.” # speaker: Mika # mood: open
“A hundred and ninety-six,” called old Corne, who’d walked in beside it. He was pleased to be asked. A laugh went down the table, and about halfway it began to hear itself.
“So that’s three of Sana,” I said. “With the bass.” # speaker: Mika # mood: guarded
“It will have grown up with the songs,” said Sana from the step. She got her tongue round it like Hedda. Then she laughed, once, and it cracked off the dial, and she’d gone, with her bowl. # speaker: Sana # mood: hurt # people: Mika, Jorin, Pauli, Hedda
Nobody said anything to me. Somebody passed me the salt. Pauli breathed in, since one of us had to, and I came in because he had. # music: kick, concertina, voice
-> after

= after
On Saturday there was a cream envelope under our door, the same as ever. {stepped:Of course you went, it said on the back. I’d have gone.|It said on the back, You were splendid. I’ll talk to her.} The s’s were beautiful.
-> forty_soft
