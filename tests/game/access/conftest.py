"""A desktop of its own with a bus for screen readers, and something that listens there as a screen reader does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.game import started, xvfb

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

LISTENER = Path(__file__).with_name("listener.py")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
SECONDS = 60.0
# What a person can do something with.
CONTROLS = frozenset({"push button", "toggle button", "slider", "spin button", "entry", "text", "check box", "switch"})

Node = dict[str, Any]


def lacks() -> str:
    """Returns why there can be no such desktop here, or nothing where there can."""
    for name, package in (("dbus-daemon", "dbus"), ("/usr/bin/python3", "python3-gi")):
        if shutil.which(name) is None:
            return f"{name} is not installed (Debian: {package})"
    if not any(Path(launcher).is_file() for launcher in LAUNCHERS):
        return "at-spi2-core is not installed"
    probe = [
        "/usr/bin/python3",
        "-c",
        "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi",
    ]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        return "libatspi's bindings are not installed (Debian: python3-gi, gir1.2-atspi-2.0)"
    return xvfb.lacks()


class Listener:
    """Listens and acts over AT-SPI."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Takes the process that does it."""
        self._process = process
        self.heard: list[str] = []

    def ask(self, *words: object) -> Any:  # noqa: ANN401  JSON
        """Asks for one thing and returns the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert not isinstance(answer, dict), answer
        return answer

    def tree(self) -> list[Node]:
        """Returns every node of the window, what was announced meanwhile being kept."""
        self.heard += self.ask("spoken")
        found: list[Node] = self.ask("tree")
        return found

    def until(self, holds: Callable[[list[Node]], Any], seconds: float = SECONDS) -> list[Node]:
        """Waits until something holds of the tree, and returns it."""
        end = time.monotonic() + seconds
        while True:
            nodes = self.tree()
            if holds(nodes):
                return nodes
            assert time.monotonic() < end, "\n".join(f"{node['role']}: {node['name']}" for node in nodes)
            time.sleep(0.05)

    def press(self, name: str) -> None:
        """Presses the control whose name begins so, once it is there."""
        nodes = self.until(lambda nodes: named(nodes, name))
        assert self.ask("act", named(nodes, name)[0]["number"], "click")

    def opens(self, name: str, screen: str) -> list[Node]:
        """Presses a control, and waits for the screen of this name."""
        self.press(name)
        return self.until(lambda nodes: screen_of(nodes) == screen)


def named(nodes: list[Node], name: str) -> list[Node]:
    """Returns the controls whose name begins so."""
    return [node for node in nodes if node["role"] in CONTROLS and node["name"].startswith(name)]


def screen_of(nodes: list[Node]) -> str:
    """Returns the name of the screen that is shown."""
    return next((str(node["name"]) for node in nodes if node["path"] == [0]), "")


@contextmanager
def bus(folder: Path) -> Iterator[dict[str, str]]:
    """Yields the environment of a session with a bus and its way to screen readers."""
    folder.mkdir(mode=0o700)
    # The launcher talks to no portal and no settings of whoever runs the tests.
    base = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "GSETTINGS_BACKEND": "memory", "NO_AT_BRIDGE": "0", "LC_ALL": "C.UTF-8"}
    with ExitStack() as stack:
        daemon = stack.enter_context(
            subprocess.Popen(
                [shutil.which("dbus-daemon") or "", "--session", "--nofork", "--print-address"],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env=base,
            )
        )
        stack.callback(daemon.terminate)
        assert daemon.stdout is not None
        environment = {**base, "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
        launcher = next(launcher for launcher in LAUNCHERS if Path(launcher).is_file())
        silent = subprocess.DEVNULL
        way = stack.enter_context(subprocess.Popen([launcher, "--launch-immediately"], env=environment, stdout=silent, stderr=silent))
        stack.callback(way.terminate)
        yield environment


@contextmanager
def hearing(session: dict[str, str]) -> Iterator[Listener]:
    """Yields what listens in a session."""
    command = ["/usr/bin/python3", "-W", "ignore", str(LISTENER)]
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=silent, text=True, env=session) as process:
        try:
            listener = Listener(process)
            assert listener.ask("enable") is True
            yield listener
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Generator[tuple[xvfb.Screen, dict[str, str]]]:
    """Gives a screen and a session that screen readers can listen in."""
    if reason := lacks():
        pytest.skip(f"no desktop for screen readers: {reason}")
    screen = tmp_path_factory.mktemp("screen")
    with bus(tmp_path_factory.mktemp("session") / "run") as environment, xvfb.opened(screen) as opened:
        yield opened, {**environment, "DISPLAY": opened.name}


@pytest.fixture
def listening(desktop: tuple[xvfb.Screen, dict[str, str]], tmp_path: Path) -> Generator[Callable[..., Any]]:
    """Starts the game and listens to it: `listening(*arguments)` is a listener once the first screen can be heard."""
    _, session = desktop
    with ExitStack() as stack:

        def start(*arguments: str) -> Listener:
            """Starts both."""
            listener = stack.enter_context(hearing(session))
            kept = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY")
            environment = started.environment(tmp_path / "home", **{name: session[name] for name in kept})
            game = stack.enter_context(
                subprocess.Popen([*started.command(), "--lang", "en", *arguments], cwd=started.ROOT, env=environment)
            )
            stack.callback(game.terminate)
            listener.until(lambda nodes: len(nodes) > 3)
            return listener

        yield start
