"""The shape of story.toml, as a writer writes it: every text in the story's own language.

Each field's type carries, in `description`, the words that a complaint uses, and in `examples` what a right line looks like.
The packer makes `game.story.manifest.Manifest` of it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Name = Annotated[
    str,
    Meta(pattern=r"^[a-z][a-z0-9_]{0,63}$", description="small letters, digits and _, beginning with a letter", examples=["left_quietly"]),
]
Knot = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z_]\w{0,63}(\.[A-Za-z_]\w{0,63})?$",
        description="the name of a knot, or `knot.stitch` in quotes",
        examples=["[skips.mums_kitchen]"],
    ),
]
StoryId = Annotated[
    str,
    Meta(
        pattern=r"^[a-z][a-z0-9-]{0,63}$",
        description="small letters, digits and hyphens, beginning with a letter",
        examples=['id = "second-verse"'],
    ),
]
Version = Annotated[
    str,
    Meta(pattern=r"^\d{1,4}(\.\d{1,4}){0,2}$", description="a version in quotes, of one to three numbers", examples=['version = "1.0"']),
]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="a language tag", examples=['language = "en"'])]
Text = Annotated[str, Meta(min_length=1, max_length=4000, description="a text in quotes", examples=['{key} = "..."'])]
Note = Annotated[str, Meta(max_length=4000, description="a text in quotes", examples=['{key} = "..."'])]
People = Annotated[tuple[Text, ...], Meta(min_length=1, description="a list of names in quotes", examples=['{key} = ["Ada Example"]'])]
Minutes = Annotated[int, Meta(ge=1, le=600, description="a whole number of minutes from 1 to 600", examples=["minutes = 12"])]
AllMinutes = Annotated[int, Meta(ge=1, le=6000, description="a whole number of minutes from 1 to 6000", examples=["minutes = 45"])]
Speed = Annotated[int, Meta(ge=40, le=600, description="words a minute, from 40 to 600", examples=["words_a_minute = 150"])]
Age = Annotated[int, Meta(ge=0, le=21, description="a whole number of years from 0 to 21", examples=["age = 14"])]
Number = Annotated[int, Meta(ge=1, le=99, description="a whole number from 1 to 99", examples=["number = 1"])]
Colour = Annotated[
    str, Meta(pattern=r"^#[0-9A-Fa-f]{6}$", description="a colour as six hexadecimal digits", examples=['colour = "#E8B06A"'])
]
Svg = Annotated[
    str,
    Meta(
        pattern=r"^(?!/)(?!.*\.\.)[\w ./-]{1,150}\.svg$",
        description="the path of an .svg file in the story's folder",
        examples=['file = "art/scenes/lock.svg"'],
    ),
]
Ogg = Annotated[
    str,
    Meta(
        pattern=r"^(?!/)(?!.*\.\.)[\w ./-]{1,150}\.ogg$",
        description="the path of an .ogg file in the story's folder",
        examples=['file = "sound/kick.ogg"'],
    ),
]
SoundKind = Annotated[
    Literal["music", "ambience", "sound"], Meta(description="“music”, “ambience” or “sound”", examples=['kind = "sound"'])
]
QuestionKind = Annotated[
    Literal["choice", "ending", "stopped_at", "length", "help_opened", "before_after"],
    Meta(description="“choice”, “ending”, “stopped_at”, “length”, “help_opened” or “before_after”", examples=['kind = "choice"']),
]
Yes = Annotated[bool, Meta(description="true or false", examples=["me = true"])]
Variable = Annotated[
    str,
    Meta(pattern=r"^([A-Za-z_]\w{0,63})?$", description="the name of an ink variable in quotes", examples=['closeness = "rae_close"']),
]
Range = Annotated[tuple[int, int], Meta(description="the lowest and the highest number, as a list of two", examples=["range = [0, 3]"])]
Options = Annotated[tuple[Name, ...], Meta(description="a list of short names in quotes", examples=['options = ["table", "pocket"]'])]
Members = Annotated[tuple[Name, ...], Meta(description="a list of the names after [characters.", examples=['people = ["mika", "sana"]'])]
Muted = Annotated[bool, Meta(description="true or false", examples=["muted = true"])]


class Shape(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of story.toml that refuses fields it does not know."""


class ChapterShape(Shape, frozen=True):
    """A chapter: its number from 1, title and reading time in minutes."""

    number: Number
    title: Text
    minutes: Minutes


class PictureShape(Shape, frozen=True):
    """A picture: its file and what it shows, in words."""

    file: Svg
    alt: Note


class CharacterShape(Shape, frozen=True):
    """Somebody who speaks."""

    name: Text
    colour: Colour
    voice: Note = ""
    portraits: dict[Name, PictureShape] = {}


class SoundShape(Shape, frozen=True):
    """A sound: what is heard is said in its caption."""

    file: Ogg
    kind: SoundKind
    caption: Text


class SkipShape(Shape, frozen=True):
    """What is told where a scene was skipped; named for the knot that the skip leads to."""

    summary: Text


class EndingShape(Shape, frozen=True):
    """An ending: the title shown when it was reached."""

    title: Text


class PersonShape(Shape, frozen=True):
    """Somebody on the web of people: the player's own character, or how close they are by an ink variable and its range."""

    me: Yes = False
    closeness: Variable = ""
    range: Range = (0, 3)


class QuestionShape(Shape, frozen=True):
    """A question to all players together; `text` and `answers` say it in words to whoever reads the figures."""

    name: Name
    kind: QuestionKind
    options: Options = ()
    text: Note = ""
    answers: dict[Name, Text] = {}


class ThreadShape(Shape, frozen=True):
    """A conversation on a phone."""

    title: Text
    people: Members = ()
    muted: Muted = False


class MessageShape(Shape, frozen=True):
    """A message to sort before and after a story: whether it is straight with its reader, and how it works on them where it is not."""

    text: Text
    honest: Yes
    works_by: Note = ""


class CreditShape(Shape, frozen=True):
    """Who did what."""

    role: Text
    names: People


class StoryShape(Shape, frozen=True):
    """The whole of story.toml."""

    id: StoryId
    version: Version
    language: Language
    title: Text
    tagline: Text
    authors: People
    minutes: AllMinutes
    age: Age
    content_note: Text
    note_short: Text
    licence: Text
    chapters: tuple[ChapterShape, ...]
    cover: PictureShape | None = None
    words_a_minute: Speed | None = None
    characters: dict[Name, CharacterShape] = {}
    scenes: dict[Name, PictureShape] = {}
    sounds: dict[Name, SoundShape] = {}
    endings: dict[Name, EndingShape] = {}
    skips: dict[Knot, SkipShape] = {}
    people: dict[Name, PersonShape] = {}
    questions: tuple[QuestionShape, ...] = ()
    credits: tuple[CreditShape, ...] = ()
    player: Name | None = None
    threads: dict[Name, ThreadShape] = {}
    messages: dict[Name, MessageShape] = {}
