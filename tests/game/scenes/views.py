"""Every screen with something on it, for pictures and for measuring."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec
import pygame

from game.scenes.shell import Route
from game.story import saves

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    player.app.shell.tell(
        player.app.shell.t("Nothing can be saved here: the folder {folder} cannot be written to.").format(folder="/home/reader")
    )


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
        "language": _over_story(Route.LANGUAGE),
        "help": _over_story(Route.HELP),
        "credits": _over_story(Route.CREDITS),
        "ask": _ask,
        "away": _over_story(Route.AWAY),
    }
)


def forget(player: Player) -> None:
    """Deletes every save."""
    shutil.rmtree(player.paths.saves, ignore_errors=True)


def show(player: Player, view: str) -> None:
    """Brings a view up, with every picture in it."""
    shell = player.app.shell
    shell.paths = replace(player.paths, data=PurePosixPath("/home/reader/Threshold"))  # type: ignore[arg-type]  # it is only shown
    shell.languages = tuple(dict.fromkeys(("en", "de", shell.words.language)))
    _saved(player) if view == "saved" else VIEWS[view](player)
    player.see()


def at_rest(player: Player) -> None:
    """Draws the screen as it is long after anything moved; the banner stays."""
    director, now = player.app.director, player.app.director.now + 60.0
    director.curtain._said_at = now
    director.curtain.forget()
    director.curtain.paint(player.app.canvas.draw, director.screens, player.app.shell, now, 0)
