"""A group that plays together: who leads it, at which address phones come in, and which page it is voting on."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING, Final

from game.files import write_atomically
from game.group.host import Host, fresh_id
from game.group.process import Process
from game.group.room import OPEN, READY, Choice
from game.story.tellings import Tellings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.group.account import Account
    from game.group.room import Round
    from game.group.timer import Timer
    from game.scenes.session import Session
    from game.story.manifest import Texts
    from game.story.pack import Book
    from game.story.page import Page
    from game.story.saves import SaveInfo

FOLDER: Final = "group"
_ROOM = "room"


class Party:
    """One session with one group, from the first phone to the last number."""

    def __init__(self, data: Path, book: Book, wake: Callable[[], None], account: Account | None = None) -> None:
        """Takes the game's folder, the story, what wakes the window, and the way to a server elsewhere if it is to be one."""
        self.book = book
        self._folder = data / FOLDER
        self.host = Host(account or Process(self._folder), self._id(), dict(book.manifest.title), wake)
        self.at = 0
        self.remote = False
        self._tellings = Tellings()
        self._asked: tuple[int, int] | None = None
        # The group's journey as it was before a what-if.
        self.first: SaveInfo | None = None
        # Only where a room asked for one.
        self.timer: Timer | None = None

    def _id(self) -> str:
        """Returns the room's id: that of a room of this story which a crash has left, so that its phones are still in it, or a new one."""
        path = self._folder / _ROOM
        try:
            story, _, found = path.read_text("ascii").partition(" ")
            if story == self.book.manifest.id and found:
                return found
        except (OSError, UnicodeDecodeError):
            pass
        made = fresh_id()
        # Where it cannot be kept, a crash costs the room.
        with contextlib.suppress(OSError):
            write_atomically(path, f"{self.book.manifest.id} {made}".encode("ascii"))
        return made

    @property
    def addresses(self) -> tuple[str, ...]:
        """Returns the addresses phones may reach this machine at, the likeliest first."""
        return self.host.ready.addresses if self.host.ready else ()

    @property
    def address(self) -> str:
        """Returns the one that is shown, with its port; empty where there is none."""
        ready = self.host.ready
        if ready is None or not self.addresses:
            return ""
        return self.addresses[0] if ready.origin else f"{self.addresses[self.at % len(self.addresses)]}:{ready.port}"

    @property
    def elsewhere(self) -> bool:
        """Tells whether phones come in over the internet."""
        return self.host.ready is not None and bool(self.host.ready.origin)

    @property
    def code(self) -> str:
        """Returns the room's code; empty before there is one."""
        return self.host.opened.code if self.host.opened else ""

    @property
    def link(self) -> str:
        """Returns what the picture of squares holds: the way in, or that of a phone which leads."""
        if not self.address or self.host.opened is None:
            return ""
        origin = (self.host.ready.origin if self.host.ready else "") or f"http://{self.address}"
        return f"{origin}/g/{'lead/' + self.host.opened.lead if self.remote else self.code}"

    @property
    def round(self) -> Round | None:
        """Returns the round of the page that is voted on."""
        room = self.host.room
        return room.round if room is not None and self._asked is not None and room.round and room.round.number == self._asked[1] else None

    def votes_on(self, session: Session) -> bool:
        """Tells whether the page that is read has been asked about already, and nothing else since."""
        room = self.host.room
        last = room.round.number if room is not None and room.round is not None else 0
        return self._asked is not None and self._asked[0] == session.journey.turns[-1].number and last <= self._asked[1]

    def ask(self, session: Session, fallback: str) -> None:
        """Asks the group about the page that is read; `fallback` is the question where the writer gave none."""
        pages = self._tellings.of(session.journey)
        page, language = session.page, session.journey.language
        text = {tag: _question(told) for tag, told in pages.items() if _question(told)} or {language: fallback}
        choices = [
            Choice({tag: told.choices[at].text for tag, told in pages.items()}, _prompt(at, pages)) for at in range(len(page.choices))
        ]
        turn = session.journey.turns[-1]
        number = (self.host.room.round.number if self.host.room and self.host.room.round else 0) + 1
        self._asked = (turn.number, number)
        self.host.ask(f"{turn.knot or 'beginning'}-{turn.number}", text, choices)

    def again(self) -> None:
        """Asks about the page once more as a new round: what if?"""
        self._asked = None

    def waits(self) -> bool:
        """Tells whether phones can still answer."""
        return self.round is not None and self.round.state in {READY, OPEN}

    def end(self) -> None:
        """Ends it, and deletes what was kept of it here."""
        self.host.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def words(texts: Texts, language: str) -> str:
    """Returns a text in a language, in its base, in English, or any there is."""
    return texts.get(language) or texts.get(language.partition("-")[0]) or texts.get("en") or next(iter(texts.values()), "")


def _question(page: Page) -> str:
    return page.prompt or ""


def _prompt(at: int, pages: dict[str, Page]) -> Texts:
    """Returns what a group may talk about at a choice."""
    found = {tag: page.choices[at].cue("discuss") or "" for tag, page in pages.items()}
    return {tag: text for tag, text in found.items() if text}
