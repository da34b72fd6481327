-> room

=== room ===
# chapter: 1
# scene: room
The phone had been face down since supper.
# view: chat
# thread: band
# time: 23:52
Saturday. Real stage, real lights. Rico put us on the bill. # speaker: Dario # photo: stage # reaction: Mika, surprise
That crowd chased Ayo off the tram. # speaker: Mika
They're loud, that's all. 200 people would hear us. # speaker: Dario # reaction: Dario, thumb
Soup is at six. Bring a bowl. # speaker: Ayo # waits: soup # offramp: soup
Are you still up? # speaker: Ayo # waits: ayo
Never mind. # speaker: Ayo # waits: ayo

* Who else is playing?[ # prompt: What do you write?]
    Mika read it and wrote nothing for a while.
    Why does that matter? # speaker: Dario
* [Read it again. Write nothing yet. # prompt: What do you write?]
    You there? # speaker: Dario
- -> after

=== after ===
It matters to me. # speaker: Mika # reaction: Yuna, heart # reaction: Dario, laugh # time: 23:58
* [Open the other conversation. # prompt: Two of them waited.]
    # thread: ayo
    Still up. # speaker: Yuna
    Good. I walked the last two stops. It's fine, it's a nice street at night, there's a man who waters one tree from a window, every night, and he always says sorry to whoever is under it. # speaker: Ayo
    You'd have liked the tree. # speaker: Ayo # reaction: Yuna, boat
* [Put the phone down. # prompt: Two of them waited.]
    # view: page
    I put it face down again, under the lamp.
- # view: page
Then the lamp buzzed once, and I slept. # ending: home
-> END
