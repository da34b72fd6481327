"""The map of one story as it is played: takes in each turn, keeps itself, and leads back to any place that was seen."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from game.errors import SaveError, marked
from game.story.atlas import Atlas, Place
from game.story.keeping import Keeping
from game.story.manifest import key
from game.story.record import FORMAT, Record, TurnRecord

if TYPE_CHECKING:
    from pathlib import Path

    from game.errors import ThresholdError
    from game.story.journey import Journey
    from game.story.pack import Book

NAME: Final = "map.json"
_EYES = re.compile(r'"\^perspective:\s*([^"\\]{1,40}?)\s*"')
_BROKEN = marked("The map of what was read was damaged. It is kept aside, and a new one begins here.")


class Ways:
    """Where the ways of one story part; while `on` is false nothing is taken in and nothing is written."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder of the story's saves."""
        self.on = False
        self.notice: ThresholdError | None = None
        self._file = Keeping(folder / NAME, Atlas, sure=False)
        self._atlas: Atlas | None = None

    @property
    def atlas(self) -> Atlas:
        """Returns all that was seen, read when it is first needed."""
        if self._atlas is None:
            self._atlas = self._file.load()
            if self._file.broken:
                self.notice = SaveError(_BROKEN)
        return self._atlas

    def note(self, journey: Journey) -> None:
        """Takes in the page that a journey is on, and the choice that led to it."""
        if not self.on:
            return
        here = len(journey.turns) - 1
        new = self.atlas.take(journey.turns[here - 1]) if here else False
        if self._see(journey, here) or new:
            self.keep()

    def gather(self, journey: Journey) -> None:
        """Takes in every page of a journey and every choice in it."""
        if not self.on:
            return
        for at, turn in enumerate(journey.turns):
            self._see(journey, at)
            self.atlas.take(turn)
        self.keep()

    def _see(self, journey: Journey, at: int) -> bool:
        stage = journey.stage_at(at)
        return self.atlas.see(journey.turns[at], journey.state_at(at), stage, journey.stage_at(at - 1))

    def keep(self) -> None:
        """Writes what was seen; where that fails, play goes on and `notice` says why."""
        try:
            self._file.save(self.atlas)
        except SaveError as fault:
            self.notice = fault

    def began(self, before: int) -> None:
        """Remembers which save a what-if began from; 0 ends it."""
        if self.atlas.before != before:
            self.atlas.before = before
            self.keep()

    def regain(self) -> None:
        """Takes in what was brought into the file meanwhile."""
        if self._atlas is not None:
            self._atlas.merge(self._file.load())
            self.keep()

    def forget(self) -> None:
        """Deletes the map.

        Raises SaveError where it cannot be deleted.
        """
        self._file.delete()
        self._atlas = Atlas()


def record_of(atlas: Atlas, place: Place, book: Book, language: str) -> Record:
    """Returns a journey that stands at a place: a page that is never shown puts up the stage, then comes the place itself.

    It names no script, so that whoever resumes it compares the place with the story as it is now, and tells it in today's words.
    """
    told, raw = place.words(language), atlas.state(place)
    around = TurnRecord((("", place.stage),), (), None, skipped=False, language=language, knot="", shape="", state=zlib.compress(raw))
    choices = tuple((text, ()) for text in told.choices)
    # The second state is packed against the first, which is the same one.
    packer = zlib.compressobj(zdict=raw)
    state = packer.compress(raw) + packer.flush()
    there = TurnRecord(
        ((told.label, ()),), choices, None, skipped=False, language=language, knot=place.knot, shape=place.shape, state=state
    )
    manifest = book.manifest
    return Record(FORMAT, manifest.id, manifest.version, "", language, 1, (around, there), chapter=place.chapter, excerpt=told.label)


def eyes(ink: str) -> tuple[str, ...]:
    """Returns the keys of everyone through whose eyes a script is ever told."""
    return tuple(dict.fromkeys(key(name) for name in _EYES.findall(ink) if name != "none"))
