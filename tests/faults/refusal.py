"""Has the kernel refuse system calls of one thread, as a dying disk or a full one would: a filter that says EIO, by seccomp.

No root, no compiler and no file system of its own is needed, and the program under test is left as it is. A filter cannot be taken away:
it ends with its thread.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

NUMBERS: Final = {
    "x86_64": {"write": 1, "pwrite64": 18, "fsync": 74, "fdatasync": 75, "ftruncate": 77},
    "aarch64": {"write": 64, "pwrite64": 68, "fsync": 82, "fdatasync": 83, "ftruncate": 46},
}
EVERYTHING: Final = frozenset(NUMBERS["x86_64"])
# Standard input, output and error stay as they are.
FIRST_FILE: Final = 3
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _LESS, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _FILE_AT = 0, 16
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000


class _Program(ctypes.Structure):
    """What the kernel takes: how many steps, and where they are."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def _steps(numbers: Collection[int], fault: int) -> list[tuple[int, int, int, int]]:
    """Returns a filter: any of these calls on a file, beyond the first three, is refused; all else goes through."""
    count = len(numbers)
    steps = [(_LOAD, 0, 0, _NUMBER_AT)]
    steps += [(_EQUAL, count - place, 0, number) for place, number in enumerate(sorted(numbers))]
    return [
        *steps,
        (_RETURN, 0, 0, _ALLOW),
        (_LOAD, 0, 0, _FILE_AT),
        (_LESS, 0, 1, FIRST_FILE),
        (_RETURN, 0, 0, _REFUSE | fault),
        (_RETURN, 0, 0, _ALLOW),
    ]


def refuse(calls: Collection[str], fault: int = errno.EIO) -> None:
    """Has these calls of this thread, and of what it starts, fail from here on.

    Raises OSError where the kernel does not take the filter.
    """
    known = NUMBERS[platform.machine()]
    raw = b"".join(struct.pack("HBBI", *step) for step in _steps([known[call] for call in calls], fault))
    kept = ctypes.create_string_buffer(raw, len(raw))
    program = _Program(len(raw) // 8, ctypes.addressof(kept))
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or system.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0):
        raise OSError(ctypes.get_errno(), "the kernel takes no filter")


def refusing(calls: Collection[str], work: Callable[[], None], fault: int = errno.EIO) -> None:
    """Does some work in a thread whose calls are refused; raises what it raises."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            refuse(calls, fault)
            work()
        except BaseException as caught:  # noqa: BLE001  raised where it is waited for
            raised.append(caught)

    thread = threading.Thread(target=run, name="refused")
    thread.start()
    thread.join()
    if raised:
        raise raised[0]
