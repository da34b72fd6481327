"""Sends exactly once, however often the line breaks: an entry keeps its id, and is sealed anew only where another came before it.

Where the answer is lost, the very same bytes are sent again; the server knows them by their id and stores nothing twice. Where the
server says that the place is taken, what came is read and verified, and the entry is sealed for the next place with the same id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.contact import epochs
from game.contact.conversation import today
from game.contact.entry import Entry
from game.contact.errors import BehindError, GoneError, LaterError, UnknownError
from game.contact.line import Answer

if TYPE_CHECKING:
    from game.contact.conversation import Conversation
    from game.contact.parcel import Parcel, Sealed

_TRIES = 12


class Outbox:
    """What goes out in one conversation."""

    def __init__(self, conversation: Conversation) -> None:
        """Takes the conversation."""
        self.conversation = conversation
        self._turning: Parcel | None = None

    def send(self, parcel: Parcel) -> None:
        """Has a parcel arrive, after a new epoch where this one will not do; called again after an error, it goes on where it was.

        Raises NobodyError where nobody is there to read it, TooLongError, GoneError, and a LineError where it may not have arrived.
        """
        conversation = self.conversation
        conversation.ready()
        if parcel.sealed is None and not conversation.stream.has(parcel.id) and conversation.needs_new_epoch:
            self._turning = self._turning or epochs.rotate()
            self.deliver(self._turning)
            self._turning = None
        self.deliver(parcel)

    def deliver(self, parcel: Parcel) -> None:
        """Has a parcel arrive in the place it is sealed for, or in the next one that is free.

        Raises what `send` does.
        """
        self.conversation.ready()
        for _ in range(_TRIES):
            parcel.arrived = parcel.arrived or self.conversation.stream.has(parcel.id)
            if parcel.arrived:
                return
            parcel.sealed = parcel.sealed or parcel.make(self.conversation, parcel.id)
            try:
                self.conversation.mailbox.session.post(parcel.sealed.path, parcel.sealed.message, Answer)
            except BehindError:
                parcel.sealed = None
                self.conversation.refresh()
                continue
            except UnknownError:
                raise GoneError from None
            parcel.arrived = True
            _note(self.conversation, parcel.sealed)
            return
        raise LaterError("later")


def _note(conversation: Conversation, sealed: Sealed) -> None:
    """Takes what arrived as if it had been read; where more came in between, the next reading brings both."""
    entry = sealed.entry
    if entry.seq == conversation.stream.last + 1:
        shown = Entry(entry.id, entry.epoch, entry.seq, entry.sender, entry.sealed, today())
        conversation.stream.take([shown], sealed.wraps)
        conversation.remember()
