"""What a save holds of a journey."""

from __future__ import annotations

import functools
from typing import Annotated, Final, Literal

import msgspec

from game.story.cues import Cue
from game.story.manifest import Language, StoryId  # noqa: TC001  (msgspec reads the types)
from game.story.page import Choice, Line, Page
from game.story.tongue import heard, marked, marks_in

FORMAT: Final = 1
MOST_TURNS: Final = 20_000
EXCERPT: Final = 140
MOST_LOOKED: Final = 1000

_Text = Annotated[str, msgspec.Meta(max_length=400_000)]
_Short = Annotated[str, msgspec.Meta(max_length=4000)]
_Tags = tuple[tuple[_Short, _Short], ...]
_Saying = tuple[_Text, _Tags]


class TurnRecord(msgspec.Struct, frozen=True, array_like=True):
    """One turn: its page, what was chosen, and the packed state that it began with.

    `lines` and `choices` are texts with their cues; `knot` is where the turn began; `shape` is a digest of the script around that place.
    """

    lines: tuple[_Saying, ...]
    choices: tuple[_Saying, ...]
    chosen: Annotated[int, msgspec.Meta(ge=0)] | None
    skipped: bool
    language: Language
    knot: _Short
    shape: Annotated[str, msgspec.Meta(max_length=64)]
    state: bytes


class Record(msgspec.Struct, frozen=True):
    """A journey at rest: the story and the exact script it was played with, and all its turns, the current one being `here`.

    `looked` says how far conversations on the phone were read, and at which turn: by the turn that the scene began with, and their name.
    """

    format: Literal[1]
    story: StoryId
    version: _Short
    ink: _Short
    language: Language
    here: Annotated[int, msgspec.Meta(ge=0)]
    turns: Annotated[tuple[TurnRecord, ...], msgspec.Meta(min_length=1, max_length=MOST_TURNS)]
    endings: tuple[_Short, ...] = ()
    chapter: int | None = None
    chapter_title: _Short = ""
    excerpt: _Short = ""
    looked: Annotated[dict[_Short, tuple[int, int]], msgspec.Meta(max_length=MOST_LOOKED)] = {}

    def __post_init__(self) -> None:
        """Raises ValueError where the current turn is none of the turns."""
        if self.here >= len(self.turns):
            raise ValueError("the current turn is missing")


def _sayings(parts: tuple[Line, ...] | tuple[Choice, ...]) -> tuple[_Saying, ...]:
    """Returns lines or choices as they are saved."""
    # Every save passes here with every line of the journey: lists are made faster than generators go.
    return tuple([(marked(part.text, own=True) if part.own else part.text, _tags(part.cues) if part.cues else ()) for part in parts])


def _tags(cues: tuple[Cue, ...]) -> _Tags:
    """Returns cues as they are saved."""
    return tuple([(cue.name, marked(cue.value, own=True) if cue.own else cue.value) for cue in cues])


@functools.lru_cache(maxsize=4096)
def _cues(tags: _Tags) -> tuple[Cue, ...]:
    """Returns cues as they are played."""
    return tuple(Cue(name, *heard(value)) for name, value in tags)


def sayings(page: Page) -> tuple[tuple[_Saying, ...], tuple[_Saying, ...]]:
    """Returns a page's lines and choices as they are saved."""
    return _sayings(page.lines), _sayings(page.choices)


def excerpt(page: Page) -> str:
    """Returns the last words of a page, shortened."""
    text = next((line.text for line in reversed(page.lines) if line.text), "")
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"


def page_of(turn: TurnRecord) -> Page:
    """Returns a saved turn's page, with the very words that were shown."""
    # Every line of a journey passes here when it is loaded, and hardly one has marks.
    return Page(
        tuple([_line(text, tags) if marks_in(text) else Line(text, _cues(tags) if tags else ()) for text, tags in turn.lines]),
        tuple([_choice(index, *saying) for index, saying in enumerate(turn.choices)]),
    )


def _line(text: str, tags: _Tags) -> Line:
    """Returns a line with marks as it is played."""
    words, own = heard(text)
    return Line(words, _cues(tags), own)


def _choice(index: int, text: str, tags: _Tags) -> Choice:
    """Returns a choice as it is played."""
    words, own = heard(text)
    return Choice(index, words, _cues(tags) if tags else (), own)
