"""What a pack says of itself: `manifest.json`, checked as it is read.

Texts for people are maps from a language tag to text (`Texts`); `pick` chooses among them.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

FORMAT = 1

Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Knot = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_]\w{0,63}(\.[A-Za-z_]\w{0,63})?$")]
StoryId = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Text = Annotated[str, msgspec.Meta(max_length=4000)]
Texts = dict[Language, Text]
Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9A-Fa-f]{6}$")]
Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Path = Annotated[str, msgspec.Meta(pattern=r"^(ink|art|sound|text)/[A-Za-z0-9_./-]{1,120}$")]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the manifest that refuses fields it does not know."""


Printed = Annotated[str, msgspec.Meta(pattern=r"^guide(\.[A-Za-z0-9-]{2,20})?\.pdf$")]
Member = Annotated[str, msgspec.Meta(pattern=r"^((ink|art|sound|text)/[A-Za-z0-9_./-]{1,120}|guide(\.[A-Za-z0-9-]{2,20})?\.pdf)$")]


class File(Strict, frozen=True):
    """A file of the pack: its size in bytes and its SHA-256."""

    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: Digest


class Chapter(Strict, frozen=True):
    """A chapter: its number from 1, title and reading time in minutes."""

    number: Annotated[int, msgspec.Meta(ge=1, le=99)]
    title: Texts
    minutes: Annotated[int, msgspec.Meta(ge=1, le=600)]


class Portrait(Strict, frozen=True):
    """A character's picture in one mood."""

    file: Path
    alt: Texts


class Character(Strict, frozen=True):
    """Somebody who speaks: name, colour of the name, and a portrait for each mood."""

    name: Texts
    colour: Colour
    voice: Texts = {}
    portraits: dict[Name, Portrait] = {}


class Scene(Strict, frozen=True):
    """A picture that stands behind the text."""

    file: Path
    alt: Texts


class Sound(Strict, frozen=True):
    """A sound: a layer of music, a place's air, or a single sound; the caption says what is heard."""

    file: Path
    kind: Literal["music", "ambience", "sound"]
    caption: Texts


class Skip(Strict, frozen=True):
    """What is told where a scene was skipped, in plain words; its name is that of the knot the skip leads to."""

    summary: Texts


class Ending(Strict, frozen=True):
    """An ending: its title, shown when it was reached."""

    title: Texts


class Person(Strict, frozen=True):
    """Somebody on the web of people: whether they are the player's own character, or the ink variable that says how close they are."""

    me: bool = False
    closeness: Annotated[str, msgspec.Meta(pattern=r"^([A-Za-z_]\w{0,63})?$")] = ""
    range: tuple[int, int] = (0, 3)


class Question(Strict, frozen=True):
    """A question that a story may ask of all its players together; `text` and `answers` are its words for who reads the figures.

    `places` has, for a question about a choice, the paths by which the engine counts each answer.
    """

    name: Name
    kind: Literal["choice", "ending", "stopped_at", "length", "help_opened", "before_after"]
    options: tuple[Name, ...] = ()
    text: Texts = {}
    answers: dict[Name, Texts] = {}
    places: dict[Name, tuple[Annotated[str, msgspec.Meta(min_length=1, max_length=200)], ...]] = {}


class Message(Strict, frozen=True):
    """A message to sort before and after: whether it is straight with its reader."""

    text: Texts
    honest: bool


class Thread(Strict, frozen=True):
    """A conversation on a phone: its title, who is in it by their keys, and whether the phone keeps quiet about it."""

    title: Texts
    people: tuple[Name, ...] = ()
    muted: bool = False


class Credit(Strict, frozen=True):
    """Who did what."""

    role: Text
    names: tuple[Text, ...]


class Manifest(Strict, frozen=True):
    """The whole of `manifest.json`."""

    format: Literal[1]
    id: StoryId
    version: Annotated[str, msgspec.Meta(pattern=r"^\d{1,4}(\.\d{1,4}){0,2}$")]
    language: Language
    title: Texts
    tagline: Texts
    authors: tuple[Text, ...]
    minutes: Annotated[int, msgspec.Meta(ge=1, le=6000)]
    age: Annotated[int, msgspec.Meta(ge=0, le=21)]
    content_note: Texts
    note_short: Texts
    licence: Text
    ink: dict[Language, Path]
    chapters: tuple[Chapter, ...]
    files: dict[Member, File]
    cover: Scene | None = None
    characters: dict[Name, Character] = {}
    scenes: dict[Name, Scene] = {}
    sounds: dict[Name, Sound] = {}
    endings: dict[Name, Ending] = {}
    skips: dict[Knot, Skip] = {}
    music: dict[Knot, tuple[Name, ...]] = {}
    people: dict[Name, Person] = {}
    questions: tuple[Question, ...] = ()
    credits: tuple[Credit, ...] = ()
    player: Name | None = None
    threads: dict[Name, Thread] = {}
    messages: dict[Name, Message] = {}
    guide: dict[Language, Printed] = {}


def pick(texts: Texts, language: str, default: str) -> str:
    """Returns the text in `language`, in its base language, in `default`, or in any language, in this order."""
    return texts.get(tongue(texts, language, default), "")


def tongue(texts: Texts, language: str, default: str) -> str:
    """Returns the language of the text that `pick` returns."""
    tags = (language, language.partition("-")[0], default)
    return next((tag for tag in tags if tag in texts), next(iter(texts), default))


def key(person: str) -> str:
    """Returns the key of a character for the name a cue gives: `Two Seeded` is `two_seeded`."""
    return "_".join(person.lower().split())
