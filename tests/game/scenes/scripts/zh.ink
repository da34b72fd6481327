VAR late = 0
VAR ines = 1
VAR per = 0
-> lock

=== lock ===
# chapter: 1
# scene: lock
十点四十分的时候，牌子上写着2.35米，水还在往下退。我们这边没有人敲回去。台阶上面那盏灯里，从春天起就住着一只飞蛾，我们大家都看着那只飞蛾。
“两分钟。”伊内丝说。 # speaker: Ines # mood: open
* “你去吧。”[ # prompt: 到闸门有十一级台阶。] # speaker: Ines # mood: guarded
* [自己下去。 # prompt: 到闸门有十一级台阶。]
* [说你什么也没听见，再看一会儿飞蛾。 # prompt: 到闸门有十一级台阶。]
- 我们回家了。 # ending: home
-> END
