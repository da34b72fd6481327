// 4.4 A Wednesday, after school, and the Sunday: Two Seeded’s birthday. After it: the launderette.

=== fenns_fill ===
# scene: weighhouse_day
# music: none
# ambience: none
# people: Mika, Fenn
# skip: birthday
I heard myself from the road. I had the fill going into the four, and the bit after, where I look up, and I thought, I’m good. Then I thought, who’s got in? # music: kick, click
Fenn was by himself, in my headphones, with the sun on him. He’d learned me off the tape. He’d even learned to sit like me, which I hadn’t known was like anything. It was perfect, right to the end. There was not one small note in it.
“I’d begun before I’d asked,” he said, and took the stick out of his mouth. # speaker: Fenn # mood: guarded # music: none
{
- night == 0:
    “That lamp,” said Fenn. “I did it right, didn’t I? You nodded.” # speaker: Fenn # mood: open
    I had.
- night == 1:
    “When you stopped,” said Fenn, “I didn’t know which way I was meant to go on turning it. So I didn’t.” He seemed to be asking if that had been allowed. # speaker: Fenn # mood: guarded
- else:
    “I let go of it,” said Fenn. “I think about that. I hadn’t decided anything, you just said give it here.” He hit his knee, a long and two shorts. “Has she got them out?” # speaker: Fenn # mood: guarded
    “Next week,” I said. # speaker: Mika # mood: guarded
}
I had a look at the snare. “You’ve lost the little ones.” # speaker: Mika # mood: open
“I took them out. I could do all eleven.” He was proud of it. “Jorin says they’ve got to know where to put their feet. It’s better now. Is it?” # speaker: Fenn # mood: open

* (taught) [Give him them back. # prompt: He’d got one eye on the door, because of the coal. # discuss: What does Fenn have that Mika gave him?]
    ~ fenn = fenn + 1
    I sat on the floor and did the first on the rug, with one nail. He did it back on the rim. He’d had them in his other leg the whole time, he told me, at dinner. We went through all eleven, so softly that you could hear the stove tick, and on the wall the needle shivered and stood still and shivered. # music: ghosts
    “It’s looking at us,” said Fenn. # speaker: Fenn # mood: open # music: none
* (january) “Shall I tell you about January?”[ # prompt: He’d got one eye on the door, because of the coal. # discuss: What does Fenn have that Mika gave him?] # speaker: Mika # mood: open
    ~ said = said + 1
    ~ fenn = fenn + 1
    I told it as far as the plate. He kept both sticks between his knees and didn’t drum on anything.
    “Was it the evenings?” said Fenn. # speaker: Fenn # mood: guarded
    “Yes.” # speaker: Mika # mood: open
    “Ours start at four,” he said. # speaker: Fenn # mood: guarded
* (asked) “Two Seeded’s eighty-four on Sunday. Come to Rae’s.”[ # prompt: He’d got one eye on the door, because of the coal. # discuss: What does Fenn have that Mika gave him?] # speaker: Mika # mood: open
    ~ rae = rae + 1
    “What would I have to do?” # speaker: Fenn # mood: guarded
    “Eat.” # speaker: Mika # mood: open
    “And after?” # speaker: Fenn # mood: guarded
    “There’s washing up.” # speaker: Mika # mood: open
    He looked relieved. “I’ll bring my sticks,” said Fenn, “in case it’s allowed.” # speaker: Fenn # mood: open

- -> birthday

=== birthday ===
# scene: bakery_shop
# music: none
# ambience: shop_air
# people: Rae, Mika, Teo
# skip: launderette
We had it in the shop, Sunday at four, with the blind down. Rae had done a plait as long as the counter, with eighty-four seeds on it, which he counted. His wife was there; she comes up to his elbow and does the talking. The man with the hearing aid had brought the rest of the bowls. {fenns_fill.asked:Fenn was under the till with his mouth full.}
I’d got the egg brush, and a tin. {canal_ice.afternoon:Rae had hung number two on the wall, with a nail, over the place where she’d gone forty yards.|There was still one tray out, and she had chalked that up on the board: CANAL, 1.}
She gave us the Coat, because he’d asked for it. The tins had all stopped ticking, so I had to do them. She got to the end of the verse, where everyone in Tolsing stops, and reached for a cloth, and we hummed. # music: tins, hum
“What are you humming for?” said Two Seeded.
“It’s the second one,” said Rae. “Nobody knows it.” # speaker: Rae # mood: open
“I know it,” he said.
You never saw a baker put down a cloth so slowly. # music: none
“You’ve never said.” # speaker: Rae # mood: guarded
“He’s never been asked,” said his wife. “He does it in the bath.”
He got up for it. He took hold of the counter, and conducted with a knife. It’s the same tune; and nothing happens. The keeper’s standing there, after she’s gone on. Along comes the carter, and asks him if he’s cold, and he says no. Along comes the miller’s wife. He’s not cold. The schoolmaster stops his trap to ask it, and the boy with the geese, and by that time there’s ice on the lock. They all of them ask him. He says no. Each time there’s a gap after it, just about as wide as a person, and then he sings on. # music: tins, ghosts
That’s the second verse. It’s only people asking.
Rae had her back to us. My first thought was, wait till I tell Jorin. I want that put down somewhere. # music: none
“There’s another,” said Two Seeded. “But there has to be cake.”
There was cake. The third verse is about the keeper’s trousers, and who wanted to borrow those. It went on for some time. The man with the hearing aid put it in again, especially.
“Out,” said Rae. “That’s not coming back in this shop.” She was holding on to the bread slicer. “The geese as well?” she said. # speaker: Rae # mood: glad
“The geese most of all,” said Two Seeded’s wife. He had to be sat down.
I took my slice away with me in a bag, and another one.
-> launderette
