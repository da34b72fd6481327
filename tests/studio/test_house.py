"""House rules that a program can see are held, and a story is counted by chapter and by who speaks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from studio import cli, pack, reading
from studio.word_count import WordCount, count

if TYPE_CHECKING:
    from tests.studio.conftest import Tale

TWO = '[[chapters]]\nnumber = 2\ntitle = "Two"\nminutes = 4\n'


@pytest.mark.parametrize(
    ("cue", "code"), [("timer: 5", "HOUSE01"), ("Countdown: 3", "HOUSE01"), ("helpline", "HOUSE02"), ("score: 1", "HOUSE03")]
)
def test_what_never_stands_here_is_refused_with_its_reason(tale: Tale, cue: str, code: str) -> None:
    """A cue against the clock, one that brings help by a choice, and one that scores, must be errors that say why."""
    tale.change("main.ink", "I went in.", f"I went in. # {cue}")
    assert tale.codes() == [code]


def test_a_chapter_without_an_offramp_is_told(tale: Tale) -> None:
    """Every chapter needs an off-ramp of its own; one that a chapter's diverts lead to, in whatever knot, is enough."""
    assert tale.codes() == []
    tale.change("main.ink", " # offramp: bench", "")
    assert tale.codes() == ["HOUSE04"]
    tale.change("main.ink", "That was all.", "That was all. # offramp: bench\n")
    assert tale.codes() == []


def test_chapters_are_told_apart(tale: Tale) -> None:
    """A second chapter must not live on the first one's off-ramp, and is counted by itself."""
    tale.change("story.toml", "[characters.rae]", f"{TWO}\n[characters.rae]")
    tale.change("main.ink", "That was all. # ending: home", "# chapter: 2\nAll over again, extraordinarily. # ending: home")
    (complaint,) = tale.check().diagnostics
    assert (complaint.code, complaint.sentence) == ("HOUSE04", "Chapter 2 has no off-ramp.")
    counted = count(tale.folder)
    assert isinstance(counted, WordCount)
    assert [(row.number, row.title, row.words, row.choices) for row in counted.chapters] == [(1, "One", 13, 2), (2, "Two", 4, 0)]
    assert [(one.name, one.words) for one in counted.characters] == [("", 14), ("Rae", 3)]


@pytest.mark.parametrize("field", ["content_note", "note_short"])
def test_a_blank_note_is_told(tale: Tale, field: str) -> None:
    """A content note that says nothing is an error."""
    old = 'content_note = "Nothing happens."' if field == "content_note" else 'note_short = "Nothing"'
    tale.change("story.toml", old, f'{field} = " … "')
    assert tale.codes() == ["HOUSE05"]


def test_a_blank_caption_is_told(tale: Tale) -> None:
    """A sound without words for those who do not hear it is an error."""
    tale.change("story.toml", 'caption = "A kick drum"', 'caption = " "')
    assert tale.codes() == ["HOUSE05"]


MESSAGES = "\n".join(
    f'[messages.m{at}]\ntext = "Message {at}."\nhonest = {"true" if at % 2 else "false"}\nworks_by = "a debt"' for at in range(8)
)


def test_messages_to_sort_are_four_of_each_kind(tale: Tale) -> None:
    """Four that are straight and four that are not are right; one less, or one that nobody explains, is told at its place."""
    whole = (tale.root / "story.toml").read_text("utf-8") + "\n" + MESSAGES
    tale.write("story.toml", whole)
    assert tale.codes() == []
    tale.write("story.toml", whole.rpartition("[messages.m7]")[0])
    assert tale.codes() == ["HOUSE06"]
    tale.write("story.toml", whole.replace('honest = false\nworks_by = "a debt"', 'honest = false\nworks_by = " "', 1))
    assert tale.codes() == ["HOUSE07"]


def test_the_pack_says_which_messages_are_straight(tale: Tale) -> None:
    """What a player sorts goes along in every language; how a message works on its reader is for translators and youth workers."""
    tale.write("story.toml", (tale.root / "story.toml").read_text("utf-8") + "\n" + MESSAGES)
    report = tale.check()
    assert report.shape is not None
    raw = json.loads(pack.manifest(report.shape, pack.members(tale.root, report.shape, report.ink or "")))
    assert raw["messages"]["m1"] == {"text": {"en": "Message 1."}, "honest": True}
    assert "a debt" not in json.dumps(raw)


def test_lix_is_bjornssons() -> None:
    """Words a sentence, plus the per cent of words with more than six letters; easy and hard texts are called so."""
    assert reading.lix(["One two three four.", "Extraordinary things happen."]) == pytest.approx(7 / 2 + 100 / 7)
    assert reading.lix([]) == reading.lix(["…"]) == 0
    assert reading.lix(["A. B. C."]) == 1
    assert [reading.level(value) for value in (10, 35, 45, 55, 70)] == ["very easy", "easy", "middling", "hard", "very hard"]


def test_words_are_those_that_can_be_read(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """Tags, logic and comments are no words; both forms of the table carry the same."""
    tale.change("main.ink", "It was late.", "It was late. // not a word\n~ temp x = 1\n{x:Yes|No way}.")
    assert cli.main(["words", "--format", "json", str(tale.root)]) == 0
    (story,) = json.loads(capsys.readouterr().out)
    assert story["chapters"][0]["words"] == 19
    assert cli.main(["words", str(tale.root)]) == 0
    text = capsys.readouterr().out
    assert "tale: 19 words in all variants" in text
    assert "(narrator)" in text
    tale.write("main.ink", "-> gone\n")
    assert cli.main(["words", str(tale.root)]) == 1
