"""The download: gathered once, then tried as those who get it would use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from nacl.signing import SigningKey

from game.own import packed, sums
from tools import bill, contents, download, floor, leaner

if TYPE_CHECKING:
    from pathlib import Path

KEY = SigningKey(bytes(range(32)))
OURS = KEY.verify_key.encode().hex()
SILENT = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
_OURS = """\
name = "Open Door"
languages = ["de"]
help = "people"
publisher = "{publisher}"

[servers]
newest = "https://help.example.org/newest.json"
newest_key = "{publisher}"

[stories]
keep = ["second-verse"]

[colours.dusk]
accent = "#8CCBC0"
"""
_PEOPLE = """\
format = 1
region = "Here"
last_checked = 2026-11-01

[[lines]]
number = "0800 000 000"
name = { en = "Open Door" }
what = { en = "Somebody listens." }
"""


def _run(program: Path, *arguments: str, home: Path, words: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the program with a home of its own, and nothing of ours around it."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", **SILENT}
    return subprocess.run(
        [str(program), *arguments],
        env=environment,
        cwd=home,
        input=words,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Returns a download, gathered, finished and signed; the program has tested itself."""
    made = download.freeze(tmp_path_factory.mktemp("dist") / download.name())
    download.finish(made, KEY)
    download.selftest(made)
    return made


def test_it_is_genuine_until_a_byte_is_changed(folder: Path, tmp_path: Path) -> None:
    """The program itself says that its folder is as it was signed; with one byte changed in one library it says which."""
    program = folder / "threshold"
    done = _run(program, "verify", str(folder), "--key", OURS, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    library = next(leaner.elves(folder / "parts"))
    whole = library.read_bytes()
    try:
        library.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        done = _run(program, "verify", str(folder), "--key", OURS, home=tmp_path)
        assert done.returncode == 1
        assert (
            done.stderr
            == f"{library.relative_to(folder).as_posix()} was changed after it was signed. Do not start it; get the download again.\n"
        )
    finally:
        library.write_bytes(whole)


def test_only_what_runs_is_inside_and_the_bill_names_it(folder: Path) -> None:
    """No tool of ours or others' lies in it; the bill names each package, the libraries in them, fonts and Python, with their licences."""
    names = {path.name.partition(".")[0] for path in (folder / "parts").iterdir()}
    assert not names & {"numpy", "pytest", "studio", "tools", "playwright", "mypy", "hypothesis", "opendp", "psycopg", "PIL"}
    told = json.loads((folder / bill.BILL).read_text("utf-8"))
    assert (told["bomFormat"], told["metadata"]["component"]["version"]) == ("CycloneDX", download.version())
    components = {part["name"]: part for part in told["components"]}
    assert {
        "accesskit",
        "bink",
        "skia-python",
        "pygame-ce",
        "pynacl",
        "libSDL2",
        "libfreetype",
        "font literata",
        "python",
    } <= components.keys()
    assert {"numpy", "pyinstaller", "threshold"}.isdisjoint(components)
    assert all(part["licenses"] for part in told["components"])
    assert (folder / "licences" / "font-literata").is_dir()
    assert "libfluidsynth" in (folder / "LICENCES.txt").read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="glibc is Linux's")
def test_the_c_library_it_needs_is_read_from_it(folder: Path) -> None:
    """The ink engine alone needs 2.34; the sentence names who needs the most."""
    needs = floor.needs(folder)
    assert max(needs) >= (2, 34)
    assert floor.told(folder).startswith("It needs glibc 2.")


def test_it_writes_into_its_own_folders_or_beside_itself(folder: Path, tmp_path: Path) -> None:
    """A story is begun: every file lies in the game's own folders; with a file named `portable`, beside the program."""
    home, other = tmp_path / "home", tmp_path / "other"
    home.mkdir()
    other.mkdir()
    before = set(folder.rglob("*"))
    _run(folder / "threshold", "--text", home=home, words="1\n" * 5)
    written = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert written
    assert all("/Threshold/" in name for name in written)
    assert set(folder.rglob("*")) == before
    (folder / "portable").touch()
    try:
        _run(folder / "threshold", "--text", home=other, words="1\n" * 5)
        assert list(other.iterdir()) == []
        assert any((folder / "threshold-data" / "saves").rglob("*.json"))
        assert sums.verify(folder, OURS)
    finally:
        (folder / "portable").unlink()


def test_it_serves_the_phones_of_a_group(folder: Path, tmp_path: Path) -> None:
    """The part for groups is the same program, and a phone gets its page."""
    command = [str(folder / "threshold"), "--serve-group", "--json", "--folder", str(tmp_path / "rooms"), "--port", "8907"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "HOME": str(tmp_path)}) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        port = json.loads(process.stdout.readline())["port"]
        with urlopen(f"http://127.0.0.1:{port}/g", timeout=20) as page:
            assert page.status == 200
        process.stdin.close()
        assert process.wait(20) == 0


def test_an_organisation_makes_its_own(folder: Path, tmp_path: Path) -> None:
    """With a file and the download alone: name, colours, languages, people and servers are its own, and the program holds."""
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "here.toml").write_text(_PEOPLE, "utf-8")
    (tmp_path / "ours.toml").write_text(_OURS.format(publisher=OURS), "utf-8")
    (tmp_path / "ours.key").write_text(bytes(range(1, 33)).hex(), "ascii")
    theirs = SigningKey(bytes(range(1, 33))).verify_key.encode().hex()
    words = ("build", "--config", "ours.toml", "--folder-only", "--to", "own", "--key", "ours.key")
    done = _run(folder / "threshold", *words, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "It starts: every screen was drawn, every story opened." in done.stdout
    made = next((tmp_path / "own").iterdir())
    assert made.name == download.name().replace("threshold-", "open-door-")
    game = made / "parts" / "game"
    assert [path.name for path in (game / "catalogues").iterdir()] == ["de"]
    assert [path.name for path in (game / "help").iterdir()] == ["here.toml"]
    assert tomllib.loads((game / "threshold.toml").read_text("utf-8"))["newest_key"] == OURS
    assert sums.verify(made, theirs)


def test_two_archives_of_one_folder_are_the_same(tmp_path: Path) -> None:
    """Names in order, no owner, one time: the same files give the same bytes, whenever and by whomever they were made."""
    archives = []
    for name, moment in (("a", 1_000_000_000), ("b", 1_700_000_000)):
        source = tmp_path / name / "threshold"
        for inside in ("z", "a", "parts/m") if name == "a" else ("parts/m", "a", "z"):
            (source / inside).parent.mkdir(parents=True, exist_ok=True)
            (source / inside).write_text(inside)
            os.utime(source / inside, (moment, moment))
        for pack, ending in ((packed.zipped, "zip"), (packed.tar, "tar.xz")):
            pack(source, tmp_path / f"{name}.{ending}")
            archives.append((tmp_path / f"{name}.{ending}").read_bytes())
    assert archives[0] == archives[2]
    assert archives[1] == archives[3]


def test_two_folders_are_compared_by_what_is_in_them(tmp_path: Path) -> None:
    """What is in one only, or differs, is listed; equal files are not."""
    for name, text in (("a", "1"), ("b", "2")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same").write_text("x")
        (tmp_path / name / "other").write_text(text)
        (tmp_path / name / f"only-{name}").touch()
    assert download.compare(tmp_path / "a", tmp_path / "b") == ["only-a", "only-b", "other"]


def test_the_workflows_can_be_read() -> None:
    """Those for other systems were not run here; they are well-formed, at least."""
    command = [sys.executable, "-m", "yamllint", "--strict", "-d", "{extends: default, rules: {line-length: {max: 140}}}", ".github"]
    done = subprocess.run(command, cwd=download.ROOT, capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""


def test_dates_of_no_other_languages_are_taken_along() -> None:
    """Of the ways to write days, those of the game's languages go in, and English's."""
    assert contents.needed("babel/locale-data/de.dat", {"de.dat"})
    assert not contents.needed("babel/locale-data/ja.dat", {"de.dat"})
    assert {"en.dat", "en_GB.dat", "root.dat", "ar.dat"} <= contents.dates(download.ROOT)
