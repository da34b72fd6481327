"""Streets of Tolsing by day: a row of narrow houses in perspective, wet setts, puddles that hold the sky."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.art.svg import box, ellipse, flat, group, shape, stroke

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from workshop.art.svg import Picture, Stop

# A shape stays one line of numbers.
# fmt: off


def terrace(point: tuple[float, float], side: int, start: float, tones: Sequence[tuple[str, str]], *, tall: float = 1, glass: str = "#5a6a94", awake: tuple[int, ...] = ()) -> str:
    """Returns a row of houses on the left (`side` -1) or right (1) that runs from x `start` towards a vanishing point, nearest first.

    `tones` are each house's wall and roof; houses in `awake` have a lit window.
    """
    px, py = point

    def at(share: float, height: float) -> tuple[float, float]:
        near = 1 - share
        return px + (start - px) * near, py + height * near

    parts = []
    share = 0.0
    for number, (wall, roof) in enumerate(tones):
        width = 0.24 * (1 - share) ** 1.1
        other = min(0.97, share + width)
        top, foot, peak = -560 * tall + (number % 3) * 46, 330, -690 * tall + (number % 2) * 60
        a, b, c, d = at(share, top), at(other, top), at(other, foot), at(share, foot)
        ridge = at((share + other) / 2, peak)
        front = flat(f"{a[0]:.0f} {a[1]:.0f}; {b[0]:.0f} {b[1]:.0f}; {c[0]:.0f} {c[1]:.0f}; {d[0]:.0f} {d[1]:.0f}", wall)
        gable = flat(f"{a[0] + side * 6 * (1 - share):.0f} {a[1]:.0f}; {ridge[0]:.0f} {ridge[1]:.0f}; {b[0]:.0f} {b[1]:.0f}", roof)
        parts.append(gable + front + _windows(at, share, other, top, "#ffd9a0" if number in awake else glass, roof))
        share = other
    return group(*reversed(parts))


def _windows(at: Callable[[float, float], tuple[float, float]], share: float, other: float, top: float, glass: str, frame: str) -> str:
    panes = []
    for low, high in ((top + 70, top + 220), (top + 310, top + 470), (top + 570, top + 860)):
        for left, right in ((0.16, 0.42), (0.58, 0.84)):
            u, v = share + (other - share) * left, share + (other - share) * right
            door = low > top + 500 and left > 0.5
            corners = [at(u, low), at(v, low), at(v, 320 if door else min(high, 250)), at(u, 320 if door else min(high, 250))]
            line = "; ".join(f"{x:.0f} {y:.0f}" for x, y in corners)
            panes.append(flat(line, frame if door else glass) + stroke("; ".join(f"{x:.0f} {y:.0f}!" for x, y in [*corners, corners[0]]), "#f3efe6", round(5 * (1 - share), 1), opacity=0.55))
    return "".join(panes)


def setts(chance: random.Random, top: float, count: int, tones: Sequence[str], *, right: float = 1500) -> str:
    """Returns the shine on wet setts, larger towards the viewer."""
    marks = []
    for _ in range(count):
        y = top + (1090 - top) * chance.random() ** 0.8
        near = (y - top) / (1090 - top)
        marks.append(ellipse(round(chance.uniform(-20, right)), round(y), round(8 + 26 * near), round(1.6 + 4.5 * near, 1), chance.choice(tones), opacity=round(chance.uniform(0.08, 0.26), 2)))
    return "".join(marks)


def puddle(picture: Picture, x: float, y: float, across: float, down: float, stops: Sequence[Stop]) -> str:
    """Returns a puddle that holds the sky, from its far edge to its near one."""
    paint = picture.linear((0, y - down), (0, y + down), *stops)
    rim = shape(f"{x - across} {y}; {x - across * 0.6} {y - down * 0.9}; {x} {y - down}; {x + across * 0.7} {y - down * 0.7}; {x + across} {y + down * 0.1}; {x + across * 0.5} {y + down * 0.8}; {x - across * 0.2} {y + down}; {x - across * 0.8} {y + down * 0.6}", paint)
    return rim + ellipse(x - across * 0.2, y - down * 0.4, across * 0.3, down * 0.12, "#ffffff", opacity=0.5)


def kerb(left: float, right: float, y: float, high: float, tone: str, edge: str) -> str:
    """Returns a pavement's edge."""
    return box(left, y, right - left, high, tone) + box(left, y, right - left, 4, edge)
