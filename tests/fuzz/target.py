"""What a target of fuzzing is, and one try at it: only the package's own errors may come out, soon, and with a sentence."""

from __future__ import annotations

import atexit
import functools
import importlib
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE: Final = Path(__file__).parent
SEEDS: Final = HERE / "seeds"
# What one input may cost, in seconds of the processor; instrumented code takes some three times as long as it does in use.
SECONDS: Final = 2.0
MOST_BYTES: Final = 8192
CUT: Final = b"\n~~\n"


@dataclass(frozen=True)
class Target:
    """A parser that meets bytes from anywhere.

    `errors` may come out; `rooms` are the packages whose branches are watched; `words` help to find them; `seeds` makes the first inputs.
    """

    run: Callable[[bytes], object]
    errors: tuple[type[Exception], ...]
    rooms: tuple[str, ...]
    seeds: Callable[[], Mapping[str, bytes]]
    words: tuple[str, ...] = ()


class SlowError(Exception):
    """An input costs more time than it may."""


def names() -> list[str]:
    """Returns the names of all targets."""
    return sorted(path.stem.removeprefix("fuzz_") for path in HERE.glob("fuzz_*.py"))


def load(name: str) -> Target:
    """Returns a target by its name."""
    made: Target = importlib.import_module(f"tests.fuzz.fuzz_{name}").TARGET
    return made


def tried(target: Target, data: bytes) -> None:
    """Gives an input to a target.

    Raises whatever comes out that must not, and SlowError.
    """
    began = time.process_time()
    try:
        target.run(data)
    except target.errors as fault:
        # A sentence with a hole that nothing fills raises here.
        if not str(fault) and not fault.args:
            raise AssertionError("an error without a sentence") from fault
    took = time.process_time() - began
    if took > SECONDS:
        raise SlowError(f"{took:.1f} s for {len(data)} bytes")


def parts(data: bytes) -> list[bytes]:
    """Returns the parts of an input that stands for several files."""
    return data.split(CUT)


@functools.cache
def scratch() -> Path:
    """Returns a folder of this process, in memory where there is such a one, gone with it."""
    memory = Path("/dev/shm")  # noqa: S108  a folder of our own is made in it
    folder = Path(tempfile.mkdtemp(prefix="threshold-fuzz-", dir=memory if memory.is_dir() else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def file(name: str, data: bytes) -> Path:
    """Returns a file with these bytes."""
    path = scratch() / name
    path.write_bytes(data)
    return path
