"""The week: the finest time that insight knows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """How often each answer of a question came in a week, by the week's Monday."""

    monday: dt.date
    counts: tuple[int, ...]


def monday(day: dt.date) -> dt.date:
    """Returns the Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())
