"""Puts a portrait together: ground, hair behind, body, neck, head, hair, clothes, prop, and the glow of the key light."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workshop.art.brush import brush
from workshop.art.portraits.eyes import eye_and_brow
from workshop.art.portraits.face import ear, face, nose, soft
from workshop.art.portraits.mouth import mouth
from workshop.art.portraits.sitter import Sitting
from workshop.art.portraits.solid import Head
from workshop.art.svg import Picture, box, group, number, shape

if TYPE_CHECKING:
    from workshop.art.portraits.sitter import Sitter
    from workshop.art.svg import Knot

WIDTH, HEIGHT = 600, 700
KEY = (96, 250)
RAISED = 34


def portrait(sitter: Sitter, mood_name: str) -> str:
    """Returns the SVG of a sitter in a mood."""
    picture = Picture(WIDTH, HEIGHT)
    mood = sitter.moods[mood_name]
    turn = replace(
        sitter.rest, yaw=sitter.rest.yaw + mood.yaw, pitch=sitter.rest.pitch + mood.pitch, roll=sitter.rest.roll + mood.roll, move=mood.move
    )
    sitting = Sitting(picture, sitter, mood_name, mood, Head(sitter.skull, sitter.rest, turn))
    picture.add("far", _ground(sitting), sitter.backdrop(sitting), _dimmed(sitting))
    picture.add("mid", _figure(sitting))
    picture.add("light", soft(picture, KEY, (330, 400), sitter.paint.key, round(0.3 * mood.warmth, 2)))
    picture.add("near", sitter.prop(sitting), _grain(picture))
    return picture.text()


def _ground(sitting: Sitting) -> str:
    paint, warmth = sitting.paint, sitting.mood.warmth
    stops = [(0.0, paint.key, 1.0), (round(0.36 * warmth + 0.08, 3), paint.middle, 1.0), (1.0, paint.night, 1.0)]
    return box(-4, -4, WIDTH + 8, HEIGHT + 8, sitting.picture.radial(*KEY, 640, *stops))


def _dimmed(sitting: Sitting) -> str:
    if not sitting.mood.dim:
        return ""
    veil = box(-4, -4, WIDTH + 8, HEIGHT + 8, sitting.paint.night, opacity=sitting.mood.dim)
    return veil + soft(sitting.picture, (330, 300), (330, 330), sitting.paint.middle, 0.5)


def _figure(sitting: Sitting) -> str:
    sitter, mood = sitting.sitter, sitting.mood
    lowered = f"translate(0 {number(mood.shoulders - RAISED)})"
    parts = [
        sitter.back_hair(sitting),
        group(sitter.behind(sitting), _neck(sitting), sitter.torso(sitting), transform=lowered),
        ear(sitting),
        face(sitting),
        group(eye_and_brow(sitting, -1), clip_path=sitting.picture.clip(sitting.head.outline())),
        mouth(sitting),
        nose(sitting),
        eye_and_brow(sitting, 1),
        sitter.hair(sitting),
        group(sitter.clothes(sitting), transform=lowered),
    ]
    x, y = mood.shift
    return group(*parts, transform=f"translate({number(x + 320)} {number(y + 420)}) scale({mood.zoom}) translate(-320 -420)")


def _neck(sitting: Sitting) -> str:
    paint, picture = sitting.paint, sitting.picture
    inside = [
        shape(sitting.sitter.neck_light, paint.band, stroke=paint.band, stroke_width=14, filter=picture.rough(0.035, 5)),
        shape(sitting.sitter.neck_light, paint.lit, filter=picture.rough(0.035, 5)) if sitting.lit else "",
        shape(_under_jaw(sitting), paint.deep),
        brush("430 420; 440 482; 466 540", 6, paint.rim, opacity=0.3),
    ]
    neck = sitting.head.carried(sitting.sitter.neck)
    return shape(neck, paint.shade) + group(*inside, clip_path=picture.clip(neck))


def _under_jaw(sitting: Sitting) -> list[Knot]:
    """Returns the shadow that the jaw throws on the neck, which moves with the head and not with the shoulders."""
    up = RAISED - sitting.mood.shoulders
    jaw = [(x, y + up, corner) for x, y, corner in sitting.head.near_side()[:5]]
    thrown = [(x + 12, y + 34 - 5 * k, corner) for k, (x, y, corner) in enumerate(jaw)]
    (x, y, _), (far_x, far_y, _) = jaw[0], sitting.head.far_side()[-4]
    return [(far_x, far_y + up, True), *thrown[:1], *thrown[1:], *reversed(jaw), (x - 40, y - 30, True)]


def _grain(picture: Picture) -> str:
    return box(0, 0, WIDTH, HEIGHT, "#000", filter=picture.grain(), opacity=0.3)
