"""Votes: one for each phone and round, hidden until revealed, never under five; whatever happens in whatever order."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select

from server.errors import ClosedError, ForbiddenError, SessionError
from server.group.models import VoteRow
from server.group.state import LEAST
from tests.server.group.sessions import led

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.group.service import Group
    from tests.server.group.sessions import Led


class Session(RuleBasedStateMachine):
    """A session beside a plain model of it: who is there, what each last chose, and what may be seen."""

    service: Group
    phones = Bundle("phones")

    def __init__(self) -> None:
        """Opens a room."""
        super().__init__()
        self.room = led(self.service)
        self.number, self.state, self.paused = 0, "", False
        self.there: dict[bytes, str] = {}
        self.chosen: dict[bytes, int] = {}
        self.seats: dict[bytes, int] = {}

    @initialize()
    def begin(self) -> None:
        """Asks the first question."""
        self.ask()

    @rule(target=phones)
    def join(self) -> bytes:
        """A phone joins, early or late."""
        token = self.service.ballots.join(self.room.code)
        self.there[token] = ""
        self.seats[token] = self.room.mine(token).seat
        return token

    @rule(token=phones)
    def refresh(self, token: bytes) -> None:
        """A phone joins again with its token, after sleep or a refresh."""
        if self._fails(ForbiddenError, lambda: self.service.ballots.join(self.room.code, token)) is None:
            self.there[token] = ""
        else:
            assert self.there[token] == "removed"

    @rule(token=phones, choice=st.integers(0, 4), times=st.integers(1, 3), number=st.integers(-1, 0))
    def vote(self, token: bytes, choice: int, times: int, number: int) -> None:
        """A phone votes, perhaps again and again, perhaps in the round before."""
        wanted = self.number + number
        for _ in range(times):
            fault = self._fails((ClosedError, ForbiddenError, SessionError), lambda: self.room.vote(token, choice, wanted))
        takes = not self.there[token] and self.state == "open" and not number and not self.paused and 1 <= choice <= 3
        assert (fault is None) == takes
        if takes:
            self.chosen[token] = choice

    @rule(token=phones)
    def leave(self, token: bytes) -> None:
        """A phone leaves; what it chose in an open round goes along."""
        if self._fails((SessionError, ForbiddenError), lambda: self.service.ballots.leave(self.room.code, token)) is None:
            assert not self.there[token]
            self.there[token] = "left"
            if self.state == "open":
                self.chosen.pop(token, None)

    @rule(token=phones)
    def kick(self, token: bytes) -> None:
        """A seat is emptied."""
        self.service.rooms.kick(self.room.leader, self.seats[token])
        self.there[token] = "removed"

    @rule(step=st.sampled_from(["close", "reveal", "reopen", "skip"]))
    def step(self, step: str) -> None:
        """The facilitator leads the round on."""
        follows = {"close": {"open", "closed"}, "reveal": {"open", "closed", "revealed"}}
        fits = self.state in follows.get(step, {"open", "closed", "revealed", "skipped"})
        assert (self._fails(ClosedError, lambda: self.room.step(step, self.number)) is None) == fits
        if fits:
            self.state = {"close": "closed", "reveal": "revealed", "reopen": "open", "skip": "skipped"}[step]

    @rule(on=st.booleans())
    def pause(self, *, on: bool) -> None:
        """The facilitator pauses, or goes on."""
        self.service.rooms.set(self.room.leader, "paused", on=on)
        self.paused = on

    @rule()
    def ask(self) -> None:
        """The same question comes again: what if?"""
        for _ in range(2):
            self.room.ask(self.number + 1)
        self.number, self.state, self.chosen = self.number + 1, "open", {}

    @invariant()
    def what_is_seen_is_so(self) -> None:
        """Answers are counted once each; sums are seen after a reveal alone, and never of fewer than five."""
        state, running = self.room.state, self.room.round
        assert (state.answered, running.number, running.state) == (len(self.chosen), self.number, self.state)
        present = sum(not gone for gone in self.there.values())
        assert state.here == max(present, len(self.chosen))
        sums = Counter(self.chosen.values())
        revealed = self.state == "revealed"
        expected = tuple(sums[choice] for choice in (1, 2, 3)) if revealed and len(self.chosen) >= LEAST else None
        assert (running.votes, running.few) == (expected, revealed and len(self.chosen) < LEAST)
        for token, gone in list(self.there.items())[:3]:
            mine = self.room.mine(token)
            assert (mine.gone, mine.choice, mine.room.answered) == (gone, self.chosen.get(token, 0), len(self.chosen))

    @staticmethod
    def _fails(kinds: type[Exception] | tuple[type[Exception], ...], work: Callable[[], object]) -> Exception | None:
        """Returns the fault that some work ends with, or None."""
        try:
            work()
        except kinds as fault:
            return fault
        return None

    def teardown(self) -> None:
        """Ends the session; nothing is left of it but sums."""
        self.service.rooms.end(self.room.leader)
        with self.service.rooms.database.read() as session:
            assert session.scalar(select(func.count()).select_from(VoteRow).where(VoteRow.room_id == self.room.leader.room)) == 0
        self.service.rooms.forget(self.room.leader)


def test_any_session_counts_each_phone_once_and_shows_no_more_than_it_may(group: Group) -> None:
    """Whatever phones and facilitator do in whatever order, counts, secrecy and the rule of five hold."""

    class Played(Session):
        """A session on this test's database."""

        service = group

    run_state_machine_as_test(
        Played,
        settings=settings(max_examples=12, stateful_step_count=30, deadline=None, database=None, suppress_health_check=list(HealthCheck)),
    )


def test_a_tie_is_known(room: Led) -> None:
    """Three and three lead together; one more vote and there is no tie."""
    room.ask()
    phones = room.join(7)
    for place, token in enumerate(phones[:6]):
        room.vote(token, 1 + place % 2)
    room.step("reveal")
    first = room.round
    assert (first.votes, first.tie) == ((3, 3, 0), (1, 2))
    room.step("reopen")
    room.vote(phones[6], 2)
    hidden = room.round
    assert hidden.votes is None
    room.step("reveal")
    last = room.round
    assert (last.votes, last.tie) == ((3, 4, 0), ())


def test_two_rooms_at_once_know_nothing_of_each_other(group: Group) -> None:
    """A phone of one room has no seat in another, and a secret leads its own room alone."""
    one, other = led(group), led(group)
    one.ask()
    other.ask()
    phones = one.join(6)
    for token in phones:
        one.vote(token, 1)
    assert one.code != other.code
    assert (one.state.answered, other.state.answered, other.state.here) == (6, 0, 0)
    assert group.ballots.mine(other.code, phones[0]) is None
    with pytest.raises(SessionError):
        other.vote(phones[0], 1)
    with pytest.raises(SessionError):
        group.ballots.leave(other.code, phones[0])
    assert group.rooms.leader(one.secret) != group.rooms.leader(other.secret)


def test_no_row_brings_a_seat_and_a_choice_together(room: Led) -> None:
    """Votes lie under marks that no seat's row, room's row or other round's votes share; no token lies anywhere."""
    room.ask()
    phones = room.join(8)
    for token in phones:
        room.vote(token, 1)
    room.ask(2)
    for token in phones:
        room.vote(token, 2, 2)
    with room.group.rooms.database.read() as session:
        raw = session.connection()
        votes = [bytes(row[0]) for row in raw.exec_driver_sql("SELECT ballot FROM group_votes")]
        seats = [bytes(row[0]) for row in raw.exec_driver_sql("SELECT hash FROM group_seats")]
        everything = b"".join(
            bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
            for table in ("rooms", "seats", "rounds", "votes", "words")
            for row in raw.exec_driver_sql(f"SELECT * FROM group_{table}")  # noqa: S608  names from above
            for value in row
        )
    assert len(set(votes)) == 16
    assert not set(votes) & set(seats)
    assert not any(token in everything for token in phones)
    assert os.urandom(8) not in everything
