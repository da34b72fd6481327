"""What is noted, blurred and kept: once, whatever crashes, and nothing of what was true for longer than it takes."""

from __future__ import annotations

import json
import math
import random
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.insight import book, ledger, proof
from game.insight.book import DELAY, OPEN, STALE, Book, Pages
from game.insight.ledger import Ledger
from game.insight.part import Part
from tests.game.insight.conftest import LANGUAGE, QUESTIONS, RELEASE, wholly

if TYPE_CHECKING:
    from pathlib import Path

NOW = 1_800_000_000
CHOICE, ENDING, STOPPED = QUESTIONS[0], QUESTIONS[3], QUESTIONS[4]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has proofs take no work: what they are is tested elsewhere."""
    monkeypatch.setattr(proof, "solve", lambda _question, _answer: 7)


def opened(folder: Path, now: int = NOW) -> Book:
    """Returns a book with a playthrough that is open."""
    found = Book(folder / "told.json")
    found.begin("lamp", RELEASE, (CHOICE, ENDING, STOPPED, LANGUAGE), now)
    return found


def known(found: Book) -> dict[str, str | None]:
    """Returns what is noted of the playthrough."""
    return {one.asked.name: None if one.answer is None else one.asked.options[one.answer] for one in found.pages.open["lamp"].noted}


def test_the_first_choice_and_ending_count_and_the_furthest_page(tmp_path: Path) -> None:
    """Whoever goes back looks at other ways; how far they came stays, and the language is the one they ended with."""
    found = opened(tmp_path)
    found.note("lamp", {"choice_0": "right", "stopped": "chapter_2", "language": "en"})
    found.note("lamp", {"choice_0": "left", "stopped": "chapter_1", "language": "de", "ending": "out", "nothing": "x"})
    found.note("lamp", {"ending": "home", "stopped": "none of them", "other": "lamp"})
    assert known(found) == {"choice_0": "right", "ending": "out", "stopped": "chapter_2", "language": "de"}
    assert Book(tmp_path / "told.json").pages == found.pages


def test_a_story_begun_anew_is_noted_no_more(tmp_path: Path) -> None:
    """What a second reading does changes nothing."""
    found = opened(tmp_path)
    found.note("lamp", {"choice_0": "right"})
    found.end("lamp")
    found.note("lamp", {"ending": "home"}, seconds=60)
    assert known(found)["ending"] is None
    assert found.pages.open["lamp"].seconds == 0


def test_reports_are_sealed_when_the_time_is_up_whatever_happened(tmp_path: Path) -> None:
    """Three days after the beginning, one report a question waits, of one size, and what was true is nowhere any more."""
    found = opened(tmp_path)
    found.note("lamp", {"choice_0": "right"})
    found.seal(NOW + OPEN - 1)
    assert not found.pages.waiting
    found.seal(NOW + OPEN)
    assert not found.pages.open
    assert [one.question for one in found.pages.waiting] == ["choice_0", "ending", "stopped", "language"]
    for one in found.pages.waiting:
        said = json.loads(one.body)
        assert (len(one.body), said["v"], said["q"]) == (256, 1, f"{RELEASE}/{one.question}")
        asked = next(question for question in (*QUESTIONS, LANGUAGE) if question.name == one.question)
        assert asked.options[said["a"]] == one.told
        assert 0 <= one.due - NOW - OPEN < DELAY
    assert {*json.loads((tmp_path / "told.json").read_bytes())["waiting"][0]} == {"release", "question", "told", "due", "body", "since"}
    assert "answer" not in (tmp_path / "told.json").read_text("utf-8")


def test_a_crash_before_reports_are_written_tosses_no_coin_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be written, nothing of what was tossed can go out; what waits afterwards was tossed once."""
    found = opened(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(book, "write_atomically", full)
        with pytest.raises(OSError, match="space"):
            found.seal(NOW + OPEN)
    assert not found.pages.waiting
    assert "lamp" in found.pages.open
    found.seal(NOW + OPEN)
    before = found.pages.waiting
    # Again, and after a restart, they are the same bytes.
    found.seal(NOW + OPEN + 1)
    again = Book(tmp_path / "told.json")
    again.seal(NOW + OPEN + 2)
    assert again.pages.waiting == found.pages.waiting == before


def test_what_could_not_be_delivered_goes_out_again_byte_for_byte(tmp_path: Path) -> None:
    """A retry is later, never other bytes; what was delivered is listed with its day; nobody is asked twice."""
    found = opened(tmp_path)
    found.seal(NOW + OPEN)
    late = NOW + OPEN + DELAY
    report = found.due(late)
    assert report is not None
    found.later(report, late)
    (put_off,) = [one for one in found.pages.waiting if one.question == report.question]
    assert put_off.body == report.body
    assert late + 3600 <= put_off.due < late + 24 * 3600
    found.delivered(put_off, late)
    assert len(found.pages.waiting) == 3
    (sent,) = found.pages.sent
    assert (sent.question, sent.told) == (report.question, report.told)


def test_a_crash_right_after_the_promise_was_spent_costs_answers_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the ledger and the notes lies a moment; whoever is stopped there tells nothing, then or ever."""
    part = Part(tmp_path, "http://127.0.0.1:9", clock=lambda: NOW)
    part.join()

    def dies(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(book, "write_atomically", dies)
        assert part.begin("lamp", RELEASE, QUESTIONS, LANGUAGE) == ()
    assert part.begin("lamp", RELEASE, QUESTIONS, LANGUAGE) == ()
    assert not part.book.pages.open
    assert json.loads((tmp_path / "insight" / "ledger.json").read_bytes())["lamp"]["epsilon"] == 6000
    part.close()


def test_cancelled_is_gone_for_good(tmp_path: Path) -> None:
    """One report, one story, or everything: what was taken back is never due."""
    found = opened(tmp_path)
    found.drop("lamp")
    assert not found.pages.open
    found = opened(tmp_path)
    found.seal(NOW + OPEN)
    gone = found.pages.waiting[0]
    found.cancel(gone)
    assert gone not in found.pages.waiting
    assert len(found.pages.waiting) == 3
    found.clear()
    assert Book(tmp_path / "told.json").pages == Pages(sent=found.pages.sent)
    assert found.due(NOW * 2) is None
    assert found.next() is None


def test_what_nobody_takes_is_given_up(tmp_path: Path) -> None:
    """Two months after it closed, a playthrough that no server took is forgotten."""
    found = opened(tmp_path)
    found.seal(NOW + OPEN)
    found.seal(NOW + OPEN + STALE)
    assert not found.pages.waiting


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"open": 7}', b"\xff\xfe", b'{"waiting": [{"release": 1}]}', b"[" * 100_000])
def test_a_damaged_file_tells_nothing(tmp_path: Path, raw: bytes) -> None:
    """Whatever the file became, it is read as an empty one."""
    (tmp_path / "told.json").write_bytes(raw)
    assert Book(tmp_path / "told.json").pages == Pages()


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400))
def test_no_bytes_break_it(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    """Any file at all opens."""
    path = tmp_path_factory.mktemp("book") / "told.json"
    path.write_bytes(raw)
    Book(path).seal(NOW)


def test_when_a_report_goes_out_says_nothing_about_it(tmp_path: Path) -> None:
    """Delays of two opposite playthroughs are spread alike over three days (two samples of 1,200 by Kolmogorov and Smirnov)."""
    delays: list[list[int]] = []
    for place in (0, -1):
        found = Book(tmp_path / f"{place}.json")
        for number in range(300):
            found.begin(f"s{number}", RELEASE, (CHOICE, ENDING, STOPPED, LANGUAGE), NOW)
            found.note(f"s{number}", wholly(place))
        found.seal(NOW + OPEN)
        delays.append(sorted(one.due - NOW - OPEN for one in found.pages.waiting))
    assert [len(one) for one in delays] == [1200, 1200]
    apart = (
        max(abs(sum(delay <= at for delay in delays[0]) - sum(delay <= at for delay in delays[1])) for at in range(0, DELAY, 600)) / 1200
    )
    # At this distance one honest run in 20,000 would fail.
    assert apart < math.sqrt(-math.log(1 / 40_000) / 2) * math.sqrt(2 / 1200)
    assert 0 <= delays[0][0] < DELAY / 20
    assert DELAY * 19 / 20 < delays[0][-1] < DELAY


# The promise: whatever a player does, and wherever the program dies, no story costs more than 6 ------------------------


class Life:
    """A player who begins stories, turns taking part on and off, and has the program die under them."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Takes part in a folder of its own."""
        self.folder, self.dice = folder / str(seed), random.Random(seed)
        self.now = NOW
        self.told: dict[str, dict[str, str]] = {}
        self.part = self._part()

    def _part(self) -> Part:
        part = Part(self.folder, "http://127.0.0.1:9", pause=(10**6, 10**6 + 1), clock=lambda: self.now)
        part.join()
        return part

    def begins(self) -> None:
        """Begins a story, for the first time as far as the game can tell."""
        story = self.dice.choice("abc")
        if self.part.begin(story, f"{story}@1", QUESTIONS, LANGUAGE):
            self.part.note(story, wholly(0))

    def passes(self) -> None:
        """Lets days go by."""
        self.now += self.dice.randrange(200) * 24 * 3600
        self.part.book.seal(self.now)

    def dies(self) -> None:
        """Ends without a word, and starts again."""
        self.part.close()
        self.part = self._part()

    def turns_it_off_and_on(self) -> None:
        """Leaves and comes back."""
        self.part.leave()
        self.part.join()

    def cancels(self) -> None:
        """Takes something back."""
        if waiting := self.part.book.pages.waiting:
            self.part.book.cancel(self.dice.choice(waiting))

    def holds(self) -> None:
        """Every byte that ever waited is one toss of one question's coin, and together a story's tosses cost at most 6."""
        cost = {one.name: one.epsilon for one in (*QUESTIONS, LANGUAGE)}
        for one in self.part.book.pages.waiting:
            bodies = self.told.setdefault(one.release, {})
            assert bodies.setdefault(one.question, one.body) == one.body, "a coin was tossed twice"
        for bodies in self.told.values():
            assert sum(cost[name] for name in bodies) <= ledger.A_STORY, "a story cost too much"


def live(folder: Path) -> None:
    """Leads sixty lives of thirty turns each."""
    for seed in range(60):
        life = Life(folder, seed)
        for _ in range(30):
            life.dice.choice([life.begins, life.begins, life.passes, life.dies, life.turns_it_off_and_on, life.cancels])()
            life.holds()
        life.part.close()


def test_no_story_ever_costs_more_than_is_promised(tmp_path: Path) -> None:
    """However stories are begun, crashes come and the switch is turned, one question's coin is tossed once, and a story costs at most 6."""
    live(tmp_path)


def test_a_ledger_that_is_skipped_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same lives find a game that forgets what it spent."""
    monkeypatch.setattr(Ledger, "_read", lambda _self: {})
    with pytest.raises(AssertionError, match=r"tossed twice|cost too much"):
        live(tmp_path)


def test_a_coin_that_is_tossed_again_at_each_start_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same lives find a game that keeps what is true, and blurs it anew whenever it starts."""
    write = Book._write

    def forgetful(self: Book, pages: Pages, **sure: Any) -> None:  # noqa: ANN401  as it is called
        write(self, msgspec.structs.replace(pages, open={**self._pages.open, **pages.open}), **sure)

    monkeypatch.setattr(Book, "_write", forgetful)
    with pytest.raises(AssertionError, match="tossed twice"):
        live(tmp_path)
