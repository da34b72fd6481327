"""Makes this machine's download: `python3 run.py build`.

PyInstaller gathers the program into one folder (packaging/threshold.spec); then it is made leaner, told apart by a bill of materials,
licences and sums, signed where a key is given, and packed. Everything goes to dist/.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.errors import ThresholdError
from game.own import newest, packed, sums
from tools import bill, floor, leaner
from tools.environment import step
from tools.failure import FailureError
from tools.quiet import run_quietly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nacl.signing import SigningKey

ROOT: Final = Path(__file__).resolve().parents[1]
DIST: Final = ROOT / "dist"
PACKAGING: Final = ROOT / "packaging"
_SYSTEMS: Final = {"Linux": "linux", "Windows": "windows", "Darwin": "macos"}


def version(root: Path = ROOT) -> str:
    """Returns which version this is."""
    return str(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def name(*, small: bool = False) -> str:
    """Returns what a download for this machine is called."""
    system = platform.system()
    machine = platform.machine().lower().replace("amd64", "x86_64")
    return f"threshold-{'small-' if small else ''}{version()}-{_SYSTEMS.get(system, system.lower())}-{machine}"


def steadily(arguments: list[str], sentence: str, **more: str) -> None:
    """Runs a module so that the same sources give the same bytes: sets and times have one order and one value.

    Raises FailureError with `sentence` where it fails.
    """
    environment = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(packed.MOMENT), "PYTHONPATH": str(ROOT), **more}
    before = {key: os.environ.get(key) for key in environment}
    os.environ.update(environment)
    try:
        run_quietly([sys.executable, "-m", *arguments], ROOT, sentence)
    finally:
        for key, value in before.items():
            os.environ.pop(key) if value is None else os.environ.update({key: value})


def freeze(target: Path, *, small: bool = False) -> Path:
    """Gathers program and parts into a new folder, `small` without the part that serves a group's phones, and returns it.

    Raises FailureError where that cannot be done.
    """
    with tempfile.TemporaryDirectory() as work:
        out = Path(work) / "out"
        command = ["PyInstaller", str(PACKAGING / "threshold.spec"), "--noconfirm", "--log-level", "ERROR"]
        command += ["--distpath", str(out), "--workpath", str(Path(work) / "work")]
        sentence = "PyInstaller could not gather the program; its last lines stand above."
        steadily(command, sentence, THRESHOLD_SMALL="1" if small else "")
        shutil.rmtree(target, ignore_errors=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(out / "threshold", target, symlinks=True)
        if (app := out / "Threshold.app").is_dir():
            shutil.rmtree(target.with_name(app.name), ignore_errors=True)
            shutil.copytree(app, target.with_name(app.name), symlinks=True)
    return target


def finish(folder: Path, key: SigningKey | None) -> None:
    """Makes a gathered folder what people get: lean, with its papers, its sums, and their signature where there is a key."""
    program = folder / ("threshold.exe" if os.name == "nt" else "threshold")
    leaner.plain(folder / "parts")
    leaner.strip(folder / "parts", program)
    steadily(["tools.leaner", str(folder / "parts"), str(ROOT)], "The modules could not be compiled anew.")
    for path in sorted((PACKAGING / "beside").iterdir()):
        if path.suffix != ".desktop" or sys.platform == "linux":
            shutil.copyfile(path, folder / path.name)
    (folder / "parts" / "version").write_text(version() + "\n", "ascii")
    bill.write(folder, ROOT, version())
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
    sums.write(folder, list(sums.files(folder)), key)


def pack(folder: Path, key: SigningKey | None, *, quick: bool = False) -> Path:
    """Packs a folder beside itself, writes the sums of every archive there, and returns the archive."""
    archive = folder.with_name(folder.name + (".zip" if os.name == "nt" else ".tar.xz"))
    if os.name == "nt":
        packed.zipped(folder, archive)
    else:
        packed.tar(folder, archive, quick=quick)
    sums.write(
        folder.parent, sorted(path for path in folder.parent.iterdir() if path.name.startswith("threshold-") and path.is_file()), key
    )
    return archive


def selftest(folder: Path) -> None:
    """Starts the program of a folder once, on a home of its own, and has it draw every screen and open every story.

    Raises FailureError with what it said where something is wrong.
    """
    program = folder / ("threshold-text.exe" if os.name == "nt" else "threshold")
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "HOME": home,
            "SDL_VIDEODRIVER": "dummy",
            "SDL_AUDIODRIVER": "dummy",
            "THRESHOLD_HOME": f"{home}/threshold",
        }
        done = subprocess.run([str(program), "--selftest"], env=environment, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode or "fine" not in done.stdout.splitlines():
        raise FailureError("The program that was built does not hold.", done.stdout + done.stderr)


def compare(first: Path, second: Path) -> list[str]:
    """Returns the names of files that are in only one of two folders, or that differ."""
    found = [{path.relative_to(folder).as_posix(): sums.digest(path) for path in sums.files(folder)} for folder in (first, second)]
    return sorted(name for name in found[0].keys() | found[1].keys() if found[0].get(name) != found[1].get(name))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py build", description="Makes this machine's download in dist/.")
    parser.add_argument("--key", type=Path, metavar="FILE", help="sign with this key; `threshold-studio key FILE` makes one")
    parser.add_argument("--where", metavar="URL", help="with --key: write newest.json for players who ask; where they get this version")
    parser.add_argument("--folder-only", action="store_true", help="make and try the folder, and pack nothing")
    parser.add_argument("--small", action="store_true", help="leave out the part that serves the phones of a group")
    parser.add_argument("--twice", action="store_true", help="make it twice, and list what is not the same")
    parser.add_argument("--to", type=Path, default=DIST, metavar="FOLDER", help="where it goes (default: dist/)")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Builds, tries and packs; returns 1 after one sentence where that cannot be done."""
    options = _parser().parse_args(arguments)
    try:
        key = sums.secret(options.key) if options.key else None
        return _made(options, key)
    except (FailureError, ThresholdError) as failure:
        print(failure, file=sys.stderr)
        return 1


def _made(options: argparse.Namespace, key: SigningKey | None) -> int:
    folder = options.to.resolve() / name(small=options.small)
    with step("Gathering the program"):
        freeze(folder, small=options.small)
    with step("Papers, sums, and nothing that nobody needs"):
        finish(folder, key)
    with step("Trying it: every screen, every story"):
        selftest(folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{folder}: {size / 1e6:.1f} MB. {floor.told(folder)}")
    if options.twice:
        with tempfile.TemporaryDirectory() as other:
            with step("Once more"):
                finish(freeze(Path(other) / folder.name, small=options.small), key)
            different = compare(folder, Path(other) / folder.name)
        print("\n".join(["These differ:", *different]) if different else "Both are the same, byte for byte.")
    if not options.folder_only:
        with step("Packing it"):
            archive = pack(folder, key)
        if key is not None and options.where:
            (options.to / "newest.json").write_bytes(newest.signed(version(), options.where, key))
        print(f"{archive}: {archive.stat().st_size / 1e6:.1f} MB.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
