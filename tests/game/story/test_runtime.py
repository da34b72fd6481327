"""The story engine behind its limits: nothing a script does reaches the player as more than one sentence."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from game.errors import CueError, StoryError, StoryLimitError, StoryLoadError, StoryPanicError
from game.story import memory
from game.story.limits import Limits
from game.story.page import Line
from game.story.runtime import Story

if TYPE_CHECKING:
    from tests.game.story.inkjs import InkJs


ENDLESS = {
    "a loop": "-> l\n=== l ===\n-> l\n",
    "a loop that counts": "VAR n=0\n-> l\n=== l ===\n~ n=n+1\n-> l\n",
    "a loop of text": "-> l\n=== l ===\nWords and words.\n-> l\n",
    "a line that never ends": "-> l\n=== l ===\nWords <>\n-> l\n",
    "tags for ever": "-> l\n=== l ===\n<># a tag\n-> l\n",
    "recursion": "{f(1)}\n=== function f(k) ===\n~ return f(k+1)\n",
    "tunnels": "-> l ->\n=== l ===\n-> l ->\n->->\n",
    "threads": "-> l\n=== l ===\n<- l\n-> END\n",
    "choices that choose themselves": "-> l\n=== l ===\n+ -> l\n",
    "a text that doubles": 'VAR s="abcdefgh"\n-> l\n=== l ===\n~ s = s + s\n-> l\n',
    "a text that doubles and is said": 'VAR s="abcdefgh"\n-> l\n=== l ===\n~ s = s + s\n{s}\n-> l\n',
    "choices without number": "VAR n=0\n-> l\n=== l ===\n<- c\n~ n=n+1\n{n<100000:-> l}\n-> DONE\n=== c ===\n+ [Choice {n}] -> END\n",
}
PANICS = {
    "division by zero": "VAR n = 0\n{1 / n}\n-> END\n",
    "remainder by zero": "VAR n = 0\n{1 mod n}\n-> END\n",
    "dice without sides": "{RANDOM(5, 1)}\n-> END\n",
}


@pytest.mark.alone
@pytest.mark.parametrize("name", ENDLESS)
def test_an_endless_turn_ends(ink: InkJs, name: str) -> None:
    """Whatever a turn does for ever, it ends within two seconds and 300 MB, and the story stands at its checkpoint again."""
    story = Story(ink.compile("* [Go] -> on\n=== on ===\n" + ENDLESS[name]), seed=1)
    story.advance()
    story.choose(0)
    state, before, start = story.state(), memory.resident(), time.monotonic()
    with pytest.raises(StoryLimitError):
        story.advance()
    assert time.monotonic() - start < 2
    assert memory.resident() - before < 300 * 2**20
    assert story.state() == state


@pytest.mark.parametrize("name", PANICS)
def test_a_panic_is_one_sentence(ink: InkJs, capfd: pytest.CaptureFixture[str], name: str) -> None:
    """A script that makes the engine panic raises one typed error; nothing is printed; the story goes on from before."""
    story = Story(ink.compile("First.\n* [Go] -> on\n=== on ===\n" + PANICS[name]), seed=1)
    first = story.state()
    story.advance()
    story.choose(0)
    with pytest.raises(StoryPanicError) as caught:
        story.advance()
    assert "\n" not in str(caught.value)
    story.restore(first)
    assert story.advance().lines == (Line("First."),)
    assert capfd.readouterr().err == ""


def test_what_others_print_gets_through(ink: InkJs, capfd: pytest.CaptureFixture[str]) -> None:
    """What a callback prints to standard error while a page is read is printed all the same."""
    story = Story(ink.compile("EXTERNAL speak()\nHi {speak()}.\n-> END\n"), externals={"speak": lambda: os.write(2, b"heard\n")})
    story.advance()
    assert capfd.readouterr().err == "heard\n"


def test_the_same_seed_tells_the_same(ink: InkJs) -> None:
    """Two stories with one seed throw the same dice; another seed throws others."""
    script = ink.compile("{RANDOM(1, 1000000)}\n-> END\n")
    pages = [Story(script, seed=seed).advance() for seed in (1, 1, 2)]
    assert pages[0] == pages[1]
    assert pages[0] != pages[2]
    assert Story(script).advance() != Story(script).advance()


def test_another_thread_is_refused(ink: InkJs) -> None:
    """A call from another thread than the story's own is a clear error, not a crash."""
    story = Story(ink.compile("Hi.\n-> END\n"))
    caught: list[RuntimeError] = []

    def call() -> None:
        try:
            story.advance()
        except RuntimeError as fault:
            caught.append(fault)

    thread = threading.Thread(target=call)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_wrong_tags_are_faults_and_no_more(ink: InkJs) -> None:
    """A line with an unknown cue is told with its other cues; the fault is kept once."""
    script = ink.compile("-> a\n=== a ===\nHi. # speaker: Rae # musik: x\n+ [Again] -> a\n")
    story = Story(script)
    page = story.advance()
    assert page.lines[0].cue("speaker") == "Rae"
    story.choose(0)
    story.advance()
    assert [type(fault) for fault in story.faults] == [CueError]


def test_a_forgotten_end_is_an_end(ink: InkJs) -> None:
    """A story that only forgot to say that it ends, ends; the fault is kept."""
    story = Story(ink.compile("-> a\n=== a ===\nHi.\n"))
    page = story.advance()
    assert page.ended
    assert page.lines == (Line("Hi."),)
    assert len(story.faults) == 1


def test_external_functions(ink: InkJs) -> None:
    """A bound function's value is told; one that raises becomes an empty text and a fault; an unbound one is a typed error."""
    script = ink.compile("EXTERNAL twice(x)\nTwice is {twice(4)}.\n-> END\n")

    def broken(_: int) -> int:
        message = "no"
        raise ValueError(message)

    assert Story(script, externals={"twice": lambda x: x * 2}).advance().lines == (Line("Twice is 8."),)
    story = Story(script, externals={"twice": broken})
    assert story.advance().lines == (Line("Twice is ."),)
    assert [type(fault) for fault in story.faults] == [ValueError]
    with pytest.raises(StoryPanicError):
        Story(script).advance()


def test_byte_order_mark(ink: InkJs) -> None:
    """A byte order mark before the script does no harm."""
    story = Story("\ufeff" + ink.compile("Hi.\n-> END\n"))
    assert story.advance().lines == (Line("Hi."),)
    assert story.version == 21


@pytest.mark.parametrize(
    "script",
    ["", "null", "[]", "{}", '{"inkVersion":21,"root":[],"listDefs":{}}', '{"inkVersion":999,"root":["done",null]}', "[" * 10**6, "\0"],
)
def test_unreadable_scripts(script: str) -> None:
    """What is no script is refused with a typed error."""
    with pytest.raises(StoryLoadError):
        Story(script)


def test_a_script_too_large_is_not_tried(ink: InkJs) -> None:
    """A script above the limit is refused before the engine reads it."""
    with pytest.raises(StoryLoadError):
        Story(ink.compile("Hi.\n-> END\n"), limits=Limits(ink=10))


@pytest.mark.parametrize("state", ["", "{}", "null", "[" * 500, '{"flows":{}}', "\ud800"])
def test_unreadable_states(ink: InkJs, state: str) -> None:
    """A state that is none is refused, and the story stands where it stood."""
    story = Story(ink.compile("Hi.\n* [Yes] Good. -> END\n"))
    story.advance()
    story.choose(0)
    before = story.state()
    with pytest.raises(StoryError):
        story.restore(state)
    assert story.state() == before
    assert story.advance().lines == (Line("Good."),)


def test_choices_that_are_not_there(ink: InkJs) -> None:
    """A choice or a knot that is not there is a typed error, and what is there can still be chosen."""
    story = Story(ink.compile("Hi.\n* [Yes] Good. -> END\n=== k ===\nKnot.\n-> END\n"))
    with pytest.raises(StoryError):
        story.choose(0)
    story.advance()
    for index in (-1, 1, 2**40):
        with pytest.raises(StoryError):
            story.choose(index)
    with pytest.raises(StoryError):
        story.jump("nowhere")
    story.jump("k")
    assert story.advance().lines == (Line("Knot."),)


def test_too_many_choices(ink: InkJs) -> None:
    """A page with more choices than the limit is a typed error."""
    script = ink.compile("".join(f"* [{number}] -> END\n" for number in range(5)))
    with pytest.raises(StoryLimitError):
        Story(script, limits=Limits(choices=4)).advance()
    assert len(Story(script).advance().choices) == 5
    with pytest.raises(StoryLimitError):
        Story(script, limits=Limits(text=4)).advance()
