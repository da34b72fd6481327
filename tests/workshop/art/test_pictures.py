"""The scenes and the cover: what the client relies on in every picture."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from workshop.art.draw import ART, modules, pictures
from workshop.art.preview import layer_text, rasterised
from workshop.art.svg import LAYERS

LIMIT = 120 * 1024
ROOT = Path(__file__).parents[3]


def _drawn() -> list[tuple[str, str]]:
    return [(name, svg) for folder, module in modules([]) if folder != "portraits" for name, svg in pictures(module).items()]


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """Every scene and the cover, drawn once."""
    return dict(_drawn())


def test_layers_come_in_order(drawn: dict[str, str]) -> None:
    """A picture is its definitions and then far, mid, light and near, each once."""
    for name, svg in drawn.items():
        assert re.findall(r'\n<g id="(\w+)">', svg) == list(LAYERS), name


def test_pictures_stay_inside_their_budget(drawn: dict[str, str]) -> None:
    """No picture is so large that a pack or a small machine would feel it."""
    assert {name: len(svg.encode()) for name, svg in drawn.items() if len(svg.encode()) > LIMIT} == {}


def test_ids_are_unique_and_references_stay_inside(drawn: dict[str, str]) -> None:
    """Ids are global in a file: none is given twice, and nothing refers to another file or to an id that is not there."""
    for name, svg in drawn.items():
        ids = re.findall(r' id="([^"]+)"', svg)
        assert len(ids) == len(set(ids)), name
        assert set(re.findall(r'(?:url\(|href=")#?([^)"]+)', svg)) <= set(ids), name
        assert "mix-blend-mode" not in svg, name


def test_a_picture_is_drawn_the_same_twice(drawn: dict[str, str]) -> None:
    """Drawing again gives the same bytes."""
    assert dict(_drawn()) == drawn


def test_far_covers_the_frame_and_light_leaves_room(drawn: dict[str, str]) -> None:
    """The far layer leaves no hole, and no layer is empty of meaning: each can be rasterised alone."""
    for name, svg in drawn.items():
        size = (100, 152) if name == "cover" else (192, 108)
        far = rasterised(layer_text(svg, "far"), *size)[0].toarray()
        assert far[..., 3].min() == 255, name
        for layer in LAYERS[1:]:
            assert rasterised(layer_text(svg, layer), *size)[0].toarray()[..., 3].any(), (name, layer)


def test_story_holds_what_the_code_draws(drawn: dict[str, str]) -> None:
    """Nobody changed a file by hand, and nobody changed the code without drawing again."""
    for name, svg in drawn.items():
        path = ROOT / ART / (f"{name}.svg" if name == "cover" else f"scenes/{name}.svg")
        assert path.read_text(encoding="utf-8") == svg, name


def test_story_names_every_scene_and_says_what_is_in_it(drawn: dict[str, str]) -> None:
    """Thirty scenes carry four chapters; story.toml names each, with a description that stands for the picture."""
    story = tomllib.loads((ROOT / ART.parent / "story.toml").read_text(encoding="utf-8"))
    assert set(story["scenes"]) == set(drawn) - {"cover"}
    assert len(story["scenes"]) >= 30
    assert min(len(scene["alt"]) for scene in story["scenes"].values()) > 80
    assert len({scene["alt"] for scene in story["scenes"].values()}) == len(story["scenes"])


def test_no_picture_holds_writing(drawn: dict[str, str]) -> None:
    """No slogan, sign or name can stand in a picture: whatever is written in it is a stroke that nobody can read."""
    for name, svg in drawn.items():
        assert "<text" not in svg, name
        assert "<image" not in svg, name
