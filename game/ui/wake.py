"""Sleeps until something happens: SDL's own wait, which takes no processor and wakes at once.

`pygame.event.wait` polls every millisecond (3.3 % of a core, measured); SDL_WaitEventTimeout blocks. It is reached in
the library that pygame-ce ships. Where that cannot be found, a sleep of 15 ms takes its place.
"""

from __future__ import annotations

import ctypes
import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)
_POLL = 0.015
_PATTERNS = ("libSDL2-2*.so*", "libSDL2-2*.dylib", "SDL2.dll")


def _places() -> Iterator[Path]:
    home = Path(pygame.__file__).parent
    for folder in (home.parent / "pygame_ce.libs", home, home / ".dylibs"):
        for pattern in _PATTERNS:
            yield from sorted(folder.glob(pattern))


def _sdl() -> ctypes.CDLL | None:
    for path in _places():
        try:
            library = ctypes.CDLL(str(path))
            library.SDL_WaitEventTimeout.argtypes = (ctypes.c_void_p, ctypes.c_int)
        except (OSError, AttributeError):
            _log.info("SDL's library at %s has no wait to call", path.name)
        else:
            return library
    return None


class Sleeper:
    """Waits for the next event."""

    def __init__(self) -> None:
        """Finds SDL's wait, or falls back to short sleeps."""
        self._library = _sdl()

    def wait(self, seconds: float | None) -> list[pygame.event.Event]:
        """Returns what happened: at once if something waits, else after the first event or after `seconds` (None: for ever)."""
        events = pygame.event.get()
        if events or seconds == 0:
            return events
        if self._library is not None:
            # The library resets nothing of pygame's own: the event stays in the queue (a null pointer takes none).
            self._library.SDL_WaitEventTimeout(None, -1 if seconds is None else max(1, round(seconds * 1000)))
            return pygame.event.get()
        return self._poll(seconds)

    @staticmethod
    def _poll(seconds: float | None) -> list[pygame.event.Event]:
        end = None if seconds is None else time.monotonic() + seconds
        while True:
            left = _POLL if end is None else min(_POLL, end - time.monotonic())
            if left <= 0:
                return []
            time.sleep(left)
            events = pygame.event.get()
            if events:
                return events
