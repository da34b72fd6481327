"""The first letter: sealed to everyone on duty for an offer, and sent once, however often the line breaks."""

from __future__ import annotations

import copy
import secrets
from typing import TYPE_CHECKING, Protocol

from game.contact.body import Open, written
from game.contact.coding import Binary, Key, new_id
from game.contact.conversation import Conversation, as_client, as_member
from game.contact.entry import Header, beginning, seal
from game.contact.errors import BehindError, LaterError, NobodyError, ProofError
from game.contact.keys import Box, Signer
from game.contact.line import Answer
from game.contact.parcel import wire
from game.contact.vault import Content, Held, HeldBox
from game.contact.wrap import KEY, commitment, wraps

if TYPE_CHECKING:
    from game.contact.mailbox import Mailbox
    from game.contact.roster import Roster

_TRIES = 6


class Desk(Protocol):
    """What an opening needs of whoever sends it."""

    def prove(self, mailbox: Mailbox, action: str) -> str:
        """Returns a solved puzzle."""

    def roster(self, *, fresh: bool) -> Roster:
        """Returns the roster, fetched anew where `fresh`."""


class Opening:
    """A conversation that is about to be: its keys, its id and its entry's id are the same at every attempt."""

    def __init__(self, offer: str, words: str, language: str) -> None:
        """Takes the offer it is for, and the letter."""
        self.offer = offer
        self.words = words
        self.language = language
        self.id = new_id()
        self._entry = new_id()
        self._signer = Signer.fresh()
        self._box: Box | None = None
        self._key = secrets.token_bytes(KEY)
        self._first: dict[str, object] | None = None
        self._vault: Binary | None = None
        self._content: Content | None = None
        self._proof = ""
        self.finished = False

    def wipe(self) -> None:
        """Overwrites the keys that can be, and drops the letter: it has arrived, or never will."""
        self.finished = True
        self._signer.wipe()
        self.words = ""
        self._first = None

    def deliver(self, mailbox: Mailbox, desk: Desk) -> Conversation:
        """Has the letter arrive and returns its conversation; called again after an error, it goes on where it was.

        Raises NobodyError where nobody is on duty, TooLongError, a RosterError, and a LineError where it may not have arrived.
        """
        fresh = False
        for _ in range(_TRIES):
            if self._is_listed(mailbox):
                break
            roster = desk.roster(fresh=fresh)
            if self._first is None:
                self._seal(mailbox, roster)
            try:
                self._post(mailbox, desk)
                break
            except ProofError:
                self._proof = ""
            except BehindError:
                # The roster changed, or the mailbox was opened from elsewhere meanwhile.
                mailbox.look()
                fresh, self._first, self._proof = True, None, ""
        else:
            raise LaterError("later")
        return self._arrived(mailbox, desk.roster(fresh=False))

    def _is_listed(self, mailbox: Mailbox) -> bool:
        return any(listed.id == self.id for listed in mailbox.listed) and mailbox.content.held(self.id) is not None

    def _seal(self, mailbox: Mailbox, roster: Roster) -> None:
        """Makes the message for the people on duty now."""
        offer = roster.offer(self.offer)
        counsellors = [as_member(person) for person in roster.on_duty(offer)] if offer else []
        if not counsellors:
            raise NobodyError
        if not mailbox.version:
            self._box = mailbox.keys.box
        elif self._box is None or self._box is mailbox.keys.box:
            self._box = Box.fresh()
        me = as_client(self._signer, self._box)
        members = (me, *counsellors)
        commit = commitment(self.id, 0, self._key)
        body = Open(self.language, self.offer, roster.version, me.sign, me.box, commit, members, self.words)
        entry = seal(Header(self.id, 0, 0, me.pid, self._entry), self._key, self._signer, beginning(self.id), written(body))
        made = wraps(self.id, 0, self._key, members)
        self._first = {"conversation": self.id, "offer": self.offer, "pid": me.pid, "entry": wire(entry), "wraps": made}
        self._content, self._vault = None, None
        if not mailbox.version:
            self._content = Content(roster=roster.version)
            self._hold(self._content)
            self._vault = mailbox.first_vault(self._content).sealed

    def _hold(self, content: Content) -> None:
        """Puts the conversation into a vault, once."""
        if content.held(self.id) is None and self._box:
            boxes = [HeldBox(0, Key(bytes(self._box.secret)))]
            content.conversations.append(Held(self.id, Key(bytes(self._signer.seed)), boxes, self.offer))

    def _post(self, mailbox: Mailbox, desk: Desk) -> None:
        """Sends the message: with a vault where the mailbox is new, else after the vault holds the keys."""
        first = self._first or {}
        if self._vault is None:
            mailbox.keep(self._hold)
        action = "begin" if self._vault is None else "open"
        self._proof = self._proof or desk.prove(mailbox, action)
        if self._vault is None:
            mailbox.session.post("begin", {"altcha": self._proof, **first}, Answer)
        else:
            mailbox.session.post("open", {"vault": self._vault, "altcha": self._proof, "first": first}, Answer)

    def _arrived(self, mailbox: Mailbox, roster: Roster) -> Conversation:
        """Returns the conversation that now is."""
        if self._content is not None and mailbox.content.held(self.id) is None:
            mailbox.opened(copy.deepcopy(self._content))
        held = mailbox.content.held(self.id)
        if held is None:
            raise LaterError("later")
        return Conversation(mailbox, held, roster)
