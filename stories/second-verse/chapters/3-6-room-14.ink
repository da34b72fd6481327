// 3.6 The same twelve minutes, told by Nilu. End of chapter three.

=== room_14 ===
# scene: room_14
# perspective: Nilu
# music: none
# ambience: room_air
# people: Nilu
# skip: works_quiet
The same twelve minutes. That evening I was timing everything.
At twenty to {bellevue_foyer.ten:ten|eleven} there are eleven people in room fourteen, for the window. They have all brought chairs. I call people by their rooms; it is not unfriendly, the fuse box does it too. Nine was a dentist. Twelve has two boys. Six has her knitting, and says she is not watching.
I give the marks. Song one, seven. The boys say ten. I tell them that ten is not possible in a first song, where would one go? # music: kick, voice
Song two, eight. The concertina comes late into the turn and it is right to. Nine asks Six to dance, and Six has a row to finish. So he dances with the ironing board. He takes it across to the door and back with one hand in the small of it. I have not seen better. # music: kick, voice, concertina
I take off two for the drummer. In November there were small notes. Tonight there are none, and I know that they can be played. One does not take marks from people who cannot.
We have a lamp in our eyes. We think somebody has put it up the wrong way round. Twelve shouts down to them, in case they have not noticed.
Then comes our song. # music: kick, voice
I say ours. The porter sings it when he mops, one verse, and after that the mopping. A man has a coat, and he lends it to a girl who is not from there. The boys do the barge. Nine has the vowels wrong, but he has them wrong with his whole chest. We sing it out of the window to the three hundred, and they sing it up to us, and for one line it was eleven out of eleven.
We come to the word, and there are two words.
Nobody said anything. One of the boys asked what it was that they were singing, down there, and Nine told him that it is old, it is an old word for borrowed. That is not correct.
Then there were the chairs. They are much louder when they go back. # music: kick # sound: chair_scrape
It is written that at lamps there shall be blinds. The porter has a pole for it. He begins at the top, and from one window to the next he needs four beats, because of his knee. I heard them clap out there, in time. They were clapping a man of sixty-one with a pole. # sound: blind_drops

* (shut) [Shut the window and revise. # prompt: He had come to fourteen. “In or out?” he asked me. # discuss: Mika has told these minutes too. What could not be seen from the lorry?]
    One lifts and pushes. Page two hundred and eleven is the capillary tube. I read it four times that night, and if you wake me I can say it to you. There is one sentence in it that I do not like now. # music: none
* (heard) [Hear it out. # prompt: He had come to fourteen. “In or out?” he asked me. # discuss: Mika has told these minutes too. What could not be seen from the lorry?]
    “In,” I said. “But leave me a hand.” He left it up by one hand, and I put my pencil there. They hummed. Three hundred people who hum is eight, whoever they are. I gave the eight. I am careful with marks. # speaker: Nilu # mood: guarded # music: kick, hum

-
{
- night == 0:
    The end lamp came along the ground floor, and then there was the clapping. I wrote for the song a line. I wrote for the drummer six: so steady, and with nobody to listen to. Under it I wrote: ask. # music: none # sound: lamp_out
- night == 1:
    Then no drum. I thought it was my ears. And into this, alone, late in the turn, came the concertina, for two bars, and after that somebody who said sorry. # music: concertina
    Nine. I have given no nine in this country before. He should not have said sorry, I would have given more. # music: none
- else:
    At nine minutes to {bellevue_foyer.ten:ten|eleven} Two came down with the pram. She has only two arms, and the door is heavy. I went. # music: none
    The rest is physics. It was a hot lamp and a cold pane. I write with the left, and I serve with the right, so it was only the important one. I looked up, and the drummer was on the edge of the lorry with both hands open. I had never seen them with nothing in them. # sound: glass
}
On Saturday at eight I sat Systems Two. {night == 2:There were four stitches. They gave me ten minutes for them, which is two and a half a stitch. I had eighty-one.|The third question was the capillary tube. {bellevue_foyer.ten:I had slept from ten past ten, it is in the timetable in ink.|I had slept from a quarter past eleven, six decibels is not nothing.} I had eighty-eight.}
-> works_quiet
