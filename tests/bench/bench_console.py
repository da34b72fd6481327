"""Measures the console: how soon a long conversation can be read in a real browser, every letter of it verified.

`python -m tests.bench.bench_console` prints the figures.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser import conftest, desk
from tests.browser.client import Client

if TYPE_CHECKING:
    from playwright.sync_api import Page

LETTERS, RUNS = 500, 5
WORDS = "Letter {number}. We sat on the wall behind the workshop and talked about nothing much, and that was good. "


def measure() -> dict[str, float | str]:
    """Returns the figures, each named with its unit; a sentence where there is no browser."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        return {"console": "Chromium is not installed"}
    with tempfile.TemporaryDirectory() as place, conftest.demonstration(Path(place)) as demo, sync_playwright() as play:
        client = Client(demo, Path(place) / "home")
        _, thread = client.first("It is about my brother.")
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="en-GB")
        desk.sign_in(page, demo, "lena")
        desk.take_on(page)
        for number in range(LETTERS - 1):
            client.wait(client.correspondence.write(thread.id, WORDS.format(number=number)))
        taken = [_open(page, page.url, demo.accounts["lena"]["passphrase"]) for _ in range(RUNS)]
        client.close()
        browser.close()
    return {
        f"console: a conversation of {LETTERS} letters, from the passphrase until it can be read, s": statistics.median(taken),
        f"console: a conversation of {LETTERS} letters, the slowest of {RUNS}, s": max(taken),
    }


def _open(page: Page, way: str, passphrase: str) -> float:
    """Returns the seconds from the passphrase of a page that has nothing yet until every letter is fetched, verified and stands there."""
    page.goto(way)
    page.reload()
    page.locator("[type=password]").fill(passphrase)
    begun = time.perf_counter()
    page.keyboard.press("Enter")
    # No waiting function of the page's own: its policy lets nobody evaluate text there.
    page.locator(".say").nth(LETTERS - 1).wait_for(timeout=60_000)
    return time.perf_counter() - begun


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
