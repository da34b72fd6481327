"""Every screen with something on it, for pictures and for measuring.

Why so long: one short way to each screen there is.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec
import pygame

from game.scenes.session import Session
from game.scenes.settings import SettingsScreen
from game.scenes.shell import Route
from game.story import compass, journal, saves
from tests.game.scenes import parties, sortings, tellings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pytest

    from game.story.record import Record
    from tests.game.scenes.player import Player


def freeze(patch: pytest.MonkeyPatch) -> None:
    """Has every save be made on the same evening."""
    head = saves._head

    def fixed(record: Record, note: str) -> saves.Head:
        when = dt.datetime(2026, 3, 14, 21, 30 + len(record.turns), tzinfo=dt.UTC).isoformat(timespec="microseconds")
        return msgspec.structs.replace(head(record, note), when=when)

    patch.setattr(saves, "_head", fixed)
    patch.setattr(journal, "_now", lambda: "2026-03-14T21:30:00.000000+00:00")


def _note(player: Player) -> None:
    player.app.shell.chosen = player.app.shell.shelf[0]
    player.go(Route.NOTE)


def _reading(player: Player) -> None:
    player.open()
    player.press(*[pygame.K_SPACE] * 2)
    player.passes(5.0)
    player.see()


def _choices(player: Player) -> None:
    player.open()
    player.see()
    player.to_choices()


def _saved(player: Player) -> None:
    """Saves the first page in slot 1 and as quick save, then takes a choice."""
    _choices(player)
    _begun(player)


def _begun(player: Player) -> None:
    player.app.shell.banner = ""
    player.frame()
    player.session.save(1, player.app.director.picture())
    player.press(pygame.K_F5)
    player.frame()
    player.press(pygame.K_2)
    player.see()
    player.app.shell.banner = ""


def _over_story(route: Route) -> Callable[[Player], None]:
    def go(player: Player) -> None:
        _saved(player)
        player.go(route)

    return go


def _ask(player: Player) -> None:
    _saved(player)
    player.go(Route.SAVE)
    player.press(pygame.K_RETURN)


def _banner(player: Player) -> None:
    _choices(player)
    _warned(player)


def _warned(player: Player) -> None:
    player.app.shell.tell(
        player.app.shell.t("Nothing can be saved here: the folder {folder} cannot be written to.").format(folder="/home/reader")
    )


def _device(player: Player) -> None:
    _saved(player)
    player.press(pygame.K_F12)
    player.app.shell.banner = ""
    player.go(Route.DEVICE)


def _bring(player: Player) -> None:
    _saved(player)
    _kept(player)
    player.go(Route.BRING)


def _kept(player: Player) -> None:
    folder = player.paths.exports
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("threshold-2026-03-14.zip", "threshold-2026-03-14-2.zip"):
        (folder / name).write_bytes(b"PK" * 30_000)
        os.utime(folder / name, (1_773_524_000, 1_773_524_000))


def _forget(player: Player) -> None:
    _device(player)
    player.go(Route.FORGET)


def _entry(player: Player) -> None:
    _note(player)
    player.top.press(player.widget("plan"))


def _break(player: Player) -> None:
    _choices(player)
    player.app.shell.own_plan = "ring my brother, or feed the cat"
    player.go(Route.BREAK)


def _group(key: str) -> Callable[[Player], None]:
    """Returns what opens the settings at a group."""

    def go(player: Player) -> None:
        _saved(player)
        player.go(Route.SETTINGS)
        to_group(player, key)

    return go


def to_group(player: Player, key: str) -> None:
    """Scrolls the settings until a group stands at the top."""
    screen = player.top
    assert isinstance(screen, SettingsScreen)
    keys = [widget.key for widget in screen.widgets]
    screen.focus.key = keys[keys.index(f"group-{key}") + 1]
    screen.scroll(player.widget(f"group-{key}").rect.y - screen.view.y)


def _ended(player: Player) -> None:
    """Reads the story to its end, then begins once more and takes another way."""
    _choices(player)
    player.top.press(player.widget("choice-1"))
    player.to_choices()
    player.top.press(player.widget("choice-1"))
    player.to_choices()
    shell = player.app.shell
    shell.session = Session.begin(player.session.book, shell.words.language, shell.saves)
    player.app.director.only(Route.READING)
    player.to_choices()
    player.top.press(player.widget("choice-0"))
    player.to_choices()
    player.see()
    shell.banner = ""


def _ways(player: Player) -> None:
    _ended(player)
    player.go(Route.WAYS)


def _what_if(player: Player) -> None:
    _ways(player)
    player.top.press(player.widget("place-0"))
    player.top.press(player.widget("yes"))


def _own(player: Player, route: Route, write: Callable[[Path], None] = lambda _: None) -> None:
    """Opens what is the player's own, which lies in the real folder."""
    write(player.paths.data)
    player.app.shell.paths = player.paths
    player.go(route)


def _compass(player: Player) -> None:
    near: dict[str, compass.Nearness] = {"honesty": "near", "family": "near", "freedom": "middle", "peace": "far", "humour": "middle"}
    _saved(player)
    _own(player, Route.COMPASS, lambda data: compass.Compass(data).save(compass.Values(near=near)))


def _journal(player: Player) -> None:
    _saved(player)
    own = journal.Journal(player.paths.data)
    own.write("I would have gone down myself. Eleven steps, and nobody counting.")
    own.write("Who waits at my gate?", prompt="Why does nobody knock back?")
    _own(player, Route.JOURNAL)


def _page(player: Player) -> None:
    _saved(player)
    own = journal.Journal(player.paths.data)
    player.app.shell.leaf = own.write("Two minutes, and it is always four.", prompt="Whom does it help?").when
    _own(player, Route.PAGE)
    # Off the paper, so that no caret blinks.
    player.top.focus.key = "keep"


def _sort(player: Player) -> None:
    _saved(player)
    sortings.opened(player)


def _sort_next(player: Player) -> None:
    _sort(player)
    sortings.answered(player, pygame.K_1)


def _sort_end(player: Player) -> None:
    _sort(player)
    sortings.answered(player, *[pygame.K_1, pygame.K_2] * 4)


def _telling(route: Route) -> Callable[[Player], None]:
    def go(player: Player) -> None:
        _saved(player)
        tellings.takes_part(player, tellings.PAGES)
        player.go(route)

    return go


def _skip(player: Player) -> None:
    """Skips, and waits at choices."""
    _choices(player)
    player.press(pygame.K_s)


VIEWS: Mapping[str, Callable[[Player], None]] = MappingProxyType(
    {
        "shelf": lambda _: None,
        "note": _note,
        "reading": _reading,
        "choices": _choices,
        "banner": _banner,
        "menu": _over_story(Route.MENU),
        "backlog": _over_story(Route.BACKLOG),
        "save": _over_story(Route.SAVE),
        "load": _over_story(Route.LOAD),
        "settings": _over_story(Route.SETTINGS),
        "settings-look": _group("look"),
        "settings-sound": _group("sound"),
        "language": _over_story(Route.LANGUAGE),
        "keys": _over_story(Route.KEYS),
        "help": _over_story(Route.HELP),
        "credits": _over_story(Route.CREDITS),
        "contact": _over_story(Route.CONTACT),
        "ask": _ask,
        "away": _over_story(Route.AWAY),
        "device": _device,
        "bring": _bring,
        "forget": _forget,
        "entry": _entry,
        "break": _break,
        "ways": _ways,
        "what-if": _what_if,
        "pages": _over_story(Route.PAGES),
        "closeness": _over_story(Route.CLOSENESS),
        "compass": _compass,
        "journal": _journal,
        "page": _page,
        "skip": _skip,
        "sort": _sort,
        "sort-next": _sort_next,
        "sort-end": _sort_end,
        "insight": _telling(Route.INSIGHT),
        "insight-how": _telling(Route.INSIGHT_HOW),
        "insight-told": _telling(Route.INSIGHT_TOLD),
        **parties.VIEWS,
    }
)


def forget(player: Player) -> None:
    """Deletes every save."""
    shutil.rmtree(player.paths.saves, ignore_errors=True)


def fix(player: Player) -> None:
    """Has the program show the same folder and languages on every machine."""
    shell = player.app.shell
    shell.paths = replace(player.paths, data=Path("/home/reader/Threshold"))
    shell.languages = tuple(dict.fromkeys(("en", "de", shell.words.language)))


def show(player: Player, view: str) -> None:
    """Brings a view up, with every picture in it."""
    fix(player)
    VIEWS[view](player)
    player.see()


# What `tour` leads through; a view that is not among them is brought up in a game of its own.
TOURED = (
    *("shelf", "note", "reading", "choices", "banner", "ask", "menu", "backlog", "save", "load"),
    *("settings", "settings-look", "settings-sound", "language", "help", "credits", "contact", "away"),
    *("entry", "break", "device", "forget"),
)

# The first names a folder of the machine that it runs on, the others are words on a sheet and nothing else: measured as every other.
UNKEPT = frozenset({"bring", "group-ways", "group-guide", "group-judge", "group-talk"})

# These are made of what other pictures show in every window: one window, read from the left, is enough for them.
ONCE = frozenset(
    {
        *("keys", "what-if", "pages", "journal", "page", "skip", "sort-next", "insight", "insight-how", "insight-told"),
        *("group", "group-remote", "group-vote", "group-revealed", "group-room", "group-end", "group-keys"),
        "group-words",
    }
)


def tour(player: Player) -> Iterator[str]:
    """Leads through the screens in one game, so that pictures are drawn once; yields each view's name while it is on top."""
    director = player.app.director
    yield "shelf"
    _note(player)
    yield "note"
    player.top.press(player.widget("plan"))
    yield "entry"
    director.back()
    director.back()
    player.app.shell.own_plan = ""
    _reading(player)
    yield "reading"
    player.to_choices()
    yield "choices"
    _warned(player)
    yield "banner"
    yield from _pause(player)
    _begun(player)
    player.go(Route.SAVE)
    player.press(pygame.K_RETURN)
    yield "ask"
    director.back()
    director.back()
    for route in (Route.MENU, Route.BACKLOG, Route.SAVE, Route.LOAD):
        player.go(route)
        yield route.value
        director.back()
    player.go(Route.SETTINGS)
    yield from ("settings", "settings-look", "settings-sound")
    director.back()
    for route in (Route.LANGUAGE, Route.HELP, Route.CREDITS, Route.CONTACT, Route.AWAY):
        player.go(route)
        yield route.value
        director.back()
    _kept(player)
    for route in (Route.DEVICE, Route.FORGET):
        player.go(route)
        yield route.value
        director.back()


def _pause(player: Player) -> Iterator[str]:
    """Takes a break that does not breathe: its picture is then the same at any time."""
    shell = player.app.shell
    shell.banner, shell.own_plan, shell.settings.reduce_motion = "", "ring my brother, or feed the cat", True
    player.go(Route.BREAK)
    yield "break"
    player.app.director.back()
    shell.own_plan, shell.settings.reduce_motion = "", False


def arrange(player: Player, view: str) -> None:
    """Puts a view right again after the window or the settings changed."""
    if view.startswith("settings-"):
        to_group(player, view.removeprefix("settings-"))


def at_rest(player: Player) -> None:
    """Draws the screen as it is long after anything moved; the banner stays."""
    paint(player, 60.0)
    if player.app.shell.pictures.waiting:
        player.see()
    # A picture that has come sets out in one frame and is there in a later one, as rings and covers are.
    paint(player, 120.0)
    # What lies softened below was perhaps drawn before its picture came.
    player.app.director.curtain.forget()
    paint(player, 180.0)


def paint(player: Player, later: float) -> None:
    """Draws the screen as it is seconds later."""
    director, now = player.app.director, player.app.director.now + later
    director.curtain._said_at = now
    director.curtain.paint(player.app.canvas.draw, director.screens, player.app.shell, now, 0)
