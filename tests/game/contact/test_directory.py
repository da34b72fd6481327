"""Help directories are read, and a broken one costs only itself."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from game.contact.directory import directories, text

SHIPPED = Path(__file__).resolve().parents[3] / "assets" / "help"


def test_the_shipped_directory_names_the_numbers_of_the_union() -> None:
    """112, 116 111 and 116 123 stand in it, each with what it is, and with the day they were checked."""
    (found,) = directories([SHIPPED])
    assert [line.number for line in found.lines] == ["112", "116 111", "116 123"]
    assert all(line.name["en"] and line.what["en"] for line in found.lines)
    assert found.last_checked <= dt.datetime.now(dt.UTC).date()


def test_every_shipped_line_speaks_every_language_of_the_others() -> None:
    """A language is there for all lines of a directory or for none."""
    for found in directories([SHIPPED]):
        languages = {frozenset(texts) for line in found.lines for texts in (line.name, line.what)}
        assert len(languages) == 1


def test_a_broken_directory_costs_only_itself(tmp_path: Path) -> None:
    """The others are read; nothing is raised."""
    good = (SHIPPED / "eu.toml").read_bytes()
    for name, data in {"a": b"format = 2", "b": b"\xff\xfe", "c": b"[[[", "d": good, "e": good * 200, "f": good + b"\nmore = 1\n"}.items():
        (tmp_path / f"{name}.toml").write_bytes(data)
    assert [found.region for found in directories([tmp_path])] == ["EU"]
    assert directories([tmp_path / "none"]) == ()


@given(st.binary(max_size=400))
def test_any_bytes_are_a_directory_or_none(data: bytes) -> None:
    """Whatever a file holds, reading it ends well."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "x.toml").write_bytes(data)
        assert len(directories([Path(folder)])) <= 1


def test_a_text_is_found_in_the_nearest_language() -> None:
    """The language, its base, English, then whatever there is."""
    texts = {"en": "one", "de": "eins", "pt-BR": "um"}
    assert [text(texts, tag) for tag in ("pt-BR", "de-AT", "fr")] == ["um", "eins", "one"]
    assert text({"fi": "yksi"}, "sv") == "yksi"
