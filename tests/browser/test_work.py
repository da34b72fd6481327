"""A counsellor's evening: an answer by keyboard alone, giving back, days away, a broken line, and news that moves nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tests.browser import desk
from tests.browser.client import Client, letters

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Demo

# What has the focus: its words, whether a ring is drawn around it, and whether it is in view.
FOCUSED = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { id: one.id, words: one.textContent.trim(), ring, seen, tag: one.tagName };
}"""


def tab_to(page: Page, fits: Callable[[dict[str, Any]], bool]) -> None:
    """Presses Tab until something has the focus; everything on the way shows that it has it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found["tag"] != "BODY":
            assert found["ring"], found
            assert found["seen"], found
        if fits(found):
            return
    raise AssertionError("it cannot be reached with Tab")


def test_an_answer_is_written_with_the_keyboard_alone(demo: Demo, at_desk: Callable[..., Page], tmp_path: Path) -> None:
    """From the inbox to a letter that is sent: Tab, Enter and Ctrl+Enter; the focus is always seen, and news is read out politely."""
    client = Client(demo, tmp_path)
    phrase, thread = client.first("Can you hear me?")
    lena = at_desk("lena")
    lena.get_by_text("Can you hear me?").wait_for()
    assert lena.locator("#said").get_attribute("aria-live") == "polite"
    lena.keyboard.press("Control+Home")
    tab_to(lena, lambda one: one["words"] == "Skip to the page")
    tab_to(lena, lambda one: one["words"] == "Take on")
    lena.keyboard.press("Enter")
    lena.locator(".talk").wait_for()
    assert lena.evaluate(FOCUSED)["tag"] == "H1"
    tab_to(lena, lambda one: one["id"] == "letter")
    lena.keyboard.type("I can. Take your time.")
    lena.keyboard.press("Control+Enter")
    lena.locator(".say.me .body", has_text="I can.").wait_for()
    lena.locator("#said", has_text="Sent").wait_for(state="attached")
    assert lena.evaluate(FOCUSED)["id"] == "letter"

    # An answer comes: it is read out, and what was begun stays where it was, cursor too.
    lena.keyboard.type("What would")
    lena.keyboard.press("ArrowLeft")
    client.wait(client.correspondence.write(thread.id, "Thank you."))
    lena.locator(".say.writer .body", has_text="Thank you.").wait_for()
    lena.locator("#said", has_text="There is something new").wait_for(state="attached")
    lena.keyboard.type("!")
    assert lena.locator("#letter").input_value() == "What woul!d"

    # A dialog takes the focus, keeps it, and gives it back.
    tab_to(lena, lambda one: one["id"] == "give-back")
    lena.keyboard.press("Enter")
    lena.locator("dialog select").wait_for()
    assert lena.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    lena.keyboard.press("Escape")
    lena.locator("dialog").wait_for(state="detached")
    assert lena.evaluate(FOCUSED)["id"] == "give-back"
    assert letters(client.back(phrase))[1] == "I can. Take your time."
    client.close()


def test_the_heading_of_a_page_gone_to_keeps_the_focus_whatever_news_comes(
    demo: Demo, at_desk: Callable[..., Page], tmp_path: Path
) -> None:
    """News that is drawn while somebody goes to another page takes nothing from them, nor does news that comes right afterwards."""
    client = Client(demo, tmp_path / "one")
    _, thread = client.first("Is anybody awake?", "letters-both")
    lena = at_desk("lena")
    lena.locator(".first", has_text="Is anybody awake?").wait_for()
    # The inbox is fetched anew, and the answer is long in coming.
    line = desk.Line(lena, "**/queue")
    other = Client(demo, tmp_path / "two")
    other.first("I came in between.", "letters-professional")
    line.wait(lena)
    lena.locator(".first", has_text="Is anybody awake?").get_by_role("button", name="Take on").focus()
    lena.keyboard.press("Enter")
    lena.wait_for_url("**/#thread/*")
    line.let_go()
    lena.locator(".say.writer .body", has_text="Is anybody awake?").wait_for()
    assert lena.evaluate(FOCUSED)["tag"] == "H1"
    client.wait(client.correspondence.write(thread.id, "I am."))
    lena.locator(".say.writer .body", has_text="I am.").wait_for()
    assert lena.evaluate(FOCUSED)["tag"] == "H1"
    client.close()
    other.close()


def test_news_does_not_move_the_focus_to_another_letter(demo: Demo, at_desk: Callable[..., Page], tmp_path: Path) -> None:
    """Whoever is about to press Enter on one letter does not take on another that has just come."""
    client = Client(demo, tmp_path / "one")
    client.first("I came second.", "letters-both")
    client.close()
    lena = at_desk("lena")
    row = lena.locator(".first", has_text="I came second.")
    row.get_by_role("button", name="Take on").focus()
    client = Client(demo, tmp_path / "two")
    client.first("I came last, and stand above.", "letters-professional")
    client.close()
    lena.get_by_text("I came last, and stand above.").wait_for()
    lena.locator("#said", has_text="A new first message waits.").wait_for(state="attached")
    assert lena.evaluate("document.activeElement.closest('.first').textContent").startswith("I came second.")
    lena.keyboard.press("Enter")
    lena.locator(".say.writer .body", has_text="I came second.").wait_for()


def test_what_is_given_back_waits_again_for_everybody(demo: Demo, at_desk: Callable[..., Page], tmp_path: Path) -> None:
    """A conversation that is given back leaves one's own list, and a colleague reads its first letter and takes it on."""
    client = Client(demo, tmp_path)
    phrase, _ = client.first("Somebody, please.")
    lena = at_desk("lena")
    lena.locator(".first", has_text="Somebody, please.").get_by_role("button", name="Take on").click()
    lena.locator(".talk").wait_for()
    label = lena.locator("h1").inner_text()
    desk.write(lena, "I am here until Friday.")
    lena.get_by_role("button", name="Give it back").click()
    desk.shot(lena, "give-back")
    desk.confirm(lena, "Give it back")
    lena.locator(".first", has_text="Somebody, please.").wait_for()
    assert lena.locator(".mine").get_by_text(label, exact=True).count() == 0

    tarek = at_desk("tarek", color_scheme="dark")
    tarek.locator(".first", has_text="Somebody, please.").get_by_role("button", name="Take on").click()
    tarek.locator(".say.writer .body", has_text="Somebody, please.").wait_for()
    assert tarek.get_by_text("I am here until Friday.").count() == 0
    desk.write(tarek, "Now I am.")
    lena.locator(".first", has_text="Somebody, please.").wait_for(state="detached")
    thread = client.back(phrase)
    assert letters(thread)[-1] == "Now I am."
    assert {reader.name for reader in thread.readers if not reader.mine} == {"Tarek"}
    client.close()


def test_days_away_are_shown_to_the_counsellor_and_to_writers(demo: Demo, at_desk: Callable[..., Page], tmp_path: Path) -> None:
    """A notice stands in the inbox and in what writers are given, until "I am back"; a last day before the first is refused."""
    today = dt.datetime.now(dt.UTC).date()
    lena = at_desk("lena", "#settings")
    lena.get_by_label("From").fill(today.isoformat())
    lena.get_by_label("Until").fill((today - dt.timedelta(days=1)).isoformat())
    lena.get_by_role("button", name="Set days away").click()
    lena.get_by_text("The last day is before the first.").wait_for()
    lena.get_by_label("Until").fill((today + dt.timedelta(days=5)).isoformat())
    lena.get_by_label("In a few words").fill("By the sea.")
    lena.get_by_role("button", name="Set days away").click()
    lena.get_by_role("button", name="I am back").wait_for()
    lena.get_by_role("link", name="Inbox").click()
    lena.get_by_text("You are away until").wait_for()
    desk.shot(lena, "inbox-away")
    client = Client(demo, tmp_path)
    directory = client.wait(client.correspondence.directory())
    (notice,) = directory.notices
    assert (notice.until, notice.text["en"]) == (today + dt.timedelta(days=5), "By the sea.")
    client.close()
    lena.get_by_role("link", name="Set days away").click()
    lena.get_by_role("button", name="I am back").click()
    lena.get_by_role("button", name="I am back").wait_for(state="detached")
    lena.get_by_role("link", name="Inbox").click()
    lena.get_by_text("Away notice is off").wait_for()


def test_a_broken_line_is_said_and_what_was_begun_stays(demo: Demo, at_desk: Callable[..., Page], tmp_path: Path) -> None:
    """Without a line the page says so, keeps what was begun, and goes on by itself when the line is back."""
    client = Client(demo, tmp_path)
    client.first("Are you there on Sundays?")
    client.close()
    lena = at_desk("lena")
    lena.locator(".first", has_text="Are you there on Sundays?").get_by_role("button", name="Take on").click()
    lena.locator("#letter").fill("Most of them.")
    lena.context.set_offline(True)
    lena.get_by_role("button", name="Send").click()
    lena.get_by_text("Not connected. What you wrote is still in this page.").first.wait_for()
    desk.shot(lena, "offline")
    assert lena.locator("#letter").input_value() == "Most of them."
    lena.context.set_offline(False)
    lena.get_by_role("button", name="Send").click()
    lena.locator(".say.me .body", has_text="Most of them.").wait_for()
    lena.locator("#offline").wait_for(state="detached")
    assert lena.locator(".say.me .body", has_text="Most of them.").count() == 1
