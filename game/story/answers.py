"""What a journey says to the questions of its story, as far as it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.journey import Journey
    from game.story.manifest import Question

FINISHED = "finished"
# A length in minutes, and below it the answer.
_LENGTHS = ((30, "under_30"), (60, "to_60"))
_LONGEST = "over_60"


class _Counts(msgspec.Struct):
    """How often each place of a state was passed, by the engine's name for it."""

    visitCounts: dict[str, int] = {}  # noqa: N815  (as said)


def answers(journey: Journey) -> dict[str, str]:
    """Returns the answers that a journey has by now, by the names of the questions that stand in its story."""
    return dict(_answers(journey))


def length(seconds: float) -> str:
    """Returns how a time of reading is answered."""
    return next((answer for minutes, answer in _LENGTHS if seconds < minutes * 60), _LONGEST)


def _answers(journey: Journey) -> Iterator[tuple[str, str]]:
    manifest = journey.book.manifest
    yield "language", journey.language
    for question in manifest.questions:
        if question.kind == "choice" and (taken := _taken(journey, question)):
            yield question.name, taken
        elif question.kind == "ending" and journey.endings:
            yield question.name, journey.endings[0]
        elif question.kind == "stopped_at" and (journey.endings or journey.chapter):
            yield question.name, FINISHED if journey.endings else f"chapter_{journey.chapter}"


def _taken(journey: Journey, question: Question) -> str | None:
    """Returns which choice was taken on the way to the current page, or None where none of them was."""
    try:
        counts = msgspec.json.decode(journey.state_at(journey.turns[-1].number), type=_Counts).visitCounts
    except msgspec.DecodeError:
        return None
    return next((option for option in question.options if any(path in counts for path in question.places.get(option, ()))), None)
