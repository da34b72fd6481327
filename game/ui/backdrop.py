"""The picture behind the text: layers that drift apart, light that breathes for a while, one scene widening into the next.

A scene comes from the raster process as its layers, in pieces, for most of what is not far is empty. The middle stands, and what is
far and what is near drift to opposite sides. Between pixels, the far layer, which has no holes, is a blend of two whole-pixel
copies (0.7 ms at 1280 x 720); the pieces of the near one are sampled, which for a whole window would take 3 ms. Light is added,
and breathes by being added less.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import skia

from game.ui import paint, theme
from game.ui.dust import Mote, motes, paint_dust
from game.ui.geometry import REFERENCE
from game.ui.part import LAYERS
from game.ui.picture import Wanted
from game.ui.steam import paint_steam

if TYPE_CHECKING:
    from game.ui.geometry import Space
    from game.ui.part import Part
    from game.ui.picture import Picture, Pictures

# The scene's eye lies left of the middle: where a narrow window crops a picture sideways, that part stays.
_FOCUS = 0.3
_BUDGET = 24_000_000


# How far a layer drifts, in parts of the parallax, and which way: the most that any two move apart is the whole of it.
_DRIFT = MappingProxyType({"far": -0.5, "mid": 0.0, "light": 0.0, "near": 0.5})
# How much dimmer than full the light gets as it breathes out: 3 % of the whole picture is about this much of the added light.
_DIM = 0.15
_WHOLE, _BETWEEN = skia.SamplingOptions(), skia.SamplingOptions(skia.FilterMode.kLinear)


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene ready to be shown: its layers' pieces, and dust. `over`: pixels wider than the window, each side."""

    wanted: Wanted
    layers: tuple[tuple[str, tuple[Part, ...]], ...]
    over: int
    dust: tuple[Mote, ...] = ()

    @property
    def bytes(self) -> int:
        """Returns the memory the images take."""
        return sum(part.place.bytes for _, parts in self.layers for part in parts)


def overscan(space: Space) -> int:
    """Returns by how many pixels a scene is drawn wider than the window on each side, so that it can drift."""
    return 1 + math.ceil(theme.PARALLAX / 2 * max(space.unit, space.height / REFERENCE[1]))


def scene(picture: Picture, over: int) -> Scene:
    """Returns a scene that the raster process has composed, with dust where its light falls; without layers where it is missing."""
    layers = ((name, tuple(part for part in picture.parts if part.place.layer == name)) for name in LAYERS)
    return Scene(picture.wanted, tuple((name, parts) for name, parts in layers if parts), over, motes(picture.lit))


def _swell(awake: float) -> float:
    """Returns how far a picture is from rest, from 0 to 1, so many seconds after it woke: it begins and ends gently."""
    return math.sin(math.pi * awake / theme.SETTLE) ** 2 if awake < theme.SETTLE else 0.0


class Backdrop:
    """Shows one named picture at the window's size, and moves only for a while after something changed."""

    def __init__(self, pictures: Pictures) -> None:
        """Starts with no picture."""
        self._pictures = pictures
        self._kept: OrderedDict[Wanted, Scene] = OrderedDict()
        self.name: str | None = None
        self._shown: Wanted | None = None
        self._last: Scene | None = None
        self._changed = -100.0
        self._woken = -100.0

    @property
    def shown(self) -> Wanted | None:
        """Returns the picture that is shown."""
        return self._shown

    def show(self, name: str | None) -> None:
        """Asks for a picture by name; the one before stays until it is ready."""
        self.name = name

    def wake(self, now: float) -> None:
        """Lets light and planes move again for some seconds; where they still move, they go on as they are."""
        if now - self._woken >= theme.SETTLE:
            self._woken = now

    def forget(self) -> None:
        """Lets go of every scene."""
        self._kept.clear()
        self._shown = self._last = None

    def cut(self) -> None:
        """Ends the change of scene at once."""
        self._last = None

    def fetch(self, space: Space, now: float) -> bool:
        """Takes up a picture that has become ready; tells whether what is shown changed."""
        wanted = self._wanted(space)
        if wanted is None or wanted == self._shown:
            return False
        before = self._kept.get(self._shown) if self._shown else None
        found = self._ready(wanted, space)
        if found is None:
            return False
        resized = self._shown is not None and self._shown.name == wanted.name
        self._last = None if resized else before
        self._shown = wanted
        if not resized:
            self._changed = self._woken = now
        return True

    def _wanted(self, space: Space) -> Wanted | None:
        if self.name is None:
            return None
        over = overscan(space)
        return Wanted(self.name, space.width + 2 * over, space.height, layered=True, focus=_FOCUS, scene=True, mirrored=space.rtl)

    def _ready(self, wanted: Wanted, space: Space) -> Scene | None:
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        # Room is made before the picture comes, not after: the peak of memory is then one scene lower.
        self._make_room(wanted.width * wanted.height * 4 * 3)
        picture = self._pictures.get(wanted)
        if picture is None:
            return None
        self._pictures.drop(wanted)
        found = scene(picture, overscan(space))
        self._kept[wanted] = found
        return found

    def _make_room(self, size: int) -> None:
        """Lets the oldest scenes go until `size` bytes more are within the budget; the one that is shown stays."""
        for old in [old for old in self._kept if old != self._shown]:
            if sum(kept.bytes for kept in self._kept.values()) + size <= _BUDGET:
                return
            del self._kept[old]

    def _part(self, now: float) -> float:
        return (now - self._changed) / theme.SCENE_CHANGE

    def changing(self, now: float, *, still: bool) -> bool:
        """Tells whether one scene is giving way to the next; where nothing is to move, the next is there at once."""
        return not still and now - self._changed < theme.SCENE_CHANGE

    def moving(self, now: float, *, still: bool) -> bool:
        """Tells whether the picture wants another frame."""
        if self._shown is None:
            return False
        return self.changing(now, still=still) or (not still and now - self._woken < theme.SETTLE)

    def paint(self, draw: skia.Canvas, space: Space, now: float, *, still: bool) -> None:
        """Draws the picture as it is at `now`; nothing but night where there is none yet."""
        shown = self._kept.get(self._shown) if self._shown else None
        if shown is None:
            draw.clear(theme.NIGHT)
            return
        if (shown.wanted.width - 2 * shown.over, shown.wanted.height) != (space.width, space.height):
            self._stretched(draw, space, shown)
        elif self.changing(now, still=still):
            self._widen(draw, space, shown, theme.ease_out(self._part(now)), now - self._woken)
        else:
            self._last = None
            awake = 1e9 if still else now - self._woken
            self._at(draw, shown, awake)
            if awake < theme.SETTLE:
                paint_dust(draw, shown.dust, space, awake, _swell(awake))

    def _stretched(self, draw: skia.Canvas, space: Space, shown: Scene) -> None:
        """Draws the picture of another size, until the right one is ready."""
        whole, drawn = space.width + 2 * shown.over, shown.wanted
        draw.save()
        draw.translate(-shown.over, 0)
        draw.scale(whole / drawn.width, space.height / drawn.height)
        draw.translate(shown.over, 0)
        self._at(draw, shown, 1e9, stretched=True)
        draw.restore()

    def _paint_last(self, draw: skia.Canvas) -> None:
        if self._last is not None:
            self._at(draw, self._last, 1e9)
        else:
            draw.clear(theme.NIGHT)

    def _widen(self, draw: skia.Canvas, space: Space, shown: Scene, part: float, awake: float) -> None:
        """Draws the next scene inside a warm opening that grows until it fills the window."""
        x, y = space.width * (1 - _FOCUS if space.rtl else _FOCUS), space.height * 0.5
        corner = math.hypot(space.width * (1 - _FOCUS), y)
        reach = math.hypot(space.width * (1 - _FOCUS), space.height) * 1.1 * part
        opening = skia.Path()
        opening.addOval(skia.Rect.MakeLTRB(x - reach, y - reach, x + reach, y + reach))
        draw.save()
        if reach < corner:
            self._paint_last(draw)
            # A smooth edge would make every piece cost four times as much, and the glow lies over it.
            draw.clipPath(opening, skia.ClipOp.kIntersect, False)  # noqa: FBT003 - Skia's own signature
        self._at(draw, shown, awake)
        draw.restore()
        glow = theme.clear(theme.LAMP, 0.5 * (1 - part))
        for width in (24, 14, 6):
            draw.drawPath(opening, paint.added(paint.fill(theme.clear(glow, (1 - part) * 0.16), stroke=width * max(space.unit, 0.5))))

    @staticmethod
    def _at(draw: skia.Canvas, shown: Scene, awake: float, *, stretched: bool = False) -> None:
        """Draws the picture `awake` seconds after it woke: at rest from `SETTLE` on."""
        ease = _swell(awake)
        out = (1 - math.cos(math.tau * awake / theme.BREATH)) / 2 * ease
        if not shown.layers:
            draw.clear(theme.NIGHT)
        for name, parts in shown.layers:
            ink = skia.Paint()
            if name == "light":
                ink.setBlendMode(skia.BlendMode.kPlus)
                ink.setAlphaf(1 - _DIM * out)
            draw.save()
            draw.translate(-shown.over, 0)
            drift = 2 * (shown.over - 1) * _DRIFT[name] * ease
            if name == "far" and not stretched:
                _paint_solid(draw, parts, drift)
            else:
                _paint_parts(draw, parts, ink, drift, _BETWEEN if drift or stretched else _WHOLE)
            for part in parts:
                if part.place.rises:
                    paint_steam(draw, part, drift, awake, ease)
            draw.restore()


def _paint_solid(draw: skia.Canvas, parts: tuple[Part, ...], drift: float) -> None:
    """Draws a layer without holes, moved by any part of a pixel."""
    whole, part = math.floor(drift), drift - math.floor(drift)
    for step, weight in ((whole, 1.0), (whole + 1, part)):
        if weight > 1 / 512:
            ink = skia.Paint()
            ink.setAlphaf(weight)
            _paint_parts(draw, parts, ink, step, _WHOLE)


def _paint_parts(draw: skia.Canvas, parts: tuple[Part, ...], ink: skia.Paint, x: float, sampling: skia.SamplingOptions) -> None:
    """Draws the pieces that do not rise, moved to the right by `x` pixels."""
    for part in parts:
        if not part.place.rises:
            draw.drawImage(part.image, part.place.x + x, part.place.y, sampling, ink)
