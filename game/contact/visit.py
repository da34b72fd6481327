"""One visit to contact, on its own thread: the directory, at most one phrase's mailbox, and the conversations in it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from game.contact import signed
from game.contact.coding import h16
from game.contact.conversation import Conversation, today
from game.contact.errors import GoneError, PhraseError
from game.contact.keys import MailboxKeys
from game.contact.listener import Listener
from game.contact.mailbox import Mailbox
from game.contact.outbox import Outbox
from game.contact.post import Stage
from game.contact.thread import Reason, Summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.configuration import Pin
    from game.contact.line import Line
    from game.contact.opening import Opening
    from game.contact.phrase import Phrase
    from game.contact.post import Ticket
    from game.contact.roster import Directory, Roster
    from game.contact.vault import Content

_SALT = 16


class Visit:
    """What is known while contact is open."""

    def __init__(self, line: Line, pin: Pin, changed: Callable[[], None]) -> None:
        """Takes the line, the organisation's pin, and whom the listener tells."""
        self._line = line
        self._pin = pin
        self._changed = changed
        self._directory: Directory | None = None
        self._mailbox: Mailbox | None = None
        self._listener: Listener | None = None
        self._outboxes: dict[bytes, Outbox] = {}
        self._openings: list[Opening] = []
        # Tells one phrase from another without keeping either.
        self._salt = secrets.token_bytes(_SALT)
        self._mark = b""

    @property
    def entered(self) -> bool:
        """Tells whether a mailbox is open."""
        return self._mailbox is not None

    @property
    def mailbox(self) -> Mailbox:
        """Returns the mailbox that is open.

        Raises PhraseError where none is.
        """
        if self._mailbox is None:
            raise PhraseError
        return self._mailbox

    # Who is there ---------------------------------------------------------------------------------------------------

    def directory(self, ticket: Ticket[Any], *, fresh: bool = False) -> Directory:
        """Returns who answers: as fetched before in this visit, unless that is asked for anew, or past its days.

        Raises a RosterError where it cannot be trusted, and a LineError.
        """
        if self._directory is None or fresh or today() > self._directory.roster.expires:
            ticket.reach(Stage.ASKING)
            before = self._directory.roster.version if self._directory else 0
            seen = max(before, self._mailbox.content.roster if self._mailbox else 0)
            shown = self._line.get("directory", signed.Shown)
            self._directory = signed.directory(shown, self._pin, today(), seen)
        return self._directory

    # The mailbox ----------------------------------------------------------------------------------------------------

    def enter(self, ticket: Ticket[Any], phrase: Phrase) -> Mailbox:
        """Returns a phrase's mailbox: keys made, vault fetched, and listened to from then on.

        Raises VaultError where what is kept does not open, a RosterError, and a LineError.
        """
        mark = h16(self._salt, phrase.canonical())
        if self._mailbox is not None and mark == self._mark:
            return self._mailbox
        ticket.reach(Stage.UNLOCKING)
        mailbox = Mailbox(self._line, MailboxKeys(phrase, self._pin.deployment))
        ticket.reach(Stage.ASKING)
        mailbox.look()
        self.leave()
        self._mailbox, self._mark = mailbox, mark
        self.directory(ticket, fresh=self._directory is None or self._directory.roster.version < mailbox.content.roster)
        self._listener = Listener(self._line, mailbox.session, self._changed)
        self._listener.start()
        return mailbox

    def hush(self) -> None:
        """Has the listener end; may be called from any thread."""
        listener = self._listener
        if listener is not None:
            listener.stop()

    def leave(self) -> None:
        """Lets go of the mailbox: the listener ends, keys are overwritten where that can be."""
        self.hush()
        for outbox in self._outboxes.values():
            outbox.conversation.wipe()
        if self._mailbox is not None:
            self._mailbox.keys.wipe()
        self._outboxes = {}
        self._mailbox, self._listener, self._mark = None, None, b""

    def close(self) -> None:
        """Lets go of everything."""
        self.leave()
        for opening in self._openings:
            opening.wipe()
        self._openings, self._directory = [], None

    def summaries(self) -> tuple[Summary, ...]:
        """Returns the conversations that are there and that the vault has keys for."""
        content = self.mailbox.content
        found = [(listed, content.held(listed.id)) for listed in self.mailbox.listed]
        return tuple(
            Summary(listed.id, listed.state, held.offer, held.head is None or held.head.seq < listed.last) for listed, held in found if held
        )

    # Conversations --------------------------------------------------------------------------------------------------

    def outbox(self, ticket: Ticket[Any], conversation: bytes) -> Outbox:
        """Returns where one conversation is read and written.

        Raises GoneError where the vault has none of that id, PhraseError, a RosterError, and a LineError.
        """
        roster = self.directory(ticket).roster
        if conversation not in self._outboxes:
            if self.mailbox.content.held(conversation) is None:
                # Another device may have begun it.
                self.mailbox.look()
            held = self.mailbox.content.held(conversation)
            if held is None:
                raise GoneError
            self._outboxes[conversation] = Outbox(Conversation(self.mailbox, held, roster))
        found = self._outboxes[conversation]
        if roster.version > found.conversation.roster.version:
            found.conversation.take_roster(roster)
        return found

    def read(self, ticket: Ticket[Any], conversation: bytes) -> Conversation:
        """Returns a conversation with what is new in it.

        Raises what `outbox` does.
        """
        found = self.outbox(ticket, conversation).conversation
        ticket.reach(Stage.ASKING)
        found.refresh()
        if not any(record.reason is Reason.ROSTER for record in found.stream.records):
            return found
        # Somebody came whom our roster does not name: a later one may, and then all is read again with that.
        before = found.roster.version
        if self.directory(ticket, fresh=True).roster.version > before:
            del self._outboxes[conversation]
            found = self.outbox(ticket, conversation).conversation
            found.refresh()
        return found

    def begin(self, ticket: Ticket[Any], opening: Opening) -> Conversation:
        """Has a first letter arrive in the mailbox that is open, and returns its conversation.

        Raises what `Opening.deliver` does.
        """
        if not opening.finished:
            if opening not in self._openings:
                self._openings.append(opening)
            begun = opening.deliver(self.mailbox, _Desk(self, ticket))
            self._outboxes.setdefault(begun.id, Outbox(begun))
            self.mailbox.look()
            self._openings.remove(opening)
            opening.wipe()
        return self.read(ticket, opening.id)

    def drop(self, conversation: bytes) -> None:
        """Has the server delete a conversation, and the vault forget its keys.

        Raises a LineError.
        """
        self.mailbox.erase("conversation", conversation)
        if conversation in self._outboxes:
            self._outboxes.pop(conversation).conversation.wipe()
        self.mailbox.look()
        # With its last conversation the mailbox went too.
        if self.mailbox.version:
            self.mailbox.keep(lambda content: _without(content, conversation))


class _Desk:
    """What a first letter needs: a solved puzzle, and the roster."""

    def __init__(self, visit: Visit, ticket: Ticket[Any]) -> None:
        self._visit = visit
        self._ticket = ticket

    def prove(self, mailbox: Mailbox, action: str) -> str:
        self._ticket.reach(Stage.ASKING)
        proof = mailbox.session.proof(action, self._ticket.stopped, lambda: self._ticket.reach(Stage.PROVING))
        self._ticket.reach(Stage.SENDING)
        return proof

    def roster(self, *, fresh: bool) -> Roster:
        return self._visit.directory(self._ticket, fresh=fresh).roster


def _without(content: Content, conversation: bytes) -> None:
    content.conversations = [held for held in content.conversations if held.id != conversation]
