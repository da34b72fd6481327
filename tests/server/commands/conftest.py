"""An organisation that was set up with the operator's commands alone, as docs/operators.md says, and has a letter."""

from __future__ import annotations

import re
import secrets
import shlex
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from server.config import Config, load
from tests.server import cluster as clusters
from tests.server.client import Client, Counsellor, Thread
from tests.server.commands import office, programs
from tests.server.conftest import free_port
from tests.server.wires import ProcessWire, get

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from tests.server.client import Json

WORDS = "six random words are good enough"
PAGE = (Path(__file__).parents[3] / "docs" / "operators.md").read_text("utf-8")


@dataclass
class Lived:
    """What an operator has after the first letter, and who wrote and answers it."""

    folder: Path
    key: Path
    backup: Path
    port: int
    # What DATABASE_URL says; nothing for the file in the data folder.
    url: str
    printed: str
    admin: Counsellor
    maren: Counsellor
    client: Client
    before: Thread
    after: Thread
    directory: Json
    said: dict[str, str] = field(default_factory=dict)

    @property
    def more(self) -> dict[str, str]:
        """Returns the environment of the operator's commands."""
        return surroundings(self.url)

    def settings(self) -> Config:
        """Returns the configuration, as the commands read it."""
        return load(self.folder, self.more)


def surroundings(url: str) -> dict[str, str]:
    """Returns the environment that names a database."""
    return {"DATABASE_URL": url} if url else {}


def shown(beginning: str) -> list[str]:
    """Returns a command as the operators' page shows it, in pieces, without the program's name."""
    (line,) = re.findall(rf"^threshold-server {beginning}.*$", PAGE, re.MULTILINE)
    return shlex.split(line, comments=True)[1:]


@pytest.fixture(scope="session")
def new_database(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Returns what makes an empty database: one in PostgreSQL, or nothing, because the commands make the file themselves."""

    def made(kind: str) -> str:
        """Returns its address."""
        if kind == "sqlite":
            return ""
        cluster, name = request.getfixturevalue("cluster"), f"c{secrets.token_hex(6)}"
        clusters.order(cluster, f"CREATE DATABASE {name}")
        return clusters.url(cluster, name)

    return made


@contextmanager
def wired(port: int) -> Generator[Callable[[], ProcessWire]]:
    """Gives what makes lines to a port, and closes them afterwards."""
    made: list[ProcessWire] = []

    def wire() -> ProcessWire:
        made.append(ProcessWire(port))
        return made[-1]

    yield wire
    for one in made:
        one.close()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_database: Callable[[str], str]) -> Lived:
    """Sets an organisation up as the operators' page says, and lives through its first letters."""
    home = tmp_path_factory.mktemp(str(request.param))
    folder, key, port, url = home / "threshold", home / "root.key", free_port(), new_database(str(request.param))
    more, said = surroundings(url), dict[str, str]()
    begin = [str(folder) if one == "/srv/threshold" else one for one in shown("--folder /srv/threshold init")]
    begin[begin.index("https://help.example.org")] = f"http://localhost:{port}"
    asked = [("A passphrase for the root key", WORDS), ("Once more", WORDS)]
    ended = programs.typed([*begin, "--port", port], asked, home, more)
    assert ended.returncode == 0, ended.stdout
    said["init"] = ended.stdout
    on = ("--folder", folder)
    with programs.serving(folder, port, more), wired(port) as wire:
        admin = office.enrol(wire(), office.token_in(ended.stdout))
        said["invite"] = programs.done(*on, "invite", "maren", "--kind", "former", "--language", "de", more=more)
        maren = office.enrol(wire(), office.token_in(said["invite"]))
        office.offer(admin, [maren])
        _sign(home, folder, more, said)
        client = Client(wire(), f"http://localhost:{port}")
        before = client.open([maren.person], "is anybody there?", office.OFFER)
        said["backup"] = programs.done(*on, "backup", home / "backup", more=more)
        after = Client(wire(), client.origin).open([maren.person], "and me?", office.OFFER)
        said["check"] = programs.done(*on, "check", more=more)
        directory = get(client.wire, "/api/v1/directory").body
        said["show"] = programs.done(*on, "roster", "show", more=more)
    return Lived(folder, key, home / "backup", port, url, ended.stdout, admin, maren, client, before, after, directory, said)


def _sign(home: Path, folder: Path, more: dict[str, str], said: dict[str, str]) -> None:
    """Drafts, signs and publishes the list with the three commands of the operators' page, or with the one where the key is not away."""
    asked = [("by voice?", "yes"), ("Passphrase of the root key", WORDS)]
    if more:
        ended = programs.typed(["--folder", folder, "roster", "sign", "--key", home / "root.key"], asked, home, more)
        assert ended.returncode == 0, ended.stdout
        said["sign"] = ended.stdout
        return
    away = home / "offline"
    away.mkdir()
    shutil.copy(home / "root.key", away)
    said["draft"] = programs.done("--folder", folder, *shown("roster draft"), cwd=home, more=more)
    (home / "next.json").rename(away / "next.json")
    ended = programs.typed(shown("roster sign next.json"), asked, away)
    assert ended.returncode == 0, ended.stdout
    said["sign"] = ended.stdout
    (away / "signed.json").rename(home / "signed.json")
    said["sign"] += programs.done("--folder", folder, *shown("roster publish"), cwd=home, more=more)


@dataclass
class Made:
    """A data folder right after `init`, and what was printed."""

    folder: Path
    key: Path
    words: Path
    printed: str


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Makes an organisation with a passphrase from a pipe."""
    home = tmp_path_factory.mktemp("template")
    folder = home / "data"
    asked = ("--folder", folder, "init", "--name", "Lantern", "--origin", "http://localhost:9", "--passphrase-file", "/dev/stdin")
    printed = programs.done(*asked, said=WORDS + "\n", cwd=home)
    (home / "words").write_text(WORDS + "\nthe rest of the file is nothing to it\n", "utf-8")
    return Made(folder, home / "root.key", home / "words", printed)


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    """Returns a copy of a new organisation."""
    shutil.copytree(template.folder, tmp_path / "data")
    for path in (template.key, template.words):
        shutil.copy2(path, tmp_path)
    return Made(tmp_path / "data", tmp_path / "root.key", tmp_path / "words", template.printed)
