"""What is sealed opens for whom it was sealed, as it was, in its place; for nobody else, and not if a bit of it was changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.contact import vault
from game.contact.body import Agreed, Agreement, Text, said, written
from game.contact.coding import Binary, Id, Key, decode, fill, from_text, new_id, to_text
from game.contact.entry import Header, beginning, seal, unseal
from game.contact.errors import TooLongError, VaultError
from game.contact.keys import Box, MailboxKeys, Signer, lock, seal_to, signed_by, unlock
from game.contact.phrase import Phrase
from game.contact.vault import Content, Held, HeldBox, Vault

SIGNER = Signer(bytes(32))
PLACE = Header(b"c" * 16, 2, 7, SIGNER.pid, b"e" * 16)
KEY = b"k" * 32


@given(st.binary(max_size=300), st.binary(max_size=60), st.integers(0, 10_000))
def test_a_lock_opens_as_it_was_or_not_at_all(plain: bytes, bound: bytes, bit: int) -> None:
    """What was locked comes out again; one flipped bit, another key or another binding opens nothing."""
    locked = lock(KEY, plain, bound)
    assert unlock(KEY, locked, bound) == plain
    at = bit // 8 % len(locked)
    changed = locked[:at] + bytes([locked[at] ^ (1 << bit % 8)]) + locked[at + 1 :]
    assert unlock(KEY, changed, bound) is None
    assert unlock(b"x" * 32, locked, bound) is None
    assert unlock(KEY, locked, bound + b"!") is None


@given(st.binary(max_size=200))
def test_nothing_opens_junk(junk: bytes) -> None:
    """Whatever bytes come, nothing opens and nothing breaks."""
    assert unlock(KEY, junk, b"") is None
    assert Box(bytes(31) + b"\1").open(junk) is None
    assert not signed_by(SIGNER.public, junk, b"")
    assert not signed_by(junk, bytes(64), b"")


@given(st.binary(max_size=32_000))
def test_entries_have_one_of_nine_lengths(body: bytes) -> None:
    """An entry's length tells a class and no more; it opens in its own place only."""
    entry = seal(PLACE, KEY, SIGNER, beginning(PLACE.conversation), body)
    assert len(entry.sealed) - 40 in {256 << step for step in range(9)}
    opened = unseal(entry, PLACE.conversation, KEY)
    assert opened is not None
    assert opened.body == body
    assert opened.is_by(SIGNER.public)
    assert unseal(entry, b"d" * 16, KEY) is None


def test_a_body_has_a_longest() -> None:
    """More than 32,000 bytes are not sealed."""
    with pytest.raises(TooLongError):
        seal(PLACE, KEY, SIGNER, beginning(PLACE.conversation), bytes(32_001))


def test_a_box_is_for_one_reader() -> None:
    """A sealed box opens for its reader alone."""
    mine, other = Box.fresh(), Box.fresh()
    assert mine.open(seal_to(mine.public, b"a key")) == b"a key"
    assert other.open(seal_to(mine.public, b"a key")) is None


@given(st.binary(max_size=80))
def test_base64url_is_written_in_one_way(data: bytes) -> None:
    """Bytes come back from their text; any other way to write the same is refused."""
    text = to_text(data)
    assert from_text(text) == data
    for other in (text + "=", text + "\n", " " + text, text + "+/"):
        with pytest.raises(ValueError, match="base64url"):
            from_text(other)


@given(st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=3000), max_size=6))
def test_messages_fill_a_class_of_size(message: dict[str, object]) -> None:
    """A message is exactly 1, 4, 16, 64, 256 or 1024 KiB, and reads as what it was, but for its padding."""
    raw = fill(message)
    assert len(raw) in {1024 * 4**step for step in range(6)}
    assert {name: value for name, value in decode(raw, dict).items() if name != "pad"} == message


def test_a_message_has_a_largest_size() -> None:
    """What fits no class of size is not sent."""
    with pytest.raises(ValueError, match="largest"):
        fill({"text": "x" * 2**20})


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"t":7}',
        b'{"text":"x"}',
        b'{"t":"text"}',
        b'{"t":"agreement"}',
        b'{"t":"text","text":"\xff"}',
        b"[" * 9999,
    ],
)
def test_a_body_that_is_none_is_refused(raw: bytes) -> None:
    """A body that is not of the protocol raises, and never shows what was in it."""
    with pytest.raises(ValueError, match="not of this protocol"):
        said(raw)


def test_bodies_come_back() -> None:
    """A body is read as what was written; one of a later version is known to be that."""
    for body in (Text("Hello."), Text("Hello.", Key(bytes(32))), Agreed(new_id()), Agreement(id=new_id(), goals=("Sleep",))):
        assert said(written(body)) == body
    assert said(b'{"t":"slot","when":7}') is None
    assert said(b'{"t":"text","text":"Hello.","more":[1,2]}') == Text("Hello.")


@pytest.fixture(scope="module")
def keys() -> MailboxKeys:
    """Gives the keys of a phrase."""
    return MailboxKeys(Phrase(("abandon",) * 7, "english"), bytes(16))


def test_a_vault_opens_as_what_it_was(keys: MailboxKeys) -> None:
    """A vault comes back whole, fills a power of two, and opens under no other version."""
    content = Content(roster=7, conversations=[Held(new_id(), Key(bytes(32)), [HeldBox(0, Key(bytes(32)))], "letters")])
    made = vault.seal(content, keys, 3)
    assert vault.unseal(made, keys) == content
    assert len(made.sealed) - 40 == 1024
    for other in (Vault(4, made.sealed), Vault(3, Binary(made.sealed[:-1] + b"!")), Vault(3, Binary(b""))):
        with pytest.raises(VaultError):
            vault.unseal(other, keys)


def test_a_vault_that_holds_something_else_is_refused(keys: MailboxKeys) -> None:
    """What opens but is no vault of this version is left as it is."""
    for raw in (b"{", b'{"v":2}', b"\xff"):
        plain = (len(raw).to_bytes(4, "big") + raw).ljust(1024, b"\0")
        bound = b"threshold vault v1" + keys.mailbox + bytes(4)
        with pytest.raises(VaultError):
            vault.unseal(Vault(0, Binary(lock(keys.vault, plain, bound))), keys)


def test_a_vault_has_a_largest_size(keys: MailboxKeys) -> None:
    """What the server would not take is not sent."""
    held = [Held(new_id(), Key(bytes(32)), [], "x" * 100) for _ in range(1000)]
    with pytest.raises(VaultError):
        vault.seal(Content(conversations=held), keys, 1)


def test_wiping_overwrites() -> None:
    """What is wiped holds zeros and nothing else."""
    made = MailboxKeys(Phrase(("zoo",) * 7, "english"), bytes(16))
    assert any(made.vault)
    made.wipe()
    assert not any(made.vault)
    assert not any(made.login.seed)
    assert not any(made.box.secret)


def test_ids_and_keys_have_their_size() -> None:
    """A name or key of another size is not read."""
    with pytest.raises(Exception, match="base64url"):
        decode(b'["AAAA"]', list[Id])
    with pytest.raises(Exception, match="what stands here"):
        decode(b"[7]", list[Id])
