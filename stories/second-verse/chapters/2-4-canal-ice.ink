// 2.4 The Sunday, noon till the light goes. After it: the winter supper, Friday the 20th.

=== canal_ice ===
# scene: canal_ice
# music: none
# ambience: ice_air
# people: Mika, Sana, Ludo, Rae, Fenn
# skip: winter_supper
We play it with bakery trays. You push one off down the canal and it goes with its nose up, making the noise of a very small train. # sound: tray_slides
“Rule one,” said Sana. “No running. Rule two, a tray that stops on a football counts double. Rule six, Ludo.” # speaker: Sana # mood: open
“—what about me?” said Ludo. He was home till the 16:52 and had come in the boots. # speaker: Ludo # mood: open
“That’s the rule.” # speaker: Sana # mood: glad
Rae had lent us eight trays, by number. Two Seeded was umpire, and had brought a chair. Fenn swept for both sides with a scarf, and then asked if he was on one. The sun was so low that everyone had legs down to the bridge.
The boots have grip. Nothing else of Ludo’s did.
“—it’s brakes next week,” he told the sky. # speaker: Ludo # mood: open
“Four,” somebody called. It was a girl on the bridge with two hats on, eating an apple down to the string. I’d seen her somewhere with a book. “The ice is seven. It was frozen too fast, you can see the bubbles. The curling is four.”
“Out of ten?” called Ludo. # speaker: Ludo # mood: open
“Eleven,” said Sana and I. You’d have thought we’d counted it in. # speaker: Sana # mood: glad
She bowed to us and went off towards the silo.
By two there were more rules. Rule nine was no custard on the ice, and rule ten was that a dog counts as weather. Fenn was allowed a tray of his own. It went in sideways, came off a football and rang on the lock, and he looked round to see who’d done it. # sound: tray_slides
“That was you,” said Sana. “It’s good. Rule twelve.” # speaker: Sana # mood: glad
“What’s rule eleven?” said Fenn. # speaker: Fenn # mood: open
“You’ll know when it happens to you.” # speaker: Sana # mood: open
Two Seeded wrote it down.
Sana won, by lying down on number five with her chin on the rim and hitting everything there was. Two Seeded found no rule against it. # sound: tray_slides
-> beam

= beam
Then the two of us sat on the lock gate with a custard.
“I’ve swapped the twentieth,” said Sana. “She wants three Sundays for it. I said, done.” # speaker: Sana # mood: open
“Who does?” # speaker: Mika # mood: guarded
“My mum. Service washes.” She swung her boots. {eight_names.list:“He can forget me on a list. He’s not going to forget me when I’m standing there with a bass.”|“I’ve got it so it doesn’t go down at all in the third bar. It just stands there. I’ve been doing it to the dryers.”} # speaker: Sana # mood: glad
It was Sunday. He’d had since Thursday.
“Has Jorin rung you?” # speaker: Mika # mood: guarded
“What’d he ring me for?” # speaker: Sana # mood: open
She had custard on her chin.

* “You’re not playing. There’s eight, he says it’s the platform.”[ # prompt: The sun had got down as far as the silo. # discuss: What would you have wanted, in Sana’s place?] # speaker: Mika # mood: hurt
    -> told
* [Give her the afternoon. # prompt: The sun had got down as far as the silo. # discuss: What would you have wanted, in Sana’s place?]
    -> afternoon

= told
~ sana = sana + 1
She went on looking at the ice. She did up her glove. # pause: 0.8
“When did you know?” # speaker: Sana # mood: guarded
“Thursday. He said he’d tell you.” # speaker: Mika # mood: hurt
“It’s Sunday.” She got down off the gate, took number five by the rim, and sent it. It went past Two Seeded, and the apple string, and under the bridge, and we listened to it go. “Four things,” said Sana. “I’m coming anyway. I’ve swapped it now.” # speaker: Sana # mood: hurt # sound: tray_slides
I waited for the other three. She gave me the rest of the custard.
-> ticket

= afternoon
~ rae = rae + 1
“Nothing,” I said. “You’ve a chin.” # speaker: Mika # mood: open
“I know. I’m saving it.” # speaker: Sana # mood: glad
We went back on. We did people, in the end. Rae sat down on number two with her bag on her knees and said nobody was to push her, and nobody did, and then Two Seeded did, with his foot. She went forty yards sitting bolt upright. She said a word I’d only ever heard her use to the oven. I’ve been over that afternoon since, looking for what was wrong with it. # sound: tray_slides
-> ticket

= ticket
I walked Ludo to the shelter, as somebody for him to hold.
“—no, it’s the twenty-eighth, it’s four bands, one’s a man with a saw, it’s not that I’m asking,” said Ludo. He had hold of something in his pocket. “I’m standing near a spare ticket.” # speaker: Ludo # mood: open # offramp: ticket

* (took) [Go and stand near it too. # prompt: The bus had come round by the silo. It was early.]
    ~ door = door + 1
    “—and there’s the plank,” he said, and put it in my hat. It was a nice ticket. It had a price on. “I’d have only sold it,” said Ludo. # speaker: Ludo # mood: glad
* “I’ll be playing. Probably.”[ # prompt: The bus had come round by the silo. It was early.] # speaker: Mika # mood: guarded
    “—no, course, no,” said Ludo. He got on backwards because of the boots. “I’ll stand near it a bit longer. It’s no trouble.” # speaker: Ludo # mood: open
- We were one tray short. Rae said she’d counted them, and there was no call to go asking the canal.
-> winter_supper
