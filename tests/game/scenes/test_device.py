"""What is on this device: shown in plain words, taken along, brought in, and forgotten for good: looked for on the disk."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from game import log, paths
from game.scenes.away import AwayScreen
from game.scenes.device import BringScreen, DeviceScreen, ForgetScreen
from game.scenes.shell import Route
from game.story import bundle
from tests.game import started

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from game.paths import Paths
    from tests.game.scenes.player import Player


def text_of(player: Player) -> str:
    """Returns every word of the screen on top."""
    return "\n".join(f"{widget.name} {widget.value}" for widget in player.top.widgets)


def settle(player: Player) -> None:
    """Waits until the export or import has ended, as the loop does."""
    end = time.monotonic() + 20
    while player.app.shell.working:
        assert time.monotonic() < end
        time.sleep(0.005)
        player.app.director.arrived()


def played(player: Player) -> None:
    """Reads a little, with a save in a slot, a quick save and a picture of the screen."""
    player.open()
    player.to_choices()
    player.press(pygame.K_2)
    player.frame()
    player.session.save(1, player.app.director.picture(), "at the lock")
    player.press(pygame.K_F5, pygame.K_F12)


def files(folder: Path) -> list[str]:
    """Returns every file below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_what_is_kept_is_said_in_plain_words(player: Player) -> None:
    """The screen must name each kind of file that is there, with its size, and say where the saves lie."""
    played(player)
    player.go(Route.SETTINGS)
    player.top.press(player.widget("device"))
    assert isinstance(player.top, DeviceScreen)
    words = text_of(player)
    for wanted in (
        "Saves, with a small picture each: ",
        " kB.",
        "Settings: 1 file",
        "Pictures of the screen: 1 file",
        str(player.paths.data),
    ):
        assert wanted in words
    assert "counsellor" not in words


def test_everything_is_exported_and_brought_in_elsewhere(start: Callable[..., Player], paths: Paths) -> None:
    """One press must export, one press bring the file in, and Continue goes on at the same page on the other device."""
    here = start()
    played(here)
    page = here.session.page
    here.go(Route.DEVICE)
    here.click("export")
    assert not here.widget("export").enabled
    settle(here)
    (made,) = paths.exports.iterdir()
    assert str(made) in here.app.shell.banner.replace("\u2068", "").replace("\u2069", "")
    assert here.widget("export").enabled
    data = made.read_bytes()
    here.app.director.forget(pictures=True)
    assert here.widget("main").name != "Continue"
    paths.exports.mkdir(parents=True)
    made.write_bytes(data)
    here.go(Route.DEVICE)
    here.click("bring")
    assert isinstance(here.top, BringScreen)
    here.click("file-0")
    settle(here)
    assert isinstance(here.top, DeviceScreen)
    assert "saves were brought in" in here.app.shell.banner
    here.press(pygame.K_ESCAPE)
    assert here.widget("main").name == "Continue"
    here.press(pygame.K_RETURN)
    assert here.session.page == page


def test_a_file_dropped_on_the_window_is_brought_in(player: Player, tmp_path: Path) -> None:
    """An export dropped on the shelf must be brought in and seen at once; anything else is one sentence; settings come where none were."""
    played(player)
    player.app.shell.settings.theme = "contrast_light"
    player.app.director.settle()
    kept = tmp_path / "somewhere.zip"
    kept.write_bytes(bundle.export(player.paths).read_bytes())
    player.app.director.forget(pictures=True)
    assert player.app.settings_file.load().theme == "dusk"
    player.app.handle(pygame.event.Event(pygame.DROPFILE, file=str(kept)))
    settle(player)
    assert "brought in" in player.app.shell.banner
    assert player.app.shell.settings.theme == "contrast_light"
    assert player.widget("main").name == "Continue"
    kept.write_bytes(b"a holiday picture")
    player.app.handle(pygame.event.Event(pygame.DROPFILE, file=str(kept)))
    settle(player)
    assert player.app.shell.banner == "This file is not an export of this game, or it was cut short. Nothing was changed."
    player.app.director.leave()
    player.app.shell.banner = ""
    player.app.handle(pygame.event.Event(pygame.DROPFILE, file=str(kept)))
    settle(player)
    assert isinstance(player.top, AwayScreen)
    assert not player.app.shell.banner


def test_what_ends_behind_the_neutral_screen_is_taken_up_afterwards(player: Player, tmp_path: Path) -> None:
    """After the quick exit an import that was under way writes no settings and changes nothing that is seen, until the player is back."""
    played(player)
    player.app.shell.settings.theme = "contrast_light"
    player.app.director.settle()
    kept = tmp_path / "somewhere.zip"
    kept.write_bytes(bundle.export(player.paths).read_bytes())
    player.app.director.forget(pictures=True)
    player.app.handle(pygame.event.Event(pygame.DROPFILE, file=str(kept)))
    player.app.director.leave()
    thread = player.app.director.caretaker._thread
    assert thread is not None
    thread.join(30)
    before = started.written(player.paths.data)
    player.app.handle(pygame.event.Event(player.app.arrived))
    assert started.written(player.paths.data) == before
    assert (player.top.shell.settings.theme, player.app.shell.banner) == ("dusk", "")
    player.app.director.back()
    assert player.app.shell.settings.theme == "contrast_light"
    assert "brought in" in player.app.shell.banner


def test_an_export_given_at_the_start_is_brought_in(tmp_path: Path, yard_export: Path) -> None:
    """`threshold --import FILE` must bring the file in; a file that is not there is one line."""
    home = tmp_path / "home"
    code = (
        "import sys, threading, pygame; from game import cli; "
        "threading.Timer(2.5, lambda: pygame.event.post(pygame.event.Event(pygame.QUIT))).start(); "
        f"sys.exit(cli.main(['--import', {str(yard_export)!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=started.ROOT,
        env=started.environment(home, SDL_VIDEODRIVER="dummy"),
    )
    assert done.returncode == 0, done.stderr
    assert "saves/test-story/slot-000001.json" in files(home)
    gone = subprocess.run(
        [*started.COMMAND, "--import", "nothing.zip"],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=started.ROOT,
        env=started.environment(home),
    )
    assert gone.returncode == 2
    assert "there is no file nothing.zip" in gone.stderr


@pytest.fixture
def logging_to_a_file(paths: Paths) -> Generator[None]:
    """Keeps a log as the game does, for the length of a test."""
    root, before = logging.getLogger(), list(logging.getLogger().handlers)
    log.begin(paths.logs)
    yield
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()


@pytest.mark.usefixtures("logging_to_a_file")
def test_forgetting_is_confirmed_and_leaves_nothing(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the confirmed press no file of ours may be on the disk, the shelf stands as at a first start, and nothing is written again."""
    home = player.paths.data
    player.app.shell.settings.theme = "contrast_dark"
    player.app.shell.settings.text_size = 150
    player.app.director.settle()
    played(player)
    (home / "remembered").write_bytes(b"sealed")
    logging.getLogger("game").warning("a fault")
    assert (player.paths.logs / "threshold.log").is_file()
    player.go(Route.DEVICE)
    player.top.press(player.widget("forget"))
    assert isinstance(player.top, ForgetScreen)
    assert player.focus == "back"
    words = text_of(player)
    assert "cannot be brought back" in words
    assert "counsellor" in words
    player.top.press(player.widget("pictures"))
    player.top.press(player.widget("do"))
    assert not home.exists()
    shell = player.app.shell
    assert (shell.settings.theme, shell.settings.text_size, shell.session) == ("dusk", 100, None)
    assert len(player.app.director.screens) == 1
    assert shell.banner == "Everything is forgotten."
    player.frame()
    player.press(pygame.K_RIGHT, pygame.K_F1, pygame.K_ESCAPE)
    player.resize(1000, 700)
    player.go(Route.SETTINGS)
    player.frame()
    player.press(pygame.K_ESCAPE)
    monkeypatch.setattr(pygame.display, "quit", lambda: None)
    player.app.end()
    player.closed = True
    assert not home.exists()


def test_pictures_and_exports_stay_unless_they_are_asked_for(player: Player) -> None:
    """Pictures of the screen and exports are asked for separately, and stay where they are not."""
    played(player)
    player.go(Route.FORGET)
    player.top.press(player.widget("do"))
    assert [name.partition("/")[0] for name in files(player.paths.data)] == ["screenshots"]


def test_what_is_changed_after_forgetting_is_kept_again(player: Player) -> None:
    """A setting that is changed afterwards must be written, as at a first start."""
    played(player)
    player.app.director.forget(pictures=True)
    player.go(Route.SETTINGS)
    player.press(pygame.K_RIGHT)
    assert files(player.paths.data) == ["settings.json"]
    assert player.app.settings_file.load().text_size == 110


def test_what_cannot_be_deleted_is_said(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot be deleted, the player must be told which."""
    played(player)
    unlink = Path.unlink

    def stuck(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002  as in pathlib
        if path.name == "slot-000001.json":
            raise PermissionError(13, "locked")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", stuck)
    player.app.director.forget(pictures=True)
    assert "could not be deleted" in player.app.shell.banner
    assert "slot-000001.json" in player.app.shell.banner


def test_a_whole_visit_in_a_real_home_leaves_no_word_behind(tmp_path: Path) -> None:
    """In a home as systems lay it out, no file's name may tell what is read, no list of recent files grows, and forgetting empties it."""
    home = tmp_path / "home"
    home.mkdir()
    script = started.ROOT / "tests" / "game" / "scenes" / "visit.py"
    environment = {
        **started.environment(home, SDL_VIDEODRIVER="dummy", HOME=str(home)),
        **{f"XDG_{name}_HOME": str(home / f".{name.lower()}") for name in ("DATA", "CONFIG", "STATE", "CACHE")},
    }
    del environment["THRESHOLD_HOME"]
    done = subprocess.run(
        [sys.executable, str(script)], check=False, capture_output=True, text=True, timeout=90, cwd=started.ROOT, env=environment
    )
    assert done.returncode == 0, done.stderr
    before, after, title = done.stdout.split("=====\n")
    names = before.splitlines()
    assert [name for name in names if name.startswith("Pictures/Threshold/Threshold ")]
    assert [name for name in names if name.startswith("Documents/Threshold/threshold-")]
    assert not [name for name in names if "recent" in name or "xbel" in name]
    saves = [name for name in names if "/saves/" not in name]
    for word in ("second", "verse", "mika", "counsel", "contact", "hate"):
        assert not [name for name in saves if word in name.lower()], word
    assert after.strip() == ""
    assert title.strip() == "Threshold"


def test_paths_that_hold_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports go among the player's documents, and into the one folder of a portable copy."""
    monkeypatch.setenv("HOME", str(tmp_path))
    if sys.platform == "linux":
        assert paths.find({}, tmp_path / "program").exports == tmp_path / "Documents" / "Threshold"
    assert paths.below(tmp_path).exports == tmp_path / "exports"
