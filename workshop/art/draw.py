"""Draws every picture of the story again, byte for byte the same.

Command: `python -m workshop.art.draw [NAME...]` from the repository's root. A module of `scenes` or `portraits` with `draw() -> str` is one SVG
of its name; one with `draw_all() -> dict[str, str]` is several, by file stem.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ART = Path("stories/second-verse/art")
FOLDERS = ("scenes", "portraits")


def pictures(module: ModuleType) -> dict[str, str]:
    """Returns the SVGs of a module by file stem; none where it draws none."""
    if hasattr(module, "draw_all"):
        return dict(module.draw_all())
    return {module.__name__.rpartition(".")[2]: str(module.draw())} if hasattr(module, "draw") else {}


def modules(names: list[str]) -> Iterator[tuple[str, ModuleType]]:
    """Yields (folder below art, module) for the modules that the names ask for, or for all."""
    for folder in FOLDERS:
        place = find_spec(f"workshop.art.{folder}")
        for found in pkgutil.iter_modules(place.submodule_search_locations if place else None):
            if not names or found.name in names:
                yield folder, importlib.import_module(f"workshop.art.{folder}.{found.name}")
    if not names or "cover" in names:
        yield "", importlib.import_module("workshop.art.cover")


def main() -> int:
    """Draws the named pictures, or all, and reports each file and its size."""
    parser = argparse.ArgumentParser(prog="workshop.art.draw", description="Draw the story's pictures.")
    parser.add_argument("names", nargs="*")
    for folder, module in modules(parser.parse_args().names):
        for stem, svg in pictures(module).items():
            target = ART / folder / f"{stem}.svg"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(svg, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{target} {len(svg) / 1024:.0f} KB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
