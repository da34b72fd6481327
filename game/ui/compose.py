"""Lays a scene's layers into the planes that the window moves: behind with its light at full and low, and near.

This runs in the raster process, where it stalls nobody: vignette and grain over three planes take 50 to 110 ms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from game.ui import paint, theme
from game.ui.surface import offscreen

if TYPE_CHECKING:
    from collections.abc import Mapping

PLANES = ("bright", "dim", "near")
CELLS = (48, 27)
# How much dimmer than full the light gets as it breathes out: 3 % of the whole picture is about this much of the added light.
_DIM = 0.85


def planes(layers: Mapping[str, skia.Image]) -> dict[str, skia.Image]:
    """Returns the planes of a scene, by the names in `PLANES`."""
    return {"bright": _behind(layers, 1.0), "dim": _behind(layers, _DIM), "near": _near(layers["near"])}


def _behind(layers: Mapping[str, skia.Image], light: float) -> skia.Image:
    width, height = layers["far"].width(), layers["far"].height()
    surface = offscreen(width, height)
    draw = surface.getCanvas()
    draw.clear(theme.NIGHT)
    for name in ("far", "mid"):
        draw.drawImage(layers[name], 0, 0)
    ink = skia.Paint(BlendMode=skia.BlendMode.kPlus)
    ink.setAlphaf(light)
    draw.drawImage(layers["light"], 0, 0, skia.SamplingOptions(), ink)
    paint.vignette(draw, width, height)
    paint.grain(draw, width, height)
    return surface.makeImageSnapshot()


def _near(near: skia.Image) -> skia.Image:
    surface = offscreen(near.width(), near.height())
    draw = surface.getCanvas()
    draw.drawImage(near, 0, 0)
    paint.vignette(draw, near.width(), near.height(), mode=skia.BlendMode.kSrcATop)
    return surface.makeImageSnapshot()


def lit(light: skia.Image) -> list[int]:
    """Returns how bright each cell of a coarse grid over a layer of light is, row by row: where dust can be seen."""
    surface = offscreen(*CELLS)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    surface.getCanvas().drawImageRect(light, skia.Rect.MakeWH(*CELLS), smooth)
    pixels = surface.makeImageSnapshot().tobytes()
    return [sum(pixels[at : at + 3]) for at in range(0, len(pixels), 4)]
