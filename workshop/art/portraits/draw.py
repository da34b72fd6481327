"""Draws the thirty-two portraits again, byte for byte the same.

Command: `python -m workshop.art.portraits.draw` from the repository's root.
"""

from __future__ import annotations

import sys
from pathlib import Path

from workshop.art.portraits.jorin import JORIN
from workshop.art.portraits.ludo import LUDO
from workshop.art.portraits.mika import MIKA
from workshop.art.portraits.nilu import NILU
from workshop.art.portraits.pauli import PAULI
from workshop.art.portraits.portrait import portrait
from workshop.art.portraits.rae import RAE
from workshop.art.portraits.sana import SANA
from workshop.art.portraits.teo import TEO

FOLDER = Path("stories/second-verse/art/portraits")
CAST = (MIKA, RAE, JORIN, SANA, PAULI, LUDO, TEO, NILU)


def draw_all() -> dict[str, str]:
    """Returns every portrait's SVG by file stem, such as `mika-open`."""
    return {f"{sitter.name}-{mood}": portrait(sitter, mood) for sitter in CAST for mood in sitter.moods}


def main() -> int:
    """Writes every portrait and reports each file and its size."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for stem, svg in draw_all().items():
        target = FOLDER / f"{stem}.svg"
        target.write_text(svg, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{target} {len(svg.encode()) / 1024:.0f} KB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
