"""From a release and its counts to what a page shows: words first, then an interval, and nothing where there is too little."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.insight import estimate, words
from server.insight.bars import bar, progress
from server.insight.estimate import Odds, Span
from server.insight.weights import WHOLE, weights
from server.insight.words import t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from server.insight.asked import Asked, Release
    from server.insight.estimate import Estimate
    from server.insight.weeks import Week

# How the questions are headed, in the order of a page.
GROUPS = ("story", "sensitive", "language")
LAST_DAY = dt.timedelta(days=6)
SENSITIVE = frozenset({"help_opened", "before_after"})


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: its number in the story, its words, its interval in words and drawn."""

    number: str
    label: str
    share: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """Some weeks: which, about how many answers, and each answer's interval."""

    days: str
    about: str
    cells: tuple[tuple[str, str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One question on a page. `lines` is empty where there is too little, `drawing` then shows how much there is."""

    name: str
    order: int
    group: str
    title: str
    headline: str
    about: str
    lines: tuple[Line, ...]
    drawing: Markup | None
    weeks_said: str
    heads: tuple[str, ...]
    weeks: tuple[Row, ...]
    left_out: str
    coins: str


@dataclass(frozen=True, slots=True)
class Card:
    """A release in a few words: its id, its story's title, its version, what there is of it, and how many began it."""

    id: str
    title: str
    version: str
    said: str
    first: str
    starts: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its odds and its closed weeks: those that count, and those left out because somebody tampered with them."""

    asked: Asked
    release: Release
    odds: Odds
    weeks: tuple[Span, ...]
    left_out: tuple[dt.date, ...]

    @property
    def whole(self) -> Span | None:
        """Returns all weeks as one, or None before the first has closed."""
        if not self.weeks:
            return None
        sums = tuple(sum(column) for column in zip(*(span.counts for span in self.weeks), strict=True))
        return Span(self.weeks[0].first, self.weeks[-1].last, sums)

    @property
    def counts(self) -> tuple[int, ...]:
        """Returns how often each answer came."""
        return self.whole.counts if self.whole else (0,) * len(self.asked.options)

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """Returns what can be said of each answer."""
        return estimate.estimates(self.counts, self.odds)

    def label(self, place: int) -> str:
        """Returns an answer in words."""
        return words.option(self.asked, self.asked.options[place], self.release)


def group_of(asked: Asked) -> str:
    """Returns under which head a question stands."""
    return "language" if asked.kind == "language" else "sensitive" if asked.kind in SENSITIVE else "story"


def heads() -> dict[str, str]:
    """Returns the heads of a page's parts; one question that speaks for itself needs none."""
    return {"story": t("In the story"), "sensitive": t("Sensitive"), "language": ""}


def odds(options: int, epsilon: int) -> Odds:
    """Returns the odds of a question with so many answers; epsilon is in thousandths."""
    truth, lie = weights(options, epsilon)
    return Odds(truth / WHOLE, lie / WHOLE)


def question(release: Release, asked: Asked, closed: Iterable[Week], left_out: Iterable[dt.date]) -> Question:
    """Returns a question with its odds, its closed weeks, and the Mondays of those that look tampered with."""
    weeks = tuple(Span(one.monday, one.monday + LAST_DAY, tuple(one.counts)) for one in closed)
    return Question(asked, release, odds(len(asked.options), asked.epsilon), weeks, tuple(left_out))


def ordered(questions: Iterable[Asked]) -> list[Asked]:
    """Returns questions in the order of the story, those that are sensitive behind them, and the languages last."""
    return sorted(questions, key=lambda asked: GROUPS.index(group_of(asked)))


def card(release: Release, questions: Sequence[Question]) -> Card:
    """Returns a release in a few words: how many of its questions can be answered, and what the first of them says."""
    told = [one for one in questions if one.estimates[0].hidden is None]
    said = t("{told} of {all} questions can be answered.", told=words.number(len(told)), all=words.number(len(questions)))
    first = f"{words.question(told[0].asked)} \u2014 {headline(told[0])}" if told else ""
    return Card(release.id, words.picked(release.title, release.story), release.version, said, first, _starts(questions))


def _starts(questions: Sequence[Question]) -> str:
    """Returns about how many began the story: each game that takes part tells its language once; nothing where there are too few."""
    whole = next((one.whole for one in questions if one.asked.kind == "language"), None)
    return words.begun(whole) if whole and whole.n >= estimate.LEAST_SHOWN else ""


def sheet(question: Question) -> Sheet:
    """Returns one question as its page shows it."""
    asked, whole, first = question.asked, question.whole, question.estimates[0]
    shown = first.hidden is None
    spans = estimate.merged(question.weeks) if shown else ()
    return Sheet(
        name=asked.name,
        order=GROUPS.index(group_of(asked)),
        group=group_of(asked),
        title=words.question(asked),
        headline=headline(question),
        about=words.about(whole) if whole and first.hidden != "none" else "",
        lines=tuple(_line(question, place) for place in range(len(asked.options))) if shown else (),
        drawing=progress(first.n, first.needed, words.too_few(first)) if first.hidden == "few" else None,
        weeks_said=_weeks_said(question, spans) if spans else "",
        heads=tuple(question.label(place) for place in range(len(asked.options))),
        weeks=tuple(_row(question, span) for span in spans),
        left_out=_left_out(question.left_out),
        coins=coins(asked, question.odds),
    )


def _line(question: Question, place: int) -> Line:
    """Returns one answer of a question."""
    one, label = question.estimates[place], question.label(place)
    last = place == len(question.asked.options) - 1
    said = words.share(one)
    numbered = words.number(place + 1) if question.asked.kind == "choice" and not last else ""
    return Line(numbered, label, said, bar(one, f"{label}: {said}", quiet=last))


def _row(question: Question, span: Span) -> Row:
    """Returns some weeks of a question."""
    cells = []
    for place, one in enumerate(estimate.estimates(span.counts, question.odds)):
        label, said = question.label(place), words.short(one)
        cells.append((label, said, bar(one, f"{label}: {said}", quiet=place == len(span.counts) - 1)))
    about = t("about {n}", n=words.number(estimate.rounded(span.n)))
    return Row(words.days(span.first, span.last, year=False), about, tuple(cells))


def headline(question: Question) -> str:
    """Returns what the answers say, in a sentence or two; a difference is said only where it is clear."""
    estimates = question.estimates
    if estimates[0].hidden:
        return words.too_few(estimates[0])
    clear = estimate.beats(question.counts, question.odds)
    places = range(len(estimates))
    top = [place for place in places if not any((other, place) in clear for other in places)]
    top.sort(key=lambda place: -(estimates[place].low + estimates[place].high))
    if len(top) == len(estimates):
        return t("Between the answers there is no clear difference.")
    names = [words.quoted(question.label(place)) for place in top]
    if len(top) == 1:
        return t("Most often, {share}: {answer}", answer=names[0], share=words.share(estimates[top[0]]))
    return t("Most often {answers}; between these there is no clear difference.", answers=words.one_of(names))


def _weeks_said(question: Question, spans: Sequence[Span]) -> str:
    """Returns whether weeks differ."""
    if len(question.weeks) == 1:
        return t("One week has ended so far.")
    if len(spans) == 1:
        return t("All weeks are taken together: each alone holds too few answers.")
    changed = [question.label(place) for place in range(len(question.asked.options)) if estimate.differ(spans, place, question.odds)]
    if not changed:
        return t("Between the weeks there is no clear difference. Small weeks are put together.")
    return t("Clearly different from week to week: {answers}.", answers="; ".join(map(words.quoted, changed)))


def _left_out(mondays: Sequence[dt.date]) -> str:
    """Returns which weeks are left out, and why."""
    if not mondays:
        return ""
    weeks = "; ".join(words.days(monday, monday + LAST_DAY) for monday in mondays)
    return t("These weeks look tampered with and are left out: {weeks}.", weeks=weeks)


def coins(asked: Asked, odds: Odds) -> str:
    """Returns how a game answers a question."""
    return t(
        "{count} answers, ε = {epsilon}: a game gives the true answer in {truth} of 100 cases, and each wrong one in {lie}.",
        count=words.number(len(asked.options)),
        epsilon=words.number(asked.epsilon / 1000),
        truth=words.number(round(100 * odds.truth)),
        lie=words.number(round(100 * odds.lie, 1)),
    )


def purses(sheets: Sequence[Sheet]) -> list[tuple[str, list[str]]]:
    """Returns every kind of coins once, with the questions that are answered by it."""
    found: dict[str, list[str]] = {}
    for one in sheets:
        found.setdefault(one.coins, []).append(one.title)
    return list(found.items())


def liar(questions: Sequence[Question]) -> str:
    """Returns what a share looks like before and after the coins are taken out, with the first question's own."""
    first = questions[0]
    return t(
        "An example with the coins of “{question}”: if an answer were true of half of the players, some {seen} of 100 games would name it. "
        "If it were true of nobody, still about {lie} of 100 would: that share is what the coins make by themselves.",
        question=words.isolated(words.question(first.asked)),
        seen=words.number(round(100 * first.odds.seen(0.5))),
        lie=words.number(round(100 * first.odds.lie)),
    )
