"""Writes SVG text: splines through knots, shapes, and the picture that holds their layers and definitions.

A line is a list of knots or its short form "x y; x y!; ...": a Catmull-Rom spline runs through them, and a knot with "!" is a corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Knot: TypeAlias = tuple[float, float, bool]
Line: TypeAlias = str | Sequence[Knot]
Stop: TypeAlias = tuple[float, str, float]
Attribute: TypeAlias = str | float | None

LAYERS = ("far", "mid", "light", "near")
OVERSCAN = 16
_TENSION = 1 / 6
_CORNER_REACH = 1 / 3
_LONG = 16  # Spans longer than this lose nothing visible when their handles are whole numbers.


def number(value: float) -> str:
    """Returns a coordinate with at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def knots(line: Line) -> list[Knot]:
    """Returns the knots of a line, reading its short form where it is text."""
    return [_knot(part) for part in line.split(";") if part.strip()] if isinstance(line, str) else list(line)


def corners(line: Line) -> list[Knot]:
    """Returns the knots of a line with every knot a corner, so that straight edges join them."""
    return [(x, y, True) for x, y, _ in knots(line)]


def moved(line: Line, right: float, down: float) -> list[Knot]:
    """Returns the line shifted by so many units."""
    return [(x + right, y + down, corner) for x, y, corner in knots(line)]


def spline(line: Line, *, closed: bool = True) -> str:
    """Returns path data for a Catmull-Rom spline through the knots, in relative steps to keep it short."""
    nodes = [(round(x, 1), round(y, 1), corner) for x, y, corner in knots(line)]
    count = len(nodes)
    data = [f"M{_packed(nodes[0][:2])}"]
    for index in range(count if closed else count - 1):
        start, end = nodes[index], nodes[(index + 1) % count]
        if start[2] and end[2]:
            data.append(f"l{_packed((end[0] - start[0], end[1] - start[1]))}")
            continue
        before = nodes[index - 1] if closed or index else start
        after = nodes[(index + 2) % count] if closed or index + 2 < count else end
        data.append(_segment(before, start, end, after, smooth=index > 0 and not start[2]))
    return "".join(data) + ("z" if closed else "")


def tag(name: str, *children: str, **attributes: Attribute) -> str:
    """Returns one element; an attribute's underscores become hyphens, and None leaves it out."""
    text = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{text}>{''.join(children)}</{name}>" if children else f"<{name}{text}/>"


def group(*children: str, **attributes: Attribute) -> str:
    """Returns a group of elements."""
    return tag("g", *children, **attributes)


def shape(line: Line, fill: str, **attributes: Attribute) -> str:
    """Returns the closed spline through a line, filled."""
    return tag("path", d=spline(line), fill=fill, **attributes)


def flat(line: Line, fill: str, **attributes: Attribute) -> str:
    """Returns the polygon through a line, filled."""
    return shape(corners(line), fill, **attributes)


def stroke(line: Line, colour: str, width: float, **attributes: Attribute) -> str:
    """Returns the open spline through a line as an even stroke with round ends: for wires, cables and seams."""
    data = spline(line, closed=False)
    return tag("path", d=data, fill="none", stroke=colour, stroke_width=width, stroke_linecap="round", **attributes)


def disc(x: float, y: float, radius: float, fill: str, **attributes: Attribute) -> str:
    """Returns a filled circle."""
    return tag("circle", cx=x, cy=y, r=radius, fill=fill, **attributes)


def ellipse(x: float, y: float, across: float, down: float, fill: str, turn: float = 0, **attributes: Attribute) -> str:
    """Returns a filled ellipse with the given radii, turned by degrees."""
    rotation = f"rotate({number(turn)} {number(x)} {number(y)})" if turn else None
    return tag("ellipse", cx=x, cy=y, rx=across, ry=down, fill=fill, transform=rotation, **attributes)


def box(x: float, y: float, width: float, height: float, fill: str, corner: float = 0, **attributes: Attribute) -> str:
    """Returns a filled rectangle with round corners of the given radius."""
    return tag("rect", x=x, y=y, width=width, height=height, rx=corner or None, fill=fill, **attributes)


@dataclass
class Picture:
    """One SVG being drawn: its definitions, whose ids it hands out, and four layers of fragments."""

    width: int = 1920
    height: int = 1080
    definitions: list[str] = field(default_factory=list)
    layers: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in LAYERS})
    _named: dict[str, str] = field(default_factory=dict)

    def define(self, name: str, *children: str, **attributes: Attribute) -> str:
        """Adds an element to the definitions, once however often it is asked for, and returns `url(#id)` for it."""
        body = tag(name, *children, **attributes)
        if body not in self._named:
            self._named[body] = f"d{len(self._named)}"
            self.definitions.append(body.replace(f"<{name}", f'<{name} id="{self._named[body]}"', 1))
        return f"url(#{self._named[body]})"

    def stamp(self, x: float, y: float, scale: float, *parts: str, turn: float = 0, flip: bool = False) -> str:
        """Returns parts moved to (x, y), scaled, turned by degrees or mirrored; what is stamped twice is written once."""
        reference = self.define("g", *parts).removeprefix("url(").removesuffix(")")
        width = -scale if flip else scale
        place = f"translate({number(x)} {number(y)}) scale({width:g} {scale:g}) rotate({number(turn)})"
        return tag("use", transform=place, **{"xlink:href": reference})

    def linear(self, start: tuple[float, float], end: tuple[float, float], *stops: Stop) -> str:
        """Returns a paint that runs from point to point through (offset, colour, opacity) stops."""
        where = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
        return self.define("linearGradient", *map(_stop, stops), gradientUnits="userSpaceOnUse", **where)

    def radial(self, x: float, y: float, radius: float, *stops: Stop, squash: float = 1, turn: float = 0) -> str:
        """Returns a paint that runs outwards from a point; `squash` scales it vertically, `turn` rotates it by degrees."""
        change = None
        if squash != 1 or turn:
            change = f"translate({number(x)} {number(y)}) rotate({number(turn)}) scale(1 {squash}) translate({number(-x)} {number(-y)})"
        place = {"cx": x, "cy": y, "r": radius}
        return self.define("radialGradient", *map(_stop, stops), gradientUnits="userSpaceOnUse", gradientTransform=change, **place)

    def clip(self, *lines: Line) -> str:
        """Returns a clip to the union of closed splines."""
        return self.define("clipPath", *(tag("path", d=spline(line)) for line in lines))

    def blur(self, sigma: float, margin: float = 0.12) -> str:
        """Returns a blur whose region reaches `margin` of the box's size past each side (keep it within .03 to .16)."""
        return self.define("filter", tag("feGaussianBlur", stdDeviation=sigma), **_region(margin))

    def rough(self, frequency: float = 0.035, scale: float = 7, seed: int = 1) -> str:
        """Returns a filter that frays a shape's edge like dry paint: for light shapes only, contours stay clean."""
        noise = tag("feTurbulence", type="fractalNoise", baseFrequency=frequency, numOctaves=2, seed=seed, result="n")
        push = {"in": "SourceGraphic", "in2": "n", "xChannelSelector": "R", "yChannelSelector": "G"}
        return self.define("filter", noise, tag("feDisplacementMap", scale=scale, **push), **_region(0.1))

    def grain(self, frequency: float = 0.8, strength: float = 0.5, colour: str = "#140a24", seed: int = 2) -> str:
        """Returns a filter that replaces a shape by grain of one colour: for a wall or a board, never a whole scene."""
        red, green, blue = (round(int(colour[at : at + 2], 16) / 255, 3) for at in (1, 3, 5))
        noise = tag("feTurbulence", type="fractalNoise", baseFrequency=frequency, numOctaves=2, seed=seed)
        values = f"0 0 0 0 {red} 0 0 0 0 {green} 0 0 0 0 {blue} {strength} 0 0 0 {round(-strength * 0.46, 3)}"
        return self.define("filter", noise, tag("feColorMatrix", type="matrix", values=values), **_region(0))

    def ground(self, layer: str, fill: str, opacity: float | None = None) -> None:
        """Paints a whole layer, overscan included."""
        size = (self.width + 2 * OVERSCAN, self.height + 2 * OVERSCAN)
        self.add(layer, box(-OVERSCAN, -OVERSCAN, *size, fill, opacity=opacity))

    def add(self, layer: str, *fragments: str) -> None:
        """Lays fragments over what a layer already holds."""
        self.layers[layer].extend(fragments)

    def text(self) -> str:
        """Returns the whole SVG."""
        layers = "".join(f"{group(*self.layers[name] or [''], id=name)}\n" for name in LAYERS)
        head = f'viewBox="0 0 {self.width} {self.height}" preserveAspectRatio="xMidYMid slice"'
        return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {head}>\n<defs>{"".join(self.definitions)}</defs>\n{layers}</svg>\n'

    def write(self, path: Path) -> None:
        """Writes the SVG to a file, making its folder."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text(), encoding="utf-8", newline="\n")


def _knot(text: str) -> Knot:
    x, y = text.strip().removesuffix("!").replace(",", " ").split()
    return float(x), float(y), text.strip().endswith("!")


def _segment(before: Knot, start: Knot, end: Knot, after: Knot, *, smooth: bool) -> str:
    along = (end[0] - start[0], end[1] - start[1])
    leave = [part * _CORNER_REACH for part in along] if start[2] else [(end[i] - before[i]) * _TENSION for i in (0, 1)]
    arrive = [part * _CORNER_REACH for part in along] if end[2] else [(after[i] - start[i]) * _TENSION for i in (0, 1)]
    if max(map(abs, along)) > _LONG:
        leave, arrive = [round(part) for part in leave], [along[i] - round(along[i] - arrive[i]) for i in (0, 1)]
    reach = (along[0] - arrive[0], along[1] - arrive[1], *along)
    return f"s{_packed(reach)}" if smooth else f"c{_packed((*leave, *reach))}"


def _packed(values: Sequence[float]) -> str:
    return " ".join(map(number, values)).replace(" -", "-")


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _stop(stop: Stop) -> str:
    offset, colour, opacity = stop
    return tag("stop", offset=offset, stop_color=colour, stop_opacity=None if opacity == 1 else opacity)


def _region(margin: float) -> dict[str, str]:
    edge, size = f"{-margin:.0%}", f"{1 + 2 * margin:.0%}"
    return {"x": edge, "y": edge, "width": size, "height": size}
