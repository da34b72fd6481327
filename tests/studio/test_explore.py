"""Random plays find what nobody reaches and what fails, the same for the same seed, and each fault can be played again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from studio import cli
from studio.compile import compile_ink
from studio.explore import explore
from studio.explore_replay import Replayer
from studio.ink_source import read_ink

if TYPE_CHECKING:
    from tests.studio.conftest import Tale

ROOT = Path(__file__).resolve().parents[2]
INK = """\
VAR n = 0
VAR odd = 0
# chapter: 1
It was late, and the lock was closed.
* [Go in # prompt: A door.]
    ~ n = n + 1
    Warm in here. # perspective: Rae # offramp: bench
* [Wait # prompt: A door.]
* [Stand there # prompt: A door.]
* {n > 5} [Fly # prompt: A door.]
    Up it went.
- {n > 5: Far below, roofs.}
{
- n == 7:
    Never said.
    Nor this.
- else:
    Said. {n: Warm.|{odd: Odd.}}
}
* [Home # prompt: Now?]
    -> home
* [Out # prompt: Now?]
    ~ odd = 1
    -> out
=== home ===
At home. # ending: home
-> END
=== out ===
{ n == 0:
    * [Look round # prompt: Where?]
        -> END
- else:
    Into the rain
}
=== nowhere ===
No way leads here. # ending: lost
-> END
"""


def told(tale: Tale, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, Any]]:
    """Explores a tale and returns the exit code and what is told as JSON."""
    code = cli.main(["explore", "--format", "json", "--plays", "120", *options, str(tale.root)])
    return code, json.loads(capsys.readouterr().out)


def lines(spans: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Returns first and last lines of places."""
    return [(span["first"], span["last"]) for span in spans]


@pytest.fixture
def spoiled(tale: Tale) -> Tale:
    """A story with a dead choice, an unreachable line and ending, two choices that are the same, and a loose end."""
    tale.write("main.ink", INK)
    tale.write("story.toml", (tale.root / "story.toml").read_text("utf-8") + '[endings.lost]\ntitle = "Lost"\n')
    return tale


def test_what_nobody_reaches_is_told(spoiled: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines, words, choices and endings that no play came to must be named at their lines, and nothing else."""
    code, found = told(spoiled, capsys)
    assert code == 1
    assert lines(found["unreached"]) == [(11, 11), (15, 16), (36, 37)]
    assert [(span["first"], span["text"]) for span in found["unread"]] == [(12, "Far below, roofs."), (18, "Odd.")]
    assert (lines(found["never_offered"]), found["never_taken"]) == ([(10, 10)], [])
    assert [lines(group) for group in found["same"]] == [[(8, 8), (9, 9)]]
    shares = {share["name"]: share["chance"] for share in found["shares"]["ending"]}
    assert shares["home"] > 0
    assert shares["lost"] == 0
    assert [share["name"] for share in found["shares"]["perspective"]] == ["Rae"]
    assert [share["name"] for share in found["shares"]["offramp"]] == ["bench"]
    assert found["run"]["median"] > 8
    assert list(found["chapters"]) == ["1"]


def test_a_fault_comes_with_the_way_there(spoiled: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """A loose end must be told at its line, with a seed, the choices, and a plan that fails at the last of them until it is mended."""
    _, found = told(spoiled, capsys)
    (fault,) = found["faults"]
    assert (fault["file"], fault["line"], fault["choices"]) == ("main.ink", 33, [1, 2])
    assert fault["game"]["outcome"] == "stopped"
    plan = Path(fault["plan"])
    assert plan == spoiled.root / "plans" / "faults" / "fault-1.plan"
    assert plan.read_text("utf-8").splitlines()[1:] == [f"seed {fault['seed']}", 'choose "Go in"', 'choose "Out"']
    assert cli.main(["plan", "--strict", str(spoiled.root), str(plan)]) == 1
    assert "PLAN11" in capsys.readouterr().out
    spoiled.change("main.ink", "    Into the rain\n", "    Into the rain\n    -> END\n")
    assert cli.main(["plan", "--strict", str(spoiled.root), str(plan)]) == 0


def test_a_translation_is_explored(spoiled: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """What a story says in another language is played in it, its faults told at the story's own lines, with a plan by places."""
    assert cli.main(["translate", "update", "--language", "de", str(spoiled.root)]) == 0
    catalogue = spoiled.root / "translations" / "de.po"
    text = catalogue.read_text("utf-8")
    for own, other in {"Into the rain": "In den Regen", "[Go in]": "[Geh hinein]", "[Out]": "[Hinaus]"}.items():
        assert f'msgid "{own}"\nmsgstr ""' in text
        text = text.replace(f'msgid "{own}"\nmsgstr ""', f'msgid "{own}"\nmsgstr "{other}"')
    catalogue.write_text(text, "utf-8")
    capsys.readouterr()
    code, found = told(spoiled, capsys, "--language", "de", "--engine", "bink")
    (fault,) = found["faults"]
    assert (code, fault["file"], fault["line"], fault["choices"]) == (1, "main.ink", 33, [1, 2])
    plan = Path(fault["plan"])
    assert plan.read_text("utf-8").splitlines()[1:] == [f"seed {fault['seed']}", "choose 1", "choose 2"]
    assert cli.main(["plan", "--strict", str(spoiled.root), str(plan)]) == 1
    capsys.readouterr()
    assert cli.main(["explore", "--language", "fr", str(spoiled.root)]) == 1
    assert "translations/fr.po" in capsys.readouterr().out


def test_the_report_can_be_read(spoiled: Tale, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """People must read places from where they stand, the commands to go there, and at which speed minutes are counted."""
    monkeypatch.chdir(spoiled.root.parent)
    assert cli.main(["explore", "--plays", "120", "tale"]) == 1
    text = capsys.readouterr().out
    assert "tale/main.ink:15-16" in text
    assert "threshold-studio plan tale tale/plans/faults/fault-1.plan" in text
    assert "threshold --watch tale.story --choices 1,2 --seed " in text
    assert "at 180 words a minute, because story.toml names no" in text
    spoiled.change("story.toml", "minutes = 3\nage", "minutes = 3\nwords_a_minute = 90\nage")
    cli.main(["explore", "--plays", "120", "tale"])
    assert "at 90 words a minute, because story.toml says so" in capsys.readouterr().out


def test_the_same_seed_gives_the_same_plays(spoiled: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """All that is told must be the same for the same seed, and something else for another one."""
    first, again, other = (told(spoiled, capsys, "--seed", seed)[1] for seed in ("5", "5", "6"))
    assert first == again
    assert first["shares"] != other["shares"]


def test_a_right_story_is_said_to_be(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """A story that is reached everywhere gives 0, also by the release's way, and no plan is written."""
    assert cli.main(["explore", "--plays", "60", "--strict", "--engine", "bink", str(tale.root)]) == 0
    text = capsys.readouterr().out
    assert "Every line was reached, every choice taken, and nothing failed." in text
    assert "60 plays again, 0 stopped where they should not, 0 went another way" in text
    assert not (tale.root / "plans").exists()


def test_a_block_that_leads_away_is_reached(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """The line on which a block of cases begins must not be told as unreached because every case diverts."""
    block = "-\n{\n- n == 1:\n    -> a\n- else:\n    -> a\n}\n=== a\nHi.\n-> END\n"
    tale.write("main.ink", f"VAR n = 0\n* [A # prompt: x]\n    ~ n = 1\n* [B # prompt: x]\n{block}")
    assert told(tale, capsys)[1]["unreached"] == []


def test_a_scene_is_skipped_to_where_that_leads(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """What only somebody reads who skips a scene is reached, and what fails there is a fault."""
    tale.write(
        "main.ink", "# chapter: 1\nRain. # skip: after\n* [On # prompt: Go?]\n    -> END\n=== after ===\nLater. # ending: home\n-> END\n"
    )
    _, found = told(tale, capsys)
    assert (found["unreached"], found["faults"]) == ([], [])
    tale.change("main.ink", "Later. # ending: home\n-> END\n", "Later.\n")
    _, found = told(tale, capsys)
    assert [fault["line"] for fault in found["faults"]] == [6]


def test_strict_counts_what_is_never_reached(spoiled: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """Places never reached give 0, and 1 with `--strict`."""
    spoiled.change("main.ink", "    Into the rain\n", "    Into the rain\n    -> END\n")
    assert told(spoiled, capsys)[0] == 0
    assert told(spoiled, capsys, "--strict")[0] == 1


def test_what_only_the_games_engine_stops_at_is_found(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """A division by zero, which ink's own engine lets pass, must be found by the release's way, with seed and choices."""
    tale.write("main.ink", "VAR n = 0\nHi.\n* [Go # prompt: x]\n    {1 / n}\n* [Stay # prompt: x]\n- -> END\n")
    assert told(tale, capsys)[0] == 0
    code, found = told(tale, capsys, "--engine", "bink")
    assert code == 1
    assert {one["outcome"] for one in found["replayed"]} == {"stopped"}
    assert cli.main(["explore", "--plays", "20", "--engine", "bink", str(tale.root)]) == 1
    assert "choices 1: The story stumbled over its own script" in capsys.readouterr().out


@pytest.mark.parametrize(
    "ink", ["-> round\n=== round\n-> round\n", "Hi.\n-> round\n=== round\n{round > 0:-> round}\n", "-> a\n=== a\nHi.\n-> a\n"]
)
def test_an_endless_story_is_a_fault(tale: Tale, capsys: pytest.CaptureFixture[str], ink: str) -> None:
    """A story that goes round in circles without a choice must be told as a fault, and in time."""
    tale.write("main.ink", ink)
    code, found = told(tale, capsys, "--plays", "4")
    assert code == 1
    assert [fault["plays"] for fault in found["faults"]] == [4]


def test_a_story_that_never_ends_is_counted(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """Plays that go on for a thousand choices are counted, and are no fault."""
    tale.write("main.ink", "-> a\n=== a\nHi.\n+ [Again # prompt: x]\n    -> a\n")
    code, found = told(tale, capsys, "--plays", "4")
    assert (code, found["endless"], found["faults"]) == (0, 4, [])


def test_ink_that_is_wrong_is_told_instead(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """Ink that does not compile gives the checker's complaints."""
    tale.write("main.ink", "-> gone\n")
    assert cli.main(["explore", str(tale.root)]) == 1
    assert "INK10" in capsys.readouterr().out


def test_trying_every_choice_leaves_no_trace(tale: Tale) -> None:
    """Trying every choice of a set must leave the play as it was: its choices, taken again in the game's engine, meet the same."""
    choices = "+ [One # prompt: x]\n+ [Two # prompt: x]\n    ~ n = n + 1\n- -> a\n"
    tale.write("main.ink", "VAR n = 0\n-> a\n=== a\n~ n = n + 1\n{n > 4: -> END}\nHi {n}.\n" + choices)
    sources = read_ink(tale.root, "main.ink")
    found, ink = explore(sources, plays=40, seed=3), compile_ink(sources).json
    assert found
    assert ink
    assert {Replayer(ink).replay(play).outcome for play in found.plays} == {"same"}


def test_a_story_with_dice_may_part(tale: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the dice of the two engines differ, a play that goes another way in the game is counted, and is no fault."""
    tale.write("main.ink", "Hi.\n* {RANDOM(1, 2) == 1} [One # prompt: x]\n* [Two # prompt: x]\n- -> END\n")
    code, found = told(tale, capsys, "--engine", "bink")
    assert code == 0
    assert "parted" in {one["outcome"] for one in found["replayed"]}
    cli.main(["explore", "--plays", "60", "--engine", "bink", str(tale.root)])
    assert " 0 went another way" not in capsys.readouterr().out


def test_progress_is_shown_on_a_terminal(tale: Tale, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a bar fills while it plays, and is gone when the report comes."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    cli.main(["explore", "--plays", "60", "--engine", "bink", str(tale.root)])
    shown = capsys.readouterr().err
    assert "60 of 60 plays" in shown
    assert "60 of 60 again in the game's engine" not in shown.rpartition("\r")[0] or "\x1b[K" in shown


def test_a_plan_that_cannot_be_written_is_told(spoiled: Tale, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no room for the plan of a fault, one sentence says what to do."""
    assert cli.main(["explore", "--plays", "60", "--faults", str(spoiled.root / "main.ink"), str(spoiled.root)]) == 2
    assert "name another folder with `--faults`" in capsys.readouterr().err


def test_ink_alone_keeps_its_plans_here(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An .ink file without a story.toml can be explored; the plans of its faults go where the writer stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "alone.ink").write_text("-> a\n=== a\nHi.\n* [Go]\n    Out.\n")
    assert cli.main(["explore", "--plays", "10", "alone.ink"]) == 1
    assert (tmp_path / "alone-fault-1.plan").is_file()
    assert "alone.ink:5: The story runs out here" in capsys.readouterr().out
    (tmp_path / "long.ink").write_text("Hi.\n" + "".join(f"{{n == {n}: Never {n}.}}\n" for n in range(60)) + "VAR n = 100\n-> END\n")
    assert cli.main(["explore", "--plays", "10", "long.ink"]) == 0
    assert "and 20 more" in capsys.readouterr().out


def test_an_engine_that_ends_is_told(tale: Tale, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that cannot play gives 2 and one sentence, not a trace."""
    monkeypatch.setattr("studio.explore.engine_path", lambda: tale.root / "main.ink")
    assert cli.main(["explore", str(tale.root)]) == 2
    assert "The ink engine ended in the middle" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
def test_ctrl_c_tells_what_was_found(spoiled: Tale) -> None:
    """Ctrl-C ends the plays with 130 and the report of what was found till then."""
    command = [sys.executable, "-m", "studio.cli", "explore", "--plays", "10000000", "--format", "json", str(spoiled.root)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    time.sleep(6)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    found = json.loads(out)
    assert 0 < found["plays"] < found["wanted"]
    assert found["faults"]
