"""The pictures of the documents: each is drawn by the programs, each is shown, and each one that is shown is there."""

from __future__ import annotations

import re

from tests.docs import pictures
from tests.docs.documented import ROOT, pages

SHOWN = re.compile(r"(?:\]\(|src=\")((?:docs/)?pictures/[\w-]+\.webp)")


def test_every_picture_is_drawn_by_the_program_and_shown() -> None:
    """No picture in the folder was made by hand, and none is left over."""
    there = {path.stem for path in (ROOT / "docs/pictures").iterdir()}
    assert there == set(pictures.drawn())
    shown = {name.rpartition("/")[2].removesuffix(".webp") for path in pages() for name in SHOWN.findall(path.read_text("utf-8"))}
    assert there - shown == set()


def test_every_picture_that_is_shown_is_there() -> None:
    """No page shows a picture that is missing."""
    for path in pages():
        for name in SHOWN.findall(path.read_text("utf-8")):
            assert (path.parent / name).is_file(), f"{path}: {name}"
