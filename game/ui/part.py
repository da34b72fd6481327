"""One piece of a picture: pixels and where they lie. A scene's layers come in many, because most of a layer is empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import skia

LAYERS = ("far", "mid", "light", "near")


class Place(NamedTuple):
    """Where a piece lies: its layer ("" where there are none), its pixels' left, top, width and height; whether it is steam that rises."""

    layer: str
    x: int
    y: int
    width: int
    height: int
    rises: bool = False

    @property
    def bytes(self) -> int:
        """Returns the memory its pixels take."""
        return self.width * self.height * 4


@dataclass(frozen=True, slots=True)
class Part:
    """A piece that can be drawn."""

    place: Place
    image: skia.Image
