"""A small story in two languages, made by the studio from its catalogue: everything in it that a change of language could lose."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from game.story.pack import Book, open_pack
from studio import keys, pseudo
from studio.build import build
from studio.catalogue import Entry
from studio.story_folder import StoryFolder
from studio.translate import Desk
from tests.game.story.packs import KEY

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

TOML = """\
id = "two-tongues"
version = "1.0"
language = "en"
title = "Two tongues"
tagline = "A door, twice"
authors = ["Nobody"]
minutes = 3
age = 12
content_note = "Nothing happens."
note_short = "Nothing"
licence = "MIT"

[[chapters]]
number = 1
title = "The door"
minutes = 3

[characters.rae]
name = "Rae"
colour = "#E8B06A"

[endings.home]
title = "Home"
"""

# A tunnel with a choice in it, a thread, variants that are counted, dice, glue, choices once and again, a label, a fallback, brackets.
INK = """\
VAR trust = 0
# chapter: 1
It was {late|later|very late}.
-> gate

=== gate ===
{&Knock|Silence|Rain}, {trust > 1: again|once}, <>
and {~a crow|a cat|nobody} beside me.
* (in) [Go in # prompt: The door stood open.]
    ~ trust = trust + 1
    I went in.
    -> room ->
    I came out{in > 0: , {trust} times wiser}.
* “No.”[ # prompt: The door stood open.] # speaker: Rae
    I stayed{gate > 1: , still}.
    ** [Sit down # prompt: A stone.] The stone was {cold|warm|warm, now}.
    ** [Stand # prompt: A stone.]
    -- The light changed.
+ {gate < 5} [Wait # prompt: The door stood open.]
    ~ trust = trust + 1
    Nothing{.|, again.|, as ever.}
* -> out
- {gate < 7: -> gate}
-> out

=== room ===
The room was {dark|less dark}. Rae turned. # speaker: Rae
<- clock
+ [Say it # prompt: She waited.] I said it {once|twice|again}.
+ [Leave # prompt: She waited.]
- She nodded{room > 1: , knowing me}.
->->

=== clock ===
* [Look at the clock # prompt: She waited.] It was {late|too late}.
    ->->

=== out ===
That was {trust > 2: much|all}. # ending: home
-> END
"""


def french(core: str) -> str:
    """Returns words in the other language of these tests, from which one can be read off the other."""
    return f"fr·{core}"


def book(folder: Path, *, missing: Collection[str] = (), language: str = "fr", said: Mapping[str, str] = MappingProxyType({})) -> Book:
    """Returns the story, told in `en` and another language, as the game opens it.

    What begins with one of `missing` is not translated; `said` are translations of some texts.
    """
    root = folder / "two-tongues"
    root.mkdir()
    (root / "story.toml").write_text(TOML, encoding="utf-8")
    (root / "main.ink").write_text(INK, encoding="utf-8")
    desk = Desk(StoryFolder(root))
    entries = []
    for message in desk.messages:
        made_up = french(message.text) if message.path else pseudo.of_ink(message.text, french)
        words = said.get(message.text, made_up)
        entries.append(Entry(*message.key, "" if message.text.startswith(tuple(missing)) else words))
    desk.write(f"{language}.po", language, entries, None)
    packed = build(StoryFolder(root), folder, KEY, unfinished=True)
    assert packed.file is not None, packed.report.diagnostics
    return open_pack(packed.file, {keys.public(KEY)})
