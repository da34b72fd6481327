"""Looks at JSON before it is parsed: its size, and how deep it nests."""

from __future__ import annotations

import re

_STRING = re.compile(rb'"[^"]*"')
_BRACKETS = bytes.maketrans(b"{}", b"[]")
_REST = bytes(code for code in range(256) if code not in b'[]{}"')


def nesting(data: bytes, deepest: int) -> int:
    """Returns how many levels deep JSON nests; `deepest + 1` stands for more, or for brackets that do not pair."""
    unescaped = data.replace(rb"\\", b"").replace(rb"\"", b"")
    brackets = _STRING.sub(b"", unescaped.translate(_BRACKETS, _REST).replace(b'""', b""))
    for level in range(deepest + 1):
        if not brackets:
            return level
        brackets = brackets.replace(b"[]", b"")
    return deepest + 1


def fits(data: bytes, *, size: int, depth: int) -> bool:
    """Tells whether JSON stays within `size` bytes and `depth` levels."""
    return len(data) <= size and nesting(data, depth) <= depth
