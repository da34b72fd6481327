"""What lies under and over a screen: the softened screen below, the banner, the dots of the quick exit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from game.scenes.away import AwayScreen
from game.ui import paint, theme
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.surface import offscreen
from game.ui.text import Style
from game.ui.widgets import Role, Shape

if TYPE_CHECKING:
    from game.scenes.screen import Screen
    from game.scenes.shell import Shell
    from game.ui.geometry import Space
    from game.ui.text import Block

BANNER = 8.0
_STYLE = Style(theme.LABEL + 2, "ui", 500, leading=1.35)
# A picture in a list of saves, in pixels.
SMALL = (320, 180)
_LEAST = 420
# Beside a page a banner may be as narrow as this; in the row of the buttons it may stand closer, so that it covers nothing to read.
_NARROW = 300
_CLOSE = Style(theme.LABEL + 2, "ui", 500, leading=1.15)


class Curtain:
    """Paints a stack of screens."""

    def __init__(self) -> None:
        """Knows nothing of what lies below."""
        self._below: skia.Image | None = None
        self._said = ""
        self._said_at = 0.0
        self._placed_for: tuple[Screen, Space, str] | None = None

    def forget(self) -> None:
        """Draws what lies below anew, next time."""
        self._below = None

    def paint(self, draw: skia.Canvas, screens: list[Screen], shell: Shell, now: float, presses: int) -> None:
        """Draws the screen on top over the softened one below, and the banner over all."""
        top = screens[-1]
        if top.overlay:
            self._paint_below(draw, screens, shell, now)
        if not isinstance(top, AwayScreen):
            self._take_banner(top, shell, now)
        top.paint(draw, now)
        if not isinstance(top, AwayScreen):
            self._paint_banner(draw, top, shell)
            self._paint_dots(draw, top, shell, presses)

    def _paint_below(self, draw: skia.Canvas, screens: list[Screen], shell: Shell, now: float) -> None:
        space, look = shell.space, shell.look
        if self._below is None:
            base = next(screen for screen in reversed(screens) if not screen.overlay)
            whole = self._picture(base, shell, now)
            self._below = paint.softened(whole, space.width, space.height, max(4.0, 22 * space.unit))
        area = skia.Rect.MakeWH(space.width, space.height)
        draw.drawImageRect(self._below, area, skia.SamplingOptions(skia.FilterMode.kLinear))
        # Beside paper the room stays dusk: dimmed, so that the sheet is the one bright thing.
        over = theme.clear(theme.NIGHT, 0.55) if look.pale and look.lights else theme.clear(look.ground, 0.55 if look.lights else 0.85)
        draw.drawRect(area, paint.fill(over))

    @staticmethod
    def _picture(screen: Screen, shell: Shell, now: float) -> skia.Image:
        surface = offscreen(shell.space.width, shell.space.height)
        screen.refresh()
        screen.paint(surface.getCanvas(), now)
        return surface.makeImageSnapshot()

    @staticmethod
    def small(screen: Screen, shell: Shell, now: float) -> bytes:
        """Returns a screen as a small picture, a JPEG."""
        canvas = Canvas(shell.space.width, shell.space.height)
        screen.refresh()
        screen.paint(canvas.draw, now)
        return canvas.jpeg(SMALL)

    def due(self, now: float) -> float | None:
        """Returns the seconds until the banner goes, or None where there is none."""
        return max(0.01, BANNER - (now - self._said_at)) if self._said else None

    def _take_banner(self, top: Screen, shell: Shell, now: float) -> None:
        """Takes note of what is to be said; where that would cover what is read, the buttons at the top give way to it."""
        if shell.banner != self._said:
            self._said, self._said_at = shell.banner, now
        if self._said and now - self._said_at >= BANNER:
            shell.banner = self._said = ""
        state = (top, shell.space, self._said)
        if state == self._placed_for:
            return
        self._placed_for = state
        for yields in (False, True, False):
            if top.yields != yields:
                top.yields = yields
                top.refresh()
            if not self._said or placed(self._said, top, shell)[2]:
                return

    def _paint_banner(self, draw: skia.Canvas, top: Screen, shell: Shell) -> None:
        if not self._said:
            return
        rect, block, _ = placed(self._said, top, shell)
        paint.panel(draw, rect, shell.look, shell.space)
        block.paint(draw, rect.x + _pad(shell.space), rect.y + (rect.h - block.height) / 2)

    @staticmethod
    def _paint_dots(draw: skia.Canvas, top: Screen, shell: Shell, presses: int) -> None:
        """Shows how many of the three presses of the quick exit were made."""
        button = next((widget for widget in top.widgets if widget.key == "exit"), None)
        if not presses or button is None:
            return
        size, rect = max(4.0, shell.space.px(7)), button.rect
        for number in range(3):
            colour = shell.look.art.sign if number < presses else shell.look.art.rule
            draw.drawCircle(rect.centre[0] + (number - 1) * size * 3.2, rect.bottom + size * 2, size, paint.fill(colour))


def _pad(space: Space) -> float:
    return space.em(18)


def placed(words: str, top: Screen, shell: Shell) -> tuple[Rect, Block, bool]:
    """Returns where a banner stands, its words, and whether it covers nothing that is read or pressed there: the first such place."""
    space = shell.space
    pressed = (widget.rect for widget in top.widgets if widget.focusable and widget.shape is not Shape.NONE and not widget.scrolls)
    taken = (*top.reads, *pressed)
    found = [_banner(words, shell, *place) for place in _places(words, top, shell)]
    for rect, block in found:
        if rect.bottom <= space.height and all(_apart(rect, part) for part in taken):
            return rect, block, True
    return *found[-1], False


def _banner(words: str, shell: Shell, x: float, y: float, room: float, style: Style) -> tuple[Rect, Block]:
    """Returns a banner no wider than `room`, laid out from the left at `x`, and its words."""
    space, pad = shell.space, _pad(shell.space)
    block = shell.type.snug(words, style.tinted(shell.look.text), min(room - 2 * pad, space.em(760)))
    air = pad * (0.25 if style is _CLOSE else 1.2)
    return space.place(Rect(x, y, block.width + 2 * pad, block.height + air)), block


def _places(words: str, top: Screen, shell: Shell) -> list[tuple[float, float, float, Style]]:
    """Returns the places for a banner, the best first: its left and upper edge, the room for it, how it is set."""
    space = shell.space
    margin, gap = space.px(theme.MARGIN), space.px(theme.SPACE[1])
    row = [widget for widget in top.widgets if (widget.key in {"menu", "exit"} or widget.role is Role.STATUS) and not widget.scrolls]
    buttons = [space.place(widget.rect) for widget in row]
    beside = min((rect.x for rect in buttons), default=space.width - margin) - margin - gap
    below = max((rect.bottom for rect in buttons), default=0.0) + gap
    found = []
    if beside >= min(shell.type.width(words, _STYLE) + 2 * _pad(space), space.em(_LEAST)):
        found.append((margin, space.px(36), beside, _STYLE))
    picture = min((space.place(part).x for part in top.reads), default=0.0) - 2 * margin - gap
    if picture >= space.em(_NARROW):
        # Beside the page, over the picture.
        found.append((margin, space.px(36), picture, _STYLE))
    found.append((margin, below, space.width - 2 * margin, _STYLE))
    if beside >= space.em(_NARROW):
        found.append((margin, gap / 2, beside, _CLOSE))
    if len(top.reads) > 1:
        # Beside the phone, above what can be written.
        left = min((space.place(part) for part in top.reads), key=lambda part: part.x).right + margin
        found.append((left, below, space.width - left - margin, _STYLE))
    return [*found, (margin, below - gap / 2, space.width - 2 * margin, _CLOSE)]


def _apart(a: Rect, b: Rect) -> bool:
    return a.bottom <= b.y or b.bottom <= a.y or a.right <= b.x or b.right <= a.x
