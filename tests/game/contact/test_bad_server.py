"""A server that shows less, older or other things than it was given is found out, and the player is told."""

from __future__ import annotations

import datetime as dt
import json
import secrets
import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, select, update

from game.contact import phrase
from game.contact.correspondence import Correspondence
from game.contact.errors import (
    GoneError,
    RosterExpiredError,
    RosterForeignError,
    RosterMissingError,
    RosterOlderError,
    VaultError,
)
from game.contact.thread import Broken, Change, Letter, Reason, Removed
from server.contact.models import Conversation, Entry, Mailbox, Member, Roster
from tests.contract.primitives import Signer
from tests.game.contact.conftest import Game, Office
from tests.game.contact.house import House

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from game.contact.thread import Thread


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Generator[Office]:
    """Gives a server whose database tests change behind its back."""
    house = House(tmp_path_factory.mktemp("bad"))
    try:
        house.start()
        maren, yusuf = house.enrol("Maren"), house.enrol("Yusuf", "former")
        house.offer("letters", [maren, yusuf])
        house.sign()
        yield Office(house, maren, yusuf, yusuf)
    finally:
        house.close()


@pytest.fixture
def begin(bad: Office, tmp_path: Path) -> Generator[Callable[[], Game]]:
    """Gives games that write to it."""
    games: list[Game] = []

    def made() -> Game:
        woken = threading.Event()
        games.append(Game(Correspondence(bad.house.configuration, "en", woken.set, tmp_path), tmp_path, woken))
        return games[-1]

    yield made
    for game in games:
        game.contact.stop()
    assert all(game.contact.join(20) for game in games)


def answered(bad: Office, game: Game, mine: phrase.Phrase) -> Thread:
    """Returns a conversation with four letters in it, all read."""
    thread = game.wait(game.contact.first(mine, "letters", "One."))
    bad.maren.take_on(thread.id)
    bad.maren.write(thread.id, "Two.")
    game.wait(game.contact.read(thread.id))
    game.wait(game.contact.write(thread.id, "Three."))
    bad.maren.write(thread.id, "Four.")
    return game.wait(game.contact.read(thread.id))


def seen_again(begin: Callable[[], Game], mine: phrase.Phrase) -> Thread:
    """Returns the conversation as another device sees it."""
    game = begin()
    (summary,) = game.wait(game.contact.come_back(mine))
    return game.wait(game.contact.read(summary.id))


def put_roster(bad: Office, change: dict[str, object], root: Signer | None = None) -> None:
    """Puts another list in the place of the one in force, with another version."""
    with bad.house.database.write() as session:
        row = session.scalars(select(Roster).order_by(Roster.version.desc())).first()
        assert row is not None
        payload = json.dumps(json.loads(row.payload) | change).encode()
        row.payload, row.signature = payload, (root or bad.house.root).sign(b"threshold roster v1\0" + payload)


@pytest.fixture
def list_kept(bad: Office) -> Generator[None]:
    """Puts the list back as it was."""
    with bad.house.database.read() as session:
        rows = [(row.version, row.payload, row.signature, row.organisation_id, row.expires) for row in session.scalars(select(Roster))]
    yield
    with bad.house.database.write() as session:
        session.execute(delete(Roster))
        names = ("version", "payload", "signature", "organisation_id", "expires")
        session.add_all(Roster(**dict(zip(names, row, strict=True))) for row in rows)


@pytest.mark.usefixtures("list_kept")
def test_an_expired_list_is_refused(bad: Office, begin: Callable[[], Game]) -> None:
    """A list past its last day is not used, neither to look at nor to write."""
    today = dt.datetime.now(dt.UTC).date()
    put_roster(bad, {"issued": f"{today - dt.timedelta(days=31)}", "expires": f"{today - dt.timedelta(days=1)}"})
    game = begin()
    with pytest.raises(RosterExpiredError):
        game.wait(game.contact.directory())
    with pytest.raises(RosterExpiredError):
        game.wait(game.contact.first(phrase.make("en"), "letters", "One."))


@pytest.mark.usefixtures("list_kept")
def test_an_older_list_is_refused(bad: Office, begin: Callable[[], Game]) -> None:
    """A list older than one seen in this visit, or by this phrase on any device, is not used."""
    game, mine = begin(), phrase.make("en")
    game.wait(game.contact.first(mine, "letters", "One."))
    put_roster(bad, {"version": 0})
    with pytest.raises(RosterOlderError):
        game.wait(game.contact.directory())
    other = begin()
    with pytest.raises(RosterOlderError):
        other.wait(other.contact.come_back(mine))


@pytest.mark.usefixtures("list_kept")
def test_a_list_of_somebody_elses_making_is_refused(bad: Office, begin: Callable[[], Game]) -> None:
    """A swapped key under any other signature, or for another deployment, reaches nobody; no list at all is said to be that."""
    game = begin()
    put_roster(bad, {}, Signer(secrets.token_bytes(32)))
    with pytest.raises(RosterForeignError):
        game.wait(game.contact.directory())
    put_roster(bad, {"deployment": "A" * 22})
    with pytest.raises(RosterForeignError):
        game.wait(game.contact.directory())
    with bad.house.database.write() as session:
        session.execute(delete(Roster))
    with pytest.raises(RosterMissingError):
        game.wait(game.contact.directory())


def test_a_flipped_bit_is_shown(bad: Office, begin: Callable[[], Game]) -> None:
    """A letter whose bytes the server changed is shown as broken in its place, and the rest stays."""
    mine = phrase.make("en")
    thread = answered(bad, begin(), mine)
    with bad.house.database.write() as session:
        row = session.get(Entry, (thread.id, 2))
        assert row is not None
        assert row.sealed is not None
        row.sealed = row.sealed[:80] + bytes([row.sealed[80] ^ 1]) + row.sealed[81:]
    again = seen_again(begin, mine)
    assert [(item.seq, item.reason) for item in again.broken] == [(2, Reason.SEALED)]
    assert [item.text for item in again.items if isinstance(item, Letter)] == ["One.", "Three.", "Four."]


def test_a_shortened_conversation_is_shown(bad: Office, begin: Callable[[], Game]) -> None:
    """Where the last letters are missing, another device says that more was there."""
    mine = phrase.make("en")
    thread = answered(bad, begin(), mine)
    with bad.house.database.write() as session:
        session.execute(delete(Entry).where(Entry.conversation_id == thread.id, Entry.seq > 2))
        session.execute(update(Conversation).where(Conversation.id == thread.id).values(last=2))
    again = seen_again(begin, mine)
    assert [item.reason for item in again.broken] == [Reason.ROLLED]


def test_a_hole_is_shown(bad: Office, begin: Callable[[], Game]) -> None:
    """Where a letter in the middle is missing, that is shown; one that the server emptied is too, unless its writer said so."""
    mine = phrase.make("en")
    thread = answered(bad, begin(), mine)
    with bad.house.database.write() as session:
        session.execute(delete(Entry).where(Entry.conversation_id == thread.id, Entry.seq == 2))
        session.execute(update(Entry).where(Entry.conversation_id == thread.id, Entry.seq == 3).values(sealed=None))
    again = seen_again(begin, mine)
    assert [(item.seq, item.reason) for item in again.broken] == [(2, Reason.MISSING), (3, Reason.GONE)]
    assert not [item for item in again.items if isinstance(item, Removed)]


def test_first_days_past_are_said(bad: Office, begin: Callable[[], Game]) -> None:
    """A conversation whose first epoch is past its days goes on, says that it begins late, and can still be written in."""
    mine = phrase.make("en")
    thread = answered(bad, begin(), mine)
    with bad.house.database.write() as session:
        session.execute(delete(Entry).where(Entry.conversation_id == thread.id, Entry.epoch == 0))
    again = seen_again(begin, mine)
    assert again.late
    assert not again.broken
    assert isinstance(again.items[0], Change)
    game = begin()
    game.wait(game.contact.come_back(mine))
    assert game.wait(game.contact.write(thread.id, "Five.")).items[-1].mine


def test_an_old_epoch_is_followed_by_a_new_one(bad: Office, begin: Callable[[], Game]) -> None:
    """The next letter after seven days begins a new epoch, once, with the same people."""
    mine = phrase.make("en")
    thread = answered(bad, begin(), mine)
    with bad.house.database.write() as session:
        days_ago = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=8)
        session.execute(update(Entry).where(Entry.conversation_id == thread.id).values(day=days_ago))
    game = begin()
    game.wait(game.contact.come_back(mine))
    game.wait(game.contact.write(thread.id, "Later."))
    again = game.wait(game.contact.write(thread.id, "And later."))
    assert [item.why for item in again.items if isinstance(item, Change)] == ["accept", "rotate"]
    assert [item for item in again.items if isinstance(item, Change)][-1].came == ()
    assert bad.maren.read(thread.id).texts[-2:] == ["Later.", "And later."]


def test_who_is_no_longer_in_the_list_is_written_to_no_more(bad: Office, begin: Callable[[], Game]) -> None:
    """Once a list no longer names somebody, the next letter goes to the others only, and what was read before stays readable."""
    mine = phrase.make("en")
    thread = answered(bad, begin(), mine)
    bad.maren.turn(thread.id, "join", bad.maren, bad.yusuf)
    reader = begin()
    reader.wait(reader.contact.come_back(mine))
    reader.wait(reader.contact.read(thread.id))
    bad.house.people.suspend(bad.yusuf.id, "test")
    bad.house.sign()
    game = begin()
    game.wait(game.contact.come_back(mine))
    again = game.wait(game.contact.write(thread.id, "To Maren alone."))
    assert [one.name for one in again.readers if not one.mine] == ["Maren"]
    assert not [item for item in again.items if isinstance(item, Broken)]
    assert bad.maren.read(thread.id).texts[-1] == "To Maren alone."
    bad.house.people.resume(bad.yusuf.id, "test")
    bad.house.sign()


def test_a_vault_that_went_back_or_was_changed_is_refused(bad: Office, begin: Callable[[], Game]) -> None:
    """Within a visit an older vault is not taken, and one that does not open is left as it is."""
    mine, game = phrase.make("en"), begin()
    thread = answered(bad, game, mine)
    with bad.house.database.write() as session:
        one = session.get(Conversation, thread.id)
        assert one is not None
        box = session.get(Mailbox, one.mailbox_id)
        assert box is not None
        whole, version = box.vault, box.vault_version
        box.vault_version = 1
        name = box.id
    with pytest.raises(VaultError):
        game.wait(game.contact.come_back(mine))
    with bad.house.database.write() as session:
        session.execute(update(Mailbox).where(Mailbox.id == name).values(vault=whole[:-1] + b"!", vault_version=version))
    other = begin()
    with pytest.raises(VaultError):
        other.wait(other.contact.come_back(mine))


def test_a_conversation_that_is_not_ours_is_gone(bad: Office, begin: Callable[[], Game]) -> None:
    """Where the server no longer has a conversation, it is said to be gone, and the others stay."""
    mine, game = phrase.make("en"), begin()
    thread = answered(bad, game, mine)
    with bad.house.database.write() as session:
        session.execute(update(Member).where(Member.conversation_id == thread.id, Member.staff_id.is_(None)).values(staff_id=b"x" * 16))
    with pytest.raises(GoneError):
        game.wait(game.contact.read(thread.id))
