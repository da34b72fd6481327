"""A server is set up, filled, backed up, brought back and swept with the commands of docs/operators.md, as processes, on both databases."""

from __future__ import annotations

import json
import re
import shutil
import stat
from typing import TYPE_CHECKING

import pytest
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey
from sqlalchemy import select, text

from server.contact.models import Wrap
from server.db import Database
from server.keys import Shredder, opened
from tests.server.client import Client, Thread, read, unb64
from tests.server.commands import programs
from tests.server.commands.conftest import WORDS, surroundings, wired

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.server.commands.conftest import Lived

PRIVATE, FOLDER = 0o600, 0o700


def _mode(path: Path) -> int:
    """Returns who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_init_prints_what_to_do_and_makes_files_for_nobody_else(lived: Lived) -> None:
    """What `init` prints is the way on: start, link, list, and two lines for the game; all it made is its owner's alone."""
    assert "Open Door Counselling is ready in" in lived.printed
    for step in (f"threshold-server --folder {lived.folder} run", f"roster sign --key {lived.key}", "within 7 days:"):
        assert step in lived.printed
    assert f'origin = "http://localhost:{lived.port}"\npin = "threshold1:' in lived.printed
    assert WORDS not in lived.printed
    assert _mode(lived.folder) == FOLDER
    files = [path for path in lived.folder.iterdir() if path.is_file()]
    assert {"server.toml", "server.secret", "keys.sqlite"} <= {path.name for path in files}
    assert (lived.folder / "threshold.sqlite").exists() == (not lived.url)
    for path in (*files, lived.key, lived.backup):
        assert _mode(path) == PRIVATE, path


def test_the_list_is_the_one_that_the_printed_pin_vouches_for(lived: Lived) -> None:
    """The list that the server gives is signed by the key in the pin, names who enrolled, and its digits were shown to the signer."""
    pin = unb64(re.search(r'pin = "threshold1:([\w-]{64})"', lived.printed)[1])  # type: ignore[index]  # it is there
    document = lived.directory["roster"]
    payload = unb64(document["payload"])
    VerifyKey(pin[16:]).verify(b"threshold roster v1\0" + payload, unb64(document["signature"]))
    with pytest.raises(BadSignatureError):
        VerifyKey(pin[16:]).verify(b"threshold roster v1\0" + payload + b" ", unb64(document["signature"]))
    said = json.loads(payload)
    assert unb64(said["deployment"]) == pin[:16]
    assert {one["name"] for one in said["staff"]} == {"admin", "maren"}
    assert re.findall(r"^  (?:admin|maren) +(?:[0-9a-f]{4} ?){5}$", lived.said["sign"], re.MULTILINE)
    assert WORDS not in lived.said["sign"]
    assert lived.said["sign"].endswith("Version 1 is in force.\n")
    assert "for 30 more days" in lived.said["show"]


def test_check_finds_nothing_wrong_with_it(lived: Lived) -> None:
    """While such a server runs, `check` says that all is well."""
    assert lived.said["check"] == "All is well.\n"


def test_what_the_server_says_is_only_that_it_runs(lived: Lived) -> None:
    """The log has where it listens, that it started and swept, and no other line."""
    lines = set((lived.folder.parent / "server.log").read_text("utf-8").splitlines())
    listening = f"Listening on http://127.0.0.1:{lived.port} for http://localhost:{lived.port}. Ctrl-C stops it."
    assert lines == {listening, "info server.serve started", "info server.chores swept"}


def _new_folder(lived: Lived, tmp_path: Path, *, keys: bool) -> Path:
    """Returns a new data folder, with what an operator brings into it before a restore."""
    folder = tmp_path / "again"
    folder.mkdir(mode=0o700)
    for name in ("server.toml", "server.secret", *(["keys.sqlite"] if keys else [])):
        shutil.copy2(lived.folder / name, folder)
    return folder


def _kind(lived: Lived) -> str:
    """Names the database that an organisation is on."""
    return "postgresql" if lived.url else "sqlite"


def test_a_backup_taken_while_it_ran_is_a_server_again(lived: Lived, tmp_path: Path, new_database: Callable[[str], str]) -> None:
    """Restored beside its mirrored keys, the backup serves: the letter from before it opens for both sides, the later one is not in it."""
    folder, more = _new_folder(lived, tmp_path, keys=True), surroundings(new_database(_kind(lived)))
    untouched = lived.backup.read_bytes()
    assert programs.done("--folder", folder, "restore", lived.backup, more=more) == "Restored.\n"
    assert lived.backup.read_bytes() == untouched
    assert all(_mode(path) == PRIVATE for path in folder.iterdir())
    with programs.serving(folder, lived.port, more), wired(lived.port) as wire:
        client = Client(wire(), lived.client.origin, lived.client.login, lived.client.person)
        client.sign_in()
        thread = Thread(lived.before.id)
        assert thread.take(client.person, read(client, thread).body)[0]["text"] == "is anybody there?"
    again = programs.run("--folder", folder, "restore", lived.backup, more=more)
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == "The database is not empty: restore into a new one.\n"


def test_without_the_mirrored_keys_no_letter_comes_back(lived: Lived, tmp_path: Path, new_database: Callable[[str], str]) -> None:
    """Without keys.sqlite a restore is refused, and where the operator insists, everything comes back but letters."""
    folder, more = _new_folder(lived, tmp_path, keys=False), surroundings(new_database(_kind(lived)))
    refused = programs.run("--folder", folder, "restore", lived.backup, more=more)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "bring it from its mirror first" in refused.stderr
    assert refused.stderr.count("\n") == 1
    told = programs.done("--folder", folder, "restore", lived.backup, "--without-letters", more=more)
    assert told == "Restored. 1 spans of letters stay closed: keys.sqlite has no key for them.\n"
    assert _counted(more.get("DATABASE_URL") or f"sqlite:///{folder / 'threshold.sqlite'}") == [0, 0, 0, 0, 1, 2]


def test_23_a_backup_from_before_the_sweep_opens_nothing(lived: Lived, tmp_path: Path, new_database: Callable[[str], str]) -> None:
    """Once `sweep` has run, no wrap in an earlier backup opens under any key there is, and restoring it brings no letter back."""
    folder, kind = tmp_path / "swept", _kind(lived)
    shutil.copytree(lived.folder, folder)
    url = new_database(kind)
    more = surroundings(url)
    if url:
        assert programs.done("--folder", folder, "restore", lived.backup, more=more) == "Restored.\n"
    wraps = _wraps(lived.backup)
    assert len(wraps) == 2
    assert len(_opened(folder, wraps)) == 2
    _grow_old(url or f"sqlite:///{folder / 'threshold.sqlite'}")
    assert "are gone" in programs.done("--folder", folder, "sweep", more=more)
    assert _opened(folder, wraps) == []
    back = tmp_path / "back"
    shutil.copytree(folder, back)
    (back / "threshold.sqlite").unlink(missing_ok=True)
    more = surroundings(new_database(kind))
    told = programs.done("--folder", back, "restore", lived.backup, more=more)
    assert "1 spans of letters stay closed" in told
    assert _counted(more.get("DATABASE_URL") or f"sqlite:///{back / 'threshold.sqlite'}") == [0, 0, 0, 0, 1, 2]


def _wraps(backup: Path) -> list[tuple[bytes, bytes]]:
    """Returns every wrap in a backup, each with its conversation."""
    source = Database(f"sqlite:///{backup}")
    with source.read() as session:
        found = [(one.conversation_id, one.sealed) for one in session.scalars(select(Wrap))]
    source.close()
    return found


def _opened(folder: Path, wraps: list[tuple[bytes, bytes]]) -> list[bytes]:
    """Returns what some wraps hold, as far as any key of a data folder opens them."""
    keys = Shredder(folder / "keys.sqlite")
    try:
        found = [opened(box, sealed) for conversation, sealed in wraps for box in keys.find_all(conversation).values()]
    finally:
        keys.close()
    return [one for one in found if one]


def _grow_old(url: str) -> None:
    """Has every span of letters begin a hundred days ago."""
    database = Database(url)
    with database.write() as session:
        session.execute(text("UPDATE epochs SET day = '2020-01-01'"))
    database.close()


def _counted(url: str) -> list[int]:
    """Returns how many conversations, letters, wraps, mailboxes, signed lists and accounts there are."""
    database = Database(url)
    with database.read() as session:
        asked = ("conversations", "entries", "wraps", "mailboxes", "rosters", "staff")
        found = [session.scalar(text(f"SELECT count(*) FROM {table}")) or 0 for table in asked]  # noqa: S608  names from above
    database.close()
    return found
