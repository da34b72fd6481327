"""Gives a finished PDF an outline and a language, by an update behind its end, as PDF allows; nothing before it is changed.

Source: ISO 32000-1:2008, 7.5.6 (incremental updates), 12.3.3 (document outline), 14.9.2 (language).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAGE = re.compile(rb"(?:^|\n)(\d+) 0 obj\n<</Type /Page\n")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_CATALOGUE = re.compile(rb"(?:^|\n)(\d+) 0 obj\n<</Type /Catalog\n(.*?)>>\nendobj", re.DOTALL)
_TRAILER = re.compile(rb"trailer\n<</Size (\d+)\n/Root (\d+) 0 R(?:\n/Info (\d+) 0 R)?.*?>>\nstartxref\n(\d+)\n%%EOF\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: its title, its level from 1, its page from 0, and how far from the page's bottom it stands, in points."""

    title: str
    level: int
    page: int
    height: float


def outlined(pdf: bytes, entries: list[Entry], language: str) -> bytes:
    """Returns the PDF with an outline of these entries.

    Raises ValueError where it is not a PDF as Skia writes it.
    """
    trailer, catalogue = _TRAILER.search(pdf), _CATALOGUE.search(pdf)
    if trailer is None or catalogue is None:
        raise ValueError("not a PDF as it is written here")
    pages = [number for number in _pages(pdf) if number]
    size, info, before = int(trailer[1]), trailer[3], trailer[4]
    number = int(catalogue[1])
    more = b"/Outlines %d 0 R\n/PageMode /UseOutlines\n/Lang (%s)" % (size, language.encode())
    objects = {number: b"<</Type /Catalog\n%s\n%s>>" % (more, catalogue[2])}
    objects |= _outline(entries, pages, size)
    return pdf + _update(objects, len(pdf), size + len(entries) + 1, int(trailer[2]), info, before)


def _pages(pdf: bytes) -> list[int]:
    """Returns the numbers of the pages' objects, in order."""
    known = {int(match[1]) for match in _PAGE.finditer(pdf)}
    kids = [int(kid) for match in _KIDS.finditer(pdf) for kid in re.findall(rb"(\d+) 0 R", match[1])]
    return [kid for kid in kids if kid in known]


def _outline(entries: list[Entry], pages: list[int], root: int) -> dict[int, bytes]:
    """Returns the objects of the outline: its root, and one for each entry, linked as a tree."""
    parents, open_at = [], [(0, root)]
    for at, entry in enumerate(entries):
        while open_at[-1][0] >= entry.level:
            open_at.pop()
        parents.append(open_at[-1][1])
        open_at.append((entry.level, root + 1 + at))
    children: dict[int, list[int]] = {}
    for at, parent in enumerate(parents):
        children.setdefault(parent, []).append(root + 1 + at)
    objects = {root: b"<</Type /Outlines%s>>" % _family(children.get(root, []))}
    for at, entry in enumerate(entries):
        own, beside = root + 1 + at, children[parents[at]]
        place = beside.index(own)
        near = [(name, place + step) for name, step in ((b"Prev", -1), (b"Next", 1)) if 0 <= place + step < len(beside)]
        links = b"".join(b"\n/%s %d 0 R" % (name, beside[other]) for name, other in near)
        where = b"\n/Dest [%d 0 R /XYZ 0 %.1f null]" % (pages[entry.page], entry.height)
        title = (b"\xfe\xff" + entry.title.encode("utf-16-be")).hex().upper().encode()
        objects[own] = b"<</Title <%s>\n/Parent %d 0 R%s%s%s>>" % (title, parents[at], links, where, _family(children.get(own, [])))
    return objects


def _family(children: list[int]) -> bytes:
    """Returns what a part of the outline says of the parts below it."""
    return b"\n/First %d 0 R\n/Last %d 0 R\n/Count %d" % (children[0], children[-1], len(children)) if children else b""


def _update(objects: dict[int, bytes], start: int, size: int, root: int, info: bytes | None, before: bytes) -> bytes:
    """Returns objects as an update of a file that is `start` bytes long."""
    body, table = b"", b""
    for number, content in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, start + len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    about = b"\n/Info %s 0 R" % info if info else b""
    trailer = b"trailer\n<</Size %d\n/Root %d 0 R%s\n/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, about, before, start + len(body))
    return body + b"xref\n" + table + trailer
