"""What stands around the text: the last value of every cue that lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.story.cues import Cue
    from game.story.page import Line, Page

STANDING: Final = frozenset({"scene", "ambience", "perspective", "view", "note", "skip", "music", "people", "chapter", "thread", "time"})


class Stage(Struct, frozen=True, gc=False):
    """The standing cues: picture, view, conversation and clock of a chat, music, air, people, whose eyes, chapter, where a skip leads."""

    scene: str | None = None
    view: str = "page"
    music: tuple[str, ...] = ()
    ambience: str | None = None
    people: tuple[str, ...] = ()
    perspective: str | None = None
    chapter: int | None = None
    note: str | None = None
    skip: str | None = None
    thread: str | None = None
    time: str | None = None

    def after(self, line: Line) -> Stage:
        """Returns the stage once a line's cues are in force; a new scene or chapter ends the skip and the note, a page the chat."""
        # Most lines have cues that do not last; a journey of hours passes here line by line when it is loaded.
        for cue in line.cues:
            if cue.name in STANDING:
                break
        else:
            return self
        changes = self._changes(line.cues)
        if "scene" in changes or "chapter" in changes:
            changes = {"skip": None, "note": None, **changes}
        if changes.get("view") == "page":
            changes = {"thread": None, "time": None, **changes}
        return replace(self, **changes)

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
                case "view" | "note" | "skip" | "thread" | "time":
                    changes[cue.name] = cue.value
                case "music" | "people":
                    changes[cue.name] = cue.names
                case "chapter":
                    changes["chapter"] = int(cue.value)
                case _:
                    continue
        return changes
