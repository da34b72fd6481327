// 2.2 A Wednesday in December, in bed. Chat. After it: the found verse, the Thursday.

=== eight_names ===
# scene: mika_room
# music: none
# ambience: none
# people: Mika
# skip: found_verse
Wednesday I lay on the bed in my shoes and let it buzz. It had been soup since supper. # sound: phone_buzz
# view: chat
# thread: coat
# time: 21:06
The 20th, soup at seven. You will each bring a bowl. # speaker: Hedda # reaction: Pauli, boat
Which soup. So I know which bowl. So. # speaker: Pauli
Barley. # speaker: Hedda # reaction: Pauli, boat
Is it the same as at our roof. So. # speaker: Pauli
It will be better. # speaker: Hedda # reaction: Pauli, boat
Who has the big spoon. # speaker: Hedda # reaction: Pauli, boat
I had it for the beet. I’ll bring it. So. # speaker: Pauli
You will wash it. # speaker: Hedda # reaction: Pauli, boat
I’ve washed it. It still smells of beet, but only if it’s told you it does. So. # speaker: Pauli
Might one roll be kept warm for whoever does the coal? They always come in last. # speaker: Jorin # reaction: Pauli, boat
They come in last because they have had two. # speaker: Hedda # reaction: Pauli, boat
Then I’ve nothing further. # speaker: Jorin # reaction: Pauli, boat
Twelve more were about barley.
Platform on the 20th: Mika, Pauli, Hedda (harmonium!), Ilse, Bram, Wim, old Corne, me. Please be tuned by half six. What a list! # speaker: Jorin # time: 21:12 # reaction: Pauli, boat
There will be rolls. Forty soft. # speaker: Hedda # reaction: Pauli, boat
The bowls with blue on are mine, you will bring them back. # speaker: Hedda # reaction: Pauli, boat
It had gone on to bowls. I scrolled up and counted. Then I counted from the other end, which sometimes helps.
Is it still in D on the 20th # speaker: Sana # waits: sana # time: 21:15
—so this is the plank by daylight, the dent is me, there’s room on the other side for a dent— # speaker: Ludo # waits: ludo
I wrote Where’s. I took it out. I wrote Is there, and took that out too.

* (asked) That’s eight. There are nine of us.[ # prompt: Message, it said, in grey. # discuss: Three messages, three people who might be hurt. Who, each time?] # speaker: Mika # mood: guarded # reaction: Pauli, boat
    ~ said = said + 1
    There will be barley for everybody. # speaker: Hedda
    Good eyes. It’s only the platform, it’s rated for eight. I had a man out. # speaker: Jorin
    A man to count? # speaker: Mika
    He had a clipboard. You’d have liked him. # speaker: Jorin # reaction: Pauli, boat
    They’d always weighed us. I hadn’t known that anybody counted.
* (list) [Open Sana’s. Tell her there’s a list. # prompt: Message, it said, in grey. # discuss: Three messages, three people who might be hurt. Who, each time?]
    ~ sana = sana + 1
    # thread: sana
    Yes D. There’s a list up for the platform. It’s got eight on # speaker: Mika
    Two things. Am I on it # speaker: Sana
    I think he forgot # speaker: Mika
    She was typing. She wasn’t. She was.
    He knows the name of Wim’s sister’s dog # speaker: Sana
    I’ll bring my own bowl # speaker: Sana
* (third) [Open Sana’s. Answer what she asked. # prompt: Message, it said, in grey. # discuss: Three messages, three people who might be hurt. Who, each time?]
    # thread: sana
    Yes D # speaker: Mika
    Good. I’ve found something for the third bar # speaker: Sana
    You’ll hate it. Then you’ll want to marry it # speaker: Sana
    What time # speaker: Sana
    Half six, to be tuned # speaker: Mika
    I watched her type for a whole minute. What came was a thumb. # sound: phone_buzz

- # thread: coat
    # time: 22:31
Also a spoon. # speaker: Hedda # reaction: Pauli, boat
# view: page
I put it face down on my chest. About every eight bars it buzzed, and I thought it was somebody changing their mind. It was spoons. # sound: phone_buzz
-> found_verse
