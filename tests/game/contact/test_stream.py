"""Whatever a server does to a conversation, nothing is believed that was not sent so, and by whom it says."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from game.contact import showing
from game.contact.coding import Binary, Id, decode, from_text
from game.contact.entry import Entry
from game.contact.keys import Box
from game.contact.thread import WORDS, Broken, Letter, Reason
from game.contact.wrap import Wrap
from tests.game.contact.test_vectors import CLIENT_CASES, STREAM, reading

if TYPE_CHECKING:
    from game.contact.stream import Record

WHOLE = next(case for case in CLIENT_CASES if case["name"] == "client reads all")
ENTRIES = decode(json.dumps(STREAM["entries"]).encode(), list[Entry])
WRAPS = decode(json.dumps(WHOLE["wraps"]).encode(), list[Wrap])
SAID = {record.seq: (record.sender, record.body) for record in reading(WHOLE).records}


def fresh() -> Any:  # noqa: ANN401  a stream with nothing in it
    """Returns the client's stream before anything came."""
    return reading({**WHOLE, "entries": [], "wraps": []})


def believed(records: list[Record]) -> list[Record]:
    """Returns what is shown as it was sent."""
    return [record for record in records if record.reason is None and not record.deleted and not record.gone]


def flipped(data: bytes, bit: int) -> bytes:
    """Returns bytes with one bit changed."""
    at, mask = (bit // 8) % len(data), 1 << bit % 8
    return data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :]


@given(st.sampled_from(ENTRIES), st.sampled_from(["sealed", "id", "sender"]), st.integers(0, 2**19))
def test_any_flipped_bit_is_refused(entry: Entry, field: str, bit: int) -> None:
    """One bit changed in what is sealed, in an id or in a sender: that entry is refused, and no other is believed to say something else."""
    given_: dict[str, Any] = {name: getattr(entry, name) for name in ("id", "epoch", "seq", "sender", "sealed", "day")}
    kind = Binary if field == "sealed" else Id
    changed = Entry(**{**given_, field: kind(flipped(given_[field], bit))})
    stream = fresh()
    stream.take([changed if one is entry else one for one in ENTRIES], WRAPS)
    assert entry.seq not in {record.seq for record in believed(stream.records)}
    assert all(SAID[record.seq] == (record.sender, record.body) for record in believed(stream.records))


@given(st.lists(st.integers(0, len(ENTRIES) - 1), max_size=30))
def test_any_order_is_seen_through(order: list[int]) -> None:
    """Entries left out, repeated or mixed in any way: what is believed was said so, once, in order; whatever is missing is shown to be."""
    stream = fresh()
    stream.take([ENTRIES[at] for at in order], WRAPS)
    seqs = [record.seq for record in believed(stream.records)]
    assert seqs == sorted(set(seqs))
    assert all(SAID[record.seq] == (record.sender, record.body) for record in believed(stream.records))
    shown = {record.seq for record in stream.records}
    assert not seqs or stream.late or shown >= set(range(seqs[-1] + 1)) or any(record.reason is Reason.MISSING for record in stream.records)


@given(st.sampled_from(ENTRIES), st.integers(0, 40), st.integers(0, 6))
def test_an_entry_fits_no_other_place(entry: Entry, seq: int, epoch: int) -> None:
    """An entry that is given another seq or epoch is refused."""
    if (seq, epoch) == (entry.seq, entry.epoch):
        return
    moved = Entry(entry.id, epoch, seq, entry.sender, entry.sealed, entry.day)
    stream = fresh()
    stream.take([*[one for one in ENTRIES if one.seq < seq], moved], WRAPS)
    assert moved.id not in {record.id for record in believed(stream.records) if record.seq == seq}


@given(st.integers(1, len(ENTRIES)), st.integers(1, len(ENTRIES)))
def test_reading_in_parts_is_reading_it_all(one: int, two: int) -> None:
    """A conversation that comes in pieces is the same as one that comes at once."""
    first, second = sorted((one, two))
    stream = fresh()
    for part in (ENTRIES[:first], ENTRIES[first:second], ENTRIES[second:]):
        stream.take(part, WRAPS)
    assert [(r.seq, r.body, r.reason, r.deleted) for r in stream.records] == [
        (r.seq, r.body, r.reason, r.deleted) for r in reading(WHOLE).records
    ]


@given(st.integers(0, 2**31), st.integers(0, 2**31), st.binary(min_size=0, max_size=700))
def test_nothing_that_comes_breaks_the_reader(seq: int, epoch: int, sealed: bytes) -> None:
    """Whatever bytes come in whatever place, the reader goes on."""
    stream = fresh()
    junk = Entry(Id(b"j" * 16), epoch, seq, ENTRIES[0].sender, Binary(sealed), dt.date(2026, 3, 1))
    stream.take([*ENTRIES[:3], junk, *ENTRIES[3:]], [*WRAPS, Wrap(WRAPS[0].to, epoch, Binary(sealed))])
    stream.close()
    assert "j" * 16 not in {record.id.decode("latin-1") for record in believed(stream.records)}


def test_a_wrap_of_the_servers_own_making_changes_nothing() -> None:
    """A key that the server wraps for the client beside the real one opens nothing, and does not get in the way."""
    from game.contact.coding import u32
    from game.contact.keys import seal_to

    conversation = from_text(STREAM["conversation"])
    box = Box(from_text(STREAM["readers"]["client"]["boxes"][0]))
    forged = [Wrap(WRAPS[0].to, epoch, Binary(seal_to(box.public, conversation + u32(epoch) + bytes(32)))) for epoch in range(4)]
    stream = fresh()
    stream.take(ENTRIES, [*forged, *WRAPS])
    assert [record.reason for record in stream.records] == [None] * len(ENTRIES)


def test_the_head_never_goes_back() -> None:
    """What was verified once stays the measure, also where a server shows less or another past."""
    for name in ("the end is missing", "another past"):
        case = next(case for case in CLIENT_CASES if case["name"] == name)
        head = reading(case).head()
        assert head is not None
        assert head.seq == case["head"]["seq"]
        assert head.hash == from_text(case["head"]["hash"])


def test_what_is_refused_has_words() -> None:
    """Every reason has a sentence, and a refused entry stands in its place with it."""
    assert set(WORDS) == set(Reason)
    case = next(case for case in CLIENT_CASES if case["name"] == "a flipped bit")
    thread = showing.thread(reading(case), state="held", offer="letters")
    (broken,) = thread.broken
    assert isinstance(broken, Broken)
    assert (broken.seq, broken.reason) == (4, Reason.SEALED)
    assert [item.seq for item in thread.items] == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]


def test_names_come_from_the_list() -> None:
    """A counsellor is shown by the name and kind that the organisation signed."""
    thread = showing.thread(reading(WHOLE), state="held", offer="letters")
    last = thread.items[-1]
    assert isinstance(last, Letter)
    assert last.name == "Maren"
    assert [(reader.name, reader.kind) for reader in thread.readers if not reader.mine] == [("Maren", "professional")]
