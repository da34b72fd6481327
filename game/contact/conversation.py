"""One conversation as its client holds it: read, verified, its keys, its people. What is written in it goes through `outbox`."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from game.contact import body as bodies
from game.contact import showing
from game.contact.body import Member
from game.contact.coding import Id, Key
from game.contact.entry import U32, Entry  # noqa: TC001 - msgspec reads the types
from game.contact.errors import GoneError, LineError, UnknownError
from game.contact.keys import Box, Signer, pid
from game.contact.line import Answer
from game.contact.stream import Eyes, Head, Stream
from game.contact.vault import HeldBox, HeldHead, HeldStaff
from game.contact.wrap import Wrap, unwrap, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.contact.mailbox import Mailbox
    from game.contact.roster import Roster, Staff
    from game.contact.thread import Thread
    from game.contact.vault import Content, Held

LONGEST_EPOCH: Final = dt.timedelta(days=7)
_PAGES = 200


class _Read(msgspec.Struct):
    state: Annotated[str, msgspec.Meta(max_length=40)]
    last: U32
    entries: tuple[Entry, ...] = ()
    wraps: tuple[Wrap, ...] = ()
    members: tuple[Id, ...] = ()
    offer: Annotated[str, msgspec.Meta(max_length=200)] = ""


class Conversation:
    """A conversation of a mailbox that is open."""

    def __init__(self, mailbox: Mailbox, held: Held, roster: Roster) -> None:
        """Takes what the vault holds of it; nothing is read yet."""
        self.mailbox = mailbox
        self.id = held.id
        self.signer = Signer(held.sign)
        self.boxes = [Box(box.secret) for box in held.boxes]
        self.offer = held.offer
        self.state = ""
        self._next: tuple[int, Box] | None = None
        self._read = False
        self._listed: frozenset[bytes] = frozenset()
        known = frozenset((bytes(staff.pid), bytes(staff.box)) for staff in held.known)
        head = Head(held.head.seq, bytes(held.head.hash)) if held.head else None
        self.stream = Stream(self.id, Eyes(self.signer.public, roster, known, head), self.boxes)

    @property
    def roster(self) -> Roster:
        """Returns the roster that it is read with."""
        return self.stream.eyes.roster

    def take_roster(self, roster: Roster) -> None:
        """Reads on with a later roster."""
        self.stream.eyes = dataclasses.replace(self.stream.eyes, roster=roster)

    def wipe(self) -> None:
        """Overwrites the keys that can be."""
        self.signer.wipe()
        for box in self.boxes:
            box.wipe()

    # Reading --------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Fetches and verifies what is new, and keeps in the vault how far that was.

        Raises GoneError where the conversation is no longer there, and a LineError.
        """
        for _ in range(_PAGES):
            before = self.stream.last
            try:
                came = self.mailbox.session.post("read", {"conversation": self.id, "after": before}, _Read)
            except UnknownError:
                raise GoneError from None
            self.state, self.offer = came.state, came.offer or self.offer
            self._listed = frozenset(came.members)
            self._learn(came.wraps)
            self.stream.take(came.entries, came.wraps)
            if self.stream.last >= came.last or self.stream.last == before:
                break
        if not self._read:
            self.stream.close()
            self._read = True
        self.remember()

    def _learn(self, wraps: Iterable[Wrap]) -> None:
        """Looks into the vault again where a wrap opens with none of our boxes: another device may have made the one it is for."""
        if all(unwrap(given, self.id, self.boxes) for given in wraps):
            return
        self.mailbox.look()
        held = self.mailbox.content.held(self.id)
        ours = {box.public for box in self.boxes}
        self.boxes += [box for box in (Box(one.secret) for one in held.boxes) if box.public not in ours] if held else []

    def ready(self) -> None:
        """Fetches it once, where that was not done yet."""
        if not self._read:
            self.refresh()

    def thread(self) -> Thread:
        """Returns it as it is shown."""
        return showing.thread(self.stream, state=self.state, offer=self.offer)

    def remember(self) -> None:
        """Keeps in the vault how far it was verified, and forgets box keys that open nothing any more; a broken line puts that off."""
        head = self.stream.head()
        idle = {box.public for box in self.boxes[:-2]} - self.stream.used if self._read and self.stream.used else set()

        def change(content: Content) -> None:
            held = content.held(self.id)
            if held is None:
                return
            if head and (held.head is None or held.head.seq < head.seq):
                held.head = HeldHead(head.seq, Key(head.hash))
            verified = self.stream.verified | self.stream.eyes.known
            held.known = sorted((HeldStaff(Id(one), Key(box)) for one, box in verified), key=lambda staff: (staff.pid, staff.box))
            held.boxes = [box for box in held.boxes if Box(box.secret).public not in idle]
            content.roster = max(content.roster, self.roster.version)

        with contextlib.suppress(LineError):
            self.mailbox.keep(change)

    # Who is there ---------------------------------------------------------------------------------------------------

    def me(self) -> Member:
        """Returns the client as the next list of members names it, with its newest box key."""
        return as_client(self.signer, self.boxes[-1])

    def present(self) -> list[Member]:
        """Returns the counsellors who are members, whom the roster still vouches for, and whom the server has not let go of meanwhile."""
        people = [self.roster.person(member.staff) for member in self.stream.members.values() if member.staff]
        kept = [as_member(person) for person in people if person]
        return [member for member in kept if member.pid in self.stream.members and member.pid in self._listed]

    def next_box(self) -> Key | None:
        """Returns the box key to announce in the first letter of this epoch, safe in the vault by then; None in later letters.

        Raises a LineError: a key that nobody could find again is not announced.
        """
        epoch = self.stream.epoch
        mine = [record for record in self.stream.records if record.epoch == epoch and record.sender == self.stream.me]
        if any(isinstance(record.body, bodies.Text) and record.body.box for record in mine):
            return None
        if self._next is None or self._next[0] != epoch:
            box = Box.fresh()
            self.mailbox.keep(lambda content: self._hold(content, epoch + 1, box))
            self.boxes.append(box)
            self._next = (epoch, box)
        return self._next[1].public

    def _hold(self, content: Content, epoch: int, box: Box) -> None:
        held = content.held(self.id)
        secret = Key(bytes(box.secret))
        if held and all(one.secret != secret for one in held.boxes):
            held.boxes.append(HeldBox(epoch, secret))

    @property
    def needs_new_epoch(self) -> bool:
        """Tells whether this epoch is too old, was begun in a way that is not allowed, or has members whom nobody vouches for any more."""
        era = self.stream.era
        if era is None:
            return True
        unvouched = len(self.present()) < sum(member.role == "staff" for member in self.stream.members.values())
        return unvouched or (era.begun is not None and today() - era.begun > LONGEST_EPOCH)

    # Earlier letters ------------------------------------------------------------------------------------------------

    def share(self, one: bytes) -> None:
        """Wraps the keys of earlier epochs for a member who is to read them.

        Raises GoneError where the conversation, or that member, is no longer there, and a LineError.
        """
        member = next((member for member in self.present() if member.pid == one), None)
        if member is None:
            raise GoneError
        try:
            self.mailbox.session.post("share", {"conversation": self.id, "pid": Id(one), "wraps": self.earlier([member])}, Answer)
        except UnknownError:
            raise GoneError from None

    def earlier(self, members: Iterable[Member]) -> list[Wrap]:
        """Returns every key there is, wrapped for some members; also of epochs they were in before, whose wraps they lost by leaving."""
        known = [(epoch, era.key) for epoch, era in self.stream.eras.items() if era.key]
        return [wrap(self.id, epoch, key, member) for member in members for epoch, key in known]


def as_client(signer: Signer, box: Box) -> Member:
    """Returns the client as a list of members names it: without a name."""
    return Member(signer.pid, "client", "", signer.public, box.public)


def as_member(person: Staff) -> Member:
    """Returns a counsellor as a list of members names them."""
    return Member(pid(person.sign), "staff", person.name, person.sign, person.box, person.id)


def today() -> dt.date:
    """Returns the day it is, as the protocol counts days."""
    return dt.datetime.now(dt.UTC).date()
