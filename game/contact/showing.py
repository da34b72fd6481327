"""Turns a verified stream into what its player sees; names and kinds come from the roster, never from what somebody says of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from game.contact import body as bodies
from game.contact.thread import (
    Agreed,
    Agreement,
    Answer,
    Broken,
    Change,
    Item,
    Letter,
    Proposed,
    Question,
    Reader,
    Removed,
    Request,
    Strange,
    Thread,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from game.contact.body import Member
    from game.contact.roster import Roster
    from game.contact.stream import Record, Stream


class _When(TypedDict):
    """What every item has."""

    seq: int
    day: dt.date | None
    mine: bool
    name: str


def thread(stream: Stream, *, state: str, offer: str) -> Thread:
    """Returns a conversation as it is shown."""
    return _Showing(stream).thread(state, offer)


class _Showing:
    """Goes through a stream once, from its beginning."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.roster: Roster = stream.eyes.roster
        self.people: dict[bytes, Reader] = {}
        self.present: dict[bytes, Reader] = {}
        self.proposals: dict[bytes, Agreement] = {}
        self.agreement: Agreement | None = None
        self.proposal: Agreement | None = None
        said = [record.body for record in stream.records if record.reason is None and not record.deleted]
        self.answers = {body.pid: body.yes for body in said if isinstance(body, bodies.Consent)}

    def thread(self, state: str, offer: str) -> Thread:
        items = tuple(item for record in self.stream.records if (item := self._item(record)))
        open_questions = {item.pid: item for item in items if isinstance(item, Question) and item.yes is None and item.pid in self.present}
        return Thread(
            id=self.stream.conversation,
            state=state,
            offer=offer,
            items=items,
            readers=self._readers(self.stream.members.values()),
            agreement=self.agreement,
            proposal=self.proposal,
            questions=tuple(open_questions.values()),
            late=self.stream.late,
            last=self.stream.last,
        )

    def _item(self, record: Record) -> Item | None:
        """Returns what one entry is shown as; a notice of deletion is not shown, what it deleted is."""
        if record.reason is not None:
            return Broken(**self._when(record), reason=record.reason)
        if record.deleted:
            if isinstance(record.body, bodies.Open):
                self._change(record.body.members)
            return Removed(**self._when(record))
        if isinstance(record.body, bodies.Open | bodies.Epoch):
            return self._beginning(record, record.body)
        return self._said(record)

    def _beginning(self, record: Record, body: bodies.Open | bodies.Epoch) -> Item:
        came, went = self._change(body.members)
        if isinstance(body, bodies.Open):
            return Letter(**self._when(record), id=record.id, text=body.text)
        return Change(**self._when(record), why=body.why, came=came, went=went)

    def _said(self, record: Record) -> Item | None:
        match record.body:
            case bodies.Text(text=text):
                return Letter(**self._when(record), id=record.id, text=text)
            case bodies.Ask(what=what, text=text, kind=kind):
                return Request(**self._when(record), id=record.id, what=what, kind=kind, text=text)
            case bodies.History() | bodies.Consent() as body:
                return self._about_history(record, body)
            case bodies.Agreement() as body:
                return self._proposed(record, body)
            case bodies.Agreed() as body:
                return self._agreed(record, body)
        return None if isinstance(record.body, bodies.Gone) else Strange(**self._when(record))

    def _about_history(self, record: Record, body: bodies.History | bodies.Consent) -> Item:
        about = self._name(body.pid)
        if isinstance(body, bodies.Consent):
            return Answer(**self._when(record), pid=body.pid, about=about, yes=body.yes)
        return Question(**self._when(record), pid=body.pid, about=about, yes=self.answers.get(body.pid))

    def _proposed(self, record: Record, body: bodies.Agreement) -> Item:
        mine = record.sender == self.stream.me
        made = Agreement(body.id, body.goals, body.form, body.rhythm, body.rules, self._name(record.sender), mine)
        self.proposal = self.proposals[body.id] = made
        return Proposed(**self._when(record), agreement=made)

    def _agreed(self, record: Record, body: bodies.Agreed) -> Item:
        """Follows a yes; a proposal is accepted by the other side only."""
        accepted = self.proposals.get(body.id)
        if accepted is None or accepted.mine == (record.sender == self.stream.me):
            return Strange(**self._when(record))
        self.agreement = accepted
        if self.proposal is accepted:
            self.proposal = None
        return Agreed(**self._when(record), agreement=accepted)

    def _change(self, members: Iterable[Member]) -> tuple[tuple[Reader, ...], tuple[Reader, ...]]:
        """Takes a new list of members; returns who came, and who went."""
        now = {reader.pid: reader for reader in self._readers(members)}
        came = tuple(reader for one, reader in now.items() if one not in self.present and not reader.mine)
        went = tuple(reader for one, reader in self.present.items() if one not in now)
        self.people |= now
        self.present = now
        return came, went

    def _readers(self, members: Iterable[Member]) -> tuple[Reader, ...]:
        return tuple(self._reader(member) for member in members)

    def _reader(self, member: Member) -> Reader:
        person = self.roster.person(member.staff)
        if person is not None and person.sign == member.sign:
            return Reader(bytes(member.pid), person.name, "staff", person.kind)
        return Reader(bytes(member.pid), "" if member.role == "client" else member.name, member.role, mine=member.pid == self.stream.me)

    def _name(self, one: bytes) -> str:
        return self.people[one].name if one in self.people else ""

    def _when(self, record: Record) -> _When:
        return {"seq": record.seq, "day": record.day, "mine": record.sender == self.stream.me, "name": self._name(record.sender)}
