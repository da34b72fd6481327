// 4.3 The Friday, first thing in the morning. After it: Fenn, the week after.

=== lease ===
# scene: mums_kitchen_morning
# music: none
# ambience: kitchen_air
# people: Mum, Mika
# skip: fenns_fill
Mum got in at twenty past eight with the sun. I’d left the plot on the table while I looked for my other shoe. She read it, with her coat on, as she’d read anybody’s.
“Who’s this one?” she said. “In the van?” # speaker: Mum # mood: open
“Teo.” # speaker: Mika # mood: guarded
“Good.” She went round all the chairs with one finger. {stage_plot.family:“I could do alternate Fridays,” said Mum. “And a flask.”|“You’re one short. I could do alternate Fridays.”} Then she turned it over. Eleven years she did the ordering, and she’s never been able to leave the back of anything. # speaker: Mum # mood: open
“Double-oh four seven,” I heard her say. I was under the table.
“What is?” # speaker: Mika # mood: open
“I am.” # speaker: Mum # mood: guarded
It wasn’t a delivery note. It was a statement, which had got into the box with one. WEIGHHOUSE, it said. ACCOUNT TO DATE. “PAPER, 2 REAMS. PORK SHOULDER, 40 KG. Well, there’s your dumplings. LAMPS, HIRE OF, 4. TILES, CLAY, 400.” # speaker: Mum # mood: open
“That’s Pauli’s roof,” I said. # speaker: Mika # mood: guarded
“CHARGE TO BELLEVUE LEASEHOLD, A/C 0047. That’s us! That’s the Bellevue, I did all the lilies on that.” She got the letter out from under the short leg, and the whole table went down on that corner, with the cups. She had the two of them side by side. It was the same address at the top, with the same little silo. # speaker: Mum # mood: open
“It’s his hostel,” I said. “What’s he want to pay for a lot of people singing at it for?” # speaker: Mika # mood: open
Mum pointed with the letter, across the yard. DRY, it says over there. SEVEN UNITS. “If they vote it shut he gets his money off the county, and an empty building.” She’d done it in her head. “I’ll say this for the man, he—” # speaker: Mum # mood: guarded
She had stopped. She’d come to the bottom line.
“What?” I said. # speaker: Mika # mood: guarded
“EGGS,” read Mum. “VIA AIRPORT.” # speaker: Mum # mood: open
-> laugh

= laugh
I thought at first it was the kettle.
She laughs with no noise to begin with. It has to get all the way up. She’d one hand flat on the fridge. “He drove me home,” said Mum. “He sacked me, he’s had the towels back, and then he drove me home. For six weeks! I took him a custard!” # speaker: Mum # mood: open
Now it had got there. They must have heard it in the SEVEN UNITS. She went down the front of the fridge till she was sitting on the floor in her coat with her legs straight out, and held the paper up at me, and couldn’t, and put her thumb beside a word. # speaker: Mum # mood: open
ORDERED BY, it said. They’d never changed the name on the account. VESEN. It had one s.
“I’ve been feeding you,” said Mum. “It’s me. I’ve been feeding the whole boiling.” # speaker: Mum # mood: open
Then I was on the floor as well. Every time one of us stopped, the other one said eggs. The sun came in along the lino. I know to a hair how loud I can be in that kitchen, and I’d had no idea about her.
After some time she felt about for a biro, and copied the whole of it on to the back of their letter, numbers and all; she wanted it for section six. Then she gave me my plot.
“Go to school,” said Mum. “Oh, my ribs.” # speaker: Mum # mood: open

* (showed) [Show Pauli the paper. # prompt: TILES, CLAY, 400. # discuss: What does Pauli know?]
    ~ said = said + 1
    I found him at the lock, after dark. I’d brought custards. He read it down to the end, and turned it over and looked at the chairs, and turned it back. # scene: lock # ambience: thaw_air # people: Mika, Pauli
    “Three hundred and ninety,” said Pauli. “There’s ten in the shed. So.” # speaker: Pauli # mood: open
    “You knew.” # speaker: Mika # mood: guarded
    “It was on the side of the van.” He looked sorry for me. “It doesn’t come through now, though. You’d have to have had the bath.” He thought about the other side of the paper. “You want to go by the lock,” he said. “Yes. That’s best. So.” # speaker: Pauli # mood: hurt
* (roof) [Let him have his roof. # prompt: TILES, CLAY, 400. # discuss: What does Pauli know?]
    ~ pauli = pauli + 1
    It was raining when I met him, after dark, by the lock. He was standing in the middle of the path, with his head back and his mouth a bit open. # scene: lock # ambience: thaw_air # people: Mika, Pauli
    “Listen,” said Pauli. # speaker: Pauli # mood: open
    I listened. It was coming down on his house, over the way. “I can’t hear a thing,” I said. # speaker: Mika # mood: open
    “No,” he said. “So.” I’d had it in my hand. I put it back in my shoe. # speaker: Pauli # mood: glad

- -> fenns_fill
