// 1.1 Friday, six in the evening. After it: the Weighhouse, the same night.

=== pool_cafe ===
# chapter: 1
# scene: pool_cafe
# music: none
# ambience: pool_air
# people: Mika, Sana, Ludo
# skip: weighhouse
Four people came, and one was paid to watch for drowning.
One wall of the pool café is glass with the water behind it, so the light went wobbling all over us. We stood on bread crates. The whiteboard said TONIGHT WET CARBOARD, and under that SOUP, crossed out.
Besides the lifeguard there was Two Seeded, who is eighty-three and called after what he buys at my aunt’s. He’d come for Aqua Gentle, which is Thursdays. A girl with a book on compressors against the ketchup wrote a number in the margin after every song. The fourth was a man in a rust-coloured coat. During the first song he got up and moved his chair, to where there was nothing to look at but my left hand.
Ludo sang to the vending machine, because of nerves. Sana played bass at Ludo. My snare went out over the water and came back sounding like a better snare, and I kept leaving it room. # music: ghosts
We had four songs. When four people clap you can tell whose is whose. # music: none # sound: applause_four
Then the lifeguard blew his whistle, pointed at us, and held up one finger. # sound: whistle
Everybody in Tolsing learned to swim under that finger. It means out, and you know what you did. Ludo had unplugged before the whistle was out of his mouth.
“No, one more,” he said. “It’s you or the footbaths.”

* “Song two. Faster.”[ # prompt: We had played all four.] # speaker: Mika # mood: open
    We took it so fast that Sana and I got to the end with Ludo still in the chorus. He did the rest by himself. Two Seeded conducted.
* (deep) [Play it to the deep end, alone. # prompt: We had played all four.]
    I waved the others off and played it with my fingers, only the small stuff that goes in between, which you’d never hear in a room with a fridge. Out it went, and back it came. The man in the coat took the spoon out of his tea and held it. # music: ghosts

- The girl with the book brought her tray past. # music: none
“Six,” she told us. “Song two was good. Song three was song two in a hat.”
“Six out of what?” said Ludo. # speaker: Ludo # mood: open
“Eleven.”{deep: She thought about it. “Seven. The end had no hat.”}
-> packing

= packing
“—and they give you boots,” said Ludo. He starts in the middle, and you wait. “And a locker.” # speaker: Ludo # mood: open
“Who do?” # speaker: Mika # mood: open
“The trams. Fitting them. Monday week.” # speaker: Ludo # mood: guarded
He was winding a lead round his elbow, which kills a lead, and giving it all his attention.

* “They’re letting you near brakes?”[ # prompt: The nearest tram to Tolsing is two hours off. # discuss: Each answer looks after somebody. Whom?] # speaker: Mika # mood: open
    “—week nine, brakes, you do doors first, there’s an entire week of doors—” # speaker: Ludo # mood: open
    You could tell how long he’d had it in there. We did trams until the crates were stacked. It was the tightest we’d been all night.
* (since) “Since when?”[ # prompt: The nearest tram to Tolsing is two hours off. # discuss: Each answer looks after somebody. Whom?] # speaker: Mika # mood: hurt
    ~ said = said + 1
    He got to the end of the lead, and shook it out, and started it again. # pause: 0.8
    “October. The second. I’d have said, only then you came in with song four.” # speaker: Ludo # mood: guarded
    I wrote song four in October. He’d learned all the words.
* (amp) [Take one end of his amp. # prompt: The nearest tram to Tolsing is two hours off. # discuss: Each answer looks after somebody. Whom?]
    ~ door = door + 1
    It has one handle, on Ludo’s side. We got it as far as the bins.
    “—so there’s a sofa,” he told the amp. “It’s a plank with ambitions.” # speaker: Ludo # mood: guarded
    “Mind the kerb,” I said. # speaker: Mika # mood: open
    “I’m minding it.” # speaker: Ludo # mood: open

- Sana shut the bass in its case, one catch, then the other.
“Three things,” she said to him. “One, no. Four, you knew.” # speaker: Sana # mood: hurt
“What’s two and three?” # speaker: Ludo # mood: open
She hugged him without putting the case down, and it got him in the back of the knees.
The van had to be at Aunt Rae’s by seven. Ludo said he’d put the drums to bed himself, and we should stay and have the soup.
The café door shuts by itself, but the man in the coat was holding it.
“In the second song you do something on the way into the verse,” he told me, “and then look up to see who noticed.” # speaker: Jorin # mood: open
“Who did?” # speaker: Mika # mood: guarded
“I moved my chair. I’m sorry about the noise.” # speaker: Jorin # mood: open
His name was Jorin. They’d a drum kit standing on the old beet scale, he said, and nobody to make it jump.
“I wondered if I could borrow your foot. You’d have it back by eleven. There are dumplings.” # speaker: Jorin # mood: open
“Two things,” said Sana. “I’m on the ten to eleven. What’s in them?” # speaker: Sana # mood: guarded
“Marjoram,” said Jorin. “Bring the bass.” # speaker: Jorin # mood: open
-> weighhouse
