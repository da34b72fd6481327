"""The folder .venv: made once, brought up to date when what it was made from changes. Standard library only."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
import tomllib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tools import fresh
from tools.failure import FailureError
from tools.quiet import run_quietly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MADE_FROM = ("package.json", "package-lock.json", "hatch_build.py", "tools/vendor.py")
BROUGHT = ("game/vendor/stamp", "studio/vendor/ink-full.js", "server/vendor/js/libsodium-wrappers.mjs")
WHAT = "-e.[studio,server,test]"


@contextmanager
def step(what: str) -> Iterator[None]:
    """Prints one line for a step: what it does, then the seconds it took."""
    begun = time.monotonic()
    print(f"{what} ... ", end="", flush=True)
    try:
        yield
    except BaseException:
        print("stopped", flush=True)
        raise
    print(f"{time.monotonic() - begun:.1f} s", flush=True)


def asked_for(root: Path) -> str:
    """Returns a hash of what .venv is made from: of pyproject.toml only what an install reads, not the settings of the tools beside it."""
    try:
        project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise FailureError(f"pyproject.toml cannot be read: {fault}.") from fault
    read = [project.get("build-system"), project.get("project"), project.get("tool", {}).get("hatch")]
    return fresh.content(root, MADE_FROM, json.dumps(read))


class Environment:
    """The project's own Python in .venv, with a note of what was installed and built."""

    def __init__(self, root: Path) -> None:
        """Reads the note, if there is one that fits this folder."""
        self.root = root
        self.folder = root / ".venv"
        self.programs = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.note = self.folder / "threshold.json"
        self.made: dict[str, str] = self._read()

    def _read(self) -> dict[str, str]:
        """Returns the note; an unreadable one, or one of another folder, counts as none."""
        try:
            made = json.loads(self.note.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return made if isinstance(made, dict) and made.get("root") == str(self.root) else {}

    def remember(self, name: str, mark: str) -> None:
        """Writes down that `name` is done for `mark`."""
        self.made = {**self.made, "root": str(self.root), name: mark}
        scratch = self.note.with_suffix(".new")
        scratch.write_text(json.dumps(self.made, indent=2) + "\n", "utf-8")
        scratch.replace(self.note)

    def program(self, name: str) -> Path:
        """Returns the path of a program of .venv."""
        return self.programs / (f"{name}.exe" if os.name == "nt" else name)

    def installed(self) -> bool:
        """Tells whether .venv holds what today's files ask for."""
        there = [self.program("python"), self.program("threshold"), *(self.root / name for name in BROUGHT)]
        return self.made.get("install") == asked_for(self.root) and all(path.exists() for path in there)

    def install(self) -> None:
        """Makes .venv and installs the game, the studio and the tests into it, unless they are there and fresh.

        Raises FailureError where Python lacks venv, or a package cannot be had.
        """
        if self.installed():
            return
        if self.folder.is_symlink():
            raise FailureError(".venv is a link: making it anew would empty the folder that it leads to. Remove the link first.")
        uv = shutil.which("uv")
        if not self.made or not self.program("python").exists():
            self._make(uv)
            self.remember("python", sys.version.split()[0])
        self._fill(uv)
        self.remember("install", asked_for(self.root))

    def add(self, extra: str, module: str) -> None:
        """Installs what a further group of pyproject.toml asks for, which not everybody needs, unless its module is there.

        Raises FailureError where it cannot be had.
        """
        python = str(self.program("python"))
        look = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
        if subprocess.call([python, "-c", look], cwd=self.root) == 0:
            return
        groups = tomllib.loads((self.root / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
        uv = shutil.which("uv")
        command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]
        if uv:
            command = [uv, "pip", "install", "--quiet", "--python", python]
        with step(f"Installing {module}"):
            run_quietly([*command, *groups[extra]], self.root, f"{module} could not be installed; the last lines stand above.")

    def _make(self, uv: str | None) -> None:
        """Makes an empty .venv in place of any that is there."""
        if uv:
            with step("Making .venv with uv"):
                command = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(self.folder)]
                run_quietly(command, self.root, "uv could not make .venv; its last lines stand above.")
            return
        if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            raise FailureError(f"This Python has no venv: on Debian and Ubuntu, `sudo apt install python{version}-venv` brings it.")
        with step("Making .venv"):
            command = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
            run_quietly(command, self.root, "Python could not make .venv; its last lines stand above.")

    def _fill(self, uv: str | None) -> None:
        """Installs everything, editable, with its packages."""
        python = str(self.program("python"))
        command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", WHAT]
        if uv:
            command = [uv, "pip", "install", "--quiet", "--python", python, WHAT]
        with step("Installing the game, the studio and the tests (a minute or two, only this once)"):
            sentence = "Something could not be installed; the last lines stand above. Only this step needs the network."
            run_quietly(command, self.root, sentence)
