"""Steam that rises for as long as a scene is awake, and stands as it was drawn when the scene is at rest.

A curl is one small image, laid down in strips: waves run up it, and it stretches upwards from its foot. Two such copies take turns,
one fading in near the cup while the other fades out above, so that it rises without end and never jumps. Steam lies over what is
behind it, also where it was drawn into the light: strips that are added instead take six times as long.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import skia

from game.ui import theme

if TYPE_CHECKING:
    from game.ui.part import Part

# The height of a strip, in pixels, and the most of them.
_STRIP, _MOST = 3, 60
# Seconds that a wisp takes from the foot to where it is gone, and by how much of its height it stretches meanwhile. A scene is
# awake for a whole number of them, so that only one of the two copies is seen when it wakes and when it settles.
_RISE, _STRETCH = theme.SETTLE / 2, 0.5
# How far the waves swing at the top, in parts of the height; how many stand in a curl; seconds that one takes to run past.
_SWING, _WAVES, _PACE = 0.06, 1.2, 4.2
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


def paint_steam(draw: skia.Canvas, curl: Part, x: float, seconds: float, strength: float) -> None:
    """Draws a curl, `x` pixels to the right of its place, as it is so long after its scene woke; at `strength` 0 just as it was drawn."""
    place = curl.place
    if not strength:
        draw.drawImage(curl.image, place.x + x, place.y)
        return
    # Beside each other, no two curls move alike.
    own = place.x * 0.618 % 1.0
    for copy in (0.0, 0.5):
        age = (seconds / _RISE + copy + strength * (own - 0.5) / 2) % 1.0
        ink = skia.Paint()
        ink.setAlphaf(math.sin(math.pi * age) ** 2)
        _paint_wisp(draw, curl, ink, x, seconds + own * _PACE, (age, strength))


def _paint_wisp(draw: skia.Canvas, curl: Part, ink: skia.Paint, x: float, seconds: float, grown: tuple[float, float]) -> None:
    """Draws one copy, `grown` being its age from 0 to 1 and the strength of all that moves it: the foot stays where it is."""
    place, (age, strength) = curl.place, grown
    foot, stretch = place.y + place.height, 1 + strength * _STRETCH * age
    swing = strength * _SWING * place.height
    high = max(_STRIP, place.height / _MOST)
    for number in range(math.ceil(place.height / high)):
        top = number * high
        deep = min(high, place.height - top)
        up = 1 - top / place.height
        left = place.x + x + swing * up * math.sin(math.tau * (up * _WAVES - seconds / _PACE))
        to = skia.Rect.MakeXYWH(left, foot - (place.height - top) * stretch, place.width, deep * stretch)
        draw.drawImageRect(curl.image, skia.Rect.MakeXYWH(0, top, place.width, deep), to, _SMOOTH, ink, skia.Canvas.kFast_SrcRectConstraint)
