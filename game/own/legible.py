"""Tells whether the colours of a theme can be read and seen: WCAG 2.2, over everything that a panel lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.ui import theme
from game.ui.theme import contrast, over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ui.theme import Theme

_NON_TEXT: Final = 3.0
_PICTURES: Final = (0xFF000000, 0xFFFFFFFF)


def grounds(look: Theme) -> list[int]:
    """Returns everything that text stands on in a panel: over its own ground, black and white; warm tint and fields on it."""
    warm = theme.clear(theme.EMBER, 0.10) if look.lights and not look.pale else 0
    panels = [over(tint, panel) for panel in look.panels() for tint in (0, warm)]
    return [over(part, panel) for panel in panels for part in (0, look.field, look.field_focus, look.button)]


def faults(look: Theme) -> Iterator[tuple[str, float, float]]:
    """Yields each colour that cannot be read or seen: its name, its least contrast, and what it needs."""
    stands = grounds(look)
    cap = theme.clear(look.text, 0.14)
    edge, halo = look.accent_edge or look.accent, [over(look.halo, picture) for picture in _PICTURES]
    asked = [
        *(
            (role, min(contrast(getattr(look, role), ground) for ground in stands), look.readable)
            for role in ("text", "second", "label", "own")
        ),
        ("text", min(contrast(look.text, over(cap, ground)) for ground in stands), look.readable),
        ("on_accent", contrast(look.on_accent, look.accent), look.readable),
        ("accent", min(contrast(edge, panel) for panel in look.panels()), _NON_TEXT),
        ("sign", min(contrast(look.sign, ground) for ground in stands), _NON_TEXT),
        ("sign", min(contrast(look.sign, over(look.rule, panel)) for panel in look.panels()), _NON_TEXT),
        ("ring", min(contrast(look.ring, ground) for ground in [*stands, *halo]), _NON_TEXT),
    ]
    yield from (row for row in asked if row[1] < row[2])
