"""Renders a picture the way the client lays it: far, mid, light (added), near, then vignette and grain.

Command: `python -m workshop.art.preview NAME OUT.png [WIDTHxHEIGHT] [--layers]`
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path

import numpy as np
import skia

from workshop.art.svg import LAYERS

ART = Path("stories/second-verse/art")
_VIGNETTE = 0.4
_GRAIN_TILE = 256
_GRAIN_SIGMA = 2.6


def layer_text(svg: str, name: str) -> str:
    """Returns the SVG with its definitions and one layer only."""
    head = re.match(r"<svg[^>]*>", svg)
    definitions = re.search(r"<defs>.*?</defs>", svg, re.DOTALL)
    inner = svg.split(f'<g id="{name}">', 1)[1]
    following = [inner.index(f'\n<g id="{other}">') for other in LAYERS if f'\n<g id="{other}">' in inner]
    body = inner[: min(following)] if following else inner.removesuffix("</svg>\n")
    return f'{head[0] if head else "<svg>"}{definitions[0] if definitions else ""}<g id="{name}">{body}</svg>'


def rasterised(svg: str, width: int, height: int) -> tuple[skia.Image, float]:
    """Returns an SVG as a picture on a transparent ground, and the milliseconds it took."""
    started = time.perf_counter()
    dom = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg.encode(), True))  # noqa: FBT003 - Skia's own signature
    dom.setContainerSize(skia.Size(width, height))
    surface = skia.Surface(width, height)
    dom.render(surface.getCanvas())
    return surface.makeImageSnapshot(), (time.perf_counter() - started) * 1000


def composite(svg: str, width: int, height: int) -> tuple[skia.Image, dict[str, float]]:
    """Returns the picture with its layers laid as the client lays them, and the milliseconds of each layer."""
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    spent: dict[str, float] = {}
    for name in LAYERS:
        image, spent[name] = rasterised(layer_text(svg, name), width, height)
        paint = skia.Paint(BlendMode=skia.BlendMode.kPlus if name == "light" else skia.BlendMode.kSrcOver)
        canvas.drawImage(image, 0, 0, skia.SamplingOptions(), paint)
    _vignette(canvas, width, height)
    _grain(canvas, width, height)
    return surface.makeImageSnapshot(), spent


def _vignette(canvas: skia.Canvas, width: int, height: int) -> None:
    matrix = skia.Matrix()
    matrix.setTranslate(width / 2, height / 2)
    matrix.preScale(1, height / width * 1.15)
    colours = [skia.ColorSetARGB(0, 8, 8, 24), skia.ColorSetARGB(0, 8, 8, 24), skia.ColorSetARGB(round(255 * _VIGNETTE), 8, 8, 24)]
    stops = [0, 0.55, 1]
    shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), width * 0.62, colours, stops, skia.TileMode.kClamp, 0, matrix)
    canvas.drawPaint(skia.Paint(Shader=shader))


def _grain(canvas: skia.Canvas, width: int, height: int) -> None:
    noise = np.random.default_rng(3).normal(128, _GRAIN_SIGMA * 2, (_GRAIN_TILE, _GRAIN_TILE)).clip(0, 255).astype(np.uint8)
    tile = skia.Image.fromarray(np.dstack([noise, noise, noise, np.full_like(noise, 255)]).copy(), colorType=skia.kRGBA_8888_ColorType)
    shader = tile.makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat)
    canvas.drawRect(skia.Rect.MakeWH(width, height), skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSoftLight))


def found(name: str) -> Path:
    """Returns the SVG file that a name or path means."""
    places = [Path(name), ART / "scenes" / f"{name}.svg", ART / "portraits" / f"{name}.svg", ART / f"{name}.svg"]
    return next((place for place in places if place.is_file()), places[1])


def main() -> int:
    """Renders one picture to a PNG and reports its size and time."""
    parser = argparse.ArgumentParser(prog="workshop.art.preview", description="Render a picture the way the game lays it.")
    parser.add_argument("name")
    parser.add_argument("out", type=Path)
    parser.add_argument("size", nargs="?", default="1920x1080")
    parser.add_argument("--layers", action="store_true", help="write each layer beside it as well")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    svg = found(options.name).read_text(encoding="utf-8")
    image, spent = composite(svg, width, height)
    image.save(str(options.out), skia.kPNG)
    for layer in LAYERS if options.layers else ():
        rasterised(layer_text(svg, layer), width, height)[0].save(str(options.out.with_stem(f"{options.out.stem}-{layer}")), skia.kPNG)
    times = ", ".join(f"{layer} {took:.0f}" for layer, took in spent.items())
    sys.stdout.write(f"{options.name}: {len(svg) / 1024:.0f} KB, {sum(spent.values()):.0f} ms ({times})\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
