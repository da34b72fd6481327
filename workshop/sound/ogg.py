"""Writes Ogg Vorbis that is the same to the last byte each time: libsndfile throws dice for the stream's number."""

from __future__ import annotations

import io
import struct

import numpy as np
import soundfile

from workshop.sound.synth import RATE, Wave

SERIAL = 0x5448524C
_CHUNK = 4096
_POLYNOMIAL = 0x04C11DB7
_HEADER = 27


def _table() -> tuple[int, ...]:
    """Returns the table of Ogg's checksum: CRC-32, not reflected, starting at 0."""
    rows = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = ((value << 1) ^ _POLYNOMIAL if value & 0x80000000 else value << 1) & 0xFFFFFFFF
        rows.append(value)
    return tuple(rows)


def checksum(page: bytes, table: tuple[int, ...]) -> int:
    """Returns the checksum of a page whose own checksum field is zero."""
    value = 0
    for byte in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ table[(value >> 24) ^ byte]
    return value


def numbered(stream: bytes, serial: int = SERIAL) -> bytes:
    """Returns an Ogg stream with this serial number on every page, checksums made anew."""
    table, out, start = _table(), bytearray(stream), 0
    while start < len(out):
        if out[start : start + 4] != b"OggS":
            message = f"No Ogg page begins at byte {start}: the encoder's output is broken."
            raise ValueError(message)
        lacing = out[start + 26]
        end = start + _HEADER + lacing + sum(out[start + _HEADER : start + _HEADER + lacing])
        struct.pack_into("<I", out, start + 14, serial)
        struct.pack_into("<I", out, start + 22, 0)
        struct.pack_into("<I", out, start + 22, checksum(bytes(out[start:end]), table))
        start = end
    return bytes(out)


def encode(wave: Wave, quality: float) -> bytes:
    """Returns a sound as Ogg Vorbis; `wave` has shape (samples,) or (samples, channels), quality runs from 0 to 1."""
    channels = 1 if wave.ndim == 1 else wave.shape[1]
    sink = io.BytesIO()
    with soundfile.SoundFile(sink, "w", RATE, channels, format="OGG", subtype="VORBIS", compression_level=1 - quality) as file:
        for start in range(0, len(wave), _CHUNK):
            file.write(wave[start : start + _CHUNK])
    return numbered(sink.getvalue())


def decode(stream: bytes) -> Wave:
    """Returns the samples of an Ogg Vorbis stream, shape (samples, channels)."""
    samples, _ = soundfile.read(io.BytesIO(stream), always_2d=True)
    return np.asarray(samples, dtype=np.float64)
