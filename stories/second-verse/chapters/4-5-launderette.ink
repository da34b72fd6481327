// 4.5 The same Sunday, evening. After it: the Weighhouse, the Friday.

=== launderette ===
# scene: launderette
# music: none
# ambience: launderette_air
# people: Sana, Mika
# skip: weighhouse_last
On Sundays she does the service washes, three of them now till summer. She sat on the end of the bench with the bass across her and no lead in it, and watched number four, and played along to that. I could tell which bar she’d got to by her face.
I put the bag on the dryer. “It’s from Two Seeded,” I said. “It’s got eleven seeds on.” # speaker: Mika # mood: guarded
“I’ve a drummer,” said Sana. # speaker: Sana # mood: guarded
“Who?” # speaker: Mika # mood: guarded
“The lifeguard.” # speaker: Sana # mood: guarded
“He drums?” # speaker: Mika # mood: open
“He counts. If I rush he puts up the finger.” She hadn’t looked away from number four. It had eight minutes on it, and then the spin. # speaker: Sana # mood: guarded

* (door_first) “I heard it all. I was the nearest.”[ # prompt: There was one other place on the bench, with a basket on it. # discuss: Sana may forgive late, on terms, or never. What would be fair?] # speaker: Mika # mood: hurt
    ~ sana = sana + 1
    “I know you were. I could have touched your cymbal.” She damped the strings. “I’d got over Hedda by the silo. She gave me a dinner.” # speaker: Sana # mood: hurt
    {
    - winter_supper.stepped:
        “And I came out,” I said. # speaker: Mika # mood: hurt
        “I’ve never said you didn’t come out. It’s the {canal_ice.told:three|eight} days before.” # speaker: Sana # mood: hurt
    - winter_supper.weighed:
        “You asked about a harmonium,” said Sana. “It was a good joke. I was stood in it.” # speaker: Sana # mood: hurt
        “It was a hundred and ninety-six,” I said. I couldn’t think why I’d said it. # speaker: Mika # mood: hurt
    - else:
        “You were looking right at me, and you counted them in.” # speaker: Sana # mood: hurt
        I said it was Pauli who’d breathed. Then I said, “Yes.” # speaker: Mika # mood: hurt
    }
    “Right,” said Sana. “That’s one.” # speaker: Sana # mood: guarded
* (bass_first) “There’s a note gone. It took me two weeks to hear it.”[ # prompt: There was one other place on the bench, with a basket on it. # discuss: Sana may forgive late, on terms, or never. What would be fair?] # speaker: Mika # mood: open
    “Two weeks?” # speaker: Sana # mood: hurt
    “It’s Rae’s. It’s that low one she goes back for. I think you got it off her through the wall.” # speaker: Mika # mood: open
    She tried it. She couldn’t not. D, C, and then that, and her eyebrow went up by itself. “That’s mine,” she said. # speaker: Sana # mood: guarded # music: bass
    “It’s both of yours.” # speaker: Mika # mood: open
    “You came round here,” said Sana, “to tell me about my own note.” She’d gone on playing it, though. # speaker: Sana # mood: open
* (spin) [Wait out the spin cycle. # prompt: There was one other place on the bench, with a basket on it. # discuss: Sana may forgive late, on terms, or never. What would be fair?]
    ~ sana = sana + 1
    I took the basket on my knees and sat. Eight minutes is a long song. It got to the spin, and the whole bench went, and we sat there with our teeth knocking, looking straight ahead. Then it coasted, and clicked. # sound: washer_door
    She gave me two corners of a sheet. You walk to each other and away, and to each other. It’s the Regent Airport’s, so it’s endless. We’d done nine before she said anything.
    “You’ve got good at folding,” said Sana. # speaker: Sana # mood: guarded

- I told her about the second verse. I told it with the geese.
“And he says no,” said Sana. # speaker: Sana # mood: guarded
“Every time.” # speaker: Mika # mood: open
“He’s perished.” She looked at the drums going round. “That’s a much better song.” # speaker: Sana # mood: open
{
- sana > 4:
    -> terms
- sana > 2:
    -> easter
- else:
    -> one_thing
}

= terms
“Three things,” said Sana. “One, you carry the amp. Two, Tuesdays, half past five, it’s the chapel. Rae asked them about a socket. Five, the next time it’s said about me, you say it while I’m still on the step.” # speaker: Sana # mood: open
“What’s three and four?” # speaker: Mika # mood: open
“You’ll know when you’re doing them.” She’d found the cake. “It’s going to be a while,” she said with her mouth full. “I’m not being funny. I’ll want to bring it up.” # speaker: Sana # mood: guarded
“All right.” # speaker: Mika # mood: open
“At about four in the morning, probably.” # speaker: Sana # mood: glad # music: bass
-> weighhouse_last

= easter
“So can I come back?” I said. # speaker: Mika # mood: hurt
“To what? I’ve got a drummer.” She thought it over. She was fair about it, she’s always been fair. “He’s not as good as you. He was never anywhere else, though. Ask me at Easter.” # speaker: Sana # mood: guarded
“What’ll you say?” # speaker: Mika # mood: guarded
“I’ll be a different age.” She ate one seed off the cake and put the rest in the window, where she’d see it. # speaker: Sana # mood: guarded
-> weighhouse_last

= one_thing
“One thing,” said Sana. “No.” # speaker: Sana # mood: hurt
I waited for four. She’d got up and put a coin in number six for a man with a duvet.
“I’m not angry,” she said to the duvet. “I was. It’s gone, and there isn’t anything where it was. You can leave the cake.” # speaker: Sana # mood: guarded
I left the cake.
-> weighhouse_last
