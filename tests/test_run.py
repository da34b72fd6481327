"""What run.py does before anything is installed, and what it counts as stale."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import environment, fresh, quiet, start
from tools.environment import Environment
from tools.failure import FailureError

ROOT = Path(__file__).parents[1]
RUN = ROOT / "run.py"


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Starts run.py as a person would."""
    return subprocess.run([sys.executable, str(RUN), *arguments], capture_output=True, text=True, encoding="utf-8", check=False)


def test_alone_it_shows_the_two_commands() -> None:
    """Without a command it lists them, the two of the README first, and nothing is installed for that."""
    done = _run()
    assert done.returncode == 0
    assert done.stdout.index("run.py play") < done.stdout.index("run.py test") < done.stdout.index("run.py check")


def test_an_unknown_command_gets_one_line() -> None:
    """A slip of the finger is answered with one line and exit code 2."""
    done = _run("paly")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "“paly”" in done.stderr


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python before 3.11 reads the file without a syntax error and says in one line what is needed."""
    ast.parse(RUN.read_text("utf-8"), feature_version=(3, 4))
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    with pytest.raises(SystemExit, match=r"^Threshold needs Python 3\.11 or newer, and this is 3\.10: .*\.$"):
        runpy.run_path(str(RUN), run_name="__main__")


def test_before_the_install_only_the_standard_library_is_imported() -> None:
    """run.py starts where nothing is installed: isolated from every package there is."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import tools.start; print(sorted({{m.partition('.')[0] for m in sys.modules}}))"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True)
    names = set(ast.literal_eval(done.stdout)) - {"tools", "__main__"}
    assert names <= set(sys.stdlib_module_names)


def test_a_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the system's Python lacks ensurepip, one line names the package that brings it."""
    _project(tmp_path)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else object())
    with pytest.raises(FailureError, match=rf"sudo apt install python3\.{sys.version_info.minor}-venv"):
        Environment(tmp_path).install()


def test_a_program_that_fails_shows_its_last_lines(tmp_path: Path) -> None:
    """A step that fails says so in one sentence, below the last lines of the program."""
    noisy = [sys.executable, "-c", "for n in range(99): print('line', n)\nraise SystemExit(3)"]
    with pytest.raises(FailureError) as caught:
        quiet.run_quietly(noisy, tmp_path, "It did not work.")
    lines = str(caught.value).splitlines()
    assert len(lines) == quiet.LAST_LINES + 1
    assert lines[-2:] == ["    line 98", "It did not work."]


def test_a_failing_step_leaves_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Whatever keeps a step from being done, the command ends with exit code 1 and a sentence."""
    _project(tmp_path)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    assert start.main(["play"], tmp_path) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Ctrl-C in the middle of a step ends with exit code 130 and no traceback."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    _project(tmp_path)
    monkeypatch.setattr(environment, "run_quietly", interrupt)
    assert start.main(["play"], tmp_path) == start.INTERRUPTED
    assert capsys.readouterr().err.strip() == ""


def _project(root: Path) -> None:
    """Puts a small pyproject.toml into a folder."""
    (root / "pyproject.toml").write_text('[project]\nname = "threshold"\n[tool.ruff]\nline-length = 140\n', "utf-8")


def _house(root: Path) -> Environment:
    """Makes a folder that looks installed."""
    place = Environment(root)
    for path in (place.program("python"), place.program("threshold"), *(root / name for name in environment.BROUGHT)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    _project(root)
    place.remember("install", environment.asked_for(root))
    return place


def test_what_is_installed_and_fresh_is_left_alone(tmp_path: Path) -> None:
    """A second start installs nothing, so it works without a network."""
    _house(tmp_path)
    assert Environment(tmp_path).installed()


@pytest.mark.parametrize("name", environment.MADE_FROM)
def test_a_changed_source_of_the_environment_makes_it_stale(name: str, tmp_path: Path) -> None:
    """Each file that the environment is made from makes it stale when it changes."""
    _house(tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("something else", "utf-8")
    assert not Environment(tmp_path).installed()


@pytest.mark.parametrize(("old", "new", "stays"), [("140", "120", True), ("threshold", "doorstep", False)])
def test_only_what_an_install_reads_makes_it_stale(old: str, new: str, stays: bool, tmp_path: Path) -> None:  # noqa: FBT001  a test's parameter
    """A setting of the linter in pyproject.toml asks for no new install; a name, package or build setting does."""
    _house(tmp_path)
    project = tmp_path / "pyproject.toml"
    project.write_text(project.read_text("utf-8").replace(old, new), "utf-8")
    assert Environment(tmp_path).installed() is stays


def test_a_broken_project_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in pyproject.toml is one sentence with its line."""
    (tmp_path / "pyproject.toml").write_text("[project\n", "utf-8")
    assert start.main(["test"], tmp_path) == 1
    assert "pyproject.toml cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("name", environment.BROUGHT)
def test_a_lost_product_makes_the_environment_stale(name: str, tmp_path: Path) -> None:
    """What was brought and then deleted is brought again."""
    _house(tmp_path)
    (tmp_path / name).unlink()
    assert not Environment(tmp_path).installed()


def test_a_moved_folder_is_made_anew(tmp_path: Path) -> None:
    """An environment made in another folder does not count: its programs point there."""
    place = _house(tmp_path)
    place.note.write_text(json.dumps(place.made | {"root": "/elsewhere"}), "utf-8")
    assert Environment(tmp_path).made == {}


def test_a_broken_note_is_no_obstacle(tmp_path: Path) -> None:
    """A note cut short, as by a full disk, counts as none."""
    place = _house(tmp_path)
    place.note.write_text('{"root": ', "utf-8")
    assert Environment(tmp_path).made == {}


def _story(root: Path) -> Path:
    """Makes a tree with one story and returns its source."""
    source = root / "stories" / "one" / "main.ink"
    source.parent.mkdir(parents=True)
    source.write_text("Once.", "utf-8")
    (root / "game" / "packs").mkdir(parents=True)
    return source


def test_nothing_changed_is_nothing_stale(tmp_path: Path) -> None:
    """The mark of an untouched tree stays the same."""
    _story(tmp_path)
    assert fresh.mark(tmp_path, "packs") == fresh.mark(tmp_path, "packs")


def test_a_written_story_is_stale(tmp_path: Path) -> None:
    """A story saved anew gets another mark, even when its length stays the same."""
    source = _story(tmp_path)
    before = fresh.mark(tmp_path, "packs")
    source.write_text("Then.", "utf-8")
    os.utime(source, ns=(1, 1))
    assert fresh.mark(tmp_path, "packs") != before


def test_a_lost_or_foreign_pack_is_stale(tmp_path: Path) -> None:
    """A pack that appears or disappears gets the packs looked at again."""
    _story(tmp_path)
    before = fresh.mark(tmp_path, "packs")
    (tmp_path / "game" / "packs" / "one.story").write_bytes(b"PK")
    assert fresh.mark(tmp_path, "packs") != before


def test_compiled_python_makes_nothing_stale(tmp_path: Path) -> None:
    """Python's own caches are no change."""
    _story(tmp_path)
    before = fresh.mark(tmp_path, "packs")
    cache = tmp_path / "studio" / "__pycache__" / "pack.pyc"
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"\0")
    assert fresh.mark(tmp_path, "packs") == before
