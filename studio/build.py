"""Checks stories and packs those that are right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio import pack
from studio.check import Report, check

if TYPE_CHECKING:
    from pathlib import Path

    from nacl.signing import SigningKey

    from studio.story_folder import StoryFolder


@dataclass(frozen=True, slots=True)
class Packed:
    """A story that was checked: its report; the file it was packed into, where it could be, with its size and further languages."""

    report: Report
    file: Path | None = None
    size: int = 0
    languages: tuple[str, ...] = ()


def build(
    folder: StoryFolder, to: Path, key: SigningKey, *, strict: bool = False, name: str | None = None, unfinished: bool = False
) -> Packed:
    """Checks a story and, where nothing is wrong, writes its `.story` file into a folder; `strict` counts warnings as wrong.

    The file is called `name`, or by the story's id. It carries every complete language; `unfinished` adds the others, made-up ones too.
    """
    report = check(folder)
    if not report.fine or (strict and report.warned) or report.shape is None or report.ink is None:
        return Packed(report)
    tellings = [one for one in report.tellings if one.complete or (unfinished and one.ink is not None)]
    data = pack.pack(folder.root, report.shape, report.ink, key, report.guides, tellings, report.places, report.music)
    file = to / f"{name or report.shape.id}.story"
    pack.write(data, file, lambda draft: pack.proved(draft, key))
    return Packed(report, file, len(data), tuple(one.language for one in tellings))
