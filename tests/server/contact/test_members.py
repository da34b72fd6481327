"""Who may read and do what in a conversation; whoever may not learns nothing, not even that it exists."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.server.client import Thread, b64, read, rekey, send
from tests.server.wires import Answer, AppWire

if TYPE_CHECKING:
    from flask import Flask

    from tests.server.client import Client, Counsellor
    from tests.server.organisation import Organisation


class Held:
    """A conversation that Maren has taken on."""

    def __init__(self, app: Flask, organisation: Organisation) -> None:
        """Writes the first letter, and has Maren accept it."""
        self.wire, self.organisation = AppWire(app), organisation
        self.client: Client = organisation.client(self.wire)
        self.thread = self.client.open(organisation.duty())
        self.maren: Counsellor = organisation.counsellor(self.wire, "maren")
        self.yusuf: Counsellor = organisation.counsellor(self.wire, "yusuf")
        self.hers = Thread(self.thread.id)
        self.hers.take(self.maren.person, read(self.maren, self.hers).body)
        assert self.maren.post("claim", conversation=b64(self.thread.id)).status == 200
        assert rekey(self.maren, self.hers, [self.client.person, self.maren.person], "accept").status == 200
        self.catch_up()

    def catch_up(self) -> None:
        """Has the client read what is new."""
        self.thread.take(self.client.person, read(self.client, self.thread, self.thread.seq).body)

    def join(self, name: str) -> Answer:
        """Has Maren bring somebody in."""
        people = [self.client.person, self.maren.person, self.organisation.people[name]]
        return rekey(self.maren, self.hers, people, "join")


@pytest.fixture
def held(app: Flask, organisation: Organisation) -> Held:
    """Returns a conversation that is held."""
    return Held(app, organisation)


def _same(one: Answer, other: Answer) -> bool:
    """Tells whether two answers are the same to the byte, but for the clock."""
    rest = [{name: value for name, value in answer.headers.items() if name != "Date"} for answer in (one, other)]
    return (one.status, one.raw) == (other.status, other.raw) and rest[0] == rest[1]


def test_09_another_counsellors_thread_is_as_one_that_never_was(held: Held) -> None:
    """Every verb on a thread of somebody else is answered, to the byte, like the verb on a thread that does not exist."""
    mine, never = b64(held.thread.id), b64(os.urandom(16))
    stranger = held.organisation.client(held.wire)
    stranger.sign_in()
    entry = held.hers.entry(held.yusuf.person, {"t": "text", "text": "let me in"})
    newer = {**entry, "epoch": 2}
    wraps = [{"to": b64(held.yusuf.person.pid), "epoch": 2, "sealed": b64(os.urandom(100))}]
    bodies: dict[str, dict[str, Any]] = {
        "read": {"after": -1},
        "send": {"entry": entry},
        "rekey": {"entry": newer, "members": [b64(held.yusuf.person.pid)], "wraps": wraps},
        "erase": {"what": "entry", "entry": entry["id"]},
    }
    for who in (held.yusuf, stranger):
        for verb, body in bodies.items():
            real, made_up = who.post(verb, conversation=mine, **body), who.post(verb, conversation=never, **body)
            assert (real.status, real.error) == (404, "unknown"), verb
            assert _same(real, made_up), verb
    real, made_up = held.yusuf.post("claim", conversation=mine), held.yusuf.post("claim", conversation=never)
    assert real.status == 404
    assert _same(real, made_up)
    for body in ({"what": "conversation"}, {"pid": b64(os.urandom(16)), "wraps": []}):
        verb = "share" if "pid" in body else "erase"
        real, made_up = stranger.post(verb, conversation=mine, **body), stranger.post(verb, conversation=never, **body)
        assert real.status == 404
        assert _same(real, made_up)
    assert held.yusuf.post("mine").body["conversations"] == held.yusuf.post("queue").body["waiting"] == []


def test_09_an_administrator_has_no_verb_for_letters(held: Held) -> None:
    """Somebody who is only an administrator is refused by every verb on conversations before it looks at any."""
    admin = held.organisation.counsellor(held.wire, "admin")
    for verb in ("read", "send", "rekey", "erase", "queue", "claim", "mine"):
        assert admin.post(verb, conversation=b64(held.thread.id)).status == 403, verb


def test_10_a_client_deletes_only_their_own(held: Held) -> None:
    """A client's entry goes at their word, a counsellor's does not, and the emptied place keeps its hash for those who check the chain."""
    assert send(held.maren, held.hers, {"t": "text", "text": "of the counsellor"}).status == 200
    held.catch_up()
    assert send(held.client, held.thread, {"t": "text", "text": "of the client"}).status == 200
    entries = read(held.client, held.thread).body["entries"]
    hers, own = entries[-2], entries[-1]
    kept = held.thread.head
    conversation = b64(held.thread.id)
    assert held.client.post("erase", what="entry", conversation=conversation, entry=hers["id"]).status == 404
    assert held.maren.post("erase", what="entry", conversation=conversation, entry=own["id"]).status == 404
    assert held.client.post("erase", what="entry", conversation=conversation, entry=own["id"]).status == 200
    after = read(held.maren, held.hers).body["entries"]
    assert after[-2] == hers
    assert after[-1] == {**{name: own[name] for name in ("id", "epoch", "seq", "sender", "day")}, "gone": True, "hash": b64(kept)}


def test_10_the_start_of_a_later_epoch_cannot_be_erased_alone(held: Held) -> None:
    """The entry that says who is in an epoch stays as long as the epoch, and the client's first letter goes when they like."""
    first, accepted = read(held.client, held.thread).body["entries"][:2]
    conversation = b64(held.thread.id)
    assert held.maren.post("erase", what="entry", conversation=conversation, entry=accepted["id"]).status == 404
    assert held.client.post("erase", what="entry", conversation=conversation, entry=first["id"]).status == 200


def test_10_counsellors_delete_no_conversation_and_no_mailbox(held: Held) -> None:
    """Only the client can have a conversation or the mailbox deleted; when they do, nothing is left for anybody."""
    for body in ({"what": "conversation", "conversation": b64(held.thread.id)}, {"what": "mailbox"}):
        assert held.maren.post("erase", **body).status == 404
    assert held.client.post("erase", what="mailbox").status == 200
    assert held.client.post("look").body == {"vault": None, "conversations": []}
    assert read(held.maren, held.hers).status == read(held.client, held.thread).status == 404
    assert held.organisation.house.keys.all() == set()


def test_12_whoever_is_removed_reads_nothing_more(held: Held) -> None:
    """A tandem member who was removed gets the answer of a stranger, old wraps included, and no new key is wrapped for them."""
    assert held.join("yusuf").status == 200
    his = Thread(held.thread.id)
    assert [body["t"] for body in his.take(held.yusuf.person, read(held.yusuf, his).body)] == ["epoch"]
    assert rekey(held.maren, held.hers, [held.client.person, held.maren.person], "leave").status == 200
    assert send(held.maren, held.hers, {"t": "text", "text": "between us again"}).status == 200
    assert read(held.yusuf, his).status == 404
    assert send(held.yusuf, his, {"t": "text", "text": "still here"}).status == 404
    held.catch_up()
    wraps = read(held.client, held.thread).body["wraps"]
    assert {wrap["to"] for wrap in wraps} == {b64(held.client.person.pid)}


def test_12_a_wrap_for_someone_who_is_no_member_is_refused(held: Held) -> None:
    """An epoch whose key is wrapped for more, fewer or other people than its members is not begun."""
    conversation, members = b64(held.thread.id), [held.client.person, held.maren.person]
    held.hers.new_key(2)
    entry = held.hers.entry(held.maren.person, {"t": "epoch", "why": "rotate"}, 2)
    for people in (
        [held.client.person],
        [*members, held.yusuf.person],
        [*members, held.maren.person],
        [held.client.person, held.yusuf.person],
    ):
        wraps = held.hers.wraps(2, people)
        answer = held.maren.post("rekey", conversation=conversation, entry=entry, members=[b64(one.pid) for one in members], wraps=wraps)
        assert answer.status == 400
    assert read(held.maren, held.hers).body["epoch"] == 1


def test_a_newcomer_reads_from_their_own_epoch_on_until_the_client_shares(held: Held) -> None:
    """What came before a newcomer stays closed to them, also for the counsellor's wish, until the client shares it."""
    assert held.join("yusuf").status == 200
    his = Thread(held.thread.id)
    assert [entry["epoch"] for entry in read(held.yusuf, his).body["entries"]] == [2]
    older = held.hers.wraps(1, [held.yusuf.person])
    conversation = b64(held.thread.id)
    assert held.maren.post("share", conversation=conversation, pid=b64(held.yusuf.person.pid), wraps=older).status == 404
    held.catch_up()
    wraps = [*held.thread.wraps(0, [held.yusuf.person]), *held.thread.wraps(1, [held.yusuf.person])]
    assert held.client.post("share", conversation=conversation, pid=b64(held.yusuf.person.pid), wraps=wraps).status == 200
    assert [body["t"] for body in his.take(held.yusuf.person, read(held.yusuf, his).body)] == ["open", "epoch", "epoch"]


def test_a_counsellor_gives_no_history_away(held: Held) -> None:
    """A counsellor's epoch with older wraps, or with `history`, is refused."""
    people = [held.client.person, held.maren.person, held.yusuf.person]
    assert rekey(held.maren, held.hers, people, "join", older=held.hers.wraps(1, [held.yusuf.person])).status == 400
    assert rekey(held.maren, held.hers, people, "join", history=True).status == 403
    assert read(held.yusuf, held.hers).status == 404


def test_handing_back_lets_those_on_duty_read_the_first_letter(held: Held) -> None:
    """A conversation that is handed back waits for all on duty again; they read the first letter, and have no key to the rest."""
    assert send(held.maren, held.hers, {"t": "text", "text": "for you alone"}).status == 200
    people = [held.client.person, *held.organisation.duty()]
    older = held.hers.wraps(0, [held.yusuf.person])
    assert rekey(held.maren, held.hers, people, "handback", older=older, offer="letters").status == 200
    his = Thread(held.thread.id)
    answer = read(held.yusuf, his).body
    assert answer["state"] == "waiting"
    assert {wrap["epoch"] for wrap in answer["wraps"]} == {0, 2}
    answer["entries"] = [entry for entry in answer["entries"] if entry["epoch"] != 1]
    assert [body["t"] for body in his.take(held.yusuf.person, answer)] == ["open", "epoch"]
    assert held.yusuf.post("claim", conversation=b64(held.thread.id)).status == 200
    assert held.maren.post("claim", conversation=b64(held.thread.id)).status == 404


def test_the_client_always_stays_and_somebody_answers(held: Held) -> None:
    """No epoch begins without the client, without anybody to answer, with somebody unknown to the roster, or for an offer that is none."""
    unknown = type(held.client.person)("Nobody", os.urandom(16))
    assert rekey(held.maren, held.hers, [held.maren.person, held.yusuf.person], "leave").status == 403
    assert rekey(held.maren, held.hers, [held.client.person], "leave").status == 403
    assert rekey(held.maren, held.hers, [held.client.person, held.maren.person, unknown], "join").status == 409
    assert rekey(held.maren, held.hers, [held.client.person, held.maren.person], "handback", offer="no-such-offer").status == 409


def test_two_who_claim_at_once_do_not_both_get_it(app: Flask, organisation: Organisation) -> None:
    """The second to claim is told that a colleague was earlier or sees nothing there, and claiming twice does no harm."""
    wire = AppWire(app)
    thread = organisation.client(wire).open(organisation.duty())
    maren, yusuf = organisation.counsellor(wire, "maren"), organisation.counsellor(wire, "yusuf")
    assert maren.post("claim", conversation=b64(thread.id)).status == 200
    assert maren.post("claim", conversation=b64(thread.id)).status == 200
    assert yusuf.post("claim", conversation=b64(thread.id)).status == 404
    assert yusuf.post("queue").body["waiting"] == []
