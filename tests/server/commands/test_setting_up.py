"""`init` and `invite`: what they refuse, in one plain sentence, and that nothing half made stays behind."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

import pytest

from server import config, root
from server.cli import main
from server.errors import ConfigurationError
from server.wire import decode
from tests.server.commands import office, programs
from tests.server.commands.conftest import WORDS, wired
from tests.server.conftest import free_port

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.commands.conftest import Made

NAMED = ("init", "--name", "Lantern", "--origin", "http://localhost:9")


def _refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """Runs a command that must be refused, and returns the one sentence that it says."""
    assert main([str(one) for one in arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"[^\n]{10,400}\n", said.err), said.err
    assert "Error" not in said.err
    return said.err.strip()


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """Returns a file with a good passphrase."""
    path = tmp_path / "words"
    path.write_text(WORDS + "\n", "utf-8")
    return path


def test_init_takes_the_passphrase_from_a_pipe(template: Made) -> None:
    """With /dev/stdin the passphrase comes through a pipe, and its file opens with these words only."""
    assert "Lantern is ready in" in template.printed
    public = bytes(root.load(template.key, WORDS).verify_key)
    pin = re.search(r'pin = "threshold1:([\w-]+)"', template.printed)
    assert pin is not None
    assert decode(pin[1])[16:] == public
    for wrong in (WORDS + " ", WORDS.upper(), "", "another passphrase entirely"):
        with pytest.raises(ConfigurationError, match="passphrase"):
            root.load(template.key, wrong)
    assert WORDS.encode() not in b"".join(path.read_bytes() for path in (template.key, *template.folder.iterdir()))
    assert stat.S_IMODE(template.key.stat().st_mode) == 0o600


def test_init_without_a_terminal_says_how_to_give_the_passphrase(tmp_path: Path) -> None:
    """Where nobody can type, the sentence names the option, and nothing was made."""
    ended = programs.run("--folder", tmp_path / "data", *NAMED)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "Nobody can type the passphrase here: give it with --passphrase-file.\n"
    assert not list(tmp_path.iterdir())


def test_init_typed_twice_differently_makes_nothing(tmp_path: Path) -> None:
    """Two passphrases that differ are told, neither is shown, and nothing was made."""
    asked = [("A passphrase for the root key", WORDS), ("Once more", WORDS + "!")]
    ended = programs.typed(["--folder", tmp_path / "data", *NAMED], asked)
    assert ended.returncode == 1
    assert "The two differ. Nothing was made; please try again." in ended.stdout
    assert "random words are good enough" not in ended.stdout
    assert not list(tmp_path.iterdir())


def test_init_refuses_what_cannot_be_and_leaves_nothing(tmp_path: Path, words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A short passphrase, an address that is none, a database that is not there: each is one sentence, and nothing stays behind."""
    (tmp_path / "short").write_text("too short\n", "utf-8")
    (tmp_path / "noise").write_bytes(b"\xff\xfe\x00")
    before = sorted(tmp_path.iterdir())
    for said, *changed in (
        ("needs 12 letters or more", "--passphrase-file", tmp_path / "short"),
        ("it is no text", "--passphrase-file", tmp_path / "noise"),
        ("No such file", "--passphrase-file", tmp_path / "nothing"),
        ("--origin: an origin is a scheme and a host", "--origin", "help.example.org"),
        ("--origin: an origin without TLS", "--origin", "http://help.example.org"),
        ("--port: input should be less", "--port", "99999"),
        ("--database: a database is an address", "--database", "mysql://here"),
        ("The database cannot be used: connection failed", "--database", "postgresql://nobody:guess@127.0.0.1:1/none"),
        ("name has 1 to 80 letters", "--name", " "),
        ("name has 1 to 80 letters", "--name", "x" * 81),
        ("A sign-in name has 1 to 80 letters", "--administrator", ""),
        ("There is no folder", "--root-key", tmp_path / "nowhere" / "root.key"),
    ):
        told = _refused(capsys, "--folder", tmp_path / "data", *NAMED, "--passphrase-file", words, *changed)
        assert said in told, told
        assert "guess" not in told
        assert sorted(tmp_path.iterdir()) == before, said


def test_init_writes_over_nothing(made: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with an organisation, one with anything else in it, a file in its place, a root key: each stays as it is."""
    (tmp_path / "photos").mkdir(mode=0o755)
    (tmp_path / "photos" / "one").touch()
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    rest = (*NAMED, "--passphrase-file", made.words)
    assert "this folder has an organisation" in _refused(capsys, "--folder", made.folder, *rest, "--root-key", tmp_path / "new.key")
    assert "is not empty" in _refused(capsys, "--folder", tmp_path / "photos", *rest, "--root-key", tmp_path / "new.key")
    assert "is not empty" in _refused(capsys, "--folder", made.words, *rest, "--root-key", tmp_path / "new.key")
    assert "move it away first" in _refused(capsys, "--folder", tmp_path / "data2", *rest, "--root-key", made.key)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == kept
    assert stat.S_IMODE((tmp_path / "photos").stat().st_mode) == 0o755


def test_init_writes_a_configuration_that_says_what_was_asked(tmp_path: Path, words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Marks that mean something to TOML or to a shell come out as they went in."""
    folder = tmp_path / "not there" / 'a folder\'s "data"'
    rest = ("--passphrase-file", str(words), "--port", "8741", "--administrator", " Chief ")
    assert main(["--folder", str(folder), "init", "--name", 'The "Open" Door ', "--origin", "http://localhost:8741/", *rest]) == 0
    said = capsys.readouterr().out
    assert said.startswith('The "Open" Door is ready in')
    assert "2. Enrol “Chief” within 7 days:  http://localhost:8741/console/#enrol/" in said
    assert (tmp_path / "not there" / "root.key").exists()
    settings = config.load(folder, {})
    assert (settings.origin, settings.port, settings.database) == ("http://localhost:8741", 8741, "")


def test_invite_says_what_is_wrong(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """A name in use, an unknown one, a language that is none: each is one sentence for an operator."""
    on = ("--folder", made.folder, "invite")
    assert "--again gives it a new link" in _refused(capsys, *on, "Admin")
    assert "There is no account “nobody”" in _refused(capsys, *on, "nobody", "--again")
    assert "a language is written as" in _refused(capsys, *on, "lena", "--language", "Deutsch!")
    assert main(["--folder", str(made.folder), "invite", "lena", "--role", "counsellor", "--role", "supervisor"]) == 0
    assert office.token_in(capsys.readouterr().out)


def test_a_lost_secret_is_replaced_and_everyone_enrols_anew(made: Made) -> None:
    """Without server.secret the server does not start; with a new one, a new link lets the administrator in again."""
    port, (folder, path) = free_port(), (made.folder, made.folder / "server.secret")
    path.unlink()
    refused = programs.run("--folder", folder, "run")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == f"{path} cannot be read: bring it back from where you keep it, or see docs/operators.md.\n"
    path.write_bytes(bytes(range(32)))
    more = {"THRESHOLD_PORT": str(port), "THRESHOLD_ORIGIN": f"http://localhost:{port}"}
    link = programs.done("--folder", folder, "invite", " ADMIN", "--again", more=more)
    with programs.serving(folder, port, more), wired(port) as wire:
        admin = office.enrol(wire(), office.token_in(link))
        assert [one["name"] for one in admin.post("admin/people").body["people"]] == ["admin"]


def test_run_says_why_it_cannot_begin(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """Keys that are missing or damaged, a later version's database, and one without an organisation are told before anything starts."""
    from sqlalchemy import text

    from server.db import Database

    on = ("--folder", made.folder, "run")
    keys, whole = made.folder / "keys.sqlite", (made.folder / "keys.sqlite").read_bytes()
    keys.unlink()
    assert f"{keys} is missing: bring it back from its mirror" in _refused(capsys, *on)
    assert not keys.exists()
    keys.write_bytes(b"nonsense" * 1000)
    for command in ("run", "sweep"):
        assert "bring it back from its mirror" in _refused(capsys, "--folder", made.folder, command)
    keys.write_bytes(whole)
    database = Database(config.load(made.folder, {}).database_url)
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'tomorrow'"))
    for words in (["sweep"], ["backup", "b"], ["roster", "show"]):
        assert "later version" in _refused(capsys, "--folder", made.folder, *words)
    database.close()
    (made.folder / "threshold.sqlite").unlink()
    assert "another version" in _refused(capsys, "--folder", made.folder, "sweep")
    for beside in ("threshold.sqlite", "threshold.sqlite-wal", "threshold.sqlite-shm"):
        (made.folder / beside).unlink(missing_ok=True)
    ended = programs.run(*on)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "There is no organisation in this database" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_a_configuration_that_cannot_be_is_said_with_its_place(
    made: Made, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands wrong in the file is named there, and what stands wrong in the environment is named as that."""
    path = made.folder / "server.toml"
    good = path.read_text("utf-8")
    for more, told in (
        ("ports = 3\n", "ports: there is no such setting."),
        ("threads = 1\n", "threads: input should be greater than or equal to 2."),
        ("this is no TOML", "cannot be read"),
    ):
        path.write_text(good + more, "utf-8")
        said = _refused(capsys, "--folder", made.folder, "sweep")
        assert said.startswith(str(path))
        assert told in said
    path.write_text(good, "utf-8")
    monkeypatch.setenv("THRESHOLD_PORT", "many")
    assert _refused(capsys, "--folder", made.folder, "sweep").startswith("THRESHOLD_PORT in the environment: ")
    monkeypatch.delenv("THRESHOLD_PORT")
    assert "`threshold-server init` makes it" in _refused(capsys, "--folder", made.folder / "nowhere", "check")
    monkeypatch.setenv("THRESHOLD_DATA", str(made.folder))
    assert main(["sweep"]) == 0
    assert capsys.readouterr().out == "Nothing was past its days.\n"
