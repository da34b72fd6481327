"""Tells by its first bytes whether a picture is a small PNG or JPEG, before anything unpacks it."""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 2**19
MOST_PIXELS: Final = 2000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def is_small(data: bytes) -> bool:
    """Tells whether these bytes are a PNG or JPEG of no more pixels than a list shows."""
    size = _size(data) if len(data) <= MOST_BYTES else None
    return size is not None and all(0 < side <= MOST_PIXELS for side in size)


def _size(data: bytes) -> tuple[int, int] | None:
    """Returns a picture's width and height, or None where it is none."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR":
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return _jpeg_size(data) if data.startswith(_JPEG) else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Returns the size in a JPEG's frame, from segment to segment as they stand at its beginning."""
    at = len(_JPEG)
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004  (every segment begins with it)
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        if length < 2:  # noqa: PLR2004  (it counts its own two bytes)
            return None
        at += 2 + length
    return None
