"""Every named colour, size, space and time of the look: `mockups/interface.md`, and nothing else is used.

Colours are 0xAARRGGBB. Sizes and spaces are units of the 1920 x 1080 reference frame. Times are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NIGHT, INDIGO, DUSK, IRIS = 0xFF12132C, 0xFF1C1E45, 0xFF2E3068, 0xFF4D4C8C
MAUVE, ROSE, CLAY, AMBER = 0xFF7C629A, 0xFFC07C97, 0xFFD98B6A, 0xFFF2B05E
LAMP, PAPER, MIST, GLASS = 0xFFFFDDA6, 0xFFF8EFE1, 0xFFBFBAD8, 0xFF8CCBC0
EMBER, SHADOW = 0xFFD0662E, 0xFF070716

SPACE = (8, 16, 24, 32, 48, 64, 96)
MARGIN, SHELF_MARGIN, PADDING = 48, 96, 56
RADIUS_KEY, RADIUS_COVER, RADIUS_CHOICE, RADIUS_PANEL = 8, 10, 16, 24
COVER = (400, 608)
CHOICE_HEIGHT, BUTTON_HEIGHT, MAIN_HEIGHT, KEY_CAP = 80, 48, 56, 40
MEASURE = 720
PORTRAIT = (224, 264)

WORD_MARK, TITLE, PROSE, LABEL = 72, 40, 28, 20
LEADING: Mapping[int, float] = MappingProxyType({WORD_MARK: 1.1, TITLE: 1.2, PROSE: 44 / 28, LABEL: 1.4})
PROSE_TIGHT = 36 / 28
TRACKING_SPEAKER = 2.4

TEXT_IN, TEXT_RISE = 0.24, 8
CHOICE_STEP, CHOICE_IN = 0.08, 0.18
LIFT, RING, FADE = 0.18, 0.12, 0.12
SCENE_CHANGE, BREATH, SETTLE = 0.6, 5.0, 12.0
BREATH_DEPTH, PARALLAX = 0.03, 6


def mix(a: int, b: int, part: float) -> int:
    """Returns the opaque colour `part` of the way from a to b."""
    channels = (round((a >> shift & 255) * (1 - part) + (b >> shift & 255) * part) << shift for shift in (16, 8, 0))
    return 0xFF000000 | sum(channels)


def clear(colour: int, alpha: float) -> int:
    """Returns a colour with another opacity, from 0 to 1."""
    return round(max(0.0, min(1.0, alpha)) * 255) << 24 | colour & 0xFFFFFF


def colour_of(text: str) -> int:
    """Returns the colour written as #RRGGBB."""
    return 0xFF000000 | int(text.removeprefix("#"), 16)


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: int) -> float:
    """Returns the relative luminance of a colour (WCAG 2.2)."""
    return 0.2126 * _linear(colour >> 16 & 255) + 0.7152 * _linear(colour >> 8 & 255) + 0.0722 * _linear(colour & 255)


def contrast(a: int, b: int) -> float:
    """Returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def over(colour: int, ground: int) -> int:
    """Returns the opaque colour seen where `colour` lies over an opaque ground."""
    return mix(ground, colour, (colour >> 24) / 255)


@dataclass(frozen=True, slots=True)
class Theme:
    """What each colour is for; `lights` turns glows, tints and the warm rim on.

    `sign` draws what is no text: icons, bars, the small door. `accent_edge` goes round what is filled with the accent where that
    alone does not stand out (0: nowhere). `halo` lies under the focus ring, for whatever is around it. `veil` is how much of the
    pictures' light the theme takes away.
    """

    name: str
    ground: int
    panel: int
    text: int
    second: int
    label: int
    accent: int
    on_accent: int
    accent_edge: int
    sign: int
    ring: int
    halo: int
    field: int
    field_focus: int
    button: int
    rule: int
    own: int
    edge: int
    lights: bool
    readable: float
    veil: float = 0.0

    @property
    def pale(self) -> bool:
        """Tells whether dark letters stand on light paper."""
        return luminance(self.ground) > _PALE

    @property
    def art(self) -> Theme:
        """Returns the colours of what stands straight on a picture: pictures keep their dusk, also beside paper."""
        return _DUSK if self.pale and self.lights else self

    def speaker(self, colour: int) -> int:
        """Returns a character's colour, moved towards the text's until it can be read on the panel, and where the focus is."""
        grounds = [shade for panel in self.panels() for shade in (panel, over(self.field_focus, panel))]
        for step in range(11):
            shade = mix(colour, self.text, step / 10)
            if all(contrast(shade, ground) >= self.readable for ground in grounds):
                return shade
        return self.text

    def panels(self) -> tuple[int, int, int]:
        """Returns what a panel looks like over its own ground, over black and over white: a little of the picture shines through."""
        return over(self.panel, self.ground), over(self.panel, 0xFF000000), over(self.panel, 0xFFFFFFFF)


_PALE = 0.4
_DUSK = Theme(
    name="dusk",
    ground=NIGHT,
    panel=clear(NIGHT, 0.92),
    text=PAPER,
    second=MIST,
    label=LAMP,
    accent=AMBER,
    on_accent=NIGHT,
    accent_edge=0,
    sign=AMBER,
    ring=LAMP,
    halo=clear(NIGHT, 0.6),
    field=clear(PAPER, 0.08),
    field_focus=clear(LAMP, 0.16),
    button=clear(PAPER, 0.10),
    rule=clear(MIST, 0.25),
    own=GLASS,
    edge=0,
    lights=True,
    readable=4.5,
)
# The dusk after the lamp was turned down: warm, low, nothing bright, for dark rooms and tired eyes.
_NIGHT = Theme(
    name="night",
    ground=0xFF0D0A0C,
    panel=clear(0xFF0D0A0C, 0.95),
    text=0xFFCDB79C,
    second=0xFFAC9985,
    label=0xFFCF9C68,
    accent=0xFFAD7440,
    on_accent=0xFF0D0A0C,
    accent_edge=0,
    sign=0xFFB57F4A,
    ring=0xFFD9A066,
    halo=clear(0xFF0D0A0C, 0.8),
    field=clear(0xFFCDB79C, 0.06),
    field_focus=clear(0xFFCF9C68, 0.13),
    button=clear(0xFFCDB79C, 0.08),
    rule=clear(0xFFA59280, 0.28),
    own=0xFF8FA597,
    edge=0,
    lights=True,
    readable=4.5,
    veil=0.45,
)
# The letter sheet, laid beside a dusk window (`mockups/web.md`). Amber on paper is 1.7 to 1: never without its edge.
_PAPER = Theme(
    name="paper",
    ground=PAPER,
    panel=clear(0xFFFBF4E8, 0.97),
    text=INDIGO,
    second=0xFF4F4B73,
    label=0xFF8C3B1B,
    accent=AMBER,
    on_accent=NIGHT,
    accent_edge=0xFFA34A22,
    sign=0xFFA34A22,
    ring=0xFFA34A22,
    halo=PAPER,
    field=clear(0xFFE2BE8C, 0.24),
    field_focus=clear(AMBER, 0.26),
    button=clear(0xFFD9B483, 0.34),
    rule=clear(0xFF7A6C86, 0.35),
    own=0xFF17544F,
    edge=0,
    lights=True,
    readable=4.5,
)
# An old page: less light than paper, brown ink.
_SEPIA = Theme(
    name="sepia",
    ground=0xFFE6D3AF,
    panel=clear(0xFFE6D3AF, 0.97),
    text=0xFF2F1D10,
    second=0xFF553C26,
    label=0xFF6E2F0E,
    accent=0xFFDDA04E,
    on_accent=0xFF22130A,
    accent_edge=0xFF7E3812,
    sign=0xFF7E3812,
    ring=0xFF7E3812,
    halo=0xFFF1E4C9,
    field=clear(0xFF6B4A26, 0.09),
    field_focus=clear(0xFFF6E7C6, 0.62),
    button=clear(0xFF6B4A26, 0.12),
    rule=clear(0xFF553C26, 0.30),
    own=0xFF1C4A43,
    edge=0,
    lights=True,
    readable=4.5,
    veil=0.12,
)
_CONTRAST_DARK = Theme(
    name="contrast_dark",
    ground=0xFF05060F,
    panel=0xFF05060F,
    text=0xFFFFFFFF,
    second=0xFFE8E6F5,
    label=0xFFFFE9C2,
    accent=0xFFFFC46B,
    on_accent=0xFF05060F,
    accent_edge=0,
    sign=0xFFFFC46B,
    ring=0xFFFFE14D,
    halo=0xFF05060F,
    field=0xFF12132C,
    field_focus=0xFF1F2C6B,
    button=0xFF1C1E45,
    rule=0xFF6E6A96,
    own=0xFFA9F0E4,
    edge=0xFFFFFFFF,
    lights=False,
    readable=7.0,
)
_CONTRAST_LIGHT = Theme(
    name="contrast_light",
    ground=0xFFFFFFFF,
    panel=0xFFFFFFFF,
    text=0xFF05060F,
    second=0xFF2A2A44,
    label=0xFF5A2600,
    accent=0xFF7A3300,
    on_accent=0xFFFFFFFF,
    accent_edge=0,
    sign=0xFF7A3300,
    ring=0xFF0B3CC1,
    halo=0xFFFFFFFF,
    field=0xFFF4F2FB,
    field_focus=0xFFDDE6FF,
    button=0xFFEDEBF7,
    rule=0xFF9B97B8,
    own=0xFF0C4F47,
    edge=0xFF05060F,
    lights=False,
    readable=7.0,
)
THEMES: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (_DUSK, _NIGHT, _PAPER, _SEPIA, _CONTRAST_DARK, _CONTRAST_LIGHT)}
)


def ease_out(part: float) -> float:
    """Returns a movement's progress for its time, both from 0 to 1: quick first, then slow."""
    left = 1 - max(0.0, min(1.0, part))
    return 1 - left * left * left
