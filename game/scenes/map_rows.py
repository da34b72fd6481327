"""The rows of the map: what each seen place, ending and perspective is called, and nothing of what was not seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.story.manifest import pick
from game.story.ways import eyes
from game.ui.text import isolated

if TYPE_CHECKING:
    from game.scenes.session import Session
    from game.scenes.shell import Shell
    from game.story.atlas import Place


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its key, its kind (head, place, door), words, what is said below them, and for a place which of its ways are lit.

    `chapter` is said before the name to those who hear it; `lit` also says whether a door has light behind it.
    """

    key: str
    kind: str
    words: str
    below: str = ""
    chapter: str = ""
    lit: tuple[bool, ...] = ()
    place: Place | None = None


def rows(shell: Shell, session: Session) -> list[Row]:
    """Returns every row, chapter by chapter, then endings and perspectives."""
    return [*_chapters(shell, session), *_endings(shell, session), *_eyes(shell, session)]


def _chapters(shell: Shell, session: Session) -> list[Row]:
    found: list[Row] = []
    places = session.ways.atlas.places
    for number in sorted({place.chapter or 0 for place in places}):
        title = chapter_title(shell, session, number)
        if title:
            found.append(Row(f"chapter-{number}", "head", title))
        here = [(at, place) for at, place in enumerate(places) if (place.chapter or 0) == number]
        found += [_place(shell, session, at, place, title) for at, place in here]
    return found


def chapter_title(shell: Shell, session: Session, number: int) -> str:
    """Returns a chapter's number and title; empty before the first."""
    titles = next((one.title for one in session.book.manifest.chapters if one.number == number), {})
    title = pick(titles, session.journey.language, session.book.manifest.language)
    return shell.t("Chapter {number}: {title}").format(number=number, title=title) if title else ""


def _place(shell: Shell, session: Session, at: int, place: Place, chapter: str) -> Row:
    told = place.words(session.journey.language)
    lit = tuple(number in place.taken for number in range(len(told.choices)))
    taken = [told.choices[number] for number in place.taken if number < len(told.choices)]
    below = [shell.t("You took: {choice}").format(choice=isolated(choice)) for choice in taken]
    if not all(lit):
        below.append(shell.t("There are other ways here."))
    return Row(f"place-{at}", "place", told.label, "\n".join(below), chapter, lit, place)


def _endings(shell: Shell, session: Session) -> list[Row]:
    """Returns a door for each ending; one that was not reached has no name."""
    seen, manifest, t = session.ways.atlas.endings, session.book.manifest, shell.t
    names = list(dict.fromkeys([*(name for name in seen if name in manifest.endings), *manifest.endings]))
    if not names:
        return []
    doors = []
    for at, name in enumerate(names):
        lit = name in seen
        words = session.words(manifest.endings[name].title) if lit else t("An ending, not seen yet")
        doors.append(Row(f"ending-{at}", "door", words, lit=(lit,)))
    return [Row("endings", "head", t("Endings")), *doors]


def _eyes(shell: Shell, session: Session) -> list[Row]:
    """Returns a door for each perspective; whose eyes it is stays unsaid until it was seen."""
    seen, t = session.ways.atlas.eyes, shell.t
    try:
        known = eyes(session.book.ink(session.journey.language))
    except ThresholdError:
        known = ()
    names = list(dict.fromkeys([*seen, *known]))
    if not names:
        return []
    doors = []
    for at, name in enumerate(names):
        character = session.character(name)
        own = session.words(character.name) if character else name.replace("_", " ").title()
        doors.append(Row(f"eyes-{at}", "door", own if name in seen else t("Somebody’s eyes, not seen yet"), lit=(name in seen,)))
    return [Row("eyes", "head", t("Through whose eyes")), *doors]
