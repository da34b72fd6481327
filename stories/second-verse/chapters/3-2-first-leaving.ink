// 3.2 The Sunday. After it: nineteen days.

=== first_leaving ===
# scene: weighhouse_verse
# music: none
# ambience: none
# people: Mika
# skip: nineteen_days
I practised on the way there. I had a version with Sana in it and a version with the click. By the silo I’d got it down to four bars.
The Weighhouse was empty, but somebody had swept. My cup was upside down on the draining board with all the others. On the table the programmes stood in their hundreds, with a stone on top so they wouldn’t lift. I slid one out. I came third, between Pauli and the harmonium, with both the s’s. I’d been half hoping I wouldn’t. On the hooks by the door hung one to six, and eight to fourteen.

* (note) [Leave a note. # prompt: The tag was warm from my pocket. # discuss: What would have made this leaving hold?]
    ~ out = 1
    -> note_left
* (aloud) [Wait, and say it to him out loud. # prompt: The tag was warm from my pocket. # discuss: What would have made this leaving hold?]
    ~ out = 2
    ~ said = said + 1
    -> aloud_said
* (hook) [Hang the key on its hook. # prompt: The tag was warm from my pocket. # discuss: What would have made this leaving hold?]
    ~ out = 3
    -> hook_hung

= note_left
I wrote it on the back of a programme, since there were nine hundred. It took three. The first said sorry four times and the second didn’t say what I was leaving. I put the third under the wing nut of the ride, where it’d buzz if anybody hit it, and the key on the snare, and went.
He caught me up on the bridge. He had no coat on, and he’d got it in his hand. # people: Mika, Jorin
“You’re right,” said Jorin. “Every word of it.” # speaker: Jorin # mood: hurt
-> agreed

= aloud_said
He came in with a bucket of coal, and I said it before he’d put it down. I said about Sana, and the eleven times. I said she could have had my place, if it was a matter of kilos. It came out in the wrong order and with a good deal of foot. # people: Mika, Jorin
He stood there the whole time with the bucket. It must have been heavy.
“You’re right,” said Jorin. “I’ve been lying awake over it.” # speaker: Jorin # mood: hurt
I had the key ready, in case of an argument. I was left holding it. He took it off me in the end, as you’d help somebody with a cup.
-> agreed

= hook_hung
It went up between six and eight, and I stood back. It looked as though I’d never had it.
“I’ve been waiting for that,” somebody said. He was in the good chair behind the stove, with the accounts on his knees and no shoes on. # people: Mika, Jorin
“I was going to tell you.” # speaker: Mika # mood: guarded
“You’ve told me. It’s very clear.” He’d hardly raised his eyes. “And you’re right.” # speaker: Jorin # mood: hurt
-> agreed

= agreed
“I’ve asked too much. You’re seventeen, you’ve got school, I’ve had you folding paper at midnight. I’d have gone at Christmas.” # speaker: Jorin # mood: open
“So you don’t mind,” I said. # speaker: Mika # mood: guarded
“I mind like anything. That’s for me to see to. Would you let me carry something?” # speaker: Jorin # mood: hurt
There was only the snare. He carried it the whole way to our door, on the side away from the wind, and asked after Mum’s lifts, and Ludo’s brakes.
“It was the best we ever had up there,” he said, and put it into my arms. “You know that.” # speaker: Jorin # mood: open
I’d leaned on a door, and it wasn’t shut, and now I was on our stairs with a snare drum and four bars that I’d never got to play. You can smell everyone’s dinner from there.
-> nineteen_days
