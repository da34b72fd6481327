"""What every program must open is opened by the game: vectors made from the protocol's page alone."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game.contact import signed
from game.contact.coding import Binary, decode, encode, from_text, to_text
from game.contact.configuration import Pin
from game.contact.entry import Entry, Header, hash_of, header, unseal
from game.contact.errors import (
    RosterEarlyError,
    RosterError,
    RosterExpiredError,
    RosterForeignError,
    RosterOlderError,
)
from game.contact.keys import Box, MailboxKeys, Signer, pid, signed_by, unlock
from game.contact.phrase import Phrase
from game.contact.stream import Eyes, Head, Stream
from game.contact.wrap import Wrap, commitment, unwrap

if TYPE_CHECKING:
    from game.contact.roster import Roster

FOLDER = Path(__file__).parents[2] / "contract" / "vectors"


def vectors(name: str) -> Any:  # noqa: ANN401  whatever the file holds
    """Returns a file of vectors."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


PHRASES = vectors("phrase")
STREAM = vectors("stream")
ROSTERS = vectors("roster")
OUTCOMES: dict[str, type[RosterError]] = {
    "expired": RosterExpiredError,
    "early": RosterEarlyError,
    "rolled": RosterOlderError,
    "malformed": RosterForeignError,
    "foreign": RosterForeignError,
    "signature": RosterForeignError,
}


@pytest.mark.parametrize("case", PHRASES["cases"], ids=range(len(PHRASES["cases"])))
def test_a_phrase_makes_the_same_keys_everywhere(case: dict[str, Any]) -> None:
    """A phrase, typed in whatever way, leads to the login, the box, the vault and the mailbox that all programs know."""
    keys = MailboxKeys(Phrase(tuple(case["typed"].split()), "english"), from_text(PHRASES["deployment"]))
    assert to_text(keys.login.public) == case["login"]["public"]
    assert to_text(bytes(keys.login.seed)) == case["login"]["seed"]
    assert to_text(keys.box.public) == case["box0"]["public"]
    assert to_text(bytes(keys.vault)) == case["vault"]
    assert to_text(keys.mailbox) == case["mailbox"]
    signature = keys.login_signature(PHRASES["origin"], from_text(case["login_nonce"]))
    assert to_text(signature) == case["login_signature"]


def test_vaults_open() -> None:
    """A vault opens with its key, for its owner and version, and for no other version."""
    given = vectors("vault")
    key, owner = from_text(given["key"]), from_text(given["owner"])
    for case in given["cases"]:
        sealed, bound = from_text(case["sealed"]), b"threshold vault v1" + owner
        plain = unlock(key, sealed, bound + case["version"].to_bytes(4, "big"))
        assert plain is not None
        length = int.from_bytes(plain[:4], "big")
        assert plain[4 : 4 + length].decode() == case["json"]
        assert unlock(key, sealed, bound + (case["version"] + 1).to_bytes(4, "big")) is None


def test_a_wrap_opens() -> None:
    """An epoch's key comes out of its wrap, and fits what its first entry says of it."""
    given = vectors("wrap")
    conversation, box = from_text(given["conversation"]), Box(from_text(given["box"]["secret"]))
    wrap = Wrap(pid(b"somebody"), given["epoch"], Binary(from_text(given["sealed"])))
    opened = unwrap(wrap, conversation, [Box.fresh(), box])
    assert opened is not None
    assert to_text(opened[0]) == given["key"]
    assert to_text(commitment(conversation, given["epoch"], opened[0])) == given["commit"]
    assert unwrap(Wrap(wrap.to, given["epoch"] + 1, wrap.sealed), conversation, [box]) is None
    assert unwrap(wrap, bytes(16), [box]) is None


def test_entries_open() -> None:
    """Entries of every length open, are their writer's, and name the one before."""
    given = vectors("entry")
    conversation, key = from_text(given["conversation"]), from_text(given["key"])
    signer = Signer(from_text(given["sign"]["seed"]))
    assert to_text(signer.pid) == given["pid"]
    for case in given["entries"]:
        entry = decode(json.dumps(case["wire"]).encode(), Entry)
        assert to_text(header(entry, conversation)) == case["header"]
        assert to_text(hash_of(entry, conversation)) == case["hash"]
        opened = unseal(entry, conversation, key)
        assert opened is not None
        assert opened.body.decode() == case["body"]
        assert to_text(opened.previous) == case["previous"]
        assert to_text(opened.signature) == case["signature"]
        assert opened.is_by(signer.public)
        assert not opened.is_by(Signer.fresh().public)
        assert Header(conversation, entry.epoch, entry.seq, entry.sender, entry.id).raw() == header(entry, conversation)


def document(given: dict[str, Any]) -> signed.Document:
    """Returns a signed document of the vectors."""
    return decode(json.dumps(given).encode(), signed.Document)


@pytest.mark.parametrize("case", ROSTERS["cases"], ids=[case["name"] for case in ROSTERS["cases"]])
def test_a_roster_is_taken_or_refused(case: dict[str, Any]) -> None:
    """A roster is taken where all of it holds, and refused with the reason where anything does not."""
    pin, today = Pin(from_text(ROSTERS["deployment"]), from_text(ROSTERS["root"])), dt.date.fromisoformat(case["today"])
    if case["outcome"] == "ok":
        assert signed.roster(document(case["signed"]), pin, today, case["seen"]).version == 3
        return
    with pytest.raises(OUTCOMES[case["outcome"]]):
        signed.roster(document(case["signed"]), pin, today, case["seen"])


def test_a_notice_is_shown_only_if_its_counsellor_signed_it() -> None:
    """An away notice that somebody else signed is left out."""
    given, full = vectors("notice"), ROSTERS["cases"][0]["signed"]
    pin = Pin(from_text(ROSTERS["deployment"]), from_text(ROSTERS["root"]))
    shown = signed.Shown(document(full), (document(given["bad"]), document(given["good"])))
    directory = signed.directory(shown, pin, dt.date(2026, 3, 5), 0)
    assert len(directory.notices) == 1
    maren = next(person for person in directory.roster.staff if person.name == "Maren")
    assert directory.away(maren.id, dt.date(2026, 3, 9)) is not None
    assert directory.away(maren.id, dt.date(2026, 3, 10)) is None
    assert to_text(maren.sign) == given["sign"]


def test_what_staff_keys_sign_and_prove_is_checked_the_same_way() -> None:
    """A counsellor's proof of their box key verifies with the game's own checks."""
    given = vectors("staff")
    message = b"threshold enrol v1" + from_text(given["id"]) + from_text(given["box"])
    assert signed_by(from_text(given["sign"]["public"]), from_text(given["proof"]), message)
    assert not signed_by(from_text(given["sign"]["public"]), from_text(given["proof"]), message + b"!")


CLIENT_CASES = [case for case in STREAM["cases"] if case["reader"] == "client"]


def reading(case: dict[str, Any]) -> Stream:
    """Returns a stream that has taken a case's entries and wraps."""
    pin = Pin(from_text(STREAM["deployment"]), from_text(STREAM["root"]))
    rosters: dict[str, Roster] = {
        name: signed.roster(document(given), pin, dt.date.fromisoformat(STREAM["today"]), 0) for name, given in STREAM["rosters"].items()
    }
    mine = STREAM["readers"]["client"]
    head = Head(case["head"]["seq"], from_text(case["head"]["hash"])) if case["head"] else None
    known = frozenset((from_text(one["pid"]), from_text(one["box"])) for one in case["known"])
    eyes = Eyes(Signer(from_text(mine["sign"])).public, rosters[case["roster"]], known, head)
    stream = Stream(from_text(STREAM["conversation"]), eyes, [Box(from_text(box)) for box in mine["boxes"]])
    entries = [STREAM["entries"][given] if isinstance(given, int) else given for given in case["entries"]]
    stream.take(decode(json.dumps(entries).encode(), list[Entry]), decode(json.dumps(case["wraps"]).encode(), list[Wrap]))
    stream.close()
    return stream


def outcomes(stream: Stream) -> list[list[Any]]:
    """Returns what is shown of each entry, in the words of the vectors."""
    return [[record.seq, record.reason.value if record.reason else "deleted" if record.deleted else "ok"] for record in stream.records]


@pytest.mark.parametrize("case", CLIENT_CASES, ids=[case["name"] for case in CLIENT_CASES])
def test_a_conversation_is_shown_with_what_is_wrong_in_it(case: dict[str, Any]) -> None:
    """Everything that came as it was sent is shown, everything else is refused in its place, with the reason that all readers give."""
    stream = reading(case)
    assert outcomes(stream) == case["shown"]
    assert stream.late == case["late"]


def test_the_vectors_are_what_their_maker_makes() -> None:
    """The files are not older than what writes them."""
    from tests.contract.make_roster import rosters
    from tests.contract.make_stream import stream
    from tests.contract.make_vectors import DEPLOYMENT, ROOT, notices

    assert vectors("stream") == json.loads(json.dumps(stream(ROOT, DEPLOYMENT)))
    assert vectors("roster") == json.loads(json.dumps(rosters(ROOT, DEPLOYMENT)))
    assert vectors("notice") == notices()


def test_what_is_written_is_read_back() -> None:
    """Bytes go into JSON and come out again, in one way only."""
    entry = decode(json.dumps(STREAM["entries"][0]).encode(), Entry)
    assert decode(encode(entry), Entry) == entry
