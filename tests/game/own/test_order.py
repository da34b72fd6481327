"""An organisation's own build: what can be ordered, what is refused, and what the game makes of it."""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import cli
from game.own import house, legible, making, order
from game.own.errors import OwnError
from game.ui.theme import THEMES, colour_of
from tests.game.scenes import packs

if TYPE_CHECKING:
    from pathlib import Path

KEY = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"
WRONG = {
    "a name too many": ('colour = "red"', "there is nothing called “colour”"),
    "a name too many, further in": ('[servers]\norigins = "x"', "there is nothing called “origins”"),
    "no TOML": ("name = ", "is not written in TOML"),
    "a name that is none": ('name = ""', "`str` of length >= 1"),
    "a name that writes into the window": ('name = "a\\u0007b"', "matching regex"),
    "a key that is none": ('[stories]\ntrust = ["abc"]', "64 hexadecimal digits"),
    "a language that is none": ('languages = ["German"]', "“German” is no language"),
    "an origin without its pin": ('[servers]\norigin = "https://help.example.org"', "origin and pin belong together"),
    "an unsafe address": ('[servers]\ninsight = "http://help.example.org"', "must begin with https://"),
    "a place to ask that nobody signs": ('[servers]\nnewest = "https://help.example.org/n"', "newest and newest_key belong together"),
    "a folder of help that is not there": ('help = "people"', "help must name a folder"),
    "a story that is not there": ('[stories]\nadd = ["ours.story"]', "there is no story file ours.story"),
    "a look that is none": ('[colours.noon]\ntext = "#000000"', "There is no look “noon”"),
    "a look for those who need it": ('[colours.contrast_dark]\ntext = "#000000"', "There is no look “contrast_dark”"),
    "a use that is none": ('[colours.dusk]\nsky = "#000000"', "There is no colour “sky”"),
    "a colour that is none": ('[colours.dusk]\ntext = "white"', "must be written like #1C1E45"),
    "letters like the ground": ('[colours.dusk]\ntext = "#333355"', "cannot be read or seen well enough"),
    "a button like the ground": ('[colours.dusk]\naccent = "#14153A"\non_accent = "#FFFFFF"', "the colour “accent” cannot be"),
}


def _told(text: str, folder: Path) -> Path:
    path = folder / "ours.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_is_refused_in_a_sentence(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each fault is said with its place and the way out, in one line, before anything is made."""
    text, sentence = WRONG[name]
    path = _told(text, tmp_path)
    with pytest.raises(OwnError) as said:
        order.read(path)
    assert sentence in str(said.value)
    assert cli.main(["build", "--config", str(path), "--to", str(tmp_path / "own"), "--from", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "own").exists()


def test_nothing_is_needed(tmp_path: Path) -> None:
    """An empty file orders the download as it is."""
    assert order.read(_told("", tmp_path)) == order.Order()
    assert order.servers(order.Order()) == b""


@given(text=st.text(max_size=200))
def test_any_text_is_an_order_or_is_refused(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever stands in the file, it is read or refused with the one error."""
    path = tmp_path_factory.mktemp("order") / "ours.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with contextlib.suppress(OwnError):
        assert order.read(path).name


@pytest.mark.parametrize("look", THEMES.values(), ids=[*THEMES])
def test_the_looks_that_come_pass_their_own_test(look: object) -> None:
    """What an organisation is measured by, every look that comes with the game reaches."""
    assert list(legible.faults(look)) == []  # type: ignore[arg-type]


def test_the_game_takes_up_name_and_colours(tmp_path: Path) -> None:
    """A colour changes its own place alone; a new ground takes its panel along; a broken file leaves everything as it comes."""
    path = tmp_path / house.FILE
    assert house.read(path) == house.House()
    path.write_text('name = "Open Door"\n[colours.dusk]\naccent = "#8CCBC0"\n[colours.paper]\nground = "#FFFFFF"\n', "utf-8")
    made = house.read(path)
    assert made.name == "Open Door"
    assert made.themes["dusk"] == dataclasses.replace(THEMES["dusk"], accent=colour_of("#8CCBC0"))
    assert made.themes["paper"].panel & 0xFFFFFF == 0xFFFFFF
    assert made.themes["night"] is THEMES["night"]
    for text in ("name = 3", "[colours.dusk]\ntext = '#000000'", "\x00", "x" * 30_000):
        path.write_text(text, "utf-8")
        assert house.read(path) == house.House()


@pytest.fixture
def source(tmp_path: Path, members: dict[str, bytes]) -> Path:
    """Returns a download with the test story and no program, as one for another system is to this machine."""
    made = tmp_path / "threshold-1.2.0-windows-x86_64"
    game = made / "parts" / "game"
    for tag in ("de", "pt_BR"):
        (game / "catalogues" / tag / "LC_MESSAGES").mkdir(parents=True)
        (game / "catalogues" / tag / "LC_MESSAGES" / "game.mo").touch()
    (game / "packs").mkdir()
    (game / "packs" / "low-water.story").write_bytes(packs.packed(members))
    packs.trust(game / "packs")
    (made / "portable").touch()
    (made / "threshold.exe").touch()
    return made


def _made(text: str, source: Path) -> Path:
    return making.make(_told(text, source.parent), source, source.parent / "own", None, lambda _: None, packs=False)


def test_one_for_another_system_is_made_here(source: Path) -> None:
    """Data alone is exchanged, so that a Windows download is made on any machine; a portable copy's mark stays behind."""
    made = _made('name = "Öffne die Tür"\nlanguages = ["pt-BR"]\n', source)
    assert made.name == "offne-die-tur-1.2.0-windows-x86_64"
    assert [path.name for path in (made / "parts" / "game" / "catalogues").iterdir()] == ["pt_BR"]
    assert not (made / "portable").exists()
    assert "parts/game/own.toml" in (made / "SHA256SUMS").read_text("utf-8")


def test_stories_come_and_go(source: Path, members: dict[str, bytes]) -> None:
    """A story is kept, left out or added; one that no trusted key signed is not, and an empty shelf is refused."""
    other = source.parent / "other.story"
    other.write_bytes(packs.packed(members, id="high-water"))
    made = _made('[stories]\nkeep = []\nadd = ["other.story"]\n', source)
    assert [path.name for path in (made / "parts" / "game" / "packs").glob("*.story")] == ["high-water.story"]
    shutil.rmtree(made)
    wrong = {
        "[stories]\nkeep = []\n": "No story would be left",
        '[stories]\nkeep = ["high-water"]\n': "There is no story “high-water”",
        'languages = ["sv"]\n': "does not speak “sv”",
        f'publisher = "{KEY}"\n': "SHA256SUMS is not here",
    }
    for text, sentence in wrong.items():
        with pytest.raises(OwnError, match=sentence):
            _made(text, source)
        assert not made.exists()
    other.write_bytes(b"PK")
    with pytest.raises(OwnError, match=r"other\.story"):
        _made('[stories]\nadd = ["other.story"]\n', source)


def test_nothing_is_written_over(source: Path) -> None:
    """A folder of that name is left alone, and nothing is made inside the download itself."""
    made = _made("", source)
    with pytest.raises(OwnError, match="there already"):
        _made("", source)
    assert made.is_dir()
    with pytest.raises(OwnError, match="cannot lie inside"):
        making.make(source.parent / "ours.toml", source, source / "own", None, lambda _: None)
