// 3.1 Friday the third of January, late. After it: the first leaving, the Sunday.

=== programmes ===
# chapter: 3
# scene: weighhouse_programmes
# music: none
# ambience: weighhouse_air
# people: Mika, Jorin, Pauli, Hedda, Fenn
# skip: first_leaving
Nine hundred sheets, three folds each. Hedda had worked out the thumbs.
On the third of February the council was to vote whether the Bellevue stayed a hostel. On the last night of January we’d be playing in its car park, off a lorry, with lamps. Jorin called it the campaign. What I saw of it was folding. # sound: folding
{studio_bus.stove:Fenn did two to everybody’s one, with the kit in the corner of his eye.|Fenn was there now as well. Jorin had heard somebody drumming on a litter bin at the pool, and moved his chair.} He’d made himself a hat of the first one and then asked.
“You’ll do another hundred, and there’ll be cake,” Hedda said. It was ten to twelve, and the cake was under a cloth. # speaker: Hedda # mood: open
The table rocked. I folded up the delivery note from the paper box, in eight, to go under the leg, which is a thing I’m known for. It was too thin. I put it in my pocket.
Jorin had bought us headphones. “It’s only so that we can all get home,” he said. # speaker: Jorin # mood: open
What they had in them was a click. It’s very fair, a click. There’s one every time there was going to be one. # music: kick, concertina, click
The third time through I put my foot out for a stair, and it wasn’t there.
Four notes going down, and the third a shade bright: D, C, and that one. It was Rae’s low note, the one with no business. It had been Sana’s all along, or Sana’s had been Rae’s. It had gone out of there on the twentieth of December with its own bowl, and I’d played to the hole for two weeks and noticed nothing.
“Mika’s stopped,” said Fenn. “Is that allowed?” # speaker: Fenn # mood: open
-> eleven_times

= eleven_times
Then it was Pauli’s two bars, the turn before the second verse. He’d always had it a bit late. It was where he breathed. # music: click
“Once more,” said Jorin. “You’re nearly with us.” # speaker: Jorin # mood: open
So he did it once more. He said sorry to the button.
Jorin never raised his voice. He stood with one hand on Pauli’s shoulder. He said nobody minded, and nobody did; they’d all put down their folding so as not to hurry him, and that made twelve people with their hands in their laps, watching his. I count, I can’t help it. By seven the back of Pauli’s neck had come up in patches. # music: concertina, click
“Lovely. Once more. No hurry at all.” # speaker: Jorin # mood: open
That was eight.

* (early) [Come in early, so that the mistake is mine. # prompt: Nobody in the room was being unkind. # discuss: What was everyone in that room being?]
    ~ pauli = pauli + 1
    I came in a whole quaver ahead of him, like somebody falling off a bus.
    Jorin lifted one side of his headphones. “That was Mika,” he said. He sounded really glad. “Good. Let’s have that out, then.” # speaker: Jorin # mood: open
    I had my own eleven. By about the fifth they’d gone back to folding.
    “You don’t come in early. So,” said Pauli, in among the coats. # speaker: Pauli # mood: hurt
    “It was the headphones.” # speaker: Mika # mood: guarded
    “They’re good headphones,” he said. He turned my collar down for me at the back. # speaker: Pauli # mood: open
* (tea) “Can we have tea?”[ # prompt: Nobody in the room was being unkind. # discuss: What was everyone in that room being?] # speaker: Mika # mood: guarded
    ~ said = said + 1
    “God, yes,” said Jorin. “Of course. What’s the matter with me?” # speaker: Jorin # mood: open
    There was tea, and the cloth came off the cake. Pauli had his standing, in everybody’s way. People patted him as they went by. # music: none
    Then the cups went back, and Pauli sat, and Jorin put his hand where it had been.
    “Nine,” he said. He had kept the place. # speaker: Jorin # mood: open # music: concertina, click
* (steady) [Keep him steady. # prompt: Nobody in the room was being unkind. # discuss: What was everyone in that room being?]
    ~ debt = debt + 1
    I took one side off and gave him my foot, dead on the click, so that he could put his where mine was. Nine was close. On eleven he got it. # music: kick, concertina, click
    They cheered him like a goal. Jorin kissed the top of his head. Pauli smiled all round the table, at each of us, so as not to leave anyone out, and when he came to me he said thanks. From then on he left out the breath.

- It was seed cake. It was very good. At twenty past one I was on the verge with a slice for Mum, and it was so quiet that I could still hear the click. # music: click # ambience: ring_road # people: Mika
-> first_leaving
