"""A Skia surface and a pygame Surface over the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame
import skia

from game.ui.surface import image_of

if TYPE_CHECKING:
    from game.ui.geometry import Space

# As many pixels to a side, for one of a small picture, as make no difference to be seen.
_FINE: Final = 4


class Canvas:
    """Pixels that Skia draws into and pygame shows, without a copy between the two (BGRA, premultiplied)."""

    def __init__(self, width: int, height: int) -> None:
        """Makes a canvas of so many pixels."""
        self.size = (width, height)
        self._bytes = bytearray(width * height * 4)
        info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
        self._surface = skia.Surface.MakeRasterDirect(info, self._bytes, width * 4)
        self.draw = self._surface.getCanvas()
        self.pygame = pygame.image.frombuffer(self._bytes, (width, height), "BGRA")

    def image(self) -> skia.Image:
        """Returns a copy of what is drawn now."""
        return self._surface.makeImageSnapshot()

    def png(self) -> bytes:
        """Returns what is drawn now as the bytes of a PNG."""
        data = self.image().encodeToData(skia.EncodedImageFormat.kPNG, 90)
        return bytes(data)

    def jpeg(self, size: tuple[int, int]) -> bytes:
        """Returns what is drawn now, shrunk to a size, as the bytes of a JPEG: a third of the time that PNG takes.

        pygame shrinks the pixels where they lie, in a tenth of the time that Skia takes to copy and halve them.
        """
        large, most = self.pygame, (size[0] * _FINE, size[1] * _FINE)
        if large.get_width() >= 2 * most[0] and large.get_height() >= 2 * most[1]:
            # On the largest screens every second or third pixel is enough.
            large = pygame.transform.scale(large, most)
        small = pygame.transform.smoothscale(large, size)
        data = image_of(pygame.image.tobytes(small, "BGRA"), *size).encodeToData(skia.EncodedImageFormat.kJPEG, 86)
        return bytes(data)

    @property
    def fits(self) -> tuple[int, int]:
        """Returns the size in pixels."""
        return self.size

    def matches(self, space: Space) -> bool:
        """Tells whether the canvas is as large as the window."""
        return self.size == (space.width, space.height)
