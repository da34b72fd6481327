"""What stands around the text: the last value of every cue that lasts."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.story.cues import Cue
    from game.story.page import Line, Page

STANDING: Final = frozenset({"scene", "ambience", "perspective", "view", "note", "skip", "music", "people", "chapter"})


@dataclass(frozen=True, slots=True)
class Stage:
    """The standing cues: picture, view, layers of music, air, people in the room, whose eyes, chapter, and where a skip leads."""

    scene: str | None = None
    view: str = "page"
    music: tuple[str, ...] = ()
    ambience: str | None = None
    people: tuple[str, ...] = ()
    perspective: str | None = None
    chapter: int | None = None
    note: str | None = None
    skip: str | None = None

    def after(self, line: Line) -> Stage:
        """Returns the stage once a line's cues have come into force; a new scene or chapter ends the skip and the note before it."""
        if not any(cue.name in STANDING for cue in line.cues):
            return self
        changes = self._changes(line.cues)
        if "scene" in changes or "chapter" in changes:
            changes = {"skip": None, "note": None, **changes}
        return dataclasses.replace(self, **changes)

    def after_page(self, page: Page) -> Stage:
        """Returns the stage once every line of a page is shown."""
        stage = self
        for line in page.lines:
            if line.cues:
                stage = stage.after(line)
        return stage

    @staticmethod
    def _changes(cues: Iterable[Cue]) -> dict[str, Any]:
        """Returns the fields that cues set."""
        changes: dict[str, Any] = {}
        for cue in cues:
            match cue.name:
                case "scene" | "ambience" | "perspective":
                    changes[cue.name] = None if cue.value == "none" else cue.value
                case "view" | "note" | "skip":
                    changes[cue.name] = cue.value
                case "music" | "people":
                    changes[cue.name] = cue.names
                case "chapter":
                    changes["chapter"] = int(cue.value)
                case _:
                    continue
        return changes
