"""Every page of the console, in every language and light and at every size: axe finds nothing, and nothing is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import desk, lived, looks, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Demo

WIDE, MIDDLE, PHONE = (1440, 900), (1280, 760), (390, 844)
LANGUAGES = ("en", "de", "ar", *(pytest.param(language, marks=pytest.mark.nightly) for language in ("fr", "sv")))
# The languages in which axe looks, too: one for each direction of writing.
SEEN_BY_AXE = {"en", "ar"}


@pytest.fixture(scope="module")
def lived_in(demo: Demo, browser: Browser, sessions: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Has people live in the demo; both counsellors and the administrator are signed in from then on."""
    contexts = [browser.new_context(locale="en-GB") for _ in range(3)]
    lena, tarek, admin = (context.new_page() for context in contexts)
    lived.settle(lena, tarek, demo, tmp_path_factory.mktemp("lived"))
    desk.sign_in(admin, demo, "admin")
    for name, context in zip(("lena", "tarek", "admin"), contexts, strict=True):
        sessions[name] = context.storage_state()
        context.close()
    return demo


def sized(page: Page, size: tuple[int, int]) -> None:
    """Gives a page's window another size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


class Look:
    """Looks at pages in one language, and gathers what is wrong with them."""

    def __init__(self, language: str) -> None:
        """Starts with nothing wrong."""
        self.language = language
        self.found: list[str] = []

    def at(self, page: Page, names: Iterable[str], sizes: tuple[tuple[int, int], ...]) -> None:
        """Looks at one page after the other, in each size; the first one is what they have when they come."""
        for name in names:
            for size in sizes:
                sized(page, size)
                self._cut(page, name, size)
                if self.language in SEEN_BY_AXE and size != MIDDLE:
                    self._axe(page, name, size)
            sized(page, sizes[0])

    def _cut(self, page: Page, name: str, size: tuple[int, int]) -> None:
        """Looks for what is cut."""
        self.found += [f"{self.language} {name} {size[0]}: {fault}" for fault in looks.cut(page)]

    def _axe(self, page: Page, name: str, size: tuple[int, int]) -> None:
        """Has axe look in both lights; colours are all that the second differs in."""
        for light, only in (("light", None), ("dark", ["color-contrast"])):
            page.emulate_media(color_scheme=light, reduced_motion="reduce")  # type: ignore[arg-type]  # both are of its words
            self.found += [f"{self.language} {name} {size[0]} {light}: {fault}" for fault in looks.faults(page, only)]
            desk.shot(page, f"{name}-{self.language}-{light}-{size[0]}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_readable_in_every_language(
    language: str, lived_in: Demo, page: Callable[..., Page], at_desk: Callable[..., Page]
) -> None:
    """No page scrolls sideways, no word is cut or covered, and axe finds no fault: on a desk, on a small laptop, on a phone."""
    look = Look(language)
    new = page(**looks.STILL)
    look.at(new, places.coming_in(new, lived_in, language), (WIDE, PHONE))
    lena = at_desk("lena", f"?lang={language}", **looks.STILL)
    look.at(lena, places.at_work(lena), (WIDE, MIDDLE))
    sized(lena, PHONE)
    lena.evaluate("() => { location.hash = 'inbox'; }")
    look.at(lena, places.at_work(lena), (PHONE,))
    look.at(lena, [places.locked(lena)], (PHONE, WIDE))
    admin = at_desk("admin", f"?lang={language}", **looks.STILL)
    look.at(admin, places.at_the_head(admin), (WIDE, MIDDLE, PHONE))
    assert look.found == []
