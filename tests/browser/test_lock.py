"""What stays in a page, and what does not: idle lock, sign-out, the back button, browser storage; and what an administrator never gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from server.wire import encode
from tests.browser import desk
from tests.browser.client import Client

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page, Response

    from tests.browser.conftest import Demo

MARKER = "MARKER-SEVEN I went back once."
DRAFT = "DRAFT-EIGHT What brought you back?"
STORED = """async () => ({
    local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length, cookie: document.cookie,
})"""
# The console's own client, in the page's own session: what a curious administrator would try.
TRY = """async (asked) => {
    const { Api } = await import("/console/static/js/core/api.mjs");
    const api = new Api();
    await api.hello();
    const answers = [];
    for (const [path, body] of asked) {
        try { await api.post(path, body); answers.push(path); } catch (fault) { answers.push([fault.status, fault.code]); }
    }
    return answers;
}"""


@pytest.fixture(scope="module")
def letter(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Leaves a first letter, for the tests of this file."""
    client = Client(demo, tmp_path_factory.mktemp("writer"))
    client.first(MARKER)
    client.close()
    return MARKER


def opened(page: Page, words: str) -> Page:
    """Opens the conversation, taken on where it still waits, and begins to write."""
    page.locator(".mine h3").first.wait_for()
    if page.get_by_role("button", name="Take on").count():
        desk.take_on(page)
    else:
        page.locator(".mine a").first.click()
    page.locator(".say .body", has_text=words).wait_for()
    page.locator("#letter").fill(DRAFT)
    return page


def nothing_of_it(page: Page) -> bool:
    """Tells whether neither letter nor draft is anywhere in a page."""
    fields = page.evaluate("[...document.querySelectorAll('input, textarea')].map((one) => one.value).join(' ')")
    everything = f"{page.content()} {fields} {page.title()}"
    return "MARKER" not in everything and "DRAFT" not in everything


def test_a_quarter_of_an_hour_alone_wipes_the_page(at_desk: Callable[..., Page], demo: Demo, letter: str) -> None:
    """Fifteen minutes without a key press lock the console: letters, drafts and titles are gone from it."""
    lena = at_desk("lena")
    lena.clock.install()
    opened(lena, letter)
    lena.clock.fast_forward("14:00")
    lena.keyboard.press("Shift")
    lena.clock.fast_forward("14:00")
    assert lena.locator("#letter").input_value() == DRAFT
    lena.clock.fast_forward("01:01")
    lena.get_by_text("Nobody was here for a while").wait_for()
    assert nothing_of_it(lena)
    desk.shot(lena, "locked")
    desk.unlock(lena, demo, "lena")
    lena.locator(".say .body", has_text=letter).wait_for()
    assert lena.locator("#letter").input_value() == ""


def test_a_machine_that_slept_is_locked_when_it_wakes(at_desk: Callable[..., Page], letter: str) -> None:
    """Timers stand still while a laptop is closed, so the clock decides when somebody is back."""
    lena = opened(at_desk("lena"), letter)
    lena.evaluate(
        "() => { const now = Date.now() + 16 * 60000; Date.now = () => now; document.dispatchEvent(new Event('visibilitychange')); }"
    )
    lena.get_by_text("Nobody was here for a while").wait_for()
    assert nothing_of_it(lena)


def test_what_comes_after_the_lock_shows_nothing(at_desk: Callable[..., Page], letter: str, demo: Demo) -> None:
    """A page that was on its way when the console was locked leaves the lock where it is."""
    lena = opened(at_desk("lena"), letter)
    conversation = lena.url.rpartition("/")[2]
    for way, asked in (("inbox", "**/queue"), (f"thread/{conversation}", "**/read")):
        line = desk.Line(lena, asked)
        lena.evaluate("way => { location.hash = way; }", way)
        line.wait(lena)
        lena.get_by_role("button", name="Lock the console").click()
        lena.get_by_text("Nothing can be read until you unlock it.").wait_for()
        with lena.expect_response(asked):
            line.let_go()
        lena.wait_for_timeout(300)
        assert nothing_of_it(lena)
        assert lena.get_by_text("Nothing can be read until you unlock it.").is_visible()
        desk.unlock(lena, demo, "lena")


def test_18_and_21_the_browser_keeps_nothing_but_the_session(at_desk: Callable[..., Page], letter: str, demo: Demo) -> None:
    """With a conversation open there is one cookie that no script reads, and nothing in any store; the address holds no secret."""
    lena = opened(at_desk("lena"), letter)
    assert lena.evaluate(STORED) == {"local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0, "cookie": ""}
    (cookie,) = lena.context.cookies()
    assert cookie["name"].startswith("__Host-")
    assert (cookie["httpOnly"], cookie["secure"], cookie["sameSite"], cookie["path"]) == (True, True, "Strict", "/")
    for secret in (demo.accounts["lena"]["passphrase"], demo.accounts["lena"]["totp"]):
        assert secret not in lena.content()
    assert lena.url.startswith(f"{demo.origin}/console/#thread/")


def test_19_after_signing_out_the_back_button_shows_nothing(page: Callable[..., Page], demo: Demo, letter: str) -> None:
    """Signing out empties the page, ends the session, and has the browser forget; going back leads to signing in."""
    answers: list[Response] = []
    lena = page()
    lena.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  Playwright marks what it is given
    desk.sign_in(lena, demo, "lena")
    opened(lena, letter)
    cookies = lena.context.cookies()
    lena.get_by_role("button", name="Sign out").click()
    lena.get_by_label("Name").wait_for()
    assert nothing_of_it(lena)
    ended = next(one for one in answers if one.url.endswith("/sign-out"))
    assert '"storage"' in ended.all_headers()["clear-site-data"]
    assert {one.headers["cache-control"] for one in answers if "/api/" in one.url and one.request.method == "POST"} == {"no-store"}
    lena.go_back()
    lena.wait_for_timeout(300)
    assert nothing_of_it(lena)
    # The cookie of before, kept by somebody, opens nothing.
    thief = page()
    thief.context.add_cookies(cookies)  # type: ignore[arg-type]  # Playwright's own answer, given back
    thief.goto(f"{demo.origin}/console/")
    thief.get_by_label("Name").wait_for()


def test_09_the_administrators_page_reads_no_letter_and_cannot_be_made_to(
    at_desk: Callable[..., Page], letter: str, demo: Demo, tmp_path: Path
) -> None:
    """An administrator sees no conversation; its address shows none, and the page's own session is refused whatever it asks."""
    lena = opened(at_desk("lena"), letter)
    conversation = lena.url.rpartition("/")[2]
    client = Client(demo, tmp_path)
    _, waiting = client.first("MARKER-NINE", "letters-former")
    client.close()

    admin = at_desk("admin")
    assert nothing_of_it(admin)
    assert admin.get_by_role("link", name="Inbox").count() == 0
    for way in (f"thread/{conversation}", "inbox", "snippets"):
        admin.goto(f"{demo.origin}/console/#{way}")
        admin.wait_for_timeout(250)
        assert nothing_of_it(admin)
        assert admin.locator(".talk, .offer, .mine").count() == 0
    head = {"conversation": conversation}
    asked: list[tuple[str, dict[str, Any]]] = [
        ("read", {**head, "after": -1}),
        ("claim", {"conversation": encode(waiting.id)}),
        ("claim", head),
        ("erase", {"what": "entry", **head, "entry": conversation}),
        ("queue", {}),
        ("mine", {}),
        ("admin/people", {}),
    ]
    *refused, allowed = admin.evaluate(TRY, asked)
    assert refused == [[403, "forbidden"]] * 6
    assert allowed == "admin/people"
