"""What `threshold-studio --help` says around the list of options."""

from __future__ import annotations

ABOUT = """\
The writer's tools of Threshold: from ink to a story that the game opens.

  new FOLDER    makes a story that runs, with a guide, plans and pictures to draw over
  check STORY   compiles the ink and says what is wrong, line by line, and how to mend it
  build STORY   checks, then puts the story on the shelf of the game on this computer
  pack STORY    checks, then makes a .story file for other people, signed with your key
  plan STORY    plays the plans in the story's folder `plans/`, or those you name, and says where it goes another way
  explore STORY plays the story thousands of times at random: what nobody reaches, what fails, how endings are shared, how long it takes
  words STORY   counts words, minutes and choices by chapter and character, and says how easily each chapter reads
  guide STORY   writes the session guide for youth workers (guide.md) as PDF
  translate DO STORY  keeps the story's catalogues, `translations/LANG.po`; DO is `extract` (a template of every text), `update` (bring
                catalogues up to date, begin new ones), `compile` (each language's ink, held against the story's own),
                `status` (what is translated) or `pseudo` (two made-up languages that show what is not)
  cues          lists the cues, the tags that the game understands, each with an example
  codes         lists every complaint that check can make
  key FILE      makes a publisher's key to sign packs with; keep the file to yourself

STORY is a story's folder, its story.toml, an .ink file, or the name of a folder in `stories/`;
without it, the story in this folder, or every story in `stories/`, is meant."""

AFTER = """\
exit codes: 0 all is well; 1 there are complaints; 2 the command could not do its work; 130 stopped with Ctrl-C

examples:
  threshold-studio check stories/second-verse
  threshold-studio check --format gcc chapter.ink
  threshold-studio pack --key ~/publisher.key --to ~/Desktop second-verse"""
