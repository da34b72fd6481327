"""The phone of a chat: where it lies in a window, where its replies stand, and how its words are measured."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.scenes.page_layout import PROMPT, spacing
from game.ui import theme
from game.ui.controls import choice_height, pill_size
from game.ui.geometry import Rect
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenes.shell import Shell

WORDS = Style(theme.PROSE, "ui", 400, leading=theme.PROSE_TIGHT)
LABEL = Style(theme.LABEL, "ui", 500, leading=1.4)
TITLE = Style(theme.PROSE, "display", 500, leading=1.3)
ASKED = Style(theme.TITLE, "display", 400)
_PHONE, _REPLIES, _LEAST_REPLIES = 704, 768, 440
_GAP, LIFTED = 64, 40
_BALANCED = 4


class Measuring:
    """Measures words with the window's type, and remembers how they are balanced."""

    def __init__(self, shell: Shell) -> None:
        """Remembers nothing yet."""
        self._shell = shell
        self._for: object = None
        self._known: dict[tuple[str, int], tuple[float, float]] = {}

    def bubble(self, text: str, width: float) -> tuple[float, float]:
        """Returns the size of a message's words: as narrow as they can be without another line."""
        state = (self._shell.space, self._shell.settings.font, spacing(self._shell.settings))
        if state != self._for:
            self._for, self._known = state, {}
        key = (text, round(width))
        if key not in self._known:
            self._known[key] = self._balanced(text, width)
        return self._known[key]

    def _balanced(self, text: str, width: float) -> tuple[float, float]:
        block = self._shell.type.set(text, WORDS, width)
        if block.natural <= width:
            return math.ceil(block.natural), block.height
        lines = round(block.height / self._shell.type.line(WORDS))
        low, high = block.natural / max(1, lines), width
        for _ in range(5 if lines <= _BALANCED else 0):
            middle = (low + high) / 2
            tried = self._shell.type.set(text, WORDS, round(middle))
            if tried.height <= block.height and tried.longest <= round(middle):
                high = round(middle)
            else:
                low = middle
        return float(round(high)), block.height

    def label(self, text: str, width: float) -> tuple[float, float]:
        """Returns the size of a name or of what is told."""
        block = self._shell.type.snug(text, LABEL, max(width, 20))
        return block.width, block.height


@dataclass(frozen=True, slots=True)
class Phone:
    """The phone of a window: whether the replies stand beside it, where it lies, its padding, and where the replies may stand."""

    beside: bool
    panel: Rect
    pad: float
    replies: Rect


def phone(shell: Shell, offers: Sequence[str], prompt: str) -> Phone:
    """Returns the phone: 704 units wide beside its replies, or as wide as the window with the replies under the messages."""
    space = shell.space
    low = space.px(40) + space.target(theme.BUTTON_HEIGHT) + space.px(theme.SPACE[1])
    foot, wide = space.height - space.px(LIFTED), space.em(_PHONE)
    room = space.width - 2 * space.px(theme.MARGIN) - space.px(_GAP) - wide
    if room >= space.em(_LEAST_REPLIES):
        replies = min(space.em(_REPLIES), room)
        x = (space.width - wide - space.px(_GAP) - replies) / 2
        column = Rect(x + wide + space.px(_GAP), low, replies, foot - low)
        if asked_height(shell, prompt, replies) + offers_height(shell, offers, replies) <= column.h:
            top = space.px(LIFTED) if _buttons(shell) + space.px(theme.MARGIN) < space.width - x - wide else low
            return Phone(beside=True, panel=Rect(x, top, wide, foot - top), pad=space.em(40), replies=column)
    margin = min(space.px(theme.MARGIN), space.width * 0.02)
    wide = min(space.width - 2 * margin, space.em(860))
    panel = Rect((space.width - wide) / 2, low, wide, space.height - low - margin)
    pad = min(space.em(40), wide * 0.05)
    return Phone(beside=False, panel=panel, pad=pad, replies=Rect(panel.x + pad, low, wide - 2 * pad, panel.h))


def _buttons(shell: Shell) -> float:
    """Returns about how much of the window's top the buttons at its end take."""
    names = (shell.t("Menu"), shell.t("Quick exit") + shell.t("Shift ×3"))
    pills = [Widget("", Role.BUTTON, name, shape=Shape.PILL, icon="menu") for name in names]
    return sum(pill_size(shell.type, shell.space, pill)[0] for pill in pills) + 2 * shell.space.px(theme.SPACE[3])


def asked_style(shell: Shell, prompt: str, width: float) -> Style:
    """Returns how the line above the replies is set: large where it is short."""
    return ASKED if shell.type.width(prompt, ASKED) <= width else PROMPT


def asked_height(shell: Shell, prompt: str, width: float) -> float:
    """Returns the height of the line above the replies, its gap included."""
    if not prompt:
        return 0.0
    block = shell.type.set(prompt, asked_style(shell, prompt, width), width)
    return block.height + max(shell.space.px(theme.SPACE[2]), shell.space.em(14))


def offers_height(shell: Shell, offers: Sequence[str], width: float) -> float:
    """Returns the height of the replies."""
    tall = [choice_height(shell.type, shell.space, text, width) for text in offers]
    return sum(tall) + shell.space.px(theme.SPACE[1]) * max(0, len(tall) - 1)
