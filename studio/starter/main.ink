// {{title}}
// One knot a scene. Knots, stitches and labels keep their names: saves, skips and plans point at them.
// A tag (# name: value) is a cue for the game; `threshold-studio cues` lists them all.

VAR ida = 0

-> bench

=== bench ===
# chapter: 1
# scene: river
# people: Sam, Ida
# skip: evening
The last bus had gone without us, and it had begun to rain the thin kind.
“The rowing shed’s open,” said Ida. “They’ve a stove. They do soup on Tuesdays.” # speaker: Ida # mood: open

* “What kind of soup?”[ # prompt: You could see the light from here. # discuss: What does each answer find out?] # speaker: Sam
    “Hot.” # speaker: Ida # mood: open
* (why) “Why did you stop going?”[ # prompt: You could see the light from here. # discuss: What does each answer find out?] # speaker: Sam
    ~ ida = ida + 1
    She did up a button that was done up. “They wanted me to come without Noor.” # speaker: Ida # mood: open
* [Look at the light. # prompt: You could see the light from here. # discuss: What does each answer find out?]
    It was a good yellow. It lay on the water all the way to our side.

// Every chapter needs an off-ramp: somebody or something that shows another way. Players see nothing of the cue.
- “You’ve got my number, anyhow.” # speaker: Ida # mood: open # offramp: idas_number
-> shed

=== shed ===
# people: Sam
They had kept a chair by the stove. Somebody had wiped the rain off it.
“Come on Thursday too,” said the man with the ladle. “Just you, though. It’s easier.” # speaker: Cook

* {bench.why} “Easier for whom?”[ # prompt: It was very good soup. # discuss: What was kind here? What did it cost?] # speaker: Sam
    He gave it some thought. “For Thursday,” he said. # speaker: Cook
* “Thursday.”[ # prompt: It was very good soup. # discuss: What was kind here? What did it cost?] # speaker: Sam
    He wrote it on the wall, under some other names.
* [Ask what is in it. # prompt: It was very good soup. # discuss: What was kind here? What did it cost?]
    ~ ida = ida + 1
    “Barley,” he said. Ida would want to know that. # speaker: Cook

- -> evening

=== evening ===
At home my coat smelled of the stove. It was not yet ten.

* [Ring Ida. # prompt: I had two numbers.]
    -> rang
* [Write: Thursday. # prompt: I had two numbers.]
    -> thursday

=== rang ===
“{ida: It’s barley, isn’t it|Well}?” said Ida. Behind her somebody put down two cups, and then a third. # speaker: Ida # mood: open # ending: rang_ida
-> END

=== thursday ===
They answered at once. There would be a chair. # ending: thursday
-> END
