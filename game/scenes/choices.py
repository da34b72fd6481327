"""The choices at the end of a page, and the sign that there is more before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.scenes.reader import Reader

_KEY = "choice-"


def widgets(reader: Reader, acts: Sequence[Callable[[], object]]) -> list[Widget]:
    """Returns a control for each choice, or for what can be done at an end; `acts` are what they do."""
    rects = reader.layout.choice_rects(reader.here, reader.scrolled)
    return [
        Widget(f"{_KEY}{number}", Role.CHOICE, words, rect, Shape.CHOICE, act, cap=f"{number + 1}", scrolls=True)
        for number, (rect, words, act) in enumerate(zip(rects, reader.offers(), acts, strict=True))
    ]


def next_button(reader: Reader, act: Callable[[], object]) -> Widget:
    """Returns what reads on: the corner of the panel where the small door stands."""
    return Widget("next", Role.BUTTON, reader.shell.t("Read on"), reader.layout.next_rect(), Shape.NONE, act)


def coming(widget: Widget, age: float) -> float:
    """Returns how far a control has come in `age` seconds after its page, from 0 to 1: choices follow one after the other."""
    if not widget.key.startswith(_KEY):
        return 1.0
    number = int(widget.key.removeprefix(_KEY))
    return theme.ease_out((age - number * theme.CHOICE_STEP) / theme.CHOICE_IN)
