"""Colours that can be read: WCAG 2.2 over the whole table."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import settings
from game.ui import theme
from game.ui.theme import THEMES, Theme, contrast, over

STORIES = [tomllib.loads(path.read_text(encoding="utf-8")) for path in (Path(__file__).parents[3] / "stories").glob("*/story.toml")]
PEOPLE = sorted({person["colour"] for story in STORIES for person in story.get("characters", {}).values()})
NON_TEXT = 3.0

themes = pytest.mark.parametrize("look", THEMES.values(), ids=[*THEMES])


def _grounds(look: Theme) -> list[int]:
    """Returns everything that text stands on in a panel: the panel over its own ground, black and white, warm tint and fields on it."""
    warm = theme.clear(theme.EMBER, 0.10) if look.lights and not look.pale else 0
    panels = [over(tint, panel) for panel in look.panels() for tint in (0, warm)]
    return [over(part, panel) for panel in panels for part in (0, look.field, look.field_focus, look.button)]


@themes
@pytest.mark.parametrize("role", ["text", "second", "label", "own"])
def test_text_can_be_read_on_everything_it_stands_on(look: Theme, role: str) -> None:
    """Every text colour must reach the theme's contrast on panels over any picture, on fields, on buttons and where the focus is."""
    assert min(contrast(getattr(look, role), ground) for ground in _grounds(look)) >= look.readable


@themes
def test_the_main_button_can_be_read_and_seen(look: Theme) -> None:
    """Text on the accent must be readable, and the accent or its edge must stand out from every panel."""
    assert contrast(look.on_accent, look.accent) >= look.readable
    edge = look.accent_edge or look.accent
    assert min(contrast(edge, panel) for panel in look.panels()) >= NON_TEXT


@themes
def test_signs_can_be_seen(look: Theme) -> None:
    """Icons, bars and the small door must have three to one against all that they stand on, and a bar against its track."""
    assert min(contrast(look.sign, ground) for ground in _grounds(look)) >= NON_TEXT
    assert min(contrast(look.sign, over(look.rule, panel)) for panel in look.panels()) >= NON_TEXT
    assert min(contrast(look.second, over(look.rule, panel)) for panel in look.panels()) >= NON_TEXT


@themes
def test_the_focus_ring_stands_out(look: Theme) -> None:
    """The ring must have three to one against everything that it lies on, and its halo keeps it apart from any picture around it."""
    assert min(contrast(look.ring, ground) for ground in _grounds(look)) >= NON_TEXT
    for picture in (0xFF000000, 0xFFFFFFFF):
        assert contrast(look.ring, over(look.halo, picture)) >= NON_TEXT


@themes
def test_key_caps_can_be_read(look: Theme) -> None:
    """The letters of a key cap must be readable on its tint, on panels and fields, and lit."""
    tint = theme.clear(look.text, 0.14)
    assert min(contrast(look.text, over(tint, ground)) for ground in _grounds(look)) >= look.readable
    assert contrast(look.on_accent, look.accent) >= look.readable


@themes
def test_buttons_on_pictures_can_be_read(look: Theme) -> None:
    """A button straight on a picture must be readable over black and over white."""
    under = look.panel if look.pale or not look.lights else theme.clear(look.ground, 0.8)
    for picture in (0xFF000000, 0xFFFFFFFF):
        ground = over(look.button, over(under, picture))
        assert contrast(look.text, ground) >= (look.readable if look.pale or not look.lights else 4.5)


@themes
def test_contrast_themes_ask_for_seven_to_one(look: Theme) -> None:
    """The contrast themes must hold AAA, all others AA."""
    assert look.readable >= (7.0 if look.name.startswith("contrast") else 4.5)


@themes
def test_what_stands_straight_on_a_picture_is_light(look: Theme) -> None:
    """Pictures are dusk in every theme that has lights: what is written on them must be readable on dusk."""
    art = look.art
    ground = theme.NIGHT if look.lights else look.ground
    assert min(contrast(getattr(art, role), ground) for role in ("text", "second")) >= look.readable


def test_settings_name_every_theme() -> None:
    """Every theme of the table must be one that a player can choose, and the other way round."""
    assert set(get_args(settings.Theme)) == {*THEMES}


@themes
@pytest.mark.parametrize("colour", PEOPLE)
def test_speakers_can_be_read(look: Theme, colour: str) -> None:
    """The name of everyone in every shipped story must be readable on the panel over any picture, and where the focus is."""
    shade = look.speaker(theme.colour_of(colour))
    for panel in look.panels():
        assert contrast(shade, panel) >= look.readable
        assert contrast(shade, over(look.field_focus, panel)) >= look.readable


@given(st.integers(0, 0xFFFFFF), st.sampled_from([*THEMES.values()]))
def test_any_colour_of_a_speaker_is_made_readable(colour: int, look: Theme) -> None:
    """Whatever colour a writer picks must be readable after it was moved towards the text's."""
    shade = look.speaker(0xFF000000 | colour)
    assert min(contrast(shade, panel) for panel in look.panels()) >= look.readable


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    """A readable colour must not be changed."""
    assert THEMES["dusk"].speaker(theme.AMBER) == theme.AMBER


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white must be 21 to 1, a colour on itself 1 to 1, and #767676 on white just over 4.5."""
    assert contrast(0xFF000000, 0xFFFFFFFF) == pytest.approx(21)
    assert contrast(theme.ROSE, theme.ROSE) == pytest.approx(1)
    assert contrast(0xFF767676, 0xFFFFFFFF) == pytest.approx(4.54, abs=0.01)


@given(st.floats(-1, 2), st.floats(-1, 2))
def test_movements_go_one_way_and_end(a: float, b: float) -> None:
    """A movement must begin at 0, end at 1, and never go back."""
    low, high = sorted((a, b))
    assert 0 <= theme.ease_out(low) <= theme.ease_out(high) <= 1
    assert (theme.ease_out(0), theme.ease_out(1)) == (0, 1)
