"""A story file is opened as if it came from an enemy: what is not exactly right is one typed error."""

from __future__ import annotations

import io
import json
import stat
import time
import warnings
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey

from game.errors import PackError
from game.story.pack import Book, open_pack, read_manifest
from tests.game.story import packs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


FILES = {
    "ink/en.ink.json": b'{"inkVersion":21,"root":["^Hi.","\\n","done",null],"listDefs":{}}',
    "ink/fr.ink.json": b'\xef\xbb\xbf{"inkVersion":21,"root":["^Salut.","\\n","done",null],"listDefs":{}}',
    "art/scenes/hall.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>" * 20,
    "sound/kick.ogg": bytes(range(256)) * 8,
}
GOOD = packs.packed(FILES)
TRUSTED = {packs.KEY_HEX}


def opened(folder: Path, data: bytes) -> Book:
    """Opens these bytes as a story file."""
    path = folder / "a.story"
    path.write_bytes(data)
    return open_pack(path, TRUSTED)


def refused(folder: Path, data: bytes) -> str:
    """Returns the one sentence with which these bytes are refused."""
    with pytest.raises(PackError) as caught:
        opened(folder, data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def zipped_with(change: Callable[[zipfile.ZipFile], None]) -> bytes:
    """Returns the good story file with something more put into it."""
    buffer = io.BytesIO(GOOD)
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        change(archive)
    return buffer.getvalue()


def test_a_good_story(tmp_path: Path) -> None:
    """A signed story opens, is trusted, and gives every file it lists."""
    book = opened(tmp_path, GOOD)
    assert book.trusted
    assert book.languages == ("en", "fr")
    assert {path: book.read(path) for path in FILES} == FILES
    assert book.ink("fr-CH").startswith("{")
    assert book.speaks("de") == "en"
    assert book.ink_hash("en") == book.manifest.files["ink/en.ink.json"].sha256
    with pytest.raises(PackError):
        book.read("art/none.svg")


def test_an_unsigned_story_is_not_trusted(tmp_path: Path) -> None:
    """A story without a signature, or signed by an unknown key, opens untrusted."""
    assert not opened(tmp_path, packs.packed(FILES, signed=False)).trusted
    manifest = json.dumps(packs.described(FILES)).encode()
    stranger = packs.signature(manifest, SigningKey(bytes(32)))
    assert not opened(tmp_path, packs.zipped({"manifest.json": manifest, "signature.json": stranger, **FILES})).trusted


@pytest.mark.parametrize(
    "signature",
    [
        b"",
        b"{}",
        b"[" * 1000,
        b'{"key": "zz", "signature": "zz"}',
        b'{"key": "", "signature": ""}',
        json.dumps({"key": packs.KEY_HEX, "signature": "00" * 64}).encode(),
        packs.signature(b"another manifest"),
    ],
)
def test_a_broken_signature_is_refused(tmp_path: Path, signature: bytes) -> None:
    """A signature that does not fit the manifest is refused, not ignored."""
    manifest = json.dumps(packs.described(FILES)).encode()
    refused(tmp_path, packs.zipped({"manifest.json": manifest, "signature.json": signature, **FILES}))


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt", "/etc/passwd", "art/../../evil.svg", "C:\\evil.txt", "art\\..\\evil.svg", "readme.txt", "art/", "art//a.svg",
        "art/.hidden", "ink/a b.json", "art/scenes/hall.svg", "ART/scenes/hall.svg", "art/x.svg", "manifest.json", "art/a\0.svg",
    ],
)  # fmt: skip
def test_members_that_do_not_belong(tmp_path: Path, name: str) -> None:
    """A path outside, an unknown file, and a name that stands twice are refused."""
    refused(tmp_path, zipped_with(lambda archive: archive.writestr(name, b"x")))


def test_links_are_refused(tmp_path: Path) -> None:
    """A symbolic link in a story file is refused."""
    link = zipfile.ZipInfo("art/link.svg")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    refused(tmp_path, zipped_with(lambda archive: archive.writestr(link, b"/etc/passwd")))


def test_encrypted_members_are_refused(tmp_path: Path) -> None:
    """A member that says it is encrypted is refused."""
    data = bytearray(GOOD)
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    refused(tmp_path, bytes(data))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(tmp_path: Path, method: int) -> None:
    """Only stored and deflated members are read."""
    refused(tmp_path, zipped_with(lambda archive: archive.writestr("art/a.svg", b"x" * 100, compress_type=method)))


@pytest.mark.parametrize(
    "files",
    [
        {"art/bomb.svg": bytes(8 * 2**20)},
        {"art/bomb.svg": bytes(17 * 2**20)},
        {f"art/bomb{number}.svg": bytes(16 * 2**20) for number in range(5)},
        {f"art/a{number}.svg": b"" for number in range(2001)},
    ],
)
def test_bombs(tmp_path: Path, files: dict[str, bytes]) -> None:
    """A member or a whole that unpacks to too much, or too many members, are refused at once."""
    data = packs.packed(FILES | files)
    start = time.process_time()
    refused(tmp_path, data)
    assert time.process_time() - start < 1


def test_a_list_too_long_is_not_read(tmp_path: Path) -> None:
    """A zip that lists a hundred thousand members is refused before the list is read."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(70_000):
            archive.writestr(f"art/a{number}.svg", b"")
    data = buffer.getvalue()
    start = time.process_time()
    refused(tmp_path, data)
    assert time.process_time() - start < 1


def test_a_size_that_lies(tmp_path: Path) -> None:
    """A member that unpacks to more than it says is refused when it is read, and nothing past its size is unpacked."""
    data = bytearray(packs.packed({**FILES, "art/z.svg": b"a" * 5000}, signed=False))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.rindex(mark)
        data[at + offset : at + offset + 4] = (400).to_bytes(4, "little")
    refused(tmp_path, bytes(data))


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"null",
        b"[" * 100_000,
        b'{"format": 1}',
        b'{"format": 2, "anything": []}',
        b'{"format": "' + b"x" * 2**20 + b'"}',
        b"\xff\xfe",
        json.dumps(packs.described(FILES, extra=1)).encode(),
        json.dumps(packs.described(FILES, id="../x")).encode(),
        json.dumps(packs.described(FILES, language="de")).encode(),
        json.dumps(packs.described(FILES, ink={"en": "ink/none.ink.json"})).encode(),
        json.dumps(packs.described({})).encode(),
        json.dumps(packs.described({**FILES, "art/more.svg": b""})).encode(),
        json.dumps(packs.described({**FILES, "ink/en.ink.json": b"x"})).encode(),
    ],
)
def test_wrong_manifests(tmp_path: Path, manifest: bytes) -> None:
    """A manifest that is broken, newer, or not true of its files is refused."""
    refused(tmp_path, packs.zipped({"manifest.json": manifest, "signature.json": packs.signature(manifest), **FILES}))


def test_a_newer_format_says_so() -> None:
    """A story of a newer format asks for a newer game."""
    with pytest.raises(PackError, match="newer"):
        read_manifest(b'{"format": 2, "more": {}}')


def test_a_changed_file_is_never_given(tmp_path: Path) -> None:
    """A file that was changed, with the zip put right again, is refused when it is read; the others are read."""
    manifest = json.dumps(packs.described(FILES)).encode()
    changed = FILES | {"art/scenes/hall.svg": FILES["art/scenes/hall.svg"].replace(b"svg", b"gvs")}
    book = opened(tmp_path, packs.zipped({"manifest.json": manifest, "signature.json": packs.signature(manifest), **changed}))
    with pytest.raises(PackError):
        book.read("art/scenes/hall.svg")
    assert book.read("sound/kick.ogg") == FILES["sound/kick.ogg"]


def test_a_file_that_goes_away(tmp_path: Path) -> None:
    """A story file that is gone, or is a folder, is a typed error; also once it was opened."""
    book = opened(tmp_path, GOOD)
    book.path.unlink()
    with pytest.raises(PackError):
        book.ink("en")
    with pytest.raises(PackError):
        open_pack(book.path, TRUSTED)
    with pytest.raises(PackError):
        open_pack(tmp_path, TRUSTED)
    (tmp_path / "a.story").write_bytes(b"PK")
    with pytest.raises(PackError):
        book.ink("en")


def harmless(folder: Path, data: bytes) -> None:
    """Checks that bytes are refused with a typed error, or give exactly the files that were signed."""
    start = time.process_time()
    try:
        book = opened(folder, data)
        assert {path: book.read(path) for path in FILES} == FILES
    except PackError:
        pass
    assert time.process_time() - start < 2


FUZZ = settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@FUZZ
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_mutated_stories(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    """A story file with some bytes changed is refused, or gives exactly what was signed."""
    data = bytearray(GOOD)
    for at, value in changes:
        data[at] = value
    harmless(tmp_path, bytes(data))


@FUZZ
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 400), st.binary(max_size=40))
def test_truncated_stories(tmp_path: Path, start: int, length: int, filling: bytes) -> None:
    """A story file cut short, or with a part cut out or replaced, is refused, or gives exactly what was signed."""
    harmless(tmp_path, GOOD[:start] if length > 200 else GOOD[:start] + filling + GOOD[start + length :])
