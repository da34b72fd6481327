"""Deals a conversation out to bubbles: whose they are, where they stand, what stands with them. Pure arithmetic.

Everything counts from the upper left corner of the column; whoever reads from the right mirrors it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from game.ui.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["name", "bubble", "photo", "sign", "avatar", "told", "dots", "typing"]

BUBBLE, PAD_X, PAD_Y = 488, 24, 12
AVATAR, INDENT = 40, 56
PHOTO = (440, 256)
DOTS = (96, 48)
_NEAR, _APART = 8, 24
# A column narrower than this has no room for avatars: names and colours say whose bubbles they are.
_NARROW = 330


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its words, who writes, whether that is the player, whether nobody does, and what comes with it.

    `signs` are the words beside each sign of a reaction; `typing` stands for a message that is still being written.
    """

    text: str
    speaker: str = ""
    mine: bool = False
    told: bool = False
    photo: bool = False
    signs: tuple[str, ...] = ()
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to draw: what it is, where it stands, the message it belongs to, and its number among its like."""

    kind: Kind
    rect: Rect
    message: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """The column: its width and the height that can be seen of it, in pixels, and pixels per unit."""

    width: float
    tall: float
    unit: float

    @property
    def indent(self) -> float:
        """Returns how far others' bubbles stand from the edge: an avatar and a gap."""
        return INDENT * self.unit if self.width >= _NARROW * self.unit else 0.0

    @property
    def widest(self) -> float:
        """Returns how wide a bubble may be."""
        free = self.width - self.indent
        return min(BUBBLE * self.unit, free * 0.92 if self.indent else free)

    @property
    def pad(self) -> tuple[float, float]:
        """Returns the space between a bubble's edge and its words, at the sides and above."""
        return min(PAD_X * self.unit, self.widest * 0.1), min(PAD_Y * self.unit, self.tall * 0.08)

    @property
    def photo(self) -> tuple[float, float]:
        """Returns the size of a picture: never higher than can be seen at once."""
        width = min(PHOTO[0] * self.unit, self.widest)
        height = min(width * PHOTO[1] / PHOTO[0], max(40.0, self.tall * 0.8))
        return height * PHOTO[0] / PHOTO[1], height


class Ruler(Protocol):
    """Measures words, none of them wider than `width`."""

    def bubble(self, text: str, width: float) -> tuple[float, float]:
        """Returns the size of a message's words, its lines about equally long."""

    def label(self, text: str, width: float) -> tuple[float, float]:
        """Returns the size of a name, or of what is told between messages."""


def pieces(messages: Sequence[Message], room: Room, ruler: Ruler) -> list[Piece]:
    """Returns everything to draw, from the top down: each message's name where the writer changes, bubble, picture, signs, avatar."""
    found: list[Piece] = []
    y = 0.0
    for number, message in enumerate(messages):
        first = number == 0 or not _together(messages[number - 1], message)
        last = number + 1 == len(messages) or not _together(message, messages[number + 1])
        if number:
            y += (_APART if first else _NEAR) * room.unit
        stack = _Stack(room, ruler, number, message, y)
        found += stack.told() if message.told else stack.written(named=first, last=last)
        y = max(piece.rect.bottom for piece in found if piece.message == number)
    return found


def _together(a: Message, b: Message) -> bool:
    """Tells whether two messages that follow each other are of one group."""
    return (a.speaker, a.mine, a.told) == (b.speaker, b.mine, b.told)


@dataclass(slots=True)
class _Stack:
    """Piles up the pieces of one message."""

    room: Room
    ruler: Ruler
    number: int
    message: Message
    y: float

    def told(self) -> Iterator[Piece]:
        """Yields what is told between messages, in the middle."""
        width, height = self.ruler.label(self.message.text, self.room.width * 0.9)
        yield Piece("told", Rect((self.room.width - width) / 2, self.y, width, height), self.number)

    def written(self, *, named: bool, last: bool) -> Iterator[Piece]:
        """Yields the pieces of a message that somebody writes."""
        message, unit, edge = self.message, self.room.unit, self.room.width
        if named and not message.mine and message.speaker:
            width, height = self.ruler.label(message.speaker, edge - self.room.indent)
            yield self._put("name", width, height)
            self.y += 2 * unit
        foot = 0.0
        if message.typing:
            yield from self._dots()
            foot = self.y
        else:
            pad_x, pad_y = self.room.pad
            width, height = self.ruler.bubble(message.text, self.room.widest - 2 * pad_x)
            yield self._put("bubble", width + 2 * pad_x, height + 2 * pad_y)
            foot = self.y
        if message.photo:
            self.y += _NEAR * unit
            yield self._put("photo", *self.room.photo)
        for place, words in enumerate(message.signs):
            self.y += _NEAR / 2 * unit
            yield self._put("sign", *self._sign(words), place)
        if last and not message.mine and self.room.indent:
            size = AVATAR * unit
            yield Piece("avatar", Rect(0, max(0.0, foot - size), size, size), self.number)

    def _put(self, kind: Kind, width: float, height: float, number: int = 0) -> Piece:
        """Returns a piece at the writer's side, and goes on below it."""
        x = self.room.width - width if self.message.mine else self.room.indent
        rect = Rect(x, self.y, width, height)
        self.y = rect.bottom
        return Piece(kind, rect, self.number, number)

    def _dots(self) -> Iterator[Piece]:
        """Yields the three dots, and the words beside them, or below where there is no room."""
        unit, indent = self.room.unit, self.room.indent
        wide, tall = DOTS[0] * unit, DOTS[1] * unit
        width, height = self.ruler.label(self.message.text, self.room.width - indent)
        dots = Rect(indent, self.y, wide, tall)
        beside = indent + wide + 16 * unit + width <= self.room.width
        at = Rect(dots.right + 16 * unit, self.y + (tall - height) / 2, width, height)
        words = at if beside else Rect(indent, dots.bottom + 4 * unit, width, height)
        self.y = max(dots.bottom, words.bottom)
        yield Piece("dots", dots, self.number)
        yield Piece("typing", words, self.number)

    def _sign(self, words: str) -> tuple[float, float]:
        unit = self.room.unit
        width, height = self.ruler.label(words, max(20 * unit, self.room.widest - 64 * unit))
        return min(width + 64 * unit, self.room.widest), height + 8 * unit


def height(found: Sequence[Piece]) -> float:
    """Returns how tall a column of pieces is."""
    return max((piece.rect.bottom for piece in found), default=0.0)
