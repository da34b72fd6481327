"""A release's figures as a table for other programs: intervals and numbers in tens, as on the page, and nothing finer."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from server.insight import estimate, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from server.insight.estimate import Span
    from server.insight.view import Question

HEAD = (
    *("release", "question", "question_text", "answer", "answer_text"),
    *("from", "to", "low_percent", "high_percent", "answers_about", "state"),
)
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(questions: Iterable[Question]) -> str:
    """Returns comma-separated lines: each question as a whole, then by weeks where each span carries an estimate."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(HEAD)
    for question in questions:
        for span in _spans(question):
            lines.writerows(_lines(question, span))
    return written.getvalue()


def _spans(question: Question) -> Iterator[Span]:
    """Yields a question's whole, then its spans of weeks."""
    if question.whole is None:
        return
    yield question.whole
    spans = estimate.merged(question.weeks)
    if len(spans) > 1:
        yield from spans


def _lines(question: Question, span: Span) -> Iterator[tuple[str, ...]]:
    """Yields a line for each answer."""
    asked = question.asked
    for place, one in enumerate(estimate.estimates(span.counts, question.odds)):
        low, high = (str(end) for end in words.percents(one)) if one.hidden is None else ("", "")
        about = str(one.n) if one.hidden != "none" else ""
        said = (question.release.id, asked.name, words.question(asked), asked.options[place], question.label(place))
        yield (*map(_plain, said), span.first.isoformat(), span.last.isoformat(), low, high, about, one.hidden or "shown")


def _plain(text: str) -> str:
    """Returns a text that no spreadsheet computes."""
    return f"'{text}" if text.startswith(FORMULA) else text
