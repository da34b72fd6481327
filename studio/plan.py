"""Play plans: a path through a story as a writer notes it, played to see that it still goes there.

A plan is a text file with one step a line; empty lines and lines that begin with # or // are for people::

    title Rae hears first
    choose "Put the key on the table."
    expect "the size of the cake"
    expect offramp cupboard
    ending left_quietly
    end

`choose` takes the choice that begins so (quotes around it may be left out), or, as in `choose 2`, the one at a place; `expect` wants the
words in a line since the last choice, or with `offramp` that an off-ramp was passed; `ending` wants that ending to have been recorded, and
`end` wants the story to be over. `seed` fixes the story's dice. Curly and straight quotes are the same here.
A plan whose file is called `ending-NAME` or `offramp-NAME` must come by there, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from game.errors import StoryError
from game.story.runtime import Story
from studio.nearness import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.story.page import Choice, Page
    from studio.diagnostics import Diagnostic
    from studio.text_file import TextFile

Verb = Literal["title", "seed", "choose", "expect", "ending", "end"]

VERBS: dict[str, str] = {
    "title": "title Rae hears first",
    "seed": "seed 4711",
    "choose": 'choose "Say nothing"',
    "expect": 'expect "the size of the cake"',
    "ending": "ending left_quietly",
    "end": "end",
}
_STEP = re.compile(r"(?P<indent>\s*)(?P<verb>\S+)\s*(?P<rest>.*?)\s*")
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
_OFFRAMP = re.compile(r"offramp(?:\s+(?P<name>[a-z][a-z0-9_]*))?")
_NAMED = re.compile(r"(?P<kind>ending|offramp)-(?P<name>[a-z][a-z0-9_]*)")
_SEED = 1
_MOST_DIGITS = 9
_LONG = 90


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a plan: what to do, with which words, and its line and column; `bare` where the words stand without quotes."""

    verb: str
    text: str
    line: int
    column: int
    bare: bool = False


@dataclass(slots=True)
class Plan:
    """A plan that was read: title, seed of the dice, steps, and what was wrong with its lines."""

    file: TextFile
    title: str = ""
    seed: int = _SEED
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
    if plan.steps and (named := _NAMED.match(file.name.rpartition("/")[2])):
        verb, text = ("ending", named["name"]) if named["kind"] == "ending" else ("expect", f"offramp {named['name']}")
        plan.steps.append(Step(verb, text, plan.steps[-1].line, 1, bare=True))
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
    elif verb == "seed":
        plan.seed = int(text)
    else:
        plan.steps.append(Step(verb, text, number, column, bare=not rest.startswith('"')))


def _text(verb: str, rest: str) -> str | None:
    """Returns the words of a step, or None where they are not written as they should be."""
    if verb == "seed" or (verb == "choose" and rest.isdecimal()):
        return rest if rest.isdecimal() and rest.isascii() and len(rest) <= _MOST_DIGITS else None
    if verb == "expect" and _OFFRAMP.fullmatch(rest):
        return rest
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
        return _Player(plan, Story(ink_json, seed=plan.seed)).play()
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
        self._offramps: list[str] = []
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
        """Returns the next page and notes the endings and off-ramps on it."""
        page = self._story.advance()
        cues = [cue for line in page.lines for cue in line.cues]
        self._endings += [cue.value for cue in cues if cue.name == "ending"]
        self._offramps += [cue.value for cue in cues if cue.name == "offramp"]
        return page

    def _told(self, code: str, step: Step, /, **values: object) -> None:
        """Keeps a complaint about a step."""
        self._faults.append(self._plan.file.complain(code, step.line, step.column, **values))

    def _take(self, step: Step) -> bool:
        """Takes one step; False where the plan cannot go on from here."""
        match step.verb:
            case "choose":
                return self._choose(step)
            case "expect" if step.bare:
                name = step.text.partition(" ")[2].strip()
                if not self._offramps or (name and name not in self._offramps):
                    near, known = did_you_mean(name, self._offramps), _listed(self._offramps)
                    self._told("PLAN12", step, name=f" “{name}”" if name else "", near=near, known=known)
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
        if step.bare and not 0 < int(step.text) <= len(choices):
            self._told("PLAN13", step, number=step.text, count=len(choices))
            return False
        fitting = [choices[int(step.text) - 1]] if step.bare else _fitting(step.text, choices)
        if len(fitting) != 1:
            shown = [choice.text for choice in fitting or choices]
            self._told("PLAN04" if fitting else "PLAN03", step, text=step.text, known=_listed(shown, step.text))
            return False
        self._story.choose(fitting[0].index)
        self._page = self._next()
        return True


def as_plan(seed: int, taken: Iterable[tuple[int, Sequence[str]]], title: str) -> str:
    """Returns the text of a plan that takes these choices, each given by its place and the words of all that were offered there."""
    lines = [f"title {' '.join(title.split())}", f"seed {seed}"]
    for place, offered in taken:
        text = offered[place]
        words = _plain(text)
        alone = [_spoken(other).startswith(_spoken(text)) for other in offered].count(True) == 1
        escaped = words.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'choose "{escaped}"' if alone and _spoken(text) else f"choose {place + 1}")
    return "\n".join(lines) + "\n"


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
