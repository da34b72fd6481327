"""What counsellors do in the console, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Demo


def sign_in(page: Page, demo: Demo, name: str) -> None:
    """Signs in with both factors, and waits for the first page."""
    page.goto(f"{demo.origin}/console/")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Passphrase").fill(demo.accounts[name]["passphrase"])
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("six digits").fill(demo.code(name))
    page.get_by_role("button", name="Go on").click()
    page.locator(".frame").wait_for()


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
