"""Things that stand in several pictures: drums, cymbals, lamps, bowls, bricks, windows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from workshop.art.brush import brush, limb, oval
from workshop.art.light import Rim, form, glow, shadow
from workshop.art.palette import AMBER, IRIS, LAMP, NIGHT, PAPER, mix
from workshop.art.svg import box, disc, ellipse, group, number, shape, stroke, tag

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from workshop.art.svg import Picture, Stop

# A shape stays one line of numbers.
# fmt: off
HEAD = ((0.0, "#ffeccb", 1.0), (0.24, "#f3bd86", 1.0), (0.52, "#b97a78", 1.0), (0.8, "#665186", 1.0), (1.0, "#3b3a74", 1.0))
"""A drum head under a lamp, from the lit place outwards."""
SHELL = ((0.0, "#2c2e66", 1.0), (0.3, "#241f48", 1.0), (0.62, "#5a2e4a", 1.0), (0.86, "#a04c44", 1.0), (1.0, "#d9804c", 1.0))
"""A drum's lacquer from its dark side (0) to its lamp side (1)."""


def drum(picture: Picture, x: float, y: float, across: float, down: float, depth: float, lit: float = 0.3, shell: Sequence[Stop] = SHELL) -> str:
    """Returns a drum seen from above: head, hoops, lugs; `lit` (-1 to 1) says where on the head, left to right, the lamp falls."""
    left, right = (x - across, x + across) if lit > 0 else (x + across, x - across)
    foot = y + depth
    bulge = down * 1.12
    side = [(x - across, y, True), (x - across * 0.98, foot, True), *_arc(x, foot, across * 0.98, bulge), (x + across * 0.98, foot, True), (x + across, y, True)]
    body = form(
        picture, side, picture.linear((left, 0), (right, 0), *shell), *_lugs(picture, x, y, across, bulge, depth),
        _hoop(x, foot - 3, across * 0.98, bulge, picture.linear((left, 0), (right, 0), (0, "#3a3a74", 1), (0.5, "#6a4a68", 1), (1, "#f4bd80", 1))),
        rims=(Rim(7 if lit > 0 else -7, 0, AMBER, 0.55, 3), Rim(-5 if lit > 0 else 5, 0, IRIS, 0.6, 2)),
    )
    hoop = picture.linear((left, y - down), (right, y + down), (0, "#5b588f", 1), (0.45, "#7a5468", 1), (1, "#ffdca4", 1))
    paint = picture.radial(x + across * lit, y - down * 0.25, across * 1.9, *HEAD, squash=round(max(0.3, down / across), 3))
    head = ellipse(x, y + 1, across + 4, down + 4, hoop) + ellipse(x, y, across - 1, down - 1, "#1a1838") + ellipse(x, y + 1.5, across - 5, down - 3.5, paint)
    return body + head


def cymbal(picture: Picture, x: float, y: float, across: float, down: float, turn: float, lit: float = 0.25, rivets: int = 0) -> str:
    """Returns a cymbal tilted by degrees, lit from above at `lit` (-1 to 1) along its width, with rivets along its front edge."""
    squash = down / across
    bronze = picture.linear(
        (-across, 0), (across, 0), (0, "#3d2f56", 1), (0.22, "#6b4656", 1), (0.36, "#a3684f", 1), (0.5 + lit * 0.4, "#f3b76c", 1), (0.78, "#8c5650", 1), (1, "#453562", 1)
    )
    shine = picture.linear((-across, 0), (across, 0), (0.3 + lit * 0.4, LAMP, 0), (0.5 + lit * 0.4, "#fff1cf", 0.85), (0.66 + lit * 0.4, LAMP, 0))
    rings = "".join(tag("circle", r=round(across * share), fill="none", stroke="#241638", stroke_width=2, opacity=0.26) for share in (0.9, 0.78, 0.66, 0.54, 0.42, 0.3))
    beam = [(0, 0, True), (across * (lit * 1.2 - 0.13), -across * 1.1, True), (across * (lit * 1.2 + 0.2), -across * 1.1, True)]
    beams = shape(beam, "#fff1cf", opacity=0.5, filter=picture.blur(5, 0.08)) + shape([(-a, -b, c) for a, b, c in beam], LAMP, opacity=0.34, filter=picture.blur(5, 0.08))
    disc_ = group(disc(0, 0, across, bronze), group(rings, beams, disc(0, 0, across, shine, opacity=0.5), clip_path=picture.clip(oval(0, 0, across, across))), transform=f"scale(1 {squash:.3f})")
    bell = ellipse(0, -down * 0.16, across * 0.18, down * 0.34, picture.radial(across * 0.05, -down * 0.34, across * 0.2, (0, "#ffe6b6", 1), (0.6, "#b0714f", 1), (1, "#4a2f4c", 1)))
    edge = form(picture, oval(0, 0, across, down), "none", rims=(Rim(0, -1.6, "#ffe9bd", 0.85, 0.6), Rim(0, 2, "#2a1a3c", 0.8, 0.8)))
    pins = "".join(_rivet(across * 0.9 * math.cos(a), down * 0.88 * math.sin(a)) for a in (math.pi * (0.14 + 0.72 * k / max(1, rivets - 1)) for k in range(rivets)))
    nut = box(-4, -down * 0.42 - 20, 8, 22, picture.linear((-4, 0), (4, 0), (0, "#3c3560", 1), (1, "#ffd9a0", 1)), 3)
    return group(disc_, bell, nut, edge, pins, transform=f"translate({number(x)} {number(y)}) rotate({number(turn)})")


def stand(picture: Picture, x: float, top: float, floor: float, spread: float = 70, width: float = 8) -> str:
    """Returns a tripod stand: a post from `top` to `floor` with three legs, lit on its right."""
    metal = picture.linear((x - width, 0), (x + width, 0), (0, "#17163a", 1), (0.55, "#2c2852", 1), (0.85, "#e0955c", 1), (1, "#7a4c54", 1))
    knee = floor - spread * 1.1
    legs = "".join(stroke(f"{x} {knee}; {x + side * spread} {floor}", "#1a183c", width * 0.8) + stroke(f"{x + 2} {knee}; {x + side * spread + 2} {floor}", "#c07a52", 1.6, opacity=0.7) for side in (-1, 0.25, 1))
    collar = box(x - width * 0.9, knee - 30, width * 1.8, 20, metal, 3)
    return legs + box(x - width / 2, top, width, floor - top - spread * 0.5, metal) + collar


def pendant(picture: Picture, x: float, y: float, width: float, cord: float = -30, enamel: str = "#2f4a58") -> str:
    """Returns a hanging enamel lamp whose mouth lies at (x, y), with its flex up to `cord`."""
    half, top = width / 2, y - width * 0.62
    dome = f"{x - half} {y}!; {x - half * 0.9} {y - width * 0.22}; {x - half * 0.42} {y - width * 0.46}; {x - half * 0.2} {top}!; {x + half * 0.2} {top}!; {x + half * 0.42} {y - width * 0.46}; {x + half * 0.9} {y - width * 0.22}; {x + half} {y}!"
    gleam = brush(f"{x - half * 0.72} {y - width * 0.12}; {x - half * 0.5} {y - width * 0.34}; {x - half * 0.16} {y - width * 0.52}", width * 0.1, "#9fc0b8", opacity=0.55, filter=picture.blur(1.5, 0.05))
    flex = stroke(f"{x} {cord}; {x} {top}", "#15122c", 5) + box(x - half * 0.17, top - 14, half * 0.34, 20, "#201a38", 4)
    body = form(picture, dome, picture.linear((x - half, 0), (x + half, 0), (0, "#4f7078", 1), (0.4, enamel, 1), (1, "#1d2340", 1)), gleam, rims=(Rim(0, 5, "#ffc984", 0.9, 2),))
    mouth = ellipse(x, y, half, half * 0.17, "#ffedc2") + ellipse(x, y + half * 0.1, half * 0.34, half * 0.26, "#fffbe8")
    return flex + body + mouth


def wire(picture: Picture, start: tuple[float, float], sag: float, end: tuple[float, float], bulbs: int, lit: float = 1) -> str:
    """Returns a sagging wire with plain bulbs; `lit` scales how much they burn."""
    points = [(start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t + 4 * sag * t * (1 - t)) for t in (k / (bulbs + 1) for k in range(bulbs + 2))]
    line = stroke([(x, y, False) for x, y in points], "#100f28", 3)
    lamps = (
        box(round(x) - 4, round(y) - 2, 8, 11, "#17132c", 2) + glow(picture, round(x), round(y) + 17, 40, AMBER, 0.5 * lit) + ellipse(round(x), round(y) + 17, 7, 9, mix("#8a6a70", LAMP, lit))
        for x, y in points[1:-1]
    )
    return line + "".join(lamps)


def bowl(picture: Picture, x: float, y: float, across: float, glaze: str = "#3d5472", lit: float = -1, inside: str = "#3a2138") -> str:
    """Returns a bowl whose mouth is centred on (x, y), lit from the left (-1) or right (1)."""
    down, depth = across * 0.27, across * 0.78
    side = f"{x - across} {y}!; {x - across * 0.86} {y + depth * 0.5}; {x - across * 0.42} {y + depth}!; {x + across * 0.42} {y + depth}!; {x + across * 0.86} {y + depth * 0.5}; {x + across} {y}!"
    paint = picture.linear((x + across * lit, 0), (x - across * lit, 0), (0, "#e8a878", 1), (0.2, "#a5737c", 1), (0.5, glaze, 1), (1, "#1c1c40", 1))
    lip = picture.linear((x + across * lit, 0), (x - across * lit, 0), (0, "#ffe6bb", 1), (0.5, "#a98a94", 1), (1, "#444380", 1))
    rest = shadow(picture, x - across * lit * 0.3, y + depth, across * 1.2, across * 0.26, 0.6)
    return rest + shape(side, paint) + ellipse(x, y, across, down, lip) + ellipse(x, y + 2, across - 5, down - 4, inside)


def bricks(chance: random.Random, left: float, top: float, right: float, bottom: float, size: tuple[float, float] = (62, 24), share: float = 0.4) -> str:
    """Returns path data for scattered bricks of a wall's bond: `share` of those in the box."""
    wide, high = size
    data = []
    for row in range(int((bottom - top) // high)):
        x = left - (wide / 2 if row % 2 else 0)
        while x + wide < right:
            if chance.random() < share:
                data.append(f"M{number(x + 2)} {number(top + row * high + 2)}h{number(wide - 4)}v{number(high - 4)}h{number(4 - wide)}z")
            x += wide
    return "".join(data)


def chimneys(picture: Picture, left: float, top: float, width: float, height: float) -> str:
    """Returns the night behind a window: a sky of five stops, the Works with chimneys and steam, one lit window; the caller clips it."""
    base = top + height
    sky = picture.linear((0, top), (0, base), (0, "#191d48", 1), (0.36, "#2b3670", 1), (0.64, "#4f5796", 1), (0.84, "#8a76a6", 1), (1, "#c68f9c", 1))
    parts = [box(left, top, width, height, sky)]
    parts += [disc(left + width * a, top + height * b, 1.6, PAPER, opacity=0.7) for a, b in ((0.12, 0.1), (0.3, 0.22), (0.62, 0.08), (0.86, 0.2), (0.5, 0.3))]
    plume = [(0.60, 0.44), (0.64, 0.36), (0.74, 0.31), (0.86, 0.29), (1.0, 0.24)]
    curl = [(left + width * a, top + height * b, False) for a, b in plume]
    parts.append(shape(limb(curl, [width * s for s in (0.05, 0.1, 0.15, 0.19, 0.24)]), "#a596bf", opacity=0.5, filter=picture.blur(5, 0.1)))
    for at, high, wide in ((0.58, 0.56, 0.075), (0.4, 0.42, 0.06)):
        x, y = left + width * at, base - height * high
        parts.append(shape(f"{x} {y}!; {x + width * wide} {y}!; {x + width * wide * 1.25} {base}!; {x - width * wide * 0.25} {base}!", "#2c3364"))
        parts.append(disc(x + width * wide * 0.5, y + 12, 3, "#ff9a6b", opacity=0.9))
    outline = ((0, 0.78), (0.2, 0.78), (0.2, 0.7), (0.34, 0.64), (0.34, 0.72), (0.48, 0.66), (0.48, 0.76), (0.72, 0.76), (0.72, 0.68), (0.92, 0.68), (0.92, 0.8), (1, 0.8), (1, 1), (0, 1))
    parts.append(shape([(left + width * a, top + height * b, True) for a, b in outline], "#232a58"))
    parts.append(box(left + width * 0.78, top + height * 0.745, width * 0.05, height * 0.035, AMBER))
    return "".join(parts)


def window(picture: Picture, left: float, top: float, width: float, height: float, panes: tuple[int, int] = (3, 4)) -> str:
    """Returns an iron window of many panes on the night, with its deep reveal and sill."""
    glass = f"{left} {top}!; {left + width} {top}!; {left + width} {top + height}!; {left} {top + height}!"
    reveal = box(left - 22, top - 20, width + 44, height + 40, "#14153a") + box(left - 22, top - 20, 22, height + 40, "#1f2350")
    bars = "".join(box(round(left + width * k / panes[0]) - 4, top, 8, height, NIGHT) for k in range(1, panes[0]))
    bars += "".join(box(left, round(top + height * k / panes[1]) - 4, width, 8, NIGHT) for k in range(1, panes[1]))
    sill = box(left - 34, top + height + 12, width + 68, 22, "#34336a") + box(left - 34, top + height + 12, width + 68, 4, "#7c8cc0", opacity=0.7)
    return reveal + group(chimneys(picture, left, top, width, height), clip_path=picture.clip(glass)) + bars + sill


def _lugs(picture: Picture, x: float, y: float, across: float, bulge: float, depth: float) -> list[str]:
    chrome = picture.linear((x - across, 0), (x + across, 0), (0, "#5f5c96", 1), (0.5, "#8d6a76", 1), (1, "#ffd49a", 1))
    lugs = []
    for angle in (0.13, 0.32, 0.5, 0.68, 0.87):
        cosine, sine = math.cos(math.pi * angle), math.sin(math.pi * angle)
        width = max(4, 9 * sine * across / 110)
        lugs.append(box(round(x + across * 0.97 * cosine - width / 2, 1), round(y + bulge * sine + depth * 0.22, 1), round(width, 1), round(depth * 0.5, 1), chrome, 3, opacity=0.85))
    return lugs


def _arc(x: float, y: float, across: float, down: float) -> list[tuple[float, float, bool]]:
    return [(x - across * math.cos(math.pi * k / 8), y + down * math.sin(math.pi * k / 8), False) for k in range(1, 8)]


def _hoop(x: float, y: float, across: float, down: float, paint: str) -> str:
    line = [(x - across, y, False), *_arc(x, y, across, down), (x + across, y, False)]
    return stroke(line, paint, 9)


def _rivet(x: float, y: float) -> str:
    return disc(round(x, 1), round(y, 1), 3.4, "#3a2438") + disc(round(x + 0.8, 1), round(y - 1, 1), 2.2, "#ffe9bd")
