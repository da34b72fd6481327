"""The command `threshold` answers every option, right or wrong, in plain words and with the exit codes of the players' page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from game import cli, terminal
from game.selftest import FAULTY
from tests.game.started import ROOT, read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fullscreen",),
        ("--story",),
        ("--lang",),
        ("--story", "nowhere.story"),
        ("--story", "."),
        ("story.story",),
        ("--text", "--nope"),
        ("--choices", "1,2"),
        ("--choices", "1,0"),
    ],
)
def test_a_wrong_option_gets_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """What is wrong, and what to type instead, stands in one line; the exit code is 2 and nothing is written."""
    done = read(tmp_path, "", *arguments, text=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"threshold: .+\. Try: threshold --help\n", done.stderr)
    assert list(tmp_path.iterdir()) == []


def test_version_and_help(tmp_path: Path) -> None:
    """--version says which, --help every option that a player may use and every exit code, and neither starts a thing."""
    version = read(tmp_path, "", "--version", text=False)
    assert version.returncode == 0
    assert re.fullmatch(r"Threshold \S+\n", version.stdout)
    help_page = read(tmp_path, "", "--help", text=False)
    assert help_page.returncode == 0
    assert all(option in help_page.stdout for option in ("--story", "--lang", "--windowed", "--text", "--selftest", "--version"))
    assert "--probe" not in help_page.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_exit_codes_are_those_of_the_players_page() -> None:
    """Every exit code of the program stands in docs/players.md, and no other."""
    page = (ROOT / "docs" / "players.md").read_text("utf-8").partition("## Exit codes")[2]
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    assert codes == {terminal.DONE, FAULTY, cli.USAGE, terminal.CANNOT_OPEN, terminal.INPUT_ENDED, cli.INTERRUPTED}


def test_libraries_that_are_missing_leave_the_terminal(tmp_path: Path, yard: Path) -> None:
    """Where the window's libraries cannot be loaded, the story is read in the terminal, and the reason is said."""
    (tmp_path / "lame").mkdir()
    (tmp_path / "lame" / "skia.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object file')", "utf-8")
    done = read(tmp_path, "1\n1\n", shipped=yard, text=False, PYTHONPATH=str(tmp_path / "lame"), SDL_VIDEODRIVER="dummy")
    assert done.returncode == 0
    assert "No window can be opened here (libEGL.so.1" in done.stdout
    assert "This is as far as the story goes." in done.stdout
