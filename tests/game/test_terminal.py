"""A story is read in the terminal as in the window: the same saves, and no input that ends in a traceback."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from game.story.saves import Saves
from tests.game import started
from tests.game.started import read
from tests.game.story import packs

if TYPE_CHECKING:
    from pathlib import Path

END = "This is as far as the story goes."
KEPT = "Your place is kept."


def chosen(home: Path) -> list[int | None]:
    """Returns the choices that led to the newest save of the tiny story."""
    saves = Saves(home / "saves")
    info = saves.latest("tiny")
    assert info is not None
    return [turn.chosen for turn in saves.load(info).turns]


def told(done: subprocess.CompletedProcess[str]) -> str:
    """Returns what was printed, in one line, where nothing went wrong besides."""
    assert "Traceback" not in done.stderr
    return " ".join(done.stdout.split())


def test_a_whole_story_is_read_by_numbers(tmp_path: Path, shipped: Path) -> None:
    """Always taking the first choice leads through the shipped story to its end, with exit code 0 and a save at the end."""
    assert shipped.is_dir()
    done = read(tmp_path, "1\n" * 60)
    text = told(done)
    assert (done.returncode, END in text) == (0, True)
    assert len(text.split()) > 11_000
    saves = Saves(tmp_path / "saves")
    latest = saves.latest("second-verse")
    assert latest is not None
    assert saves.load(latest).endings == ("left_with_support",)


def test_a_page_says_what_the_window_shows(tmp_path: Path, yard: Path) -> None:
    """A picture and a sound are told in words, a speaker by name, the prompt above numbered choices, the content note first."""
    lines = [line for line in read(tmp_path, "q\n", shipped=yard).stdout.splitlines() if line]
    assert lines[:4] == ["The Yard", "Nothing happens.", "Type the number of a choice, or ? for help.", "[A yard in the rain.]"]
    assert lines[4] == "[a bell far off]"
    assert lines[7:11] == ["Mr Two Seeded: “Come in,” says the door.", "The door stands open.", "1  Go in.", "2  Stay out."]
    assert lines[11] == f"> {KEPT}"


@pytest.mark.parametrize(
    ("answers", "sentence", "ways"),
    [
        ("?\nq\n", "begins the story anew", [None]),
        ("2\nq\n", "You get wet.", [1, None]),
        ("2\nb\n1\nq\n", "Inside it is warm.", [0, None]),
        ("2\nb\nf\nq\n", "You get wet.", [1, None]),
        ("b\nq\n", "There is nothing there.", [None]),
        ("f\nq\n", "There is nothing there.", [None]),
        ("k\nq\n", "“Größer, 東京, שלום.”", [None, None]),
        ("1\ns\nn\nl\nq\n", "Saved.", [0, None]),
        ("l\nq\n", "Nothing has been saved yet.", [None]),
        ("1\nn\nq\n", "Come in", [None]),
        ("Q\n", KEPT, [None]),
        ("3\n0\n-1\n1 2\nx\n" + "9" * 5000 + "\n٢\n²\n\nq\n", "Type the number of a choice, or ? for help.", [None]),
    ],
)
def test_every_order_does_what_help_says(tmp_path: Path, yard: Path, answers: str, sentence: str, ways: list[int | None]) -> None:
    """Each letter of the help, and each wrong answer, is answered in words and leaves the journey where it says."""
    done = read(tmp_path, answers, shipped=yard)
    assert sentence in told(done)
    assert done.returncode == 0
    assert chosen(tmp_path) == ways


def test_input_that_ends_keeps_the_place(tmp_path: Path, yard: Path) -> None:
    """Where the input ends, the exit code is 4, and the next start goes on at that very page; the end of the story gives 0."""
    done = read(tmp_path, "2\n", shipped=yard)
    assert (done.returncode, f"The input ended. {KEPT}" in told(done)) == (4, True)
    again = read(tmp_path, "1\n", shipped=yard)
    assert "You go on where you were." in told(again)
    assert (again.returncode, "You get wet." in told(again), END in told(again)) == (0, True, True)


def test_a_finished_story_can_be_begun_anew(tmp_path: Path, yard: Path) -> None:
    """Who comes back to a story that is over can turn back or begin anew, instead of being shown out."""
    read(tmp_path, "1\n1\n", shipped=yard)
    assert "Inside it is warm." in told(read(tmp_path, "b\nq\n", shipped=yard))
    read(tmp_path, "1\n", shipped=yard)
    assert "You get wet." in told(read(tmp_path, "n\n2\nq\n", shipped=yard))


def test_no_story_at_all(tmp_path: Path) -> None:
    """With no story on the shelf, one sentence says where to put one, and the exit code is 3."""
    done = read(tmp_path, "", shipped=started.shelf(tmp_path / "shipped", {}))
    assert done.returncode == 3
    assert f"Put a .story file into {tmp_path / 'stories'} and start again." in told(done).replace("- ", "-")


def test_a_broken_story_is_named_with_its_reason(tmp_path: Path, tiny: bytes) -> None:
    """A story file that cannot be read is told of by name, the other stories can be read, and alone it gives exit code 3."""
    broken = started.shelf(tmp_path / "broken", {"broken": tiny[: len(tiny) // 2]})
    alone = read(tmp_path, "", shipped=broken)
    assert (alone.returncode, "broken.story: " in told(alone)) == (3, True)
    beside = read(tmp_path, "q\n", shipped=started.shelf(broken, {"tiny": tiny}))
    assert (beside.returncode, "broken.story: " in told(beside), "Go in." in told(beside)) == (0, True, True)
    named = read(tmp_path, "", "--story", str(broken / "broken.story"))
    assert named.returncode == 3
    assert told(named)


def test_a_story_is_chosen_by_number(tmp_path: Path, tiny: bytes, yard: Path) -> None:
    """With several stories, a number chooses one, anything else is asked again, and q leaves."""
    (yard / "copy.story").write_bytes(tiny)
    (tmp_path / "stories").mkdir()
    other = packs.packed({"ink/en.ink.json": b"{}"}, id="other", title={"en": "Another"})
    (tmp_path / "stories" / "other.story").write_bytes(other)
    done = read(tmp_path, "7\n\nyes\n2\nq\n", shipped=yard)
    assert "1 Another 2 The Yard Which story?" in told(done)
    assert told(done).count("Please type a number from 1 to 2, or q to leave.") == 3
    assert (done.returncode, "Go in." in told(done)) == (0, True)
    assert read(tmp_path, "q\n", shipped=yard).returncode == 0


def test_a_story_from_anywhere_is_opened_by_its_file(tmp_path: Path, tiny: bytes, shipped: Path) -> None:
    """--story reads that file; that nobody known signed it is said."""
    (tmp_path / "given.story").write_bytes(tiny)
    done = read(tmp_path, "q\n", "--story", str(tmp_path / "given.story"))
    assert shipped.is_dir()
    assert (done.returncode, "This story is not signed" in told(done), "Go in." in told(done)) == (0, True, True)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_cannot_show_a_letter(tmp_path: Path, yard: Path, encoding: str) -> None:
    """A terminal without the story's letters shows marks in their place, and takes bytes that are no letters for a wrong answer."""
    done = read(tmp_path, b"\xff\xfe\n1\n1\n", shipped=yard, PYTHONIOENCODING=encoding)
    assert (done.returncode, "Traceback" in done.stderr, "??, ????." in done.stdout) == (0, False, True)


def test_bytes_that_are_no_letters(tmp_path: Path, yard: Path) -> None:
    """A spoilt byte on the way in is a wrong answer and nothing more."""
    done = read(tmp_path, b"\xff\xfe\n1\n1\n", shipped=yard)
    assert (done.returncode, END in told(done)) == (0, True)


@pytest.mark.parametrize("width", [20, 40])
def test_lines_fit_the_terminal(tmp_path: Path, yard: Path, width: int) -> None:
    """No line is wider than the terminal."""
    done = read(tmp_path, "?\n1\nq\n", shipped=yard, COLUMNS=str(width))
    assert max(len(line.removeprefix("> ")) for line in done.stdout.splitlines()) <= width
    assert done.returncode == 0


def test_a_story_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Codes for the terminal in a story's title, note or names arrive there without what makes them codes."""
    story = packs.packed({"ink/en.ink.json": b"{}"}, id="tiny", title={"en": "A\x1b]0;owned\x07B\x9b2J"}, content_note={"en": "\x1b[2J"})
    done = read(tmp_path, "q\n", shipped=started.shelf(tmp_path / "shipped", {"tiny": story}))
    assert not set(done.stdout) & {"\x1b", "\x07", "\x9b"}


def test_a_home_that_cannot_be_written(tmp_path: Path, yard: Path) -> None:
    """Below a file there can be no folder: the story is read all the same, once it is said why, and nobody is promised a kept place."""
    (tmp_path / "file").write_text("not a folder", "utf-8")
    done = read(tmp_path / "file" / "home", "1\nb\ns\nq\n", shipped=yard)
    text = told(done)
    assert (done.returncode, "Inside it is warm." in text, KEPT in text) == (0, True, False)
    assert text.count("The game could not be saved") == 2  # once by itself, once because saving was asked for
    assert "Your place could not be kept." in text
    ended = read(tmp_path / "file" / "home", "", shipped=yard)
    assert (ended.returncode, "The input ended. Your place could not be kept." in told(ended)) == (4, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
def test_a_full_disk_costs_no_save(tmp_path: Path, yard: Path) -> None:
    """Where no file can grow, the player is told, every save stays as it was, and the next start goes on from the last of them."""
    import resource

    read(tmp_path, "2\ns\nq\n", shipped=yard)
    before = started.written(tmp_path / "saves")
    done = read(tmp_path, "b\ns\nq\n", shipped=yard, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)))
    text = told(done)
    assert (done.returncode, "could not be saved" in text, "Your place could not be kept." in text) == (0, True, True)
    assert started.written(tmp_path / "saves") == before
    assert "You get wet." in told(read(tmp_path, "q\n", shipped=yard))


def test_without_a_screen_the_terminal_takes_over(tmp_path: Path, yard: Path) -> None:
    """With no display, the window's place is taken by the terminal, which says why."""
    done = read(tmp_path, "1\n1\n", shipped=yard, text=False)
    assert done.returncode == 0
    assert told(done).startswith("No window can be opened here (")
    assert END in told(done)


def test_the_interface_speaks_the_language_asked_for(tmp_path: Path, yard: Path) -> None:
    """--lang changes the interface's words, and a language that nobody knows is English."""
    assert "Type the number" in told(read(tmp_path, "q\n", "--lang", "xx", shipped=yard))
    assert "Type the number" not in told(read(tmp_path, "q\n", "--lang", "en-XA", shipped=yard))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to the whole console, the tests included")
def test_ctrl_c_ends_without_a_traceback(tmp_path: Path, yard: Path) -> None:
    """Ctrl-C at the question ends with 130 and an empty line; the place is kept."""
    environment = started.environment(tmp_path)
    with subprocess.Popen(
        [*started.command(yard), "--text"],
        cwd=started.ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as game:
        assert game.stdout is not None
        while game.stdout.read(1) not in {b">", b""}:
            pass
        game.send_signal(signal.SIGINT)
        _, complaints = game.communicate(timeout=started.SECONDS)
    assert (game.returncode, complaints) == (130, b"\n")
    assert chosen(tmp_path) == [None]


def test_a_reader_who_stops_listening(tmp_path: Path, yard: Path) -> None:
    """Where the other end of the pipe is closed, as `head` does it, the game ends quietly."""
    with subprocess.Popen(
        [*started.command(yard), "--text"],
        cwd=started.ROOT,
        env=started.environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as game:
        assert game.stdout is not None
        game.stdout.close()
        complaints = game.stderr.read() if game.stderr else b""
    assert (game.returncode, complaints) == (0, b"")
