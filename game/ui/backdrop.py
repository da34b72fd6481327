"""The picture behind the text: two planes that drift apart, light that breathes for a while, one scene widening into the next.

A scene's layers are laid into three images when it arrives: what lies behind with its light at full and a little lower, and what is
nearest. A moving frame is then a few copies: drifting by a part of a pixel is a blend of two whole-pixel copies (0.7 ms at
1280 x 720, where sampling between pixels takes 4 ms), and breathing is a blend of the two lights.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import skia

from game.ui import paint, theme
from game.ui.dust import Mote, motes, paint_dust
from game.ui.geometry import REFERENCE
from game.ui.picture import Wanted
from game.ui.surface import offscreen

if TYPE_CHECKING:
    from game.ui.geometry import Space
    from game.ui.picture import Picture, Pictures

# The scene's eye lies left of the middle: where a narrow window crops a picture sideways, that part stays.
_FOCUS = 0.3
_BUDGET = 24_000_000


@dataclass(frozen=True, slots=True)
class Planes:
    """A scene ready to be shown: behind, with the light at full and low; near; dust. `over`: pixels wider than the window, each side."""

    bright: skia.Image
    dim: skia.Image
    near: skia.Image | None
    over: int
    dust: tuple[Mote, ...] = ()

    @property
    def bytes(self) -> int:
        """Returns the memory the images take."""
        pixels: int = self.bright.width() * self.bright.height()
        return pixels * 4 * (3 if self.near else 2)


def overscan(space: Space) -> int:
    """Returns by how many pixels a scene is drawn wider than the window on each side, so that it can drift."""
    return 1 + math.ceil(theme.PARALLAX * max(space.unit, space.height / REFERENCE[1]))


def planes(picture: Picture, over: int) -> Planes:
    """Returns a scene that the raster process has composed, with dust where its light falls; night for one that is missing."""
    layers = picture.layers
    if not layers:
        surface = offscreen(picture.wanted.width, picture.wanted.height)
        surface.getCanvas().clear(theme.NIGHT)
        night = surface.makeImageSnapshot()
        return Planes(night, night, None, over)
    return Planes(layers["bright"], layers["dim"], layers["near"], over, motes(picture.lit))


def _swell(awake: float) -> float:
    """Returns how far a picture is from rest, from 0 to 1, so many seconds after it woke: it begins and ends gently."""
    return math.sin(math.pi * min(1.0, awake / theme.SETTLE)) ** 2


class Backdrop:
    """Shows one named picture at the window's size, and moves only for a while after something changed."""

    def __init__(self, pictures: Pictures) -> None:
        """Starts with no picture."""
        self._pictures = pictures
        self._kept: OrderedDict[Wanted, Planes] = OrderedDict()
        self.name: str | None = None
        self._shown: Wanted | None = None
        self._last: Planes | None = None
        self._changed = -100.0
        self._woken = -100.0

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
        focus = 1 - _FOCUS if space.rtl else _FOCUS
        return Wanted(self.name, space.width + 2 * over, space.height, layered=True, focus=focus, scene=True)

    def _ready(self, wanted: Wanted, space: Space) -> Planes | None:
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        # Room is made before the picture comes, not after: the peak of memory is then one scene lower.
        self._make_room(wanted.width * wanted.height * 4 * 3)
        picture = self._pictures.get(wanted)
        if picture is None:
            return None
        self._pictures.drop(wanted)
        found = planes(picture, overscan(space))
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
        """Tells whether one scene is giving way to the next."""
        return now - self._changed < (theme.FADE if still else theme.SCENE_CHANGE)

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
        draw.save()
        if space.rtl:
            draw.translate(space.width, 0)
            draw.scale(-1, 1)
        if shown.bright.width() - 2 * shown.over != space.width or shown.bright.height() != space.height:
            self._stretched(draw, space, shown)
        elif self.changing(now, still=still):
            self._paint_change(draw, space, shown, now, still=still)
        else:
            self._last = None
            awake = 1e9 if still else now - self._woken
            self._at(draw, shown, awake)
            if awake < theme.SETTLE:
                paint_dust(draw, shown.dust, space, awake, _swell(awake))
        draw.restore()

    @staticmethod
    def _stretched(draw: skia.Canvas, space: Space, shown: Planes) -> None:
        """Draws the picture of another size, until the right one is ready."""
        whole = skia.Rect.MakeLTRB(-shown.over, 0, space.width + shown.over, space.height)
        smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
        for image in (shown.bright, shown.near):
            if image is not None:
                draw.drawImageRect(image, whole, smooth)

    def _paint_change(self, draw: skia.Canvas, space: Space, shown: Planes, now: float, *, still: bool) -> None:
        if self._last is not None:
            self._at(draw, self._last, 1e9)
        else:
            draw.clear(theme.NIGHT)
        if still:
            draw.saveLayerAlpha(None, round(255 * min(1.0, (now - self._changed) / theme.FADE)))
            self._at(draw, shown, 1e9)
            draw.restore()
            return
        self._widen(draw, space, shown, theme.ease_out(self._part(now)), now - self._woken)

    def _widen(self, draw: skia.Canvas, space: Space, shown: Planes, part: float, awake: float) -> None:
        """Draws the next scene inside a warm opening that grows until it fills the window."""
        x, y = space.width * _FOCUS, space.height * 0.5
        reach = math.hypot(space.width - x, space.height) * 1.1 * part
        opening = skia.Path()
        opening.addOval(skia.Rect.MakeLTRB(x - reach, y - reach, x + reach, y + reach))
        draw.save()
        draw.clipPath(opening, skia.ClipOp.kIntersect, True)  # noqa: FBT003 - Skia's own signature
        self._at(draw, shown, awake)
        draw.restore()
        glow = theme.clear(theme.LAMP, 0.5 * (1 - part))
        for width in (24, 14, 6):
            draw.drawPath(opening, paint.added(paint.fill(theme.clear(glow, (1 - part) * 0.16), stroke=width * max(space.unit, 0.5))))

    @staticmethod
    def _at(draw: skia.Canvas, shown: Planes, awake: float) -> None:
        """Draws the picture `awake` seconds after it woke: at rest from `SETTLE` on."""
        ease = _swell(awake)
        drift = (shown.over - 1) * ease
        out = (1 - math.cos(2 * math.pi * awake / theme.BREATH)) / 2 * ease
        whole, part = int(drift), drift - int(drift)
        for step, weight in ((whole, 1.0), (whole + 1, part)):
            for image, alpha in ((shown.bright, weight), (shown.dim, weight * out)):
                if alpha > 1 / 512:
                    ink = skia.Paint()
                    ink.setAlphaf(alpha)
                    draw.drawImage(image, -shown.over - step, 0, skia.SamplingOptions(), ink)
        if shown.near is not None:
            draw.drawImage(shown.near, -shown.over, 0)
