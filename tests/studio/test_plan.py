"""Play plans are read, and played on the story they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.plan import VERBS, as_plan, parse
from studio.plan_check import play_plans
from studio.text_file import TextFile, decode

if TYPE_CHECKING:
    from tests.studio.conftest import Tale

RIGHT = """\
# A comment, and an empty line

// Another
title Going in
expect "It was late"
choose "Go in"
expect "I went in."
expect "That was all"
ending home
end
"""


def played(tale: Tale, text: str) -> list[tuple[str, int]]:
    """Plays a plan on a tale and returns code and line of the complaints."""
    tale.write("plans/one.plan", text)
    return [(one.code, one.line) for one in play_plans(tale.folder).diagnostics]


def test_a_right_plan_is_played(tale: Tale) -> None:
    """A plan that the story follows has no complaints, and its title is told."""
    assert played(tale, RIGHT) == []
    assert play_plans(tale.folder).lines == ["tale: one.plan (Going in): as written, 6 steps"]


@pytest.mark.parametrize("text", ['choose "“No.”"', 'choose "\'No"', 'choose "\\"No.\\""', '  choose  "“No"  '])
def test_quotes_and_blanks_do_not_matter(tale: Tale, text: str) -> None:
    """Curly and straight quotes are the same, and a beginning is enough."""
    assert played(tale, f'{text}\nexpect "I stayed"\n') == ([] if "'" not in text else [("PLAN03", 1)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("PLAN10", 1)]),
        ("# only words\n", [("PLAN10", 1)]),
        ('chose "Go in"\n', [("PLAN01", 1)]),
        ("choose Go in\n", [("PLAN02", 1)]),
        ('choose ""\nexpect\nend now\nending\ntitle\n', [("PLAN02", 1), ("PLAN02", 2), ("PLAN02", 3), ("PLAN02", 4), ("PLAN02", 5)]),
        ('choose "Walk"\nexpect "never looked at"\n', [("PLAN03", 1)]),
        ('expect "Elsewhere"\nexpect "Nowhere"\n', [("PLAN05", 1), ("PLAN05", 2)]),
        ("end\n", [("PLAN07", 1)]),
        ("ending home\n", [("PLAN06", 1)]),
        ('choose "Go in"\nending hom\n', [("PLAN06", 2)]),
        ('choose "Go in"\nchoose "Go in"\n', [("PLAN08", 2)]),
        ('choose "Go in"\nexpect "It was late"\n', [("PLAN05", 2)]),
    ],
)
def test_where_plan_and_story_part_is_told(tale: Tale, text: str, expected: list[tuple[str, int]]) -> None:
    """Each step that is not written right, or that the story does not follow, is told at its line."""
    assert played(tale, text) == expected


def test_a_beginning_that_fits_twice_is_told_and_the_whole_text_is_not(tale: Tale) -> None:
    """A beginning of two choices is not enough; a choice's whole text is, even where another begins so."""
    tale.change("main.ink", "* “No.”[ #", "* [Go in again # prompt: The door stood open.]\n* “No.”[ #")
    assert played(tale, 'choose "Go"\n') == [("PLAN04", 1)]
    assert played(tale, 'choose "Go in"\n') == []


def test_a_choice_may_be_named_by_its_place(tale: Tale) -> None:
    """Without quotes a number takes the choice at that place, which must be there."""
    assert played(tale, 'choose 2\nexpect "I stayed"\n') == []
    assert played(tale, "choose 3\n") == [("PLAN13", 1)]
    assert played(tale, "choose 0\n") == [("PLAN13", 1)]
    assert played(tale, "choose ²\n") == [("PLAN02", 1)]


def test_the_dice_can_be_fixed(tale: Tale) -> None:
    """The same seed must give the same dice, and another one other dice somewhere."""
    tale.write("main.ink", "{RANDOM(1, 1000000)}\n-> END\n")
    seen = []
    for seed in (1, 2, 1):
        tale.write("plans/one.plan", f'seed {seed}\nexpect "x"\n')
        seen.append(play_plans(tale.folder).diagnostics[0].mend)
    assert seen[0] == seen[2] != seen[1]
    assert played(tale, "seed x\nend\n") == [("PLAN02", 1)]


def test_an_offramp_can_be_expected(tale: Tale) -> None:
    """`expect offramp` wants one passed by now, and this one where it is named."""
    tale.change("main.ink", "I stayed. # offramp: bench", "I stayed.")
    tale.change("main.ink", "I went in.", "I went in. # offramp: bench")
    assert played(tale, 'choose "Go in"\nexpect offramp\nexpect offramp bench\n') == []
    assert played(tale, 'expect offramp\nchoose "Go in"\nexpect offramp cupboard\n') == [("PLAN12", 1), ("PLAN12", 3)]
    assert played(tale, 'choose "“No.”"\nexpect offramp bench\n') == [("PLAN12", 2)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ending-home", []), ("ending-home-late", []), ("ending-gone", ["PLAN06"]), ("offramp-bench", ["PLAN12"]), ("offramp", [])],
)
def test_a_plan_may_be_named_for_where_it_leads(tale: Tale, name: str, expected: list[str]) -> None:
    """A plan called for an ending or an off-ramp must come by there, whatever else it says."""
    tale.write(f"plans/{name}.plan", 'choose "Go in"\n')
    assert [one.code for one in play_plans(tale.folder).diagnostics] == expected


@given(st.lists(st.lists(st.text(alphabet='ab"\\“ ', min_size=1, max_size=4), min_size=1, max_size=4), max_size=4))
def test_what_was_played_is_a_plan(pages: list[list[str]]) -> None:
    """Whatever words choices have, the plan that is written of them has a step for each and no complaint."""
    plan = parse(TextFile("one.plan", as_plan(7, [(len(page) - 1, page) for page in pages], "A fault: so")))
    assert (len(plan.steps), plan.seed) == (len(pages), 7)
    assert [fault.code for fault in plan.faults] == ([] if pages else ["PLAN10"])


def test_a_story_that_stops_is_told(tale: Tale) -> None:
    """A story that the engine gives up on, or that runs out, is told at the plan's step."""
    tale.write("main.ink", "VAR n = 0\nHi.\n* [Go # prompt: x]\n{1 / n}\n- -> END\n")
    assert played(tale, 'choose "Go"\n') == [("PLAN09", 1)]
    tale.write("main.ink", "-> a\n=== a\nHi.\n* [Go # prompt: x]\nOut.\n")
    assert played(tale, 'choose "Go"\nexpect "Out"\n') == [("PLAN11", 2)]
    tale.write("main.ink", "VAR n = 0\n{1 / n}\n-> END\n")
    assert played(tale, "end\n") == [("PLAN09", 1)]


def test_ink_that_is_wrong_is_told_instead(tale: Tale) -> None:
    """A plan is not played on ink that does not compile."""
    tale.write("main.ink", "-> gone\n")
    assert played(tale, "end\n") == [("INK10", 1)]


def test_no_plans_are_told(tale: Tale) -> None:
    """A story without plans is no fault, and says so."""
    found = play_plans(tale.folder)
    assert found.diagnostics == []
    assert "no plans" in found.lines[0]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_as_a_plan(data: bytes) -> None:
    """Whatever bytes a plan holds, reading it gives steps or complaints inside the file."""
    plan = parse(decode("one.plan", data))
    assert plan.steps or plan.faults
    assert all(fault.line <= len(plan.file.lines) for fault in plan.faults)


@given(st.lists(st.tuples(st.sampled_from([*VERBS, "x", "", "#"]), st.text(alphabet='"\\a“ ', max_size=8)), max_size=8))
def test_any_steps_are_read(steps: list[tuple[str, str]]) -> None:
    """However steps are written, each line is a step, a comment or a complaint."""
    text = "\n".join(f"{verb} {rest}" for verb, rest in steps)
    plan = parse(TextFile("one.plan", text))
    assert len(plan.steps) + len(plan.faults) <= max(len(steps), 1)
