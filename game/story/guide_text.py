"""The words of a story's session guide, as a pack brings them beside the printed one: read on the screen, and heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from game.errors import PackError, marked

if TYPE_CHECKING:
    from game.story.pack import Book

_DAMAGED = marked("This story's session guide cannot be shown. Keep the printed one instead.")
_Words = Annotated[str, msgspec.Meta(max_length=6000)]
_MOST: Final = 4000


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of a guide: a heading of a level, a paragraph, an item or note, or a table's rows, its head first."""

    kind: Literal["heading", "paragraph", "bullet", "number", "note", "table"]
    text: _Words = ""
    level: Annotated[int, msgspec.Meta(ge=0, le=999)] = 0
    rows: tuple[tuple[_Words, ...], ...] = ()


class GuideText(msgspec.Struct, frozen=True):
    """A whole guide."""

    parts: Annotated[tuple[Part, ...], msgspec.Meta(max_length=_MOST)]


def member(language: str) -> str:
    """Returns what a pack calls the words of the guide in a language."""
    return f"text/guide.{language}.json"


def language(book: Book, wanted: str) -> str:
    """Returns the language a guide's words are there in: the one wanted, its base, the story's own, any; empty where there are none."""
    tags = dict.fromkeys((wanted, wanted.partition("-")[0], book.manifest.language, *book.manifest.guide))
    return next((tag for tag in tags if tag and member(tag) in book.manifest.files), "")


def read(book: Book, wanted: str) -> GuideText:
    """Returns the guide's words in a language.

    Raises PackError where there are none, or they were changed.
    """
    found = language(book, wanted)
    if not found:
        raise PackError(_DAMAGED)
    try:
        return msgspec.json.decode(book.read(member(found)), type=GuideText)
    except msgspec.MsgspecError:
        raise PackError(_DAMAGED) from None
