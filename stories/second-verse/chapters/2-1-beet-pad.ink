// 2.1 The Sunday, after dark. After it: the list on the phone, a Wednesday.

=== beet_pad ===
# chapter: 2
# scene: beet_pad
# music: none
# ambience: beet_air
# people: Mika, Pauli, Jorin, Hedda
# skip: eight_names
Beet doesn’t mind frost. It minds a thaw after, so when it’s below minus five somebody has to go out and tuck it in.
There were eleven heaps on the pad, each as long as our street, and behind them the Works with its steam lit orange from inside. It takes forty people to get a sheet over one.
The foreman blew a whistle and we all pulled. But at the far end they got the whistle late, so it went up in a ripple and stuck, and forty people said the same word.
Jorin stood through two of those with his head on one side.
“It’s the distance,” I said. “They’re half a beat behind.” # speaker: Mika # mood: open
“What would you do?” # speaker: Jorin # mood: open
Nobody had ever asked me that about beet. He rolled an oil drum out to the middle, where it was equally far to everybody, and lent me a spade. He sang a line, I hit the drum, and forty people pulled on it. It went up and over in one. You could hear it come down. # music: kick, voice
“Two!” shouted somebody at the far end, whom I’d never met.
We did six heaps before the soup. I’d never played anything that you could see from the ring road.
-> soup

= soup
Hedda had the urn on the tailgate. “You’ll have the thick,” she said, and kept the ladle over my cup. “Your mother gets out at six, and no minibus till twenty to eight. She’ll have a lift. My brother comes by Regent with the eggs.” # speaker: Hedda # mood: open # music: none
“She’d never ask.” # speaker: Mika # mood: open
“She won’t be asking. She’ll be sitting down.” # speaker: Hedda # mood: open
Behind the lorry it was out of the wind. Pauli had on a beet sack with holes for his arms. 50 KG, it said. I had his coat.
“You’d have to have seen our roof,” he said. “We’d got the bath up there, under the hole. Dad was going to do it, and then it was his hip. So he’d lie there and listen to it fill.” # speaker: Pauli # mood: open
“What happened?” # speaker: Mika # mood: open
“They came on a Saturday with the tiles. Jorin had only been round about a tune. They did our roof in two days and nobody’d let me carry. So.” # speaker: Pauli # mood: glad
“What did you do?” # speaker: Mika # mood: open
“Held the ladder.” He drank some soup. “It was tied.” # speaker: Pauli # mood: open
Now when it rained, he said, you could lie there and hear it miss.
“Was this your dad’s?” I had the collar up. # speaker: Mika # mood: open
“Grandad’s. He had the lock.” # speaker: Pauli # mood: open
“Like in the song?” # speaker: Mika # mood: open
“He said he never lent anybody anything. So.” # speaker: Pauli # mood: open

* (shared) “Put it on. It’s yours.”[ # prompt: You could see the floodlight through his ears. # discuss: Which of the two is kinder to Pauli?] # speaker: Mika # mood: open
    ~ pauli = pauli + 1
    ~ debt = debt - 1
    He wouldn’t unless I had the sack. Then he wouldn’t because I had the sack. In the end we buttoned it round both of us, with a sleeve each, and went back out there as the widest person in Tolsing. Every time we fell over he said sorry. I never found out who to.
* (kept) “It’s the warmest thing I’ve ever had on.”[ # prompt: You could see the floodlight through his ears. # discuss: Which of the two is kinder to Pauli?] # speaker: Mika # mood: open
    ~ debt = debt + 1
    “Is it?” He put his soup down and went round me, to see it from the back. “Is it really?” # speaker: Pauli # mood: glad
    He’d not have taken it now if I’d gone down on my knees. He pulled next to me till morning, in the sack. Now and then he reached across and did up one of my buttons.

- By four all eleven were in bed. Nobody went home. We stood in the road with our mouths open and caught what was coming down from the Works, which by December is very nearly a sweet. # music: concertina
The man from the far end walked the whole way up to look at what I’d been hitting. He had a scarf on to the eyes and ice in his eyebrows. “Was that you?” he said, and I said that it was. He thought it over. “Thirty years I’ve pulled on a whistle,” he said. He took off his glove, shook a boiled sweet out of it, gave me that, and walked the whole way back.
Jorin came along the line with a flask, and stopped by my drum.
“All my life I’ve heard that song sung,” he said. “I’d never seen it lift anything.” # speaker: Jorin # mood: glad
I couldn’t have told you which fingers were mine. I’d have gone round and untucked the lot, to do it again.
-> eight_names
