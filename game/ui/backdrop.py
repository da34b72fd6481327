"""The picture behind the text: layers that part slowly, light that breathes for a while, and one scene widening into the next."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import skia

from game.ui import paint, theme
from game.ui.picture import LAYERS, Wanted

if TYPE_CHECKING:
    from game.ui.geometry import Space
    from game.ui.picture import Picture, Pictures

# The scene's eye lies left of the middle: where a narrow window crops a picture sideways, that part stays.
_FOCUS = 0.3
_SIZES = {"far": -1.0, "mid": 0.0, "light": 0.0, "near": 1.6}


class Backdrop:
    """Shows one named picture at the window's size, and moves only for a while after something changed."""

    def __init__(self, pictures: Pictures) -> None:
        """Starts with no picture."""
        self._pictures = pictures
        self.name: str | None = None
        self._shown: Picture | None = None
        self._still: skia.Image | None = None
        self._last: skia.Image | None = None
        self._changed = -100.0
        self._woken = -100.0

    def show(self, name: str | None) -> None:
        """Asks for a picture by name; the one before stays until it is ready."""
        self.name = name

    def wake(self, now: float) -> None:
        """Lets light and layers move again for some seconds."""
        self._woken = now

    def cut(self) -> None:
        """Ends the change of scene at once."""
        self._last = None

    def _wanted(self, space: Space) -> Wanted | None:
        if self.name is None:
            return None
        return Wanted(self.name, space.width, space.height, layered=True, focus=0.7 if space.rtl and space.width < space.height else _FOCUS)

    def fetch(self, space: Space, now: float, *, still: bool) -> bool:
        """Takes up a picture that has become ready; tells whether what is shown changed."""
        wanted = self._wanted(space)
        if wanted is None or (self._shown is not None and self._shown.wanted == wanted):
            return False
        found = self._pictures.get(wanted)
        if found is None:
            return False
        resized = self._shown is not None and self._shown.wanted.name == wanted.name
        self._last = None if resized else self._still
        self._shown = found if found.layers else None
        self._still = self._compose(found) if found.layers else None
        if not resized:
            self._changed = now
            self._woken = now
        if still:
            self._last = self._last if not resized else None
        return True

    def _compose(self, picture: Picture) -> skia.Image:
        """Returns the picture at rest: its layers, vignette and grain in one."""
        width, height = picture.wanted.width, picture.wanted.height
        surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(width, height))
        self._layers(surface.getCanvas(), picture, 0.0, 1.0)
        paint.vignette(surface.getCanvas(), width, height)
        paint.grain(surface.getCanvas(), width, height)
        return surface.makeImageSnapshot()

    @staticmethod
    def _layers(draw: skia.Canvas, picture: Picture, shift: float, light: float) -> None:
        draw.clear(theme.NIGHT)
        for name in LAYERS:
            image = picture.layers.get(name)
            if image is None:
                continue
            ink = skia.Paint()
            if name == "light":
                ink.setBlendMode(skia.BlendMode.kPlus)
                ink.setAlphaf(min(light, 1.0))
            draw.drawImage(image, shift * _SIZES[name], 0, skia.SamplingOptions(skia.FilterMode.kLinear), ink)

    def _part(self, now: float) -> float:
        return (now - self._changed) / theme.SCENE_CHANGE

    def changing(self, now: float) -> bool:
        """Tells whether one scene is widening into the next."""
        return self._last is not None and self._part(now) < 1

    def moving(self, now: float, *, still: bool) -> bool:
        """Tells whether the picture wants another frame."""
        if self._still is None:
            return False
        if still:
            return self._last is not None and now - self._changed < theme.FADE
        return self.changing(now) or now - self._woken < theme.SETTLE

    def paint(self, draw: skia.Canvas, space: Space, now: float, *, still: bool) -> None:
        """Draws the picture as it is at `now`; nothing but night where there is none yet."""
        if self._still is None:
            draw.clear(theme.NIGHT)
            if self._last is not None:
                draw.drawImage(self._last, 0, 0)
            return
        if self._still.width() != space.width or self._still.height() != space.height:
            smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kNone)
            draw.drawImageRect(self._still, skia.Rect.MakeWH(space.width, space.height), smooth)
            return
        draw.save()
        if space.rtl:
            draw.translate(space.width, 0)
            draw.scale(-1, 1)
        self._paint_scene(draw, space, now, still=still)
        draw.restore()

    def _paint_scene(self, draw: skia.Canvas, space: Space, now: float, *, still: bool) -> None:
        image = self._at(now, still=still)
        if still and self._last is not None and now - self._changed < theme.FADE:
            draw.drawImage(self._last, 0, 0)
            fade = skia.Paint()
            fade.setAlphaf((now - self._changed) / theme.FADE)
            draw.drawImage(image, 0, 0, skia.SamplingOptions(), fade)
        elif not still and self.changing(now) and self._last is not None:
            draw.drawImage(self._last, 0, 0)
            self._widen(draw, space, image, theme.ease_out(self._part(now)))
        else:
            draw.drawImage(image, 0, 0)

    @staticmethod
    def _widen(draw: skia.Canvas, space: Space, image: skia.Image, part: float) -> None:
        """Draws the next scene inside a warm opening that grows until it fills the window."""
        x, y = space.width * _FOCUS, space.height * 0.5
        reach = math.hypot(space.width - x, space.height) * 1.1 * part
        opening = skia.Path()
        opening.addOval(skia.Rect.MakeLTRB(x - reach, y - reach, x + reach, y + reach))
        draw.save()
        draw.clipPath(opening, True)  # noqa: FBT003 - Skia's own signature
        draw.drawImage(image, 0, 0)
        draw.restore()
        edge = paint.fill(theme.clear(theme.LAMP, 0.5 * (1 - part)), blur=max(1.0, 26 * space.unit), stroke=max(1.0, 60 * space.unit))
        draw.drawPath(opening, paint.added(edge))

    def _at(self, now: float, *, still: bool) -> skia.Image:
        """Returns the picture at a moment: at rest it is ready, while awake its layers are laid anew."""
        awake = now - self._woken
        if still or awake >= theme.SETTLE or self._shown is None or self._still is None:
            return self._still or skia.Image()
        ease = math.sin(math.pi * min(1.0, awake / theme.SETTLE)) ** 2
        shift = theme.PARALLAX * ease * self._shown.wanted.height / 1080
        breath = 1 - theme.BREATH_DEPTH * ease * (1 - math.cos(2 * math.pi * awake / theme.BREATH)) / 2 * 4
        surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(self._still.width(), self._still.height()))
        self._layers(surface.getCanvas(), self._shown, shift, breath)
        paint.vignette(surface.getCanvas(), self._still.width(), self._still.height())
        paint.grain(surface.getCanvas(), self._still.width(), self._still.height())
        return surface.makeImageSnapshot()
