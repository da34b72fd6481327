"""`threshold --selftest` finds what is broken in an installation, and nothing in a whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.scenes.shell import CORRESPONDING, Route
from tests.game import started
from tests.game.started import read
from tests.game.story import packs

if TYPE_CHECKING:
    from pathlib import Path

SOUND_PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h9v9z" fill="#123456"/></svg>'


def selftest(home: Path, shipped: Path | None = None) -> tuple[int, list[str]]:
    """Runs the self-test; returns its exit code and the lines it says."""
    done = read(home, "", "--selftest", shipped=shipped, text=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout.splitlines()


def test_a_whole_installation_is_fine(tmp_path: Path, shipped: Path) -> None:
    """Every screen is drawn, every shipped story opened with its pictures, the exit code is 0, and nothing of the player's touched."""
    code, lines = selftest(tmp_path / "home")
    assert (code, lines[-1]) == (0, "fine")
    assert {line.split()[1] for line in lines if line.startswith("screen ")} == {route.value for route in set(Route) - CORRESPONDING}
    stories = [line for line in lines if line.startswith("story ")]
    assert [line.split()[1] for line in stories] == sorted(path.stem for path in shipped.glob("*.story"))
    assert all(", signed: " in line for line in stories)
    assert not (tmp_path / "home").exists() or not any((tmp_path / "home").rglob("*.json"))


def test_a_damaged_story_is_a_fault(tmp_path: Path, tiny: bytes) -> None:
    """A story file that is cut short is named with its reason, and the exit code is 1."""
    code, lines = selftest(tmp_path / "home", started.shelf(tmp_path / "shipped", {"cut": tiny[:-60]}))
    assert (code, lines[-1]) == (1, "faulty")
    assert any(line.startswith("FAULT  cut.story: ") for line in lines)


def test_no_story_is_a_fault(tmp_path: Path) -> None:
    """An installation without any story is not whole."""
    code, lines = selftest(tmp_path / "home", started.shelf(tmp_path / "shipped", {}))
    assert (code, [line.startswith("FAULT  no story in ") for line in lines[-2:]]) == (1, [True, False])


@pytest.mark.parametrize("ink", ["{}", '{"inkVersion":21,"root":[["^Hello.","\\n",["done",{"#n":"g-0"}],null],"done",null],"listDefs":{}}'])
def test_a_script_that_does_not_run_is_a_fault(tmp_path: Path, ink: str) -> None:
    """A signed story whose script the engine does not take is a fault; one that it takes is none."""
    story = packs.packed({"ink/en.ink.json": ink.encode(), "art/yard.svg": SOUND_PICTURE}, id="tale")
    code, lines = selftest(tmp_path / "home", started.shelf(tmp_path / "shipped", {"tale": story}))
    assert code == int(ink == "{}"), lines


def test_a_picture_that_cannot_be_drawn_is_a_fault(tmp_path: Path) -> None:
    """A picture that is no picture is named."""
    ink = '{"inkVersion":21,"root":[["^Hello.","\\n",["done",{"#n":"g-0"}],null],"done",null],"listDefs":{}}'
    story = packs.packed({"ink/en.ink.json": ink.encode(), "art/yard.svg": b"no picture"}, id="tale")
    code, lines = selftest(tmp_path / "home", started.shelf(tmp_path / "shipped", {"tale": story}))
    assert code == 1
    assert "FAULT  tale|art/yard.svg cannot be drawn" in lines
