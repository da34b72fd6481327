"""What insight's tests stand on: a registered release, and the reports of thirty players."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.server.insight.reports import ENDING, RELEASE, manifest, many, pack

if TYPE_CHECKING:
    from server.app import House
    from server.insight.service import Insight

HELP = f"{RELEASE}/help"
# What thirty players sent about the ending, and twenty about help.
TOLD = {ENDING: [0] * 14 + [1] * 9 + [2] * 7, HELP: [0] * 6 + [1] * 10 + [2] * 4}


@pytest.fixture
def insight(house: House) -> Insight:
    """Returns the service with one release registered."""
    house.insight.register(pack(manifest()))
    return house.insight


@pytest.fixture(scope="session")
def sent() -> list[bytes]:
    """Returns fifty reports with their proofs."""
    return [one for question, answers in TOLD.items() for one in many(question, answers)]
