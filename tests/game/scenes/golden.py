"""Pictures of screens as they should look, and how far another may differ from them.

`THRESHOLD_REGOLD=1 pytest tests/game/scenes/test_golden.py` writes them anew; then look at every one of them before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import skia

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.ui.canvas import Canvas

FOLDER = Path(__file__).parent / "golden"
REGOLD = "THRESHOLD_REGOLD"
WIDTH, HEIGHT = 640, 360
MEAN, FAR, FAR_PART = 2.0, 24, 0.015


def small(canvas: Canvas) -> skia.Image:
    """Returns what is drawn on a canvas, at half its size: edges a hair apart look the same then."""
    surface = skia.Surface.MakeRaster(skia.ImageInfo.Make(WIDTH, HEIGHT, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType))
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    surface.getCanvas().drawImageRect(canvas.image(), skia.Rect.MakeWH(WIDTH, HEIGHT), smooth)
    return surface.makeImageSnapshot()


def pixels(image: skia.Image) -> NDArray[np.int16]:
    """Returns a picture's red, green and blue, from 0 to 255."""
    flat = np.frombuffer(image.tobytes(), dtype=np.uint8)
    found: NDArray[np.int16] = flat.reshape(image.height(), image.width(), 4)[:, :, :3].astype(np.int16)
    return found


def check(name: str, canvas: Canvas, aside: Path) -> None:
    """Compares a canvas with the picture of this name; where they differ, both and their difference are written to `aside`."""
    # Both went through the same lossy encoder, so what it changes they have in common.
    got = _webp(small(canvas))
    path = FOLDER / f"{name}.webp"
    if os.environ.get(REGOLD):
        path.write_bytes(got)
        return
    assert path.is_file(), f"There is no {path.name} yet: {REGOLD}=1 makes it."
    apart = np.abs(_decoded(got) - _decoded(path.read_bytes()))
    mean, far = float(apart.mean()), float((apart.max(axis=2) > FAR).mean())
    if mean < MEAN and far < FAR_PART:
        return
    aside.mkdir(parents=True, exist_ok=True)
    (aside / f"{name}-got.webp").write_bytes(got)
    (aside / f"{name}-kept.webp").write_bytes(path.read_bytes())
    (aside / f"{name}-apart.webp").write_bytes(_webp(_shown(apart)))
    message = f"{name} looks different ({mean:.2f} on average, {far:.2%} far off): see {aside}; {REGOLD}=1 keeps it as it is now."
    raise AssertionError(message)


def _decoded(data: bytes) -> NDArray[np.int16]:
    return pixels(skia.Image.MakeFromEncoded(skia.Data(data, copy=True)).convert(colorType=skia.kBGRA_8888_ColorType))


def _webp(image: skia.Image) -> bytes:
    return bytes(image.encodeToData(skia.EncodedImageFormat.kWEBP, 88))


def _shown(apart: NDArray[np.int16]) -> skia.Image:
    """Returns a difference as a picture, four times as strong."""
    strong = np.full((*apart.shape[:2], 4), 255, dtype=np.uint8)
    strong[:, :, :3] = np.clip(apart * 4, 0, 255)
    return skia.Image.fromarray(strong, colorType=skia.kBGRA_8888_ColorType)
