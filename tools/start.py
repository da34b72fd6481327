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
  python3 run.py serve --demo     starts a demo organisation with two counsellors and figures, and prints the links
  python3 run.py serve [OPTIONS]  starts your organisation's server (--folder says where it lies)

  python3 run.py check            style, types, architecture, catalogues, stories
  python3 run.py coverage         all tests once more, counting what of the whole game they pass (half as long again)
  python3 run.py bench [--write]  measures; --write puts the table into docs/performance.md
  python3 run.py fuzz [TARGET]    gives made-up input to all that reads what comes from outside (--seconds 60)
  python3 run.py nightly          what takes hours: fuzzing, endurance, every fault injected (nightly --list names it)
  python3 run.py faults [--write] breaks disks, processes and databases, and says what became of each promise
  python3 run.py audit            what is known against the packages that this is built on
  python3 run.py strings [LANG]   collects the interface's texts and updates the catalogues, or begins one
  python3 run.py pictures [KIND]  draws the pictures of the documents anew: game, cues, sheet, console
  python3 run.py build [OPTIONS]  makes this machine's download in dist/ (build --help lists the options)
  python3 run.py prove-download   plays a chapter with that download in an empty Debian (Linux, as root)
  python3 run.py verify PLACE --key KEY   tells whether a download is what its publisher signed
  python3 run.py sounds           renders every sound anew
"""
SAYING = {"catalogues": "Compiling the catalogues", "sounds": "Rendering the sounds", "packs": "Packing the stories"}
# What runs beside each other, a file in one process, three at once because many wait for a browser, a server or a window; and what
# measures time, with nothing beside it. Coverage is counted where `game/story` and `studio` are what is tested, and not among the
# screens and the server, which Python would run half as fast for it.
BESIDE = ["-n", "3", "--dist", "loadfile", "--durations=30", "--durations-min=5", "-m", "not alone and not nightly"]
COUNTED = [
    *("tests/game/story", "tests/studio", "tests/game/test_watch.py"),
    *(f"tests/game/scenes/test_{name}.py" for name in ("own_pages", "saving", "ways")),
]
ALONE = ["-m", "alone and not nightly"]
RUNS = (
    [*COUNTED, *BESIDE],
    [*(f"--ignore={place}" for place in COUNTED), *BESIDE],
    ALONE,
)
HALF = ("--cov=game/story", "--cov=studio")
# What must be covered, in per cent of lines and branches: the least, and where. The second is counted by `coverage` alone.
HELD = ((95, "game/story/*,studio/*"), (90, "game/*"))
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
    """Runs the tests that the options name, or all of them, which show what they cover of stories and studio, and hold the least of it."""
    build(place)
    python = _python(place)
    if arguments:
        return become(place.program("python"), ["-m", "pytest", *arguments], place.root)
    counted, *rest = ([*python, "pytest", *run, *(_marked(place.root) if run is ALONE else [])] for run in RUNS)
    # What failed stands last, where it is looked for.
    done = [_called(place, [*counted, *HALF]), _held(place, *HELD[0]), *(_called(place, run) for run in rest)]
    return max(done)


def coverage(place: Environment, arguments: list[str]) -> int:
    """Runs all tests while counting which lines of the whole game they pass, which takes half as long again, and holds the least of it."""
    build(place)
    first = _called(place, [*_python(place), "coverage", "erase"])
    done = [_called(place, [*_python(place), "pytest", *run, "--cov", "--cov-append", "--cov-report=", *arguments]) for run in RUNS]
    return max(first, *done, *(_held(place, *held) for held in HELD))


def _marked(root: Path) -> list[str]:
    """Returns the files with tests that run alone: reading all others to leave them out takes half a minute."""
    return [str(path.relative_to(root)) for path in sorted(root.glob("tests/**/test_*.py")) if "mark.alone" in path.read_text("utf-8")]


def _python(place: Environment) -> list[str]:
    return [str(place.program("python")), "-m"]


def _called(place: Environment, command: list[str]) -> int:
    return subprocess.call(command, cwd=place.root)


def _held(place: Environment, least: int, where: str) -> int:
    """Shows what some files are covered by, and fails below the least."""
    return _called(place, [*_python(place), "coverage", "report", f"--include={where}", f"--fail-under={least}"])


def serve(place: Environment, arguments: list[str]) -> int:
    """Starts the server of an organisation, or of the demo's."""
    build(place)
    rest = [argument for argument in arguments if argument != "--demo"]
    return become(place.program("threshold-server"), ["demo", *rest] if "--demo" in arguments else [*rest, "run"], place.root)


def verify(place: Environment, arguments: list[str]) -> int:
    """Tells whether a download is what its publisher signed."""
    return become(place.program("python"), ["-m", "game.cli", "verify", *arguments])


def _module(name: str, *, built: bool = True, extra: tuple[str, str] | None = None) -> Callable[[Environment, list[str]], int]:
    """Returns the command that starts a module with Python's -m; `extra` is a group of pyproject.toml it needs, and a module of that."""

    def command(place: Environment, arguments: list[str]) -> int:
        if built:
            build(place)
        if extra:
            place.add(*extra)
        return become(place.program("python"), ["-m", name, *arguments], place.root)

    return command


COMMANDS: Mapping[str, Callable[[Environment, list[str]], int]] = MappingProxyType(
    {
        "play": play,
        "test": test,
        "serve": serve,
        "coverage": coverage,
        "check": _module("tools.check"),
        "bench": _module("tools.bench"),
        "fuzz": _module("tools.fuzz", extra=("fuzz", "atheris")),
        "audit": _module("tools.audit", built=False, extra=("audit", "pip_audit")),
        "faults": _module("tools.faults"),
        "pictures": _module("tests.docs.pictures"),
        "nightly": _module("tools.nightly", extra=("fuzz", "atheris")),
        "build": _module("tools.download"),
        "prove-download": _module("tools.proof", built=False),
        "verify": verify,
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
