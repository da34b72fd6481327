"""The palette "dusk": twelve colours, and mixes of two."""

from __future__ import annotations

NIGHT = "#12132c"
INDIGO = "#1c1e45"
DUSK = "#2e3068"
IRIS = "#4d4c8c"
MAUVE = "#7c629a"
ROSE = "#c07c97"
CLAY = "#d98b6a"
AMBER = "#f2b05e"
LAMP = "#ffdda6"
PAPER = "#f8efe1"
MIST = "#bfbad8"
GLASS = "#8ccbc0"

EMBER = "#c8552e"
"""The deep orange that the light layer adds around a lamp."""
FLAME = "#e0702c"
"""The brighter orange nearer to a lamp, for the light layer."""
SOOT = "#0d0d24"
"""The darkest value a picture may hold: never pure black."""


def mix(first: str, second: str, share: float) -> str:
    """Returns the colour that lies `share` (0 to 1) of the way from the first `#rrggbb` to the second."""
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
