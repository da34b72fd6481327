"""What must hold of every screen at every size: nothing outside, nothing over something else, nothing too small to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.reading import ReadingScreen
from game.scenes.sheet import Sheet
from game.ui.geometry import LEAST_TARGET, Rect
from game.ui.widgets import Role, Shape

if TYPE_CHECKING:
    from game.scenes.screen import Screen
    from game.ui.widgets import Widget
    from tests.game.scenes.player import Player

HAIR = 0.51
# A view lower than this shows less than a line of large text and what belongs to it.
LEAST_VIEW = 0.22


def view_of(screen: Screen) -> Rect | None:
    """Returns the part of the window in which a screen scrolls."""
    if isinstance(screen, Sheet):
        return screen.shell.space.place(screen.view)
    if isinstance(screen, ReadingScreen) and screen.reader is not None:
        return screen.shell.space.place(screen.reader.layout.view)
    return None


def seen(screen: Screen, widget: Widget) -> Rect | None:
    """Returns the part of a control that can be seen, None where it is scrolled away."""
    view, rect = view_of(screen), widget.rect
    if view is None or not widget.scrolls:
        return rect
    top, bottom = max(rect.y, view.y), min(rect.bottom, view.bottom)
    return Rect(rect.x, top, rect.w, bottom - top) if bottom > top else None


def _apart(a: Rect, b: Rect) -> bool:
    return a.right <= b.x + HAIR or b.right <= a.x + HAIR or a.bottom <= b.y + HAIR or b.bottom <= a.y + HAIR


def faults(player: Player) -> list[str]:
    """Returns what is wrong with the screen on top, as it is laid out now."""
    screen, space = player.top, player.app.shell.space
    whole = Rect(0, 0, space.width, space.height)
    found = []
    controls = [widget for widget in screen.widgets if widget.focusable]
    for widget in controls:
        rect, part = widget.rect, seen(screen, widget)
        if rect.x < whole.x - HAIR or rect.right > whole.right + HAIR:
            found.append(f"{widget.key} is wider than the window: {rect}")
        if part is not None and (part.y < whole.y - HAIR or part.bottom > whole.bottom + HAIR):
            found.append(f"{widget.key} leaves the window: {part}")
        if rect.h < LEAST_TARGET - HAIR or (widget.role is Role.BUTTON and rect.w < LEAST_TARGET - HAIR):
            found.append(f"{widget.key} is too small to hit: {rect}")
        if not widget.name:
            found.append(f"{widget.key} has no name")
    parts = [(widget.key, part) for widget in controls if (part := seen(screen, widget)) is not None and widget.shape is not Shape.NONE]
    found += [f"{a} lies over {b}" for n, (a, x) in enumerate(parts) for b, y in parts[n + 1 :] if not _apart(x, y)]
    found += _about_focus(player, controls)
    view = view_of(screen)
    # A sheet is as low as what is in it; only where something has to be scrolled, the view must be high enough for that.
    fits = isinstance(screen, Sheet) and screen.content <= screen.view.h + HAIR
    if view is not None and ((view.h < space.height * LEAST_VIEW and not fits) or view.bottom > space.height):
        found.append(f"the view is too low: {view} in {space.width} x {space.height}")
    return found


def _about_focus(player: Player, controls: list[Widget]) -> list[str]:
    screen, space = player.top, player.app.shell.space
    if not controls:
        return []
    focused = next((widget for widget in controls if widget.key == player.focus), None)
    if focused is None:
        return [f"the focus is on {player.focus!r}, which is not there"]
    part = seen(screen, focused)
    if part is None and focused.key not in {"", "choice-0"} and not isinstance(screen, ReadingScreen):
        return [f"the focus is on {focused.key}, which is scrolled away"]
    if part is not None and (part.right < 0 or part.x > space.width):
        return [f"the focus is on {focused.key}, outside the window"]
    return []


def lost(player: Player) -> str:
    """Returns what is wrong with the focus: it must be on a control of which something can be seen; nothing where all is well."""
    screen, focus = player.top, player.focus
    controls = [widget for widget in screen.widgets if widget.focusable]
    if not controls:
        return f"the focus is on {focus!r} where there is no control" if focus else ""
    focused = next((widget for widget in controls if widget.key == focus), None)
    if focused is None:
        return f"the focus is on {focus!r}, which is not there"
    if _inside(screen, focused):
        return ""
    return "" if _reads_first(screen, controls) else f"the focus is on {focus}, out of sight at {focused.rect}"


def _reads_first(screen: Screen, controls: list[Widget]) -> bool:
    """Tells whether nothing that a press may fall on can be seen, so that it scrolls before it presses anything.

    So it is above choices that lie below the fold, and where a window is so low that the buttons of a sheet scroll too.
    """
    if any(widget.scrolls and _inside(screen, widget) for widget in controls):
        return False
    if isinstance(screen, ReadingScreen) and screen.reader is not None:
        return screen.reader.layout.hidden_below(screen.reader.here, screen.reader.scrolled) > 1
    return isinstance(screen, Sheet) and screen.low


def _inside(screen: Screen, widget: Widget) -> bool:
    space, part = screen.shell.space, seen(screen, widget)
    return part is not None and part.right > 0 and part.x < space.width and part.bottom > 0 and part.y < space.height
