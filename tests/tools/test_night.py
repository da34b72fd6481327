"""What runs at night: how the time is shared, and how what was found is shown again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools import fuzz, nightly, start

ROOT = Path(__file__).parents[2]


def test_a_finding_is_told_with_the_command_that_shows_it_again(tmp_path: Path) -> None:
    """The line of a target that failed is followed by what it said, without libFuzzer's chatter, and by a command."""
    wrong = fuzz.Outcome("cue", 5, 3, 1.0, "INFO: x\n#1 NEW\nKeyError: 'x'\n", (tmp_path / "cue-crash-1",))
    said = fuzz.told(wrong).split("\n")
    assert said[1:] == ["KeyError: 'x'", f"python3 run.py fuzz cue --replay {tmp_path / 'cue-crash-1'}"]
    assert "\n" not in fuzz.told(fuzz.Outcome("cue", 5, 3, 1.0))


def test_a_replay_ends_as_the_input_deserves(tmp_path: Path) -> None:
    """A good file is answered; a file that is not there is a failure."""
    (tmp_path / "tag").write_bytes(b"scene: bakery")
    command = [sys.executable, "-m", "tools.fuzz", "cue", "--replay"]
    done = subprocess.run([*command, str(tmp_path / "tag")], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "is answered as it must be" in done.stdout
    assert subprocess.run([*command, str(tmp_path / "none")], cwd=ROOT, capture_output=True, check=False).returncode


@pytest.mark.parametrize("given", [["nothing"], ["cue", "po", "--replay", "x"]])
def test_a_slip_is_told(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A target that is none, or a replay for two, ends with a sentence that says what to type."""
    with pytest.raises(SystemExit):
        fuzz.arguments(given)
    assert ("they are api, " in capsys.readouterr().err) == (given == ["nothing"])


def test_the_night_names_its_steps(capsys: pytest.CaptureFixture[str]) -> None:
    """Every step is listed with its command, and each command's file is there."""
    assert nightly.main(["--list"]) == 0
    said = capsys.readouterr().out
    for name, step in nightly.steps(60).items():
        assert name in said
        paths = [part for part in step.command if part.endswith(".py")]
        modules = [part for part in step.command if part.startswith("tools.")]
        assert all((ROOT / path).is_file() for path in [*paths, *(f"{module.replace('.', '/')}.py" for module in modules)])
    assert {"fuzz", "nightly", "audit"} <= start.COMMANDS.keys()


def test_a_longer_night_fuzzes_longer() -> None:
    """Ten minutes of fuzzing are the least."""
    seconds = [int(nightly.steps(minutes)["fuzz"].command[-1]) for minutes in (10, 480)]
    assert seconds == [600, 2880]
