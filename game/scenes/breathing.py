"""A break: the picture dims, the music steps back, and a light grows and shrinks as slowly as somebody breathes at rest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pygame
import skia

from game.scenes.screen import Screen
from game.ui import paint, theme
from game.ui.controls import pill_size
from game.ui.geometry import Rect
from game.ui.keys import Verb
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.scenes.shell import Shell
    from game.ui.text import Block

BREATH = 12.0  # six seconds in, six seconds out
QUIET = 0.35
_STEP = 0.08
_WORDS = Style(theme.PROSE, "display", 400)
_OWN = Style(theme.LABEL + 4, "ui", 400, leading=1.45)
_SMALLEST, _LARGEST, _AT_REST = 0.11, 0.29, 0.2
# Keys that change what another key means, and those that the quick exit counts: pressing one of them is no wish to go on.
_NO_WISH = frozenset({pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT, pygame.K_RALT, pygame.K_LMETA})
_LOCKS = frozenset({pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_NUMLOCKCLEAR, pygame.K_SCROLLLOCK})


def breath(seconds: float) -> float:
    """Returns how far in a breath is after so many seconds: 0 out, 1 in, slow at both ends."""
    return (1 - math.cos(2 * math.pi * seconds / BREATH)) / 2


class BreakScreen(Screen):
    """Any key or press goes back; nothing is counted, and nothing comes of how long somebody stays."""

    def __init__(self, shell: Shell) -> None:
        """Begins with a breath in."""
        super().__init__(shell)
        self.began: float | None = None
        self._painted = -1.0

    @property
    def name(self) -> str:
        """Returns what the screen is called."""
        return self.shell.t("A break")

    def entered(self) -> None:
        """Has music and sounds step back."""
        self._volumes(QUIET)
        super().entered()

    def left(self) -> None:
        """Has them come back."""
        self._volumes(1.0)

    def _volumes(self, part: float) -> None:
        settings = self.shell.settings
        self.shell.sound.volumes(round(settings.music * part), round(settings.ambience * part), round(settings.sound * part))

    # Places -----------------------------------------------------------------------------------------------------------

    def lay_out(self) -> list[Widget]:
        """Places the words below the light, and the way back below them."""
        t, space = self.shell.t, self.shell.space
        words = t("Rest as long as you like. Your place is kept.")
        texts = [Widget("words", Role.TEXT, words)]
        if self.shell.own_plan:
            texts.append(Widget("plan", Role.TEXT, t("If it gets too much, I will: {plan}").format(plan=self.shell.own_plan)))
        back = Widget("back", Role.BUTTON, t("Go on"), shape=Shape.PILL, act=self.escape, cap=t("Any key"))
        width, height = pill_size(self.shell.type, space, back)
        if width > space.width * 0.9:
            back.cap = ""
            width, height = pill_size(self.shell.type, space, back)
        margin, gap = space.px(theme.MARGIN), space.px(theme.SPACE[3])
        y = space.height - min(margin, space.height * 0.06) - height
        back.rect = space.place(Rect((space.width - width) / 2, y, width, height))
        top = self.quick_exit().rect.bottom + gap
        shown: list[Widget] = []
        for widget in reversed(texts):
            block = self._block(widget)
            y -= block.height + gap
            # Where letters are so large that not everything fits, the way back comes before the words.
            if y >= top:
                widget.rect = space.place(Rect((space.width - block.width) / 2, y, block.width, block.height))
                shown.insert(0, widget)
        return [*shown, back]

    def _block(self, widget: Widget) -> Block:
        look, space = self.shell.look, self.shell.space
        style = _WORDS.tinted(look.text) if widget.key == "words" else _OWN.tinted(look.second)
        return self.shell.type.snug(widget.name, style, min(space.em(760), space.width - 2 * space.px(theme.MARGIN)))

    def first(self) -> str:
        """Starts on the way back."""
        return "back"

    # Events -----------------------------------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        """Takes any key as the wish to go on; Tab moves on to the quick exit, which is pressed as everywhere."""
        if event.key in _NO_WISH | _LOCKS:
            return False
        if self.verbs(event) & {Verb.NEXT, Verb.PREVIOUS} or self.focus.key == "exit":
            return super().key(event)
        self.escape()
        return True

    def elsewhere(self, place: tuple[int, int]) -> bool:
        """Takes a press anywhere as the wish to go on."""
        del place
        self.escape()
        return True

    # Drawing ----------------------------------------------------------------------------------------------------------

    def due(self, now: float) -> float | None:
        """Returns when the light has moved by a step that can be seen; a still one never moves."""
        return None if self.shell.still else max(0.0, self._painted + _STEP - now)

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the dimmed picture, the light, and the words."""
        self.began = now if self.began is None else self.began
        self._painted = now
        space, look = self.shell.space, self.shell.look
        draw.drawRect(skia.Rect.MakeWH(space.width, space.height), paint.fill(theme.clear(look.ground, 0.6 if look.lights else 1.0)))
        self._light(draw, _AT_REST if self.shell.still else _SMALLEST + (_LARGEST - _SMALLEST) * breath(now - self.began))
        for widget in self.widgets:
            if widget.role is Role.TEXT:
                self._block(widget).paint(draw, widget.rect.x, widget.rect.y)
        super().paint(draw, now)

    def _light(self, draw: skia.Canvas, part: float) -> None:
        """Draws the light, or a plain disc where a theme has no lights, in the room above the words."""
        space, look = self.shell.space, self.shell.look
        top = max((widget.rect.bottom for widget in self.widgets if widget.key == "exit"), default=0.0)
        room = min((widget.rect.y for widget in self.widgets if widget.key == "words"), default=space.height) - top
        if room < space.em(48):
            return
        x, y, radius = space.width / 2, top + room / 2, min(room, space.width) * part * 1.7
        if not look.lights:
            draw.drawCircle(x, y, radius, paint.fill(look.text, stroke=max(3.0, space.px(5))))
            return
        for wide, tint, strength in ((2.0, theme.CLAY, 0.3), (1.35, theme.AMBER, 0.5), (0.8, theme.LAMP, 0.75)):
            shine = (theme.clear(tint, strength), theme.clear(tint, strength * 0.45), theme.clear(tint, 0.0))
            draw.drawCircle(x, y, radius * wide, paint.radial(x, y, radius * wide, shine, (0.0, 0.45, 1.0)))
