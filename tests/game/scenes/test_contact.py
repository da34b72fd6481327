"""Contact at the window: without counsellors, and with a real server behind it.

Why so long: one conversation, from the door to its deletion, in the order in which a player meets it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.away import AwayScreen
from game.scenes.contact_door import DoorScreen
from game.scenes.contact_people import PeopleScreen
from game.scenes.contact_phrase import PhraseScreen
from game.scenes.contact_thread import ThreadScreen
from game.scenes.contact_write import WriteScreen
from game.scenes.shell import Route
from game.scenes.title import TitleScreen
from game.ui import icon
from tests.game.scenes import desks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.game.scenes.player import Player

WORDS = "MARKER-PAPER I do not know what to say."
PATIENCE = 30.0
# Nobody listens there: a port that is kept for throwing things away.
NOBODY = "http://127.0.0.1:9"


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


@pytest.mark.usefixtures("attached")
def test_what_the_letters_are_for_is_proposed_in_own_words(player: Player) -> None:
    """A player says on the sheet what they would like, picks how often, and finds it in the thread; begun words are not lost unasked."""
    app = player.app
    app.director.go(Route.CONTACT)
    _until(player, lambda: app.shell.contact is not None and app.shell.contact.directory is not None)
    _press(player, "write")
    _press(player, "offer-letters")
    assert player.widget("picture").name
    _type(player, "Hello?")
    _press(player, "send")
    _until(player, lambda: isinstance(player.top, PhraseScreen))
    _press(player, "have")
    _press(player, "more")
    _press(player, "agreement")
    _type(player, "Nobody at home finds out.")
    player.top.focus.key = "term-rhythm"
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0, unicode=""))
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    assert app.shell.question is not None
    _press(player, "back")
    assert player.widget("term-rhythm").value == "Whenever I like."
    _press(player, "propose")
    _until(player, lambda: isinstance(player.top, ThreadScreen))
    said = [widget.name for widget in player.top.widgets]
    assert {"You proposed what the letters are for.", "Nobody at home finds out.", "Whenever I like."} <= set(said)


def test_nothing_is_begun_while_what_came_waits_to_be_taken(player: Player) -> None:
    """Between the moment something has ended and the moment the window takes it, no control may begin it a second time."""
    desks.door(player, NOBODY)
    desks.show(player, "write")
    desk, screen = player.app.shell.contact, player.top
    assert desk is not None
    assert isinstance(screen, WriteScreen)
    words = desk.draft.text
    _press(player, "send")
    ticket = desk.ticket
    assert ticket is not None
    end = time.monotonic() + PATIENCE
    while not ticket.ended and time.monotonic() < end:
        time.sleep(0.01)
    assert ticket.ended
    assert desk.busy
    assert not screen.send()
    screen.refresh()
    assert "send" not in player.keys
    assert desk.ticket is ticket
    _until(player, lambda: not desk.busy)
    assert desk.again
    assert desk.trouble
    assert desk.draft.text == words


def _press_soon(player: Player, key: str) -> None:
    """Presses a control once it is there: while something is fetched, what can be done is not."""
    _until(player, lambda: key in player.keys)
    _press(player, key)


def _sent(player: Player) -> None:
    """Writes a first letter, and stands before the seven words."""
    app = player.app
    app.director.go(Route.CONTACT)
    _until(player, lambda: app.shell.contact is not None and app.shell.contact.directory is not None)
    _press(player, "write")
    _press(player, "offer-letters")
    _type(player, "Hello?")
    _press_soon(player, "send")
    _until(player, lambda: isinstance(player.top, PhraseScreen))


@pytest.mark.usefixtures("attached")
def test_a_device_remembers_the_words_under_a_passphrase_until_it_is_told_to_forget(player: Player) -> None:
    """Eight letters at least seal the words; the same letters open the mailbox again, others do not, and forgetting is asked first."""
    app = player.app
    _sent(player)
    _press(player, "remember")
    _type(player, "lantern")
    assert not player.widget("keep").enabled
    _type(player, "s in June")
    _press_soon(player, "keep")
    _until(player, lambda: isinstance(player.top, PhraseScreen))
    assert app.shell.banner
    app.director.instead()
    assert app.shell.contact is None

    app.director.go(Route.CONTACT)
    _until(player, lambda: app.shell.contact is not None and app.shell.contact.directory is not None)
    _press(player, "return")
    _press(player, "recall")
    _type(player, "something else")
    _press_soon(player, "keep")
    _until(player, lambda: app.shell.contact is not None and bool(app.shell.contact.trouble))
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a, mod=pygame.KMOD_CTRL, unicode=""))
    _type(player, "lanterns in June")
    _press_soon(player, "keep")
    _until(player, lambda: isinstance(player.top, ThreadScreen))
    _press_soon(player, "more")
    _press_soon(player, "forget")
    assert app.shell.contact is not None
    assert not app.shell.contact.correspondence.remembered


@pytest.mark.usefixtures("attached")
def test_the_words_are_not_left_or_copied_unasked(player: Player) -> None:
    """Leaving before the words are noted asks first, and so does copying them; a no changes nothing."""
    app = player.app
    _sent(player)
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    assert app.shell.question is not None
    _press(player, "back")
    _press(player, "copy")
    assert app.shell.contact is not None
    assert app.shell.contact.phrase is not None
    words = app.shell.contact.phrase.text()
    _press(player, "yes")
    assert pygame.scrap.get_text() == words
    app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    _press(player, "yes")
    assert isinstance(player.top, TitleScreen)
    assert app.shell.contact is None


@pytest.mark.usefixtures("attached")
def test_a_letter_a_conversation_and_the_mailbox_can_be_deleted(player: Player) -> None:
    """Asking for one more person is told in the thread; each deletion is asked first, then done, and the last one leaves contact."""
    app = player.app
    _sent(player)
    _press(player, "have")
    _press_soon(player, "more")
    _press_soon(player, "someone")
    _until(player, lambda: isinstance(player.top, ThreadScreen))
    assert "You asked for one more person." in [widget.name for widget in player.top.widgets]
    # What was asked for before must have been done: two things at once are not sent.
    _until(player, lambda: app.shell.contact is not None and not app.shell.contact.busy)
    _type(player, "And one more thing.")
    _press_soon(player, "send")
    _until(player, lambda: app.shell.contact is not None and not app.shell.contact.busy and not app.shell.contact.draft.text)
    _press_soon(player, "more")
    _until(player, lambda: any(key.startswith("letter-") for key in player.keys))
    _press(player, next(key for key in player.keys if key.startswith("letter-")))
    _press(player, "yes")
    _until(player, lambda: isinstance(player.top, ThreadScreen))
    assert "A letter was deleted by who wrote it." in [widget.name for widget in player.top.widgets]
    _press_soon(player, "more")
    _press_soon(player, "mailbox")
    _press(player, "yes")
    _until(player, lambda: app.shell.contact is None or not isinstance(player.top, (ThreadScreen, PeopleScreen)))
    assert "Hello?" not in " ".join(widget.name for widget in player.top.widgets)


def test_the_quick_exit_changes_the_icon_too(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's icon is an empty sheet while the neutral screen is shown, and the door again afterwards."""
    seen: list[bool] = []
    made = icon.made

    def noted(*, neutral: bool) -> pygame.Surface:
        seen.append(neutral)
        return made(neutral=neutral)

    monkeypatch.setattr(icon, "made", noted)
    player.app.director.leave()
    player.app.director.back()
    assert seen == [True, False]
