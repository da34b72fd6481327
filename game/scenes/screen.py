"""What every screen has: controls laid out from what is true now, one focus for keys and mouse, and frames only while something moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui import paint, theme
from game.ui.controls import Brush, pill_size
from game.ui.geometry import Rect
from game.ui.widgets import Focus, Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell

_ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
_PRESS = frozenset({pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE})
_BACK = frozenset({pygame.K_ESCAPE, pygame.K_AC_BACK})


class RingMotion:
    """The focus ring on its way from one control to the next."""

    def __init__(self) -> None:
        """Starts nowhere."""
        self._key = ""
        self._from: Rect | None = None
        self._last: Rect | None = None
        self._since = -1.0

    def at(self, key: str, rect: Rect, now: float, *, still: bool) -> Rect:
        """Returns where the ring is at `now` while it belongs to the control `key` at `rect`."""
        if key != self._key:
            self._from = None if still else self._last
            self._key, self._since = key, now
        part = theme.ease_out((now - self._since) / theme.RING)
        self._last = rect if self._from is None else self._from.between(rect, part)
        return self._last

    def moving(self, now: float) -> bool:
        """Tells whether the ring is still on its way."""
        return self._from is not None and now - self._since < theme.RING


class Screen:
    """One screen; the subclasses say what stands on it.

    A `private` screen shows what is between a player and a counsellor: the quick exit drops it, and nothing of it is kept.
    """

    private = False

    def __init__(self, shell: Shell) -> None:
        """Stands on the shell; nothing is laid out before `refresh`."""
        self.shell = shell
        self.focus = Focus()
        self.widgets: list[Widget] = []
        self._ring = RingMotion()
        self.now = 0.0

    @property
    def name(self) -> str:
        """Returns what the screen is called, for those who hear it."""
        return self.shell.t("Threshold")

    @property
    def overlay(self) -> bool:
        """Tells whether the screen below shows through, softened."""
        return True

    def lay_out(self) -> list[Widget]:
        """Returns every control, placed for the window as it is."""
        raise NotImplementedError

    def first(self) -> str:
        """Returns the key of the control that the focus starts on."""
        return ""

    def refresh(self) -> None:
        """Lays the screen out anew; the focus stays on its control where that is still there."""
        self.widgets = [*self.lay_out(), *self.always()]
        self.focus.keep(self.widgets, self.first())

    def always(self) -> list[Widget]:
        """Returns what stands on every screen: the quick exit, at the same place, above everything."""
        return [self.quick_exit()]

    def quick_exit(self) -> Widget:
        """Returns the quick exit: upper end corner, the key it can be left by on its cap."""
        shell = self.shell
        space = shell.space
        widget = Widget("exit", Role.BUTTON, shell.t("Quick exit"), shape=Shape.PILL, act=shell.verbs.leave, icon="exit")
        widget.cap = shell.t("Shift ×3")
        width, height = pill_size(shell.type, space, widget)
        if width > space.width * 0.4:
            widget.cap = ""
            width, height = pill_size(shell.type, space, widget)
        widget.rect = space.place(Rect(space.width - space.px(theme.MARGIN) - width, space.px(40), width, height))
        return widget

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the screen as it is at `now` seconds."""
        self.now = now
        brush, part = self.brush(draw), self.visible()
        for widget in self.widgets:
            draw.save()
            if widget.scrolls and part is not None:
                draw.clipRect(paint.area(part))
            self.paint_control(brush, widget)
            draw.restore()

    def visible(self) -> Rect | None:
        """Returns the part of the window in which controls that scroll can be seen, where the screen has such a part."""
        return None

    def paint_control(self, brush: Brush, widget: Widget) -> None:
        """Draws one control."""
        brush.control(widget, focused=self.shows_focus(widget))

    def brush(self, draw: skia.Canvas) -> Brush:
        """Returns what controls are drawn with."""
        shell = self.shell
        still = shell.still
        return Brush(draw, shell.type, shell.look, shell.space, lambda rect: self._ring.at(self.focus.key, rect, self.now, still=still))

    def shows_focus(self, widget: Widget) -> bool:
        """Tells whether a control shows the focus now."""
        return widget.key == self.focus.key and widget.focusable

    def moving(self, now: float) -> bool:
        """Tells whether another frame is wanted at once: while the focus ring is on its way."""
        return self._ring.moving(now)

    def due(self, now: float) -> float | None:
        """Returns the seconds until something happens by itself, or None."""
        del now
        return None

    def entered(self) -> None:
        """Takes note that the screen is on top now."""
        self.refresh()

    def left(self) -> None:
        """Takes note that the screen is gone or covered."""

    def closed(self) -> None:
        """Takes note that the screen is gone for good, and lets go of what is large."""

    def arrived(self) -> None:
        """Takes note that a picture is ready."""

    def handle(self, event: pygame.event.Event) -> bool:
        """Takes one event; tells whether it meant something here."""
        if event.type == pygame.KEYDOWN:
            return self.key(event)
        if event.type == pygame.MOUSEMOTION:
            return self.point(event.pos)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT:
            return self.click(event.pos)
        if event.type == pygame.MOUSEWHEEL:
            return self.wheel(event.y)
        return False

    def key(self, event: pygame.event.Event) -> bool:
        """Takes a key: Tab and arrows move the focus, Enter and Space press, Escape goes back."""
        if event.key == pygame.K_TAB:
            self.focus.next(self.widgets, -1 if event.mod & pygame.KMOD_SHIFT else 1)
            self.reveal()
            return True
        if event.key in _ARROWS:
            return self.arrow(*_ARROWS[event.key])
        if event.key in _PRESS and not event.mod & (pygame.KMOD_ALT | pygame.KMOD_CTRL):
            return self.press(self.focus.on(self.widgets))
        if event.key in _BACK:
            self.escape()
            return True
        return False

    def arrow(self, dx: int, dy: int) -> bool:
        """Moves a value or the focus in a direction of the window."""
        widget = self.focus.on(self.widgets)
        if dx and widget is not None and widget.step is not None:
            widget.step(-dx if self.shell.space.rtl else dx)
            self.refresh()
            return True
        # Arrows never lead onto the quick exit: nobody should leave by one press too many. Tab does.
        others = [other for other in self.widgets if other.key != "exit"]
        moved = self.focus.towards(others, dx, dy)
        if not moved and dy:
            self.focus.next(others, dy)
            moved = True
        self.reveal()
        return moved

    def escape(self) -> None:
        """Goes back."""
        self.shell.verbs.back()

    def press(self, widget: Widget | None) -> bool:
        """Presses a control."""
        if widget is None or not widget.enabled:
            return False
        if widget.act is not None:
            widget.act()
        elif widget.step is not None:
            widget.step(1)
            self.refresh()
        return True

    def point(self, place: tuple[int, int]) -> bool:
        """Moves the focus to what lies under the pointer."""
        widget = self.under(place)
        if widget is None or widget.key == self.focus.key:
            return False
        self.focus.key = widget.key
        return True

    def click(self, place: tuple[int, int]) -> bool:
        """Presses what lies under the pointer; a value is moved towards the side that was pressed."""
        widget = self.under(place)
        if widget is None:
            return self.elsewhere(place)
        self.focus.key = widget.key
        if widget.act is None and widget.step is not None:
            after = place[0] >= widget.rect.x + widget.rect.w / 2
            widget.step(1 if after != self.shell.space.rtl else -1)
            self.refresh()
            return True
        return self.press(widget)

    def elsewhere(self, place: tuple[int, int]) -> bool:
        """Takes a press beside every control."""
        del place
        return False

    def wheel(self, steps: float) -> bool:
        """Takes the wheel: up is positive."""
        del steps
        return False

    def reveal(self) -> None:
        """Brings the focused control into view where the screen scrolls."""

    def under(self, place: tuple[int, int]) -> Widget | None:
        """Returns the control under a point, the topmost first; what is scrolled out of view is under nothing."""
        part = self.visible()
        inside = part is None or part.holds(*place)
        hits = [widget for widget in self.widgets if widget.focusable and widget.rect.holds(*place) and (inside or not widget.scrolls)]
        return hits[-1] if hits else None
