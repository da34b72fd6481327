// 3.5 The last night of January. After it: the same minutes in room 14.

=== car_park_gig ===
# scene: car_park_gig
# music: none
# ambience: car_park_air
# people: Mika, Jorin, Pauli, Hedda, Fenn, Teo
# skip: room_14
# note: A crowd at night outside a hostel. On one way through, a hand is cut by glass.
Three hundred came. They’d brought flasks and pushchairs, and a dog in a knitted waistcoat who knew everyone. We had the beet lorry with one side let down. Hedda was giving out soup to people she’d never seen before. “You’ll hold it in both hands,” she told them, and they did. # speaker: Hedda # mood: open
{bellevue_foyer.ten:The programme said UNTIL 22:00. It had been printed with an eleven. Jorin had altered all nine hundred, in ink, by himself.|I’d had my accident with the monitors. Nobody’d noticed except Pauli, who moved his foot so as not to be in the way.}
There were four lamps on stands along the edge. I’d taken them to be for us.
“I thought we’d light the house up a bit,” said Jorin. “It’s the best front in the county, and who’s looked at it in years?” Then he told three hundred people about the women who had kept that front: eleven years of nights, some of them, and one letter. Down by the soup were four that I knew from Mum’s leaving do, and one had hold of another one’s sleeve. Nobody had ever told it aloud before. # speaker: Jorin # mood: open
At the kerb, out of the light, stood a van with its engine going. “The battery’s low,” Teo had explained when I went by. “I’ve got to sit here and run it. It could be an hour.” He had a flask, and two cups. # speaker: Teo # mood: open # sound: van_idle # offramp: van
-> lamps

= lamps
I put my headphones on, and there was the click, waiting for me. I played it clean. I’ve heard the tape. There’s a foot, and his voice, and a space you could drive a tram through. # music: kick, click, voice
With lamps between you and it, a house is just some yellow squares. I believed there was somebody behind each one holding their breath. They’d been afraid from our first chord; I’d have sworn it to anyone, and did.
The Coat was last. With the new word good and loud, we came to the place where Tolsing stops and hums. Jorin looked along the lorry. “Would you lend us those?” he said. And the first lamp came round, and up, on to the front. # speaker: Jorin # mood: open
High up, a blind dropped. # sound: blind_drops
There was a laugh. The second lamp came round. Another dropped, and another; then the floor below. They were dropping in time, and some of the crowd had started clapping on it. I put my foot down, and one fell. I put my foot down, and one fell. # sound: blind_drops
It had been the dial, once, and two kilos, and fourteen people with their mouths full.
The end lamp was Fenn’s. He’d begun to turn it, and now he was looking over his shoulder at me. I can read that on him with no sound. Is it allowed?
Pauli had filled his lungs. It was two bars off. # ask: last_lamp

* (stopped) [Let the song stop, and leave Pauli out there. # prompt: One, two, three, four, five, six. # discuss: Whom does each of these protect, and who pays for it?]
    ~ night = 1
    -> stopping
* (through) [See them through it. # prompt: One, two, three, four, five, six. # discuss: Whom does each of these protect, and who pays for it?]
    ~ night = 0
    -> through_it
* (lamp) [Take the lamp, so that it isn’t Fenn. # prompt: One, two, three, four, five, six. # discuss: Whom does each of these protect, and who pays for it?]
    ~ night = 2
    -> lamp_taken

= stopping
I took my foot off. # music: none
I’d still got a click. No one else had anything. Pauli came in, since he’d breathed by then and you can’t put it back; and he played his two bars, alone, in front of three hundred people. They were late in the turn, where he breathes. They were beautiful. Then there wasn’t anything for them to turn into, and he stood there. “Sorry,” he said. It went out through all the speakers. # music: concertina # speaker: Pauli # mood: hurt
Fenn had let go of the lamp. It hung where it was, at the tarmac. # music: none
Jorin sang on without any of us. He’s as good as that. But it had got in among them. A child asked was it home time. I saw people find out that their feet were cold.
-> van

= through_it
I gave Pauli my foot, and he put his on it. I won’t tell you he was grateful, because he was past me by then, right out over the edge with his eyes shut. He’d never got it so exactly. # music: kick, click, voice, concertina
The end lamp went up. It slid along the ground floor, over a bicycle, a plant, a hand on a cord. The last blind came down on the one. # sound: blind_drops
They clapped for so long that the dog got down under a pushchair. When four people clap you can tell whose is whose. Fenn looked round at me, lit all down one side. He’d wanted to know, and I nodded. # music: none
-> van

= lamp_taken
I got off the stool. The song went on for three steps without me, and I said, “Give it here,” and he did. I’ve never seen a person so pleased to be relieved of something. # music: click, voice
I meant to turn it down to the boards. I’ve been through this with a policewoman, who drew it. It’s hotter than you’d think, even through a glove, and a stand has three legs, and I’d got my eye on two. It went over the edge quite slowly, as if it was bowing. There’s a pane by the foyer door. # sound: glass # music: none
It isn’t a loud noise, out of doors. Then inside a voice said “Oh,” with some interest.
It was Nilu. She’d come to hold the door for a pram. She stood in the frame with the cold coming in all round her, looking at her right hand, like something she had been passed. Then it was red to the wrist. # people: Mika, Jorin, Pauli, Hedda, Fenn, Teo, Nilu
The porter was there with a tin before I’d got down. FIRST AID, it said. THE GOOD TAPE IS MINE. She asked him what the time was.
-> van

= van
{night == 2:Teo had the side door of the van back already. They got her in, with the porter, and her arm up. There was one seat.|By half past there was nothing left but cups. Jorin was shaking people’s hands, in both of his. The van was still there at the kerb, with the engine on and the side door open about a foot.}

* (rode) [Get in. # prompt: It was warm in there; you could see it on the glass.]
    ~ door = door + 1
    {night == 2:I had the page in the plastic sleeve on my knees, because it was on the seat. SYSTEMS TWO, 08:00. No one told me not to look at it.|“Mind the flask,” said Teo. We drove twice round Tolsing on account of the battery. He asked what I’d do about that tom, and I told him, and on the second lap it turned out that I’d been crying since the bridge. “It’s the heater,” said Teo.} # sound: van_idle
* (loaded) [Stay, and see to what’s on the ground. # prompt: It was warm in there; you could see it on the glass.]
    {night == 2:I swept. Fenn held the dustpan. We did it twice, and then on our knees, with the side of a torch, for the small ones.|I rolled up leads, over and under, so they’d be all right for the next person. Fenn did the stands. The house stood there with all its eyes shut, and we took care not to leave anything behind.}
- -> room_14
