"""Mailboxes and conversations, as the server knows them: sealed entries in order, and who may fetch them. Knows no Flask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from server.contact import erase, rekey, roster
from server.contact.days import today
from server.contact.models import HELD, WAITING, Conversation, Entry, Epoch, Mailbox, Member, Spent, Wrap
from server.contact.proof import spent, spent_row
from server.contact.streams import Actor, append, entry_row, found, known, listeners, page, place, put_wraps, repeated, wrap_rows
from server.db import put
from server.errors import BehindError, MalformedError, ProofError, TakenError, UnknownError
from server.keys import opened
from server.wire import encode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from nacl.secret import SecretBox
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from server.contact.proof import Proofs
    from server.contact.requests import EntryIn, EraseRequest, First, RekeyRequest, WrapIn
    from server.db import Database
    from server.events import Hub
    from server.keys import Shredder


class Letters:
    """What clients and counsellors can do with letters."""

    def __init__(self, database: Database, keys: Shredder, hub: Hub, proofs: Proofs, clock: Callable[[], dt.date] = today) -> None:
        """Stands on a database, the file of shredding keys, and whoever listens."""
        self.database, self.keys, self.hub, self.proofs = database, keys, hub, proofs
        self.today = clock

    # A mailbox

    def look(self, mailbox: bytes) -> dict[str, Any]:
        """Returns a mailbox's vault and conversations; one that never was looks as one that is empty."""
        with self.database.read() as session:
            box = session.get(Mailbox, mailbox)
            rows = session.scalars(
                select(Conversation).where(Conversation.mailbox_id == mailbox).order_by(Conversation.day, Conversation.id)
            )
            conversations = [{"id": encode(one.id), "state": one.state, "last": one.last} for one in rows]
        vault = {"version": box.vault_version, "sealed": encode(box.vault)} if box else None
        return {"vault": vault, "conversations": conversations}

    def keep(self, mailbox: bytes, version: int, sealed: bytes) -> int:
        """Writes a vault's next version.

        Raises UnknownError without a mailbox, BehindError where another device wrote first.
        """
        with self.database.write() as session:
            box = session.get(Mailbox, mailbox, with_for_update=True)
            if box is None:
                raise UnknownError
            if version == box.vault_version and sealed == box.vault:
                return version
            if version != box.vault_version + 1:
                raise BehindError
            box.vault, box.vault_version = sealed, version
        return version

    def open(self, mailbox: bytes, vault: bytes, first: First, solution: str) -> None:
        """Opens a mailbox with its first letter; sent again it does nothing more."""
        self._begin(mailbox, first, solution, "open", vault)

    def begin(self, mailbox: bytes, first: First, solution: str) -> None:
        """Begins a further conversation; sent again it does nothing more."""
        self._begin(mailbox, first, solution, "begin", None)

    def _begin(self, mailbox: bytes, first: First, solution: str, action: str, vault: bytes | None) -> None:
        """Stores a first letter, once."""
        self._check_first(first)
        # Seldom; to ask only that costs a first letter least.
        with self.database.read_once() as connection:
            there = known(connection, first.conversation)
        if there:
            with self.database.read() as session:
                if self._begun(session, mailbox, first):
                    return
        digest = self.proofs.check(action, solution)
        boxes = self.keys.make(first.conversation, 0)
        try:
            with self.database.write_rows() as connection:
                concerned = self._store_first(connection, mailbox, first, boxes, digest, vault)
        except IntegrityError:
            self._explain(mailbox, first, digest)
        else:
            self.hub.changed(concerned)

    def _explain(self, mailbox: bytes, first: First, digest: bytes) -> None:
        """Finds out why the database refused a first letter: it may have been sent again while the first try was on its way.

        Raises ProofError for a proof that was used, UnknownError without a mailbox, BehindError where another letter was earlier.
        """
        with self.database.read() as session:
            if self._begun(session, mailbox, first):
                return
            if spent(session, digest):
                raise ProofError
            raise BehindError if session.get(Mailbox, mailbox) else UnknownError

    @staticmethod
    def _begun(session: Session, mailbox: bytes, first: First) -> bool:
        """Tells whether this very letter is there already.

        Raises UnknownError where the conversation is another's.
        """
        one = session.get(Conversation, first.conversation)
        if one is None:
            return False
        if one.mailbox_id != mailbox or repeated(session, first.conversation, first.entry) is None:
            raise UnknownError
        return True

    @staticmethod
    def _check_first(first: First) -> None:
        """Raises MalformedError where a first letter is not at the beginning, or wraps other than its epoch's key."""
        entry = first.entry
        if entry.seq or entry.epoch or entry.sender != first.pid or any(wrap.epoch for wrap in first.wraps):
            raise MalformedError

    def _store_first(
        self, connection: Connection, mailbox: bytes, first: First, boxes: dict[int, SecretBox], digest: bytes, vault: bytes | None
    ) -> list[bytes]:
        """Stores a conversation with its first entry, for all on duty that it was sealed to; returns whom that concerns."""
        now, here = self.today(), first.conversation
        in_force = roster.in_force(connection, now)
        view = roster.view(in_force.payload)
        duty = view.duty.get(first.offer, frozenset())
        sealed_to = {wrap.to for wrap in first.wraps} - {first.pid}
        # Only people of the roster, and somebody on duty among them: else the game's list is an old one.
        if not sealed_to & duty or sealed_to - view.staff.keys() or len(sealed_to) + 1 != len(first.wraps):
            raise BehindError
        one = {"id": here, "organisation_id": in_force.organisation_id, "mailbox_id": mailbox, "offer": first.offer, "state": WAITING}
        members = {first.pid: None, **{pid: view.staff[pid] for pid in sealed_to}}
        box = [(Mailbox, [{"id": mailbox, "vault": vault, "vault_version": 1, "day": now}])] if vault is not None else []
        put(
            connection,
            (Spent, [spent_row(digest, now)]),
            *box,
            (Conversation, [{**one, "epoch": 0, "last": 0, "turn_day": now, "answered": False, "day": now}]),
            (Member, [{"conversation_id": here, "pid": pid, "staff_id": staff, "first_seq": 0} for pid, staff in members.items()]),
            (Epoch, [{"conversation_id": here, "epoch": 0, "day": now}]),
            (Entry, [entry_row(here, first.entry, now)]),
            (Wrap, wrap_rows(boxes, here, first.wraps)),
        )
        return [mailbox, *(view.staff[pid] for pid in sealed_to)]

    # A conversation

    def read(self, actor: Actor, conversation: bytes, after: int) -> dict[str, Any]:
        """Returns what a member may see after an entry, at most a page of it, and all of their wraps."""
        boxes = self.keys.find_all(conversation)
        with self.database.read() as session:
            one, member = found(session, actor, conversation)
            mine = select(Wrap).where(Wrap.conversation_id == conversation, Wrap.pid == member.pid).order_by(Wrap.epoch)
            wraps = [(wrap.epoch, opened(boxes.get(wrap.epoch), wrap.sealed)) for wrap in session.scalars(mine)]
            pids = session.scalars(select(Member.pid).where(Member.conversation_id == conversation).order_by(Member.pid))
            return {
                "state": one.state,
                "offer": one.offer,
                "epoch": one.epoch,
                "last": one.last,
                "members": [encode(pid) for pid in pids],
                "entries": page(session, conversation, max(after + 1, member.first_seq)),
                "wraps": [{"to": encode(member.pid), "epoch": epoch, "sealed": encode(sealed)} for epoch, sealed in wraps if sealed],
            }

    def send(self, actor: Actor, conversation: bytes, entry: EntryIn) -> int:
        """Adds an entry at the end; sent again it does nothing more. Returns its seq.

        Raises BehindError where its place is taken.
        """
        try:
            with self.database.write_rows() as connection:
                here = place(connection, actor, conversation)
                if entry.sender != here.pid:
                    raise MalformedError
                fits = entry.seq == here.last + 1 and entry.epoch == here.epoch
                if fits:
                    append(connection, conversation, entry, self.today(), by_staff=actor.staff is not None)
        except IntegrityError:
            # At another place already, and sealed again for this one.
            fits = False
        if not fits:
            with self.database.read() as session:
                return self._sent(session, conversation, entry)
        self.hub.changed(here.listeners)
        return entry.seq

    @staticmethod
    def _sent(session: Session, conversation: bytes, entry: EntryIn) -> int:
        """Returns the place of an entry that was sent before.

        Raises BehindError for one that was not.
        """
        there = repeated(session, conversation, entry)
        if there is None:
            raise BehindError
        return there.seq

    def rekey(self, actor: Actor, request: RekeyRequest) -> tuple[int, int]:
        """Begins an epoch with its members. Returns its first entry's seq, and its number."""
        self.keys.make(request.conversation, request.entry.epoch) if rekey.possible(self.database, actor, request) else None
        with self.database.write() as session:
            concerned = rekey.begin(session, self.keys, actor, request, self.today())
        self.hub.changed(concerned)
        return request.entry.seq, request.entry.epoch

    def share(self, actor: Actor, conversation: bytes, pid: bytes, wraps: list[WrapIn]) -> None:
        """Lets a member read from the start: only the client can."""
        with self.database.write() as session:
            one, _ = found(session, actor, conversation, lock=True)
            member = session.get(Member, (conversation, pid))
            if actor.staff or member is None or member.staff_id is None:
                raise UnknownError
            if any(wrap.to != pid or wrap.epoch > one.epoch for wrap in wraps):
                raise MalformedError
            member.first_seq = 0
            put_wraps(session, self.keys.find_all(conversation), conversation, wraps, None)
            concerned = listeners(session, one)
        self.hub.changed(concerned)

    def erase(self, actor: Actor, request: EraseRequest) -> None:
        """Deletes what is the asker's own."""
        self.hub.changed(erase.erase(self.database, self.keys, actor, request))

    # A counsellor's lists

    def queue(self, staff: bytes) -> list[dict[str, Any]]:
        """Returns the conversations that wait and were sealed to this counsellor, the oldest first."""
        with self.database.read() as session:
            query = select(Conversation).join(Member, Member.conversation_id == Conversation.id)
            rows = session.scalars(
                query.where(Member.staff_id == staff, Conversation.state == WAITING).order_by(Conversation.day, Conversation.id)
            )
            return [{"id": encode(one.id), "offer": one.offer, "day": one.day.isoformat(), "last": one.last} for one in rows]

    def mine(self, staff: bytes) -> list[dict[str, Any]]:
        """Returns the conversations that this counsellor holds, by the day of their newest entry."""
        with self.database.read() as session:
            query = select(Conversation).join(Member, Member.conversation_id == Conversation.id)
            rows = list(
                session.scalars(
                    query.where(Member.staff_id == staff, Conversation.state == HELD).order_by(Conversation.turn_day, Conversation.id)
                )
            )
            people = select(Member.conversation_id, Member.pid).where(Member.conversation_id.in_([one.id for one in rows]))
            members: dict[bytes, list[str]] = {}
            for conversation, pid in session.execute(people):
                members.setdefault(conversation, []).append(encode(pid))
            return [
                {
                    "id": encode(one.id),
                    "offer": one.offer,
                    "day": one.day.isoformat(),
                    "last": one.last,
                    "members": sorted(members.get(one.id, [])),
                    "turn_day": one.turn_day.isoformat(),
                    "answered": one.answered,
                }
                for one in rows
            ]

    def claim(self, staff: bytes, conversation: bytes) -> None:
        """Takes a waiting conversation on: the others on duty lose their place and their wraps.

        Raises TakenError where it waits no longer, UnknownError for one that was never this counsellor's to take.
        """
        with self.database.write() as session:
            one, member = found(session, Actor(staff=staff), conversation, lock=True)
            others = [pid for pid in self._staff_of(session, conversation) if pid != member.pid]
            if one.state == HELD and others:
                raise TakenError
            if one.state == HELD:
                return
            one.state = HELD
            concerned = listeners(session, one)
            session.execute(delete(Wrap).where(Wrap.conversation_id == conversation, Wrap.pid.in_(others)))
            session.execute(delete(Member).where(Member.conversation_id == conversation, Member.pid.in_(others)))
        self.hub.changed(concerned)

    @staticmethod
    def _staff_of(session: Session, conversation: bytes) -> list[bytes]:
        """Returns the participant ids of the staff in a conversation."""
        return list(session.scalars(select(Member.pid).where(Member.conversation_id == conversation, Member.staff_id.is_not(None))))
