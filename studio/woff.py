"""Unpacks a WOFF font into the plain one inside, which a PDF can carry as letters instead of drawings.

Source: WOFF File Format 1.0, W3C Recommendation, 13 December 2012.
"""

from __future__ import annotations

import struct
import zlib

_HEAD, _ENTRY = 44, 20


def unpacked(woff: bytes) -> bytes:
    """Returns the font in a WOFF file.

    Raises ValueError where it is none.
    """
    if woff[:4] != b"wOFF":
        raise ValueError("not a WOFF font")
    flavour, count = woff[4:8], struct.unpack_from(">H", woff, 12)[0]
    power = 1 << (count.bit_length() - 1)
    head = flavour + struct.pack(">HHHH", count, power * 16, power.bit_length() - 1, count * 16 - power * 16)
    directory, body, at = b"", b"", len(head) + 16 * count
    for number in range(count):
        tag, offset, packed, size, checksum = struct.unpack_from(">4sIIII", woff, _HEAD + _ENTRY * number)
        raw = woff[offset : offset + packed]
        table = raw if packed == size else zlib.decompress(raw)
        directory += tag + struct.pack(">III", checksum, at + len(body), size)
        body += table + bytes(-len(table) % 4)
    return head + directory + body
