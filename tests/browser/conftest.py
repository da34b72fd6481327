"""A demo organisation served by a real process, and a real browser to look at it with."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyotp
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import desk

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

# Making a demo's keys takes seconds of processor, and longer beside other tests.
WAIT = 90.0
# Making a demo's keys takes seconds of processor, and longer beside other tests.
STARTING = 90.0


@dataclass(slots=True)
class Demo:
    """A running demo: where it is, its folder, and its accounts by name."""

    origin: str
    folder: Path
    accounts: dict[str, dict[str, str]]

    @property
    def contact(self) -> dict[str, Any]:
        """Returns what the game's own file says."""
        return tomllib.loads((self.folder / "threshold.toml").read_text("utf-8"))

    def code(self, name: str) -> str:
        """Returns a code that was not used yet: the next step's, where this one's may have been."""
        generator = pyotp.TOTP(self.accounts[name]["totp"])
        used = int(self.accounts[name].get("used", "0"))
        step = max(int(time.time()) // 30, used + 1)
        while step > int(time.time()) // 30 + 1:
            time.sleep(0.5)
        self.accounts[name]["used"] = str(step)
        return str(generator.at(step * 30))


def free_port() -> int:
    """Returns a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Generator[Demo]:
    """Serves a demo for the tests of one file."""
    with demonstration(tmp_path_factory.mktemp("demo")) as served:
        yield served


@contextmanager
def demonstration(place: Path) -> Generator[Demo]:
    """Serves a demo whose data lies in a folder."""
    folder, port = place / "data", free_port()
    command = [sys.executable, "-m", "server.cli", "demo", "--into", str(folder), "--port", str(port)]
    with (folder.parent / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        origin = f"http://localhost:{port}"
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"{origin}/healthz", timeout=1) as answer:  # noqa: S310  our own server
                    answer.read()
                break
            except OSError:
                time.sleep(0.1)
        accounts = json.loads((folder / "demo-accounts.json").read_text("utf-8"))
        try:
            yield Demo(origin, folder, {one["name"]: one for one in accounts})
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture(scope="module")
def browser() -> Generator[Browser]:
    """Starts the system's Chromium, without a window."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("there is no Chromium here: apt install chromium")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def sessions() -> dict[str, Any]:
    """Keeps who signed in during the tests of one file, so that each code is needed once."""
    return {}


@pytest.fixture
def at_desk(demo: Demo, page: Callable[..., Page], sessions: dict[str, Any]) -> Callable[..., Page]:
    """Opens pages at which somebody sits: signed in the first time, unlocked with their passphrase from then on."""

    def sit(name: str, way: str = "", **options: Any) -> Page:  # noqa: ANN401  Playwright's own options
        """Opens a page and unlocks it; `way` is what follows the console's address."""
        made = page(storage_state=sessions.get(name), **options)
        if name in sessions:
            made.goto(f"{demo.origin}/console/{way}")
            desk.unlock(made, demo, name)
        else:
            desk.sign_in(made, demo, name, way)
            sessions[name] = made.context.storage_state()
        return made

    return sit


@pytest.fixture
def page(browser: Browser) -> Generator[Callable[..., Page]]:
    """Opens pages in contexts of their own, and holds that none of them complained or broke its policy."""
    complaints: list[str] = []
    contexts = []

    def new(**options: Any) -> Page:  # noqa: ANN401  Playwright's own options
        """Opens a page."""
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", **options})
        contexts.append(context)
        made = context.new_page()
        made.on("console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None)
        made.on("pageerror", lambda fault: complaints.append(str(fault)))
        made.add_init_script("addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective))")
        return made

    yield new
    for context in contexts:
        context.close()
    # A refused request is told to people in the page; the browser's own line about it is no complaint of ours.
    assert [line for line in complaints if "Failed to load resource" not in line] == []
