"""Two players who did everything the other way round: whoever sees all that their games send cannot tell them apart beyond the promise."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

import pytest

from game.insight import proof, randomiser
from game.insight.book import DELAY, OPEN, Book
from game.insight.ledger import A_STORY
from game.insight.part import Part
from game.insight.randomiser import WHOLE, Weights
from tests.game.contact.wire import Wire
from tests.game.insight.conftest import LANGUAGE, QUESTIONS, RELEASE, until, wholly

if TYPE_CHECKING:
    from pathlib import Path

    from game.insight.asked import Asked
    from tests.game.contact.house import House

NOW = 1_800_000_000
PLAYERS = 12_000
# Four standard deviations, and a threshold is looked for among a dozen.
SURE = 4.5
Seen = tuple[tuple[str, str], ...]


def test_on_the_wire_they_look_alike(tmp_path: Path, counting: House) -> None:
    """Sent to a real server, both are four requests of the same bytes but for question, answer and proof, each answered the same."""
    looks = []
    for place in (0, -1):
        wire = Wire(counting.port)
        now = [NOW]
        part = Part(tmp_path / str(place), wire.origin, pause=(0, 1), clock=lambda now=now: now[0])  # type: ignore[misc]  # bound here
        assert part.join()
        part.begin("lamp", RELEASE, QUESTIONS, LANGUAGE)
        # One reads it through in one go, the other stops at once: what was noted when is not to be seen.
        for _ in range(1 if place else 30):
            part.note("lamp", wholly(place), seconds=100)
        now[0] = NOW + OPEN + DELAY
        part._stir()
        until(lambda part=part: len(part.book.pages.sent) == 4)  # type: ignore[misc]  # bound here
        part.close()
        heads = {message.asked.partition(b"\r\n\r\n")[0].replace(wire.origin[7:].encode(), b"HOST") for message in wire.seen}
        sizes = [(len(message.asked.partition(b"\r\n\r\n")[2]), len(message.answered)) for message in wire.seen]
        statuses = {message.answered.partition(b"\r\n\r\n")[0].splitlines()[0] for message in wire.seen}
        looks.append((len(wire.seen), len(wire._open), heads, sizes, statuses))
        wire.close()
    assert looks[0] == looks[1]


def seen(folder: Path, place: int, count: int) -> list[Seen]:
    """Returns what the games of so many players send: for each, all that an operator reads who can tell which four belong together."""
    found: list[Seen] = []
    book = Book(folder / f"{place}.json")
    for number in range(count):
        # As a part does; a ledger of its own for each.
        drawn = [*_drawn(number), LANGUAGE]
        book.begin("lamp", RELEASE, drawn, NOW)
        book.note("lamp", wholly(place))
        book.seal(NOW + OPEN)
        found.append(tuple(sorted((one.question, str(json.loads(one.body)["a"])) for one in book.pages.waiting)))
        book.clear()
    return found


def _drawn(number: int) -> list[Asked]:
    """Returns two questions about play and one that comes nearer, each pair as often as the others."""
    play = [QUESTIONS[number % 6], QUESTIONS[(number + 1 + number // 6 % 5) % 6]]
    return [*play, QUESTIONS[6 + number % 3]]


def best_attack(ones: list[Seen], others: list[Seen]) -> tuple[float, float]:
    """Returns the epsilon that the best attack by likelihoods shows at the least, and how often it is right; it knows all odds."""
    scores = [[_score(one) for one in part] for part in (ones, others)]
    cuts = sorted({*scores[0], *scores[1]})
    shown = max(math.log(_bounds(_above(scores[0], cut))[0] / _bounds(_above(scores[1], cut))[1]) for cut in cuts if _above(scores[0], cut))
    right = max((_above(scores[0], cut) + 1 - _above(scores[1], cut)) / 2 for cut in cuts)
    return shown, right


def _score(one: Seen) -> float:
    """Returns the logarithm of the odds that the player is of the first kind."""
    total = 0.0
    asked = {question.name: question for question in (*QUESTIONS, LANGUAGE)}
    for name, answer in one:
        question = asked[name]
        odds = randomiser.weights(len(question.options), question.epsilon)
        ratio = math.log(odds.truth / odds.lie)
        total += ratio * ((int(answer) == 0) - (int(answer) == len(question.options) - 2))
    return round(total, 6)


def _above(scores: list[float], cut: float) -> float:
    return sum(score >= cut for score in scores) / len(scores)


def _bounds(share: float) -> tuple[float, float]:
    """Returns Wilson's interval around a share of the players."""
    square = SURE**2
    middle = (share + square / (2 * PLAYERS)) / (1 + square / PLAYERS)
    half = SURE * math.sqrt(share * (1 - share) / PLAYERS + square / (4 * PLAYERS**2)) / (1 + square / PLAYERS)
    return max(middle - half, 1e-9), middle + half


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has proofs take no work and nothing go to the disk: neither knows what is true."""
    monkeypatch.setattr(proof, "solve", lambda _question, _answer: 7)
    monkeypatch.setattr("game.insight.book.write_atomically", lambda *_, **__: None)


@pytest.mark.usefixtures("quick")
def test_the_best_attack_stays_below_the_promise(tmp_path: Path) -> None:
    """Of 12,000 players of each kind, nobody does better than epsilon 6 who reads all reports and knows which four are one player's."""
    shown, right = best_attack(seen(tmp_path, 0, PLAYERS), seen(tmp_path, -1, PLAYERS))
    print(f"the best attack shows epsilon {shown:.2f} at the least, of {A_STORY / 1000:g} promised, and is right in {right:.1%}")
    assert 3 < shown <= A_STORY / 1000
    assert right < 1 / (1 + math.exp(-A_STORY / 1000))


@pytest.mark.usefixtures("quick")
def test_a_coin_that_lies_too_seldom_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same attack shows more than is promised where a coin lies once in a thousand times."""
    lie = WHOLE // 3000
    with monkeypatch.context() as patch:
        patch.setattr(randomiser, "weights", lambda kinds, _epsilon: Weights(WHOLE - (kinds - 1) * lie, lie))
        ones, others = seen(tmp_path, 0, PLAYERS), seen(tmp_path, -1, PLAYERS)
    shown, _ = best_attack(ones, others)
    assert shown > A_STORY / 1000
