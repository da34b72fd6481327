"""Pictures ordered from the raster process: drawn, kept, let go of, and missing ones told of."""

from __future__ import annotations

import signal
import threading
import time
from typing import TYPE_CHECKING

import pytest

from game.ui import picture
from game.ui.part import LAYERS
from game.ui.picture import Picture, Pictures, Wanted
from tests.game.ui import svg

if TYPE_CHECKING:
    from collections.abc import Iterator


WITHIN = 20.0


class Gallery:
    """Pictures by name, and the wait for them."""

    def __init__(self, budget: int = 16_000_000) -> None:
        """Starts with a scene, a flat drawing and a broken one."""
        self.drawings = {"scene": svg.LAYERED, "flat": svg.FLAT, "broken": b"<svg", "huge": svg.FLAT}
        self.told = threading.Semaphore(0)
        self.pictures = Pictures(self.drawings.get, self.told.release, budget=budget)

    def order(self, name: str, width: int = 160, height: int = 90, *, layered: bool = False) -> Picture:
        """Orders a picture and waits until the loop is told of it."""
        wanted = Wanted(name, width, height, layered=layered)
        assert self.pictures.get(wanted) is None
        assert self.told.acquire(timeout=WITHIN), "the loop was not told"
        found = self.pictures.get(wanted)
        assert found is not None
        return found


@pytest.fixture
def gallery() -> Iterator[Gallery]:
    """Returns pictures, closed after the test."""
    made = Gallery()
    yield made
    made.pictures.close()


def test_a_picture_is_drawn_elsewhere_and_kept(gallery: Gallery) -> None:
    """A picture must come with all its layers at its size, and once only."""
    found = gallery.order("scene", layered=True)
    assert tuple(found.layers) == LAYERS
    assert all((image.width(), image.height()) == (160, 90) for image in found.layers.values())
    assert found.bytes == 4 * 160 * 90 * 4
    assert not gallery.pictures.waiting
    assert gallery.order("flat").whole is not None


@pytest.mark.parametrize("name", ["nowhere", "broken"])
def test_a_missing_picture_comes_without_layers(gallery: Gallery, name: str, caplog: pytest.LogCaptureFixture) -> None:
    """Where there is no picture, an empty one must come, the loop be told, and the log name it."""
    assert gallery.order(name, layered=True).layers == {}
    assert name in caplog.text
    assert gallery.order("flat").layers, "the next one is drawn"


def test_a_size_out_of_range_is_a_missing_picture(gallery: Gallery) -> None:
    """A picture larger than any window must be refused by the raster process, not drawn."""
    assert gallery.order("huge", 9000, 9000).layers == {}


def test_a_killed_process_is_started_again(gallery: Gallery, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the process dies over a picture, that one is missing, and the next is drawn by another."""
    workers = []
    make = picture._Worker.__init__

    def remembered(self: picture._Worker) -> None:
        make(self)
        workers.append(self)

    monkeypatch.setattr(picture._Worker, "__init__", remembered)
    assert gallery.order("scene", layered=True).layers
    workers[0]._process.kill()
    workers[0]._process.wait()
    assert gallery.order("flat").layers
    draw = picture._Worker.draw

    def dies(self: picture._Worker, wanted: Wanted, drawing: bytes) -> Picture:
        self._process.kill()
        return draw(self, wanted, drawing)

    monkeypatch.setattr(picture._Worker, "draw", dies)
    assert gallery.order("flat", 40, 30).layers == {}
    monkeypatch.setattr(picture._Worker, "draw", draw)
    assert gallery.order("flat", 50, 30).layers
    assert len(workers) == 3


def test_the_process_ends_when_nothing_is_ordered(gallery: Gallery, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while without orders the process must be gone, and a new order must start another."""
    stopped = threading.Event()
    stop = picture._Worker.stop

    def noted(self: picture._Worker) -> None:
        stop(self)
        stopped.set()

    monkeypatch.setattr(picture._Worker, "stop", noted)
    gallery.order("flat")
    assert stopped.wait(WITHIN)
    assert gallery.order("flat", 80, 45).layers


@pytest.mark.alone
def test_closing_ends_the_process_and_can_be_repeated() -> None:
    """Closing must end thread and process, at once and twice."""
    made = Gallery()
    made.order("flat")
    thread = made.pictures._thread
    assert thread is not None
    begun = time.monotonic()
    made.pictures.close()
    made.pictures.close()
    assert not thread.is_alive()
    assert time.monotonic() - begun < 2


@pytest.mark.alone
def test_leaving_does_not_wait_for_a_picture(caplog: pytest.LogCaptureFixture) -> None:
    """Closing in the middle of a drawing must end it at once, say nothing of it, and leave what is ordered next to another process."""
    made = Gallery()
    made.order("flat")
    worker = made.pictures._worker
    assert worker is not None
    # A process that stands still is one whose drawing takes for ever.
    worker._process.send_signal(signal.SIGSTOP)
    assert made.pictures.get(Wanted("flat", 80, 45)) is None
    begun = time.monotonic()
    made.pictures.close()
    assert time.monotonic() - begun < 1
    assert not worker.alive
    assert not made.pictures.waiting
    assert caplog.text == ""
    assert made.order("flat", 80, 45).whole is not None
    made.pictures.close()


def test_only_so_much_is_kept() -> None:
    """Above the budget the picture used longest ago must go; the newest stays whatever its size."""
    made = Gallery(budget=2 * 160 * 90 * 4)
    try:
        made.order("flat")
        made.order("flat", 159, 90)
        made.pictures.get(Wanted("flat", 160, 90))
        made.order("flat", 158, 90)
        assert made.pictures.get(Wanted("flat", 160, 90)) is not None
        assert Wanted("flat", 159, 90) not in made.pictures._kept
        made.order("scene", 320, 180, layered=True)
        assert [*made.pictures._kept] == [Wanted("scene", 320, 180, layered=True)]
    finally:
        made.pictures.close()


def test_another_size_stands_in(gallery: Gallery) -> None:
    """While the right size is drawn, another one of the same picture must stand in, never a missing one."""
    gallery.order("flat")
    stand_in = gallery.pictures.near(Wanted("flat", 500, 300))
    assert stand_in is not None
    assert stand_in.wanted == Wanted("flat", 160, 90)
    gallery.order("broken")
    assert gallery.pictures.near(Wanted("broken", 500, 300)) is None


def test_what_was_dropped_or_forgotten_is_ordered_anew(gallery: Gallery) -> None:
    """A picture let go of must be drawn again when it is wanted again."""
    gallery.order("flat")
    gallery.pictures.drop(Wanted("flat", 160, 90))
    gallery.order("flat")
    gallery.pictures.forget()
    gallery.order("flat")


def test_scenes_that_were_read_past_are_let_go(gallery: Gallery) -> None:
    """Of scenes that nobody took, only the newest may stay; small pictures stay beside it."""
    gallery.order("flat")
    for width in (160, 170, 180):
        wanted = Wanted("scene", width, 90, layered=True, scene=True)
        assert gallery.pictures.get(wanted) is None
        assert gallery.told.acquire(timeout=20)
    assert [(kept.name, kept.width) for kept in gallery.pictures._kept] == [("flat", 160), ("scene", 180)]
