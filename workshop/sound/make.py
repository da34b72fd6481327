"""Makes every sound of the first story and of the interface: `python -m workshop.sound.make [--to DIR] [NAME...]`."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.sound.air import AIRS
from workshop.sound.guests import GUESTS
from workshop.sound.layers import LAYERS
from workshop.sound.ogg import encode
from workshop.sound.single import INTERFACE, SINGLES
from workshop.sound.things import THINGS
from workshop.sound.winter_air import WINTER_AIRS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from workshop.sound.synth import Wave

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "stories" / "second-verse" / "sound"
SHARED = ROOT / "game" / "vendor" / "sounds"
STAMP = ".stamp.json"
# Small things in one place need no width; their files are half the size without it.
NARROW = frozenset(
    (
        "oven_fan", "key_on_wood", "paper_bag", "dial_jump", "envelope", "book_slot", "stove_door", "chair_scrape",
        "phone_buzz", "folding", "blind_drops", "lamp_out", "washer_door", "stool", "snare_tuning", "click",
    )
)  # fmt: skip

_WORTH_TWO = 3


def makers() -> dict[str, Callable[[], Wave]]:
    """Returns what makes each sound, by the sound's name."""
    return {**LAYERS, **GUESTS, **AIRS, **WINTER_AIRS, **SINGLES, **THINGS, **INTERFACE}


def made(name: str) -> bytes:
    """Returns a sound as Ogg Vorbis; the same bytes every time."""
    wave = makers()[name]()
    if name in NARROW:
        wave = wave.mean(axis=1)
    return encode(wave, _quality(name))


def _quality(name: str) -> float:
    """Returns the encoder's quality for a sound: most for what is played as music, least for noises that pass."""
    if name in LAYERS or name in GUESTS:
        return 0.6
    return 0.4 if name in AIRS or name in WINTER_AIRS else 0.3 if name in NARROW or name in INTERFACE else 0.2


def recipe() -> str:
    """Returns a digest of everything a sound's bytes depend on: these sources and the two libraries."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    for library in ("numpy", "soundfile"):
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()


def stale(names: Iterable[str], folder: Path, now: str) -> list[str]:
    """Returns the names whose file in `folder` is missing or was made from another recipe."""
    stamps = _stamps(folder)
    return [name for name in names if stamps.get(name) != now or not (folder / f"{name}.ogg").is_file()]


def make(names: Sequence[str], folder: Path, say: Callable[[str], object]) -> int:
    """Makes the stale ones of `names` in `folder`, says a line for each, and returns how many were made."""
    now = recipe()
    waiting = stale(names, folder, now)
    if not waiting:
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    for name, sound in _all_made(waiting):
        _write(folder / f"{name}.ogg", sound)
        _write(folder / STAMP, json.dumps(_stamps(folder) | {name: now}, indent=1, sort_keys=True).encode())
        say(f"{name:<16}{len(sound) / 1024:7.1f} KB {time.perf_counter() - started:6.1f} s")
    return len(waiting)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m workshop.sound.make", description="Makes the sounds that are not yet made.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these sounds; all of them where none is named")
    parser.add_argument("--to", type=Path, metavar="DIR", help="put everything here")
    chosen = parser.parse_args(arguments)
    unknown = sorted(set(chosen.names) - set(makers()))
    if unknown:
        parser.error(f"there is no sound called {', '.join(unknown)}; there are: {', '.join(sorted(makers()))}")
    names = chosen.names or list(makers())
    count = 0
    for shared, folder in ((False, STORY), (True, SHARED)):
        wanted = [name for name in names if (name in INTERFACE) == shared]
        count += make(wanted, chosen.to or folder, _say)
    _say(f"{count} made, {len(names) - count} fresh")
    return 0


def _all_made(names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yields names with their sounds as they come, made on two cores where there are two and the work is worth it."""
    if len(names) < _WORTH_TWO or (os.cpu_count() or 1) == 1:
        yield from ((name, made(name)) for name in names)
        return
    with ProcessPoolExecutor(max_workers=2) as pool:
        yield from zip(names, pool.map(made, names), strict=True)


def _stamps(folder: Path) -> dict[str, str]:
    """Returns the recipe each file of a folder was made from; nothing where the stamp cannot be read."""
    try:
        read = json.loads((folder / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _write(path: Path, content: bytes) -> None:
    """Puts a file in place whole."""
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(content)
    beside.replace(path)


def _say(line: str) -> None:
    """Shows a line of progress at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
