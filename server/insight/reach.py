"""Downloads by language, as the web server has counted them: a small table in the data folder, exact, and about nobody.

The file is `downloads.csv` with the columns month (2026-11), language and count; lines that say something else are passed over.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.dates import format_skeleton

from server.insight import words
from server.insight.estimate import LEAST_SHOWN
from server.insight.words import t

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "downloads.csv"
MOST_BYTES, MOST_ROWS = 200_000, 36
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Reach:
    """The newest months, the latest first, and each language's downloads in them, in words."""

    languages: tuple[str, ...]
    months: tuple[tuple[str, tuple[str, ...]], ...]


def reach(folder: Path) -> Reach | None:
    """Returns what the file says, or None where there is none with anything in it."""
    sums: dict[str, dict[str, int]] = {}
    for month, language, count in _lines(folder / FILE):
        row = sums.setdefault(month, {})
        row[language] = row.get(language, 0) + count
    if not sums:
        return None
    languages = sorted({language for row in sums.values() for language in row})
    newest = sorted(sums, reverse=True)[:MOST_ROWS]
    rows = ((_said(month), tuple(_count(sums[month].get(language, 0)) for language in languages)) for month in newest)
    return Reach(tuple(words.language(language) for language in languages), tuple(rows))


def _lines(path: Path) -> Iterator[tuple[str, str, int]]:
    """Yields the lines that can be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return
    for row in csv.reader(text.splitlines()):
        cells = [cell.strip() for cell in row]
        if len(cells) == 3 and _MONTH.fullmatch(cells[0]) and _LANGUAGE.fullmatch(cells[1]) and cells[2].isascii() and cells[2].isdigit():  # noqa: PLR2004  the columns
            yield cells[0], cells[1], int(cells[2][:12])


def _said(month: str) -> str:
    """Returns a month in the language of the page."""
    year, number = map(int, month.split("-"))
    return str(format_skeleton("yMMMM", dt.date(year, number, 1), locale=words.here()))


def _count(count: int) -> str:
    """Returns a number; a small one could be somebody."""
    return t("under 10") if 0 < count < LEAST_SHOWN else words.number(count)
