// 4.1 A night in February. Half of it chat. After it: the stage plot, the Thursday.

=== works_quiet ===
# chapter: 4
# scene: works_quiet
# perspective: none
# music: none
# ambience: thaw_air
# people: Mika
# skip: stage_plot
From September the Works goes day and night until it’s out of beet, and then on some night in February it stops. You wake up because there’s nothing there, and so has everybody. You can hear the whole street lying with its eyes open. Somebody had left their washing out, and it dripped, and between drips I could hear it thinking about the next one.
Mum was up, on her night off. I heard her go along the wall to the kitchen without the light. She ran the tap till it was cold, and drank a glass of it, and then she stood there. You do that when somebody upstairs has dropped one shoe. “Well,” said Mum in the end, to the fridge, and the fridge shuddered, and she went back to bed.
The council had put the Bellevue off till April. They’d had the wrong room.
{
- night == 0:
    In the paper was a picture. It’s a fine front. All the blinds are down, and along the bottom edge is a bit of my crash. I’d had the thickest envelope yet, and it was in the drawer with the socks.
- night == 1:
    Not a word had been said about my foot. There was a new pair of headphones on the stool, in case it had been the headphones.
- else:
    On the Monday I’d gone down with Mum to the station, with the heating on too high, and signed a page. It said the lamp nine times. Nilu had made one too. The policewoman had never had one with a graph.
}
I still went. It was Fridays, and there was a plate.
# view: chat
# thread: ludo
# time: 03:12
—are you up, the nine’s just gone by and the whole kitchen rang— # speaker: Ludo # mood: open
The Works has stopped # speaker: Mika
—oh no. what’s it sound like— # speaker: Ludo # mood: open
My ears # speaker: Mika
—have you tried hitting something— # speaker: Ludo # mood: open
Only quietly # speaker: Mika
—same, I did the radiator with a spoon in a sock, and somebody two floors down knocked back. in time. I’ve been in love since about one— # speaker: Ludo # mood: glad
He’d sent that with the spoon still going.
Under that I had three, from three different nights. I’d never sent any.

* (plank) Is the plank free, any of March[ # prompt: My thumb had gone cold. # discuss: Ludo answers what he wasn’t asked. How did he know?] # speaker: Mika # mood: guarded
    ~ door = door + 1
    —look, I heard about the car park, I’ve heard it off my mum and off yours and they don’t match. I’d rather have it off you. any time. I’m up— # speaker: Ludo # mood: open
    That was the second of the three. I hadn’t sent him that.
* (confessed) I played in the Bellevue car park. I was good at it[ # prompt: My thumb had gone cold. # discuss: Ludo answers what he wasn’t asked. How did he know?] # speaker: Mika # mood: hurt
    ~ said = said + 1
    —plank’s free. it’s free all of March. I’ve got it a cushion with a tram on, it’s hideous, you’ll want one— # speaker: Ludo # mood: open
    That was the first of the three. I hadn’t sent him that.
* (rings) Do they ring at night as well[ # prompt: My thumb had gone cold. # discuss: Ludo answers what he wasn’t asked. How did he know?] # speaker: Mika # mood: open
    —all night, plank’s free by the way, and I know about the car park so you needn’t do that bit, hang on, here she comes— # speaker: Ludo # mood: open
    I hadn’t sent him the other two. I looked, to be sure.

- He’d opened his window and held the phone out, over a street two hours off. # music: tram_bell
Then he’d found the guitar. He only had three strings on it. # music: tram_bell, phone_guitar
# view: page
I tried Rae’s low note against his bell, under the blanket, with my mouth shut. It’s a B, and the nine does a B flat. They couldn’t stand each other. I kept them at it till it got light. # music: tram_bell, phone_guitar, hum
-> stage_plot
