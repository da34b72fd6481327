"""Contact leaves nothing behind: not in logs, not in errors, not on disk; and on the wire nothing but sealed bytes in classes of size."""

from __future__ import annotations

import contextlib
import json
import logging
import re
import secrets
import subprocess
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game.contact import phrase
from game.contact.errors import ContactError
from game.contact.thread import Letter
from tests.game.contact.wire import Cut

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from game.contact.phrase import Phrase
    from game.contact.post import Ticket
    from tests.game.contact.conftest import Game, Office
    from tests.game.contact.wire import Message

ROOT = Path(__file__).parents[3]
# Made anew in each run, so that no line of source holds them.
MARKER, GOAL = secrets.token_hex(12), secrets.token_hex(12)
CLASSES = {1024 * 4**step for step in range(6)}
PATHS = {"challenge", "session", "look", "open", "keep", "begin", "send", "read", "rekey", "share", "erase", "directory"}


def journey(office: Office, game: Game, mine: Phrase) -> None:
    """Goes the whole way: first letter, answer, agreement, another counsellor, deletion."""
    thread = game.wait(game.contact.first(mine, "letters", MARKER))
    office.maren.take_on(thread.id)
    office.maren.write(thread.id, f"Answer to {MARKER}")
    game.wait(game.contact.read(thread.id))
    game.wait(game.contact.write(thread.id, f"Again {MARKER}"))
    game.wait(game.contact.propose(thread.id, (GOAL,), "", "", ""))
    thread = game.wait(game.contact.swap(thread.id, "talk", history=True))
    own = next(item for item in thread.items if isinstance(item, Letter) and item.mine)
    game.wait(game.contact.delete_letter(thread.id, own.id))
    game.wait(game.contact.come_back(mine))


@pytest.fixture
def logged() -> Generator[list[str]]:
    """Gives every line that anything logs, at any level."""
    lines: list[str] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.name} {record.getMessage()} {record.exc_info}")

    root, keeper = logging.getLogger(), Keeper()
    level = root.level
    root.setLevel(logging.DEBUG)
    root.addHandler(keeper)
    yield lines
    root.removeHandler(keeper)
    root.setLevel(level)


def test_17_nothing_of_contact_is_logged(office: Office, game: Game, logged: list[str]) -> None:
    """On the whole way, with a broken line too, no logger says a word: neither what was written, nor that anything was."""
    journey(office, game, phrase.make("en"))
    office.house.wire.cut_next(0, Cut.UNHEARD)
    ticket = game.contact.another("letters", MARKER)
    with pytest.raises(ContactError):
        game.wait(ticket)
    assert logged == []


# Words that the protocol itself has, and that a phrase may have by chance.
_SPOKEN = frozenset({"open", "begin", "session", "first", "later", "send", "read", "look", "keep", "share"})


def test_18_the_wire_carries_sealed_bytes_only(office: Office, game: Game) -> None:
    """Nothing that was written, wished or typed goes over the wire; addresses are fixed, sizes come in classes, no cookie is sent."""
    mine, before = phrase.make("en"), len(office.house.wire.seen)
    while _SPOKEN & {*mine.words}:
        mine = phrase.make("en")
    journey(office, game, mine)
    messages: list[Message] = office.house.wire.seen[before:]
    assert len(messages) > 15
    for message in messages:
        assert message.path.removeprefix("/api/v1/") in PATHS
        _, _, body = message.asked.partition(b"\r\n\r\n")
        answer = message.answered.partition(b"\r\n\r\n")[2]
        assert len(answer) in CLASSES
        assert not body or len(body) in CLASSES
        both = message.asked.lower() + message.answered.lower()
        assert b"cookie" not in message.asked.lower()
        assert MARKER.encode() not in both
        assert GOAL.encode() not in both
        said = json.loads(body) if body else {}
        assert not [word for word in mine.words if any(str(value).lower() == word for value in said.values())]
        assert mine.text().encode() not in both


def test_nothing_is_written_to_disk(office: Office, game: Game, tmp_path: Path, home: Path) -> None:
    """After the whole way, the player's folder, the home and the temporary folder are as they were."""
    before = sorted(path for folder in (tmp_path, home) for path in folder.rglob("*"))
    journey(office, game, phrase.make("en"))
    assert not game.folder.exists()
    assert sorted(path for folder in (tmp_path, home) for path in folder.rglob("*")) == before


def test_errors_tell_nothing(office: Office, play: Callable[[], Game]) -> None:
    """Whatever goes wrong, the error's sentence, its printed form and its whole traceback hold nothing that was written."""
    mine, wire = phrase.make("en"), office.house.wire
    game = play()
    thread = game.wait(game.contact.first(mine, "letters", MARKER))
    faults: list[ContactError] = []
    for cut in Cut:
        wire.cut_next(0, cut)
        begin: tuple[Callable[[], Ticket[Any]], ...] = (
            lambda: game.contact.write(thread.id, MARKER),
            lambda: play().contact.come_back(mine),
            lambda: game.contact.write(thread.id, MARKER * 2000),
            lambda: game.contact.first(mine, MARKER, MARKER),
            lambda: game.contact.agree(bytes(16), MARKER.encode()),
        )
        for act in begin:
            with contextlib.suppress(ContactError):
                ticket = act()
                game.wait(ticket)
            faults += [ticket.error] if ticket.error else []
    assert len(faults) > 10
    for fault in faults:
        shown = f"{fault} {fault!r} {''.join(traceback.format_exception(fault))}"
        assert MARKER not in shown
        assert mine.words[0] not in str(fault)


_SHELF = """
import sys
from pathlib import Path
from game.app import App, Options
from game.paths import below
from game.settings import SettingsFile

paths = below(Path(sys.argv[1]))
app = App(paths, SettingsFile(paths.settings), Options())
app._began_sound = True
app.begin()
app.frame()
app.shell.pictures.close()
names = ("urllib3", "mnemonic", "socks", "certifi", "game.contact.correspondence", "game.contact.line")
print(sorted(name for name in names if name in sys.modules))
"""


def test_the_shelf_loads_nothing_of_contact(tmp_path: Path) -> None:
    """A start that does not open contact loads no network, no word lists and none of contact's own machinery."""
    done = subprocess.run([sys.executable, "-c", _SHELF, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_no_sentence_takes_a_value_that_somebody_wrote() -> None:
    """The sentences of contact's errors hold no place for words, names or ids; what they name is a file, a code or a number."""
    found = set()
    for path in (ROOT / "game" / "contact").glob("*.py"):
        for sentence in re.findall(r"marked\(\s*((?:\"[^\"]*\"\s*)+)\)", path.read_text("utf-8")):
            found |= set(re.findall(r"\{(\w+)\}", sentence))
    assert found <= {"name", "code", "count"}


def test_contact_has_no_logger() -> None:
    """No module that handles contact has a logger at all; the help directories, which are not contact, may."""
    sources = {path.name: path.read_text("utf-8") for path in (ROOT / "game" / "contact").glob("*.py")}
    assert [name for name, text in sources.items() if "getLogger(__name__)" in text] == ["directory.py"]
    assert not [name for name, text in sources.items() if "print(" in text.replace("fingerprint(", "")]
