"""Contact as the screens hold it while it is open: every verb returns a ticket at once, the work is done on a thread of its own.

Nothing is sent before the first verb, and nothing new after `stop`. Drafts stay with the screens; nothing here is written to disk but what
`remember` is asked to.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from game.contact import epochs, letters
from game.contact.errors import NobodyError
from game.contact.line import Line
from game.contact.opening import Opening
from game.contact.post import Post, Stage, Ticket
from game.contact.remember import Memory
from game.contact.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.contact.body import What
    from game.contact.configuration import Configuration
    from game.contact.parcel import Parcel
    from game.contact.phrase import Phrase
    from game.contact.roster import Directory
    from game.contact.thread import Summary, Thread

T = TypeVar("T")


class Correspondence:
    """The one object that screens hold; to be stopped when contact is left."""

    def __init__(self, configuration: Configuration, language: str, wake: Callable[[], None], folder: Path) -> None:
        """Takes where the counsellors are, the player's language, what wakes the window from another thread, and the data folder."""
        self._language = language
        self._wake = wake
        self._line = Line(configuration)
        self._memory = Memory(folder)
        self._changed = threading.Event()
        # The post's thread alone uses the visit, and closes it at its end.
        self._visit = Visit(self._line, configuration.pin, self._tell)
        self._post = Post(wake, self._visit.close)

    def _tell(self) -> None:
        self._changed.set()
        self._wake()

    # What comes back ------------------------------------------------------------------------------------------------

    def poll(self) -> tuple[Ticket[Any], ...]:
        """Returns the tickets that ended since the last time."""
        return self._post.poll()

    def take_changed(self) -> bool:
        """Tells, once, that the server said something changed."""
        changed = self._changed.is_set()
        self._changed.clear()
        return changed

    def retry(self, ticket: Ticket[T]) -> Ticket[T]:
        """Does the same again, from where it stopped: what did arrive is not sent a second time."""
        return self._post.submit(ticket.work)

    @property
    def entered(self) -> bool:
        """Tells whether a phrase's mailbox is open."""
        return self._visit.entered

    @property
    def busy(self) -> bool:
        """Tells whether some work has not ended."""
        return self._post.busy

    def stop(self) -> None:
        """Leaves contact: sends nothing new, has every thread end and the keys dropped. Returns at once; nothing works afterwards."""
        self._line.close()
        self._visit.hush()
        self._post.stop()

    def join(self, seconds: float) -> bool:
        """Waits for the thread to end after `stop`; tells whether it has."""
        return self._post.join(seconds)

    # Who answers, and the player's words ----------------------------------------------------------------------------

    def directory(self) -> Ticket[Directory]:
        """Fetches who answers, the same for everyone."""
        return self._post.submit(lambda ticket: self._visit.directory(ticket, fresh=True))

    def come_back(self, phrase: Phrase) -> Ticket[tuple[Summary, ...]]:
        """Enters a phrase's mailbox and lists its conversations: none, where nothing is kept, or never was."""

        def work(ticket: Ticket[tuple[Summary, ...]]) -> tuple[Summary, ...]:
            self._visit.enter(ticket, phrase)
            ticket.reach(Stage.ASKING)
            self._visit.mailbox.look()
            return self._visit.summaries()

        return self._post.submit(work)

    def remember(self, phrase: Phrase, passphrase: str) -> Ticket[None]:
        """Keeps the phrase on this device, under a passphrase."""
        return self._post.submit(lambda ticket: self._unlock(ticket, lambda: self._memory.keep(phrase, passphrase)))

    def recall(self, passphrase: str) -> Ticket[Phrase]:
        """Fetches the phrase that this device remembers."""
        return self._post.submit(lambda ticket: self._unlock(ticket, lambda: self._memory.recall(passphrase)))

    @staticmethod
    def _unlock(ticket: Ticket[T], act: Callable[[], T]) -> T:
        ticket.reach(Stage.UNLOCKING)
        return act()

    @property
    def remembered(self) -> bool:
        """Tells whether this device remembers a phrase."""
        return self._memory.holds

    def forget(self) -> None:
        """Deletes what this device remembers, at once."""
        self._memory.forget()

    # First letters --------------------------------------------------------------------------------------------------

    def first(self, phrase: Phrase, offer: str, words: str) -> Ticket[Thread]:
        """Sends the first letter of a conversation, in this phrase's mailbox, which it opens if it is new."""
        return self._begin(offer, words, lambda ticket: self._visit.enter(ticket, phrase))

    def another(self, offer: str, words: str) -> Ticket[Thread]:
        """Begins a further conversation in the mailbox that is open."""
        return self._begin(offer, words, lambda _: self._visit.mailbox)

    def _begin(self, offer: str, words: str, enter: Callable[[Ticket[Thread]], object]) -> Ticket[Thread]:
        opening = Opening(offer, words, self._language)

        def work(ticket: Ticket[Thread]) -> Thread:
            enter(ticket)
            return self._visit.begin(ticket, opening).thread()

        return self._post.submit(work)

    # A conversation -------------------------------------------------------------------------------------------------

    def read(self, conversation: bytes) -> Ticket[Thread]:
        """Fetches and verifies what is new."""
        return self._post.submit(lambda ticket: self._visit.read(ticket, conversation).thread())

    def write(self, conversation: bytes, words: str) -> Ticket[Thread]:
        """Sends a letter."""
        return self._say(conversation, letters.text(words))

    def ask(self, conversation: bytes, what: What, words: str, kind: str = "") -> Ticket[Thread]:
        """Asks for one more person (`someone`), or for another one (`another`)."""
        return self._say(conversation, letters.ask(what, words, kind))

    def propose(self, conversation: bytes, goals: tuple[str, ...], form: str, rhythm: str, rules: str) -> Ticket[Thread]:
        """Proposes what the conversation is for."""
        return self._say(conversation, letters.propose(goals, form, rhythm, rules))

    def agree(self, conversation: bytes, agreement: bytes) -> Ticket[Thread]:
        """Says yes to a proposal."""
        return self._say(conversation, letters.agree(agreement))

    def _say(self, conversation: bytes, parcel: Parcel, then: Callable[[Ticket[Thread]], None] | None = None) -> Ticket[Thread]:
        def work(ticket: Ticket[Thread]) -> Thread:
            outbox = self._visit.outbox(ticket, conversation)
            ticket.reach(Stage.SENDING)
            outbox.send(parcel)
            if then:
                then(ticket)
            return outbox.conversation.thread()

        return self._post.submit(work)

    # Who may read ---------------------------------------------------------------------------------------------------

    def answer(self, conversation: bytes, pid: bytes, *, yes: bool) -> Ticket[Thread]:
        """Lets somebody read what came before, or does not."""

        def share(ticket: Ticket[Thread]) -> None:
            if yes:
                self._visit.outbox(ticket, conversation).conversation.share(pid)

        return self._say(conversation, letters.consent(pid, yes=yes), share)

    def swap(self, conversation: bytes, offer: str, *, history: bool = False) -> Ticket[Thread]:
        """Asks those on duty for an offer in place of the present counsellors, who cannot read on; with `history` they may read it all."""
        return self._turn(conversation, epochs.swap(offer, history=history))

    def send_away(self, conversation: bytes, pid: bytes) -> Ticket[Thread]:
        """Goes on without one of several counsellors."""
        return self._turn(conversation, epochs.leave(pid))

    def _turn(self, conversation: bytes, parcel: Parcel) -> Ticket[Thread]:
        def work(ticket: Ticket[Thread]) -> Thread:
            outbox = self._visit.outbox(ticket, conversation)
            ticket.reach(Stage.SENDING)
            outbox.deliver(parcel)
            return self._visit.read(ticket, conversation).thread()

        return self._post.submit(work)

    # Deleting -------------------------------------------------------------------------------------------------------

    def delete_letter(self, conversation: bytes, letter: bytes) -> Ticket[Thread]:
        """Deletes an own letter for everyone, and says so in its place."""
        parcel = letters.gone(letter)

        def work(ticket: Ticket[Thread]) -> Thread:
            outbox = self._visit.outbox(ticket, conversation)
            ticket.reach(Stage.SENDING)
            # Where nobody is left to be told, it is deleted all the same.
            with contextlib.suppress(NobodyError):
                outbox.send(parcel)
            self._visit.mailbox.erase("entry", conversation, letter)
            return outbox.conversation.thread()

        return self._post.submit(work)

    def delete_conversation(self, conversation: bytes) -> Ticket[tuple[Summary, ...]]:
        """Deletes a conversation for everyone; returns those that are left."""

        def work(ticket: Ticket[tuple[Summary, ...]]) -> tuple[Summary, ...]:
            ticket.reach(Stage.SENDING)
            self._visit.drop(conversation)
            return self._visit.summaries()

        return self._post.submit(work)

    def delete_mailbox(self) -> Ticket[None]:
        """Deletes everything the server keeps for the phrase, and leaves its mailbox."""

        def work(ticket: Ticket[None]) -> None:
            ticket.reach(Stage.SENDING)
            self._visit.mailbox.erase("mailbox")
            self._visit.leave()

        return self._post.submit(work)
