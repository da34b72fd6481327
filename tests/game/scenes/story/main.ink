VAR late = 0
VAR ines = 1
VAR per = 0
-> lock

=== lock ===
# chapter: 1
# scene: lock
# skip: gate
At 10:40 the board said 2.35 metres, and the water was still going down.
“Two minutes,” said Ines. # speaker: Ines # mood: open
“You said four.” # speaker: Ines # mood: guarded # pause: 0.4
“It's always two.” # speaker: Old Per
Somebody knocked on the far gate, three times, and then twice more. # sound: knock
Nobody on our side knocked back. The lamp over the steps has a moth in it that's been there since the spring, and all of us looked at the moth.
“Well?” said Ines. # speaker: Ines # mood: open

* “You go.”[ # prompt: There were eleven steps down to the gate.] # speaker: Ines # mood: guarded
    She counted them aloud on the way, and got nine.
* [Go down yourself. # prompt: There were eleven steps down to the gate.]
    ~ late = late + 1
    The rail was wet. There were eleven; there always are.
* [Say that you heard nothing, and look at the moth a little longer. # prompt: There were eleven steps down to the gate.]
    The moth went round once more.

- -> gate

=== gate ===
# chapter: 2
The gate is older than anyone who opens it. It was put in the year the mill burned, by a man who couldn't swim, and it leaks from the left at a rate that Old Per writes down every Friday in a book with a rubber band. He writes the date, the level, the wind, and one word about the water, and the word is nearly always “brown”. In the dry summer it was “going”. On the night my aunt left it was “busy”, and we have never found out what he'd seen, because the book is his, and because nobody asks a man a second time about a word he has chosen.
“Busy,” he said, when I asked him. # speaker: Old Per
{late: By then it was 10:52 and I had wet sleeves.|By then it was 10:52.}

* “Who's there?”
    “Who's asking?” came back through the oak. # speaker: Ines # mood: open
* [Open it.]
    It takes two people, or one and a long time.
* [Knock five times.]
    It seemed the right number.
* [Wait until whoever stands there has gone home, which people do, in the end, if you leave them long enough.]
    We waited.
* [Ask Per.]
    “Busy,” said Per. # speaker: Old Per
* [Sit down on the bench.]
    The bench was wet too.

- There was a light under the gate after that, thin and warm, right across the stones. # ending: home
We went home by the towpath.
-> END
