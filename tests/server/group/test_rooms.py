"""Rooms: codes, secrets, seats, words, clocks that jump, and an end after which nothing is left."""

from __future__ import annotations

import datetime as dt
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from server.errors import ClosedError, ForbiddenError, LaterError, LockedError, SessionError, UnknownError
from server.group import rooms, service, sieve, summary, tokens
from server.group.here import AWAY_SECONDS, Here
from server.group.models import SeatRow
from server.group.rooms import Rooms
from tests.server.group.sessions import KEY, Led, facilitator, led

if TYPE_CHECKING:
    from server.db import Database
    from server.group.service import Group


def test_a_code_is_six_digits_and_no_two_rooms_share_one(database: Database) -> None:
    """Codes are digits; one in use is drawn again, and where none is free the maker is told to try later."""
    drawn = iter(["111111", "111111", "222222"])
    made = Rooms(database, Here(), code=lambda: next(drawn, "222222"))
    assert [made.create(KEY, os.urandom(16), {}).code for _ in range(2)] == ["111111", "222222"]
    with pytest.raises(LaterError):
        made.create(KEY, os.urandom(16), {})


def test_a_room_is_made_once_however_often_it_is_asked_for(group: Group) -> None:
    """The same id and key lead to the same room, code and secrets; another key to the same id leads nowhere."""
    room = os.urandom(16)
    first = group.rooms.create(KEY, room, {"en": "A"})
    with ThreadPoolExecutor(4) as hands:
        assert set(hands.map(lambda _: group.rooms.create(KEY, room, {"en": "A"}), range(8))) == {first}
    assert first.code.isdigit()
    assert len(first.code) == 6
    with pytest.raises(LaterError):
        group.rooms.create(b"x" * 32, room, {})
    with pytest.raises(SessionError):
        group.rooms.leader(os.urandom(32))
    with pytest.raises(SessionError):
        group.rooms.leader(None)


def test_thirteen_players_refresh_and_none_is_lost(room: Led) -> None:
    """After all thirteen joined again with their tokens there are thirteen seats, each with the vote it had."""
    phones = room.join(13)
    room.ask()
    for place, token in enumerate(phones):
        room.vote(token, 1 + place % 3)
    again = [room.group.ballots.join(room.code, token) for token in phones]
    assert again == phones
    assert (room.state.here, room.state.answered) == (13, 13)
    assert [room.mine(token).choice for token in phones] == [1 + place % 3 for place in range(13)]


def test_thirty_joined_and_thirty_can_play(room: Led) -> None:
    """Everybody who joined, late comers included, is shown the question and can answer it."""
    phones = room.join(20)
    room.ask()
    phones += room.join(10)
    for token in phones:
        room.vote(token, 3)
    room.step("reveal")
    assert room.round.votes == (0, 0, 30)


def test_a_locked_room_takes_nobody_more_and_loses_nobody(room: Led) -> None:
    """Who is in stays in and comes back; who left may come back; a newcomer waits outside."""
    phones = room.join(2)
    room.group.rooms.set(room.leader, "locked", on=True)
    with pytest.raises(LockedError):
        room.join(1)
    room.group.ballots.leave(room.code, phones[0])
    for token in phones:
        assert room.group.ballots.join(room.code, token) == token
    assert room.state.here == 2


def test_a_removed_phone_stays_out(room: Led) -> None:
    """Its token opens nothing any more, and the list of seats never said more than a number."""
    phones = room.join(3)
    room.ask()
    room.vote(phones[1], 2)
    seats = room.group.rooms.seats(room.leader)
    assert [(one.seat, one.away) for one in seats] == [(1, False), (2, False), (3, False)]
    room.group.rooms.kick(room.leader, 2)
    assert [one.seat for one in room.group.rooms.seats(room.leader)] == [1, 3]
    assert room.mine(phones[1]).gone == "removed"
    with pytest.raises(ForbiddenError):
        room.group.ballots.join(room.code, phones[1])
    with pytest.raises(ForbiddenError):
        room.vote(phones[1], 1)
    with pytest.raises(UnknownError):
        room.group.rooms.kick(room.leader, 99)
    assert room.state.answered == 1


def test_nobody_waits_for_a_phone_that_went_quiet() -> None:
    """A seat that has not asked for a minute is away, and back as soon as it asks; one known from before a restart has its minute."""
    now = [0.0]
    here = Here(lambda: now[0])
    here.seen(b"room", b"a")
    here.known(b"room", [b"a", b"b"])
    now[0] += AWAY_SECONDS + 1
    here.seen(b"room", b"a")
    assert here.away(b"room") == {b"b"}
    here.gone(b"room", b"b")
    assert here.away(b"room") == set()


def test_a_phone_is_here_whichever_process_it_talks_to(database: Database) -> None:
    """Of two processes each sees as here who talks to the other, and as away who talks to none; a room ages a minute a minute."""
    now = [1000.0]
    one, other = (service.group(database, 0.0, Here(lambda: now[0], lambda: now[0])) for _ in range(2))
    room = led(one)
    phones = room.join(6)
    beside = Led(other, room.code, room.leader, room.secret)
    for second in range(0, 180, 5):
        now[0] += 5
        for token in phones[:5]:
            assert (one if second < 60 else other).ballots.mine(room.code, token) is not None
        if second % 60 == 55:
            one.rooms.tend()
            other.rooms.tend()
    assert (room.state.here, beside.state.here) == (5, 5)
    assert [seat.seat for seat in one.rooms.seats(room.leader) if seat.away] == [6]
    assert [seat.seat for seat in other.rooms.seats(room.leader) if seat.away] == [6]
    assert one.rooms.summary(room.leader)["minutes"] == 3
    now[0] += AWAY_SECONDS * 3
    assert (room.state.here, beside.state.here) == (0, 0)


def test_a_server_of_one_process_writes_nothing_of_who_is_here(database: Database, room: Led) -> None:
    """Where there is nobody to tell, when a phone was heard of lies in no table."""
    for token in room.join(3):
        room.mine(token)
    with database.read() as session:
        assert set(session.scalars(select(SeatRow.heard))) == {0}


def test_words_reach_the_projector_only_when_approved(room: Led) -> None:
    """Nobody sees words before the facilitator does; changed words are judged anew; what was refused stays unseen."""
    phones = room.join(3)
    room.ask(kind="words")
    for token, said in zip(phones, ("Why  now?", "call me 0151 2345678", "you f.u.c.k"), strict=True):
        room.group.ballots.say(room.code, token, 1, said)
        room.group.ballots.say(room.code, token, 1, said)
    lead = facilitator(room)
    assert lead.lead
    assert not room.leader.lead
    waiting = {one.text: one for one in room.group.rounds.words(lead, 1)}
    assert {said: one.flagged for said, one in waiting.items()} == {"Why now?": False, "call me 0151 2345678": True, "you f.u.c.k": True}
    assert (room.state.answered, room.round.words) == (3, ())
    room.group.rounds.judge(lead, waiting["Why now?"].id, approve=True)
    room.group.rounds.judge(lead, waiting["you f.u.c.k"].id, approve=False)
    assert list(room.round.words) == ["Why now?"]
    room.group.ballots.say(room.code, phones[0], 1, "Why me?")
    assert list(room.round.words) == []
    with pytest.raises(UnknownError):
        room.group.rounds.judge(lead, waiting["Why now?"].id, approve=True)


@pytest.mark.parametrize(
    ("said", "twice"), [("I was afraid", False), ("sh1t", True), ("Scheiße ist das", False), ("@mika_22 there", True), ("www.x.de", True)]
)
def test_the_sieve_only_points(said: str, twice: bool) -> None:  # noqa: FBT001  a table's column
    """Rude words and ways to reach somebody are pointed out; nothing else happens to them."""
    assert sieve.flags(said) is twice


def test_no_jump_of_the_clock_loses_a_room(database: Database) -> None:
    """A clock years ahead or behind, set right in between, ends no room whose host is there; twelve hours of service do."""
    days = [dt.date(2026, 3, 1)]
    made = Rooms(database, Here(), today=lambda: days[0])
    leader = made.leader(made.create(KEY, os.urandom(16), {}).host)
    minutes = 0
    for day in (dt.date(1970, 1, 1), dt.date(2026, 3, 1), dt.date(2038, 1, 19), dt.date(2026, 3, 2)):
        days[0] = day
        made.wake()
        for _ in range(59):
            made.leader(tokens.derived(KEY, "host", leader.room))
            made.tend()
            minutes += 1
        assert made.state(leader).code
    for _ in range(rooms.LONGEST - minutes):
        made.leader(tokens.derived(KEY, "host", leader.room))
        made.tend()
    with pytest.raises(UnknownError):
        made.state(leader)


def test_a_room_from_another_day_goes_after_an_hour_without_its_host(database: Database) -> None:
    """Found again days later, a room has one hour; until then its host can take it up."""
    days = [dt.date(2026, 3, 1)]
    made = Rooms(database, Here(), today=lambda: days[0])
    leader = made.leader(made.create(KEY, os.urandom(16), {}).host)
    made.tend()
    days[0] += dt.timedelta(days=5)
    made.wake()
    for _ in range(rooms.GRACE - 1):
        made.tend()
    assert made.state(leader).code
    made.tend()
    with pytest.raises(UnknownError):
        made.state(leader)


def test_after_the_end_sums_are_left_for_an_hour_and_then_nothing(room: Led) -> None:
    """The summary has revealed sums of five or more, prompts and minutes, and no phone; then every row is gone."""
    phones = room.join(6)
    room.ask()
    for token in phones:
        room.vote(token, 2)
    room.step("reveal")
    room.group.rounds.discuss(room.leader, 1, 2)
    room.ask(2, "few")
    for token in phones[:4]:
        room.vote(token, 1, 2)
    room.step("reveal", 2)
    room.ask(3, "hidden")
    for token in phones:
        room.vote(token, 1, 3)
    before = room.group.rooms.summary(room.leader)
    room.group.rooms.end(room.leader)
    room.group.rooms.end(room.leader)
    after = room.group.rooms.summary(room.leader)
    assert before == after
    assert [one["shown"] for one in after["rounds"]] == ["shown", "few", "not revealed"]
    assert [[choice["votes"] for choice in one["choices"]] for one in after["rounds"]] == [[0, 6, 0], [None] * 3, [None] * 3]
    assert [choice["talked"] for choice in after["rounds"][0]["choices"]] == [False, True, False]
    assert room.mine(phones[0]).room.over
    with pytest.raises(ClosedError):
        room.ask(4)
    with pytest.raises(LockedError):
        room.join(1)
    for _ in range(rooms.GRACE):
        room.group.rooms.tend()
    with room.group.rooms.database.read() as session:
        for table in ("rooms", "seats", "rounds", "votes", "words"):
            assert session.connection().exec_driver_sql(f"SELECT count(*) FROM group_{table}").scalar() == 0, table  # noqa: S608  names from above


def test_the_table_computes_nothing(room: Led) -> None:
    """A choice that looks like a formula is text in the table, in the language that was asked for."""
    asked = {"text": {"en": "=1+1", "de": "@x"}, "choices": [{"text": {"en": "+a"}, "prompt": {}}, {"text": {"en": "b"}, "prompt": {}}]}
    room.group.rounds.ask(room.leader, 1, "q", "vote", asked)
    lines = summary.table(room.group.rooms.summary(room.leader), "de").splitlines()
    assert lines[1:] == ["1,'@x,vote,0,1,'+a,,not revealed,", "1,'@x,vote,0,2,b,,not revealed,"]


def test_a_hundred_and_twenty_vote_at_once(group: Group) -> None:
    """From many threads at once, 120 phones join and vote, each is counted, and none waits for a fault."""
    room = led(group)
    room.ask()
    with ThreadPoolExecutor(16) as hands:
        phones = list(hands.map(lambda _: room.group.ballots.join(room.code), range(120)))
        assert len({room.mine(token).seat for token in phones}) == 120
        for _ in range(2):
            list(hands.map(lambda pair: room.vote(pair[1], 1 + pair[0] % 3), enumerate(phones)))
    room.step("reveal")
    assert room.round.votes == (40, 40, 40)
