"""What a game means to tell, what waits to be told, and what was told: one file, so that no crash can flip a coin twice.

A story's first playthrough is open for three days from its beginning, whatever becomes of it; then each answer is blurred, once, and waits
as the exact bytes of its report. What was true is forgotten in the same moment. When it goes out was drawn without looking at it.
"""

from __future__ import annotations

import datetime as dt
import secrets
import threading
from typing import TYPE_CHECKING, Final

import msgspec

from game import guard
from game.files import write_atomically
from game.insight import proof, randomiser
from game.insight.asked import NOT_REACHED, Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

# Seconds.
HOUR: Final = 3600
OPEN: Final = 72 * HOUR
DELAY: Final = 72 * HOUR
# What the server cannot place any more is not worth telling.
STALE: Final = 60 * 24 * HOUR
_AGAIN = (HOUR, 24 * HOUR)
_MOST_SENT = 60
_MOST_BYTES, _DEEPEST = 2**18, 8


class Noted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that was drawn, and the place of what is true among its answers as far as it is known; None before."""

    asked: Asked
    answer: int | None = None


class Open(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A story's first playthrough while it is open: its release, until when, how long it was read, and whether it is over before that."""

    release: str
    until: int
    noted: tuple[Noted, ...]
    seconds: int = 0
    over: bool = False


class Waiting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report that waits: what it tells, from when on it may go out, and its exact bytes."""

    release: str
    question: str
    told: str
    due: int
    body: str
    # When the playthrough closed, so that what nobody takes is given up one day.
    since: int


class Sent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report that went out, and on which day."""

    release: str
    question: str
    told: str
    day: dt.date


class Pages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; open playthroughs stand by their stories' ids."""

    open: dict[str, Open] = {}
    waiting: tuple[Waiting, ...] = ()
    sent: tuple[Sent, ...] = ()


class Book:
    """The file; safe to use from several threads. A file that cannot be read is an empty one: what it held is not told."""

    def __init__(self, path: Path) -> None:
        """Takes where the file is, or will be."""
        self._path = path
        self._lock = threading.RLock()
        self._pages = _read(path)

    @property
    def pages(self) -> Pages:
        """Returns all of it, as it is now."""
        return self._pages

    def look(self) -> None:
        """Reads the file again, which another program may have changed before this one had it for itself."""
        with self._lock:
            self._pages = _read(self._path)

    def begin(self, story: str, release: str, questions: Sequence[Asked], now: int) -> None:
        """Opens a story's first playthrough for the questions that were drawn.

        Raises OSError, nothing opened, where the file cannot be written.
        """
        opened = Open(release, now + OPEN, tuple(Noted(asked) for asked in questions))
        with self._lock:
            self._write(msgspec.structs.replace(self._pages, open={**self._pages.open, story: opened}))

    def note(self, story: str, answers: Mapping[str, str], *, seconds: int = 0) -> None:
        """Notes what is true by now, by questions' names: the first choice and ending stay, other answers follow what happens.

        Raises OSError, nothing noted, where the file cannot be written.
        """
        with self._lock:
            found = self._pages.open.get(story)
            if found is None or found.over:
                return
            noted = tuple(_followed(one, answers.get(one.asked.name)) for one in found.noted)
            if noted != found.noted or seconds:
                changed = msgspec.structs.replace(found, noted=noted, seconds=found.seconds + seconds)
                self._write(msgspec.structs.replace(self._pages, open={**self._pages.open, story: changed}), sure=False)

    def end(self, story: str) -> None:
        """Notes nothing more of a story, which is begun anew: only what was done first counts.

        Raises OSError where the file cannot be written.
        """
        with self._lock:
            found = self._pages.open.get(story)
            if found is not None and not found.over:
                over = msgspec.structs.replace(found, over=True)
                self._write(msgspec.structs.replace(self._pages, open={**self._pages.open, story: over}))

    def seal(self, now: int) -> None:
        """Blurs the answers of playthroughs that have closed, and has their reports wait; gives up what nobody took for two months.

        Raises OSError, nothing blurred, where the file cannot be written.
        """
        with self._lock:
            waiting = tuple(one for one in self._pages.waiting if one.since + STALE > now)
            if len(waiting) < len(self._pages.waiting):
                self._write(msgspec.structs.replace(self._pages, waiting=waiting))
            closed = {story: found for story, found in self._pages.open.items() if found.until <= now}
        for story, found in closed.items():
            # Its proofs take a second, in which nobody should wait for this.
            reports = tuple(_sealed(found, noted) for noted in found.noted)
            with self._lock:
                if self._pages.open.get(story) is found:
                    left = {key: one for key, one in self._pages.open.items() if key != story}
                    self._write(msgspec.structs.replace(self._pages, open=left, waiting=(*self._pages.waiting, *reports)))

    def due(self, now: int) -> Waiting | None:
        """Returns one of the reports that may go out by now, whichever; None where there is none."""
        found = [one for one in self._pages.waiting if one.due <= now]
        return secrets.choice(found) if found else None

    def next(self) -> int | None:
        """Returns when something is to be done next, in seconds since 1970; None for never."""
        times = [found.until for found in self._pages.open.values()] + [one.due for one in self._pages.waiting]
        return min(times, default=None)

    def later(self, report: Waiting, now: int) -> None:
        """Puts a report that could not be delivered off, its bytes as they are."""
        first, last = _AGAIN
        self._replace(report, msgspec.structs.replace(report, due=now + first + secrets.randbelow(last - first)))

    def delivered(self, report: Waiting, now: int) -> None:
        """Files a report that was delivered under those that were sent."""
        day = dt.datetime.fromtimestamp(now, dt.UTC).date()
        self._replace(report, None, Sent(report.release, report.question, report.told, day))

    def cancel(self, report: Waiting) -> None:
        """Takes a report back that waits: it is never sent."""
        self._replace(report, None)

    def drop(self, story: str) -> None:
        """Forgets what was noted of a story: nothing of it is sent."""
        with self._lock:
            self._write(msgspec.structs.replace(self._pages, open={key: one for key, one in self._pages.open.items() if key != story}))

    def clear(self) -> None:
        """Takes back all that waits and all that was noted; what was sent stays listed."""
        with self._lock:
            if self._pages.open or self._pages.waiting:
                self._write(Pages(sent=self._pages.sent))

    def _replace(self, report: Waiting, by: Waiting | None, sent: Sent | None = None) -> None:
        with self._lock:
            waiting = [by if one.body == report.body else one for one in self._pages.waiting]
            kept = tuple(one for one in waiting if one is not None)
            listed = (*self._pages.sent, *([sent] if sent else []))[-_MOST_SENT:]
            self._write(msgspec.structs.replace(self._pages, waiting=kept, sent=listed))

    def _write(self, pages: Pages, *, sure: bool = True) -> None:
        write_atomically(self._path, msgspec.json.encode(pages), sure=sure)
        self._pages = pages


def _read(path: Path) -> Pages:
    try:
        raw = path.read_bytes()
        return msgspec.json.decode(raw, type=Pages) if guard.fits(raw, size=_MOST_BYTES, depth=_DEEPEST) else Pages()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Pages()


# Of these the first answer counts: a player who goes back looks at other ways, and has chosen already.
_FIRST = frozenset({"choice", "ending", "before_after"})
# Of these the furthest does.
_FURTHEST = frozenset({"stopped_at", "length"})


def _followed(noted: Noted, answer: str | None) -> Noted:
    """Returns a question with what is true now."""
    asked = noted.asked
    if answer is None or answer not in asked.options[:-1] or (noted.answer is not None and asked.kind in _FIRST):
        return noted
    place = asked.options.index(answer)
    if asked.kind in _FURTHEST and noted.answer is not None:
        place = max(place, noted.answer)
    return noted if place == noted.answer else Noted(asked, place)


def _sealed(found: Open, noted: Noted, flip: Callable[[int, int, int], int] = randomiser.told) -> Waiting:
    """Returns the report of one answer, blurred."""
    asked = noted.asked
    kinds = len(asked.options)
    true = asked.options.index(NOT_REACHED) if noted.answer is None else noted.answer
    told = flip(true, kinds, asked.epsilon)
    question = f"{found.release}/{asked.name}"
    body = proof.sealed(question, told, proof.solve(question, told)).decode("ascii")
    return Waiting(found.release, asked.name, asked.options[told], found.until + secrets.randbelow(DELAY), body, found.until)
