"""A player's side of the wire: the game's own correspondence, without its window."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVar

from game.contact import configuration, phrase
from game.contact.correspondence import Correspondence
from game.contact.thread import Letter

if TYPE_CHECKING:
    from pathlib import Path

    from game.contact.phrase import Phrase
    from game.contact.post import Ticket
    from game.contact.thread import Thread
    from tests.browser.conftest import Demo

T = TypeVar("T")


class Client:
    """One visit."""

    def __init__(self, demo: Demo, home: Path, language: str = "en") -> None:
        """Visits a demo's server."""
        found = configuration.read(demo.folder / "threshold.toml")
        assert found is not None
        self.correspondence = Correspondence(found, language, lambda: None, home)

    def wait(self, ticket: Ticket[T]) -> T:
        """Returns what comes of a piece of work."""
        until = time.monotonic() + 30
        while not ticket.ended and time.monotonic() < until:
            time.sleep(0.02)
        return ticket.result

    def first(self, words: str, offer: str = "letters-both") -> tuple[Phrase, Thread]:
        """Sends a first letter."""
        made = phrase.make("en")
        return made, self.wait(self.correspondence.first(made, offer, words))

    def back(self, made: Phrase) -> Thread:
        """Comes back with a phrase."""
        (one, *_) = self.wait(self.correspondence.come_back(made))
        return self.wait(self.correspondence.read(one.id))

    def close(self) -> None:
        """Leaves."""
        self.correspondence.stop()
        self.correspondence.join(10)


def letters(thread: Thread) -> list[str]:
    """Returns the letters of a conversation, in order."""
    return [item.text for item in thread.items if isinstance(item, Letter)]


def kinds(thread: Thread) -> list[Any]:
    """Returns what happened in a conversation, in order."""
    return [type(item).__name__ for item in thread.items]
