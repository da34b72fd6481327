"""Every page of the console and how to come to it, in any language: by what things are, never by what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyotp

from tests.browser import desk

if TYPE_CHECKING:
    from collections.abc import Generator

    from playwright.sync_api import Page

    from tests.browser.conftest import Demo

WORDS = "fern sundial teapot heron"
OWN = ("inbox", "snippets", "settings")


def coming_in(page: Page, demo: Demo, language: str) -> Generator[str]:
    """Goes through the pages before somebody is in, and yields the name of each: signing in, recovering, enrolling to the end."""
    page.goto(f"{demo.origin}/console/?lang={language}")
    page.locator("form").wait_for()
    yield "sign-in"
    page.locator("form .row .link").click()
    page.locator("[autocomplete=new-password]").first.wait_for()
    yield "recover"
    link = desk.invite(demo, f"new-{language}").replace("/console/#", f"/console/?lang={language}#")
    page.goto("about:blank")
    page.goto(link)
    page.locator("[type=password]").first.wait_for()
    yield "enrol"
    desk.make_keys(page, link, WORDS, here=True)
    yield "enrol-recovery"
    page.locator(".row .main").click()
    page.locator(".card button").nth(1).wait_for()
    yield "enrol-proof"
    page.locator(".row .main").click()
    page.locator(".qr").wait_for()
    yield "enrol-codes"
    secret = "".join(page.locator(".code").inner_text().split())
    page.locator("[autocomplete=one-time-code]").fill(pyotp.TOTP(secret).now())
    page.locator("[type=submit]").click()
    page.locator(".card .code").wait_for()
    yield "enrol-digits"
    page.locator(".row .main").click()
    page.locator(".cols").wait_for()
    yield "inbox-new"


def at_work(page: Page) -> Generator[str]:
    """Goes through a counsellor's pages and dialogs, and yields the name of each."""
    page.locator(".first .says").nth(2).wait_for()
    yield "inbox"
    for name in ("snippets", "settings"):
        page.evaluate("(hash) => { location.hash = hash; }", name)
        page.locator(f".rail [aria-current][href='#{name}']").wait_for(state="attached")
        yield name
    page.evaluate("() => { location.hash = 'inbox'; }")
    page.locator(".mine a").first.click()
    page.locator(".talk").wait_for()
    yield "thread"
    if page.locator(".folds").count():
        for fold in page.locator("summary").all():
            fold.click()
        yield "thread-folds"
        yield from dialogs(page, {"thread-notes": "#notes", "thread-snippets": "#snippets", "thread-numbers": "#numbers"})
    yield from dialogs(page, {"thread-propose": "#propose", "thread-give-back": "#give-back", "thread-remove": ".people .link >> nth=1"})


def at_the_head(page: Page) -> Generator[str]:
    """Goes through an administrator's page and dialogs, and yields the name of each."""
    page.locator("table").first.wait_for()
    yield "admin"
    yield from dialogs(page, {"admin-invite": "section:nth-child(1) > .row button", "admin-offer": "section:nth-child(2) > .row button"})


def dialogs(page: Page, ways: dict[str, str]) -> Generator[str]:
    """Opens one dialog after the other, and yields the name of each."""
    for name, way in ways.items():
        _press(page, way)
        yield name
        page.keyboard.press("Escape")
        page.locator("dialog").wait_for(state="detached")


def _press(page: Page, way: str) -> None:
    """Presses a button once its page is no longer drawn anew for another width: what is replaced in that moment takes the press along."""
    button = page.locator(way).first
    while True:
        seen = button.element_handle()
        page.wait_for_timeout(500)
        if seen.evaluate("one => one.isConnected"):
            break
    button.click()
    page.locator("dialog").wait_for()


def locked(page: Page) -> str:
    """Locks the page."""
    page.locator(".rail .me button").last.click()
    page.locator("[type=password]").wait_for()
    return "locked"
