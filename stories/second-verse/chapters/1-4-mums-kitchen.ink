// 1.4 The Thursday after. After it: the first supper, on the Friday.

=== mums_kitchen ===
# scene: mums_kitchen
# music: none
# ambience: kitchen_air
# people: Mum, Mika
# skip: first_supper
# note: Mika’s mother has lost the job she had for eleven years.
{bakery_back_room.buns: The prover came. By Tuesday my drums were in a cupboard at the bowls club, with forty pairs of white shoes, and Sana was standing sideways.|The prover came, and my drums came home to us. The floor tom lived in the kitchen with the post on it.}
On Thursday I got in at ten past eight and Mum was asleep on a form. It was for what the Bellevue owed her. She had her cheek on section six, and the lamp so near that you could smell her hair.
Her uniform was steaming on the radiator. It says REGENT AIRPORT on the pocket. They give you one, so it goes back on damp, and the minibus is at the corner at ten past nine.
Section six was REASON FOR LEAVING, with a box the size of a stamp. She had put I DIDN’T.
Their letter was where it always is, under the short leg of the table. It thanks her for eleven years of nights, asks for the towels back, and spells our name with one s. Folded in eight it’s exactly right.
Across the yard was the music school. They shut it for damp when I was on page thirty of a book of forty. A man had come with a meter. Now it had a banner. DRY, it said. CHARACTERFUL. SEVEN UNITS. Mum said the damp must have had a letter too.
{rae > 2: Rae had sent custards, and counted them at me as I left.|Rae had sent a loaf.}

* “Mum. I’ve got a gig.”[ # prompt: Ten past eight, and the minibus at ten past nine. # discuss: Who has a right to be angry here, and at whom?] # speaker: Mika # mood: open
    -> wake
* [Let her have the hour. # prompt: Ten past eight, and the minibus at ten past nine. # discuss: Who has a right to be angry here, and at whom?]
    -> hour

= wake
~ said = said + 1
She sat up with I DIDN’T on her cheek, back to front.
“What’s the time?” # speaker: Mum # mood: open
“Quarter past.” # speaker: Mika # mood: open
“Quarter past.” She looked at what was left of it. Then she pushed the other chair out with her foot. “Go on, then. Is it indoors?” # speaker: Mum # mood: open
I told her: the Weighhouse, tomorrow, sixty people, an envelope. She made me do the needle, and wanted to know what it would say for her.
“And who’s paying for sixty people’s dumplings?” # speaker: Mum # mood: guarded
“It’s three each.” # speaker: Mika # mood: open
“A hundred and eighty.” # speaker: Mum # mood: guarded

* “There’s a bucket. People put in.”[ # prompt: She used to do the ordering for the weddings.] # speaker: Mika # mood: open
    “That’s a lot of bucket.” She licked her thumb and went at the cheek. “Has it gone?” # speaker: Mum # mood: open
    It had gone grey. “Yes,” I said. # speaker: Mika # mood: guarded
* “Come and see.”[ # prompt: She used to do the ordering for the weddings.] # speaker: Mika # mood: open
    She looked at the radiator. “I’m on till six. Ask them if they do a Tuesday.” # speaker: Mum # mood: open
    “I’ll ask.” # speaker: Mika # mood: open
    “Indoors,” said Mum. “Well.” # speaker: Mum # mood: open
- -> form

= hour
I turned the lamp to the wall. I did the collar of the uniform in the hall, with the hairdryer and the door shut. Then I sat down across from her and went through Friday on my knees. I know to a hair how loud I can be in that kitchen. # music: ghosts
Under the table her foot was going. I don’t think she was awake.
At nine she was up all at once, with I DIDN’T on her cheek, back to front. # music: none
“You should have shouted.” # speaker: Mum # mood: guarded
“You got an hour.” # speaker: Mika # mood: open
“I’d have had it on the bus.” She put an arm in a sleeve, and felt the collar. “Anything I should know?” # speaker: Mum # mood: open

* “I’m playing tomorrow. For money.”[ # prompt: Down at the corner it had its lights on.] # speaker: Mika # mood: open
    ~ said = said + 1
    “Indoors?” said Mum. She had one shoe. “Tell me all of it Sunday.” # speaker: Mum # mood: open
    I could hear her telling somebody, all the way down: for money. There’s never anybody on our stairs.
* “You’ve got ink on you.”[ # prompt: Down at the corner it had its lights on.] # speaker: Mika # mood: guarded
    She licked her thumb and went at it. “Now?” # speaker: Mum # mood: open
    “Gone,” I said. It had gone grey. # speaker: Mika # mood: guarded
- -> form

= form
They sound the horn twice for her. Then it was me and the form. The pen had gone on a bit without her, off the edge and over the oilcloth.
I did the postcode, and the date of birth. I did the name, both s’s.
-> first_supper
