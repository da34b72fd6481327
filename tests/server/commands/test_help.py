"""Every command explains itself, every command that the operators' page shows is one, and the API's document can be had."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from typing import TYPE_CHECKING

import pytest

from server import openapi
from server.cli import main, parser
from server.config import ENVIRONMENT, Config
from tests.server.commands import programs
from tests.server.commands.conftest import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _commands(made: argparse.ArgumentParser, name: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """Yields every command and its parts."""
    yield name, made
    for action in made._actions:
        if isinstance(action, argparse._SubParsersAction):
            for part, below in action.choices.items():
                yield from _commands(below, (*name, str(part)))


COMMANDS = dict(_commands(parser()))


def test_every_command_and_option_is_explained() -> None:
    """Each command says what it does in whole sentences, and each of its options what it is for."""
    told = {name[0] for name in COMMANDS if name}
    assert told == {
        "init",
        "run",
        "events",
        "roster",
        "invite",
        "insight",
        "backup",
        "restore",
        "sweep",
        "check",
        "openapi",
        "group",
        "demo",
    }
    for name, command in COMMANDS.items():
        assert command.description, name
        assert command.description.endswith("."), name
        for action in command._actions:
            assert action.help or isinstance(action, argparse._SubParsersAction), (name, action.dest)


@pytest.mark.parametrize("name", COMMANDS, ids=" ".join)
def test_help_is_printed(name: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` after any command prints its description and ends well."""
    with pytest.raises(SystemExit) as ended:
        main([*name, "--help"])
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    assert " ".join((COMMANDS[name].description or "-").split()[:5]) in said


def test_what_is_no_command_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown command, a missing file and an unknown option end with 2 and a usage line."""
    ended = programs.run("dance")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Traceback" not in ended.stderr
    assert "invalid choice: 'dance'" in ended.stderr
    for words in (["backup"], ["sweep", "--hard"], ["init", "--name", "x"], ["roster"], []):
        with pytest.raises(SystemExit) as stopped:
            main(words)
        assert stopped.value.code == 2
        assert capsys.readouterr().err.startswith("usage: threshold-server")


def test_every_command_on_the_operators_page_is_one() -> None:
    """What docs/operators.md shows can be typed as it stands there, and no command is missing from it."""
    lines = re.findall(r"^threshold-server (.+)$", PAGE, re.MULTILINE)
    assert len(lines) >= 8
    for line in lines:
        assert parser().parse_args(shlex.split(line, comments=True)).do, line
    inline = [
        tuple(name.split()) for name in re.findall(r"`threshold-server ([a-z]+(?: (?:sign|show|draft|publish|register|list))?)", PAGE)
    ]
    assert all(name in COMMANDS for name in inline)
    named = {name[0] for name in inline} | {parser().parse_args(shlex.split(line, comments=True)).command for line in lines}
    assert named == {name[0] for name in COMMANDS if name} - {"demo"}


def test_every_setting_on_the_operators_page_is_one() -> None:
    """Each setting and variable that docs/operators.md names exists, and each variable that exists is named."""
    settings = set(re.findall(r"`(\w+) = ", PAGE)) - {"proxy", "log_error_verbosity"}
    assert {"proxies", "database", "other_origins"} <= settings <= set(Config.model_fields)
    assert {name for name in ENVIRONMENT if f"`{name}`" not in PAGE} == set()
    assert "THRESHOLD_DATA" in PAGE


def test_the_document_of_the_api_can_be_had(tmp_path: Path) -> None:
    """`openapi` prints the document, or writes it, without a data folder."""
    told = programs.done("openapi", cwd=tmp_path)
    assert json.loads(told) == openapi.document()
    assert main(["openapi", "--out", str(tmp_path / "api.json")]) == 0
    assert (tmp_path / "api.json").read_text("utf-8") == told


def test_the_demo_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`demo --make-only` makes a demo and prints its links; a second time it prints the same ones."""
    told = programs.done("demo", "--into", "demo", "--port", "8799", "--make-only", cwd=tmp_path)
    assert "http://localhost:8799/console/" in told
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--into", "demo", "--make-only"]) == 0
    assert capsys.readouterr().out == told
