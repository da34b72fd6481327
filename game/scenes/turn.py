"""One turn as the reading screen shows it: its paragraphs, who says them, and what stands around each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.story.manifest import key
from game.ui.theme import colour_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenes.session import Session
    from game.story.cues import Cue
    from game.story.stage import Stage

LONGEST_PAUSE = 5.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the story: its words, its speaker's name and colour, the portrait's file, and what comes with it.

    `note` says what is in the scene that begins here; a `summary` stands for a scene that was skipped;
    `stage` is what stands around it; `sounds` are played once as it appears; `pause` is the wait before it, in seconds.
    `language` is what its words are in: the story's own, where nobody has translated them.
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
    summary: bool = False
    post: Post | None = None
    language: str = ""

    @property
    def chats(self) -> bool:
        """Tells whether it is shown on the phone."""
        return self.post is not None

    @property
    def by_the_way(self) -> bool:
        """Tells whether it needs no press of its own: a message that waits in another conversation, and brings nothing with it."""
        waits = self.post is not None and self.post.thread not in {None, self.stage.thread or ""}
        return waits and not self.sounds and not self.pause


@dataclass(frozen=True, slots=True)
class Post:
    """What a paragraph is on the phone: the conversation it is written in, whether the player wrote it, picture and reactions.

    `thread` is None for what is told and written by nobody; `photo` is the name of a scene; a reaction is who and which sign.
    """

    thread: str | None = None
    mine: bool = False
    photo: str = ""
    reactions: tuple[tuple[str, str], ...] = ()


def paragraphs(session: Session, at: int | None = None) -> tuple[Paragraph, ...]:
    """Returns the paragraphs of the current turn, or of an earlier one; the cues of a line without words come with the next one."""
    journey = session.journey
    at = len(journey.turns) - 1 if at is None else at
    stage, page = journey.stage_at(at - 1), journey.turns[at].page
    summary = journey.summary(at)
    tongue = journey.turns[at].language
    found = [Paragraph(summary, stage, summary=True, post=_told(stage), language=journey.language)] if summary else []
    sounds: list[str] = []
    cues: list[Cue] = []
    pause, note = 0.0, ""
    for line in page.lines:
        stage = stage.after(line)
        note = line.cue("note") or note
        sounds += [cue.value for cue in line.cues if cue.name == "sound"]
        cues += line.cues
        pause += min(float(line.cue("pause") or 0), LONGEST_PAUSE)
        if line.text.strip():
            person = line.cue("speaker")
            paragraph = _paragraph(session, line.text.strip(), person, line.cue("mood"), stage, tuple(sounds), pause)
            language = session.book.manifest.language if line.own else tongue
            found.append(replace(paragraph, note=note, post=_post(session, at, paragraph, person, cues), language=language))
            sounds, cues, pause, note = [], [], 0.0, ""
    return tuple(found)


def _told(stage: Stage) -> Post | None:
    return Post() if stage.view == "chat" else None


def _post(session: Session, at: int, paragraph: Paragraph, person: str | None, cues: Sequence[Cue]) -> Post | None:
    """Returns what a paragraph is on the phone; None on a page. What was chosen and stands there word for word is the player's own."""
    if paragraph.stage.view != "chat":
        return None
    manifest, turns = session.book.manifest, session.journey.turns
    chosen = turns[at - 1].chosen_text if at else None
    mine = key(person) == manifest.player if person else chosen is not None and chosen.strip() == paragraph.text
    if person is None and not mine:
        return Post()
    values = {cue.name: cue.value for cue in cues}
    photo = values.get("photo", "")
    return Post(
        values.get("waits") or paragraph.stage.thread or "",
        mine,
        photo if photo in manifest.scenes else "",
        tuple((_name(session, cue.names[0]), cue.names[1]) for cue in cues if cue.name == "reaction"),
    )


def _name(session: Session, person: str) -> str:
    character = session.character(person)
    return session.words(character.name) if character else person


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
