"""The picture behind the text: layers that drift, steam that rises, and both come to rest."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
import skia

from game.ui import backdrop, theme
from game.ui.backdrop import Backdrop, overscan
from game.ui.canvas import Canvas
from game.ui.geometry import Space
from game.ui.picture import Pictures
from game.ui.surface import offscreen
from tests.game.ui import svg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

SPACE = Space(640, 360)
NOW = 1000.0


class Stage:
    """A backdrop with two scenes."""

    def __init__(self) -> None:
        """Shows nothing yet."""
        self.told = threading.Semaphore(0)
        drawings = {"dusk": svg.scene("#403080"), "dawn": svg.scene("#a06040"), "flat": svg.FLAT}
        drawings |= {"edges": svg.EDGES, "steaming": svg.STEAMING}
        self.pictures = Pictures(drawings.get, self.told.release)
        self.backdrop = Backdrop(self.pictures)

    def show(self, name: str, now: float, space: Space = SPACE) -> None:
        """Shows a scene and waits until it is there."""
        self.backdrop.show(name)
        if not self.backdrop.fetch(space, now):
            assert self.told.acquire(timeout=20)
            assert self.backdrop.fetch(space, now)

    def seen(self, now: float, *, still: bool = False, space: Space = SPACE) -> NDArray[np.int16]:
        """Returns what is drawn at a moment."""
        canvas = Canvas(space.width, space.height)
        self.backdrop.paint(canvas.draw, space, now, still=still)
        flat = np.frombuffer(canvas.image().tobytes(), dtype=np.uint8).reshape(space.height, space.width, 4)
        return flat[:, :, :3].astype(np.int16)


@pytest.fixture
def stage() -> Iterator[Stage]:
    """Returns a backdrop, its process ended after the test."""
    made = Stage()
    yield made
    made.pictures.close()


def test_without_a_picture_there_is_night(stage: Stage) -> None:
    """Before any picture has come, the ground must be night and at rest."""
    assert (stage.seen(NOW) == [0x2C, 0x13, 0x12]).all()
    assert not stage.backdrop.moving(NOW, still=False)
    assert not stage.backdrop.fetch(SPACE, NOW)


def test_a_picture_that_is_missing_leaves_night(stage: Stage) -> None:
    """A missing picture must come as an empty one, and the story goes on over night."""
    stage.show("nowhere", NOW)
    assert stage.seen(NOW + 60).max() < 0x40
    assert not stage.backdrop.moving(NOW + 60, still=False)


def test_a_scene_is_kept_in_pieces_and_leaves_the_pictures(stage: Stage) -> None:
    """A scene must keep its layers in pieces, fewer pixels than the layers have, and be let go of where it was ordered."""
    stage.show("dusk", NOW)
    kept = next(iter(stage.backdrop._kept.values()))
    assert kept.wanted.width == 640 + 2 * overscan(SPACE)
    assert [name for name, _ in kept.layers] == ["far", "light", "near"], "nothing is in the middle of this one"
    assert kept.bytes < 2 * kept.wanted.width * 360 * 4
    assert not stage.pictures._kept
    found = stage.seen(NOW + 60)
    assert found[:, :, 0].mean() > found[:, :, 1].mean()


def test_no_frame_is_wanted_after_it_settled(stage: Stage) -> None:
    """A scene must move while it comes and for some seconds, then rest exactly as its still form; a new line wakes it."""
    stage.show("dusk", NOW)
    assert stage.backdrop.moving(NOW + theme.SETTLE - 0.1, still=False)
    assert not stage.backdrop.moving(NOW + theme.SETTLE, still=False)
    assert (stage.seen(NOW + theme.SETTLE) == stage.seen(NOW + 60, still=True)).all()
    stage.backdrop.wake(NOW + 20)
    assert stage.backdrop.moving(NOW + 21, still=False)
    assert not stage.backdrop.moving(NOW + 20 + theme.SETTLE, still=False)


def test_it_moves_and_breathes_while_awake(stage: Stage) -> None:
    """Half way, what is far must have drifted, and the light must be lower than at rest."""
    stage.show("dusk", NOW)
    rest, drifted = stage.seen(NOW + 60), stage.seen(NOW + theme.SETTLE / 2)
    assert (rest[:330] != drifted[:330]).any()
    low, full = (stage.seen(NOW + at)[100:220, 200:280].mean() for at in (theme.BREATH * 1.5, theme.BREATH))
    assert low < full - 1


def _edge(seen: NDArray[np.int16], row: int) -> float:
    """Returns where, in pixels, a row of the picture goes from dark to bright."""
    line = seen[row, 200:440].mean(axis=1)
    crossing = int(np.argmax(line > (line[0] + line.max()) / 2))
    below, above = line[crossing - 1], line[crossing]
    return float(200 + crossing - (above - (line[0] + line.max()) / 2) / (above - below))


@pytest.mark.parametrize("rtl", [False, True])
def test_each_layer_drifts_by_itself(stage: Stage, *, rtl: bool) -> None:
    """Far and near must drift to opposite sides of the middle, which stands with its light; together they part by the parallax at most."""
    space = Space(1280, 720, rtl=rtl)
    stage.show("edges", NOW, space=space)
    way = -1 if rtl else 1
    rest, drifted = (stage.seen(NOW + at, space=space)[:, ::way][:, 320:960] for at in (60, theme.SETTLE / 2))
    moved = {name: _edge(drifted, row) - _edge(rest, row) for name, row in {"far": 80, "mid": 280, "light": 440, "near": 600}.items()}
    most = theme.PARALLAX / 2 * space.unit
    # Light that breathes is a little lower: its edge seems to be elsewhere by part of a pixel.
    assert {name: round(found * way, 3) for name, found in moved.items()} == pytest.approx(
        {"far": -most, "mid": 0, "light": 0, "near": most}, abs=0.4
    )


def test_steam_rises_only_while_awake(stage: Stage) -> None:
    """Steam must move while the scene is awake, on and on; at rest, and with less motion, it stands as it was drawn."""
    stage.show("steaming", NOW)
    above = (slice(40, 240), slice(150, 500))
    rest = stage.seen(NOW + 60)[above]
    phases = [stage.seen(NOW + at)[above] for at in (4, 5, 6)]
    assert all(np.abs(a - b).mean() > 0.2 for a, b in zip([rest, *phases], [*phases, rest], strict=True))
    assert (stage.seen(NOW + 5, still=True)[above] == rest).all()
    assert (stage.seen(NOW + theme.SETTLE)[above] == rest).all()


def test_steam_wakes_and_settles_without_a_jump(stage: Stage) -> None:
    """In the first and the last moments the steam must look as it does at rest."""
    stage.show("steaming", NOW)
    rest = stage.seen(NOW + 60)
    stage.backdrop.wake(NOW + 100)
    for at in (100.05, 100 + theme.SETTLE - 0.05):
        assert np.abs(stage.seen(NOW + at) - rest).max() <= 12


def test_steam_goes_up_and_its_foot_stays(stage: Stage) -> None:
    """What rises must reach higher than it was drawn, and never lower."""
    stage.show("steaming", NOW)
    heights = []
    for at in (60, 3, 4, 5, 6, 7, 8, 9):
        rows = np.flatnonzero((stage.seen(NOW + at)[:290, 180:220, 2] > 50).any(axis=1))
        heights.append((rows.min(), rows.max()))
    assert min(top for top, _ in heights[1:]) < heights[0][0] - 10
    assert max(foot for _, foot in heights[1:]) <= heights[0][1] + 1


def test_waking_again_does_not_jump(stage: Stage) -> None:
    """A line read while the scene moves must not set its motion back."""
    stage.show("dusk", NOW)
    before = stage.seen(NOW + 4)
    stage.backdrop.wake(NOW + 4)
    assert (stage.seen(NOW + 4) == before).all()


def test_without_motion_a_scene_is_there_at_once(stage: Stage) -> None:
    """Without motion a scene must take the place of another in one frame, whole and still, and want no further frame."""
    stage.show("dusk", NOW)
    before = stage.seen(NOW, still=True)
    assert not stage.backdrop.moving(NOW, still=True)
    stage.show("dawn", NOW + 60)
    assert not stage.backdrop.moving(NOW + 60, still=True)
    after = stage.seen(NOW + 60, still=True)
    assert np.abs(after - before).mean() > 10
    assert (after == stage.seen(NOW + 120, still=True)).all()


def test_one_scene_widens_into_the_next(stage: Stage) -> None:
    """During a change, both scenes must be seen; after it only the next; cut ends it."""
    stage.show("dusk", NOW)
    before = stage.seen(NOW + 60)
    stage.show("dawn", NOW + 60)
    middle = stage.seen(NOW + 60 + theme.SCENE_CHANGE * 0.15)
    after = stage.seen(NOW + 120)
    far, near = (slice(0, 40), slice(600, 640)), (slice(150, 210), slice(160, 220))
    assert np.abs(middle[far] - before[far]).mean() < 3
    assert np.abs(middle[near] - before[near]).mean() > 10
    assert np.abs(after - before).mean() > 10
    stage.backdrop.cut()
    assert np.abs(stage.seen(NOW + 60.01)[far] - before[far]).mean() > 10


def test_another_window_stretches_what_is_there_until_the_right_one_comes(stage: Stage) -> None:
    """After a resize the picture must go on filling the window, and the right size comes without a change of scene."""
    stage.show("dusk", NOW)
    wide = Space(800, 360)
    assert not stage.backdrop.fetch(wide, NOW + 60)
    assert stage.seen(NOW + 60, space=wide)[:, -40:].mean() > 20
    stage.show("dusk", NOW + 61, space=wide)
    assert not stage.backdrop.changing(NOW + 61, still=False)


def test_read_from_the_right_it_is_mirrored(stage: Stage) -> None:
    """In a window read from the right, the scene must be the mirror image, with the same part in view."""
    stage.show("dusk", NOW)
    left = stage.seen(NOW + 60)
    mirrored = Space(640, 360, rtl=True)
    stage.show("dusk", NOW + 60, space=mirrored)
    right = stage.seen(NOW + 200, space=mirrored)
    assert np.abs(left - right[:, ::-1]).mean() < 6


def test_drifting_by_part_of_a_pixel_is_a_blend(stage: Stage) -> None:
    """The far layer, moved by 0.3 pixels, must look like a bilinear sample 0.3 pixels away."""
    stage.show("dusk", NOW)
    kept = next(iter(stage.backdrop._kept.values()))
    far = kept.layers[0][1]
    drawn, sampled = offscreen(640, 360), offscreen(640, 360)
    backdrop._paint_solid(drawn.getCanvas(), far, -1.7)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
    for part in far:
        sampled.getCanvas().drawImage(part.image, -1.7, part.place.y, smooth)
    a, b = (np.frombuffer(one.makeImageSnapshot().tobytes(), dtype=np.uint8).astype(np.int16) for one in (drawn, sampled))
    assert np.abs(a - b).max() <= 12
    assert np.abs(a - b).mean() < 1


def test_only_so_many_scenes_are_kept(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above its budget the backdrop must let old scenes go before the next comes, never the one that is shown until then."""
    monkeypatch.setattr("game.ui.backdrop._BUDGET", 1)
    stage.show("dusk", NOW)
    stage.show("dawn", NOW + 60)
    assert [wanted.name for wanted in stage.backdrop._kept] == ["dusk", "dawn"]
    stage.show("flat", NOW + 90)
    assert [wanted.name for wanted in stage.backdrop._kept] == ["dawn", "flat"]
    assert stage.seen(NOW + 120).mean() > 30
