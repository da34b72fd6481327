// 3.3 The nineteen days after. After it: the Bellevue’s foyer, the Tuesday.

=== nineteen_days ===
# scene: mika_room
# music: none
# ambience: none
# people: Mika, Mum
# skip: bellevue_foyer
I slept eleven hours. I’d no idea they came in that size.
Day two was a Tuesday. Rae had kept up with the buns, so there was still the cupboard. {sana > 2:Sana came to the door of it with no bass. “I’m only looking,” she said. She looked for twenty minutes, sideways, and put me right about the bridge.|The man with the hearing aid had me do the end again.} I’d got the little notes back by about ten to six. # music: ghosts
On the Thursday I leaned on Teo’s fader. “It was the cold,” said Teo. # music: none
I’m telling you the good ones first; there were a lot of them. The trouble was the evenings. Teo goes off at six, and a cupboard’s till six, and at the Weighhouse six is when somebody puts the lamp on.
On the eighth day Mum came in at twenty past eight, instead of ten to seven.
“He’s to go round by the dairy now, with the eggs,” she said. “It was nice while it was on his way.” She’d had an hour and a half more every day since the beet. She’d been doing the crossword. # speaker: Mum # mood: open
“Did he say why?” # speaker: Mika # mood: guarded
“It’s eggs, Mika.” # speaker: Mum # mood: guarded
It may have been eggs.
-> pipe

= pipe
On the next Tuesday I heard the cupboard from the corridor. It was applauding. # scene: bowls_cupboard # ambience: cupboard_air # people: Mika, Rae # sound: pipe_bursts
A pipe had gone in the frost, right along the ceiling, and was coming down on forty pairs of white shoes. {bakery_back_room.buns:It was coming down on my floor tom as well, which was full, and in tune for the first time in its life.|It was coming down on my cymbal stand and, in the corner, on the socket.} The whole club came in its socks and made a line. I was next to the man with the hearing aid, who’d taken it out for the wet and called us all Doreen.
Rae brought the van round. She had forty pairs of bowling shoes in the prover, at thirty degrees, by size.
“How long do you give them?” I said. # speaker: Mika # mood: open
“Till they’ve doubled.” # speaker: Rae # mood: glad
Then they shut the cupboard. It’d be dry by Easter, they thought.
“That’s what it was till anyway.” Rae had a white shoe on each hand. “I’ll ask about the chapel.” I said I was fine. # speaker: Rae # mood: open
-> shelter

= shelter
Day nineteen was a Friday, and it rained. I did have a plan. There was the 21:40, and the last train, and a plank; {canal_ice.took:I’d had my feet in that kitchen once already, the night of the saw, and he does eggs at two in the morning.|“—any time,” Ludo had put, “I mean it’s a plank, it’s not busy—”.} I got to the ring road at half past nine with a toothbrush. # scene: ring_road_shelter # ambience: ring_road # people: Mika
On the timetable there was a new white strip under the 20:10. I put my thumb on it. You could feel the edge of the other numbers underneath.
So I stood there, since I’d come. When the lorries let up you could hear somebody’s foot, ten minutes off. It was a quaver late into the verse, and then it was half a quaver late, and I found that I’d been helping. # music: lamp_room
Somebody came along the verge at a run, with his hood up and a bag of coal. # people: Mika, Fenn
“I’ve got your stool,” said Fenn. He’d stopped, but his feet hadn’t. “I’m only keeping it warm. I took it before I’d asked.” # speaker: Fenn # mood: guarded
“It’s a stool,” I said. # speaker: Mika # mood: guarded
“It goes up and down.” The rain was running off his nose. He was as happy as anyone I’ve ever seen. “Are you coming? There’s a plate.” # speaker: Fenn # mood: open
-> plate

= plate
There’s a light over the little door. You can see it from the road. # scene: weighhouse_programmes # ambience: weighhouse_air # music: none # people: Mika, Jorin, Pauli, Hedda, Fenn
{
- out == 1:
    It was Hedda who opened. She had my note on the wall by the coats, with a pin in each corner, as you do with a child’s drawing. “You’ll be soaked,” she said. # speaker: Hedda # mood: open
- out == 2:
    It was Pauli who opened. “You said it very well,” he told me, low down, before anything. “I’d never have got past the bucket. So.” # speaker: Pauli # mood: open
- else:
    It was Fenn who opened. He’d run round me to do it. He had number seven on a bootlace, and he took it off over his wet hair and held it out. # speaker: Fenn
}
Nobody asked. They moved up, all the way along. Hedda took a plate from the shelf over the stove, with another plate on top of it and a cloth round the two. It had everything on it.
“How did you know I’d be coming?” # speaker: Mika # mood: guarded
“She does it every Friday. So,” said Pauli. “We have it after.” # speaker: Pauli # mood: open

* (sat) [Sit where I sat. # prompt: There was room in two places. # discuss: Which gift had a string, and which only looked as if it had?]
    ~ debt = debt + 1
    It was between Pauli and the stove, and it was warm from somebody. I ate the lot. Whenever I looked up there was bread.
* (bydoor) [Sit by the door. # prompt: There was room in two places. # discuss: Which gift had a string, and which only looked as if it had?]
    ~ door = door + 1
    There’s a stool there for doing up boots. I had it on my knees, with my coat on and the draught down my neck, and I could see the road. After a while Pauli came and sat on the coal.

- Jorin brought his chair round. {out == 3:The seven was on my knee by then, on its bootlace, and he was careful not to look at it.|He put my key down by the plate, next to the salt, as if I’d asked for that as well.} # sound: chair_scrape
“I handled it badly,” he said. “So you’ve a favour to come. One thing, whatever you like, and I’ll say yes before I’ve heard it.” # speaker: Jorin # mood: open
I said I’d have to think.
“Think,” said Jorin. “Have some ham.” # speaker: Jorin # mood: glad
-> bellevue_foyer
