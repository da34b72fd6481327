"""The pages of figures, in every language and light, on a desk and on a phone: nothing is cut, axe finds nothing, and no script runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from server.accounts.guard import COOKIE
from server.commands import opened
from tests.browser import desk, looks
from tests.server.insight import played

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Demo

WIDE, PHONE = (1440, 900), (390, 844)
LANGUAGES = ("en", "de", "fr", "sv", "ar")
STORY = "second-verse@1.1/"
PLACES = {"stories": "", "story": STORY, "plan": "plan?points=20", "plan-wrong": "plan?points=0", "nowhere": "another@1/"}


@pytest.fixture(scope="module")
def cookie(demo: Demo) -> str:
    """Has a public play in the demo, and returns the cookie of somebody who reads figures."""
    with opened.house(demo.folder) as house:
        played.fill(house.insight, played.register(house.insight))
        return played.researcher(house, "admin")


@pytest.fixture
def reader(cookie: str, page: Callable[..., Page]) -> Callable[..., Page]:
    """Opens pages at which a researcher sits, in browsers that run no script of any page."""

    def sit(**options: object) -> Page:
        """Opens a page."""
        made = page(**options)
        made.context.add_cookies(
            [{"name": COOKIE, "value": cookie, "domain": "localhost", "path": "/", "secure": True, "httpOnly": True, "sameSite": "Strict"}]
        )
        return made

    return sit


def at(page: Page, demo: Demo, place: str, language: str) -> None:
    """Goes to a page in a language, and opens what folds."""
    mark = "&" if "?" in place else "?"
    page.goto(f"{demo.origin}/console/insight/{place}{mark}lang={language}")
    for fold in page.locator("summary").all()[:2]:
        fold.click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_readable_in_every_language(language: str, demo: Demo, reader: Callable[..., Page]) -> None:
    """No page scrolls sideways, no word is cut, and axe finds no fault in either light."""
    page, found = reader(**looks.STILL), []
    for name, place in PLACES.items():
        for size in (WIDE, PHONE):
            page.set_viewport_size({"width": size[0], "height": size[1]})
            at(page, demo, place, language)
            found += [f"{language} {name} {size[0]}: {fault}" for fault in looks.cut(page)]
            for light, only in (("light", None), ("dark", ["color-contrast"])):
                page.emulate_media(color_scheme=light, reduced_motion="reduce")  # type: ignore[arg-type]  # both are of its words
                if language in {"en", "ar"}:
                    found += [f"{language} {name} {size[0]} {light}: {fault}" for fault in looks.faults(page, only)]
                desk.shot(page, f"insight-{name}-{language}-{light}-{size[0]}")
    assert found == []


def test_figures_need_no_script_and_no_mouse(demo: Demo, reader: Callable[..., Page]) -> None:
    """With scripts switched off, the keyboard alone leads from the list to a story's last question and to a plan."""
    page = reader(java_script_enabled=False)
    page.goto(f"{demo.origin}/console/insight/?lang=en")
    page.get_by_role("link", name="Second Verse").last.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Second Verse").wait_for()
    assert page.get_by_role("img", name="I read them. I hoped nobody would notice.: between").count() == 1
    page.get_by_role("navigation").get_by_role("link", name="Language of play").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#language")
    page.goto(f"{demo.origin}/console/insight/plan?lang=en")
    page.get_by_label("A difference of how many points").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    page.get_by_text("To see a difference of 20 points").wait_for()
    assert "lang=en" in page.url


def test_a_printed_story_is_a_report(demo: Demo, reader: Callable[..., Page]) -> None:
    """On paper a story's page has its weeks unfolded, and neither the ways at its side nor its buttons."""
    page = reader()
    page.goto(f"{demo.origin}/console/insight/{STORY}?lang=en")
    page.emulate_media(media="print")
    assert not page.locator(".rail").is_visible()
    assert not page.get_by_role("link", name="Table (CSV)").is_visible()
    assert page.locator("#mika table").is_visible()
    assert page.locator("#mika .bar").first.is_visible()


def test_the_console_leads_to_figures(cookie: str, at_desk: Callable[..., Page]) -> None:
    """Whoever has the role finds the figures from the console, and the way back."""
    assert cookie
    page = at_desk("admin", "?lang=en")
    page.get_by_role("link", name="Insight").click()
    page.get_by_role("heading", name="What stories say").wait_for()
    page.get_by_role("link", name="To the console").click()
    page.locator("[type=password]").wait_for()
