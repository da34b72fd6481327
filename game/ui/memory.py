"""Gives memory back to the system that was freed and is still held."""

from __future__ import annotations

import ctypes
import functools
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def give_back() -> None:
    """Gives back what the C library keeps of freed pixels, where it can be asked to (glibc's `malloc_trim`); elsewhere does nothing.

    It may take some milliseconds, in which other threads go on: so it is no work for the thread that draws.
    """
    _trim()(0)


@functools.cache
def _trim() -> Callable[[int], object]:
    """Returns what asks the C library."""
    if sys.platform != "linux":
        return lambda _: 0
    return getattr(ctypes.CDLL(None), "malloc_trim", None) or (lambda _: 0)
