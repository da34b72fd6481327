"""What stands on a phone: which of its states the room is in, with words for the eye, the ledge and the ear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.group.models import OPEN, READY, REMOVED, REVEALED, SKIPPED, WORDS

if TYPE_CHECKING:
    from server.group.seen import Mine
    from server.group.state import Round, State
    from server.group.words import Words

# How long a bar is drawn.
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Text:
    """Some of the story's words, with the language that they are in."""

    said: str
    language: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One choice: its number, its words, and what may be said of it."""

    number: int
    text: Text
    mine: bool
    talked: bool
    votes: int | None
    share: int


@dataclass(frozen=True, slots=True)
class Sight:
    """A phone's page, before it is drawn."""

    kind: str
    number: int
    head: Text
    note: str
    lines: tuple[Line, ...]
    said: tuple[str, ...]
    mine: str
    ledge: str
    below: str
    ear: str
    seat: int
    live: bool
    # Whether there is nothing to do here but to wait.
    rests: bool


def sight(mine: Mine, words: Words) -> Sight:
    """Returns what a phone shows."""
    room = mine.room
    kind = _kind(mine)
    running = room.round if kind not in {"over", "removed", "waiting"} else None
    head = Text(*words.own(running.asked.text)) if running else Text(_head(kind, words))
    ledge, below = _ledge(kind, room, words)
    answered = bool(mine.choice or mine.words)
    return Sight(
        kind=kind,
        number=running.number if running else 0,
        head=head,
        note=_note(kind, mine, words),
        lines=_lines(running, mine, words),
        said=running.words if running else (),
        mine=mine.words,
        ledge=ledge,
        below=below,
        ear=_ear(kind, head.said, mine, words),
        seat=mine.seat,
        live=kind not in {"over", "removed"},
        rests=kind in {"waiting", "paused", "closed", "result", "few", "read"} or answered,
    )


def _kind(mine: Mine) -> str:
    """Returns which state of the page a room is in."""
    room, running = mine.room, mine.room.round
    if room.over or mine.gone == REMOVED:
        return "over" if room.over else "removed"
    if running is None or running.state in {READY, SKIPPED}:
        return "paused" if room.paused and running and running.state == OPEN else "waiting"
    if running.state == OPEN:
        return "paused" if room.paused else "words" if running.kind == WORDS else "vote"
    if running.kind == WORDS:
        return "read"
    return "closed" if running.state != REVEALED else "few" if running.few else "result"


def _head(kind: str, words: Words) -> str:
    """Returns what stands on top where no question runs."""
    return {
        "over": words.t("This room is over"),
        "removed": words.t("You are no longer in this room"),
        "waiting": words.t("You are in"),
    }[kind]


def _note(kind: str, mine: Mine, words: Words) -> str:
    """Returns what stands below the question."""
    return {
        "over": words.t("Thank you for being here. Who chose what was never kept, and every phone’s place is deleted."),
        "removed": words.t("Whoever leads it removed this phone. If that was a mistake, tell them."),
        "waiting": words.t("The next question comes here by itself. Until then, look up."),
        "paused": words.t("A short break. Nothing is lost."),
        "vote": words.t("You can change it until the vote closes. Nobody sees who chose what."),
        "words": words.t("The facilitator reads it first, without seeing whose it is. Please write no names."),
        "closed": words.t("The vote is closed. What came out is shown when everybody looks up together."),
        "read": words.t("Nothing more can be written here."),
        "result": words.t("This is what the room chose. Nobody sees who chose what."),
        "few": words.t("Too few to show. With under five answers, a result could tell what one person chose."),
    }[kind] + (f" {_tied(mine.room.round, words)}" if kind == "result" and mine.room.round and mine.room.round.tie else "")


def _tied(running: Round, words: Words) -> str:
    """Returns that several choices lead together."""
    return words.t("A tie: the room talks, or votes again.") if running.tie else ""


def _lines(running: Round | None, mine: Mine, words: Words) -> tuple[Line, ...]:
    """Returns the choices, in the order of the story."""
    if running is None:
        return ()
    votes = running.votes
    most = max(votes) if votes else 0
    return tuple(
        Line(
            place,
            Text(*words.own(choice.text)),
            mine.choice == place,
            running.talk == place,
            votes[place - 1] if votes else None,
            round(_WHOLE * votes[place - 1] / most) if votes and most else 0,
        )
        for place, choice in enumerate(running.asked.choices, 1)
    )


def _ledge(kind: str, room: State, words: Words) -> tuple[str, str]:
    """Returns the two lines on the ledge."""
    answered = words.t("{n} of {all} have answered", n=room.answered, all=room.here)
    if kind in {"vote", "words"}:
        left = room.here - room.answered
        waiting = words.tn("Waiting for one more", "Waiting for {n} more", left) if left else words.t("Everybody has answered")
        return waiting, answered
    if kind in {"closed", "result", "few", "read"}:
        return words.t("Look up"), answered
    return ("", "") if kind in {"over", "removed"} else (words.tn("One is here", "{n} are here", room.here), "")


def _ear(kind: str, head: str, mine: Mine, words: Words) -> str:
    """Returns what a screen reader says when the page changes by itself."""
    if kind == "vote":
        return words.t("Your vote: {number}", number=mine.choice) if mine.choice else words.t("A new question: {question}", question=head)
    if kind == "words":
        return words.t("Sent. You can change it.") if mine.words else words.t("A new question: {question}", question=head)
    said = {"closed": words.t("The vote is closed."), "result": words.t("The result is here."), "few": words.t("Too few to show.")}
    return said.get(kind) or (words.t("A short break. Nothing is lost.") if kind == "paused" else head)
