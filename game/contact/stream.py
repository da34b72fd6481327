"""Verifies a conversation, entry by entry, as its client: what is refused stays in its place with a reason, and nothing builds on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from game.contact import body as bodies
from game.contact.entry import beginning, hash_of, unseal
from game.contact.keys import pid
from game.contact.thread import Reason
from game.contact.wrap import commitment, unwrap

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from game.contact.body import Body, Epoch, Member, Open
    from game.contact.entry import Entry, Opened
    from game.contact.keys import Box
    from game.contact.roster import Roster
    from game.contact.wrap import Wrap


class Head(NamedTuple):
    """The last entry that was verified, the last time."""

    seq: int
    hash: bytes


@dataclass(slots=True, repr=False)
class Record:
    """One entry and what became of it: its body (None for a kind not known, or deleted), or the reason it is refused."""

    seq: int
    id: bytes
    epoch: int
    sender: bytes
    day: dt.date | None
    body: Body | None = None
    reason: Reason | None = None
    # Its words are no longer there; `gone` turns into `deleted` once a signed entry of its sender names it.
    gone: bool = False
    deleted: bool = False


@dataclass(slots=True, repr=False)
class Era:
    """An epoch: its keys to try (a server may send wraps of its own making), the right one once known, and its members once accepted."""

    keys: list[bytes] = field(default_factory=list)
    key: bytes | None = None
    members: dict[bytes, Member] = field(default_factory=dict)
    begun: dt.date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Eyes:
    """Who reads: the client's public signing key, the organisation's roster, staff that were verified before, the head seen before."""

    sign: bytes
    roster: Roster
    known: frozenset[tuple[bytes, bytes]] = frozenset()
    head: Head | None = None


class _Refused(Exception):  # noqa: N818  not an error: a verdict on an entry
    """An entry is refused."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Stream:
    """One conversation as far as it has come."""

    def __init__(self, conversation: bytes, eyes: Eyes, boxes: Sequence[Box]) -> None:
        """Takes who reads, and the boxes that may hold keys; `boxes` may grow."""
        self.conversation = conversation
        self.eyes = eyes
        self.boxes = boxes
        self.me = pid(eyes.sign)
        self.records: list[Record] = []
        self.eras: dict[int, Era] = {}
        self.epoch = -1
        self.last = -1
        self.late = False
        self.used: set[bytes] = set()
        self.verified: set[tuple[bytes, bytes]] = set()
        self._accepted = -1
        self._hashes: dict[int, bytes] = {}
        self._seqs: set[int] = set()
        self._ids: set[bytes] = set()
        if eyes.head:
            self._hashes[eyes.head.seq] = eyes.head.hash

    @property
    def members(self) -> dict[bytes, Member]:
        """Returns who can read now: the members of the last epoch that was accepted."""
        return self.eras[self._accepted].members if self._accepted >= 0 else {}

    @property
    def era(self) -> Era | None:
        """Returns the present epoch, if it was accepted."""
        return self.eras[self.epoch] if self.epoch >= 0 and self._accepted == self.epoch else None

    @property
    def previous(self) -> bytes:
        """Returns what the next entry names as the one before."""
        return self._hashes[self.last] if self.last >= 0 else beginning(self.conversation)

    def head(self) -> Head | None:
        """Returns the last entry that was verified; never behind the one seen before."""
        whole = [record.seq for record in self.records if record.reason is None and record.seq in self._hashes]
        newest = Head(max(whole), self._hashes[max(whole)]) if whole else None
        return max((head for head in (newest, self.eyes.head) if head), default=None, key=lambda head: head.seq)

    def has(self, entry: bytes) -> bool:
        """Tells whether an entry has come."""
        return entry in self._ids

    def take(self, entries: Iterable[Entry], wraps: Iterable[Wrap]) -> None:
        """Takes what came, in the order it came."""
        for wrap in wraps:
            self._unwrap(wrap)
        for entry in entries:
            self._take(entry)
        self._let_go()

    def close(self) -> None:
        """Holds the end of what came against the head seen before: a server that shows less, or another past, is found out."""
        head = self.eyes.head
        if head is None or any(record.reason is Reason.ROLLED for record in self.records):
            return
        if self.last < head.seq:
            self.records.append(Record(head.seq, b"", self.epoch, b"", None, reason=Reason.ROLLED))

    # Keys -----------------------------------------------------------------------------------------------------------

    def _unwrap(self, wrap: Wrap) -> None:
        opened = unwrap(wrap, self.conversation, reversed(self.boxes)) if wrap.to == self.me else None
        if opened:
            self.eras.setdefault(wrap.epoch, Era()).keys.append(opened[0])
            self.used.add(opened[1].public)

    # One entry ------------------------------------------------------------------------------------------------------

    def _take(self, entry: Entry) -> None:
        record = Record(entry.seq, entry.id, entry.epoch, entry.sender, entry.day, gone=entry.gone)
        try:
            if entry.seq in self._seqs or entry.id in self._ids:
                raise _Refused(Reason.TWICE)
            if entry.seq <= self.last or entry.epoch < self.epoch:
                raise _Refused(Reason.HEADER)
            self._step(entry)
            if entry.gone:
                self._miss(entry)
            else:
                record.body = self._read(entry)
            self._remember(entry)
        except _Refused as refused:
            record.reason = refused.reason
        self.records.append(record)

    def _step(self, entry: Entry) -> None:
        """Goes on to an entry's seq; what lies between is missing, unless nothing has come yet."""
        if self.last < 0 and entry.seq > 0:
            self.late = True
        elif entry.seq > self.last + 1:
            self.records.append(Record(self.last + 1, b"", self.epoch, b"", None, reason=Reason.MISSING))
        self.last = entry.seq
        self._seqs.add(entry.seq)
        self._ids.add(entry.id)

    def _remember(self, entry: Entry) -> None:
        """Keeps the hash of an entry that came whole; at the head seen before it must be the same."""
        found, head = hash_of(entry, self.conversation), self.eyes.head
        if head and head.seq == entry.seq and head.hash != found:
            self._hashes.pop(entry.seq, None)
            raise _Refused(Reason.ROLLED)
        self._hashes[entry.seq] = found

    def _miss(self, entry: Entry) -> None:
        """Takes a deleted entry: only the very first may be an epoch's first."""
        if entry.epoch > self.epoch:
            era = self._enter(entry)
            if entry.epoch > 0:
                raise _Refused(Reason.GONE)
            # The client alone wrote in the first epoch. Nobody is a member for what comes after: it is judged like a late beginning.
            era.key = era.keys[0] if era.keys else None

    def _enter(self, entry: Entry) -> Era:
        """Goes on to an entry's epoch."""
        self.epoch = entry.epoch
        era = self.eras.setdefault(entry.epoch, Era())
        era.begun = entry.day
        return era

    def _read(self, entry: Entry) -> Body | None:
        """Returns what an entry says, once everything about it holds."""
        if entry.epoch > self.epoch:
            return self._begin(entry, self._enter(entry))
        era = self.eras[entry.epoch]
        opened, _ = self._unseal(entry, era)
        public = era.members[entry.sender].sign if entry.sender in era.members else self._lone_client(entry)
        self._judge(entry, opened, public)
        try:
            said = bodies.said(opened.body)
        except ValueError:
            raise _Refused(Reason.BODY) from None
        if isinstance(said, bodies.Open | bodies.Epoch):
            raise _Refused(Reason.START)
        if isinstance(said, bodies.FROM_STAFF if entry.sender == self.me else bodies.FROM_CLIENT):
            raise _Refused(Reason.BODY)
        return said

    def _lone_client(self, entry: Entry) -> bytes | None:
        """Returns the client's key in a first epoch whose first letter was deleted."""
        headless = entry.epoch == 0 and self._accepted < 0 and any(record.seq == 0 and record.gone for record in self.records)
        return self.eyes.sign if headless and entry.sender == self.me else None

    def _unseal(self, entry: Entry, era: Era) -> tuple[Opened, bytes]:
        keys = [era.key] if era.key else era.keys
        if not keys:
            raise _Refused(Reason.KEY)
        found = next(((opened, key) for key in keys if (opened := unseal(entry, self.conversation, key))), None)
        if found is None:
            raise _Refused(Reason.SEALED)
        return found

    def _judge(self, entry: Entry, opened: Opened, public: bytes | None) -> None:
        """Looks who wrote an entry, and what they saw before it."""
        if public is None:
            raise _Refused(Reason.MEMBER)
        if not opened.is_by(public):
            raise _Refused(Reason.SIGNATURE)
        before = beginning(self.conversation) if entry.seq == 0 else self._hashes.get(entry.seq - 1)
        if before is not None and opened.previous != before:
            raise _Refused(Reason.PREVIOUS)

    # The first entry of an epoch ------------------------------------------------------------------------------------

    def _begin(self, entry: Entry, era: Era) -> Open | Epoch:
        """Returns an epoch's first entry, and takes its members, once everything about it holds."""
        opened, key = self._unseal(entry, era)
        self._judge(entry, opened, self._starter(entry))
        try:
            said = bodies.said(opened.body)
        except ValueError:
            raise _Refused(Reason.START) from None
        if not isinstance(said, bodies.Epoch if entry.seq else bodies.Open) or (entry.epoch == 0) != (entry.seq == 0):
            raise _Refused(Reason.START)
        if said.commit != commitment(self.conversation, entry.epoch, key) or not self._is_whole(said):
            raise _Refused(Reason.START)
        vouched = self._vouched(entry, said.members)
        era.key, era.members, self._accepted = key, {member.pid: member for member in said.members}, entry.epoch
        self.verified |= vouched
        return said

    def _starter(self, entry: Entry) -> bytes | None:
        """Returns the signing key of who may begin an epoch: a member of the one before; where none was seen, the client or staff."""
        if self.members:
            return self.members[entry.sender].sign if entry.sender in self.members else None
        if entry.sender == self.me:
            return self.eyes.sign
        return next((person.sign for person in self.eyes.roster.staff if pid(person.sign) == entry.sender), None) if entry.seq else None

    def _is_whole(self, said: Open | Epoch) -> bool:
        """Tells whether the members are the client as it is, and counsellors, each once and called by their keys."""
        clients = [member for member in said.members if member.role == "client"]
        boxes = {box.public for box in self.boxes}
        ours = len(clients) == 1 and clients[0].pid == self.me and clients[0].box in boxes
        named = all(member.pid == pid(member.sign) and (member.role == "client") == (member.staff is None) for member in said.members)
        once = len({member.pid for member in said.members}) == len(said.members)
        same = not isinstance(said, bodies.Open) or (said.sign == self.eyes.sign and said.box == clients[0].box)
        return ours and named and once and same

    def _vouched(self, entry: Entry, members: Iterable[Member]) -> set[tuple[bytes, bytes]]:
        """Returns the counsellors among members, by name and box, all of whom the roster vouches for, or did when they were first seen."""
        head = self.eyes.head
        known = self.eyes.known if head and entry.seq <= head.seq else frozenset()
        staff = {(member.pid, member.box): member for member in members if member.role == "staff"}
        for name, member in staff.items():
            person = self.eyes.roster.person(member.staff)
            if not (person and person.sign == member.sign and person.box == member.box) and name not in known:
                raise _Refused(Reason.ROSTER)
        return {(bytes(one), bytes(box)) for one, box in staff}

    # Deleted letters ------------------------------------------------------------------------------------------------

    def _let_go(self) -> None:
        """Marks what its own writer says is deleted; what is gone and named by nobody is refused."""
        named = {(record.sender, entry) for record in self.records if isinstance(record.body, bodies.Gone) for entry in record.body.ids}
        for record in self.records:
            if record.reason in {None, Reason.GONE}:
                record.deleted = (record.sender, record.id) in named
                if record.gone:
                    record.reason = None if record.deleted else Reason.GONE
