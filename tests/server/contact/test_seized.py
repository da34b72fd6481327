"""A server that is seized while it runs: disk, backup, log, what the system knows of its processes, and their memory."""

from __future__ import annotations

import base64
import datetime as dt
import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import psutil
import pytest

from game.contact import configuration, phrase
from game.contact.correspondence import Correspondence
from game.contact.offers import Wishes, matching
from game.contact.thread import Letter
from tests.server.client import OFFER, Person, Thread, b64, read, rekey, send, unb64
from tests.server.commands import programs
from tests.server.dump import files, heap, rows, word_forms
from tests.server.wires import get

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from io import FileIO

    from game.contact.phrase import Phrase
    from game.contact.post import Ticket
    from server.config import Config
    from tests.server.client import Counsellor, Json
    from tests.server.organisation import Organisation
    from tests.server.wires import ProcessWire

    Served = Callable[[Config], AbstractContextManager[subprocess.Popen[bytes]]]
    T = TypeVar("T")

# What is written, by either side, and what is only wished for on the device.
WORDS = (
    "kingfisher over the weir",
    "marzipan lighthouse",
    "my brother Thaddeus Quillfeather",
    "goal: no more midnight rallies",
    "rhythm of every second Tuesday",
    "rule: nobody phones my school",
    "answered with a paper aeroplane",
    "could somebody older",
)
NAMES = ("Thaddeus", "Quillfeather")
WISHED = ("wish-for-a-survivor", "wish-for-evenings", "wish-about-my-cousin")
ADDRESSES = ("203.0.113.77", "127.0.0.1")
AGENT = "NosyBrowser/9.1 (a phone in a tram)"
# What comes to the server in the clear, so that its memory may have seen it; nothing may keep it.
SEEN = (AGENT, "NosyBrowser", "elsewhere.example", "path-of-secrets")
PATIENCE = 30.0
LINUX = pytest.mark.skipif(not Path("/proc/self/pagemap").exists(), reason="looks into /proc")
LARGE = {"memory", "PostgreSQL's folder"}
# A page in memory or in the swap, in Linux's pagemap.
PRESENT = 3 << 62


class Known(Person):
    """A client as a counsellor knows them: by the public halves of their keys."""

    said: Json

    @classmethod
    def named(cls, letter: Json) -> Known:
        """Returns whom a first letter names."""
        made = cls()
        object.__setattr__(made, "said", letter["members"][0])
        return made

    @property
    def pid(self) -> bytes:
        """Returns the participant's id."""
        return unb64(self.said["pid"])

    @property
    def box(self) -> bytes:
        """Returns the public box key."""
        return unb64(self.said["box"])

    def member(self) -> Json:
        """Returns what a list of members says."""
        return self.said


def _wait(ticket: Ticket[T]) -> T:
    """Returns what comes of a piece of the game's work."""
    until = time.monotonic() + PATIENCE
    while not ticket.ended and time.monotonic() < until:
        time.sleep(0.01)
    return ticket.result


def _game(organisation: Organisation, home: Path) -> Correspondence:
    """Returns the game's own correspondence with a server, as a build with its pin has it."""
    pin = "threshold1:" + b64(organisation.deployment + bytes(organisation.root.verify_key))
    path = home / "threshold.toml"
    path.write_text(f'origin = "{organisation.house.config.origin}"\npin = "{pin}"\n', "utf-8")
    found = configuration.read(path)
    assert found is not None
    return Correspondence(found, "en", lambda: None, home)


def _writes(game: Correspondence, words: Phrase) -> bytes:
    """Wishes, picks an offer on the device, writes, and asks for somebody older; returns the conversation."""
    directory = _wait(game.directory())
    wishes = Wishes(kinds=frozenset(WISHED[:1]), times=frozenset(WISHED[1:2]), topics=frozenset(WISHED[2:]), own_age=16)
    picked = matching(directory, wishes)[0].offer.id
    assert picked == OFFER
    thread = _wait(game.first(words, picked, f"{WORDS[0]}. {WORDS[2]} must not know."))
    return thread.id


def _answers(organisation: Organisation, wire: ProcessWire, conversation: bytes) -> tuple[Counsellor, Thread]:
    """Has Maren read, take it on, answer and propose what it is for."""
    maren, hers = organisation.counsellor(wire, "maren"), Thread(conversation)
    (said,) = hers.take(maren.person, read(maren, hers).body)
    assert WORDS[2] in said["text"]
    assert maren.post("claim", conversation=b64(conversation)).status == 200
    assert rekey(maren, hers, [Known.named(said), maren.person], "accept").status == 200
    assert send(maren, hers, {"t": "text", "text": WORDS[6]}).status == 200
    agreement = {"id": b64(os.urandom(16)), "goals": [WORDS[3]], "form": "letters", "rhythm": WORDS[4], "rules": WORDS[5]}
    assert send(maren, hers, {"t": "agreement", **agreement}).status == 200
    return maren, hers


def _goes_on(game: Correspondence, conversation: bytes) -> None:
    """Has the writer read the answer, agree, write again, and ask for somebody else."""
    thread = _wait(game.read(conversation))
    assert [item.text for item in thread.items if isinstance(item, Letter)][-1] == WORDS[6]
    _wait(game.write(conversation, WORDS[1]))
    _wait(game.propose(conversation, (WORDS[3],), "letters", WORDS[4], WORDS[5]))
    _wait(game.ask(conversation, "someone", WORDS[7]))


def _looks_around(wire: ProcessWire) -> None:
    """Comes by with a browser that says a lot of itself, on good paths and bad ones."""
    for path in ("/", "/console/", f"/{SEEN[3]}", "/api/v1/directory"):
        get(wire, path, {"User-Agent": AGENT, "Referer": f"https://{SEEN[2]}/"})


def _marks(words: Phrase, deployment: bytes) -> dict[str, bytes]:
    """Returns what must be nowhere on a seized machine, its memory included, by what it is."""
    # Two of these words may well stand beside each other in some text of a library; three do not.
    typed = [words.text(), "-".join(words.words), "".join(words.words), *(" ".join(words.words[at : at + 3]) for at in range(5))]
    plain = [*WORDS, *NAMES, *WISHED, *typed]
    found = {f"{word!r} as {form}": mark for word in plain for form, mark in word_forms(word).items()}
    return found | {f"the {name} seed": seed for name, seed in _seeds(words, deployment).items()}


def _seeds(words: Phrase, deployment: bytes) -> dict[str, bytes]:
    """Returns what a phrase leads to, from the protocol's page alone."""
    from tests.contract.primitives import argon2, h16, kdf, phrase_text

    seed = argon2(phrase_text(words.text()), h16(b"threshold phrase v1" + deployment))
    return {"phrase's": seed, "login": kdf(seed, 1, b"thrlogin"), "box": kdf(seed, 2, b"thr__box"), "vault": kdf(seed, 3, b"thrvault")}


def _of_processes(process: subprocess.Popen[bytes]) -> bytes:
    """Returns what the system tells of a server's processes: environment, command line, names, open files."""
    found = b""
    for one in (psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)):
        for name in ("environ", "cmdline", "comm", "status", "maps"):
            found += Path(f"/proc/{one.pid}/{name}").read_bytes()
        with suppress(psutil.Error):
            found += repr(one.open_files()).encode()
    return found


def _memory(process: subprocess.Popen[bytes]) -> bytes:
    """Returns the writable memory of a server's processes, as far as this user may read it."""
    found: list[bytes] = []
    for one in (psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)):
        place = Path(f"/proc/{one.pid}")
        with suppress(PermissionError), (place / "mem").open("rb", 0) as memory, (place / "pagemap").open("rb", 0) as pages:
            for line in (place / "maps").read_text("utf-8").splitlines():
                span, rights, *_ = line.split()
                if rights.startswith("rw"):
                    begin, end = (int(side, 16) for side in span.split("-"))
                    found += _there(memory, pages, begin, end)
    return b"".join(found)


def _there(memory: FileIO, pages: FileIO, begin: int, end: int) -> Iterator[bytes]:
    """Yields what is really there of a stretch of memory: most of a thread's stack was never touched."""
    size = os.sysconf("SC_PAGE_SIZE")
    pages.seek(begin // size * 8)
    marks = memoryview(pages.read((end - begin) // size * 8)).cast("Q")
    for number, mark in enumerate(marks):
        if mark & PRESENT:
            memory.seek(begin + number * size)
            with suppress(OSError):
                yield memory.read(size).rstrip(b"\0")


@LINUX
def test_24_a_seized_server_tells_nothing_of_who_wrote_what(
    organisation: Organisation, served: Served, wire_from: Callable[[str], ProcessWire], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """After a journey with the real game, everything that a seizure takes holds no word, wish, name, phrase, address, agent or time."""
    house = organisation.house
    folder, home, copy, later = house.config.folder, tmp_path / "player", tmp_path / "backup-1", tmp_path / "backup-2"
    home.mkdir()
    words = phrase.make("en")
    with served(house.config) as process:
        game = _game(organisation, home)
        conversation = _writes(game, words)
        programs.done("--folder", folder, "backup", copy)
        _answers(organisation, wire_from(ADDRESSES[0]), conversation)
        _goes_on(game, conversation)
        _looks_around(wire_from(ADDRESSES[0]))
        programs.done("--folder", folder, "backup", later)
        running = {"processes": _of_processes(process), "disk while it runs": files(folder), "memory": _memory(process)}
        game.stop()
        game.join(10)
    log = (tmp_path / "server.log").read_bytes()
    taken = {
        **running,
        "rows": rows(house),
        "database's own files": heap(house),
        "disk": files(folder),
        "backup": copy.read_bytes() + later.read_bytes(),
        "log": log,
        "names of files": "\n".join(str(path) for path in tmp_path.rglob("*")).encode(),
    }
    if not house.database.is_sqlite:
        taken["PostgreSQL's folder"] = re.sub(rb"\0{100,}", b"\0", files(request.getfixturevalue("cluster")))
    assert conversation in taken["rows"]
    assert conversation in taken["backup"]
    for what, mark in _marks(words, organisation.deployment).items():
        for place, kept in taken.items():
            # What is large is searched for words as they are written; what is small, in every disguise.
            if place not in LARGE or what.endswith(("text", "seed")):
                assert mark not in kept, f"{what} is in the {place}"
    del taken["memory"]
    for word in SEEN:
        for place, kept in taken.items():
            assert word.encode() not in kept, f"{word} is in the {place}"
    _no_address_and_no_time({name: kept for name, kept in taken.items() if name in {"rows", "disk", "backup", "log"}}, house.config)


def _no_address_and_no_time(taken: dict[str, bytes], config: Config) -> None:
    """Holds what is at rest against addresses, and any time finer than a day."""
    today = dt.datetime.now(dt.UTC).date()
    now = int(time.time())
    assert today.isoformat().encode() in taken["rows"]
    for place, kept in taken.items():
        # The log says where the server listens, which is no visitor's address.
        said = kept.replace(f"http://{config.listen}:{config.port}".encode(), b"")
        for mark in ADDRESSES:
            assert mark.encode() not in said, (mark, place)
        assert not re.search(rb"[0-2]\d:[0-5]\d:[0-5]\d", said), place
    assert not any(str(second).encode() in kept for second in range(now - 120, now + 1) for kept in taken.values())


@LINUX
def test_24_the_search_would_find_what_is_there(organisation: Organisation, served: Served) -> None:
    """The same search finds what a server must know: its own address in its memory and files, and the staff's names in its rows."""
    house = organisation.house
    with served(house.config) as process:
        assert house.config.origin.encode() in _memory(process) or os.geteuid() != 0
        assert str(house.config.folder).encode() in _of_processes(process)
    assert house.config.origin.encode() in files(house.config.folder)
    assert b"Maren" in rows(house)
    for before in range(3):
        hidden = base64.b64encode(b"x" * before + b"kingfisher" + b" over")
        assert any(mark in hidden for mark in word_forms("kingfisher").values())
