"""Holds a head as a solid, so that a face drawn flat can be turned, nodded and tilted, and each skull has its own bones."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from workshop.art.svg import Knot, Line, knots

Table = tuple[tuple[float, float], ...]
ROWS = 26
COLUMNS = 44


def rows(text: str) -> list[tuple[float, ...]]:
    """Returns the numbers of a table written as `"1 2 3; 4 5 6"`."""
    return [tuple(float(word) for word in part.split()) for part in text.split(";")]


def along(table: Table, at: float) -> float:
    """Returns the value of a (position, value) table at any position, smoothly, flat beyond its ends."""
    if at <= table[0][0]:
        return table[0][1]
    for i in range(len(table) - 1):
        (x0, y0), (x1, y1) = table[i], table[i + 1]
        if at <= x1:
            t = (at - x0) / (x1 - x0)
            before = table[i - 1] if i else table[i]
            after = table[i + 2] if i + 2 < len(table) else table[i + 1]
            m0 = (y1 - before[1]) / (x1 - before[0]) * (x1 - x0)
            m1 = (after[1] - y0) / (after[0] - x0) * (x1 - x0)
            return (2 * t**3 - 3 * t**2 + 1) * y0 + (t**3 - 2 * t**2 + t) * m0 + (3 * t**2 - 2 * t**3) * y1 + (t**3 - t**2) * m1
    return table[-1][1]


def _bump(u: float, v: float, centre: tuple[float, float], spread: tuple[float, float]) -> float:
    return math.exp(-(((u - centre[0]) / spread[0]) ** 2) - ((v - centre[1]) / spread[1]) ** 2)


@dataclass(frozen=True)
class Skull:
    """A head in its own space: u to the near side, v down from the eye line, z forward, all in pixels.

    `widths` gives half the face's width at heights v, `profile` how far the middle line stands forward.
    `jaw` is the line from chin to ear as (u, v, z).
    """

    widths: Table
    profile: Table
    jaw: tuple[tuple[float, float, float], ...]
    bow: float = 100
    flatness: float = 2.2
    socket: float = 11
    cheek: float = 8
    cheek_at: tuple[float, float] = (66, 44)
    muzzle: float = 7

    @property
    def chin(self) -> float:
        """Returns the height v of the chin's lowest point."""
        return self.widths[-1][0]

    def depth(self, u: float, v: float) -> float:
        """Returns how far forward the skin stands at u, v."""
        side = min(1.0, abs(u) / max(1.0, along(self.widths, v)))
        z = along(self.profile, v) - self.bow * (1 - math.sqrt(max(0.0, 1 - side**self.flatness)))
        z -= self.socket * _bump(abs(u), v, (44, 0), (30, 17))
        z += self.cheek * _bump(abs(u), v, self.cheek_at, (28, 24))
        return z + self.muzzle * _bump(u, v, (0, 110), (38, 28))


@dataclass(frozen=True)
class Turn:
    """A head's attitude: yaw towards the light, pitch down and roll, in degrees, about a pivot in the neck, then a move in pixels."""

    yaw: float
    pitch: float = 0
    roll: float = 0
    origin: tuple[float, float] = (300, 308)
    move: tuple[float, float] = (0, 0)
    pivot: tuple[float, float, float] = (0, 130, -90)

    @cached_property
    def _angles(self) -> tuple[float, ...]:
        yaw, pitch, roll = (math.radians(value) for value in (self.yaw, self.pitch, self.roll))
        return math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch), math.cos(roll), math.sin(roll)

    def see(self, u: float, v: float, z: float, *, corner: bool = False) -> Knot:
        """Returns where the picture shows a point of the head."""
        cy, sy, cp, sp, cr, sr = self._angles
        u, v, z = u - self.pivot[0], v - self.pivot[1], z - self.pivot[2]
        v, z = v * cp + z * sp, z * cp - v * sp
        x, y = u * cy - z * sy, v
        x, y = x * cr - y * sr, x * sr + y * cr
        return x + self.origin[0] + self.move[0], y + self.origin[1] + self.pivot[1] + self.move[1], corner

    def unsee(self, x: float, y: float, near: float) -> tuple[float, float, float]:
        """Returns the head point that this turn shows at x, y and that stands `near` pixels towards the viewer of the pivot."""
        cy, sy, cp, sp, cr, sr = self._angles
        x, y = x - self.origin[0] - self.move[0], y - self.origin[1] - self.pivot[1] - self.move[1]
        x, y = x * cr + y * sr, y * cr - x * sr
        u, z = x * cy + near * sy, near * cy - x * sy
        v, z = y * cp - z * sp, z * cp + y * sp
        return u + self.pivot[0], v + self.pivot[1], z + self.pivot[2]


@dataclass(frozen=True)
class Head:
    """A skull seen from one side: turns marks drawn flat, on the skin or on the hair, into knots of the picture.

    What is drawn over the resting head rides on a ball of `radius` pixels around `cap`; between the heights `hang` it comes loose.
    """

    skull: Skull
    rest: Turn
    turn: Turn
    cap: tuple[float, float, float] = (0, -40, -80)
    radius: float = 168
    hang: tuple[float, float] = (470, 620)

    def on(self, u: float, v: float, lift: float = 0, *, corner: bool = False) -> Knot:
        """Returns where a mark on the skin at u, v shows, lifted off it by some pixels."""
        return self.turn.see(u, v, self.skull.depth(u, v) + lift, corner=corner)

    def skin(self, text: str) -> list[Knot]:
        """Returns a line written as `"u v; u v lift!"` laid on the skin, each point lifted off it by its third number."""
        line = []
        for part in text.split(";"):
            u, v, *lift = (float(value) for value in part.strip().rstrip("!").split())
            line.append(self.on(u, v, *lift, corner=part.strip().endswith("!")))
        return line

    def far_side(self, top: float = -150) -> list[Knot]:
        """Returns the contour of the far cheek from forehead to chin."""
        line = []
        for i in range(ROWS):
            t = i / (ROWS - 1)
            v = top + (self.skull.chin - 1 - top) * (1 - (1 - t) ** 1.25)
            width = along(self.skull.widths, v)
            line.append(min((self.on(-width * k / COLUMNS, v) for k in range(COLUMNS + 1)), key=lambda knot: knot[0]))
        return line

    def near_side(self) -> list[Knot]:
        """Returns the edge of jaw, from chin up to the ear, and of the temple."""
        return [self.turn.see(*point) for point in self.skull.jaw]

    def outline(self) -> list[Knot]:
        """Returns the whole face as one closed line."""
        return [*self.far_side(), *self.near_side(), self.on(40, -178), self.on(-30, -184)]

    def carried(self, line: Line) -> list[Knot]:
        """Returns a line drawn over the resting head, carried along as the head turns; what hangs low stays where it hangs."""
        return [self._carry(*knot) for knot in knots(line)]

    def _carry(self, x: float, y: float, corner: bool) -> Knot:  # noqa: FBT001 - a knot is (x, y, corner)
        middle = self.rest.see(*self.cap)
        reach = self.radius**2 - (x - middle[0]) ** 2 - (y - middle[1]) ** 2
        moved = self.turn.see(*self.rest.unsee(x, y, math.sqrt(max(0.0, reach)) * 0.8))
        high, low = self.hang
        loose = min(1.0, max(0.0, (y - high) / (low - high)))
        return moved[0] + (x - moved[0]) * loose, moved[1] + (y - moved[1]) * loose, corner
