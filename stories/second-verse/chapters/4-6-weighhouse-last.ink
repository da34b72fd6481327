// 4.6 A Friday in March, late. It reads everything; after it stand the endings.

=== weighhouse_last ===
# scene: weighhouse_last
# music: none
# ambience: none
# people: Mika, Jorin, Fenn
# skip: after_last
I did it the way it was drawn. I rang the first name before I set out, and it was picked up. {stage_plot.family:“Back door’s on the latch,” said Rae. “Your mother’s here. We’re not waiting up, we’re making pastry.”}{stage_plot.band:“—I’m on the 20:10,” said Ludo, “I’m by your lock, there’s ducks, take as long as you want—”}{stage_plot.town:“Chapel’s open,” said Doreen, whose name was Anselm. “I’ve turned myself up for you.”} The van was at the lock, with the engine on. I had the paper in my shoe.
It was past eleven, and there was one lamp. Jorin sat on the edge of the platform with his back to me and my snare on his knees, and he was tuning it. Down at the warm end Fenn was stacking benches, since he’d started. # sound: snare_tuning
Mostly people tune as if it owed them money. He’d tap by one lug, put his ear down, sing the note into it, wait, and give the key about as much as you’d turn your head. I’d had that drum for six years and I hadn’t met it. # sound: snare_tuning
“It was only a bit tired,” said Jorin. # speaker: Jorin # mood: open
{
- out == 1:
    “I’ve still got your note,” he said. “It’s a good note. I thought that this time you might come and say it.” # speaker: Jorin # mood: open
- out == 2:
    “I’ve put the bucket down,” he said. “Look. You can do it properly.” # speaker: Jorin # mood: open
- else:
    “I’ve kept that hook for you,” he said. “Between six and eight. I didn’t like to see it with anything on.” # speaker: Jorin # mood: open
}
“Was this what you did in room six?” I said. # speaker: Mika # mood: open
“I was the last one out of it. They’d got the banner up already. I had my lesson with two men carrying out the piano.” He tapped, and listened. “Page thirty-nine. I’ve never turned over, you know? It’s silly. I thought, if we had a place that nobody could sell.” # speaker: Jorin # mood: hurt # sound: snare_tuning
{
- bellevue_foyer.monitors:
    “You’ve still got your one thing to ask for,” said Jorin. “Had you forgotten? I hadn’t.” # speaker: Jorin # mood: open
}
“They say that old Two Seeded has a second verse.” # speaker: Jorin # mood: guarded
So I told him. He’d both his hands flat on the skin, to keep it quiet. I did the carter and the miller’s wife. When I’d come to the geese he had shut his eyes.
“And he says no,” said Jorin. # speaker: Jorin # mood: open
“Every time.” # speaker: Mika # mood: open
His ears had gone red. I know what it means when they do that. “It’s better than mine,” he said. # speaker: Jorin # mood: hurt
Fenn set down a bench. Nobody said anything for about two bars.
“We can’t use it, of course,” said Jorin. “There’s no one in it to sing at.” He heard that as well. He hears everything. Then he picked up the snare in both hands and held it out to me, level, as you’d carry something full. # speaker: Jorin # mood: open
-> decide

= decide
* (down) [Put the key down. # ask: the_key # prompt: It would have been in tune for weeks. # discuss: Which of these could you imagine? Which of them could a friend help with?]
    “This is yours,” I said. I put it on the boards, between his feet. # speaker: Mika # mood: open # sound: key_on_wood
    -> key_down
* (kept) “I’ll be a bit busy, Fridays.”[ # prompt: It would have been in tune for weeks. # discuss: Which of these could you imagine? Which of them could a friend help with?] # speaker: Mika # mood: guarded
    -> key_kept
* (sit) [Sit in. # prompt: It would have been in tune for weeks. # discuss: Which of these could you imagine? Which of them could a friend help with?]
    -> sitting
* (stool) “Fenn. Bring the stool.”[ # prompt: It would have been in tune for weeks. # discuss: Which of these could you imagine? Which of them could a friend help with?] # speaker: Mika # mood: open
    -> bring_it
* (crossed) [Cross the car park first. # prompt: It would have been in tune for weeks. # discuss: Which of these could you imagine? Which of them could a friend help with?]
    “I’ve got to see somebody,” I said. “I’ll come and tell you.” # speaker: Mika # mood: guarded
    {night == 2: -> foyer_day}
    -> lost_again

= lost_again
It’s a five-minute walk from the Weighhouse to the Bellevue, and I’d never known that. She was up. She was oiling the net. # scene: bellevue_foyer # ambience: foyer_air # people: Mika, Nilu
“You were all singing,” I said. “There was a microphone. I told people you were scared.” # speaker: Mika # mood: hurt
“{room_14.heard:I heard it to the end|I shut the window at the word}. {night == 1:The concertina I gave nine|The drummer I gave six}.” She held out the worse bat. “I have written also: ask. Why did you play it?” # speaker: Nilu # mood: guarded # music: ball # sound: rally

* “I liked it when they fell.”[ # prompt: She served while I was thinking. # discuss: She asks, and does not say what the right answer would be. What does that do?] # speaker: Mika # mood: hurt
    I’d never said it to anyone. The ball came back while I was still listening to it.
    “Yes,” said Nilu. “I know this. I like it when I win.” # speaker: Nilu # mood: open
* “They were good to me.”[ # prompt: She served while I was thinking. # discuss: She asks, and does not say what the right answer would be. What does that do?] # speaker: Mika # mood: hurt
    “How good?” said Nilu. # speaker: Nilu # mood: open
    I told her about the plate. I told her about the chair on my left. She let the ball go by her, and it went off under the bicycle. “That is nine,” she said. “I did not expect that. It is really a nine. And then they have used it for this.” # speaker: Nilu # mood: hurt
* “I didn’t think about you at all.”[ # prompt: She served while I was thinking. # discuss: She asks, and does not say what the right answer would be. What does that do?] # speaker: Mika # mood: guarded
    “That is correct,” said Nilu. “We thought a great deal about you. Twelve wished to know if you had gloves.” # speaker: Nilu # mood: guarded

- It was eleven–three. “This time you may not keep them.” # speaker: Nilu # mood: open # music: none
Then I walked back over, because he’d be sitting there with it. # scene: weighhouse_last # ambience: none # people: Mika, Jorin, Fenn
-> decide

= key_down
“It’s stopped meaning anything?” said Jorin. # speaker: Jorin # mood: hurt
“No,” I said. That was what was the matter with it. # speaker: Mika # mood: hurt
I took the drum, and he let me take it. He held the door. I went by the lock. # sound: van_idle # scene: lock # ambience: thaw_air # people: Mika
{night == 2: -> foyer_day}
{door > 2 and (sana > 3 or rae > 3): -> cupboard_band}
-> street_four

= key_kept
“It’s for emergencies,” said Jorin. He closed my hand on it. “A roof. That’s all it ever was.” # speaker: Jorin # mood: open
I’d got my mouth open for the next thing. It’s still in there. I went by the lock.
{night == 2: -> foyer_day}
{debt > 3 or pauli > 2: -> two_keys}
-> sat_in

= sitting
I sat down. The stool was a good height. He gave me the snare over the rack tom, and it went into its stand with a small sigh, and it was so in tune that the rivets talked. # music: ghosts, ride
“One,” said Jorin, very softly, “and a two.” # speaker: Jorin # mood: glad # music: none
{night == 2: -> foyer_day}
-> sat_in

= bring_it
He’d got it upside down on his head by the time he asked. “Is it allowed?” said Fenn. # speaker: Fenn # mood: open
Nobody was looking at Jorin. Then all three of us were.
“It isn’t ours,” Jorin said. “It belongs to the house. Fenn? You’ve got till it’s in tune to think.” # speaker: Jorin # mood: guarded
{night == 2: -> foyer_day}
{fenn > 1 and said > 5: -> thursday_stool}
Fenn stood with the legs of it sticking up off him. He was fifteen, and it was warm. “I’ll just finish the benches,” he said. “I’d started.” # speaker: Fenn # mood: guarded
He came in April, on his own, with the stool. This was March. I put the key on the boards. # sound: key_on_wood
-> street_four

=== after_last ===
{night == 2: -> foyer_day}
{door > 2 and (sana > 3 or rae > 3): -> cupboard_band}
-> street_four
