"""What is known while contact is open: who answers, what is being written, what waits for the server. Gone when it is left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.contact.directory import text
from game.contact.errors import ContactError, LineError
from game.contact.offers import Wishes, matching
from game.ui.draft import Draft
from game.ui.text import isolated

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.configuration import Configuration
    from game.contact.correspondence import Correspondence
    from game.contact.offers import Match
    from game.contact.phrase import Phrase
    from game.contact.post import Ticket
    from game.contact.roster import Directory, Offer
    from game.contact.thread import Summary, Thread


@dataclass(slots=True)
class Desk:
    """One visit to contact, as its screens share it; nothing of it is ever written down."""

    configuration: Configuration
    correspondence: Correspondence
    language: str
    directory: Directory | None = None
    wishes: Wishes = field(default_factory=Wishes)
    offer: str = ""
    draft: Draft = field(default_factory=Draft)
    phrase: Phrase | None = None
    # The phrase was made in this visit and has not been shown to the end yet.
    fresh: bool = False
    # The sender sees one phrase at a time; a letter in a mailbox that is open needs none.
    summaries: tuple[Summary, ...] = ()
    thread: Thread | None = None
    ticket: Ticket[Any] | None = None
    # What came of the ticket was taken: before that, its end is not yet seen here.
    taken: bool = False
    _then: Callable[[Any], None] | None = None
    trouble: str = ""

    # Work -------------------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Tells whether something waits for the server, or has come and was not taken yet: until then nothing else is begun."""
        return self.ticket is not None and not self.taken

    @property
    def again(self) -> bool:
        """Tells whether what failed is worth trying again."""
        return self.ticket is not None and self.taken and (self.ticket.retryable or self.ticket.stage == "cancelled")

    def do(self, ticket: Ticket[Any], then: Callable[[Any], None]) -> None:
        """Waits for a piece of work; `then` takes what comes of it, on the window's own thread."""
        self.ticket, self._then, self.taken, self.trouble = ticket, then, False, ""

    def retry(self) -> None:
        """Tries once more what failed: a letter that did arrive is not sent twice."""
        if self.ticket is not None and self._then is not None:
            self.do(self.correspondence.retry(self.ticket), self._then)

    def cancel(self) -> None:
        """Gives up waiting; what was written stays."""
        if self.ticket is not None:
            self.ticket.cancel()

    def take(self, t: Callable[[str], str]) -> None:
        """Takes what has ended since the last time; `t` translates what went wrong."""
        for ticket in self.correspondence.poll():
            if ticket is not self.ticket:
                continue
            then, self.taken = self._then, True
            try:
                result = ticket.result
            except ContactError as fault:
                nothing_written = self.directory is None
                self.trouble = fault.say_before(t) if nothing_written and isinstance(fault, LineError) else fault.say(t)
                continue
            self.ticket = None
            if then is not None:
                then(result)

    # Words ------------------------------------------------------------------------------------------------------------

    def say(self, texts: dict[str, str]) -> str:
        """Returns the organisation's text in the player's language."""
        return text(texts, self.language) if texts else ""

    @property
    def organisation(self) -> str:
        """Returns who stands behind the counsellors."""
        return self.say(self.directory.roster.organisation.name) if self.directory else ""

    def matches(self) -> tuple[Match, ...]:
        """Returns the offers, those that fit the wishes best first."""
        return matching(self.directory, self.wishes) if self.directory else ()

    def chosen(self) -> Offer | None:
        """Returns the offer that was picked."""
        return self.directory.offer(self.offer) if self.directory else None

    @staticmethod
    def today() -> dt.date:
        """Returns the day by which somebody is there or away."""
        return dt.datetime.now(dt.UTC).date()

    def who(self, offer: Offer) -> tuple[str, ...]:
        """Returns the names of those who answer there and are not away."""
        if self.directory is None:
            return ()
        today = self.today()
        here = [person for person in self.directory.staff(offer.staff) if not self.directory.away(person.id, today)]
        return tuple(isolated(person.name) for person in here or self.directory.staff(offer.staff))

    def close(self) -> None:
        """Lets go of everything; threads end, keys are dropped."""
        self.correspondence.stop()
        self.draft.clear()
        self.phrase, self.thread, self.summaries, self.directory, self.ticket, self._then = None, None, (), None, None, None
