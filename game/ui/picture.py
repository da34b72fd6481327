"""Pictures at the window's size: ordered from the raster process, kept, and handed out when they are ready."""

from __future__ import annotations

import logging
import queue
import subprocess
import sys
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, NamedTuple

from game.ui import memory, raster
from game.ui.part import LAYERS, Part, Place
from game.ui.surface import image_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import skia

_log = logging.getLogger(__name__)

_PATIENCE = 20.0
_IDLE = 0.6


class Wanted(NamedTuple):
    """A picture at a size: its name in the loader's words, its pixels, in layers or not, what stays when cropped.

    A scene is composed; a mirrored picture has its left and right exchanged.
    """

    name: str
    width: int
    height: int
    layered: bool = False
    focus: float = 0.5
    scene: bool = False
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is drawn: its pieces, and for a scene where its light falls. One that failed has no pieces."""

    wanted: Wanted
    parts: tuple[Part, ...] = ()
    lit: tuple[int, ...] = ()

    @property
    def layers(self) -> dict[str, skia.Image]:
        """Returns the layers by name ("" for a picture without layers); not for a scene, whose layers are in pieces."""
        return {part.place.layer: part.image for part in self.parts}

    @property
    def whole(self) -> skia.Image | None:
        """Returns the picture where it has no layers."""
        return self.layers.get("")

    @property
    def bytes(self) -> int:
        """Returns the memory its pixels take."""
        return sum(part.place.bytes for part in self.parts)


def command() -> list[str]:
    """Returns how to start the raster process from here."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--raster"]
    return [sys.executable, "-m", "game.ui.raster"]


class Pictures:
    """Orders pictures from a raster process and keeps the newest of them.

    `load` returns a picture's SVG by name, or None. `ready` is called from another thread when something arrived.
    """

    def __init__(self, load: Callable[[str], bytes | None], ready: Callable[[], None], *, budget: int = 8_000_000) -> None:
        """Starts nothing yet: the process begins with the first order and ends when none came for some seconds."""
        self._load = load
        self._ready = ready
        self._budget = budget
        self._orders: queue.SimpleQueue[Wanted | None] = queue.SimpleQueue()
        self._kept: OrderedDict[Wanted, Picture] = OrderedDict()
        self._asked: set[Wanted] = set()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._worker: _Worker | None = None
        self._ending = False

    def get(self, wanted: Wanted) -> Picture | None:
        """Returns a picture if it is ready; otherwise orders it and returns None. A picture that failed has no layers."""
        with self._lock:
            found = self._kept.get(wanted)
            if found is not None:
                self._kept.move_to_end(wanted)
                return found
            if wanted in self._asked:
                return None
            self._asked.add(wanted)
        self._orders.put(wanted)
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="pictures", daemon=True)
            self._thread.start()
        return None

    def drop(self, wanted: Wanted) -> None:
        """Lets go of a picture that its owner has made something else of."""
        with self._lock:
            self._kept.pop(wanted, None)

    def near(self, wanted: Wanted) -> Picture | None:
        """Returns the same picture at any other size, to stand in while the right one is drawn."""
        with self._lock:
            return next((kept for kept in reversed(self._kept.values()) if kept.wanted.name == wanted.name and kept.parts), None)

    @property
    def waiting(self) -> bool:
        """Tells whether something was ordered and has not come."""
        with self._lock:
            return bool(self._asked)

    def forget(self) -> None:
        """Drops every picture."""
        with self._lock:
            self._kept.clear()

    def close(self) -> None:
        """Ends the raster process at once, whatever it is drawing: whoever leaves does not wait for a picture."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._ending = True
        self._orders.put(None)
        worker = self._worker
        if worker is not None:
            worker.kill()
        thread.join(timeout=2.0)
        with self._lock:
            self._asked.clear()
        self._orders = queue.SimpleQueue()
        self._ending = False

    def _serve(self) -> None:
        """Draws what is ordered, one after the other, until the game is left."""
        orders = self._orders
        while True:
            try:
                wanted = orders.get(timeout=_IDLE if self._worker else None)
            except queue.Empty:
                # A process that had nothing to do for a while would only hold memory.
                self._dismiss()
                memory.give_back()
                continue
            if self._worker is not None and not self._worker.alive:
                self._dismiss()
            if wanted is not None and not self._ending:
                self._worker = self._worker or _Worker()
            # Asked once more: it takes a while to start a process, and nobody could end it meanwhile.
            if wanted is None or self._ending or self._worker is None:
                break
            picture = self._draw(self._worker, wanted)
            if self._ending:
                break
            self._keep(wanted, picture)
            if wanted.scene:
                # The pixels of a scene that went are freed by now, and would lie there unused beside those of the next.
                memory.give_back()
        self._dismiss()

    def _dismiss(self) -> None:
        """Lets the raster process go."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()

    def _draw(self, worker: _Worker, wanted: Wanted) -> Picture:
        svg = self._load(wanted.name)
        if svg is None:
            _log.warning("the picture %s is missing", wanted.name)
            return Picture(wanted)
        try:
            return worker.draw(wanted, svg)
        except (OSError, EOFError, ValueError) as fault:
            if not self._ending:
                _log.warning("the picture %s could not be drawn: %s", wanted.name, str(fault) or "the drawing process ended")
            worker.stop()
            return Picture(wanted)

    def _keep(self, wanted: Wanted, picture: Picture) -> None:
        with self._lock:
            self._kept[wanted] = picture
            self._asked.discard(wanted)
            # A scene's owner takes it and drops it here: it must not push the small pictures out meanwhile. One that nobody
            # took is a scene that was read past.
            for passed in [kept for kept in self._kept if kept.scene and wanted.scene and kept != wanted]:
                del self._kept[passed]
            small = [kept for kept in self._kept.values() if not kept.wanted.scene and kept.wanted != wanted]
            held = sum(kept.bytes for kept in small) + (0 if wanted.scene else picture.bytes)
            for oldest in small:
                if held <= self._budget:
                    break
                del self._kept[oldest.wanted]
                held -= oldest.bytes
        self._ready()


class _Worker:
    """The raster process, seen from here."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def draw(self, wanted: Wanted, svg: bytes) -> Picture:
        """Returns a drawn picture; raises OSError, EOFError or ValueError where the process cannot."""
        ask, hear = self._process.stdin, self._process.stdout
        if ask is None or hear is None:
            raise EOFError
        timer = threading.Timer(_PATIENCE, self._process.kill)
        timer.start()
        try:
            names = list(LAYERS) if wanted.layered else []
            order: dict[str, object] = {"id": 1, "width": wanted.width, "height": wanted.height, "layers": names, "scene": wanted.scene}
            raster.write(ask, order | {"focus": wanted.focus, "mirrored": wanted.mirrored, "svg": len(svg)}, svg)
            header = raster.read_header(hear)
            if header["error"]:
                raise ValueError(str(header["error"]))
            places = [Place(*place) for place in header["parts"]] if isinstance(header["parts"], list) else []
            lit = header["lit"] if isinstance(header["lit"], list) else []
            return Picture(wanted, tuple(self._part(hear, place) for place in places), tuple(lit))
        finally:
            timer.cancel()

    @staticmethod
    def _part(hear: IO[bytes], place: Place) -> Part:
        return Part(place, image_of(raster.read_exactly(hear, place.bytes), place.width, place.height))

    def kill(self) -> None:
        """Ends the process, whatever it is doing; called from another thread."""
        self._process.kill()

    def stop(self) -> None:
        """Has the process end, which has nothing to do."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError as fault:
                    _log.debug("closing a pipe of the raster process: %s", fault)
        try:
            self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
