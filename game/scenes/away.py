"""The neutral screen of the quick exit: an empty notepad that tells nothing of the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.scenes.screen import Screen
from game.ui import paint
from game.ui.geometry import Rect
from game.ui.keys import Verb
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell

_HOLD = 2.0
_BAR, _SHEET, _INK, _LINE = 0xFFE9EAEC, 0xFFFFFFFF, 0xFF3C4043, 0xFFDADCE0


class AwayScreen(Screen):
    """Looks like any notepad; holding its title, the Home key, or a pad's Start, for two seconds goes back."""

    def __init__(self, shell: Shell) -> None:
        """Waits."""
        super().__init__(shell)
        self.held_since: float | None = None
        self.text = ""

    @property
    def overlay(self) -> bool:
        """It covers everything."""
        return False

    @property
    def name(self) -> str:
        """Returns a name that tells nothing."""
        return self.shell.t("Notes")

    def lay_out(self) -> list[Widget]:
        """Places the title bar and the sheet."""
        bar = Rect(0, 0, self.shell.space.width, max(44.0, self.shell.space.px(56)))
        return [Widget("title", Role.HEADING, self.shell.t("Untitled note"), bar, Shape.NONE)]

    def always(self) -> list[Widget]:
        """There is nothing to leave here."""
        return []

    def texts(self) -> list[Widget]:
        """Returns the sheet: an empty document, as in any notepad."""
        return [Widget("sheet", Role.TEXT, self.text, Rect(0, 0, self.shell.space.width, self.shell.space.height))]

    def handle(self, event: pygame.event.Event) -> bool:
        """Writes what is typed, forgets it when left, and waits for the hold."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.pos[1] < self.widgets[0].rect.bottom:
            self.held_since = self.now
        elif event.type == pygame.KEYDOWN and self._leads_back(event):
            self.held_since = self.now if self.held_since is None else self.held_since
        elif event.type in {pygame.MOUSEBUTTONUP, pygame.KEYUP}:
            self.held_since = None
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_BACKSPACE:
            self.text = self.text[:-1]
        elif event.type == pygame.TEXTINPUT:
            self.text = (self.text + event.text)[:2000]
        else:
            return False
        return True

    def _leads_back(self, event: pygame.event.Event) -> bool:
        """Tells whether holding a key leads back: any, for those who have only one."""
        return event.key == pygame.K_HOME or Verb.MENU in getattr(event, "verbs", ()) or self.shell.settings.scan

    def moving(self, now: float) -> bool:
        """Ends the hold when it was long enough."""
        if self.held_since is not None and now - self.held_since >= _HOLD:
            self.held_since = None
            self.shell.verbs.back()
        return False

    def due(self, now: float) -> float | None:
        """Returns when the hold is long enough."""
        return None if self.held_since is None else max(0.0, _HOLD - (now - self.held_since)) + 0.001

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the notepad."""
        self.now = now
        space = self.shell.space
        bar = self.widgets[0].rect
        draw.clear(_SHEET)
        draw.drawRect(paint.area(bar), paint.fill(_BAR))
        draw.drawRect(paint.area(Rect(0, bar.bottom - 1, bar.w, 1)), paint.fill(_LINE))
        title = self.shell.type.set(self.widgets[0].name, Style(20, "ui", 500, colour=_INK))
        at = space.place(Rect(space.px(32), (bar.h - title.height) / 2, title.natural, title.height))
        title.paint(draw, at.x, at.y)
        body = self.shell.type.snug(self.text + "|", Style(24, "ui", 400, colour=_INK), space.width - space.px(96))
        at = space.place(Rect(space.px(48), bar.bottom + space.px(32), body.width, body.height))
        body.paint(draw, at.x, at.y)
