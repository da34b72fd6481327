"""Rectangles, and the space a window gives: pixels per unit, text size, reading direction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

REFERENCE = (1920, 1080)
WINDOW = (1280, 720)
SMALLEST = (480, 320)
LEAST_TYPE, LEAST_TARGET = 0.7, 40.0
# So many units of type must find room in a window however small: below `SMALLEST` letters grow no further.
LEAST_UNITS = (260, 182)


class Rect(NamedTuple):
    """A rectangle in window pixels."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Returns the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Returns the lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """Returns the middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Tells whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def moved(self, dx: float, dy: float) -> Rect:
        """Returns the same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, by: float) -> Rect:
        """Returns a rectangle larger by `by` on every side."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def mirrored(self, width: float) -> Rect:
        """Returns the rectangle as it stands in a window of `width` read from the right."""
        return Rect(width - self.right, self.y, self.w, self.h)

    def between(self, other: Rect, part: float) -> Rect:
        """Returns the rectangle on the way to `other`; `part` runs from 0 to 1."""
        return Rect(*(a + (b - a) * part for a, b in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class Space:
    """A window's size in pixels, the player's text scale, the reading direction, and the pixels of a point on a dense screen."""

    width: int
    height: int
    text: float = 1.0
    rtl: bool = False
    density: float = 1.0

    @property
    def unit(self) -> float:
        """Returns pixels per unit of the 1920 x 1080 reference frame."""
        return min(self.width / REFERENCE[0], self.height / REFERENCE[1])

    def px(self, units: float) -> float:
        """Returns reference units in whole pixels: spaces, radii, pictures."""
        return float(round(units * self.unit))

    @property
    def type_unit(self) -> float:
        """Returns pixels per unit of type: as `unit`, but never so small that a label falls below 14 points, times the text scale."""
        most = min(self.width / LEAST_UNITS[0], self.height / LEAST_UNITS[1])
        least = LEAST_TYPE * self.density
        return min(max(self.unit, least) * self.text, max(most, least * min(self.text, 1.0)))

    def em(self, units: float) -> float:
        """Returns reference units in pixels, scaled by the player's text size: type and what must hold it."""
        return units * self.type_unit

    def target(self, units: float) -> float:
        """Returns the height of something to press: never under 40 points."""
        return max(self.em(units), LEAST_TARGET * self.density)

    def place(self, rect: Rect) -> Rect:
        """Returns a rectangle laid out from the left as it stands in the reading direction."""
        return rect.mirrored(self.width) if self.rtl else rect

    def resized(self, width: int, height: int) -> Space:
        """Returns the space of a window of another size."""
        return replace(self, width=max(width, 1), height=max(height, 1))
