// 4.2 The Thursday, four to six. After it: Mum’s kitchen, the morning after.

=== stage_plot ===
# scene: studio_bus_plot
# music: none
# ambience: bus_air
# people: Teo, Mika
# skip: lease
“I can’t find what’s the matter with this,” said Teo. He had the tape of the car park up. Jorin wanted the voice brighter. “It could be the desk.” # speaker: Teo # mood: open
He rolled his chair back, so that I’d have to come round. Five faders were up. Over each is a button that says SOLO. You press that and everybody else leaves the room.
-> solo

= solo
* [Solo the foot. # prompt: The tape said FOOT, VOICE, BOX, CLICK, and the last one had nothing on it.]
    You could have parked by it. I listened for whoever that was, and it was somebody very punctual. # music: kick
    -> solo
* [Solo the voice. # prompt: The tape said FOOT, VOICE, BOX, CLICK, and the last one had nothing on it.]
    You leaned in. I’d been through all of that, and I leaned in. “He’s flat on the long ones,” said Teo. “No, he isn’t. I wish he was.” # music: voice
    -> solo
* [Solo the box. # prompt: The tape said FOOT, VOICE, BOX, CLICK, and the last one had nothing on it.]
    {night == 1:Two bars, by themselves, and then the word sorry. Teo ran it back for me without being asked.|A breath, then the note. Then, in the turn, no breath, and the note dead where it ought to be. “Who’s told him off?” said Teo.} # music: concertina
    -> solo
* [Solo the click. # prompt: The tape said FOOT, VOICE, BOX, CLICK, and the last one had nothing on it.]
    “There’s a queue,” said Teo. He reached past and shut it off at the wall. Everything else on the desk seemed to sit down. # music: click
    -> solo
* (eight) [Solo the one with nothing on it. # prompt: The tape said FOOT, VOICE, BOX, CLICK, and the last one had nothing on it.]
    -> house

= house
It was mostly weather. Somebody’s dog. Then I turned it up, and there were people in it, a good way off, and high up. They were singing. One of them had got all the vowels wrong. # music: none
“There was a microphone on the tailgate,” said Teo. “It’d been left facing the house.” # speaker: Teo # mood: open
They were with us, every beat. There was a child doing the barge. They got to the word, and it was lends. # music: hum
Frightened from the first chord, I’d told everyone. I’d told Rae{night == 2:. I’d signed it}. # music: none
Teo found something to do to a plug.
“I want to stop,” I said. # speaker: Mika # mood: hurt
“Right,” said Teo. # speaker: Teo # mood: open
“I’ve done it once. It was nineteen days.” # speaker: Mika # mood: guarded
“That’s a stage with no get-out,” said Teo. “Have you got any paper?” # speaker: Teo # mood: open
-> chairs

= chairs
I had the note from the programme box. He flattened it on a drawing board with its back to us, and drew an oblong. “There’s you. What comes off with you?” # speaker: Teo # mood: open
“The snare. My sticks.” # speaker: Mika # mood: open
“And goes where? Don’t say home. What door, and who’s got it open?” He drew a door. “Who do you ring? I don’t mean who you’d like to. Who picks up?” # speaker: Teo # mood: open # offramp: plot
Which way did I walk? Along the ring road. “That’s the way you came back last time.” So I walked by the lock, and he drew the lock. What got posted beforehand? Nothing. You tell those who are on it, and the rest can read about it.
“Who sits in the van?” # speaker: Mika # mood: open
“That’s the battery,” said Teo. “I’d have to be there in any case.” # speaker: Teo # mood: open
Then he wrote 18:00 at the top, and drew a chair by it. “Fridays. That’s your weak joint, by the sound of it. It wants somebody’s table, and it wants to be every week, or the glue won’t take.” # speaker: Teo # mood: open
“I do know someone who’s good at these,” said Teo. “She’s a counsellor, she does it by typing. Nights, mostly. I fix her mixer.” # speaker: Teo # mood: open
“What do people type?” # speaker: Mika # mood: open
“She says they start with the weather.” He’d drawn three more chairs. He turned the board round to me and held out the pencil. “It needs more of these than you’d think.” # speaker: Teo # mood: open

* (family) [Rae. And Mum, on her nights off. # prompt: Four chairs, and the one with 18:00 on it. # discuss: Whose names would go on yours? Nobody has to say.]
    ~ rae = rae + 1
    I wrote them small. “Have you asked them?” said Teo. I said they’d be at it before I’d finished. “Ask them anyhow,” he said. “It’s nice, being on a list.”
* (band) [Ludo. And Sana, with a question mark. # prompt: Four chairs, and the one with 18:00 on it. # discuss: Whose names would go on yours? Nobody has to say.]
    ~ door = door + 1
    The question mark came out bigger than the name. “It’s a good chair,” said Teo. “It’ll stand there. They don’t go off.”
* (town) [The man with the hearing aid. Two Seeded. # prompt: Four chairs, and the one with 18:00 on it. # discuss: Whose names would go on yours? Nobody has to say.]
    ~ door = door + 1
    “I don’t know what he’s called,” I said. “I don’t know what either of them’s called.” Teo wrote DOREEN and 2S. “They’ve each got a room,” he said, “and nobody in it after six.”

- Then he folded it, in eight, along my folds. # sound: folding
-> lease
