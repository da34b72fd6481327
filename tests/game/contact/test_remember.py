"""A device remembers a phrase only if it was asked to, only under a passphrase, and forgets it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.contact import phrase
from game.contact.errors import RememberError
from game.contact.remember import NAME, Memory

if TYPE_CHECKING:
    from pathlib import Path

    from tests.game.contact.conftest import Game


def test_a_phrase_comes_back_with_its_passphrase_alone(tmp_path: Path) -> None:
    """What is kept opens with the passphrase, however its letters were composed, and with no other; the file shows none of it."""
    memory, made = Memory(tmp_path / "data"), phrase.make("fr")
    assert not memory.holds
    memory.keep(made, "une clé à moi")
    assert memory.holds
    raw = (tmp_path / "data" / NAME).read_bytes()
    assert not [word for word in made.words if word.encode() in raw]
    assert memory.recall("une cle\u0301 a\u0300 moi") == made
    with pytest.raises(RememberError, match="does not open"):
        memory.recall("une clé à toi")
    memory.forget()
    assert not memory.holds
    assert list((tmp_path / "data").iterdir()) == []
    memory.forget()


def test_every_file_has_the_same_length(tmp_path: Path) -> None:
    """The file's length tells nothing about the words."""
    sizes = set()
    for language in ("en", "ja", "zh"):
        memory = Memory(tmp_path / language)
        memory.keep(phrase.make(language), "a passphrase")
        sizes.add((tmp_path / language / NAME).stat().st_size)
        assert (tmp_path / language / NAME).stat().st_mode & 0o077 == 0
    assert len(sizes) == 1


@pytest.mark.parametrize("change", [lambda raw: raw[:-1], lambda raw: raw + b"!", lambda _: b"", lambda raw: b"x" + raw[1:]])
def test_a_file_that_is_none_is_said_to_be(tmp_path: Path, change: object) -> None:
    """A file that was cut, grown or replaced is not read, and the seven words still work."""
    memory = Memory(tmp_path)
    memory.keep(phrase.make("en"), "a passphrase")
    raw = (tmp_path / NAME).read_bytes()
    assert callable(change)
    (tmp_path / NAME).write_bytes(change(raw))
    with pytest.raises(RememberError, match="cannot be read"):
        memory.recall("a passphrase")


def test_what_cannot_be_kept_is_said(tmp_path: Path) -> None:
    """A very short passphrase is not taken; where nothing can be written, that is said; where nothing is, nothing opens."""
    memory = Memory(tmp_path / "data")
    with pytest.raises(RememberError, match="at least 8"):
        memory.keep(phrase.make("en"), "short")
    (tmp_path / "data").write_text("not a folder", "utf-8")
    with pytest.raises(RememberError, match="could not keep"):
        memory.keep(phrase.make("en"), "a passphrase")
    with pytest.raises(RememberError, match="cannot be read"):
        memory.recall("a passphrase")


def test_it_works_through_contact(game: Game) -> None:
    """Contact keeps, recalls and forgets a phrase; without being asked it keeps nothing."""
    made = phrase.make("en")
    assert not game.contact.remembered
    assert not game.folder.exists()
    game.wait(game.contact.remember(made, "a passphrase"))
    assert game.contact.remembered
    assert game.wait(game.contact.recall("a passphrase")) == made
    game.contact.forget()
    assert not game.contact.remembered
