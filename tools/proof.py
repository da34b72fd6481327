"""Proves a download: `python3 run.py prove-download` plays a chapter with it in an empty Debian, with nothing else in there.

Makes a root with debootstrap (as root, from this machine's own package sources), with a virtual screen and the two libraries that the
README names; unpacks the archive there; starts the program as a person would; presses keys until the second chapter is reached; and lists
every file that was written meanwhile. Standard library only, but for libX11 and libXtst of this machine, which press the keys.
"""

from __future__ import annotations

import argparse
import ctypes
import ctypes.util
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tools.failure import FailureError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).resolve().parents[1]
# A screen, and what the README asks of a Linux without a desktop.
INCLUDED: Final = "xvfb,libgl1,libegl1"
SUITE: Final = "bookworm"
DISPLAY: Final = ":97"
_SOURCES: Final = (Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("*.sources")))
_PATIENCE: Final = 420.0
_HOME: Final = "home/player"


def mirror() -> str:
    """Returns where this machine gets Debian's packages.

    Raises FailureError where that is nowhere.
    """
    for path in _SOURCES:
        if path.is_file() and (match := re.search(r"https?://[^\s\"]*/debian/?(?=\s|$)", path.read_text("utf-8", "replace"))):
            return match[0]
    raise FailureError("This machine names no source of Debian's packages: see /etc/apt.")


def _tool(name: str) -> str:
    """Returns where a program of this machine lies; raises FailureError where there is none."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None:
        raise FailureError(f"{name} is not installed (Debian: debootstrap, coreutils, mount).")
    return found


def make_root(folder: Path) -> None:
    """Makes an empty Debian in a folder, unless one is there.

    Raises FailureError where that cannot be done.
    """
    if (folder / "usr" / "bin" / "Xvfb").exists():
        return
    done = subprocess.run(
        [_tool("debootstrap"), "--variant=minbase", f"--include={INCLUDED}", SUITE, str(folder), mirror()],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise FailureError("The empty Debian could not be made.", done.stdout[-2000:] + done.stderr[-2000:])


@contextmanager
def mounted(folder: Path) -> Iterator[None]:
    """Gives the root its /proc, which every program may expect, as long as it is needed."""
    proc = folder / "proc"
    done = subprocess.run([_tool("mount"), "-t", "proc", "proc", str(proc)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise FailureError("/proc cannot be mounted there: start this as root.", done.stderr)
    try:
        yield
    finally:
        subprocess.run([_tool("umount"), "--lazy", str(proc)], capture_output=True, check=False)


class Keys:
    """A keyboard on the root's screen."""

    def __init__(self, display: str) -> None:
        """Connects to it; raises FailureError where it does not come up."""
        x, test = (ctypes.util.find_library(name) for name in ("X11", "Xtst"))
        if x is None or test is None:
            raise FailureError("libX11 and libXtst are not installed here (Debian: libx11-6, libxtst6).")
        self._x, self._test = ctypes.CDLL(x), ctypes.CDLL(test)
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        end = time.monotonic() + 20
        while not (found := self._x.XOpenDisplay(display.encode())):
            if time.monotonic() > end:
                raise FailureError("The screen did not come up.")
            time.sleep(0.1)
        self._display = ctypes.c_void_p(found)

    def press(self, name: str) -> None:
        """Presses a key by its X name, and lets it go."""
        code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(self._x.XStringToKeysym(name.encode()))) & 255
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, down, ctypes.c_ulong(4))
        self._x.XFlush(self._display)


def files(folder: Path) -> set[str]:
    """Returns every file of a root, but what the system itself shows as files."""
    found = set()
    for place, folders, names in os.walk(folder):
        inside = Path(place).relative_to(folder).as_posix()
        if inside == ".":
            folders[:] = [name for name in folders if name not in {"proc", "sys", "dev"}]
        found |= {f"{inside}/{name}".removeprefix("./") for name in names}
    return found


def _within(root: Path, *command: str) -> subprocess.Popen[bytes]:
    """Starts a program in the root, with a home of its own and nothing of this machine's surroundings."""
    environment = {"HOME": f"/{_HOME}", "PATH": "/usr/bin:/bin", "DISPLAY": DISPLAY, "SDL_AUDIODRIVER": "dummy", "LANG": "C.UTF-8"}
    with (root / "tmp" / "said").open("ab") as said:
        return subprocess.Popen([_tool("chroot"), str(root), *command], env=environment, stdout=said, stderr=said, start_new_session=True)


def chapter(saves: Path) -> int:
    """Returns the number of the furthest chapter that any save is in; -1 where there is no save."""
    found = -1
    for path in saves.rglob("auto-*.json"):
        try:
            with path.open("rb") as stream:
                stream.readline()
                found = max(found, json.loads(stream.readline()).get("chapter") or 0)
        except (OSError, ValueError):
            continue
    return found


def play(root: Path, program: str) -> dict[str, float]:
    """Plays until the second chapter; returns seconds until the first save and until then.

    Raises FailureError where it is not reached.
    """
    screen = _within(root, "/usr/bin/Xvfb", DISPLAY, "-screen", "0", "1280x720x24", "-nolisten", "tcp")
    started = time.monotonic()
    game = None
    try:
        keys = Keys(DISPLAY)
        game, begun = _within(root, program), time.monotonic()
        saves = root / _HOME / ".local" / "share" / "Threshold" / "saves"
        first, begins = 0.0, -1
        time.sleep(2)
        keys.press("Return")
        time.sleep(1)
        keys.press("Return")
        while time.monotonic() - started < _PATIENCE:
            for name in ("space", "space", "space", "1"):
                keys.press(name)
                time.sleep(0.03)
            if game.poll() is not None:
                raise FailureError("The game ended before its time.", (root / "tmp" / "said").read_text("utf-8", "replace")[-2000:])
            reached = chapter(saves)
            if begins < 0 <= reached:
                first, begins = time.monotonic() - begun, reached
            if 0 <= begins < reached:
                return {"first save, s": first, "second chapter, s": time.monotonic() - begun}
        raise FailureError(
            f"The second chapter was not reached in {_PATIENCE:g} s.", (root / "tmp" / "said").read_text("utf-8", "replace")[-2000:]
        )
    finally:
        for process in (game, screen):
            if process is not None:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def read_only(root: Path, program: str) -> None:
    """Starts a portable copy from a folder that cannot be written to, as from a locked stick: it plays, says so, and writes nothing.

    Raises FailureError where that does not hold.
    """
    place = root / "opt"
    (root / program.lstrip("/")).with_name("portable").touch()
    subprocess.run([_tool("mount"), "--bind", str(place), str(place)], check=True)
    try:
        subprocess.run([_tool("mount"), "-o", "remount,ro,bind", str(place)], check=True)
        before = files(root)
        command = f"yes 1 | head -n 40 | {program} --text > /tmp/read 2>&1"
        _within(root, "/bin/sh", "-c", command).wait(120)
        text = (root / "tmp" / "read").read_text("utf-8", "replace")
        if "Read-only file system" not in text or len(text.split()) < 500:  # noqa: PLR2004 - a few pages of a story
            raise FailureError("From a folder that cannot be written to, no story could be read.", text[-2000:])
        if strange := files(root) - before - {"tmp/read"}:
            raise FailureError("A portable copy wrote elsewhere.", "\n".join(sorted(strange)))
    finally:
        subprocess.run([_tool("umount"), "--lazy", str(place)], capture_output=True, check=False)
        (root / program.lstrip("/")).with_name("portable").unlink(missing_ok=True)


def prove(archive: Path, root: Path) -> None:
    """Does all of it, and says what was found.

    Raises FailureError where something does not hold.
    """
    make_root(root)
    for place in ("opt", _HOME):
        shutil.rmtree(root / place, ignore_errors=True)
        (root / place).mkdir(parents=True)
    with tarfile.open(archive) as packed:
        packed.extractall(root / "opt", filter="tar")
    folder = next(path for path in (root / "opt").iterdir() if path.is_dir())
    print(f"{archive.name}: {archive.stat().st_size / 1e6:.1f} MB; in an empty {SUITE} with {INCLUDED}.")
    program = f"/opt/{folder.name}/threshold"
    with mounted(root):
        tested = _within(root, "/usr/bin/env", "SDL_VIDEODRIVER=dummy", program, "--selftest").wait()
        if tested:
            raise FailureError("The self-test failed.", (root / "tmp" / "said").read_text("utf-8", "replace")[-2000:])
        print("The self-test: fine.")
        before = files(root)
        for name, seconds in play(root, program).items():
            print(f"{name}: {seconds:.1f}")
        written = files(root) - before
        read_only(root, program)
        print("From a folder that cannot be written to: it plays, says that nothing is saved, and writes nothing.")
    own = tuple(f"{_HOME}/{place}" for place in (".local/share/Threshold/", ".config/Threshold/", ".local/state/Threshold/"))
    strange = sorted(name for name in written if not name.startswith((*own, "tmp/.X", "tmp/said")))
    print(f"{len(written)} files were written, all of them in the game's own folders." if not strange else "\n".join(strange))
    if strange:
        raise FailureError("The game wrote outside its own folders.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Proves the archive in dist/, or the one that is named; returns 1 after one sentence where it does not hold."""
    parser = argparse.ArgumentParser(prog="run.py prove-download", description="Plays a chapter with the download in an empty Debian.")
    parser.add_argument("archive", type=Path, nargs="?", help="the archive (default: the newest in dist/)")
    parser.add_argument("--root", type=Path, help="keep the empty Debian here, for the next time")
    options = parser.parse_args(arguments)
    found = sorted((ROOT / "dist").glob("threshold-*.tar.xz"), key=lambda path: path.stat().st_mtime)
    archive = options.archive or (found[-1] if found else None)
    try:
        if archive is None or not archive.is_file():
            raise FailureError("There is no download to prove: `python3 run.py build` makes one.")
        with tempfile.TemporaryDirectory() as scratch:
            prove(archive, options.root or Path(scratch) / "root")
    except FailureError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
