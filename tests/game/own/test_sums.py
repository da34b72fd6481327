"""Whether a download is genuine: sums, their signature, and everything that may have happened on the way."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from nacl.signing import SigningKey

from game import cli
from game.own import sums
from game.own.errors import OwnError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEY = SigningKey(bytes(range(32)))
OURS = KEY.verify_key.encode().hex()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Returns a small download, signed."""
    made = tmp_path / "download"
    (made / "parts").mkdir(parents=True)
    (made / "threshold").write_bytes(b"\x7fELF and more")
    (made / "parts" / "a b.story").write_bytes(b"once")
    sums.write(made, list(sums.files(made)), KEY)
    return made


def test_what_was_signed_is_genuine_and_so_is_a_copy_that_keeps_saves_beside_it(folder: Path) -> None:
    """A whole download passes; what a portable copy keeps, and an organisation's file of servers, do not count as strange."""
    assert sums.verify(folder, OURS.upper()) == 2
    (folder / "portable").touch()
    (folder / "threshold-data").mkdir()
    (folder / "threshold-data" / "settings.json").write_text("{}")
    (folder / "threshold.toml").write_text("")
    assert sums.verify(folder, OURS) == 2


def _change(folder: Path) -> None:
    path = folder / "parts" / "a b.story"
    path.write_bytes(b"onde")


def _change_sums(folder: Path) -> None:
    path = folder / sums.SUMS
    path.write_bytes(path.read_bytes().replace(b"a b", b"a c"))


def _sign_as_another(folder: Path) -> None:
    sums.write(folder, list(sums.files(folder)), SigningKey(bytes(32)))


def _climb(folder: Path) -> None:
    (folder.parent / "outside").write_bytes(b"once")
    (folder / "parts" / "a b.story").unlink()
    (folder / "parts" / "a b.story").symlink_to(folder.parent / "outside")


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a byte was changed": (_change, "parts/a b.story was changed after it was signed."),
    "a file is gone": (lambda folder: (folder / "threshold").unlink(), "threshold is missing."),
    "a file came in": (lambda folder: (folder / "parts" / "more.so").write_bytes(b"x"), "parts/more.so does not belong to this download."),
    "the sums were changed": (_change_sums, "SHA256SUMS was changed after it was signed."),
    "another key signed": (_sign_as_another, "This was signed by another key: "),
    "nobody signed": (lambda folder: (folder / sums.SIGNATURE).unlink(), "SHA256SUMS.sig is not here"),
    "there are no sums": (lambda folder: (folder / sums.SUMS).unlink(), "SHA256SUMS is not here"),
    "the signature is no JSON": (lambda folder: (folder / sums.SIGNATURE).write_bytes(b"\xff{"), "SHA256SUMS.sig cannot be read."),
    "a link leads outside": (_climb, "parts/a b.story is missing."),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_as_it_was_signed_is_refused_in_a_sentence(folder: Path, fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each change on the way is found and said in one sentence, and the command ends with 1."""
    happens, sentence = FAULTS[fault]
    happens(folder)
    if fault != "a file came in":
        with pytest.raises(OwnError, match=r"^") as said:
            sums.verify(folder, OURS)
        assert str(said.value).startswith(sentence)
    assert cli.main(["verify", str(folder), "--key", OURS]) == 1
    said_last = capsys.readouterr().err
    assert said_last.startswith(sentence)
    assert said_last.count("\n") == 1


def test_one_file_is_looked_at_beside_its_sums(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An archive that was not unpacked is compared alone; one that nobody signed is not."""
    assert cli.main(["verify", str(folder / "threshold"), "--key", OURS]) == 0
    assert capsys.readouterr().out == "It is as it was signed.\n"
    (folder / "other").touch()
    assert cli.main(["verify", str(folder / "other"), "--key", OURS]) == 1
    assert "other is not among what was signed." in capsys.readouterr().err


def test_no_key_is_taken_for_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A key that is none is said to be none."""
    assert cli.main(["verify", str(folder), "--key", "abc"]) == 1
    assert "64 hexadecimal digits" in capsys.readouterr().err


def test_everybody_can_compare_the_sums_without_the_game(folder: Path) -> None:
    """The sums have the form that the system's own sha256sum reads."""
    tool = shutil.which("sha256sum") or shutil.which("gsha256sum")
    assert tool is not None
    subprocess.run([tool, "--check", "--strict", "--quiet", sums.SUMS], cwd=folder, check=True)


def test_a_secret_key_is_read_from_the_studios_file(tmp_path: Path) -> None:
    """The file that `threshold-studio key` makes signs downloads, too; what is none is refused by name."""
    from studio import keys

    made = keys.make_key(tmp_path / "ours.key")
    assert sums.secret(tmp_path / "ours.key") == made
    (tmp_path / "broken.key").write_text("# nothing\n")
    for name in ("broken.key", "absent.key"):
        with pytest.raises(OwnError, match=name):
            sums.secret(tmp_path / name)
