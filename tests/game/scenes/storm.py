"""Hands that know nothing: events of every kind in any order, as a cat, a child or a broken pad makes them; seeded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from game.ui.widgets import Widget
    from tests.game.scenes.player import Player

Event = pygame.event.Event

# The keys that mean something stand more often than those that only write. F2 is not among them: it would start a voice.
_MEANT = (
    *("tab", "return", "space", "up", "down", "left", "right", "page up", "page down", "home", "end", "backspace", "delete", "escape"),
    *("f1", "f3", "f5", "f9", "f11", "f12", "s", "a", "l", "m", "h", "left shift", "left ctrl", "left alt"),
)
_TYPED = (*"bcdefgijk0123456789", "q", "x", "y", "z", ".", "-", "[5]", "enter", "caps lock", "menu", "scroll lock")
_SIGNS = ("a", "E", "ß", "é", "ش", "東", "🙂", " ", "  ", "’", "abandon", "\u200f", "\t", "z" * 40)
_MODS = (0, 0, 0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_META)
# Wide, tall, tiny, and as people have them: few, so that each picture is drawn once for each.
SIZES = ((1280, 720), (1280, 720), (960, 540), (480, 320), (540, 960))
_WINDOW = (
    *(pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSGAINED, pygame.WINDOWMINIMIZED, pygame.WINDOWRESTORED),
    *(pygame.WINDOWRESTORED, pygame.WINDOWEXPOSED, pygame.WINDOWMAXIMIZED, pygame.WINDOWDISPLAYCHANGED, pygame.WINDOWENTER),
    *(pygame.WINDOWLEAVE, pygame.WINDOWMOVED, pygame.APP_WILLENTERBACKGROUND, pygame.APP_DIDENTERFOREGROUND, pygame.KEYMAPCHANGED),
)
_AXES = (pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY, pygame.CONTROLLER_AXIS_TRIGGERRIGHT, 1, 5, 9)
_TILTS = (-32768, -20000, -9000, 0, 0, 12000, 32767)


class Storm:
    """Random events for one window; the same seed makes the same events for the same screens."""

    def __init__(self, player: Player, random: Random) -> None:
        """Takes the window and the dice."""
        self.player, self.random = player, random
        self._finger: tuple[int, int] | None = None
        kinds: tuple[tuple[int, Callable[[], list[Event]]], ...] = (
            (34, self._key),
            (8, self._text),
            (10, self._pointer),
            (14, self._button),
            (6, self._wheel),
            (12, self._touch),
            (10, self._pad),
            (5, self._stick),
            (1, self._plug),
            (3, self._window),
            (1, self._size),
        )
        self._weights, self._kinds = [weight for weight, _ in kinds], [kind for _, kind in kinds]

    def next(self) -> list[Event]:
        """Returns the events of one random gesture, in order."""
        return self.random.choices(self._kinds, self._weights)[0]()

    # Keys -------------------------------------------------------------------------------------------------------------

    def _key(self) -> list[Event]:
        name = self.random.choice(_MEANT if self.random.random() < 0.8 else _TYPED)
        code, mod = pygame.key.key_code(name), self.random.choice(_MODS)
        sign = name if len(name) == 1 else ""
        # Some are held and come again, some are never let go.
        downs = [Event(pygame.KEYDOWN, key=code, mod=mod, unicode=sign, scancode=0)] * self.random.choice((1, 1, 1, 3))
        return [*downs, *[Event(pygame.KEYUP, key=code, mod=mod, unicode=sign, scancode=0)] * self.random.choice((0, 1, 1, 1))]

    def _text(self) -> list[Event]:
        sign = self.random.choice(_SIGNS)
        if self.random.random() < 0.15:
            return [Event(pygame.TEXTEDITING, text=sign, start=self.random.randint(0, 3), length=self.random.randint(0, 3))]
        return [Event(pygame.TEXTINPUT, text=sign)]

    # Pointer and fingers ----------------------------------------------------------------------------------------------

    def _place(self) -> tuple[int, int]:
        """Returns a place of the window, or beyond its edge; every second one is on a control."""
        controls: list[Widget] = [widget for widget in self.player.top.widgets if widget.focusable]
        if controls and self.random.random() < 0.5:
            x, y = self.random.choice(controls).rect.centre
            return int(x), int(y)
        width, height = self.player.app.window.size
        return self.random.randint(-2, width + 2), self.random.randint(-2, height + 2)

    def _pointer(self) -> list[Event]:
        buttons = self.random.choice(((0, 0, 0), (1, 0, 0)))
        return [Event(pygame.MOUSEMOTION, pos=self._place(), rel=(1, 1), buttons=buttons, touch=False)]

    def _button(self) -> list[Event]:
        button, place = self.random.choice((1, 1, 1, 1, 2, 3, 6)), self._place()
        kinds = self.random.choice(
            ((pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP),) * 4 + ((pygame.MOUSEBUTTONDOWN,), (pygame.MOUSEBUTTONUP,))
        )
        return [Event(kind, pos=place, button=button, touch=False) for kind in kinds]

    def _wheel(self) -> list[Event]:
        steps = self.random.choice((-5, -1, -1, 0, 1, 1, 5))
        return [Event(pygame.MOUSEWHEEL, x=0, y=steps, precise_x=0.0, precise_y=float(steps), flipped=False, touch=False)]

    def _touch(self) -> list[Event]:
        """Taps, or puts a finger down, drags it or lifts it; told twice, as SDL does."""
        kind = self.random.choice(("tap", "tap", "down", "move", "move", "up"))
        place = self._place()
        kinds = {"tap": ("down", "up"), "down": ("down",), "move": ("move",), "up": ("up",)}[kind]
        return [event for one in kinds for event in self._told_twice(one, place)]

    def _told_twice(self, kind: str, place: tuple[int, int]) -> list[Event]:
        mouse, finger = {
            "down": (pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN),
            "move": (pygame.MOUSEMOTION, pygame.FINGERMOTION),
            "up": (pygame.MOUSEBUTTONUP, pygame.FINGERUP),
        }[kind]
        width, height = self.player.app.window.size
        x, y, number = place[0] / width, place[1] / height, self.random.choice((0, 0, 1))
        return [
            Event(mouse, pos=place, button=1, rel=(0, 0), buttons=(1, 0, 0), touch=True),
            Event(finger, touch_id=1, finger_id=number, x=x, y=y, dx=0.0, dy=0.0),
        ]

    # Pads and the window ----------------------------------------------------------------------------------------------

    def _pad(self) -> list[Event]:
        button = self.random.randint(-1, 16)
        kinds = self.random.choice(((pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP),) * 3 + ((pygame.CONTROLLERBUTTONDOWN,),))
        return [Event(kind, button=button, instance_id=0) for kind in kinds]

    def _stick(self) -> list[Event]:
        return [Event(pygame.CONTROLLERAXISMOTION, axis=self.random.choice(_AXES), value=self.random.choice(_TILTS), instance_id=0)]

    def _plug(self) -> list[Event]:
        if self.random.random() < 0.5:
            return [Event(pygame.CONTROLLERDEVICEADDED, device_index=77)]
        return [Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=0)]

    def _window(self) -> list[Event]:
        return [Event(self.random.choice(_WINDOW))]

    def _size(self) -> list[Event]:
        width, height = self.random.choice(SIZES)
        self.player.app.window.size = (width, height)
        return [Event(pygame.WINDOWRESIZED, x=width, y=height)]
