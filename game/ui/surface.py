"""A Skia surface in memory, and images from bytes. No window: the raster process uses it too."""

from __future__ import annotations

import skia


def offscreen(width: int, height: int) -> skia.Surface:
    """Returns a surface for a picture that is drawn once and kept."""
    info = skia.ImageInfo.Make(max(1, width), max(1, height), skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Surface.MakeRaster(info)


def image_of(pixels: bytes | bytearray, width: int, height: int) -> skia.Image:
    """Returns an image with its own copy of the pixels: over bytes alone it loses them when Python lets go."""
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Image.MakeRasterCopy(skia.Pixmap(info, pixels, width * 4))
