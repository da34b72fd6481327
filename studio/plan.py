"""Play plans: a path through a story as a writer notes it, played to see that it still goes there.

A plan is a text file with one step a line; empty lines and lines that begin with # or // are for people::

    title Rae hears first
    choose "Put the key on the table."
    expect "the size of the cake"
    ending left_quietly
    end

`choose` takes the choice that begins so (quotes around it may be left out), `expect` wants the words in a line since the
last choice, `ending` wants that
ending to have been recorded, and `end` wants the story to be over. Curly and straight quotes are the same here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from game.errors import StoryError
from game.story.runtime import Story
from studio.nearness import did_you_mean, nearest

if TYPE_CHECKING:
    from game.story.page import Choice, Page
    from studio.diagnostics import Diagnostic
    from studio.text_file import TextFile

Verb = Literal["title", "choose", "expect", "ending", "end"]

VERBS: dict[str, str] = {
    "title": "title Rae hears first",
    "choose": 'choose "Say nothing"',
    "expect": 'expect "the size of the cake"',
    "ending": "ending left_quietly",
    "end": "end",
}
_STEP = re.compile(r"(?P<indent>\s*)(?P<verb>\S+)\s*(?P<rest>.*?)\s*")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
_SEED = 1
_LONG = 90


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a plan: what to do, with which words, and its line and column."""

    verb: str
    text: str
    line: int
    column: int


@dataclass(slots=True)
class Plan:
    """A plan that was read: title, steps, and what was wrong with its lines."""

    file: TextFile
    title: str = ""
    steps: list[Step] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def parse(file: TextFile) -> Plan:
    """Returns the plan that a text file holds, with a complaint for every line that is no step."""
    plan = Plan(file, faults=list(file.faults))
    for number, line in enumerate(file.lines, start=1):
        if line.strip() and not line.lstrip().startswith(("#", "//")):
            _read_step(plan, number, line)
    if not plan.steps and not plan.faults:
        plan.faults.append(file.complain("PLAN10", 1))
    return plan


def _read_step(plan: Plan, number: int, line: str) -> None:
    """Adds the step on a line, or a complaint about it."""
    match = _STEP.fullmatch(line)
    if match is None:
        return
    verb, rest, column = match["verb"], match["rest"], match.start("verb") + 1
    if verb not in VERBS:
        plan.faults.append(plan.file.complain("PLAN01", number, column, word=verb[:40], near=did_you_mean(verb, VERBS)))
        return
    text = _text(verb, rest)
    if text is None:
        plan.faults.append(plan.file.complain("PLAN02", number, match.start("rest") + 1, word=verb, example=VERBS[verb]))
    elif verb == "title":
        plan.title = text
    else:
        plan.steps.append(Step(verb, text, number, column))


def _text(verb: str, rest: str) -> str | None:
    """Returns the words of a step, or None where they are not written as they should be."""
    if verb in {"choose", "expect"}:
        quoted = _QUOTED.fullmatch(rest)
        text = re.sub(r"\\(.)", r"\1", quoted[1]) if quoted else ""
        return text if text.strip() else None
    if verb == "end":
        return "" if not rest else None
    return rest or None


def run(plan: Plan, ink_json: str) -> list[Diagnostic]:
    """Returns where a plan and a story part; a plan that cannot be read is not played."""
    if plan.faults:
        return list(plan.faults)
    try:
        return _Player(plan, Story(ink_json, seed=_SEED)).play()
    except StoryError as fault:
        first = plan.steps[0]
        return [plan.file.complain("PLAN09", first.line, first.column, message=str(fault))]


class _Player:
    """Plays one plan on one story."""

    def __init__(self, plan: Plan, story: Story) -> None:
        """Reads the first page."""
        self._plan = plan
        self._story = story
        self._faults: list[Diagnostic] = []
        self._endings: list[str] = []
        self._page: Page = self._next()

    def play(self) -> list[Diagnostic]:
        """Takes every step until one leads nowhere, and returns the complaints."""
        for step in self._plan.steps:
            try:
                going = self._take(step)
            except StoryError as fault:
                self._told("PLAN09", step, message=str(fault))
                going = False
            if not going:
                break
        for complaint in self._story.faults:
            self._told("PLAN11", self._plan.steps[-1], message=str(complaint))
        return self._faults

    def _next(self) -> Page:
        """Returns the next page and notes the endings on it."""
        page = self._story.advance()
        self._endings += [cue.value for line in page.lines for cue in line.cues if cue.name == "ending"]
        return page

    def _told(self, code: str, step: Step, /, **values: object) -> None:
        """Keeps a complaint about a step."""
        self._faults.append(self._plan.file.complain(code, step.line, step.column, **values))

    def _take(self, step: Step) -> bool:
        """Takes one step; False where the plan cannot go on from here."""
        match step.verb:
            case "choose":
                return self._choose(step)
            case "expect":
                lines = [line.text for line in self._page.lines if line.text.strip()]
                if not any(_plain(step.text) in _plain(line) for line in lines):
                    self._told("PLAN05", step, text=step.text, known=_listed(lines))
            case "ending":
                if step.text not in self._endings:
                    self._told("PLAN06", step, name=step.text, near=did_you_mean(step.text, self._endings), known=_listed(self._endings))
            case _:
                if not self._page.ended:
                    self._told("PLAN07", step, known=_listed([choice.text for choice in self._page.choices]))
        return True

    def _choose(self, step: Step) -> bool:
        """Takes the choice that begins with the step's words; False where there is not exactly one."""
        choices = self._page.choices
        if not choices:
            self._told("PLAN08", step)
            return False
        fitting = _fitting(step.text, choices)
        if len(fitting) != 1:
            shown = [choice.text for choice in fitting or choices]
            self._told("PLAN04" if fitting else "PLAN03", step, text=step.text, known=_listed(shown, step.text))
            return False
        self._story.choose(fitting[0].index)
        self._page = self._next()
        return True


def _fitting(text: str, choices: tuple[Choice, ...]) -> list[Choice]:
    """Returns the choice that is exactly `text`, or else those that begin with it; marks of speech around a choice may be left out."""
    wanted = _spoken(text)
    exact = [choice for choice in choices if _spoken(choice.text) == wanted]
    return exact if len(exact) == 1 else [choice for choice in choices if _spoken(choice.text).startswith(wanted)]


def _spoken(text: str) -> str:
    """Returns text as `_plain` does, without quotes at its ends."""
    return _plain(text).strip('"')


def _plain(text: str) -> str:
    """Returns text with straight quotes and single blanks."""
    return " ".join(text.translate(_SAME).split())


def _listed(texts: list[str], wanted: str = "") -> str:
    """Returns texts one after the other, the nearest to `wanted` first, the long ones cut; `none` where there are none."""
    near = nearest(wanted, texts) if wanted else None
    ordered = sorted(texts, key=lambda text: text != near)
    return ", ".join(f"“{text if len(text) <= _LONG else text[: _LONG - 1] + '…'}”" for text in ordered) or "none"
