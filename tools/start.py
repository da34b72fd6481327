"""What run.py does: brings .venv up to date, builds what is stale, and starts the program asked for. Standard library only."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tools import fresh
from tools.environment import Environment, step
from tools.failure import FailureError
from tools.quiet import run_quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parents[1]
HELP = """\
Threshold: stories about belonging, and about leaving.

  python3 run.py play [OPTIONS]   plays it (play --help lists the options)
  python3 run.py test [OPTIONS]   runs the tests (options are pytest's)
  python3 run.py serve --demo     starts a demo organisation with two counsellors, and prints the links
  python3 run.py serve [OPTIONS]  starts your organisation's server (--folder says where it lies)

  python3 run.py check            style, types, architecture, catalogues, stories
  python3 run.py bench [--write]  measures; --write puts the table into docs/performance.md
  python3 run.py strings [LANG]   collects the interface's texts and updates the catalogues, or begins one
  python3 run.py sounds           renders every sound anew
"""
SAYING = {"catalogues": "Compiling the catalogues", "sounds": "Rendering the sounds", "packs": "Packing the stories"}
COVERED = ["--cov", "--cov-report=term"]
INTERRUPTED = 130
COMPLAINTS = 100


def build(place: Environment) -> None:
    """Makes the catalogues, sounds and packs that are stale, in this order, each in a line of its own."""
    for name, saying in SAYING.items():
        if place.made.get(name) == fresh.mark(place.root, name):
            continue
        with step(saying):
            command = [str(place.program("python")), "-m", "tools.build", name]
            run_quietly(command, place.root, f"{saying} failed.", count=COMPLAINTS)
        place.remember(name, fresh.mark(place.root, name))


def become(program: Path, arguments: list[str], folder: Path | None = None) -> int:
    """Hands over to another program, in `folder` if one is given; on Windows, waits for it and returns its exit code."""
    sys.stdout.flush()
    if folder:
        os.chdir(folder)
    if os.name != "nt":
        os.execv(program, [str(program), *arguments])
    return subprocess.call([str(program), *arguments])


def play(place: Environment, arguments: list[str]) -> int:
    """Plays the game."""
    build(place)
    return become(place.program("threshold"), arguments)


def test(place: Environment, arguments: list[str]) -> int:
    """Runs the tests; all of them show what they cover."""
    build(place)
    return become(place.program("python"), ["-m", "pytest", *(arguments or COVERED)], place.root)


def serve(place: Environment, arguments: list[str]) -> int:
    """Starts the server of an organisation, or of the demo's."""
    build(place)
    rest = [argument for argument in arguments if argument != "--demo"]
    return become(place.program("threshold-server"), ["demo", *rest] if "--demo" in arguments else [*rest, "run"], place.root)


def _module(name: str, *, built: bool = True) -> Callable[[Environment, list[str]], int]:
    """Returns the command that starts a module with Python's -m."""

    def command(place: Environment, arguments: list[str]) -> int:
        if built:
            build(place)
        return become(place.program("python"), ["-m", name, *arguments], place.root)

    return command


COMMANDS: Mapping[str, Callable[[Environment, list[str]], int]] = MappingProxyType(
    {
        "play": play,
        "test": test,
        "serve": serve,
        "check": _module("tools.check"),
        "bench": _module("tools.bench"),
        "strings": _module("tools.strings", built=False),
        "sounds": _module("workshop.sound.make", built=False),
    }
)


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Does what the command line says and returns the exit code: 1 when a step failed, 2 for an unknown command, 130 on Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if not arguments or arguments[0] in {"help", "-h", "--help"}:
        print(HELP, end="")
        return 0
    command = COMMANDS.get(arguments[0])
    if command is None:
        print(f"There is no command “{arguments[0]}”: python3 run.py lists them.", file=sys.stderr)
        return 2
    try:
        place = Environment(root)
        place.install()
        return command(place, arguments[1:])
    except FailureError as failure:
        print(failure, file=sys.stderr)
    except OSError as fault:
        print(f"{fault.strerror or fault}: {fault.filename or root}. Threshold needs to write in its own folder.", file=sys.stderr)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    return 1
