"""A conversation with everything in it, and every way it can come wrong."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

from tests.contract.make_roster import INES, MAREN, SLUG, YUSUF, payload
from tests.contract.primitives import Book, Person, Signer, b64, draw, h32

CLIENT = Person("client")
CLIENT_LATER = replace(CLIENT, box_label="box later")
STRANGER = Person("stranger", "Maren", draw("maren id", 16))
LATER_EPOCH = 4

Shown = list[list[Any]]


def epoch_body(book: Book, epoch: int, why: str, *people: Person) -> dict[str, Any]:
    """Returns the body of an epoch's first entry."""
    return {"t": "epoch", "why": why, "members": [person.member() for person in people], "commit": book.commit(epoch)}


def opening(book: Book) -> dict[str, Any]:
    """Returns the body of the very first entry."""
    keys = {"sign": b64(CLIENT.signer.public), "box": b64(CLIENT.box), "commit": book.commit(0)}
    members = [person.member() for person in (CLIENT, MAREN, YUSUF)]
    return {"t": "open", "language": "en", "offer": SLUG, "roster": 3, **keys, "members": members, "text": "Is anybody there?"}


def conversation() -> Book:
    """Returns the whole conversation: thirteen entries in four epochs."""
    book = Book(draw("conversation", 16))
    book.write(CLIENT, 0, opening(book))
    book.write(CLIENT, 0, {"t": "text", "text": "One thing more."})
    book.wrap(0, CLIENT, MAREN, YUSUF)
    book.write(MAREN, 1, epoch_body(book, 1, "accept", CLIENT, MAREN))
    book.wrap(1, CLIENT, MAREN)
    letter = book.write(MAREN, 1, {"t": "text", "text": "Yes. Good evening."})
    book.write(CLIENT, 1, {"t": "text", "text": "Good.", "box": b64(CLIENT_LATER.box)})
    book.write(MAREN, 2, epoch_body(book, 2, "join", CLIENT_LATER, MAREN, YUSUF))
    book.wrap(2, CLIENT_LATER, MAREN, YUSUF)
    book.write(MAREN, 2, {"t": "history", "pid": b64(YUSUF.pid)})
    book.write(CLIENT, 2, {"t": "consent", "what": "history", "pid": b64(YUSUF.pid), "yes": True})
    plan = {"goals": ["Sleep", "Somebody to tell"], "form": "letters", "rhythm": "weekly", "rules": "Either may stop."}
    book.write(MAREN, 2, {"t": "agreement", "id": b64(draw("agreement", 16)), **plan})
    book.write(CLIENT, 2, {"t": "agreed", "id": b64(draw("agreement", 16))})
    book.write(MAREN, 2, {"t": "gone", "ids": [letter["wire"]["id"]]})
    book.write(CLIENT, 3, epoch_body(book, 3, "leave", CLIENT_LATER, MAREN))
    book.wrap(3, CLIENT_LATER, MAREN)
    book.write(MAREN, 3, {"t": "text", "text": "See you on Sunday."})
    return book


def _gone(book: Book, seq: int) -> dict[str, Any]:
    """Returns an entry as the server gives it after it was deleted."""
    wire = {name: value for name, value in book.entries[seq].items() if name != "sealed"}
    return {**wire, "gone": True, "hash": b64(book.hashes[seq])}


def _flip(wire: dict[str, Any], at: int) -> dict[str, Any]:
    """Returns an entry with one character of what is sealed changed."""
    sealed = wire["sealed"]
    return {**wire, "sealed": sealed[:at] + ("B" if sealed[at] != "B" else "C") + sealed[at + 1 :]}


def _with(entries: list[dict[str, Any]], changes: dict[int, dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns entries with some of them changed."""
    return [changes.get(entry["seq"], entry) for entry in copy.deepcopy(entries)]


def _more(*writings: tuple[Person, int, dict[str, Any] | str, Signer | None]) -> Book:
    """Returns the conversation with more at its end; `str` stands for a first entry of an epoch, by its reason."""
    book = conversation()
    for sender, epoch, body, signer in writings:
        book.write(sender, epoch, body if isinstance(body, dict) else epoch_body(book, epoch, body, CLIENT_LATER, MAREN), signer)
        if epoch == LATER_EPOCH and not any(wrap["epoch"] == epoch for wrap in book.wraps):
            book.wrap(epoch, CLIENT_LATER, MAREN)
    return book


def _shown(count: int, **outcomes: str) -> Shown:
    """Returns what is shown of so many entries: `ok`, but for those named `s4="sealed"`."""
    return [[seq, outcomes.get(f"s{seq}", "ok")] for seq in range(count)]


def _head(book: Book, seq: int, *, wrong: bool = False) -> dict[str, Any]:
    """Returns a verified head, or one that is not this conversation's."""
    return {"seq": seq, "hash": b64(h32(b"another") if wrong else book.hashes[seq])}


def _case(name: str, book: Book, shown: Shown, **more: Any) -> dict[str, Any]:  # noqa: ANN401  whatever a case changes
    """Returns one case: what a reader is given, and what it must show. A number stands for that entry of the whole conversation."""
    usual = {"reader": "client", "roster": "full", "head": None, "known": [], "entries": book.entries, "late": False}
    case = {"name": name, **usual, **more, "shown": shown}
    reader = {"client": CLIENT, "maren": MAREN, "yusuf": YUSUF}[case["reader"]]
    usual_entries = conversation().entries
    case["entries"] = [usual_entries.index(entry) if entry in usual_entries else entry for entry in case["entries"]]
    return {**case, "wraps": more.get("wraps", [wrap for wrap in book.wraps if wrap["to"] == b64(reader.pid)])}


def _whole(book: Book) -> list[dict[str, Any]]:
    """Returns the cases in which nothing is wrong."""
    e, n = book.entries, len(book.entries)
    fine = _shown(n, s3="deleted")
    return [
        _case("client reads all", book, fine),
        _case("counsellor reads all", book, fine, reader="maren"),
        _case(
            "newcomer reads from the day of coming", book, [[seq, "ok"] for seq in range(5, 11)], reader="yusuf", entries=e[5:11], late=True
        ),
        _case("a deleted letter", book, fine, entries=_with(e, {3: _gone(book, 3)})),
        _case("first epochs are past their days", book, fine[5:], entries=e[5:], late=True),
        _case("head is where it was", book, fine, head=_head(book, 12)),
        _case("head is behind", book, fine, head=_head(book, 7)),
        _case(
            "somebody left the organisation, and all was read before",
            book,
            fine,
            roster="without yusuf",
            head=_head(book, 12),
            known=[{"pid": b64(YUSUF.pid), "box": b64(YUSUF.box)}],
        ),
    ]


def _broken(book: Book) -> list[dict[str, Any]]:
    """Returns the cases in which the server changed what is there."""
    e, n = book.entries, len(book.entries)
    fine = _shown(n, s3="deleted")
    refused = {f"s{seq}": "member" for seq in range(6, 11)}
    return [
        _case("a flipped bit", book, _shown(n, s3="deleted", s4="sealed"), entries=_with(e, {4: _flip(e[4], 60)})),
        _case("a flipped nonce", book, _shown(n, s3="deleted", s12="sealed"), entries=_with(e, {12: _flip(e[12], 3)})),
        _case(
            "another's words in its place",
            book,
            _shown(n, s3="deleted", s4="sealed"),
            entries=_with(e, {4: {**e[4], "sealed": e[3]["sealed"]}}),
        ),
        _case(
            "another sender's name", book, _shown(n, s3="deleted", s4="sealed"), entries=_with(e, {4: {**e[4], "sender": e[3]["sender"]}})
        ),
        _case(
            "two change places",
            book,
            [*fine[:3], [3, "missing"], [4, "ok"], [3, "header"], *fine[5:]],
            entries=[*e[:3], e[4], e[3], *e[5:]],
        ),
        _case("one comes twice", book, [*fine, [4, "twice"]], entries=[*e, e[4]]),
        _case("one is missing", book, [*fine[:4], [4, "missing"], *fine[5:]], entries=[*e[:4], *e[5:]]),
        _case("deleted by nobody", book, _shown(n, s3="deleted", s1="gone"), entries=_with(e, {1: _gone(book, 1)})),
        _case("the end is missing", book, [*_shown(10), [12, "rolled"]], entries=e[:10], head=_head(book, 12)),
        _case("another past", book, _shown(n, s3="deleted", s12="rolled"), head=_head(book, 12, wrong=True)),
        _case(
            "a wrap is missing",
            book,
            _shown(n, s3="deleted", s11="key", s12="key"),
            wraps=[w for w in book.wraps if w["epoch"] < 3 and w["to"] == b64(CLIENT.pid)],
        ),
        _case(
            "somebody left the organisation before all was read",
            book,
            _shown(n, s0="roster", s1="member", s5="roster", **refused),
            roster="without yusuf",
        ),
        _case(
            "somebody left the organisation after less was read",
            book,
            _shown(n, s5="roster", **refused),
            roster="without yusuf",
            head=_head(book, 4),
            known=[{"pid": b64(YUSUF.pid), "box": b64(YUSUF.box)}],
        ),
    ]


def _forged(book: Book) -> list[dict[str, Any]]:
    """Returns the cases in which somebody writes who may not."""
    n = len(book.entries)
    fine = _shown(n, s3="deleted")
    text = {"t": "text", "text": "A word."}
    swapped = conversation()
    swapped.write(MAREN, 4, epoch_body(swapped, 4, "swap", CLIENT_LATER, MAREN, STRANGER))
    swapped.write(MAREN, 4, text)
    swapped.wrap(4, CLIENT_LATER, MAREN)
    alone = conversation()
    alone.write(MAREN, 4, epoch_body(alone, 4, "swap", MAREN, INES))
    alone.wrap(4, CLIENT_LATER, MAREN)
    lying = conversation()
    lying.write(MAREN, 4, {**epoch_body(lying, 4, "rotate", CLIENT_LATER, MAREN), "commit": b64(h32(b"lie"))})
    lying.wrap(4, CLIENT_LATER, MAREN)
    return [
        _case("one who left writes", book := _more((YUSUF, 3, text, None)), [*fine, [n, "member"]]),
        _case("signed by another", _more((MAREN, 3, text, YUSUF.signer)), [*fine, [n, "signature"]]),
        _case(
            "an epoch begun by one who is not there",
            _more((INES, 4, "rotate", None), (MAREN, 4, text, None)),
            [*fine, [n, "member"], [n + 1, "member"]],
        ),
        _case("an epoch that begins with a letter", _more((MAREN, 4, text, None)), [*fine, [n, "start"]]),
        _case("an epoch in the middle of another", _more((MAREN, 3, "rotate", None)), [*fine, [n, "start"]]),
        _case("a counsellor's key swapped", swapped, [*fine, [n, "roster"], [n + 1, "member"]]),
        _case("an epoch without the client", alone, [*fine, [n, "start"]]),
        _case("an epoch whose key is another", lying, [*fine, [n, "start"]]),
        _case("not of this protocol", _more((MAREN, 3, {"t": "text", "text": 7}, None)), [*fine, [n, "body"]]),
        _case(
            "a counsellor's consent",
            _more((MAREN, 3, {"t": "consent", "what": "history", "pid": b64(INES.pid), "yes": True}, None)),
            [*fine, [n, "body"]],
        ),
        _case("of a later protocol", _more((MAREN, 3, {"t": "slot", "when": 1}, None)), [*fine, [n, "ok"]]),
    ]


def stream(root: Signer, deployment: bytes) -> dict[str, Any]:
    """Returns the conversation, its readers, its rosters and all cases; `shown` says of each entry: ok, deleted, or why it is refused."""
    book = conversation()
    domain = "threshold roster v1"
    keys = {
        "client": {"sign": b64(CLIENT.signer.seed), "boxes": [b64(CLIENT.box_secret), b64(CLIENT_LATER.box_secret)]},
        "maren": {"sign": b64(MAREN.signer.seed), "boxes": [b64(MAREN.box_secret)]},
        "yusuf": {"sign": b64(YUSUF.signer.seed), "boxes": [b64(YUSUF.box_secret)]},
    }
    signed = {
        "full": root.document(domain, payload(deployment)),
        "without yusuf": root.document(domain, payload(deployment, 4, without=(YUSUF,))),
    }
    return {
        "root": b64(root.public),
        "deployment": b64(deployment),
        "today": "2026-03-20",
        "conversation": b64(book.conversation),
        "client": b64(CLIENT.signer.public),
        "readers": keys,
        "rosters": signed,
        "entries": book.entries,
        "keys": {str(epoch): b64(key) for epoch, key in book.keys.items()},
        "cases": [*_whole(book), *_broken(book), *_forged(book)],
    }
