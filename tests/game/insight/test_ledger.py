"""No story and no year ever costs a player more than is promised."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from game.insight.ledger import A_YEAR, Ledger

FIRST = dt.date(2026, 1, 1)
STARTS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 6), st.integers(0, 3), st.integers(0, 900)), max_size=20)


@settings(deadline=None, max_examples=60)
@given(STARTS)
def test_never_more_than_promised(starts: list[tuple[str, int, int, int]]) -> None:
    """Whatever is played in whatever order, a story draws once and no 366 days cost more than 18, the file read anew each time."""
    with tempfile.TemporaryDirectory() as folder:
        spent: dict[str, tuple[dt.date, int]] = {}
        for story, play, sensitive, after in starts:
            today = FIRST + dt.timedelta(days=after)
            drawn = Ledger(Path(folder) / "ledger.json").draw(
                story, [f"p{n}" for n in range(play)], [f"s{n}" for n in range(sensitive)], today
            )
            assert not (drawn and story in spent)
            if drawn:
                cost = sum(2000 if name[0] == "p" else 1000 for name in drawn)
                assert cost <= 6000
                spent[story] = (today, cost)
        for last, _ in spent.values():
            assert sum(cost for day, cost in spent.values() if last - dt.timedelta(days=366) < day <= last) <= A_YEAR


def test_a_file_that_cannot_be_read_ends_the_asking(tmp_path: Path) -> None:
    """Where nobody can tell what was spent, nothing more is."""
    path = tmp_path / "ledger.json"
    path.write_bytes(b"{")
    assert Ledger(path).draw("a", ["p"], [], FIRST) == ()
    assert path.read_bytes() == b"{"
