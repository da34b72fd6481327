"""Contact at the window: without counsellors, and with a real server behind it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.away import AwayScreen
from game.scenes.contact_door import DoorScreen
from game.scenes.contact_phrase import PhraseScreen
from game.scenes.contact_thread import ThreadScreen
from game.scenes.contact_write import WriteScreen
from game.scenes.shell import Route
from game.scenes.title import TitleScreen
from tests.contract.primitives import b64
from tests.game.contact.house import House

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from tests.game.scenes.player import Player

WORDS = "MARKER-PAPER I do not know what to say."
PATIENCE = 30.0


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Generator[House]:
    """Serves an organisation with one counsellor."""
    made = House(tmp_path_factory.mktemp("house"))
    made.start()
    made.offer("letters", [made.enrol("maren")])
    made.sign()
    yield made
    made.close()


@pytest.fixture
def attached(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the game know where the counsellors are."""
    known = house.configuration
    pin = "threshold1:" + b64(known.pin.deployment + known.pin.root)
    path = tmp_path / "threshold.toml"
    path.write_text(f'origin = "{known.origin}"\npin = "{pin}"\n', "utf-8")
    monkeypatch.setenv("THRESHOLD_CONTACT", str(path))


def _until(player: Player, holds: Callable[[], bool]) -> None:
    """Lets the program run until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        for event in pygame.event.get():
            player.app.handle(event)
        time.sleep(0.01)
    assert holds()


def _type(player: Player, text: str) -> None:
    """Types a text, as the system delivers it."""
    for sign in text:
        player.app.handle(pygame.event.Event(pygame.TEXTINPUT, text=sign))


def _press(player: Player, key: str) -> None:
    """Presses a control by its key."""
    player.top.focus.key = key
    assert player.top.press(player.top.focus.on(player.top.widgets))


def test_without_counsellors_the_door_says_so_and_names_whom_to_call(player: Player) -> None:
    """A build that nobody stands behind says that, and shows the numbers."""
    player.app.director.go(Route.CONTACT)
    said = " ".join(widget.name for widget in player.top.widgets)
    assert "no counsellors attached" in said
    assert "112" in said
    assert player.app.shell.contact is None


def test_a_file_that_is_wrong_is_told_and_nobody_is_reached(player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged file leads to a sentence, not to strangers."""
    path = tmp_path / "threshold.toml"
    path.write_text('origin = "http://example.org"\npin = "x"\n', "utf-8")
    monkeypatch.setenv("THRESHOLD_CONTACT", str(path))
    player.app.director.go(Route.CONTACT)
    assert "must begin with https" in " ".join(widget.name for widget in player.top.widgets)


@pytest.mark.usefixtures("attached")
def test_a_letter_is_written_sent_and_found_again_and_leaves_nothing_behind(player: Player, tmp_path: Path) -> None:
    """From the door to the answer's place, and back with seven words; nothing of it is on the disk, and the quick exit drops it all."""
    app = player.app
    app.director.go(Route.CONTACT)
    _until(player, lambda: app.shell.contact is not None and app.shell.contact.directory is not None)
    assert isinstance(player.top, DoorScreen)
    _press(player, "write")
    _press(player, "offer-letters")
    assert isinstance(player.top, WriteScreen)
    _type(player, WORDS)
    # Capitals are typed with Shift held down: three of them are no reason to leave.
    for letter in (pygame.K_a, pygame.K_b, pygame.K_c):
        app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_LSHIFT, mod=pygame.KMOD_SHIFT, unicode=""))
        app.handle(pygame.event.Event(pygame.KEYDOWN, key=letter, mod=pygame.KMOD_SHIFT, unicode=chr(letter).upper()))
        app.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_LSHIFT, mod=0))
    assert isinstance(player.top, WriteScreen)
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=pygame.KMOD_CTRL, unicode="\r"))
    _until(player, lambda: isinstance(player.top, PhraseScreen))
    assert app.shell.contact is not None
    assert app.shell.contact.phrase is not None
    words = app.shell.contact.phrase.text()
    _press(player, "have")
    assert isinstance(player.top, ThreadScreen)
    assert any(WORDS in widget.name for widget in player.top.widgets)
    assert app.shell.contact.phrase is None

    # Shift three times: one frame, and nothing of contact is left in the stack or in the typesetter.
    for _ in range(3):
        app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_LSHIFT, mod=pygame.KMOD_SHIFT, unicode=""))
        app.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_LSHIFT, mod=0))
    assert isinstance(player.top, AwayScreen)
    assert app.shell.contact is None
    assert isinstance(app.director.screens[-2], TitleScreen)
    assert not any(WORDS in str(key[0]) for key in app.shell.type._blocks)
    app.director.back()

    app.director.go(Route.CONTACT)
    _until(player, lambda: app.shell.contact is not None and app.shell.contact.directory is not None)
    _press(player, "return")
    _type(player, " ".join(word[:4] for word in words.upper().split()))
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r"))
    _until(player, lambda: isinstance(player.top, ThreadScreen))
    assert any(WORDS in widget.name for widget in player.top.widgets)
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        data = path.read_bytes()
        assert b"MARKER-PAPER" not in data, path
        assert words.encode() not in data, path


@pytest.mark.usefixtures("attached")
def test_a_wrong_word_is_marked_and_the_rest_stays(player: Player) -> None:
    """One word that is not on the list is named, with what it may mean; taking that mends it."""
    app = player.app
    app.director.go(Route.CONTACT)
    _until(player, lambda: app.shell.contact is not None and app.shell.contact.directory is not None)
    _press(player, "return")
    _type(player, "abandon abilitx able about above absent absorb ")
    said = " ".join(widget.name for widget in player.top.widgets)
    assert "abilitx" in said
    mend = next(key for key in player.keys if key.startswith("mend-1-ability"))
    _press(player, mend)
    assert not any(key.startswith("mend-") for key in player.keys)
    assert player.widget("open").enabled


@pytest.mark.usefixtures("attached")
def test_words_on_the_paper_are_not_thrown_away_unasked(player: Player) -> None:
    """Going back from a begun letter asks first."""
    app = player.app
    app.director.go(Route.CONTACT)
    _until(player, lambda: app.shell.contact is not None and app.shell.contact.directory is not None)
    _press(player, "write")
    _press(player, "offer-letters")
    _type(player, "Hi")
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    assert app.shell.question is not None
    _press(player, "back")
    assert isinstance(player.top, WriteScreen)
    assert player.top.field.draft.text == "Hi"
