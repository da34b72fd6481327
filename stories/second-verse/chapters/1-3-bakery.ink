// 1.3 Saturday, ten to four in the morning. After it: Mum’s kitchen, the Thursday.

=== bakery_back_room ===
# scene: bakery_back_room
# music: none
# ambience: bakery_air
# people: Rae, Mika
# skip: mums_kitchen
At ten to four there was one light on in Sluice Street. It had been sleeting since the bridge, and the sleet tasted of the Works, which in November is burnt sugar and mud. I came in by the yard with half a dumpling in a napkin, and Aunt Rae, who had her back to the door, said what she says.
“Hands.” # speaker: Rae # mood: open # sound: oven_fan
I washed them. She was shaping rolls, one under each palm, and they came out twins. Five years I’d been trying to get my left hand to do that.
“Egg’s there. Two Seeded’s wife has gone to her sister’s. He’s on one.” # speaker: Rae # mood: open
I took the brush to the plaits. Egg goes on like brushes on a snare, a long and two shorts. Behind the rye stood my drums with a tea towel over each, and a shower cap on the crash. It had come in a box with COMPLETE on the lid, and sounded like someone dropping a tray and being sorry.
“Prover comes Monday.” # speaker: Rae # mood: guarded
There was one place in that room for a prover. It had a shower cap on.

* “How big is it?”[ # prompt: She had said it to the dough.] # speaker: Mika # mood: open
    ~ rae = rae + 1
    “Wide as your uncle was. Holds the heat better.” # speaker: Rae # mood: open
    I laughed, and some egg went on the wall. It’s there now.
* (shift) “I can shift them.”[ # prompt: She had said it to the dough.] # speaker: Mika # mood: guarded
    ~ said = said + 1
    It came out early.
    “Can you,” said Rae. Both rolls stopped. After a bit they went round again. # speaker: Rae # mood: guarded
* [Paint the next plait. # prompt: She had said it to the dough.]
    The oven fan ran down and started up.
    “You’re allowed to shout. I’ve had my answer ready since Thursday.” # speaker: Rae # mood: guarded
    “What is it?” # speaker: Mika # mood: guarded
    “I’m not wasting it on that face.” # speaker: Rae # mood: open

- “Bowls club’ll have you,” she said. “Tuesdays, five to six. It’s a cupboard, but there’s a socket.” # speaker: Rae # mood: open # offramp: cupboard
You don’t plug drums in. She had gone and asked about a socket.
“No cymbals. They’ve a man with a hearing aid.” # speaker: Rae # mood: open
“What did you give them?” # speaker: Mika # mood: open
“Buns.” # speaker: Rae # mood: guarded
“How many?” # speaker: Mika # mood: open
“It’s till Easter.” # speaker: Rae # mood: guarded
I had the key in my jeans. I’d checked it about every four bars since eleven o’clock. # music: lamp_room

* [Put the key on the table. # prompt: Till Easter. It was November. # discuss: Both of them hide something at four in the morning. Whom does it help?]
    -> key
* “I’ll make the buns.”[ # prompt: Till Easter. It was November. # discuss: Both of them hide something at four in the morning. Whom does it help?] # speaker: Mika # mood: open
    -> buns
* “You don’t need to do that.”[ # prompt: Till Easter. It was November. # discuss: Both of them hide something at four in the morning. Whom does it help?] # speaker: Mika # mood: guarded
    -> stove

= key
~ rae = rae + 1
~ said = said + 1
In the flour it looked like something you’d find in a cake and write to the paper about. # sound: key_on_wood # music: none
“It’s the Weighhouse,” I said. “The Old Measure. They’ve got a room.” # speaker: Mika # mood: open
{shift: “So that’s where,” said Rae. “Forty Soft. Says please. Pays Fridays.”|“Forty Soft,” said Rae. “Says please. Pays Fridays.”} # speaker: Rae # mood: guarded
“Jorin asked who used to be asleep next door. When I learned.” # speaker: Mika # mood: open
“Your mother,” said Rae. “She was on nights.” # speaker: Rae # mood: open
“I know.” # speaker: Mika # mood: open
“He got that off a drum?” # speaker: Rae # mood: open
She wiped her hands, which she never does before five, and picked it up by the tag.
“Has Sana got one?” # speaker: Rae # mood: guarded
“Hers is being cut.” # speaker: Mika # mood: guarded
{weighhouse.ride: “And who walked her to the stop?” said Rae.|“You walked her to the stop, though,” said Rae.} # speaker: Rae # mood: guarded
“It’s ten minutes,” I said. # speaker: Mika # mood: guarded
Rae gave me back the key. She turned the nearest tray round to face the other way. It was a square tray.
-> tins

= buns
~ rae = rae + 1
~ door = door + 1
“You’ll make the first two hundred,” said Rae, “and then we’ll talk about your wages.” # speaker: Rae # mood: open # music: none
She put a lump of dough under each of my hands and her own hands over them, and we went round. Whenever I leaned on the table the key got me in the leg. The right hand turned out a bun. What the left made had an earlobe.
“Don’t press. There’s nobody in.” # speaker: Rae # mood: open
We did a tray of those.
“Bring Sana Tuesday. There’s room if she stands sideways.” # speaker: Rae # mood: open
“She’ll like that,” I said. # speaker: Mika # mood: guarded
-> tins

= stove
~ sana = sana - 1
“I’ll find somewhere,” I said. # speaker: Mika # mood: guarded # music: none
“You smell of somebody’s stove.” # speaker: Rae # mood: guarded
I said it had been cold at Sana’s. Sana lives over the launderette. You could prove dough on their stairs.
Rae undid the napkin and ate my half a dumpling, with attention.
“Sana’s mum’s found marjoram, then.” # speaker: Rae # mood: hurt
The napkin had a blue bucket stitched in one corner. She folded it until the bucket was on the inside, and gave it back.
-> tins

= tins
The first tins were out and had started to tick, all over the place. I was going along with them with the end of the brush, and didn’t know I was until Rae came in over the top with the tune. # sound: tins_ticking # music: tins
“That’s the Coat. Your gran washed up to that.” # speaker: Rae # mood: open
She sang it to the rolls: how the lock-keeper takes his coat off his own back and lends it to the girl on the barge. At the end of the verse she stopped, where everyone in Tolsing stops.
“How does the second one go?” # speaker: Mika # mood: open
“Nobody knows the second. You hum it and do the pans.” # speaker: Rae # mood: open
We hummed it. She had a low part with one note in it that had no business there, and she went back for it every time round. # music: tins, hum

* “Ludo’s going. He’s got trams.”[ # prompt: Behind the rye nothing had moved.] # speaker: Mika # mood: hurt
    ~ said = said + 1
    “I know. He was an hour in here with those tea towels.” # speaker: Rae # mood: open
    “Did he say anything?” # speaker: Mika # mood: guarded
    “He asked had I a shower cap.” # speaker: Rae # mood: open
* [Play it to her through the towel. # prompt: Behind the rye nothing had moved.]
    ~ rae = rae + 1
    I went behind the rye and played it on the snare with the egg brush, so there was hardly any of it, only the little notes. Out on the bridge a beet lorry changed down. # music: tins, ghosts
    “Now I’ve lost count,” she said, and had to touch them all. # speaker: Rae # mood: open
* [Take the shower cap off the crash. # prompt: Behind the rye nothing had moved.]
    ~ rae = rae + 1
    “Mika.” # speaker: Rae # mood: guarded # music: none
    “It’s got till Monday.” # speaker: Mika # mood: open
    I hit it once. Upstairs something fell off something. Across the street a light went on. # sound: crash_cheap
    “That’s Two Seeded,” said Rae. “Leave it. He’ll be glad of somebody.” # speaker: Rae # mood: open

- At half past she put two custards in a bag. “One’s Sana’s,” she said. # speaker: Rae # mood: open # sound: paper_bag
{
- key:
    # scene: sluice_street
    # music: none
    # ambience: street_sleet
    I hung it on the door by the launderette and stood there till the paper went see-through.
- sana < 1:
    # scene: lock
    # music: none
    # ambience: street_sleet
    I ate mine on the bridge. By the lock I’d eaten Sana’s, and wiped my fingers on the bucket.
- else:
    # scene: lock
    # music: none
    # ambience: street_sleet
    I ate mine on the bridge. By the lock I’d eaten Sana’s. Two dead footballs were going round in there, and I counted them round to sixteen.
}
-> mums_kitchen
