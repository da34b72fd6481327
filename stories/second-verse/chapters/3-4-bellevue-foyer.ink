// 3.4 The Tuesday before the last night of January. After it: the car park, the Friday.

=== bellevue_foyer ===
# scene: bellevue_foyer
# music: none
# ambience: foyer_air
# people: Mika
# skip: car_park_gig
Mum did eleven years of nights at the Bellevue, and I’d never been past the mat. Now Jorin needed a socket for the lorry. He thought I’d have the name for it.
It had been very grand up to about the height of a trolley. There was a chandelier with a bicycle under it. A silo filled the windows. Where the honeymooners used to have their tea stood a table-tennis table.
The lift opened by itself. # sound: lift_bell
“Welcome, honoured guest,” it said.
“It says it to the bins,” said the night porter. He took a good look at me. “Two s’s.”
“How did you know?” # speaker: Mika # mood: open
“You’ve come in on the side of your feet. She used to do that past the sleepers.”
The fuse box was behind the stairs, as big as a wardrobe, and it was all in Mum. KITCHEN (ASK ME). LIFT: DON’T. 3RD FLOOR, HE SINGS. 14, WINDOW STICKS, LIFT AND PUSH. I know her sevens. At the bottom was CAR PARK (WEDDINGS), and he gave me the key to it off his own ring.
“The leaseholder’s office says to let them have what they want. That, I’ve got in writing.” He shut the box with his palm, softly. “I was to have these typed. I’m waiting for that in writing too.”
-> rally

= rally
# sound: lift_bell
“Welcome, honoured guest,” said the lift, and a girl in two hats came out of it with a slice of toast in her mouth, a page in a plastic sleeve, and two bats. # people: Mika, Nilu
“You are the drummer,” she said when she’d dealt with the toast. “{pool_cafe.deep:Seven, in the end|Six}. On Friday you play in our car park. On Saturday at eight I have Systems Two.” She laid the page on the desk, and squared it. “Refrigeration. I would like to know, until when.” # speaker: Nilu # mood: open
“Eleven, about.” # speaker: Mika # mood: guarded
“About.” She gave it some thought, and held out the worse bat. “I am Nilu. I think better when I am winning.” # speaker: Nilu # mood: open
The ball goes where she’s already looked, and then not there. Two little boys on the stairs kept score in a language they’d made up, and a man ironing a shirt at the only free plug said “Oh!” for both sides. # music: ball # sound: rally
“Your second tom is flat,” said Nilu, serving. “I have it in room fourteen when the wind is from the west. Since November.” # speaker: Nilu # mood: open
“It’s the damp.” # speaker: Mika # mood: guarded
“And you have stopped the small ones.” # speaker: Nilu # mood: open
It went by me on the left.
“The small notes, between. I had them underlined. Why did you?” # speaker: Nilu # mood: open
“They got in the way of the singing.” # speaker: Mika # mood: guarded
“Whose?” said Nilu. She really wanted to know. She waited, with the ball up on her palm, and I couldn’t come up with a name. # speaker: Nilu # mood: open
“What do we get?” I said. “For the whole autumn?” # speaker: Mika # mood: open
“The autumn was long.” She bounced it twice. “There is one on Wednesdays that goes up and does not come down. For that one I open the window. It sticks. You must lift it, and push.” # speaker: Nilu # mood: open
“I know,” I said. “It’s on the box.” # speaker: Mika # mood: open
She took the last four points with her left. “Eleven–three. You may keep the three, I was eating.” # speaker: Nilu # mood: glad # music: none

* (ten) [Spend the favour: finish at ten. # prompt: The porter had turned the telephone round on the desk, in case anybody wanted it. # discuss: What else could a favour like that be spent on?]
    ~ said = said + 1
    Jorin picked up at the second ring. I could hear the spoons behind him. “Friday,” I said. “We stop at ten.” # speaker: Mika # mood: open
    “Done,” he said, before the end of the word, as he’d promised. Then, “Do you know, I’d hoped you’d want something for yourself?” # speaker: Jorin # mood: open
    Nilu had a ruler out. She wrote 22:00 on her page, in ink.
    “You may have four,” she said. # speaker: Nilu # mood: glad
* (monitors) [Turn the monitors on the night, and say nothing. # prompt: The porter had turned the telephone round on the desk, in case anybody wanted it. # discuss: What else could a favour like that be spent on?]
    You can aim a monitor. If I had both of mine round to the silo by an accident with my foot, a room on the third floor would get about half. I worked it out on the back of my hand. I’d still have my favour.
    “What is that?” said Nilu. # speaker: Nilu # mood: open
    “Nothing. Angles.” # speaker: Mika # mood: guarded
    She read it upside down. “It is six decibels,” she said, “if there is no wind,” and she made a small correction to my thumb. # speaker: Nilu # mood: open

- She went up by the stairs, since it was quicker. Behind me the lift shut, thought about it, and opened. # sound: lift_bell
“We hope you enjoyed your stay,” it said.
-> car_park_gig
