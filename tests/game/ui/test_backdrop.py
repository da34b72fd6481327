"""The picture behind the text: two planes that drift, and come to rest."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
import skia

from game.ui import theme
from game.ui.backdrop import Backdrop, Planes, overscan, planes
from game.ui.canvas import Canvas
from game.ui.compose import PLANES
from game.ui.geometry import Space
from game.ui.picture import Pictures, Wanted
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


def test_a_scene_becomes_two_planes_and_leaves_the_pictures(stage: Stage) -> None:
    """What lies behind and what is near must be laid together once; the layers are let go of."""
    stage.show("dusk", NOW)
    kept = next(iter(stage.backdrop._kept.values()))
    over = overscan(SPACE)
    assert (kept.bright.width(), kept.bright.height()) == (640 + 2 * over, 360)
    assert kept.near is not None
    assert kept.bytes == 3 * (640 + 2 * over) * 360 * 4
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
    """Half way, behind must have drifted and near must not."""
    stage.show("dusk", NOW)
    rest, drifted = stage.seen(NOW + 60), stage.seen(NOW + theme.SETTLE / 2)
    assert (rest[:330] != drifted[:330]).any()
    assert (rest[345:] == drifted[345:]).mean() > 0.98


def test_waking_again_does_not_jump(stage: Stage) -> None:
    """A line read while the scene moves must not set its motion back."""
    stage.show("dusk", NOW)
    before = stage.seen(NOW + 4)
    stage.backdrop.wake(NOW + 4)
    assert (stage.seen(NOW + 4) == before).all()


def test_less_motion_fades_and_stays_still(stage: Stage) -> None:
    """Without motion a scene must fade in quickly and never move."""
    stage.show("dusk", NOW)
    assert stage.backdrop.moving(NOW + theme.FADE / 2, still=True)
    assert not stage.backdrop.moving(NOW + theme.FADE, still=True)
    assert stage.seen(NOW + theme.FADE / 4, still=True).mean() < stage.seen(NOW + 1, still=True).mean()
    assert (stage.seen(NOW + 1, still=True) == stage.seen(NOW + 5, still=True)).all()


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
    """A drift of 0.3 pixels must look like a bilinear sample 0.3 pixels away."""
    over = overscan(SPACE)
    wanted = Wanted("dusk", 640 + 2 * over, 360, layered=True, focus=0.3, scene=True)
    assert stage.pictures.get(wanted) is None
    assert stage.told.acquire(timeout=20)
    picture = stage.pictures.get(wanted)
    assert picture is not None
    assert {*picture.layers} == {*PLANES}
    whole = planes(picture, over)
    still = Planes(whole.bright, whole.bright, None, over)
    awake = next(at / 1000 for at in range(6000) if 0.28 < _drift(over, at / 1000) < 0.32)
    drawn, sampled = offscreen(640, 360), offscreen(640, 360)
    Backdrop._at(drawn.getCanvas(), still, awake)
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
    sampled.getCanvas().drawImage(whole.bright, -over - _drift(over, awake), 0, smooth)
    a, b = (np.frombuffer(one.makeImageSnapshot().tobytes(), dtype=np.uint8).astype(np.int16) for one in (drawn, sampled))
    assert np.abs(a - b).max() <= 12
    assert np.abs(a - b).mean() < 1


def _drift(over: int, awake: float) -> float:
    return float((over - 1) * np.sin(np.pi * min(1.0, awake / theme.SETTLE)) ** 2)


def test_only_so_many_scenes_are_kept(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above its budget the backdrop must let old scenes go before the next comes, never the one that is shown until then."""
    monkeypatch.setattr("game.ui.backdrop._BUDGET", 1)
    stage.show("dusk", NOW)
    stage.show("dawn", NOW + 60)
    assert [wanted.name for wanted in stage.backdrop._kept] == ["dusk", "dawn"]
    stage.show("flat", NOW + 90)
    assert [wanted.name for wanted in stage.backdrop._kept] == ["dawn", "flat"]
    assert stage.seen(NOW + 120).mean() > 30
