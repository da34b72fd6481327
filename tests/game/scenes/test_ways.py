"""What-ifs: the map after a first ending, another way, and the way back to a journey that is just as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pygame

from game.scenes.map_screen import MapScreen
from game.scenes.reading import ReadingScreen
from game.scenes.session import Session
from game.scenes.shell import Route
from game.story.ways import NAME
from tests.game.scenes import views

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.scenes.player import Player


def _menu(player: Player) -> list[str]:
    player.go(Route.MENU)
    keys = player.keys
    player.app.director.back()
    return keys


def _press(player: Player, *keys: str) -> None:
    for key in keys:
        player.top.press(player.widget(key))
    player.frame()


def _to_end(player: Player, *choices: int) -> None:
    for choice in choices:
        player.to_choices()
        _press(player, f"choice-{choice}")
    player.to_choices()


def _heard(player: Player) -> str:
    return " ".join(part for widget in player.top.heard() for part in (widget.name, widget.value, widget.hint))


def test_the_map_opens_after_a_first_ending_only(player: Player) -> None:
    """Before an ending was reached there is no row for the map; after it there is."""
    player.open()
    assert "ways" not in _menu(player)
    _to_end(player, 1)
    assert "ways" not in _menu(player)
    _to_end(player, 1)
    assert "ways" in _menu(player)


def test_what_was_not_seen_has_no_name(player: Player) -> None:
    """No widget of the map says a word of an ending that was not reached, or of a way that was not taken."""
    views.VIEWS["ways"](player)
    heard = _heard(player)
    assert "Home by the towpath" in heard
    assert "Still at the lock" not in heard
    assert "An ending, not seen yet" in heard
    assert "Go down yourself" in heard
    assert "You go" in heard
    assert "look at the moth" not in heard
    assert "Chapter 1: Half past ten" in player.widget("place-0").name
    assert not [part for part in heard.split() if part.endswith("%")]


def test_a_what_if_keeps_the_first_journey_byte_for_byte(player: Player) -> None:
    """Taking another way keeps the journey as it was, whatever comes then, and one step of the menu leads back to it."""
    player.open()
    _to_end(player, 1, 1)
    before = msgspec.json.encode(player.session.journey.record())
    player.go(Route.WAYS)
    _press(player, "place-0", "yes")
    assert isinstance(player.top, ReadingScreen)
    assert player.top.shows_choices
    assert "what-if" in player.app.shell.banner
    kept = next(info for info in player.app.shell.saves.list("low-water") if info.kind == "apart")
    assert msgspec.json.encode(player.app.shell.saves.load(kept)) == before
    written = kept.path.read_bytes()
    _to_end(player, 0, 2)
    for _ in range(14):
        player.session.autosave()
    assert kept.path.read_bytes() == written
    player.go(Route.MENU)
    _press(player, "first")
    assert msgspec.json.encode(player.session.journey.record()) == before
    assert "first" not in _menu(player)
    latest = player.session.latest()
    assert latest is not None
    assert msgspec.json.encode(player.app.shell.saves.load(latest)) == before


def test_a_what_if_lasts_over_a_restart(start: Callable[..., Player]) -> None:
    """Who leaves the game in a what-if still finds the way back to the first journey."""
    player = start()
    player.open()
    _to_end(player, 1, 1)
    before = player.session.journey.record()
    player.go(Route.WAYS)
    _press(player, "place-0", "yes")
    _to_end(player, 2)
    player.close()
    again = start()
    again.open()
    assert again.session.journey.record() != before
    again.go(Route.MENU)
    _press(again, "first")
    assert again.session.journey.record() == before


def test_a_place_of_a_lost_journey_can_be_gone_back_to(player: Player) -> None:
    """A place that only an overwritten journey came to is stood on again, picture and all; the backlog holds what was read alone."""
    views.VIEWS["ways"](player)
    shell = player.app.shell
    shell.session = session = Session.begin(player.session.book, "en", shell.saves)
    player.app.director.only(Route.READING)
    player.go(Route.WAYS)
    assert session.turn_at(session.ways.atlas.places[1]) is None
    _press(player, "place-1", "yes")
    assert player.session is not session
    assert player.session.journey.stage.scene == "lock"
    assert player.session.journey.chapter == 2
    assert player.session.page.choices[1].text == "Open it."
    _to_end(player, 1)
    player.go(Route.BACKLOG)
    assert [key for key in player.keys if key.startswith("turn-")] == ["turn-1", "turn-2"]


def test_going_back_from_the_backlog_keeps_the_journey(player: Player) -> None:
    """After a first ending a page of the backlog leads back as a what-if; before it, going back is only turning pages."""
    player.open()
    _to_end(player, 1)
    player.go(Route.BACKLOG)
    _press(player, "turn-0")
    assert not [info for info in player.app.shell.saves.list("low-water") if info.kind == "apart"]
    _to_end(player, 1, 1)
    before = player.session.journey.record()
    player.go(Route.BACKLOG)
    _press(player, "turn-0")
    kept = [info for info in player.app.shell.saves.list("low-water") if info.kind == "apart"]
    assert [player.app.shell.saves.load(info) for info in kept] == [before]
    player.go(Route.LOAD)
    assert player.widget("apart-1").name == "Before a what-if"


def test_the_same_journey_is_kept_once(player: Player) -> None:
    """Opening the same what-if twice from the same page writes one save."""
    player.open()
    _to_end(player, 1, 1)
    record = player.session.journey.record()
    saves = player.app.shell.saves
    assert saves.write_apart(record).number == saves.write_apart(record).number == 1
    player.session.journey.back()
    assert saves.write_apart(player.session.journey.record()).number == 2


def test_forgetting_the_map_really_forgets(player: Player) -> None:
    """The map's file is gone, the row with it, and the saves stay."""
    views.VIEWS["ways"](player)
    path = player.paths.saves / "low-water" / NAME
    saves = player.app.shell.saves.list("low-water")
    assert path.is_file()
    _press(player, "forget", "yes")
    assert not path.exists()
    assert not isinstance(player.top, MapScreen)
    assert player.app.shell.saves.list("low-water") == saves
    assert "ways" not in _menu(player)


def test_turned_off_nothing_is_drawn(start: Callable[..., Player]) -> None:
    """With the setting off no map is written, and none can be opened."""
    player = start(keep_map=False)
    player.open()
    _to_end(player, 1, 1)
    assert not (player.paths.saves / "low-water" / NAME).exists()
    assert "ways" not in _menu(player)


def test_a_damaged_map_is_told_of(start: Callable[..., Player]) -> None:
    """A map that cannot be read is kept aside, the player is told, and reading goes on."""
    folder = start().paths.saves / "low-water"
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(b"{")
    player = start()
    player.open()
    _to_end(player, 1)
    assert "damaged" in player.app.shell.banner or (folder / "map-broken.json").read_bytes() == b"{"
    assert json.loads((folder / NAME).read_bytes())["places"]


def test_the_map_speaks_the_language_of_now(player: Player) -> None:
    """After a change of language, places are called in it as far as they were read in it, and stay the same places."""
    views.VIEWS["ways"](player)
    before = len(player.session.ways.atlas.places)
    player.app.director.back()
    player.app.shell.settings.language = "ar-XB"
    player.app.director.settle()
    player.session.ways.note(player.session.journey)
    assert len(player.session.ways.atlas.places) == before
    assert {"en", "ar"} <= set(player.session.ways.atlas.places[1].told)


def test_keys_alone_lead_to_another_way(player: Player) -> None:
    """From the end of a story the keyboard alone opens the map, chooses a place, goes back and takes another way."""
    player.open()
    _to_end(player, 1, 1)
    player.press(pygame.K_m, pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    assert isinstance(player.top, MapScreen)
    player.press(pygame.K_UP, pygame.K_RETURN)
    while player.focus != "yes":
        player.press(pygame.K_UP)
    player.press(pygame.K_RETURN)
    player.to_choices()
    player.press(pygame.K_3)
    assert player.session.journey.turns[0].chosen == 2
