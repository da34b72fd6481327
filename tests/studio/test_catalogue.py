"""A catalogue is an ordinary .po file, and no edit of the story loses a translation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studio import catalogue
from studio.carrying import carried
from studio.catalogue import Entry
from studio.ink_source import Sources
from studio.messages import Message, of_story
from studio.text_file import TextFile
from tests.studio import translating

if TYPE_CHECKING:
    from collections.abc import Sequence

STORY = """\
It was late. # chapter: 1
=== gate ===
* [Evade] I looked away.
* “No.”[ # prompt: The door stood open. # discuss: Why?] # speaker: Rae
* [Evade] I looked at her. # note: A window is broken.
- On we went.
-> END
"""


def messages(ink: str, folder: Path) -> list[Message]:
    """Returns the messages of some ink."""
    return of_story(translating.sources_of(folder, ink), None)


def french(story: Sequence[Message]) -> list[Entry]:
    """Returns a translation of every message, each its own."""
    return [Entry(*message.key, f"fr {at} {message.text}") for at, message in enumerate(story)]


def by_text(entries: Sequence[Entry]) -> dict[tuple[str, str], tuple[str, bool]]:
    """Returns translations with whether they are guesses, by context and text."""
    return {entry.key: (entry.words, entry.fuzzy) for entry in entries}


def test_contexts(tmp_path: Path) -> None:
    """A message's context is its knot; repeats are numbered, cues have contexts of their own, and translators are told who speaks."""
    found = messages(STORY, tmp_path)
    assert [(one.context, one.text) for one in found] == [
        ("(opening)", "It was late."),
        ("gate", "[Evade] I looked away."),
        ("gate", "“No.”[]"),
        ("gate # prompt", "The door stood open."),
        ("gate # discuss", "Why?"),
        ("gate", "[Evade] I looked at her."),
        ("gate # note", "A window is broken."),
        ("gate", "On we went."),
    ]
    assert found[2].remarks[0] == "Said by Rae."
    assert {one.chapter for one in found} == {1}
    again = messages("=== k ===\n* [Evade]\n* [Evade]\n+ [Go # prompt: So?]\n+ [On # prompt: So?]\n- -> END\n", tmp_path)
    assert [one.context for one in again] == ["k", "k (2)", "k", "k # prompt", "k"]
    assert [place.line for place in again[3].places] == [4, 5]


def test_a_catalogue_comes_back(tmp_path: Path) -> None:
    """What is written is read again: texts with quotes and long lines, guesses with what they were made for, remarks, what is gone."""
    found = messages(STORY + 'A \\"quote\\" and\ta tab, 100 % of {x} ' + "and so on " * 30 + "\n", tmp_path)
    entries = french(found)
    entries[1] = Entry(*found[1].key, "fr", fuzzy=True, previous='before "it" ' * 20, remarks=("Ask Rae.",))
    old = catalogue.parse("fr", TextFile("translations/fr.po", ""))
    old.gone = [Entry("gate", "Gone.", "Parti.", fuzzy=True), Entry("gate", "Away.", "Là-bas.")]
    text = catalogue.text_of("A tale", "fr", found, entries, old)
    read = catalogue.parse("fr", TextFile("translations/fr.po", text))
    assert read.faults == []
    assert [(one.key, one.words, one.fuzzy, one.previous, one.remarks) for one in read.entries] == [
        (one.key, one.words, one.fuzzy, one.previous, one.remarks) for one in entries
    ]
    assert [(one.key, one.words, one.fuzzy) for one in read.gone] == [(one.key, one.words, one.fuzzy) for one in old.gone]
    assert "python-format" not in text
    assert catalogue.text_of("A tale", "fr", found, entries, read) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\nnonsense "d"\n', 5),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 2),
        ('"a"\n', 1),
        ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset*=utf-8\\n"\n\nmsgid "a"\nmsgstr "b"\n', 1),
    ],
)
def test_a_broken_file_is_told(text: str, line: int) -> None:
    """A file that is no catalogue is one complaint, near where it breaks."""
    (fault,) = catalogue.parse("fr", TextFile("translations/fr.po", text)).faults
    assert fault.code == "PO01"
    assert abs(fault.line - line) <= 1


def test_a_file_named_for_no_language_is_told() -> None:
    """The name of a file is its language."""
    assert [one.code for one in catalogue.parse("french", TextFile("translations/french.po", "")).faults] == ["PO06"]


def test_a_typo_mended_keeps_its_translation(tmp_path: Path) -> None:
    """A line that was changed a little keeps its translation as a guess, with the words it was made for; others keep theirs."""
    before = french(messages(STORY, tmp_path))
    now = messages(STORY.replace("On we went.", "On we wandered."), tmp_path)
    entries, gone = carried(now, before, [])
    assert gone == []
    assert entries[-1] == Entry("gate", "On we wandered.", "fr 7 On we went.", fuzzy=True, previous="On we went.")
    assert not any(entry.fuzzy for entry in entries[:-1])
    again, _ = carried(messages(STORY.replace("On we went.", "On we all wandered."), tmp_path), entries, [])
    assert again[-1].previous == "On we went."
    assert again[-1].words == "fr 7 On we went."


def test_repeats_keep_their_own(tmp_path: Path) -> None:
    """Where one of several equal lines goes, or one more comes, each keeps the translation it had."""
    ink = "=== k ===\nOne.\nAgain.\nTwo.\nAgain.\nThree.\nAgain.\n-> END\n"
    before = french(messages(ink, tmp_path))
    entries, gone = carried(messages(ink.replace("One.\nAgain.\n", "One.\n"), tmp_path), before, [])
    assert [entry.words for entry in entries if entry.text == "Again."] == ["fr 3 Again.", "fr 5 Again."]
    assert [entry.words for entry in gone] == ["fr 1 Again."]
    back, rest = carried(messages(ink, tmp_path), entries, gone)
    assert by_text(back) == by_text(before)
    assert rest == []


def test_a_renamed_knot_keeps_its_translations(tmp_path: Path) -> None:
    """A knot with another name is the same lines in the same order: nothing has to be looked at again."""
    before = french(messages(STORY, tmp_path))
    entries, gone = carried(messages(STORY.replace("=== gate", "=== old_gate"), tmp_path), before, [])
    assert [(entry.words, entry.fuzzy) for entry in entries] == [(entry.words, False) for entry in before]
    assert gone == []


def test_a_line_that_moved_away_is_a_guess(tmp_path: Path) -> None:
    """A line that now stands in another knot may mean something else there."""
    before = french(messages("=== a ===\nOne.\nTwo.\nThree.\nFour.\n=== b ===\nFive.\n-> END\n", tmp_path))
    entries, _ = carried(messages("=== a ===\nTwo.\nThree.\nFour.\n=== b ===\nFive.\nOne.\n-> END\n", tmp_path), before, [])
    assert {entry.text for entry in entries if entry.fuzzy} == {"One."}
    moved, _ = carried(messages("=== a ===\nTwo.\nThree.\nFour.\nOne.\n=== b ===\nFive.\n-> END\n", tmp_path), before, [])
    assert not any(entry.fuzzy for entry in moved)
    assert all(entry.words for entry in moved)


def test_a_line_that_was_changed_and_moved_is_a_guess(tmp_path: Path) -> None:
    """A line much like one that is gone, wherever it stood, keeps that one's translation as a guess."""
    before = french(messages("=== a ===\nThe lamp went out at ten.\nTwo.\n=== b ===\nFive.\n-> END\n", tmp_path))
    entries, gone = carried(messages("=== a ===\nTwo.\n=== b ===\nFive.\nThe lamp went out at nine.\n-> END\n", tmp_path), before, [])
    assert (entries[-1].words, entries[-1].fuzzy) == ("fr 0 The lamp went out at ten.", True)
    assert gone == []


TEXTS = st.lists(st.sampled_from(["One.", "Two.", "Two!", "Three.", "Again.", "Again, then.", "Quite another thing."]), max_size=8)


@given(TEXTS, TEXTS)
@example(["One.", "Again."], ["Again.", "One.", "Again, then."])
def test_no_translation_is_ever_lost(first: list[str], second: list[str]) -> None:
    """Whatever becomes of a story, each translation stands in the file afterwards, once, and a line with unchanged words has one."""

    def of(texts: list[str]) -> list[Message]:
        ink = "=== k ===\n" + "".join(f"{text}\n" for text in texts) + "-> END\n"
        return of_story(Sources(Path(), "m", {"m": TextFile("m", ink)}, {"m": ink}, {"m": ink}), None)

    before = french(of(first))
    entries, gone = carried(of(second), before, [])
    words = [entry.words for entry in (*entries, *gone) if entry.words]
    assert len(set(words)) == len(words)
    kept = {entry.text for entry in entries if entry.used}
    assert {text for text in second if text in first} <= kept
    lost = {entry.words for entry in before} - set(words)
    assert not lost
