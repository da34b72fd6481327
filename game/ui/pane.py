"""The window's glass: opened at a size that fits the screen, measured in pixels, and whether anybody can see it."""

from __future__ import annotations

import contextlib
import os

import pygame

from game.ui.geometry import SMALLEST, WINDOW

_POINTED = frozenset({pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP})
_GONE = frozenset({pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN, pygame.APP_WILLENTERBACKGROUND, pygame.APP_DIDENTERBACKGROUND})
_BACK = frozenset({pygame.WINDOWRESTORED, pygame.WINDOWSHOWN, pygame.WINDOWMAXIMIZED, pygame.APP_DIDENTERFOREGROUND})
# The same window may now have other pixels, or have lost what was drawn: another monitor, another scale, another profile.
_ELSEWHERE = frozenset(
    {
        pygame.WINDOWRESIZED,
        pygame.WINDOWSIZECHANGED,
        pygame.WINDOWDISPLAYCHANGED,
        pygame.WINDOWICCPROFCHANGED,
        pygame.WINDOWEXPOSED,
    }
)
_FOCUS = {pygame.WINDOWFOCUSLOST: False, pygame.WINDOWFOCUSGAINED: True}
_MOST_DENSE = 4.0
# From this height on a window of 1280 x 720 would be a stamp: the first one takes this part of the screen.
_LARGE, _FIRST = 1440, 2 / 3


def asks_for_sharp_pixels() -> None:
    """Has Windows give the window real pixels on scaled screens; elsewhere it means nothing. Before the screen is opened."""
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_WINDOWS_DPI_SCALING", "1")


def opening_size(kept: tuple[int, int], screen: tuple[int, int]) -> tuple[int, int]:
    """Returns how large to open a window that was kept at a size: never larger than the screen, as another one may be plugged in."""
    if kept == WINDOW and screen[1] >= _LARGE:
        tall = min(round(screen[1] * _FIRST), round(screen[0] * 0.9 * 9 / 16))
        return round(tall * 16 / 9), tall
    return max(min(kept[0], screen[0]), SMALLEST[0]), max(min(kept[1], screen[1]), SMALLEST[1])


def opened(title: str, kept: tuple[int, int], *, seen: bool, hidden: bool = False) -> pygame.Window:
    """Opens a window, `hidden` until it is shown; one that nobody can ever see has the size that was kept.

    Raises pygame.error.
    """
    screens = pygame.display.get_desktop_sizes() if seen else []
    window = pygame.Window(title, opening_size(kept, screens[0]) if screens else kept, resizable=True, allow_high_dpi=True, hidden=hidden)
    with contextlib.suppress(pygame.error):
        window.minimum_size = SMALLEST
    return window


def pixels(window: pygame.Window) -> tuple[int, int]:
    """Returns the window's size in pixels, which on dense screens is more than its size in points."""
    width, height = window.get_surface().get_size()
    return width, height


def density(window: pygame.Window) -> float:
    """Returns the pixels of a point, from 1 to 4."""
    return max(1.0, min(_MOST_DENSE, pixels(window)[0] / max(1, window.size[0])))


def in_pixels(event: pygame.event.Event, dense: float) -> pygame.event.Event:
    """Returns an event whose place is in pixels, as everything is laid out in; SDL gives points."""
    if dense == 1 or event.type not in _POINTED:
        return event
    return pygame.event.Event(event.type, {**event.dict, "pos": (round(event.pos[0] * dense), round(event.pos[1] * dense))})


class Sight:
    """Whether the window can be seen and is in front."""

    def __init__(self) -> None:
        """Starts in sight and in front; `turned` tells whether the last event changed that."""
        self.hidden = False
        self.behind = False
        self.turned = False

    @property
    def away(self) -> bool:
        """Tells whether somebody does something else."""
        return self.hidden or self.behind

    def takes(self, event: pygame.event.Event) -> bool:
        """Takes an event of the window; tells whether it was one that may change what is seen or heard."""
        before = self.away
        taken = self._takes(event)
        self.turned = self.away != before
        return taken

    def _takes(self, event: pygame.event.Event) -> bool:
        if event.type in _FOCUS:
            self.behind = not _FOCUS[event.type]
            # Some systems say nothing else when a window comes back.
            self.hidden = self.hidden and self.behind
        elif event.type in _GONE:
            self.hidden = True
        elif event.type in _BACK:
            self.hidden = False
        else:
            return event.type in _ELSEWHERE
        return True
