// 1.6 The Thursday after, and the street that night. End of chapter one.

=== studio_bus ===
# scene: studio_bus
# music: none
# ambience: bus_air
# people: Teo, Mika
# skip: count_in
Teo’s bus was the library till they stopped the library. On Thursdays it’s parked behind the pool from four to six. There’s a mixing desk where the issue desk was, and egg boxes on everything, and people still post books through the slot. As I got in we had one about bees. # sound: book_slot
“Thank you,” said Teo to the slot. “Have you got anything for the meter?” # speaker: Teo # mood: open
I turned out my pockets: the key with the 7, what there was of the envelope, a boat. I still had the coat on.
{debt > 2: “Is any of that yours?” said Teo. He was asking about the meter.|At the bottom was a coin from Rae’s, with flour on. “That’ll do us,” said Teo.} # speaker: Teo # mood: open
He works with his back to you. He says he hears better when nobody’s looking to see if he heard.
“How’s things?” # speaker: Teo # mood: open # offramp: bus
{said > 3: I told him trams, and the prover, and section six. “And apart from that?” said Teo.}
I was fine. My left hand was about nine milliseconds behind fine. He had it there on the screen.
I played him the Coat.
{
- first_supper.first_set.ask:
    “There’s a hole in it,” said Teo. “Every other bar. It’s like walking past a fence.” # speaker: Teo # mood: open # music: kick, ghosts
- first_supper.first_set.hide:
    “There’s a hole in it,” said Teo. “And there’s somebody in the basement.” # speaker: Teo # mood: open # music: kick
- else:
    “There’s a hole in it,” said Teo. “Just ahead of the four. I keep stepping in it.” # speaker: Teo # mood: open # music: kick
}
“What have you got on your feet?” # speaker: Teo # mood: open
“Shoes.” # speaker: Mika # mood: guarded
“Go again.” I went again. “It could be the shoes,” said Teo. # speaker: Teo # mood: open

* (shoes) “It’s the shoes.”[ # prompt: He hadn’t turned round. # discuss: Teo only ever blames objects. What does that make room for?] # speaker: Mika # mood: guarded
    He wrote SHOES on a bit of tape and stuck it under a fader. “We’ll see if it’s still true on Thursday.” # speaker: Teo # mood: open
* “I was asked to leave some out.”[ # prompt: He hadn’t turned round. # discuss: Teo only ever blames objects. What does that make room for?] # speaker: Mika # mood: guarded
    ~ said = said + 1
    “By the shoes?” # speaker: Teo # mood: open
    “At the Weighhouse. They’re good. They’ve got a ride with rivets.” # speaker: Mika # mood: open
    “I stayed in a band four years for the van,” said Teo. “Good van. Go on.” # speaker: Teo # mood: open
    I couldn’t think how it went on.
* “Is it the snare?”[ # prompt: He hadn’t turned round. # discuss: Teo only ever blames objects. What does that make room for?] # speaker: Mika # mood: open
    “One of those drums is lying,” said Teo, and his chair came round. “Hit them and watch my face.” # speaker: Teo # mood: open
    His face did nothing about the snare. It did nothing about the kick, which is a suitcase. Then I put in a small one, to see, and he took his glasses off and wiped them. # music: ghosts

- There was another book at the slot. It wouldn’t come through. It tapped. # sound: book_slot # music: none # people: Teo, Mika, Fenn
-> slot

= slot
{
- first_supper.first_set.ask:
    It was the part I’d just played, on the flap, with a thumbnail. Every other bar it had the hole in.
- first_supper.first_set.hide:
    It was the part I’d just played, on the flap, with a thumbnail, and something down on the step being my left foot.
- else:
    It was the part I’d just played, on the flap, with a thumbnail. It had the hole in.
}
I opened the door on Fenn, from two years below me, with a pair of sticks up his sleeve.
“I’d started before I thought, is it allowed,” he said. # speaker: Fenn # mood: guarded
“It’s for books,” said Teo. # speaker: Teo # mood: open
Fenn went into his bag, leaned round the door, and posted his maths.
“Thank you.” # speaker: Teo # mood: open
{
- first_supper.first_set.ask:
    “How d’you know which ones to leave out?” Fenn asked me. # speaker: Fenn # mood: open
- first_supper.first_set.hide:
    “How d’you do it with your foot so they can’t tell?” Fenn asked me. # speaker: Fenn # mood: open
- else:
    “How d’you do the bit where you don’t do anything?” Fenn asked me. # speaker: Fenn # mood: open
}
His hands had gone the colour of plums.

* “Come in. Have you got gloves?”[ # prompt: He’d had the question ready. # discuss: What would Fenn learn in each place, besides drumming?] # speaker: Mika # mood: open
    -> here
* “There’s a stove where I play.”[ # prompt: He’d had the question ready. # discuss: What would Fenn learn in each place, besides drumming?] # speaker: Mika # mood: open
    -> stove
* {bakery_back_room.buns} “There’s a cupboard. Tuesdays.”[ # prompt: He’d had the question ready. # discuss: What would Fenn learn in each place, besides drumming?] # speaker: Mika # mood: open
    -> cupboard

= here
~ fenn = fenn + 1
~ door = door + 1
He had one. Teo found him another, an oven glove with a lobster on it. We did it on two large-print westerns. You can’t be loud in a lobster. # music: ghosts
“Is that it?” said Fenn. “Is that how it goes?” # speaker: Fenn # mood: open
At six Teo had to have the bus off the bay. He drove it twice round the car park first, because we were in the middle of a bar. # sound: bus_leaves # music: none
-> count_in

= stove
~ fenn = fenn + 2
He asked if it was allowed at the gate, and again at the edge of the rug. # scene: weighhouse # ambience: weighhouse_air # people: Mika, Fenn
“I’ve got a key,” I said. # speaker: Mika # mood: open
There was nobody in, but the stove was. He put his foot down to see where the pedal was, and behind him the needle jumped one and a half and went home. # sound: dial_jump # music: kick
I gave a cheer, as there was only me to do it.
“Is it always this warm?” said Fenn. # speaker: Fenn # mood: open
-> count_in

= cupboard
~ fenn = fenn + 1
~ door = door + 1
“What’s in it?” # speaker: Fenn # mood: open
“Shoes. A socket.” # speaker: Mika # mood: open
“What’s the socket for?” # speaker: Fenn # mood: open
He came on the Tuesday. Sana stood sideways and Fenn stood behind Sana, and we did it with brushes, with the door to. When we opened it there was a man in the corridor with his hand up to his ear. # music: ghosts, bass # people: Mika, Sana, Fenn
“Which of you is the loud one?” he said. # music: none
Fenn put his hand up. “Is that allowed?” # speaker: Fenn # mood: open
-> count_in

=== count_in ===
# scene: sluice_street
# music: none
# ambience: street_sleet
# people: Mika
# skip: beet_pad
The night it stopped sleeting I stood in the door of the launderette, over the vent, and read my messages. {door > 1: I had the week on my wrist in biro, and it went round the back.|I had the week on my wrist in biro. It said FRI.}
Ludo had sent four minutes, from the middle.
{
- pool_cafe.packing.amp:
    “—no, that’s the nine, she always does a B flat, anyway, I’ve turned the plank round, your feet’d be in the kitchen, but it’s a nice kitchen—” # speaker: Ludo # mood: open
- pool_cafe.packing.since:
    “—no, that’s the nine, she always does a B flat, anyway, the second was a Wednesday, I looked, I had the whole of Wednesday to say it in—” # speaker: Ludo # mood: guarded
- else:
    “—no, that’s the nine, she always does a B flat, anyway, brakes, I’ve been near one, I held the torch—” # speaker: Ludo # mood: open
}
{
- sana > 1:
    “Two things,” said Sana’s. “Ring me.” # speaker: Sana # mood: open
- else:
    Sana’s said she was typing. Then it didn’t.
}
{fenn > 1: There was a number I hadn’t got a name for. It wanted to know if tomorrow was allowed.}
The last one was Pauli.
“It’s minus six Sunday and they want hands on the beet pad. It’s warm once you’re going. So.” # speaker: Pauli # mood: open
{pauli > 0: Under that he’d put a boat.}
Across the street Two Seeded’s light was on. I read it again, in Pauli’s coat.
-> beet_pad
