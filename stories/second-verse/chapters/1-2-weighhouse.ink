// 1.2 The same Friday, from eight. After it: the bakery, before four in the morning.

=== weighhouse ===
# scene: weighhouse
# music: none
# ambience: weighhouse_air
# people: Mika, Sana, Jorin, Pauli, Hedda
# skip: bakery_back_room
They had weighed beet in there for ninety years. Now there was a drum kit on the platform, on a rug, and nobody had unhooked the needle. It was up on the wall, on a dial the size of a kitchen table, and when I climbed on it went round by exactly me.
At the warm end fourteen people were eating at a long table. I didn’t know one of them. I knew the rolls. I’d brushed them at five that morning.
“You’ll be Rae’s,” said a woman with a ladle. “You’ll have three.” She swung the ladle round to Sana. “And you’ll be—” # speaker: Hedda # mood: open
“Starving,” said Sana. # speaker: Sana # mood: open
She got three.
“That’s Hedda. You can’t leave any. So,” said the boy beside me. # speaker: Pauli # mood: open
This was Pauli. He had a concertina on his knees in its box, and said it was still too cold to come out. He shut the stove with his boot and told it sorry. # sound: stove_door
Then I got up on the stool and put my foot down once, to see where the pedal was. # music: kick # sound: dial_jump
Everyone stopped eating. Behind me the needle had jumped two kilos and gone home.
“Two!” somebody shouted, and then they all did. Fourteen people with their mouths full were cheering my foot.

* [Do it again. # prompt: They were waiting with their spoons up.]
    I did it about twelve times, to be sure that it was me. Around nine Sana stopped waiting to be asked and came in underneath. # sound: dial_jump
* “Sana. Get up here.”[ # prompt: They were waiting with their spoons up.] # speaker: Mika # mood: open
    ~ sana = sana + 1
    “I weigh what I weigh,” she told the table, and got up. The needle went round by her and the bass. They cheered that too. # speaker: Sana # mood: open # sound: dial_jump

- She’d plugged into an amp with a lampshade on it. She played the walk she does when she’s making up her mind, four notes going down, and the third a shade brighter than you’re ready for. # music: kick, bass
Jorin sang the Coat. I’d heard that song at every wedding I was ever sick at. You leaned in, and found everybody leaning. At the end of the verse he stopped where it stops, and the spoons started up. # music: kick, ghosts, bass
Then he put a chair down on my left. # sound: chair_scrape
“Who used to be asleep next door,” he said, “when you learned?” # speaker: Jorin # mood: open

* “My mum. She did nights.”[ # prompt: Three teachers had told me to hit it harder. # discuss: What does Mika get from being asked that?] # speaker: Mika # mood: open
    ~ said = said + 1
    “Where?” # speaker: Jorin # mood: open
    “The Bellevue.” # speaker: Mika # mood: open
    He asked what she was called, and said it over, both names, as if she’d come in and he was getting up.
* “Nobody. It’s how I play.”[ # prompt: Three teachers had told me to hit it harder. # discuss: What does Mika get from being asked that?] # speaker: Mika # mood: guarded
    “All right.” He listened to a bit more of it. “Daytime, though,” he said. “I’d have said they slept in the day.” # speaker: Jorin # mood: open
* [Show him. # prompt: Three teachers had told me to hit it harder. # discuss: What does Mika get from being asked that?]
    I put my scarf on the snare and played him our flat at a quarter to three in the afternoon, when I was eleven.
    “Thin wall,” said Jorin. # speaker: Jorin # mood: open
    “You could hear her turn over.” # speaker: Mika # mood: open

- At twenty to eleven an old man came up from the table with something flat in a blanket. It was a ride cymbal, with rivets. His father had played it on the ferries and nobody had had a stick to it since.
Sana had her coat on. “It’s ten to in ten minutes,” she said. # speaker: Sana # mood: guarded

* “Five minutes.”[ # prompt: The stop was ten minutes off, along the ring road. # discuss: Nobody asked Mika to choose. What made it a choice?] # speaker: Mika # mood: guarded
    -> ride
* [Get my coat. # prompt: The stop was ten minutes off, along the ring road. # discuss: Nobody asked Mika to choose. What made it a choice?]
    -> walk

= ride
~ debt = debt + 1
“You’ve got all night,” said Sana. She had a look at it. “It is nice.” # speaker: Sana # mood: guarded
I touched it with the tip of a stick. The rivets keep talking after you’ve finished, like people in a doorway with their coats done up. The old man had his hand over his mouth. I played it slow, to hear all of it, and when I looked round it was eleven, and the lead she’d borrowed was coiled on the lampshade. # music: kick, ghosts, ride
-> eleven

= walk
~ sana = sana + 1
The old man said it would keep. We went along the verge, Sana in front because of the case. Behind us somebody was doing my foot on the table with a fist. # music: lamp_room # ambience: none
“Two things,” she said at the stop. “One, he can hear.” # speaker: Sana # mood: guarded
The bus came round by the silo. # ambience: street_sleet # music: none
“What’s two?” # speaker: Mika # mood: open
“I thought I’d have one by now.” # speaker: Sana # mood: open
She sat at the back and made the bass wave.
-> eleven

= eleven
At eleven Jorin took a key down from a row of hooks. It had a brass tag with a 7 on it. # music: none # ambience: weighhouse_air
“You’d be doing us a favour. It goes damp if there’s nobody in it.” # speaker: Jorin # mood: open
“When do you want it back?” # speaker: Mika # mood: open
“No hurry. Keep it till it stops meaning anything.” # speaker: Jorin # mood: open
~ debt = debt + 1
“What about Sana’s?” # speaker: Mika # mood: guarded
“Being cut,” said Jorin. # speaker: Jorin # mood: open
There was a blue bucket by the door. People going home put something in, or took something out, and the others looked at the stove.
I had to be at Aunt Rae’s for four. It wasn’t worth going to bed, which is what I’d have told anybody who asked.
“You’ll want these at three,” said Hedda, and knotted two dumplings in a napkin. # speaker: Hedda # mood: open
I wanted them at one.
-> bakery_back_room
