"""What is wrong with how a page looks: axe's rules, and text that is cut off, hangs out of its box, or lies under something."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
# Whoever prefers no motion gets none; colours in the middle of a fade would be measured.
STILL = {"reduced_motion": "reduce"}

CUT = Path(__file__).parent / "cut.js"
LAID_OUT = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def faults(page: Page, only: list[str] | None = None) -> list[str]:
    """Returns what axe finds on a page; `only` names single rules."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    options = {"runOnly": {"type": "rule", "values": only} if only else {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("(options) => axe.run(document, options)", options)
    return [f"{one['id']}: {one['nodes'][0]['html'][:140]}" for one in found["violations"]]


def cut(page: Page) -> list[str]:
    """Returns which texts of a page are cut off, or hang out of their boxes."""
    page.evaluate(LAID_OUT)
    found: list[str] = page.evaluate(CUT.read_text("utf-8"))
    return found
