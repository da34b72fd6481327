"""The signs of reactions: their names, and how they are drawn, so that they need no font."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from game.ui import paint

if TYPE_CHECKING:
    from game.scenes.shell import Shell
    from game.ui.geometry import Rect

# Contours of a square of 24: two numbers are a point to go to, six a curve.
_PATHS: dict[str, tuple[tuple[tuple[float, ...], ...], ...]] = {
    "heart": (
        (
            (12, 21),
            (5, 15.4, 2, 11.8, 2, 7.9),
            (2, 4.9, 4.3, 2.8, 7, 2.8),
            (9.2, 2.8, 11.1, 4.1, 12, 6),
            (12.9, 4.1, 14.8, 2.8, 17, 2.8),
            (19.7, 2.8, 22, 4.9, 22, 7.9),
            (22, 11.8, 19, 15.4, 12, 21),
        ),
    ),
    "thumb": (
        ((2.5, 10.5), (6.2, 10.5), (6.2, 21), (2.5, 21)),
        (
            (8, 20.2),
            (8, 10.6),
            (12.2, 2.8),
            (14.4, 2.8, 15, 4.4, 14.6, 6),
            (13.8, 9.2),
            (19.6, 9.2),
            (21.4, 9.2, 22.3, 10.4, 21.9, 12),
            (20.2, 19.2),
            (19.9, 20.4, 19.2, 21, 18, 21),
            (10.4, 21),
        ),
    ),
    "boat": (((11.2, 2.2), (11.2, 14), (3.4, 14)), ((13.2, 5.4), (20.2, 14), (13.2, 14)), ((2, 16), (22, 16), (19, 21.4), (5, 21.4))),
}
_EYES = ((8.4, 8.8), (15.6, 8.8))


def named(shell: Shell, sign: str) -> str:
    """Returns what a sign shows, in words."""
    names = {
        "heart": shell.t("a heart"),
        "laugh": shell.t("a laugh"),
        "surprise": shell.t("surprise"),
        "thumb": shell.t("a thumb up"),
        "boat": shell.t("a boat"),
    }
    return names.get(sign, sign)


def draw_sign(draw: skia.Canvas, sign: str, rect: Rect, colour: int, ground: int) -> None:
    """Draws a sign into a square; `ground` is what its holes show."""
    draw.save()
    draw.translate(rect.x, rect.y)
    draw.scale(rect.w / 24, rect.h / 24)
    if sign in _PATHS:
        draw.drawPath(_path(_PATHS[sign]), paint.fill(colour))
    else:
        _face(draw, sign, colour, ground)
    draw.restore()


def _path(contours: tuple[tuple[tuple[float, ...], ...], ...]) -> skia.Path:
    builder = skia.PathBuilder()
    for first, *rest in contours:
        builder.moveTo(*first)
        for step in rest:
            (builder.lineTo if len(step) == 2 else builder.cubicTo)(*step)  # noqa: PLR2004 - a point has two
        builder.close()
    # The matrix is given although it changes nothing: without it skia-python looks for numpy, which no download has.
    return builder.detach(skia.Matrix())


def _face(draw: skia.Canvas, sign: str, colour: int, ground: int) -> None:
    draw.drawCircle(12, 12, 10.4, paint.fill(colour))
    for x, y in _EYES:
        draw.drawCircle(x, y, 1.7, paint.fill(ground))
    if sign == "surprise":
        draw.drawOval(skia.Rect.MakeLTRB(9.6, 12.4, 14.4, 18.4), paint.fill(ground))
    else:
        draw.drawArc(skia.Rect.MakeLTRB(6, 7, 18, 18.6), 0, 180, True, paint.fill(ground))  # noqa: FBT003 - Skia takes it by place
