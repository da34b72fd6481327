"""What is drawn becomes a small picture for a save, whatever the size of the window."""

from __future__ import annotations

import io

import pygame
import pytest
import skia

from game.ui.canvas import Canvas

SMALL = (320, 180)
# Of 255; JPEG alone costs a part of it.
LIKE = 6


@pytest.mark.parametrize("size", [(480, 320), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160)])
def test_a_small_picture_shows_what_is_drawn(size: tuple[int, int]) -> None:
    """It has the size that was asked for, and its pixels are near the mean of those that they stand for."""
    canvas = Canvas(*size)
    canvas.draw.clear(0xFF1B2A41)
    for at in range(12):
        paint = skia.Paint(Color=0xFF000000 | at * 0x141108, AntiAlias=True)
        canvas.draw.drawCircle(size[0] * (at + 0.5) / 12, size[1] * (0.3 + 0.03 * at), size[1] * 0.21, paint)
    shown = pygame.image.load(io.BytesIO(canvas.jpeg(SMALL)), "save.jpg")
    assert shown.get_size() == SMALL
    mean = pygame.transform.smoothscale(canvas.pygame, SMALL)
    pixels = [pygame.image.tobytes(one, "RGB") for one in (shown, mean)]
    apart = sum(abs(one - other) for one, other in zip(*pixels, strict=True))
    assert apart / len(pixels[0]) < LIKE
