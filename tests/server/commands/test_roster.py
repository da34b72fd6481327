"""The list of people between two machines: what was changed on the way, or signed with another key, is refused in words."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from server import app, config, root
from server.accounts import demo
from server.cli import main
from server.wire import decode, encode
from tests.server.commands import programs
from tests.server.commands.conftest import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.server.commands.conftest import Made


@dataclass
class Table:
    """A server with one counsellor and one offer, its draft, and what the commands say."""

    made: Made
    draft: Path
    capsys: pytest.CaptureFixture[str]

    def runs(self, *arguments: object) -> tuple[int, str, str]:
        """Runs a part of `roster`; returns how it ended, what it printed, and what it complained of."""
        ended = main([str(one) for one in ("--folder", self.made.folder, "roster", *arguments)])
        said = self.capsys.readouterr()
        return ended, said.out, said.err

    def signs(self, draft: Path, key: Path | None = None, *more: object) -> tuple[int, str, str]:
        """Signs a draft without a question."""
        rest = ("--key", key or self.made.key, "--passphrase-file", self.made.words, "--yes", *more)
        return self.runs("sign", draft, "--out", draft.with_name("signed"), *rest)

    def changed(self, change: Callable[[Any], object]) -> Path:
        """Returns the draft with something changed in it."""
        said = json.loads(self.draft.read_bytes())
        change(said)
        path = self.draft.with_name("changed.json")
        path.write_text(json.dumps(said), "utf-8")
        return path


@pytest.fixture
def table(made: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Table:
    """Enrols a counsellor, writes an offer, and drafts the list."""
    house = app.build(config.load(made.folder, {}))
    try:
        staff, _ = demo.enrol(house, demo.PEOPLE[0], decode(house.people.greeting()["deployment"]))
        house.people.put_offer(demo.offers({"lena": staff, "tarek": staff})[0], "the test")
    finally:
        house.close()
    found = Table(made, tmp_path / "next.json", capsys)
    assert found.runs("draft", found.draft)[0] == 0
    return found


def test_a_list_goes_out_and_comes_back(table: Table) -> None:
    """Drafted, signed in a folder that has nothing but key and draft, and published, the list is in force; the next one is no other."""
    away = table.draft.parent / "away"
    away.mkdir()
    for path in (table.draft, table.made.key, table.made.words):
        path.rename(away / path.name)
    rest = ("--key", "root.key", "--passphrase-file", "words", "--yes")
    told = programs.done("roster", "sign", "next.json", *rest, cwd=away)
    assert re.search(r"^  Lena +([0-9a-f]{4} ?){5}$", told, re.MULTILINE)
    assert "  letters-professional: 1 on duty\n" in told
    assert told.endswith("next.signed.json is written. Publish it: threshold-server roster publish next.signed.json\n")
    assert table.runs("publish", away / "next.signed.json") == (0, "Version 1 is in force.\n", "")
    assert table.runs("show") == (0, "Version 1, for 30 more days.\nThe next would be the same.\n", "")
    ended, _, told = table.runs("publish", away / "next.signed.json")
    assert (ended, told) == (1, "A list of this version, or a newer one, is in force already: write and sign a new draft.\n")


def test_on_one_machine_it_is_one_command(table: Table) -> None:
    """Without a draft `sign` drafts, signs and publishes; the passphrase may come through a pipe."""
    asked = ("--folder", table.made.folder, "roster", "sign", "--key", table.made.key, "--yes", "--passphrase-file", "/dev/stdin")
    assert programs.done(*asked, said=WORDS).endswith("Version 1 is in force.\n")


def test_nothing_is_signed_that_nobody_heard(table: Table) -> None:
    """Whoever does not say yes, or cannot be asked, signs nothing."""
    asked = ("--folder", table.made.folder, "roster", "sign", "--key", table.made.key)
    assert programs.run(*asked).stderr.startswith("Nothing was signed. Have everybody read their digits")
    ended = programs.typed(asked, [("by voice?", "I think so")])
    assert ended.returncode == 1
    assert "Nothing was signed." in ended.stdout
    assert table.runs("show")[1].startswith("No list has been signed yet")


def test_a_draft_that_was_tampered_with_shows_it_or_is_refused(table: Table) -> None:
    """Another key in a draft shows other digits than were read aloud, and what is no list, or lasts too long, is not signed at all."""
    digits = re.compile(r"(?:[0-9a-f]{4} ?){5}$", re.MULTILINE)
    before = digits.findall(table.signs(table.draft)[1])
    other = table.changed(lambda said: said["staff"][0].update(box=encode(bytes(32))))
    after = digits.findall(table.signs(other)[1])
    assert len(before) == len(after) == 1
    assert before != after
    in_a_year = (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=365)).isoformat()
    for change, told in (
        (lambda said: said.update(expires=in_a_year), "lasts more than 35 days"),
        (lambda said: said.update(expires="never"), "is no list"),
        (lambda said: said.pop("staff"), "is no list"),
        (lambda said: said["staff"][0].update(sign="?"), "is no list"),
        (lambda said: said["staff"][0].pop("name"), "is no list"),
        (lambda said: said["offers"][0].update(staff=["somebody"]), "is no list"),
    ):
        ended, _, said = table.signs(table.changed(change))
        assert ended == 1
        assert told in said
        assert said.count("\n") == 1
    for raw in (b"", b"\xff\xfe\x00", b"[]", b"null", table.draft.read_bytes()[:-200]):
        table.draft.write_bytes(raw)
        ended, _, said = table.signs(table.draft)
        assert ended == 1
        assert "is no list that `roster draft` wrote" in said


def test_a_name_in_a_draft_cannot_play_with_the_terminal(table: Table) -> None:
    """Line breaks and control letters in a name are shown as question marks, so that nobody can draw digits that are not theirs."""
    ended, said, _ = table.signs(table.changed(lambda said: said["staff"][0].update(name="Lena\n  Lena  aaaa\x1b[1A\u202e")))
    assert ended == 0
    assert "Lena?  Lena  aaaa?[1A?" in said
    assert "\x1b" not in said


def test_what_is_not_signed_by_the_root_as_it_is_is_refused(table: Table) -> None:
    """Another organisation's key, a changed letter in the signed list, a list of another place or time: each has its sentence."""
    signed, other = table.draft.with_name("signed"), table.draft.with_name("other.key")
    root.make(other, WORDS)
    assert table.signs(table.draft, other)[0] == 0
    key_told = "This organisation's root key did not sign this, or it was changed since: sign the draft again.\n"
    assert table.runs("publish", signed)[::2] == (1, key_told)
    assert table.signs(table.draft)[0] == 0
    said = json.loads(signed.read_text("utf-8"))
    payload = decode(said["payload"]).replace(b'"Lena"', b'"Lenb"')
    signed.write_text(json.dumps({**said, "payload": encode(payload)}), "utf-8")
    assert table.runs("publish", signed)[::2] == (1, key_told)
    for change in (
        lambda said: said.update(deployment=encode(bytes(16))),
        lambda said: said.pop("deployment"),
        lambda said: said.update(issued="2020-01-01", expires="2020-01-20"),
        lambda said: said.update(issued="2150-01-01", expires="2150-01-20"),
    ):
        assert table.signs(table.changed(change))[0] == 0
        assert table.runs("publish", signed)[::2] == (
            1,
            "This list is over, is not begun, or is another organisation's: see to the clock, then draft anew.\n",
        )
    for raw in (b"\xff\xfe", b"{}", b"[1]", b'{"payload": "", "signature": ""}'):
        signed.write_bytes(raw)
        ended, _, told = table.runs("publish", signed)
        assert ended == 1
        assert told in {
            f"{signed} is no signed list: it is the file that `roster sign` writes.\n",
            f"{signed} cannot be read: it is no text.\n",
        }
    assert table.runs("show")[1].startswith("No list has been signed yet")


def test_a_key_that_does_not_open_is_told(table: Table) -> None:
    """A wrong passphrase, half a key file, and a file that is none are each told, and nothing is written."""
    table.made.words.write_text("another passphrase entirely\n", "utf-8")
    assert table.signs(table.draft)[::2] == (1, "The passphrase of the root key is not right.\n")
    half = table.draft.with_name("half.key")
    for size in (60, 100, 172):
        half.write_bytes(table.made.key.read_bytes()[:size])
        ended, _, told = table.signs(table.draft, half)
        assert ended == 1
        assert told.count("\n") == 1
    assert "holds no root key" in table.signs(table.draft, table.draft)[2]
    assert "holds no root key" in table.signs(table.draft, Path("nowhere"))[2]
    assert not table.draft.with_name("signed").exists()
    assert "No such file" in table.signs(Path("nowhere.json"))[2]
