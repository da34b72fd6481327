// 2.3 The Thursday, from four. After it: the ice, the Sunday.

=== found_verse ===
# scene: weighhouse_verse
# music: none
# ambience: none
# people: Mika, Jorin, Pauli
# skip: canal_ice
By day the Weighhouse had windows, up high, the colour of washing-up. It was ten past four on a Thursday, and I did know that it was a Thursday.
A page lay on the table in a plastic sleeve. Jorin had on the white gloves Hedda keeps for the good spoons.
“Out of the archive,” he said. “Don’t breathe.” # speaker: Jorin # mood: glad
Pauli and I didn’t.
“It’s the Coat. Verse one, but older. Somebody’s been over it since. People sand a song, till there’s nothing left to get a splinter off.” # speaker: Jorin # mood: open
He sang it sitting down, for the two of us. Same night, same keeper, same girl on the barge. Only where he lends her the coat he doesn’t. She takes it. # music: voice
That was all: a word out and a longer word in. The lines after it were just as they’ve always been, except that now they had all turned round to look at the barge.
“Who is she, anyway?” I said. # speaker: Mika # mood: open
“It never says. Not from here.” # speaker: Jorin # mood: open
“Grandad had lends,” said Pauli. “So.” # speaker: Pauli # mood: guarded
“Everybody’s grandad did.” Jorin said it very gently. “It’s the nicer word.” # speaker: Jorin # mood: open
My trouble was the syllable. I’ve a fill there, the one I look up after. The old word left it room. The new one put its foot on the same stair.
“They bump,” I said. # speaker: Mika # mood: guarded
“They do. I’m sorry. The word was here first.” He brought his chair up on my left. “Could I borrow half a bar?” # speaker: Jorin # mood: open # sound: chair_scrape

* (moved) [Move the fill. # prompt: He never minded waiting. # discuss: Is a fill an opinion?]
    I put it in early and then kept out of the way. It was better. If a thing sits, I can’t pretend to you that it didn’t. There was a hole now with a clean edge, and he set the word down in it, and you had nothing else to listen to. # music: kick, concertina, voice
    “There,” said Jorin, with his eyes shut. # speaker: Jorin # mood: glad
    “Sorry,” said Pauli to his left hand. It had gone to the old chord by itself. # speaker: Pauli # mood: guarded
* (bump) [Leave it where it is. # prompt: He never minded waiting. # discuss: Is a fill an opinion?]
    ~ pauli = pauli + 1
    I played it where I play it. It came down on the word like a crate on a foot, and nobody could have sworn to what she did with that coat. # music: kick, concertina, voice
    “Once more,” said Jorin, and I came down on it once more. The third time he laughed so much that his glasses fell out of his hair. “You’re a wall. All right, I’ll go round you.” He sang it sooner. # speaker: Jorin # mood: glad
    Pauli had the concertina up in front of his mouth.
* (page) “Can I see?”[ # prompt: He never minded waiting. # discuss: Is a fill an opinion?] # speaker: Mika # mood: open
    ~ said = said + 1
    “Please.” He turned it round for me at once, and gave me a glove. # speaker: Jorin # mood: open
    It was brown, and browner at the corners, and it smelled of tea. I don’t know about paper. But low down on the right there was a double s, the second leaning on the first as if they’d been out late, and I’d seen those two before. I had them at home. They were in the middle of my name. # music: none
    “Lovely hand. So,” said Pauli. He looked at it for longer than I had. # speaker: Pauli # mood: guarded
    “Isn’t it?” said Jorin, and put it back in its sleeve. “Shall we?” # speaker: Jorin # mood: open
    We had to get on. I moved the fill. # music: kick, concertina, voice

- We ran it until the windows went. Then he took the gloves off, a finger at a time. # music: none
{eight_names.asked: “You asked about Sana. You were right to.”|“You’ll be wondering about Sana.”} He looked as if it had kept him up. “Let me tell her. It ought to come from me.” # speaker: Jorin # mood: hurt
“It’s definite, then. The eight.” # speaker: Mika # mood: guarded
“Let me, Mika.” # speaker: Jorin # mood: open
I said all right. My shoulders came down an inch.
At six Teo’s bus went by, lit up inside, with nobody on it but him. He did the horn, a long and two shorts. It could have been for anyone.
-> canal_ice
