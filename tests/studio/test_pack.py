"""A story that is right becomes one signed file, the same bytes each time, that the game opens."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from nacl.signing import SigningKey, VerifyKey

from game.story.pack import open_pack
from game.story.runtime import Story
from studio import keys, pack
from studio.build import build
from studio.errors import KeyFileError, StudioError, WriteError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.studio.conftest import Tale

KEY = SigningKey(bytes(range(32)))


def test_the_game_opens_and_plays_what_was_packed(tale: Tale, tmp_path: Path) -> None:
    """A packed story is trusted with its key, holds what it names, and begins with its first line."""
    packed = build(tale.folder, tmp_path / "packs", KEY)
    assert packed.file == tmp_path / "packs" / "tale.story"
    book = open_pack(packed.file, {keys.public(KEY)})
    assert book.trusted
    assert set(book.manifest.files) == {
        "ink/en.ink.json",
        "art/cover.svg",
        "art/scenes/lock.svg",
        "art/portraits/rae-open.svg",
        "sound/kick.ogg",
    }
    assert book.read("art/scenes/lock.svg") == (tale.root / "art/scenes/lock.svg").read_bytes()
    page = Story(book.ink("en")).advance()
    assert [line.text for line in page.lines][:1] == ["It was late."]
    assert page.prompt == "The door stood open."


def test_two_builds_give_the_same_bytes(tale: Tale, tmp_path: Path) -> None:
    """Time, folder and umask leave no trace in a pack."""
    first = build(tale.folder, tmp_path / "one", KEY).file
    for path in tale.root.rglob("*"):
        os.utime(path, (1, 1))
    before = os.umask(0o077)
    try:
        second = build(tale.folder, tmp_path / "two", KEY).file
    finally:
        os.umask(before)
    assert first
    assert second
    assert first.read_bytes() == second.read_bytes()


def test_members_have_fixed_dates_order_and_permissions(tale: Tale, tmp_path: Path) -> None:
    """Manifest and signature come first, and nothing tells when or by whom a pack was made."""
    file = build(tale.folder, tmp_path, KEY).file
    assert file
    with zipfile.ZipFile(file) as archive:
        infos = archive.infolist()
        raw, signature = archive.read("manifest.json"), json.loads(archive.read("signature.json"))
    assert [info.filename for info in infos][:2] == ["manifest.json", "signature.json"]
    assert {(info.date_time, info.external_attr >> 16, info.create_system) for info in infos} == {((1980, 1, 1, 0, 0, 0), 0o100644, 3)}
    VerifyKey(bytes.fromhex(signature["key"])).verify(raw, bytes.fromhex(signature["signature"]))


def test_what_shrinks_too_well_is_stored() -> None:
    """A member that would look like a zip bomb is kept as it is."""
    data = pack.archive({"art/a.svg": b"a" * 1_000_000})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_a_wrong_story_is_not_packed(tale: Tale, tmp_path: Path) -> None:
    """An error keeps a story from being packed, and an older pack stays as it was."""
    file = build(tale.folder, tmp_path, KEY).file
    assert file
    before = file.read_bytes()
    tale.change("main.ink", "-> later\n\n", "-> latr\n\n")
    assert build(tale.folder, tmp_path, KEY).file is None
    assert file.read_bytes() == before


def test_strict_builds_refuse_warnings(tale: Tale, tmp_path: Path) -> None:
    """With `strict`, a warning keeps a story from being packed."""
    tale.change("main.ink", "-> END", "")
    assert build(tale.folder, tmp_path, KEY, strict=True).file is None
    assert build(tale.folder, tmp_path, KEY).file


def test_a_pack_that_cannot_be_written_is_an_error(tale: Tale, tmp_path: Path) -> None:
    """A folder that is a file gives a sentence."""
    (tmp_path / "packs").write_text("")
    with pytest.raises(WriteError, match="cannot be written"):
        build(tale.folder, tmp_path / "packs", KEY)


def test_a_development_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    """The first use makes a key that only its owner may read; later uses take the same."""
    first = keys.development_key(tmp_path / "new")
    assert keys.development_key(tmp_path / "new") == first
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "new" / "development.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"abc\n", b"\xff", b"0" * 63, b"0" * 65, b"# only words\n", b"0" * 64 + b"\n" + b"1" * 64])
def test_what_is_no_key_is_refused(tmp_path: Path, content: bytes) -> None:
    """A key file that holds something else is refused with a sentence, and not overwritten."""
    file = tmp_path / "development.key"
    file.write_bytes(content)
    with pytest.raises(KeyFileError):
        keys.development_key(tmp_path)
    assert file.read_bytes() == content


def test_keys_are_never_overwritten_and_missing_ones_are_told(tmp_path: Path) -> None:
    """Making a key where a file is, or reading one where none is, are errors with a way out."""
    file = tmp_path / "mine.key"
    key = keys.make_key(file)
    assert keys.read_key(file) == key
    with pytest.raises(KeyFileError, match="already"):
        keys.make_key(file)
    with pytest.raises(KeyFileError, match="threshold-studio key"):
        keys.read_key(tmp_path / "none.key")
    with pytest.raises(StudioError):
        keys.make_key(file / "below.key")


def test_what_the_game_would_refuse_is_not_written(tale: Tale, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack that the game's own reader does not open never takes its name."""
    monkeypatch.setattr("game.story.pack.MOST_BYTES", 100)
    with pytest.raises(WriteError, match="would not open"):
        build(tale.folder, tmp_path / "packs", KEY)
    assert list((tmp_path / "packs").iterdir()) == []


def test_trust_adds_a_key_once(tmp_path: Path) -> None:
    """A list of trusted keys holds each key once, and keeps what stood in it."""
    file = tmp_path / "trusted.keys"
    file.write_text("# ours\n" + "ab" * 32)
    assert keys.trust("cd" * 32, file)
    assert not keys.trust("cd" * 32, file)
    assert file.read_text() == "# ours\n" + "ab" * 32 + "\n" + "cd" * 32 + "\n"
    with pytest.raises(WriteError):
        keys.trust("cd" * 32, tmp_path)


def test_a_pack_says_which_music_a_scene_may_need(tale: Tale, tmp_path: Path) -> None:
    """Every knot of a file has the layers that any tag of the file names, dynamic ones too; other words and other sounds are left out."""
    story = tale.root / "story.toml"
    layers = "".join(f'\n[sounds.{name}]\nfile = "sound/kick.ogg"\nkind = "music"\ncaption = "{name}"\n' for name in ("low", "high"))
    tale.write("story.toml", story.read_text("utf-8") + layers)
    main = (tale.root / "main.ink").read_text("utf-8")
    tale.write("main.ink", main.replace("It was late.", "It was late. # music: low{1 > 0:, high}"))
    packed = build(tale.folder, tmp_path / "packs", KEY)
    assert packed.file, packed.report.diagnostics
    music = open_pack(packed.file, {keys.public(KEY)}).manifest.music
    assert music
    assert set(music.values()) == {("high", "low")}
