"""The quick way to every screen there is, from anywhere, whatever the settings are: where a storm begins.

Nothing here waits for a picture.
"""

from __future__ import annotations

import time
from types import MappingProxyType
from typing import TYPE_CHECKING

import pygame

from game.scenes.contact_phrase import PhraseScreen
from game.scenes.contact_thread import ThreadScreen
from game.scenes.session import Session
from game.scenes.shell import Asking, Question, Route
from game.story import journal
from game.story.pack import Book
from tests.game.scenes import parties, sortings, tellings
from tests.game.scenes.storm import SIZES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.scenes.contact_desk import Desk
    from tests.game.scenes.player import Player

PATIENCE = 30.0
# A window in which covers have no room, so that the shelf is a list.
_LOW = (480, 320)


def until(player: Player, holds: Callable[[], bool]) -> None:
    """Lets the program run until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"nothing came of it on {player.top!r}: {player.app.shell.contact}"
        for event in pygame.event.get():
            player.app.handle(event)
        time.sleep(0.002)


def home(player: Player) -> None:
    """Stands at the shelf of a window in front, in sight, of the usual size, with nothing held."""
    for kind in (pygame.WINDOWRESTORED, pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED):
        player.app.handle(pygame.event.Event(kind))
    player.app.director.only()
    if player.app.shell.party is not None:
        player.app.shell.party.end()
        player.app.shell.party = None
        player.app.director.scale()
    if player.app.window.size != SIZES[0]:
        player.resize(*SIZES[0])
    player.app.running = True


def story(player: Player, name: str = "low-water") -> None:
    """Begins a story anew, and stands at its first line."""
    shell = player.app.shell
    book = next(one.book for one in shell.shelf if isinstance(one.book, Book) and one.book.manifest.id == name)
    shell.session = Session.begin(book, shell.words.language, shell.saves)
    player.app.director.only(Route.READING)


def _saved(player: Player) -> None:
    story(player)
    player.session.save(1, player.app.director.picture())


def _over(route: Route, before: Callable[[Player], None] = story) -> Callable[[Player], None]:
    def go(player: Player) -> None:
        before(player)
        player.go(route)

    return go


def _note(player: Player) -> None:
    player.app.shell.chosen = player.app.shell.shelf[0]
    player.go(Route.NOTE)


def _entry(player: Player) -> None:
    player.app.shell.asking = Asking("Note", "A word about this save.", "the gate", 40, lambda _: None)
    player.go(Route.ENTRY)


def _ask(player: Player) -> None:
    player.app.shell.question = Question("Is it raining?", "Yes", lambda: None)
    player.go(Route.ASK)


def _sort(player: Player) -> None:
    story(player)
    sortings.opened(player)


def _telling(route: Route) -> Callable[[Player], None]:
    def go(player: Player) -> None:
        if player.app.shell.telling is None:
            tellings.takes_part(player, tellings.PAGES, tellings.NOWHERE)
        player.go(route)

    return go


def _group(view: str) -> Callable[[Player], None]:
    def go(player: Player) -> None:
        if player.app.shell.party is not None:
            player.app.shell.party.end()
            player.app.shell.party = None
        parties.VIEWS[view](player)

    return go


def _chat(player: Player) -> None:
    story(player, "late-tram")
    player.press(*[pygame.K_SPACE] * 4)


def _talks(player: Player) -> None:
    _chat(player)
    player.top.press(player.widget("talks"))


def _page(player: Player) -> None:
    player.app.shell.leaf = journal.Journal(player.paths.data).write("Eleven steps, and nobody counting.", prompt="Who waits?").when
    player.go(Route.PAGE)


# Contact ----------------------------------------------------------------------------------------------------------------


def _door(player: Player) -> Desk:
    player.go(Route.CONTACT)
    until(player, lambda: player.app.shell.contact is not None and player.app.shell.contact.directory is not None)
    desk = player.app.shell.contact
    assert desk is not None
    return desk


def _in_contact(route: Route) -> Callable[[Player], None]:
    def go(player: Player) -> None:
        _door(player)
        player.go(route)

    return go


def _write(player: Player) -> None:
    _door(player).offer = "letters"
    player.go(Route.WRITE)


def _phrase(player: Player) -> None:
    """Sends a letter, and is shown the seven words."""
    _write(player)
    player.app.handle(pygame.event.Event(pygame.TEXTINPUT, text="I do not know what to say."))
    player.app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=pygame.KMOD_CTRL, unicode="\r"))
    until(player, lambda: isinstance(player.top, PhraseScreen))


def _thread(player: Player) -> None:
    _phrase(player)
    player.top.press(player.widget("have"))
    assert isinstance(player.top, ThreadScreen)


def _further(route: Route) -> Callable[[Player], None]:
    def go(player: Player) -> None:
        _thread(player)
        player.go(route)

    return go


_PLAIN = (
    *(Route.MENU, Route.BACKLOG, Route.SETTINGS, Route.LANGUAGE, Route.KEYS, Route.HELP, Route.CREDITS, Route.BREAK, Route.AWAY),
    *(Route.DEVICE, Route.BRING, Route.FORGET, Route.WAYS, Route.PAGES, Route.CLOSENESS, Route.COMPASS, Route.JOURNAL),
)
# With one story and nobody to write to.
PLACES: Mapping[str, Callable[[Player], object]] = MappingProxyType(
    {
        "shelf": lambda _: None,
        "list": lambda player: player.resize(*_LOW),
        "note": _note,
        "reading": story,
        "ask": _ask,
        "entry": _entry,
        "sort": _sort,
        "page": _page,
        "save": _over(Route.SAVE, _saved),
        "load": _over(Route.LOAD, _saved),
        **{route.value: _telling(route) for route in (Route.INSIGHT, Route.INSIGHT_HOW, Route.INSIGHT_TOLD)},
        **{view: _group(view) for view in parties.VIEWS},
        **{route.value: _over(route) for route in _PLAIN},
    }
)
# On the phone of a story that has one.
CHATS: Mapping[str, Callable[[Player], object]] = MappingProxyType({"chat": _chat, "talks": _talks})
# With counsellors.
CONTACT: Mapping[str, Callable[[Player], object]] = MappingProxyType(
    {
        "contact": _door,
        "write": _write,
        **{route.value: _in_contact(route) for route in (Route.KEPT, Route.WISHES, Route.RETURN, Route.REMEMBER, Route.RECALL)},
    }
)
# After a letter: that takes about a second, as a key is made of words.
CORRESPONDENCE: Mapping[str, Callable[[Player], object]] = MappingProxyType(
    {"phrase": _phrase, "thread": _thread, "people": _further(Route.PEOPLE), "agreement": _further(Route.AGREEMENT)}
)
