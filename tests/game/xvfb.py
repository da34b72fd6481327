"""A private X screen with a keyboard: Xvfb's framebuffer is read from the file it lies in, keys are pressed through XTEST.

Calls libX11 and libXtst through ctypes, so that a test presses keys as a person does and starts no program for it.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import mmap
import os
import shutil
import struct
import subprocess
import time
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WIDTH, HEIGHT = 1280, 800
_STRUCTURE, _CLIENT_MESSAGE = 1 << 17, 33
# Milliseconds before each stroke: a key pressed within two of its own release counts as one held down.
_APART = 4


def lacks() -> str:
    """Returns why there can be no private screen here, or nothing where there can."""
    if shutil.which("Xvfb") is None:
        return "Xvfb is not installed (Debian: xvfb)"
    missing = [name for name in ("X11", "Xtst") if ctypes.util.find_library(name) is None]
    return f"lib{missing[0]} is not installed (Debian: libx11-6, libxtst6)" if missing else ""


def until(what: Callable[[], object], seconds: float = 15.0, every: float = 0.01) -> bool:
    """Waits until something is so; tells whether it came to be within some seconds."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(every)
    return True


class Screen:
    """One screen; `name` is its display. Not more than one window is looked for."""

    def __init__(self, name: str, buffer: mmap.mmap) -> None:
        """Connects to a server that is up."""
        self.name, self._buffer = name, buffer
        head = struct.unpack(">25I", buffer[:100])
        self._pitch, self._start = head[12], head[0] + head[19] * 12
        self._x, self._keys = _libraries()
        # A window that goes away while it is asked for its title is no error; Xlib would end the process for it.
        self._calm = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)
        self._x.XSetErrorHandler(self._calm)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode()))
        self._root = self._x.XDefaultRootWindow(self._display)

    def close(self) -> None:
        """Closes the connection."""
        self._x.XSetErrorHandler(None)
        self._x.XCloseDisplay(self._display)

    # Looking ------------------------------------------------------------------------------------------------------

    def picture(self) -> int:
        """Returns a number that is another one as soon as the screen shows something else."""
        found = 0
        for row in range(0, HEIGHT, 2):
            at = self._start + row * self._pitch
            found = zlib.crc32(self._buffer[at : at + WIDTH * 4], found)
        return found

    def pixels(self) -> bytes:
        """Returns the screen's pixels: blue, green, red and one more byte each."""
        rows = (self._start + row * self._pitch for row in range(HEIGHT))
        return b"".join(self._buffer[at : at + WIDTH * 4] for at in rows)

    def colours(self) -> int:
        """Returns how many colours are among some pixels of the screen; an empty one has one."""
        seen: set[int] = set()
        for row in range(0, HEIGHT, 40):
            at = self._start + row * self._pitch
            seen.update(struct.unpack(f"<{WIDTH}I", self._buffer[at : at + WIDTH * 4])[::8])
        return len(seen)

    def window(self) -> int:
        """Returns the window that a program opened, or 0."""
        root, parent, children, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self._x.XQueryTree(self._display, self._root, *map(ctypes.byref, (root, parent, children, count)))
        windows = [int(children[at]) for at in range(count.value)]
        self._x.XFree(children)
        return next((window for window in windows if self._property(window, "_NET_WM_NAME")), 0)

    def title(self) -> str:
        """Returns the window's title; empty where there is no window."""
        window = self.window()
        return self._property(window, "_NET_WM_NAME") if window else ""

    def listens(self) -> bool:
        """Tells whether keys go to the window."""
        focus, how = ctypes.c_ulong(), ctypes.c_int()
        self._x.XGetInputFocus(self._display, ctypes.byref(focus), ctypes.byref(how))
        return focus.value == self.window() != 0

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def _property(self, window: int, name: str) -> str:
        kind, size, count, left, data = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_void_p()
        answer = map(ctypes.byref, (kind, size, count, left, data))
        self._x.XGetWindowProperty(self._display, window, self._atom(name), 0, 256, 0, 0, *answer)
        text = ctypes.string_at(data, count.value).decode("utf-8", "replace") if data.value else ""
        self._x.XFree(data)
        return text

    # Doing --------------------------------------------------------------------------------------------------------

    def hold(self, key: str, *, down: bool) -> None:
        """Presses a key or lets it go; `key` is an X name such as `space` or `Shift_L`."""
        code = self._x.XKeysymToKeycode(self._display, self._x.XStringToKeysym(key.encode()))
        self._keys.XTestFakeKeyEvent(self._display, code, int(down), _APART)
        self._x.XFlush(self._display)

    def press(self, *keys: str) -> None:
        """Presses keys and lets them go, one after the other."""
        for key in keys:
            self.hold(key, down=True)
            self.hold(key, down=False)

    def resize(self, width: int, height: int) -> None:
        """Gives the window another size, as a window manager would."""
        self._x.XResizeWindow(self._display, self.window(), width, height)
        self._x.XFlush(self._display)

    def close_window(self) -> None:
        """Asks the window to close, as a window manager does for Alt+F4 and for the cross in its frame."""
        words = [self._atom("WM_DELETE_WINDOW"), 0, 0, 0, 0]
        window = self.window()
        message = struct.pack("iLiPLLi5l8x", _CLIENT_MESSAGE, 0, 1, 0, window, self._atom("WM_PROTOCOLS"), 32, *words)
        self._x.XSendEvent(self._display, window, 0, 0, ctypes.create_string_buffer(message, 192))
        self._x.XFlush(self._display)


def _libraries() -> tuple[Any, Any]:
    """Returns libX11 and libXtst with the types of what is called."""
    x, keys = (ctypes.CDLL(ctypes.util.find_library(name)) for name in ("X11", "Xtst"))
    display, window = ctypes.c_void_p, ctypes.c_ulong
    x.XOpenDisplay.restype = display
    x.XDefaultRootWindow.restype = x.XStringToKeysym.restype = x.XInternAtom.restype = window
    x.XDefaultRootWindow.argtypes = x.XCloseDisplay.argtypes = x.XFlush.argtypes = [display]
    x.XKeysymToKeycode.argtypes = [display, ctypes.c_ulong]
    x.XKeysymToKeycode.restype = ctypes.c_ubyte
    x.XQueryTree.argtypes = [display, window, *[ctypes.c_void_p] * 4]
    x.XGetWindowProperty.argtypes = [display, window, window, ctypes.c_long, ctypes.c_long, ctypes.c_int, window, *[ctypes.c_void_p] * 5]
    x.XGetInputFocus.argtypes = [display, ctypes.c_void_p, ctypes.c_void_p]
    x.XInternAtom.argtypes = [display, ctypes.c_char_p, ctypes.c_int]
    x.XResizeWindow.argtypes = [display, window, ctypes.c_uint, ctypes.c_uint]
    x.XSendEvent.argtypes = [display, window, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
    x.XFree.argtypes = x.XSetErrorHandler.argtypes = [ctypes.c_void_p]
    keys.XTestFakeKeyEvent.argtypes = [display, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
    return x, keys


@contextmanager
def opened(folder: Path) -> Iterator[Screen]:
    """Yields a screen whose framebuffer lies in a folder, and ends its server.

    Raises OSError where the server does not come up.
    """
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        f"{WIDTH}x{HEIGHT}x24",
        "-fbdir",
        str(folder),
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with subprocess.Popen(command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            with os.fdopen(reader) as numbers:
                number = numbers.readline().strip()
            if not number:
                raise OSError("Xvfb did not start")
            with (folder / "Xvfb_screen0").open("rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as buffer:
                screen = Screen(f":{number}", buffer)
                yield screen
                screen.close()
        finally:
            server.terminate()
