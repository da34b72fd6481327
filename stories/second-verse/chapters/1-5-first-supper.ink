// 1.5 Friday, the supper. After it: the studio bus, the Thursday.

=== first_supper ===
# scene: weighhouse_supper
# music: none
# ambience: weighhouse_air
# people: Mika, Sana, Jorin, Pauli, Hedda
# skip: studio_bus
“Money first,” said Jorin. “Then nobody has to hang about at the end looking as if they weren’t.” # speaker: Jorin # mood: open # sound: envelope
~ debt = debt + 1
It was a cream envelope with my name on it in ink. Mika Vessen, with both. In it were two notes that had never been folded.

* [Put it inside my shirt. # prompt: That was three Saturdays at Rae’s.]
    It got me in the ribs whenever I went for the floor tom. I went for the floor tom a good deal.
* (bucket) [Put one in the blue bucket. # prompt: That was three Saturdays at Rae’s.]
    ~ debt = debt - 1
    “You’ll not need to do that,” said Hedda from behind the stove, where she was counting spoons. She’d heard it land. It was paper. # speaker: Hedda # mood: guarded
* “Who told you how it’s spelled?”[ # prompt: That was three Saturdays at Rae’s.] # speaker: Mika # mood: guarded
    ~ said = said + 1
    “It was on the door. Room six, Thursdays. I had four o’clock and you had half past.” He was straightening the benches. “You kept your sticks up your sleeve.” # speaker: Jorin # mood: open
    There used to be somebody going out as I went in. I’d thought he was a teacher.

- The platform is at the cold end, up against the lorry doors, and I had come in a T-shirt.
“You want this. So,” said Pauli. He already had his coat off. It was navy, and it came down over the stool on both sides. # speaker: Pauli # mood: open
“What’ll you wear?” # speaker: Mika # mood: open
“I’m by the stove. So.” # speaker: Pauli # mood: open
~ debt = debt + 1
He wasn’t by the stove. He stood next to me all night in his shirt, talking to the cable round his ankles. “Sorry. You want to go the other way. There.” In the pocket was a boat made out of a bus ticket.
{weighhouse.walk: Sana stood where she stands, with the end of the bass out over my floor tom, so that each of us could see what was coming.|Sana stood at the edge nearest the door with her own coat on, and I could see the back of it.}
“Did you get your key?” I said. # speaker: Mika # mood: open
“They’re still cutting it. It must be some key.” # speaker: Sana # mood: guarded
With all of us up there the needle said 611.
-> first_set

= first_set
Pauli breathed in, and the box breathed in. # music: kick, ghosts, bass, concertina
I’d always played at people and waited to see. That night I had only to think of a thing. Sana came down her four stairs with Pauli over the top, and I put in the small ones, where there was room, and there was room for the lot. Hedda sat. “She doesn’t sit,” Pauli said in my ear.
Then they had the soup. Jorin brought his chair up and put it on my left. # music: none # sound: chair_scrape
“Do you know how good that was?” # speaker: Jorin # mood: open
I said the stool was a good height. # speaker: Mika # mood: open
“It’s the best we’ve had up here.” He meant it. His ears had gone red. “Can you lose the little ones?” # speaker: Jorin # mood: open
“The little what?” # speaker: Mika # mood: guarded
“The ones in between.” And he played them on his knee, with two fingers, the entire verse. I couldn’t have told you I did half of them. “I could sit and listen to those till Easter. That’s the trouble. They’ve come to sing, and they need to know where to put their feet.” # speaker: Jorin # mood: open

* (drop) “All right.”[ # prompt: Nobody had ever known them by heart. # discuss: What would you have asked him?] # speaker: Mika # mood: open
    It was easy. You do nothing, in eleven places. When the verse came round the whole table came down on the one, the spoons jumped, and it was huge, I’m not going to say it wasn’t. They wanted it three times. We’d started that song in six. By the third I couldn’t have told you what it was in. # music: kick, bass, concertina
    My left hand lay on my leg, up the sleeve.
* (hide) [Say yes, and move them to my left foot. # prompt: Nobody had ever known them by heart. # discuss: What would you have asked him?]
    ~ pauli = pauli + 1
    I played it clean on top. The small ones I put in my left foot, heel and toe on a hi-hat screwed shut, in under Pauli’s coat, where you’d have had to be a mouse. The table came down on the one and it was huge, and up on the wall, between my kicks, the needle shivered. # music: kick, bass, concertina
    Pauli looked at the needle, and at the hem of his coat. Then he played up a bit, on that side.
* (ask) “What’s wrong with them?”[ # prompt: Nobody had ever known them by heart. # discuss: What would you have asked him?] # speaker: Mika # mood: guarded
    ~ said = said + 1
    ~ pauli = pauli + 1
    “Nothing. Watch Hedda’s hands.” He gave me my stick, which I’d dropped, and went back to the table. # speaker: Jorin # mood: open
    I watched Hedda’s hands. Each time I put in a small one she waited for it to be over, politely, and clapped late, and looked at her palms. I left out about half. The table got louder. # music: kick, bass, concertina
    “I liked them. So,” said Pauli, to the strap. # speaker: Pauli # mood: open

- {weighhouse.walk: Sana leaned over the floor tom.|Sana said it to her tuner, but I was nearest.} # music: none
{
- drop:
    “I stand on those,” she said. “You might have said. I’d have brought a box.” # speaker: Sana # mood: hurt
- hide:
    “Two things,” she said. “It’s late, your foot. And I’m not telling anyone.” # speaker: Sana # mood: open
- else:
    “Half’s worse,” she said. “I keep putting my foot out for a stair.” # speaker: Sana # mood: guarded
}
I caught up with Pauli at the gate to give him back his coat.
“No, have it till it warms up. So.” # speaker: Pauli # mood: open
It was November. He went off along the fence with his concertina buttoned into his shirt, telling it not far now.
-> studio_bus
