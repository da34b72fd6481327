"""Directories of help: numbers to call, each with what it is, read from files that an organisation can add to."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads the types
import logging
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_log = logging.getLogger(__name__)
_MOST_BYTES = 100_000

Texts = Annotated[dict[str, Annotated[str, msgspec.Meta(min_length=1, max_length=400)]], msgspec.Meta(min_length=1)]


class HelpLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One number: what it is called and what it is for, by language."""

    number: Annotated[str, msgspec.Meta(pattern=r"^[0-9+][0-9 +()/-]{1,30}$")]
    name: Texts
    what: Texts


class Directory(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file: where its numbers hold, and the day they were last checked."""

    format: Literal[1]
    region: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    last_checked: dt.date
    lines: Annotated[tuple[HelpLine, ...], msgspec.Meta(min_length=1, max_length=200)]


def directories(folders: Iterable[Path]) -> tuple[Directory, ...]:
    """Returns every directory in some folders, by file name; one that cannot be read is left out, and the log says so."""
    found = []
    for path in [path for folder in folders for path in sorted(folder.glob("*.toml"))]:
        try:
            if path.stat().st_size > _MOST_BYTES:
                _log.warning("the help directory %s is too large", path.name)
                continue
            found.append(msgspec.toml.decode(path.read_bytes(), type=Directory))
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as fault:
            _log.warning("the help directory %s cannot be read: %s", path.name, fault)
    return tuple(found)


def text(texts: dict[str, str], language: str) -> str:
    """Returns a text in a language, its base language, English, or the first there is, in this order."""
    for tag in (language, language.partition("-")[0], "en"):
        if tag in texts:
            return texts[tag]
    return next(iter(texts.values()))
