"""Makes a scene's layers ready to be laid over each other by the window: vignette, grain, and only the pieces that show something.

Each layer stays by itself, so that it can drift by itself. This runs in the raster process, where it stalls nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from game.ui import paint, theme
from game.ui.part import Place
from game.ui.surface import image_of, offscreen

if TYPE_CHECKING:
    from collections.abc import Iterator

CELLS = (48, 27)
# Rows of a layer that are cut to what shows something in them: fewer rows cut closer, and are more pieces to draw.
_BAND = 36


def finished(layer: skia.Image, name: str, *, ground: bool = False) -> skia.Image:
    """Returns a layer with its share of the vignette and the grain that lie over the whole picture; `ground` lets nothing through."""
    surface = offscreen(layer.width(), layer.height())
    draw = surface.getCanvas()
    if name == "light":
        # It is added at the end, over what is dark towards the edges already: here it only has to grow weaker there.
        draw.drawImage(layer, 0, 0)
        paint.vignette(draw, layer.width(), layer.height(), mode=skia.BlendMode.kDstOut)
        return surface.makeImageSnapshot()
    draw.clear(theme.NIGHT)
    draw.drawImage(layer if ground else _opaque(layer), 0, 0)
    paint.vignette(draw, layer.width(), layer.height())
    paint.grain(draw, layer.width(), layer.height())
    if not ground:
        draw.drawImage(layer, 0, 0, skia.SamplingOptions(), skia.Paint(BlendMode=skia.BlendMode.kDstIn))
    return surface.makeImageSnapshot()


def _opaque(layer: skia.Image) -> skia.Image:
    """Returns the layer's own colours without its holes: grain over a hole would be grey."""
    width, height = layer.width(), layer.height()
    pixels = bytearray(width * height * 4)
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kUnpremul_AlphaType)
    layer.readPixels(info, pixels, width * 4)
    pixels[3::4] = b"\xff" * (width * height)
    return image_of(pixels, width, height)


def bands(layer: skia.Image, name: str) -> Iterator[tuple[Place, bytes]]:
    """Yields the pieces of a layer that show something, each with its pixels: bands of rows, as wide as what is in them."""
    width, height, pixels = layer.width(), layer.height(), layer.tobytes()
    for top in range(0, height, _BAND):
        yield from _cut(pixels, width, Place(name, 0, top, width, min(_BAND, height - top)))


def whole(layer: skia.Image, name: str) -> Iterator[tuple[Place, bytes]]:
    """Yields one curl of steam in one piece, or nothing where it is out of the picture."""
    yield from _cut(layer.tobytes(), layer.width(), Place(name, 0, 0, layer.width(), layer.height(), rises=True))


def _cut(pixels: bytes, width: int, among: Place) -> Iterator[tuple[Place, bytes]]:
    """Yields what shows something among some rows, with an empty column on each side to fade into where it is drawn between pixels."""
    line = width * 4
    rows = {y: pixels[y * line : (y + 1) * line] for y in range(among.y, among.y + among.height)}
    shown = {y: row for y, row in rows.items() if row.strip(b"\0")}
    if not shown:
        return
    left = max(0, min(line - len(row.lstrip(b"\0")) for row in shown.values()) // 4 - 1)
    right = min(width, -(-max(len(row.rstrip(b"\0")) for row in shown.values()) // 4) + 1)
    top, bottom = min(shown), max(shown) + 1
    place = among._replace(x=left, y=top, width=right - left, height=bottom - top)
    yield place, b"".join(rows[y][left * 4 : right * 4] for y in range(top, bottom))


def lit(light: skia.Image) -> list[int]:
    """Returns how bright each cell of a coarse grid over a layer of light is, row by row: where dust can be seen."""
    surface = offscreen(*CELLS)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    surface.getCanvas().drawImageRect(light, skia.Rect.MakeWH(*CELLS), smooth)
    pixels = surface.makeImageSnapshot().tobytes()
    return [sum(pixels[at : at + 3]) for at in range(0, len(pixels), 4)]
