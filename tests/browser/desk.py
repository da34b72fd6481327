"""What counsellors do in the console, step by step."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from server.accounts.requests import Person
from server.commands import opened

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.browser.conftest import Demo


SHOTS = os.environ.get("THRESHOLD_SHOTS")


def shot(page: Page, name: str) -> None:
    """Keeps a picture where THRESHOLD_SHOTS says."""
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"))


def sign_in(page: Page, demo: Demo, name: str, way: str = "") -> None:
    """Signs in with both factors, in whichever language the page is, and waits for the first page."""
    page.goto(f"{demo.origin}/console/{way}")
    page.locator("[autocomplete=username]").fill(name)
    page.locator("[type=password]").fill(demo.accounts[name]["passphrase"])
    page.keyboard.press("Enter")
    page.locator("[autocomplete=one-time-code]").fill(demo.code(name))
    page.keyboard.press("Enter")
    page.locator(".frame h1").wait_for()


def unlock(page: Page, demo: Demo, name: str) -> None:
    """Unlocks a page whose session lasts."""
    page.locator("[type=password]").fill(demo.accounts[name]["passphrase"])
    page.keyboard.press("Enter")
    page.locator(".frame h1").wait_for()


def invite(demo: Demo, name: str) -> str:
    """Invites a counsellor and returns the link, as the operator's command does."""
    with opened.house(demo.folder) as house:
        _, token = house.people.invite(Person(name=name, display=name.title(), roles=["counsellor"], languages=["en"]), "tests")
    return f"{demo.origin}/console/#enrol/{token}"


def make_keys(page: Page, link: str, passphrase: str, *, here: bool = False) -> str:
    """Takes an invitation up, in whichever language the page is, and returns the recovery code; `here`: its page is open already."""
    if not here:
        page.goto(link)
    page.locator("[type=password]").first.wait_for()
    for field in page.locator("[type=password]").all():
        field.fill(passphrase)
    page.locator("button.main").click()
    return "".join(page.locator(".code").inner_text().split())


def take_on(page: Page) -> None:
    """Takes the first letter on that waits."""
    page.get_by_role("button", name="Take on").first.click()
    page.locator(".talk").wait_for()


def write(page: Page, words: str) -> None:
    """Sends a letter, and waits until it stands in the conversation."""
    page.locator("#letter").fill(words)
    page.get_by_role("button", name="Send").click()
    page.locator(".say.me .body", has_text=words).wait_for()


def confirm(page: Page, name: str) -> None:
    """Says yes in the dialog that is open."""
    page.locator("dialog").get_by_role("button", name=name).click()


class Line:
    """What a page asks for at some addresses, held up until it is let go."""

    def __init__(self, page: Page, addresses: str) -> None:
        """Holds up what is asked from now on."""
        self._held: list[Route] = []
        self._free = False
        page.route(addresses, lambda route: self._take(route))  # noqa: PLW0108  Playwright marks what it is given

    def _take(self, route: Route) -> None:
        if self._free:
            route.continue_()
        else:
            self._held.append(route)

    def wait(self, page: Page) -> None:
        """Waits until something is held up: what was asked for later waits for it, or was never needed."""
        until = time.monotonic() + 30
        while not self._held:
            assert time.monotonic() < until, "nothing was asked for"
            page.wait_for_timeout(50)

    def let_go(self) -> None:
        """Lets everything through, also what comes later."""
        self._free = True
        for route in self._held:
            route.continue_()
