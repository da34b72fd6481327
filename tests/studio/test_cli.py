"""The command does what its help says, and never shows a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studio import cli, diagnostics
from studio.diagnostics import Place, complain

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.studio.conftest import Tale

ROOT = Path(__file__).resolve().parents[2]
VERBS = ("check", "build", "pack", "plan")


@pytest.fixture(autouse=True)
def own_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keeps what a test builds out of the game's own folder."""
    monkeypatch.setattr(cli, "default_packs", lambda: tmp_path / "packs")
    return tmp_path / "packs"


def test_help_is_for_writers(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` names every verb, the exit codes and examples, and succeeds."""
    assert cli.main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(f"\n  {verb} " in text for verb in (*VERBS, "cues", "codes", "key"))
    assert "exit codes" in text
    assert all(cli.main([verb, "--help"]) == 0 for verb in VERBS)


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--format", "xml"], ["check", "--to", "x"], ["key"]])
def test_a_wrong_command_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A command that is written wrongly gives 2 and says how it is used."""
    assert cli.main(arguments) == 2
    assert "usage:" in capsys.readouterr().err


def test_check_says_that_nothing_is_to_mend(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """A right story gives 0 and one line."""
    assert cli.main(["check", str(tale.root)]) == 0
    assert capsys.readouterr().out.startswith("tale: nothing to mend (")


def test_a_complaint_has_place_line_caret_and_mend(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """An error gives 1, and reads `file:line:column: error CODE sentence`, the line, a caret, and the mend."""
    tale.change("main.ink", "# mood: open", "# mod: open")
    assert cli.main(["check", str(tale.root)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines.pop().startswith("tale: 1 error (")
    assert lines.pop() == ""
    assert lines == [
        f"{tale.root.as_posix()}/main.ink:3:27: error CUE01 There is no cue “mod” (did you mean “mood”?).",
        "    “Come in.” # speaker: Rae # mod: open",
        "                              ^",
        "    `threshold-studio cues` lists them all.",
    ]


def test_json_and_gcc_speak_to_editors(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """Both other forms carry the same complaint and nothing around it."""
    tale.change("main.ink", "# mood: open", "# mod: open")
    assert cli.main(["check", "--format", "json", str(tale.root)]) == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["code"], row["line"], row["column"], row["severity"]) == ("CUE01", 3, 27, "error")
    assert cli.main(["check", "--format", "gcc", str(tale.root)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith("main.ink:3:27: error: There is no cue “mod” (did you mean “mood”?). [CUE01]")


def test_a_caret_follows_tabs_and_long_lines() -> None:
    """The caret stands below its column behind tabs, and a long line is shown around it."""
    place = Place("a.ink", 1, 3)
    assert diagnostics.as_text([complain("FLOW03", place, "\t\t{1/0}")]).splitlines()[1:3] == ["    \t\t{1/0}", "    \t\t^"]
    long = complain("FLOW03", Place("a.ink", 1, 301), "a" * 300 + "X" + "b" * 300)
    _, piece, caret, _ = diagnostics.as_text([long]).splitlines()
    assert piece[len(caret) - 1] == "X"
    assert len(piece) < 120


def test_strict_counts_warnings(tale: Tale) -> None:
    """A warning alone gives 0, and 1 with `--strict`."""
    tale.change("main.ink", "-> END", "")
    assert cli.main(["check", str(tale.root)]) == 0
    assert cli.main(["check", "--strict", str(tale.root)]) == 1


def test_build_packs_for_this_computer(tale: Tale, own_packs: Path) -> None:
    """`build` puts a story on the game's shelf and trusts this computer's key."""
    assert cli.main(["build", str(tale.root)]) == 0
    assert sorted(path.name for path in own_packs.iterdir()) == ["tale.story", "trusted.keys"]


def test_pack_signs_with_the_publishers_key(tale: Tale, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`key` makes a key, `pack` signs with it; without one a warning says whose key it was."""
    assert cli.main(["key", str(tmp_path / "mine.key")]) == 0
    public = capsys.readouterr().out.split()[-1]
    assert cli.main(["pack", "--key", str(tmp_path / "mine.key"), "--to", str(tmp_path / "out"), str(tale.root)]) == 0
    assert "development key" not in capsys.readouterr().err
    from game.story.pack import open_pack

    assert open_pack(tmp_path / "out" / "tale.story", {public}).trusted
    assert not (tmp_path / "out" / "trusted.keys").exists()
    assert cli.main(["pack", "--to", str(tmp_path / "out"), str(tale.root)]) == 0
    assert "development key" in capsys.readouterr().err
    assert cli.main(["pack", "--key", str(tmp_path / "none.key"), str(tale.root)]) == 2
    assert cli.main(["key", str(tmp_path / "mine.key")]) == 2


def test_plans_are_played(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """`plan` plays what is in `plans/` and gives 1 where a plan goes wrong."""
    tale.write("plans/a.plan", 'choose "Go in"\nend\n')
    assert cli.main(["plan", str(tale.root)]) == 0
    tale.write("plans/b.plan", 'choose "Fly"\n')
    assert cli.main(["plan", str(tale.root)]) == 1
    assert "plans/b.plan:1:1: error PLAN03" in capsys.readouterr().out


def test_stories_are_found_by_name_file_and_folder(tale: Tale, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A story may be named by folder, file or name; without a name, the one here or those in `stories/` are meant."""
    monkeypatch.chdir(tale.root.parent.parent)
    for arguments in ([], ["tale"], ["stories/tale"], ["stories/tale/story.toml"], ["stories/tale/main.ink"]):
        assert cli.main(["check", *arguments]) == 0
    monkeypatch.chdir(tale.root)
    assert cli.main(["check"]) == 0
    assert capsys.readouterr().out.count("tale: nothing to mend") == 6


def test_ink_alone_can_be_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An .ink file without a story.toml is checked alone, and cannot be packed."""
    (tmp_path / "alone.ink").write_text("Hi # speaker: Anybody\n-> END\n")
    assert cli.main(["check", str(tmp_path / "alone.ink")]) == 0
    assert cli.main(["build", str(tmp_path / "alone.ink")]) == 2
    assert "no story.toml" in capsys.readouterr().err


def _folder_for(tale: Tale, name: str) -> None:
    """Puts a folder where a file should be, and ink that is wrong where it is another file's place."""
    (tale.root / name).unlink()
    (tale.root / name).mkdir()
    if name != "main.ink":
        tale.write("main.ink", "-> gone\n")


def _bare(tale: Tale) -> None:
    """Takes story.toml away."""
    (tale.root / "story.toml").unlink()
    tale.write("main.ink", "-> gone\n")


def _lock(tale: Tale) -> None:
    """Makes the ink unreadable; for root, who reads everything, makes it wrong."""
    tale.write("main.ink", "-> gone\n").chmod(0)


SPOILT: dict[str, Callable[[Tale], object]] = {
    "none": lambda _: None,
    "tale/notes.txt": lambda tale: tale.write("notes.txt", "x"),
    "a\0b": lambda _: None,
    "empty": lambda tale: (tale.root.parent / "empty").mkdir(),
    "tale": lambda tale: tale.write("main.ink", ""),
    "tale/": lambda tale: tale.write("main.ink", bytes(range(256)) * 10),
    "tale/.": _bare,
    "./tale": lambda tale: _folder_for(tale, "main.ink"),
    "../stories/tale": lambda tale: _folder_for(tale, "story.toml"),
    "tale//": _lock,
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("target", SPOILT)
def test_no_verb_shows_a_traceback(
    tale: Tale, verb: str, target: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands where a story should, every verb ends with 1 or 2 and sentences."""
    monkeypatch.chdir(tale.root.parent)
    SPOILT[target](tale)
    assert cli.main([verb, target]) in {1, 2}
    output = capsys.readouterr()
    assert "Traceback" not in output.out + output.err
    assert (output.out + output.err).strip()


def test_the_command_runs_from_anywhere(tale: Tale, tmp_path: Path) -> None:
    """The real command, in a folder of its own, compiles in its child process and gives its exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "studio.cli", "check", str(tale.root)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing to mend" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for other processes")
def test_ctrl_c_ends_quietly(tale: Tale) -> None:
    """Ctrl-C in the middle of the work gives 130 and one line."""
    code = (
        "import sys, time, studio.check, studio.cli\n"
        "def slow(*_, **__):\n    print('ready', flush=True)\n    time.sleep(30)\n"
        "studio.check.check = slow\n"
        "raise SystemExit(studio.cli.main(['check', sys.argv[1]]))"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(tale.root)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout
    assert running.stdout.readline() == "ready\n"
    time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    _, words = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "stopped" in words
    assert "Traceback" not in words


def test_an_interruption_is_told(tale: Tale, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C gives 130 and a sentence, and a reader that went away gives 2."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("studio.check.check", interrupted)
    assert cli.main(["check", str(tale.root)]) == 130
    assert "stopped" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    """`threshold-studio codes | head -1` ends without a traceback."""
    code = "import studio.cli; raise SystemExit(studio.cli.main(['codes']))"
    running = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout
    running.stdout.close()
    assert running.stderr
    words = running.stderr.read()
    running.wait(timeout=20)
    running.stderr.close()
    assert words == ""


def test_costs_are_printed(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """`--measure` says what each picture costs."""
    assert cli.main(["check", "--measure", str(tale.root)]) == 0
    assert "    art/cover.svg: 0 kB, " in capsys.readouterr().out
