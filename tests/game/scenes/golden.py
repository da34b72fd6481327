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
# The most pixels of a kept picture's longer side.
LONGEST, QUALITY = 640, 68
# A picture that is compared was not through the lossy encoder, one that is kept was: over blocks of two by two pixels it does not show.
MEAN, FAR, FAR_PART = 2.0, 30, 0.01


def small(canvas: Canvas) -> skia.Image:
    """Returns what is drawn on a canvas, at half its size or less: edges a hair apart look the same then."""
    wide, tall = canvas.size
    part = min(0.5, LONGEST / max(wide, tall))
    width, height = round(wide * part), round(tall * part)
    surface = skia.Surface.MakeRaster(skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType))
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    surface.getCanvas().drawImageRect(canvas.image(), skia.Rect.MakeWH(width, height), smooth)
    return surface.makeImageSnapshot()


def pixels(image: skia.Image) -> NDArray[np.int16]:
    """Returns a picture's red, green and blue, from 0 to 255."""
    flat = np.frombuffer(image.tobytes(), dtype=np.uint8)
    found: NDArray[np.int16] = flat.reshape(image.height(), image.width(), 4)[:, :, :3].astype(np.int16)
    return found


def check(name: str, canvas: Canvas, aside: Path) -> None:
    """Compares a canvas with the picture of this name; where they differ, both and their difference are written to `aside`."""
    got = small(canvas)
    path = FOLDER / f"{name}.webp"
    if os.environ.get(REGOLD):
        path.write_bytes(_webp(got))
        return
    assert path.is_file(), f"There is no {path.name} yet: {REGOLD}=1 makes it."
    kept = path.read_bytes()
    apart, mean, far = _compared(pixels(got), _decoded(kept))
    if mean >= MEAN or far >= FAR_PART:
        # What the encoder changes in thin bright lines is taken out by having it change both: slower, and seldom needed.
        apart, mean, far = _compared(_decoded(_webp(got)), _decoded(kept))
    if mean < MEAN and far < FAR_PART:
        return
    aside.mkdir(parents=True, exist_ok=True)
    (aside / f"{name}-got.webp").write_bytes(_webp(got))
    (aside / f"{name}-kept.webp").write_bytes(kept)
    (aside / f"{name}-apart.webp").write_bytes(_webp(_shown(apart)))
    message = f"{name} looks different ({mean:.2f} on average, {far:.2%} far off): see {aside}; {REGOLD}=1 keeps it as it is now."
    raise AssertionError(message)


def _compared(got: NDArray[np.int16], kept: NDArray[np.int16]) -> tuple[NDArray[np.int16], float, float]:
    """Returns how far two pictures are apart, everywhere, on average, and in what part of them too far."""
    if got.shape != kept.shape:
        return np.abs(got), 255.0, 1.0
    apart = np.abs(_blocks(got) - _blocks(kept))
    return apart, float(apart.mean()), float((apart.max(axis=2) > FAR).mean())


def _blocks(picture: NDArray[np.int16]) -> NDArray[np.int16]:
    """Returns the mean colour of each block of two by two pixels."""
    tall, wide = (side // 2 * 2 for side in picture.shape[:2])
    even, odd = picture[0:tall:2], picture[1:tall:2]
    return (even[:, 0:wide:2] + even[:, 1:wide:2] + odd[:, 0:wide:2] + odd[:, 1:wide:2]) // 4


def _decoded(data: bytes) -> NDArray[np.int16]:
    return pixels(skia.Image.MakeFromEncoded(skia.Data(data, copy=True)).convert(colorType=skia.kBGRA_8888_ColorType))


def _webp(image: skia.Image) -> bytes:
    return bytes(image.encodeToData(skia.EncodedImageFormat.kWEBP, QUALITY))


def _shown(apart: NDArray[np.int16]) -> skia.Image:
    """Returns a difference as a picture, four times as strong."""
    strong = np.full((*apart.shape[:2], 4), 255, dtype=np.uint8)
    strong[:, :, :3] = np.clip(apart * 4, 0, 255)
    return skia.Image.fromarray(strong, colorType=skia.kBGRA_8888_ColorType)
