// 2.6 Monday the 23rd, six in the morning. End of chapter two, and the card.

=== forty_soft ===
# scene: bakery_shop
# music: none
# ambience: shop_air
# people: Rae, Mika
# skip: programmes
With the blind down and all the shelves full the shop gives off a bit of heat, as when people have just stopped talking. Rae was doing the board. She’d done TWO SEEDED (2!), because his wife was home, and come to WEIGHHOUSE. She rubbed it out with her elbow, and wrote it in again.
“A hundred and sixty soft,” said Rae. “Twelve plaits. A ham I glazed for them.” She had her back to me. “Since Advent Sunday. What would you say to that?” # speaker: Rae # mood: guarded
“He pays Fridays.” # speaker: Mika # mood: guarded
“He says please, Fridays.” # speaker: Rae # mood: guarded
I’d had a message about it. Would I have a word with Rae, Jorin asked, he knew how shy she was of thanks? They’d like the rolls to be her contribution. They were putting it on the poster. # sound: phone_buzz
The chalk had stopped.

* (carried) “They’d like it to be your contribution.”[ # prompt: She was the last person in Tolsing you could call shy. # discuss: How do you carry somebody else’s message?] # speaker: Mika # mood: guarded
    ~ rae = rae - 1
    “Would they?” said Rae. “What to?” # speaker: Rae # mood: guarded
    “The songs. You’ll be on the poster.” # speaker: Mika # mood: guarded
    She got down off the box and went behind, and I heard her count the sacks, out loud, as you would after you’d had strangers in. When she came back she wiped out the whole line, and wrote PAID. “There,” she said. “Now nobody’s been asked.” # speaker: Rae # mood: hurt
* (invoice) [Write her an invoice. # prompt: She was the last person in Tolsing you could call shy. # discuss: How do you carry somebody else’s message?]
    ~ rae = rae + 1
    I took the order pad and a biro. “A hundred and sixty at what?” # speaker: Mika # mood: open
    “Put what it is. Don’t do him a price.” She looked over my arm. “Does it have to say kindly?” # speaker: Rae # mood: open
    “They always say kindly.” # speaker: Mika # mood: open
    “I’ve never been owed,” said Rae. “I don’t know what to wear.” # speaker: Rae # mood: glad
    I took it round myself at dinner time. Jorin read it through, thanked me, and paid it then and there in notes that had never been folded. There wasn’t an order that Friday, or after it.
* (envelopes) [Pay it out of my envelopes. # prompt: She was the last person in Tolsing you could call shy. # discuss: How do you carry somebody else’s message?]
    ~ debt = debt - 1
    I put them on the counter, all that I hadn’t spent, between the tongs and the tin for the lifeboat.
    Rae drew one note out and held it to the light. There wasn’t a crease in it. “This hasn’t been anywhere,” she said. # speaker: Rae # mood: guarded
    “It’s from playing.” # speaker: Mika # mood: guarded
    “It’s from playing, so it’s yours, and you’re giving it me for what they ate while you played.” She worked it through again, with her lips. Then she gave me my change to the penny, and a bun. “That’s for the arithmetic.” # speaker: Rae # mood: open

- Somebody knocked on the glass with a coin. Rae lets Teo in early; he does her scales. # people: Rae, Mika, Teo
“I’ve got a fader that’s stuck,” he told his loaf, as it went through the slicer. # speaker: Teo # mood: open
“Which?” # speaker: Mika # mood: guarded
“{studio_bus.shoes:It’s got SHOES on it|It’s got a bit of tape on}. It came up to about here in November and it’s sat there since. It might be the cold.” He counted out coppers. “Thursdays, four to six. In case you know anything about faders.” # speaker: Teo # mood: open # offramp: thursdays
{
- canal_ice.took:
    My ticket was stuck in the frame of the hygiene certificate, where I couldn’t lose it. “I’ve heard that saw,” said Teo on his way out. “You take a jumper.” # speaker: Teo # mood: open
}
Rae let up the blind. She’d started to hum the pans without noticing, and when she came to her low part, with the note that has no business there, I nearly knew what it reminded me of. # music: tins, hum
-> gift_card

=== gift_card ===
# scene: bakery_shop
# music: none
# ambience: none
# people: none
# skip: programmes
Here the chapter ends. A card lies on the counter, face down. The story goes on just the same without it.

* [Turn the card over. # prompt: It is about the last hour, and it is short.]
    THE GIFT THAT IS NEVER MENTIONED. Somebody gives you a good thing and won’t hear a word about it. Later on they ask for something, and the gift doesn’t come up. Nobody brings it up but you, to yourself, at night.
    Beside it, two gifts from the same weeks. Rae lends eight trays by number, and wants eight trays back. Ludo’s ticket has a price on it, and he goes off just as fond of you with it still in his pocket.
    A lift home at six, a coat, a key: with most of them you can’t tell by looking. You can say no to a small thing, and see what the weather does. Mostly it does nothing at all.
* [Go on. # prompt: It is about the last hour, and it is short.]
- -> programmes
