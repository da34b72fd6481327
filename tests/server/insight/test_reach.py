"""Downloads by language: what the web server has counted stands on the page, small numbers and nonsense do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.accounts.guard import COOKIE
from server.insight.reach import FILE, reach
from tests.server.insight import played
from tests.server.insight.test_pages import text
from tests.server.wires import AppWire, get

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from flask import Flask

    from tests.server.organisation import Organisation

TABLE = "month,language,count\n2026-10,de,120\n2026-10,de,5\n2026-11,ar,3\n2026-11,en,1204\nnonsense\n2026-13,en,7\n2026-11,en,-4\n"


@pytest.fixture
def babel(app: Flask) -> Generator[None]:
    """Speaks English."""
    with app.test_request_context("/", headers={"Accept-Language": "en"}):
        yield


@pytest.mark.usefixtures("babel")
def test_months_and_languages_are_summed_and_small_numbers_hidden(tmp_path: Path) -> None:
    """The newest month comes first; lines that cannot be read are passed over; three downloads are no number."""
    (tmp_path / FILE).write_text(TABLE, "utf-8")
    found = reach(tmp_path)
    assert found is not None
    assert found.languages == ("Arabic", "German", "English")
    assert found.months == (("November 2026", ("under 10", "0", "1,204")), ("October 2026", ("0", "125", "0")))


@pytest.mark.usefixtures("babel")
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_no_file_breaks_the_page(tmp_path: Path, raw: bytes) -> None:
    """Whatever somebody put there, it is read as far as it makes sense."""
    (tmp_path / FILE).write_bytes(raw)
    reach(tmp_path)


def test_it_stands_on_the_page_where_there_is_any(app: Flask, organisation: Organisation) -> None:
    """Without the file nothing is said of downloads; with it, a table."""
    wire, house = AppWire(app), organisation.house
    cookie = {"Cookie": f"{COOKIE}={played.researcher(house, 'ines')}", "Accept-Language": "en"}
    assert "Downloads by language" not in text(get(wire, "/console/insight/", cookie))
    (house.config.folder / FILE).write_text(TABLE, "utf-8")
    assert "November 2026 under 10 0 1,204" in text(get(wire, "/console/insight/", cookie))
