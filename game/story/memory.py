"""How much memory this process holds."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from pathlib import Path

_STATM = Path("/proc/self/statm")


class _Counters(ctypes.Structure):
    """Windows' PROCESS_MEMORY_COUNTERS."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("peak", "resident", "a", "b", "c", "d", "pagefile", "peak_pagefile")),
    )


def _linux() -> int:
    """Returns the resident bytes that the Linux kernel reports."""
    return int(_STATM.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _windows() -> int:
    """Returns the working set that Windows reports."""
    kernel = ctypes.CDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    counters = _Counters(size=ctypes.sizeof(_Counters))
    ok = kernel.K32GetProcessMemoryInfo(ctypes.c_void_p(kernel.GetCurrentProcess()), ctypes.byref(counters), counters.size)
    return int(counters.resident) if ok else 0


def _peak() -> int:
    """Returns the highest resident size so far, which is what macOS can tell."""
    import resource  # noqa: PLC0415  (absent on Windows)

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def resident() -> int:
    """Returns the bytes this process holds in memory; 0 where the system does not say."""
    with contextlib.suppress(OSError, ValueError, IndexError, AttributeError):
        if sys.platform == "win32":
            return _windows()
        return _linux() if _STATM.exists() else _peak()
    return 0
