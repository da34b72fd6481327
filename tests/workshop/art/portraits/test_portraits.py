"""Portraits are drawn the same every time, small, whole, and the files in the story are the ones the code draws."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import skia

from workshop.art.portraits.draw import CAST, FOLDER, draw_all
from workshop.art.portraits.portrait import HEIGHT, WIDTH, portrait

MOODS = ("open", "guarded", "hurt", "glad")
PEOPLE = ("mika", "sana", "jorin", "rae", "pauli", "ludo", "teo", "nilu")
LIMIT = 50 * 1024
ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """Returns all portraits by file stem."""
    return draw_all()


def test_every_sitter_has_every_mood(drawn: dict[str, str]) -> None:
    """Eight people in four moods make thirty-two portraits."""
    assert set(drawn) == {f"{name}-{mood}" for name in PEOPLE for mood in MOODS}


def test_drawing_twice_gives_the_same_bytes(drawn: dict[str, str]) -> None:
    """A portrait depends on nothing but its sitter and mood."""
    assert {f"{sitter.name}-{mood}": portrait(sitter, mood) for sitter in reversed(CAST) for mood in MOODS} == drawn


def test_story_holds_what_the_code_draws(drawn: dict[str, str]) -> None:
    """Nobody changed a file by hand, and nobody changed the code without drawing again."""
    for stem, svg in drawn.items():
        assert (ROOT / FOLDER / f"{stem}.svg").read_text(encoding="utf-8") == svg, stem


def test_portraits_are_small_and_complete(drawn: dict[str, str]) -> None:
    """Every portrait keeps under 50 KB, names each id once, uses only ids it has, and holds no number that is not one."""
    for stem, svg in drawn.items():
        names = re.findall(r'\bid="([^"]+)"', svg)
        assert len(svg.encode()) < LIMIT, stem
        assert len(names) == len(set(names)), stem
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(names), stem
        assert "nan" not in svg, stem
        assert f'viewBox="0 0 {WIDTH} {HEIGHT}"' in svg, stem


def test_ground_fills_the_whole_picture(drawn: dict[str, str]) -> None:
    """No corner of a portrait is transparent once it is drawn."""
    for stem, svg in drawn.items():
        data = svg.encode()
        picture = skia.SVGDOM.MakeFromStream(skia.MemoryStream(data, True))  # noqa: FBT003 - Skia's own signature
        picture.setContainerSize(skia.Size(WIDTH, HEIGHT))
        surface = skia.Surface(WIDTH, HEIGHT)
        picture.render(surface.getCanvas())
        pixels = surface.makeImageSnapshot().toarray()
        assert pixels[::699, ::599, 3].min() == 255, stem


def test_no_two_people_share_their_bones() -> None:
    """Each face has a skull, a nose and eyes of its own: nobody is another with different hair."""
    assert len({sitter.skull for sitter in CAST}) == len(CAST)
    assert len({(sitter.features.nose, sitter.features.eyes, sitter.features.cut) for sitter in CAST}) == len(CAST)


def test_moods_differ_in_the_picture(drawn: dict[str, str]) -> None:
    """Whoever sees a portrait sees which mood it is: no two moods of one person are drawn alike."""
    for name in PEOPLE:
        assert len({drawn[f"{name}-{mood}"] for mood in MOODS}) == len(MOODS), name
