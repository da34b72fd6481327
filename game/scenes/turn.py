"""One turn as the reading screen shows it: its paragraphs, who says them, and what stands around each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.ui.theme import colour_of

if TYPE_CHECKING:
    from game.scenes.session import Session
    from game.story.stage import Stage

LONGEST_PAUSE = 5.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the story: its words, its speaker's name and colour, the portrait's file, and what comes with it.

    `note` says what is in the scene that begins here;
    `stage` is what stands around it; `sounds` are played once as it appears; `pause` is the wait before it, in seconds.
    """

    text: str
    stage: Stage
    speaker: str = ""
    colour: int = 0
    portrait: str = ""
    portrait_alt: str = ""
    sounds: tuple[str, ...] = ()
    pause: float = 0.0
    note: str = ""


def paragraphs(session: Session) -> tuple[Paragraph, ...]:
    """Returns the paragraphs of the current page; the cues of a line without words come with the next one."""
    found: list[Paragraph] = []
    stage = session.journey.stage_before
    sounds: list[str] = []
    pause, note = 0.0, ""
    for line in session.page.lines:
        stage = stage.after(line)
        note = line.cue("note") or note
        sounds += [cue.value for cue in line.cues if cue.name == "sound"]
        pause += min(float(line.cue("pause") or 0), LONGEST_PAUSE)
        if line.text.strip():
            paragraph = _paragraph(session, line.text.strip(), line.cue("speaker"), line.cue("mood"), stage, tuple(sounds), pause)
            found.append(replace(paragraph, note=note))
            sounds, pause, note = [], 0.0, ""
    return tuple(found)


def _paragraph(
    session: Session, text: str, person: str | None, mood: str | None, stage: Stage, sounds: tuple[str, ...], pause: float
) -> Paragraph:
    if person is None:
        return Paragraph(text, stage, sounds=sounds, pause=pause)
    character = session.character(person)
    if character is None:
        return Paragraph(text, stage, speaker=person, colour=colour_of("#BFBAD8"), sounds=sounds, pause=pause)
    portrait = character.portraits.get(mood or "", None) or next(iter(character.portraits.values()), None)
    name = session.words(character.name)
    colour = colour_of(character.colour)
    if portrait is None:
        return Paragraph(text, stage, name, colour, sounds=sounds, pause=pause)
    return Paragraph(text, stage, name, colour, portrait.file, session.words(portrait.alt), sounds, pause)
