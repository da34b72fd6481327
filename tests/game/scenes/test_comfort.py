"""Comfort: a plan before each story, a break that breathes, a skipped scene that is told of, and nothing that tells on anyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.away import AwayScreen
from game.scenes.breathing import BREATH, QUIET, BreakScreen, breath
from game.scenes.note import NoteScreen
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.scenes.slots import SlotsScreen
from game.story.journey import Journey

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player

SUMMARY = "Somebody knocked at the far gate, and the three at the lock talked about who should go."


class Loudness:
    """A sound card that only notes how loud it is."""

    busy = False

    def __init__(self) -> None:
        """Starts unset."""
        self.now: tuple[int, int, int] = (0, 0, 0)

    def volumes(self, music: int, ambience: int, sound: int) -> None:
        """Takes note."""
        self.now = (music, ambience, sound)

    def __getattr__(self, _: str) -> Callable[..., None]:
        """Takes everything else for nothing."""
        return lambda *_, **__: None


def typed(player: Player, text: str) -> None:
    """Types letters as a keyboard does."""
    for letter in text:
        player.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a, mod=0, unicode=letter, scancode=0))
        player.app.handle(pygame.event.Event(pygame.TEXTINPUT, text=letter))


def at_note(player: Player) -> None:
    """Stands before the story."""
    player.app.shell.chosen = player.app.shell.shelf[0]
    player.go(Route.NOTE)


def words(player: Player) -> str:
    """Returns every word on the screen on top."""
    return "\n".join(f"{widget.name} {widget.value}" for widget in player.top.widgets)


# The plan ---------------------------------------------------------------------------------------------------------------


def test_before_a_story_stands_how_to_pause(player: Player) -> None:
    """The note must say that one can stop, skip, dim and leave, and where people to talk to are; Enter still starts at once."""
    at_note(player)
    for wanted in ("stop at any time", "skips a scene", "dims everything", "Quick exit", "Help"):
        assert wanted in words(player)
    assert player.focus == "start"
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, ReadingScreen)


def test_a_line_of_ones_own_is_kept_in_memory_alone(player: Player) -> None:
    """What a player writes to themselves must stand on the note and in the break, on no disk, and go with the quick exit."""
    at_note(player)
    player.top.press(player.widget("plan"))
    typed(player, "ring Sam")
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, NoteScreen)
    assert "If it gets too much, I will: ring Sam" in words(player)
    player.press(pygame.K_RETURN)
    player.go(Route.BREAK)
    player.frame()
    assert "ring Sam" in words(player)
    player.press(pygame.K_SPACE)
    player.app.director.settle()
    assert not [path for path in player.paths.data.rglob("*") if path.is_file() and b"ring Sam" in path.read_bytes()]
    player.app.director.leave()
    assert player.app.shell.own_plan == ""


def test_escape_leaves_the_line_as_it_was(player: Player) -> None:
    """Going back from the line must change nothing; an empty line takes it away."""
    player.app.shell.own_plan = "as it was"
    at_note(player)
    player.top.press(player.widget("plan"))
    typed(player, "x")
    player.press(pygame.K_ESCAPE)
    assert player.app.shell.own_plan == "as it was"
    player.top.press(player.widget("plan"))
    player.press(pygame.K_a, mod=pygame.KMOD_CTRL)
    player.press(pygame.K_BACKSPACE)
    player.click("keep")
    assert player.app.shell.own_plan == ""


# The break --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_x, pygame.K_DOWN, pygame.K_RETURN])
def test_any_key_ends_a_break(player: Player, key: int) -> None:
    """From the menu a break must begin; any key ends it, and the story stands where it stood, unchanged, with nothing written."""
    player.open()
    player.to_choices()
    page, saves = player.session.page, player.app.shell.saves.list("low-water")
    player.press(pygame.K_m)
    player.top.press(player.widget("break"))
    assert isinstance(player.top, BreakScreen)
    player.frame()
    player.press(key)
    assert not isinstance(player.top, BreakScreen)
    player.app.director.only(Route.READING)
    assert player.session.page is page
    assert player.app.shell.saves.list("low-water") == saves


def test_a_press_ends_a_break_and_the_quick_exit_still_leaves(player: Player) -> None:
    """A press anywhere goes back; the quick exit, and Shift three times, leave from a break as from everywhere."""
    player.open()
    player.go(Route.BREAK)
    player.click(at=(200, 300))
    assert isinstance(player.top, ReadingScreen)
    player.go(Route.BREAK)
    player.click("exit")
    assert isinstance(player.top, AwayScreen)
    player.app.director.back()
    assert isinstance(player.top, BreakScreen)
    for _ in range(3):
        player.press(pygame.K_LSHIFT)
    assert isinstance(player.top, AwayScreen)


def test_the_light_breathes_six_seconds_in_and_six_out(player: Player) -> None:
    """The light must grow for six seconds and shrink for six, ask for few frames, and, for those who want less motion, rest."""
    assert BREATH == 12.0
    assert [round(breath(at), 3) for at in (0, 3, 6, 9, 12)] == [0, 0.5, 1, 0.5, 0]
    player.open()
    player.go(Route.BREAK)
    pictures = []
    top = player.top
    for at in (0.0, 3.0, 6.0, 12.0):
        top.paint(player.app.canvas.draw, 1000.0 + at)
        pictures.append(player.app.canvas.png())
        assert top.due(1000.0 + at) == pytest.approx(0.08)
        player.app.canvas.draw.clear(0xFF000000)
    assert len(set(pictures[:3])) == 3
    player.app.shell.settings.reduce_motion = True
    assert top.due(1000.0) is None
    still = []
    for at in (0.0, 6.0):
        player.app.canvas.draw.clear(0xFF000000)
        top.paint(player.app.canvas.draw, 1000.0 + at)
        still.append(player.app.canvas.png())
    assert still[0] == still[1]
    assert "Rest as long as you like" in words(player)


def test_music_steps_back_and_returns(player: Player) -> None:
    """During a break everything is heard at about a third; afterwards as it was set."""
    player.open()
    card = Loudness()
    player.app.shell.sound = card  # type: ignore[assignment]  # as much of one as is needed
    player.go(Route.BREAK)
    assert card.now == (round(70 * QUIET), round(70 * QUIET), round(80 * QUIET))
    player.press(pygame.K_SPACE)
    assert card.now == (70, 70, 80)


# Skipping ---------------------------------------------------------------------------------------------------------------


def test_a_skipped_scene_is_told_of_in_neutral_words(player: Player) -> None:
    """After a skip the first paragraph must be the writer's summary; rewinding, saving, loading and the backlog keep it."""
    player.open()
    player.press(pygame.K_m)
    player.top.press(player.widget("skip"))
    assert isinstance(player.top, ReadingScreen)
    assert player.shown()[0] == SUMMARY
    player.to_choices()
    record = player.session.journey.record()
    again = Journey.resume(player.session.book, record)
    assert again.summary(1) == SUMMARY
    player.press(*[pygame.K_PAGEUP] * 12)
    assert player.reader.turn[0].text != SUMMARY
    player.press(*[pygame.K_PAGEDOWN] * 12)
    assert player.reader.turn[0].text == SUMMARY
    player.go(Route.BACKLOG)
    player.frame()
    assert player.widget("turn-1").name.startswith(SUMMARY)


def test_nothing_is_told_where_nothing_was_skipped(player: Player) -> None:
    """Without a skip there must be no summary."""
    player.open()
    player.to_choices()
    player.press(pygame.K_1)
    assert SUMMARY not in [paragraph.text for paragraph in player.reader.turn]
    assert player.session.summary == ""


# What others may see ----------------------------------------------------------------------------------------------------


def test_the_window_never_says_what_is_read(player: Player) -> None:
    """On every screen the window's title must be the program's name, or, after the quick exit, one that tells nothing."""
    player.open()
    for route in (Route.READING, Route.MENU, Route.BACKLOG, Route.HELP, Route.CONTACT, Route.BREAK, Route.DEVICE, Route.NOTE):
        player.app.director.only(route)
        player.frame()
        assert player.app.window.title == "Threshold"
    player.app.director.leave()
    assert player.app.window.title == "Notes"
    player.app.director.back()
    assert player.app.window.title == "Threshold"


def test_pictures_and_logs_are_named_without_a_word_of_the_story(player: Player, caplog: pytest.LogCaptureFixture) -> None:
    """A picture of the screen is named by the moment alone, and a fault in the log quotes nothing that was read or chosen."""
    player.open()
    player.to_choices()
    player.press(pygame.K_F12)
    (picture,) = player.paths.screenshots.iterdir()
    assert picture.name.startswith("Threshold 20")
    assert not set(picture.stem.lower().split()) & {"low", "water", "lock", "ines"}
    player.press(pygame.K_1, pygame.K_F5)
    told = " ".join(record.getMessage() for record in caplog.records)
    for line in player.session.page.lines:
        assert not line.text or line.text not in told


# Notes on saves ---------------------------------------------------------------------------------------------------------


def test_a_save_can_be_given_a_note(player: Player) -> None:
    """Saving takes one press; then a note can be typed, which stands in the lists of saves and changes nothing else."""
    player.open()
    player.to_choices()
    player.go(Route.SAVE)
    assert "note" not in player.keys
    player.press(pygame.K_RETURN)
    record = player.session.journey.record()
    player.top.press(player.widget("note"))
    typed(player, "Before the gate")
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, SlotsScreen)
    assert "Before the gate" in player.widget("slot-1").value
    player.frame()
    (slot,) = [info for info in player.app.shell.saves.list("low-water") if info.kind == "slot"]
    assert slot.note == "Before the gate"
    assert player.app.shell.saves.load(slot) == record
    player.top.press(player.widget("note"))
    assert player.widget("line").value == "Before the gate"


def test_a_screen_reader_can_write_the_note(player: Player) -> None:
    """What a screen reader puts on the line must stand there, and its caret and selection be told."""
    player.open()
    player.to_choices()
    player.go(Route.SAVE)
    player.press(pygame.K_RETURN)
    player.top.press(player.widget("note"))
    assert player.top.perform("write", "line", "At the gate")
    assert player.widget("line").value == "At the gate"
    assert player.widget("line").marked == (11, 11)
    assert player.top.perform("press", "keep", "")
    assert "At the gate" in player.widget("slot-1").value
