"""The raster process: drawings in, pixels out, and nothing a drawing says can do harm."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.ui import raster
from game.ui.part import LAYERS, Place
from tests.game.ui import svg

ROOT = Path(__file__).parents[3]
ORDER: dict[str, object] = {"id": 1, "width": 160, "height": 90, "layers": [], "focus": 0.5}


def _answer(drawing: bytes, **changes: object) -> tuple[dict[str, object], list[bytes]]:
    return raster.answer({**ORDER, **changes}, drawing)


def _pixel(pixels: bytes, x: int, y: int, width: int = 160) -> tuple[int, ...]:
    """Returns red, green, blue and alpha."""
    blue, green, red, alpha = pixels[(y * width + x) * 4 : (y * width + x) * 4 + 4]
    return red, green, blue, alpha


def test_layers_come_apart_and_stamps_stay() -> None:
    """Each layer must hold its own group alone, and what it stamps from the definitions."""
    header, (far, mid, light, near) = _answer(svg.LAYERED, layers=list(LAYERS))
    assert header["error"] is None
    assert header["parts"] == [(name, 0, 0, 160, 90, False) for name in LAYERS]
    assert len(far) == 160 * 90 * 4
    assert _pixel(far, 80, 45) == (0x20, 0x20, 0x60, 255)
    assert _pixel(mid, 80, 45) == (0, 255, 0, 255)
    assert _pixel(mid, 10, 10) == (0, 0, 0, 0)
    assert _pixel(light, 10, 10) == (0x40, 0, 0, 255)
    assert _pixel(near, 80, 85) == (0, 0, 255, 255)


def test_a_drawing_without_layers_is_drawn_once() -> None:
    """A flat drawing that is asked for in layers must be in the first alone: added to itself it would be too bright."""
    _, (far, *others) = _answer(svg.FLAT, layers=list(LAYERS))
    assert _pixel(far, 80, 45) == (0x80, 0x40, 0x20, 255)
    assert not any(any(pixels) for pixels in others)


def test_what_has_no_layer_goes_with_the_one_before() -> None:
    """A group of another name must be drawn in one layer only."""
    drawing = svg.LAYERED.replace(b'<g id="near">', b'<g id="dust"><rect width="9" height="9" fill="#fff"/></g><g id="near">')
    _, (far, mid, light, near) = _answer(drawing, layers=list(LAYERS))
    assert [_pixel(pixels, 4, 4)[:3] == (255, 255, 255) for pixels in (far, mid, light, near)] == [False, False, True, False]


def test_a_drawing_fills_the_window_and_keeps_its_focus() -> None:
    """A drawing wider than the window must be cropped sideways, around its focus."""
    halves = f'{svg.HEAD}<rect width="80" height="90" fill="#f00"/><rect x="80" width="80" height="90" fill="#00f"/></svg>'.encode()
    _, (left,) = _answer(halves, width=80, height=90, focus=0.0)
    _, (right,) = _answer(halves, width=80, height=90, focus=1.0)
    assert _pixel(left, 40, 45, 80)[:3] == (255, 0, 0)
    assert _pixel(right, 40, 45, 80)[:3] == (0, 0, 255)


def test_a_mirrored_drawing_is_the_other_way_round() -> None:
    """A mirrored drawing must have its left and right exchanged, and keep the same part in view."""
    halves = f'{svg.HEAD}<rect width="80" height="90" fill="#f00"/><rect x="80" width="80" height="90" fill="#00f"/></svg>'.encode()
    _, (whole,) = _answer(halves, mirrored=True)
    assert [_pixel(whole, x, 45)[:3] for x in (40, 120)] == [(0, 0, 255), (255, 0, 0)]
    _, (left,) = _answer(halves, width=80, height=90, focus=0.0, mirrored=True)
    assert _pixel(left, 40, 45, 80)[:3] == (255, 0, 0)


def _scene(drawing: bytes, **changes: object) -> list[tuple[Place, bytes]]:
    header, pixels = _answer(drawing, layers=list(LAYERS), scene=True, **changes)
    assert header["error"] is None
    assert isinstance(header["parts"], list)
    return list(zip((Place(*place) for place in header["parts"]), pixels, strict=True))


def test_a_scene_comes_in_pieces_that_show_something() -> None:
    """The far layer must come whole and without holes, the others only where something is in them, and every piece with its pixels."""
    found = _scene(svg.EDGES)
    assert sum(place.bytes for place, _ in found if place.layer == "far") == 160 * 90 * 4
    assert all(pixels[3::4] == b"\xff" * (place.width * place.height) for place, pixels in found if place.layer == "far")
    assert all(place.bytes == len(pixels) for place, pixels in found)
    near = [place for place, _ in found if place.layer == "near"]
    assert (min(place.x for place in near), max(place.x + place.width for place in near)) == (79, 121)
    assert (min(place.y for place in near), max(place.y + place.height for place in near)) == (65, 85)


def test_grain_and_vignette_leave_holes_as_they_are() -> None:
    """What has a hole in it must have the same hole when it is composed, and about its own colour."""
    _, (_, drawn, _, _) = _answer(svg.LAYERED, layers=list(LAYERS))
    pieces = [(place, pixels) for place, pixels in _scene(svg.LAYERED) if place.layer == "mid"]
    seen = {
        (place.x + x, place.y + y): _pixel(pixels, x, y, place.width)
        for place, pixels in pieces
        for y in range(place.height)
        for x in range(place.width)
    }
    for y in range(90):
        for x in range(160):
            then, now = _pixel(drawn, x, y), seen.get((x, y), (0, 0, 0, 0))
            assert then[3] == now[3]
            assert max(abs(a - b) for a, b in zip(then, now, strict=True)) < 16


def test_steam_comes_by_itself() -> None:
    """Each curl of a group of steam must be a piece of its own, in its layer, where it stood, and be gone from the layer."""
    found = _scene(svg.STEAMING)
    curls = [place for place, _ in found if place.rises]
    assert [(place.layer, abs(place.x + place.width / 2 - x) < 4) for place, x in zip(curls, (50, 110, 80), strict=True)] == [
        ("light", True),
        ("light", True),
        ("near", True),
    ]
    assert curls[2].y == curls[0].y + 10, "the layer's own transform holds"
    assert not any(place.layer == "light" and not place.rises for place, _ in found)
    assert min(place.y for place, _ in found if place.layer == "near" and not place.rises) == 74


def test_too_many_curls_stay_in_the_picture() -> None:
    """A drawing with a thousand curls must not take a thousand drawings: those beyond a number stand still in their layer."""
    many = svg.STEAMING.replace(b'<g id="steam">', b'<g id="steam">' + b'<rect x="9" width="4" height="30" fill="#fff"/>' * 1000)
    found = _scene(many)
    assert sum(place.rises for place, _ in found) == 12 + 1
    assert any(place.layer == "light" and not place.rises for place, _ in found)


HOSTILE = {
    "no picture": b"no picture",
    "empty": b"",
    "cut off": svg.LAYERED[:200],
    "no view box": b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
    "no area": svg.FLAT.replace(b"0 0 160 90", b"0 0 0 90"),
    "negative": svg.FLAT.replace(b"0 0 160 90", b"0 0 -160 -90"),
    "not a number": svg.FLAT.replace(b"0 0 160 90", b"0 0 wide high"),
    "not finite": svg.FLAT.replace(b"0 0 160 90", b"0 0 nan inf"),
    "bytes": bytes(range(256)) * 8,
}
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % (n + 1, *(n,) * 10) for n in range(97, 106))
    + b']><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&j;</text></svg>'
)


@pytest.mark.parametrize("layers", [[], list(LAYERS)], ids=["whole", "layered"])
@pytest.mark.parametrize("name", [*HOSTILE])
def test_a_drawing_that_cannot_be_read_gets_a_sentence(name: str, layers: list[str]) -> None:
    """Whatever is no drawing must be answered with an error and no pixels."""
    header, pixels = _answer(HOSTILE[name], layers=layers)
    assert header["error"]
    assert pixels == []


@pytest.mark.parametrize("layers", [[], list(LAYERS)], ids=["whole", "layered"])
@pytest.mark.parametrize(
    "drawing",
    [BOMB, BOMB.replace(b"svg [", b"svg SYSTEM 'file:///etc/hostname' ["), BOMB.decode().encode("utf-16"), b"<!DOCTYPE svg>" + svg.FLAT],
    ids=["bomb", "file", "utf-16", "harmless"],
)
def test_entities_are_refused_before_they_grow(drawing: bytes, layers: list[str]) -> None:
    """A document type must be refused at once, in any encoding, whether layers are asked for or not."""
    begun = time.process_time()
    header, pixels = _answer(drawing, layers=layers)
    assert header["error"] == "a picture must not declare a document type"
    assert pixels == []
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(("width", "height"), [(0, 90), (160, -1), (100_000, 100_000), (8001, 8000)])
def test_sizes_out_of_range_are_refused(width: int, height: int) -> None:
    """A picture without pixels or with far too many must be refused."""
    header, pixels = _answer(svg.FLAT, width=width, height=height)
    assert header["error"] == "the picture's size is out of range"
    assert pixels == []


def test_a_drawing_nested_deeply_ends_no_process() -> None:
    """Groups in groups must be drawn or refused; the process answers the next order all the same."""
    deep = svg.HEAD.encode() + b"<g>" * 2000 + b"</g>" * 2000 + b"</svg>"
    with subprocess.Popen(
        [sys.executable, "-m", "game.ui.raster"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for drawing in (deep, svg.FLAT):
            raster.write(process.stdin, {**ORDER, "svg": len(drawing)}, drawing)
            header = raster.read_header(process.stdout)
            if not header["error"]:
                for place in header["parts"] if isinstance(header["parts"], list) else []:
                    raster.read_exactly(process.stdout, Place(*place).bytes)
        assert header["error"] is None
        process.stdin.close()
        assert process.wait(5) == 0


def test_what_is_written_can_be_read_again() -> None:
    """A header and its bodies must come out of a stream as they went in, and a stream that ends must say so."""
    stream = io.BytesIO()
    raster.write(stream, {"id": 7}, b"abc")
    stream.seek(0)
    assert raster.read_header(stream) == {"id": 7}
    assert raster.read_exactly(stream, 3) == b"abc"
    with pytest.raises(EOFError):
        raster.read_exactly(stream, 1)
    with pytest.raises(EOFError):
        raster.read_header(io.BytesIO(struct.pack(">I", 90) + b"{"))
