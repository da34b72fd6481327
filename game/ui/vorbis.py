"""Tells how long an Ogg Vorbis stream will be once decoded, before a decoder is let near it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE = 27
_IDENTITY = b"\x01vorbis"
# Short blocks make a stream's packets more than its length needs; by this factor at most where no one lies.
_SHORT_BLOCKS = 16


def seconds(stream: bytes) -> float:
    """Returns how long a stream says it is, or how long its packets could make it where that is far more.

    Raises ValueError where this is no Ogg Vorbis.
    """
    rate, longest = _identity(stream)
    packets, samples = 0, 0
    for position, ended in _pages(stream):
        packets += ended
        samples = max(samples, position)
    said, possible = samples / rate, packets * longest / 2 / rate
    return said if possible <= said * _SHORT_BLOCKS + 1 else possible


def _identity(stream: bytes) -> tuple[int, int]:
    """Returns the sample rate in Hz and the longest block in samples."""
    start = stream.find(_IDENTITY, _PAGE, 256)
    if not stream.startswith(b"OggS") or start < 0 or len(stream) < start + 30:
        raise ValueError("This is no Ogg Vorbis stream: no header stands at its beginning.")
    rate = struct.unpack_from("<I", stream, start + 12)[0]
    if not 1 <= rate <= 384_000:
        raise ValueError(f"This Ogg Vorbis stream says that it has {rate} samples a second.")
    return rate, 1 << (stream[start + 28] >> 4)


def _pages(stream: bytes) -> Iterator[tuple[int, int]]:
    """Yields, of each page, the position in samples that it ends at and how many packets end on it."""
    start = 0
    while start + _PAGE <= len(stream):
        if stream[start : start + 4] != b"OggS":
            raise ValueError(f"This Ogg stream is broken at byte {start}.")
        lacing = stream[start + _PAGE : start + _PAGE + stream[start + 26]]
        position = struct.unpack_from("<q", stream, start + 6)[0]
        yield position, sum(size < 255 for size in lacing)
        start += _PAGE + len(lacing) + sum(lacing)
