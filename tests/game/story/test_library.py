"""The shelf: every story once, unreadable ones with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import PackError
from game.story.library import Library, trusted_keys
from tests.game.story import packs

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"ink/en.ink.json": b"{}"}
TRUSTED = {packs.KEY_HEX}


def test_the_shelf(tmp_path: Path) -> None:
    """Stories stand in order, each once in its highest version; what can't be opened stands last with its reason."""
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    (first / "x.story").write_bytes(packs.packed(FILES, id="later", version="1.9"))
    (first / "y.story").write_bytes(packs.packed(FILES, id="earlier"))
    (first / "broken.story").write_bytes(b"no story at all")
    (first / "notes.txt").write_bytes(b"left alone")
    (second / "x.story").write_bytes(packs.packed(FILES, id="later", version="1.10"))
    shelf = Library([first, second, tmp_path / "none"], TRUSTED).shelf()
    assert [shelved.path for shelved in shelf] == [first / "y.story", second / "x.story", first / "broken.story"]
    assert [shelved.book is None for shelved in shelf] == [False, False, True]
    assert isinstance(shelf[-1].reason, PackError)


def test_an_untrusted_file_hides_no_trusted_one(tmp_path: Path) -> None:
    """A file that nobody trusted signed does not take the place of a trusted one, whatever version it claims."""
    (tmp_path / "good.story").write_bytes(packs.packed(FILES, version="1"))
    (tmp_path / "other.story").write_bytes(packs.packed(FILES, signed=False, version="99"))
    (shelved,) = Library([tmp_path], TRUSTED).shelf()
    assert shelved.path.name == "good.story"


def test_trusted_keys(tmp_path: Path) -> None:
    """Keys are read one a line; remarks, blanks and anything else are left out; no file means no keys."""
    path = tmp_path / "trusted.keys"
    path.write_text(f"# ours\n\n{packs.KEY_HEX.upper()}  # the publisher\nnot a key\n", encoding="utf-8")
    assert trusted_keys(path) == {packs.KEY_HEX}
    assert trusted_keys(tmp_path / "none") == frozenset()
