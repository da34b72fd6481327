"""Colours that can be read: WCAG 2.2 over the whole table."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui import theme
from game.ui.theme import THEMES, Theme, contrast, over

STORY = Path(__file__).parents[3] / "stories" / "second-verse" / "story.toml"
PEOPLE = sorted({person["colour"] for person in tomllib.loads(STORY.read_text(encoding="utf-8"))["characters"].values()})
NON_TEXT = 3.0

themes = pytest.mark.parametrize("look", THEMES.values(), ids=[*THEMES])


def _panel(look: Theme) -> int:
    return over(look.panel, look.ground)


@themes
@pytest.mark.parametrize("role", ["text", "second", "label", "own"])
def test_text_can_be_read_on_the_panel_and_on_fields(look: Theme, role: str) -> None:
    """Every text colour must reach the theme's contrast on the panel, on a field, and on the field with the focus."""
    panel = _panel(look)
    for ground in (panel, over(look.field, panel), over(look.button, panel), over(look.field_focus, panel)):
        assert contrast(getattr(look, role), ground) >= look.readable


@themes
def test_panels_can_be_read_over_the_brightest_picture(look: Theme) -> None:
    """Text on a panel must reach the theme's contrast even where pure white lies behind it."""
    ground = over(look.panel, 0xFFFFFFFF)
    for colour in (look.text, look.second, look.label):
        assert contrast(colour, ground) >= look.readable


@themes
def test_the_main_button_can_be_read_and_seen(look: Theme) -> None:
    """Text on the accent must be readable, and the accent must stand out from the ground."""
    assert contrast(look.on_accent, look.accent) >= look.readable
    assert contrast(look.accent, look.ground) >= NON_TEXT


@themes
def test_the_focus_ring_stands_out(look: Theme) -> None:
    """The ring must have three to one against everything that it lies on or around."""
    panel = _panel(look)
    for ground in (panel, look.ground, over(look.field, panel), over(look.button, panel)):
        assert contrast(look.ring, ground) >= NON_TEXT


@themes
def test_contrast_themes_ask_for_seven_to_one(look: Theme) -> None:
    """The contrast themes must hold AAA, the dusk AA."""
    assert look.readable >= (4.5 if look.name == "dusk" else 7.0)


@themes
@pytest.mark.parametrize("colour", PEOPLE)
def test_speakers_can_be_read(look: Theme, colour: str) -> None:
    """The name of everyone in Second Verse must be readable on the panel and where the focus is."""
    panel = _panel(look)
    shade = look.speaker(theme.colour_of(colour))
    assert contrast(shade, panel) >= look.readable
    assert contrast(shade, over(look.field_focus, panel)) >= look.readable


@given(st.integers(0, 0xFFFFFF), st.sampled_from([*THEMES.values()]))
def test_any_colour_of_a_speaker_is_made_readable(colour: int, look: Theme) -> None:
    """Whatever colour a writer picks must be readable after it was moved towards the text's."""
    assert contrast(look.speaker(0xFF000000 | colour), _panel(look)) >= look.readable


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
