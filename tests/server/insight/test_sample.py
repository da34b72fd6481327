"""Figures to try the pages with look like those of a public: closed weeks, blurred answers, nothing that is taken for tampering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.insight import sample
from server.insight.weeks import WEEK, monday
from tests.server.insight import played

if TYPE_CHECKING:
    from server.app import House


def test_made_up_figures_are_those_of_a_public(house: House) -> None:
    """Every question is answered in eight weeks that have ended, by about as many as its kind draws, and none of it looks cheated."""
    release = played.register(house.insight)
    sample.fill(house.insight, release)
    for asked in release.questions:
        weeks = house.insight.weeks(asked.id)
        assert [week.monday for week in weeks] == [monday(house.insight.today()) - back * WEEK for back in range(8, 0, -1)]
        assert not house.insight.quarantined(asked.id)
        total = sum(sum(week.counts) for week in weeks)
        assert total == {"language": 3200, "help_opened": 1600, "before_after": 1600}.get(asked.kind, 1280)
