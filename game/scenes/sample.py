"""A few words in the player's own type: what a change of settings does to text is seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes import page_layout
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell
    from game.ui.text import Block

_PAD = 20
# Above the rows it may take this part of their room.
_PART = 0.4


class Sample:
    """A paragraph as the reading page would set it; `pinned` above the rows where that leaves room for them."""

    def __init__(self, shell: Shell) -> None:
        """Is not placed yet."""
        self.shell = shell
        self.pinned = False

    def words(self) -> str:
        """Returns what is read in it."""
        return self.shell.t("The kettle took its time. Outside, the last bus went by with its lights on and nobody in it.")

    def letters(self) -> int:
        """Returns how many letters stand in a line of the reading page, about."""
        words, shell = self.words(), self.shell
        column = page_layout.frame(shell.space, shell.settings.column_width).width
        return max(1, round(column * len(words) / shell.type.width(words, page_layout.PROSE)))

    def _block(self, width: float) -> Block:
        shell = self.shell
        column = page_layout.frame(shell.space, shell.settings.column_width).width
        inner = max(40.0, min(column, width - 2 * shell.space.em(_PAD)))
        return shell.type.set(self.words(), page_layout.PROSE.tinted(shell.look.text), inner)

    def height(self, width: float) -> float:
        """Returns the height it needs."""
        return self._block(width).height + 1.4 * self.shell.space.em(_PAD)

    def pin(self, view: Rect, rows: float) -> Rect:
        """Takes a place above the rows if `rows` pixels of them can still be seen; returns the view that is left to them."""
        taken = self.height(view.w) + self.shell.space.px(theme.SPACE[1])
        self.pinned = taken <= view.h * _PART and view.h - taken >= rows
        return Rect(view.x, view.y + taken, view.w, view.h - taken) if self.pinned else view

    def above(self, view: Rect) -> Widget:
        """Returns it as it stands above the rows."""
        height = self.height(view.w)
        rect = Rect(view.x, view.y - self.shell.space.px(theme.SPACE[1]) - height, view.w, height)
        return Widget("sample", Role.TEXT, self.words(), self.shell.space.place(rect))

    def within(self, width: float) -> Widget:
        """Returns it as the first of the rows."""
        return Widget("sample", Role.TEXT, self.words(), Rect(0, 0, width, self.height(width)))

    def paint(self, draw: skia.Canvas, rect: Rect) -> None:
        """Draws it on a ground of its own, with a line at its reading side."""
        shell, space = self.shell, self.shell.space
        paint.field(draw, rect, space.px(theme.RADIUS_CHOICE), shell.look, focused=False)
        block = self._block(rect.w)
        pad = space.em(_PAD)
        x = rect.right - pad - block.width if space.rtl else rect.x + pad
        block.paint(draw, x, rect.y + 0.7 * pad)
