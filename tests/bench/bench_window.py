"""Measures the window from outside, as a person would feel it, with ../shared/bench/window.py on a private screen.

Medians of RUNS starts (THRESHOLD_BENCH_RUNS sets another number). "Other load" is what everything else on the machine burnt
meanwhile, in per cent of one core: distrust times where it is high. Keys to lines and back are measured with motion reduced,
for only then is the first change on the screen the line that was asked for.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MEASURE = ROOT.parent / "shared" / "bench" / "window.py"
RUNS = int(os.environ.get("THRESHOLD_BENCH_RUNS", "5"))
PANEL = "700,130,540,560"
SHELF = "sleep:1.5;mem:menu;idle:menu:10"
# The note, the story's first line; the picture is awake for 12 s after the last key.
OPEN = "key:Return;settle;key:Return;sleep:3;key:space;sleep:0.1"
ASLEEP = "sleep:14;mem:line;idle:line:20"
LINES = "advance:next:8:key:space;advance:back:6:key:Prior;watch:save:{home}/share:key:F5;sleep:0.5;key:space;sleep:0.5;timed:load:key:F9"
# More rounds of keys than the chapter has choices; memory is looked at while the next picture is being drawn.
ROUNDS, PRESSES = 22, 36
STILL = ("next_first_ms", "next_other%", "back_first_ms", "save_ms", "load_first_ms")
NAMES = {
    "first_ms": "window: start to shelf, ms",
    "settled_ms": "window: start to shelf with every cover, ms",
    "cpu_start_ms": "window: processor time to shelf, ms",
    "other%_start": "window: other load meanwhile, % of a core",
    "menu_rss_mb": "window: memory at the shelf, MB",
    "menu_pss_mb": "window: memory at the shelf that nothing else shares, MB",
    "menu_main%": "window: idle at the shelf, main thread, % of a core",
    "menu_cpu%": "window: idle at the shelf, all threads, % of a core",
    "line_rss_mb": "window: memory at a line, MB",
    "line_main%": "window: idle at a line, main thread, % of a core",
    "line_cpu%": "window: idle at a line, all threads, % of a core",
    "line_other%": "window: other load while idle at a line, % of a core",
    "next_first_ms": "window: key to next line, ms",
    "next_other%": "window: other load meanwhile, key to next line, % of a core",
    "back_first_ms": "window: rewind, ms",
    "save_ms": "window: quick save with its picture, ms",
    "load_first_ms": "window: quick load, ms",
}


def lacks() -> str:
    """Returns why nothing can be measured here, or nothing."""
    if not MEASURE.is_file():
        return "not measured: ../shared/bench/window.py is not here"
    if shutil.which("Xvfb") is None:
        return "not measured: Xvfb is not installed"
    return "" if any((ROOT / "game" / "packs").glob("*.story")) else "not measured: no story is packed"


def home(folder: Path, **settings: object) -> Path:
    """Returns a home folder with these settings in it."""
    path = folder / "config" / "Threshold" / "settings.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(settings), "utf-8")
    return folder


def outside(cache: Path) -> dict[str, str]:
    """Returns the environment that the game is measured in: no settings of tests, its bytecode compiled as an installation has it."""
    dropped = {"SDL_VIDEODRIVER", "THRESHOLD_HOME", "PYTHONDONTWRITEBYTECODE"}
    environment = {name: value for name, value in os.environ.items() if name not in dropped}
    environment["PYTHONPYCACHEPREFIX"] = str(cache)
    for module in ("game.app", "game.ui.raster", "pygame.mixer"):
        subprocess.run(
            [sys.executable, "-c", f"import game.cli, {module}"], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
        )
    return environment


def runs(steps: str, *, settings: dict[str, object], environment: dict[str, str], most: int = RUNS) -> list[dict[str, Any]]:
    """Returns what every run of these steps gave.

    Raises CalledProcessError where the game or the screen did not start.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = folder / "report.json"
        command = [sys.executable, str(MEASURE), "--cmd", f"{sys.executable} -m game.cli", "--runs", str(most), "--poll", "0.002"]
        command += ["--env", "SDL_FRAMEBUFFER_ACCELERATION=0", "--text-region", PANEL, "--steps", steps]
        command += ["--home", str(home(folder / "home", **settings)), "--log", str(folder / "log"), "--json", str(report)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        found: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))["runs"]
        return found


def medians(found: list[dict[str, Any]]) -> dict[str, float]:
    """Returns the median of every figure over all runs; figures that came in lists are taken together."""
    medians = {}
    for name in found[0]:
        values = [value for run in found for value in (run[name] if isinstance(run[name], list) else [run[name]]) if value is not None]
        if values:
            medians[name] = statistics.median(values)
    return medians


def peaks(environment: dict[str, str]) -> dict[str, float]:
    """Returns the most memory in any moment of the chapter, in MB: of the game, and of it with its raster process.

    The two share their libraries, which count once (PSS); the game's own peak is what the system noted (VmHWM).
    """
    presses = "key:space;sleep:0.006;" * PRESSES
    steps = OPEN + ";" + ";".join(f"{presses}key:1;sleep:0.12;mem:a{n};sleep:0.12;mem:b{n};sleep:0.15;mem:c{n}" for n in range(ROUNDS))
    found = runs(f"{steps};sleep:5", settings={}, environment=environment, most=max(1, RUNS // 2))
    return {
        "window: peak memory of the chapter, MB": statistics.median(float(run["end_hwm_mb"]) for run in found),
        "window: peak memory of the chapter with the raster process, MB": statistics.median(_most(run, "_pss_mb") for run in found),
    }


def _most(run: dict[str, Any], ending: str) -> float:
    return max(float(value) for name, value in run.items() if name.endswith(ending))


def measure() -> dict[str, float | str]:
    """Returns every figure of the window, each named with its unit."""
    if reason := lacks():
        return {"window": reason}
    with tempfile.TemporaryDirectory() as cache:
        return _measured(outside(Path(cache)))


def _measured(environment: dict[str, str]) -> dict[str, float | str]:
    awake = medians(runs(f"{SHELF};{OPEN};{ASLEEP}", settings={}, environment=environment))
    still = medians(runs(f"{OPEN};{LINES}", settings={"reduce_motion": True}, environment=environment))
    figures = {**awake, **{name: still[name] for name in STILL}}
    return {
        "window: runs": RUNS,
        **{title: figures[name] for name, title in NAMES.items() if name in figures},
        **peaks(environment),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
