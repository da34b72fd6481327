"""One key is enough: the ring walks by itself along the controls of the screen on top, and any key or click presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.scenes.away import AwayScreen
from game.ui import keys
from game.ui.keys import Verb

if TYPE_CHECKING:
    from game.scenes.director import Director
    from game.scenes.screen import Screen

_TENTH = 10
# A page of words is read for as long as this many controls are looked at.
_PAGE = 5
_PRESS = frozenset({Verb.PRESS, Verb.READ_ON})
# These keep their meaning: Shift leaves at once, Escape goes back, the others are held with something else.
_KEPT = frozenset(
    {
        *(pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT, pygame.K_LMETA, pygame.K_RMETA),
        *(pygame.K_ESCAPE, pygame.K_AC_BACK, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR),
    }
)


class Scan:
    """Walks while the player wants it, for ever round, the quick exit last; nothing is ever pressed by itself."""

    def __init__(self, director: Director) -> None:
        """Stands still."""
        self._director = director
        self._at = 0.0
        self._stood: tuple[Screen | None, str] = (None, "")
        self._long = False
        self._down: set[int] = set()

    def walks(self) -> bool:
        """Tells whether the ring walks: not on the neutral screen, nor while a row waits for a key, nor behind another window."""
        shell, top = self._director.shell, self._director.top
        return shell.settings.scan and shell.focused and not isinstance(top, AwayScreen) and not top.catches

    def due(self, now: float) -> float | None:
        """Returns the seconds until the ring goes on; wherever something else moved it, it stays its full time."""
        if not self.walks():
            return None
        stands = (self._director.top, self._director.top.focus.key)
        if stands != self._stood:
            self._stood, self._at, self._long = stands, now, False
        pace = self._director.shell.settings.scan_pace / _TENTH
        return max(0.0, self._at + pace * (_PAGE if self._long else 1) - now)

    def step(self, now: float) -> bool:
        """Goes on where it is time; tells whether anything moved."""
        wait = self.due(now)
        if wait is None or wait > 0:
            return False
        top = self._director.top
        order = sorted((widget for widget in top.widgets if widget.focusable and widget.enabled), key=lambda widget: widget.key == "exit")
        if not order:
            self._at = now
            return False
        place = next((at for at, widget in enumerate(order) if widget.key == top.focus.key), -1)
        following = order[(place + 1) % len(order)]
        self._long = top.turns_page(following, first=place + 1 == len(order))
        if not self._long:
            top.lead(following.key)
        self._stood, self._at = (top, top.focus.key), now
        return True

    def takes(self, event: pygame.event.Event, now: float) -> bool:
        """Presses what has the ring, by any key or click; tells whether the event was for that."""
        if event.type == pygame.KEYUP:
            self._down.discard(event.key)
        if not self.walks():
            return False
        if event.type == pygame.MOUSEMOTION:
            return True
        click = event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT
        if not click and not self._any_key(event):
            return False
        if not click:
            # A key that is held comes again and again, and means one press.
            if event.key in self._down:
                return True
            self._down.add(event.key)
        self._at = now
        return self._press(self._director.top)

    def _any_key(self, event: pygame.event.Event) -> bool:
        if event.type != pygame.KEYDOWN or event.key in _KEPT or hasattr(event, "verbs"):
            return False
        widget = self._director.top.focus.on(self._director.top.widgets)
        return widget is None or widget.role != "entry" or not keys.typed(event)

    @staticmethod
    def _press(top: Screen) -> bool:
        """Presses a control; a value goes up, and from its last step back to the first."""
        widget = top.focus.on(top.widgets)
        if widget is not None and widget.act is None and widget.at is not None and widget.at[0] >= widget.at[1]:
            return top.perform("set", widget.key, "0")
        return top.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_UNKNOWN, mod=0, unicode="", verbs=_PRESS))
