"""The game on a projector: keys go into its window as a person presses them, and what it says is heard as a screen reader hears it."""

from __future__ import annotations

import re
import subprocess
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from server.group import tokens
from server.wire import decode, encode
from tests.browser import window
from tests.game import started, xvfb
from tests.game.access import conftest as access
from tests.server.group.hosted import Line, Room

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from tests.game.access.conftest import Listener, Node

STORY, GROUP, MENU = "Second Verse", "Play with a group", "Menu"
# As the projector says them: an address with a port, and six digits in two threes; marks around them guide what writes from the right.
ADDRESS, CODE = re.compile(r"(\d+\.\d+\.\d+\.\d+:\d+)/g"), re.compile(r"\b(\d{3})\s?(\d{3})\b")
BEATS = 200


class Projector:
    """The game, told by keys, and heard."""

    def __init__(self, screen: xvfb.Screen, reader: Listener, home: Path, process: int) -> None:
        """Takes the screen, what listens, the folder that the game keeps everything in, and its process."""
        self.screen, self.reader, self.home, self.process = screen, reader, home, process
        self.until(lambda nodes: access.named(nodes, STORY))
        assert xvfb.until(screen.listens)

    def until(self, holds: Callable[[list[Node]], object]) -> list[Node]:
        """Waits until something holds of what the screen says, and returns that.

        It is heard twice: what is read while it changes is half the old screen and half the new one.
        """
        found: list[Node] = []

        def told() -> object:
            before = _names(found)
            found[:] = self.reader.ask("tree")
            return before == _names(found) and holds(found)

        assert xvfb.until(told, window.SECONDS), "\n".join(_names(found))
        return found

    def found(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """Returns where the screen says something, once it does; marks of direction are left out."""
        match: list[re.Match[str]] = []

        def says(nodes: list[Node]) -> bool:
            match[:] = pattern.finditer(re.sub("[\u200e\u200f\u2066-\u2069]", "", "\n".join(_names(nodes))))
            return bool(match)

        self.until(says)
        return match[0]

    def choose(self, name: str) -> None:
        """Presses the control whose name begins so, by the interface's own verb, as a screen reader does."""
        nodes = self.until(lambda nodes: access.named(nodes, name))
        assert self.reader.ask("act", access.named(nodes, name)[0]["number"], "click")
        self.until(lambda after: _names(after) != _names(nodes))

    def press(self, key: str, before: list[Node]) -> list[Node]:
        """Presses a key, and waits until the screen says something else than before."""
        self.screen.press(key)
        return self.until(lambda nodes: _names(nodes) != _names(before))

    def enter(self) -> list[Node]:
        """Presses Enter on what has the focus, and waits until the screen says something else."""
        return self.press("Return", self.until(bool))

    def read_on(self, asked: Callable[[], object]) -> None:
        """Reads with Space until the group is asked: the reading screen is gone, and with it its menu."""
        nodes = self.until(lambda nodes: access.named(nodes, MENU))
        for _ in range(BEATS):
            if not access.named(nodes, MENU):
                nodes = self.until(lambda nodes: access.named(nodes, MENU) or asked())
            if asked():
                return
            nodes = self.press("space", nodes)
        raise AssertionError("the story comes to no choice")

    def room(self) -> Room:
        """Returns the room as whoever holds this game's key leads it."""
        folder = next(self.home.rglob("host.key")).parent
        key = tokens.read((folder / "host.key").read_text("ascii").strip())
        room = decode((folder / "room").read_text("ascii").split()[1])
        assert key is not None
        port = int(self.found(ADDRESS)[1].partition(":")[2])
        return Room(Line(port), encode(tokens.derived(key, "host", room)), code="".join(self.found(CODE).groups()))


def _names(nodes: list[Node]) -> list[str]:
    return [f"{one['name']} {one['description']}" for one in nodes]


@contextmanager
def projecting(place: Path, *arguments: str) -> Generator[Projector]:
    """Gives the game as somebody starts it, on a desktop of its own in a folder."""
    (place / "screen").mkdir()
    with ExitStack() as stack:
        bus = stack.enter_context(access.bus(place / "run"))
        screen = stack.enter_context(xvfb.opened(place / "screen"))
        reader = stack.enter_context(access.hearing({**bus, "DISPLAY": screen.name}))
        kept = {name: bus[name] for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")}
        command = [*started.command(), "--lang", "en", *arguments]
        environment = started.environment(place / "home", DISPLAY=screen.name, **kept)
        game = stack.enter_context(subprocess.Popen(command, cwd=started.ROOT, env=environment))
        stack.callback(game.terminate)
        yield Projector(screen, reader, place / "home", game.pid)
