"""Questions to all players together: few, about what was done in the story, with the answers that their kinds have."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from studio import cli

if TYPE_CHECKING:
    from tests.studio.conftest import Tale

INK = """\
# chapter: 1
The key was cold.
* (table) [Put it down. # prompt: Now? # ask: which_key]
* (pocket) [Keep it. # prompt: Now?]
- Rain. # ending: home
-> END
"""
CHOICE = '[[questions]]\nname = "which_key"\nkind = "choice"\noptions = ["table", "pocket"]\ntext = "What becomes of the key"\n'
TOLD = '[questions.answers]\ntable = "It lies on the table"\nnot_reached = "Not known"\n'


def asking(tale: Tale, questions: str) -> list[str]:
    """Returns the codes of what is wrong with what a story asks."""
    tale.write("main.ink", INK)
    tale.write("story.toml", (tale.root / "story.toml").read_text("utf-8").partition("[[questions]]")[0] + questions)
    return [code for code in tale.codes() if code.startswith("ASK")]


def of_kind(kind: str, count: int = 1) -> str:
    """Returns so many questions of a kind."""
    return "".join(f'[[questions]]\nname = "{kind}_{at}"\nkind = "{kind}"\n' for at in range(count))


@pytest.mark.parametrize(
    ("questions", "codes"),
    [
        (CHOICE + TOLD, []),
        (CHOICE + of_kind("length", 5) + of_kind("help_opened", 3), []),
        (CHOICE + of_kind("length", 6), ["ASK01"]),
        (CHOICE + of_kind("before_after", 4), ["ASK01"]),
        (CHOICE.replace('"table", "pocket"', '"table"'), ["ASK02"]),
        (CHOICE.replace('"table", "pocket"', '"table", "table"'), ["ASK02"]),
        (CHOICE + '[[questions]]\nname = "language"\nkind = "length"\n', ["ASK03"]),
        (CHOICE + '[[questions]]\nname = "your_gender"\nkind = "length"\n', ["ASK04"]),
        (CHOICE + '[[questions]]\nname = "how_long"\nkind = "length"\noptions = ["a", "b"]\n', ["ASK05"]),
        (CHOICE.replace('"pocket"', '"pockets"'), ["ASK06"]),
        (CHOICE + TOLD.replace("table =", "tables ="), ["ASK07"]),
    ],
)
def test_what_may_be_asked(tale: Tale, questions: str, codes: list[str]) -> None:
    """Six questions about play and three that come nearer are the most; answers are its choices, and nobody is asked who they are."""
    assert asking(tale, questions) == codes


def test_the_pack_says_every_answer(tale: Tale) -> None:
    """The pack lists, for each question, all its answers in the order in which they are counted, and its words in every language."""
    more = "".join(of_kind(kind) for kind in ("ending", "stopped_at", "length"))
    assert asking(tale, CHOICE + TOLD + more + '[endings.other]\ntitle = "Elsewhere"\n') == []
    assert cli.main(["pack", "--to", str(tale.root), str(tale.root)]) == 0
    (pack,) = tale.root.glob("*.story")
    with zipfile.ZipFile(pack) as packed:
        manifest = json.loads(packed.read("manifest.json"))
    asked = {one["name"]: one for one in manifest["questions"]}
    assert {name: tuple(one["options"]) for name, one in asked.items()} == {
        "which_key": ("table", "pocket"),
        "ending_0": tuple(manifest["endings"]),
        "stopped_at_0": ("chapter_1", "finished"),
        "length_0": ("under_30", "to_60", "over_60"),
    }
    assert asked["which_key"]["text"] == {manifest["language"]: "What becomes of the key"}
    assert asked["which_key"]["answers"]["table"] == {manifest["language"]: "It lies on the table"}
