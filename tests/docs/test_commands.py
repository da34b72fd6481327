"""Every command in every document is run, or held against its program's grammar; what a reader types does what the page says."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from game import cli as game
from game.own import verbs
from server import cli as server
from studio import cli as studio
from tests.docs.documented import ROOT, Command, commands, shown
from tests.docs.table import FOREIGN, PARSED, RUN, Run, reason
from tests.server.commands import programs
from tools import fuzz, nightly, start

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOUND = commands()
HOW = "add it to RUN, PARSED or FOREIGN in tests/docs/table.py, which says what each is for"
_OPTION = re.compile(r"--[a-z][a-z-]+")


def _problem(parse: Callable[[list[str]], object], words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Returns why a grammar refuses some words, or nothing."""
    try:
        parse(words)
    except SystemExit as left:
        return capsys.readouterr().err.strip() if left.code else ""
    return ""


def _of_run(words: list[str]) -> object:
    """Reads what stands behind `run.py`, as tools/ would."""
    if not words:
        return None
    if words[0] not in start.COMMANDS:
        sys.exit(f"run.py has no command {words[0]}")
    if words[0] in {"fuzz", "nightly"}:
        return {"fuzz": fuzz, "nightly": nightly}[words[0]].arguments(words[1:])
    known = "".join(path.read_text("utf-8") for path in (ROOT / "tools").glob("*.py")) + start.HELP
    if words[0] not in {"test", "play"} and (strange := [word for word in words[1:] if _OPTION.fullmatch(word) and word not in known]):
        if words[0] == "serve":
            return server.parser().parse_args([word for word in (*words[1:], "run") if word != "--demo"])
        sys.exit(f"run.py {words[0]} knows no {strange[0]}")
    return None


def _refused(command: Command, capsys: pytest.CaptureFixture[str]) -> str:
    """Returns what is wrong with a command of ours, by its program's own grammar."""
    program, *words = command.words
    if program in {"python", "python3", "py"}:
        if words[0] == "-m":
            return "" if (ROOT / words[1].replace(".", "/")).with_suffix(".py").is_file() else f"there is no module {words[1]}"
        return _problem(_of_run, words[1:], capsys) if words[0] == "run.py" else "Python starts run.py or a module, nothing else"
    parse = {
        "threshold": game._parser().parse_args,
        "threshold-studio": studio._parser().parse_args,
        "threshold-server": server.parser().parse_args,
    }
    if program not in parse:
        return f"{program} is no program of ours: {HOW}"
    own = program == "threshold" and words and words[0] in verbs.NAMES
    problem = _problem(verbs.parser().parse_args if own else parse[program], words, capsys)
    return "" if command.named and "arguments are required" in problem else problem


def _only_named(command: Command) -> bool:
    """Tells whether the text names a command of ours without all that it needs: there is nothing to run."""
    return command.named and any(one.command.startswith(f"{command.text} ") or f" {command.words[-1]} " in one.command for one in RUN)


def test_every_command_is_proved_somehow() -> None:
    """No command stands in a document that nothing runs and no table gives a reason for."""
    run = {one.command for one in RUN}
    told = [one for one in FOUND if not reason(one.text, PARSED) and not reason(one.text, FOREIGN)]
    bare = [one for one in told if one.text not in run and not _only_named(one)]
    assert not bare, "\n".join([*(f"{one.place}: `{one.text}` is not proved" for one in bare), HOW])


@pytest.mark.parametrize("command", [one for one in FOUND if not reason(one.text, FOREIGN)], ids=lambda one: one.text)
def test_its_program_knows_it(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    """The program takes the command and every option in it."""
    if not command.text.startswith("("):
        assert not (problem := _refused(command, capsys)), f"{command.place}: `{command.text}`: {problem}"


def test_the_table_names_nothing_that_no_document_shows() -> None:
    """What is run here is what readers are told to type."""
    texts = {one.text for one in FOUND}
    assert [one.command for one in RUN if one.command not in texts] == []


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a folder as a reader might sit in, with the story that pages speak of."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "srv/backups").mkdir(parents=True)
    # The pages for writers begin where `new` has made this one.
    assert studio.main(["new", str(folder / "stories/my-story")]) == 0
    shutil.copy(ROOT / "game/packs/second-verse.story", folder)
    return folder


def _moved(text: str, place: Path) -> str:
    """Returns a command whose paths below /srv lie in a folder of ours."""
    return re.sub(r"(?<![\w/])/srv/", f"{place}/srv/", text)


@pytest.mark.parametrize("one", RUN, ids=lambda one: one.command)
def test_it_does_what_the_page_says(one: Run, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Run in the order in which a reader would, each command ends well, and prints what the table says."""
    monkeypatch.chdir(place)
    monkeypatch.setenv("THRESHOLD_DATA", str(place / "srv/threshold"))
    if one.before:
        subprocess.run(["/bin/sh", "-c", _moved(one.before, place)], check=True)
    text = _moved(one.command, place)
    if one.typed:
        done = programs.typed(shlex.split(text)[1:], one.typed, cwd=place)
        code, said = done.returncode, done.stdout
    elif text.startswith("("):
        code, said = subprocess.call(["/bin/sh", "-c", text]), ""
    else:
        code = _started(shlex.split(text))
        printed = capsys.readouterr()
        said = printed.out + printed.err
    assert code == one.ends, said
    assert one.says in said


def _started(words: list[str]) -> int:
    """Runs a program of ours in this process, and returns how it ended."""
    program, *rest = words
    if program == "python3":
        return start.main(rest[1:])
    return {"threshold-studio": studio.main, "threshold-server": server.main}[program](rest)


def test_commands_are_found_wherever_they_stand() -> None:
    """Blocks for a shell, blocks without a word, continued lines, remarks behind, and short ones in the text are all seen."""
    page = "A `threshold --text` here, `threshold` alone.\n```\nthreshold-server run    stays\nfolder/\n```\n"
    page += "```sh\nmake \\\n  all  # remark\n# a remark\n```\n```toml\npip = 1\n```\n"
    assert [text for _, text, _ in shown(page)] == ["threshold --text", "threshold-server run", "make all"]
