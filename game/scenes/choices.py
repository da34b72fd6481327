"""The choices at the end of a page, and the sign that there is more before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.widgets import Role, Shape, Widget
from game.words import runs_from_right

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.scenes.reader import Reader

_KEY = "choice-"


def widgets(reader: Reader, acts: Sequence[Callable[[], object]]) -> list[Widget]:
    """Returns a control for each choice, or for what can be done at an end; `acts` are what they do."""
    rects, scrolls = reader.layout.choice_rects(reader.here, reader.scrolled), reader.layout.choices_scroll
    tongues = [reader.session.tongue(choice) for choice in reader.session.page.choices] or [""] * len(rects)
    found = [
        Widget(f"{_KEY}{number}", Role.CHOICE, words, rect, Shape.CHOICE, act, cap=f"{number + 1}", scrolls=scrolls, lang=lang)
        for number, (rect, words, act, lang) in enumerate(zip(rects, reader.offers(), acts, tongues, strict=True))
    ]
    for widget in found:
        # A choice is read in the direction of the story, whatever the interface's is.
        widget.rtl = runs_from_right(widget.lang) if widget.lang else None
    return found


def next_button(reader: Reader, act: Callable[[], object]) -> Widget:
    """Returns what reads on: the corner of the panel where the small door stands."""
    return Widget("next", Role.BUTTON, reader.shell.t("Read on"), reader.layout.next_rect(), Shape.NONE, act)


def coming(widget: Widget, age: float) -> float:
    """Returns how far a control has come in `age` seconds after its page, from 0 to 1: choices follow one after the other."""
    if not widget.key.startswith(_KEY):
        return 1.0
    number = int(widget.key.removeprefix(_KEY))
    return theme.ease_out((age - number * theme.CHOICE_STEP) / theme.CHOICE_IN)
