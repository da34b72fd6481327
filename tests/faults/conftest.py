"""The two ways in which a disk breaks here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.disk import Failing, full
from tests.server.conftest import cluster, empty_postgresql, empty_sqlite  # noqa: F401  fixtures

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.faults.disk import Disk


# Filters of system calls and disks in memory are Linux's; what is promised is the same elsewhere.
collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]


@pytest.fixture(params=["full", "failing"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Generator[Disk]:
    """Gives a disk that is full when it is wanted so, and one that fails."""
    if request.param == "full":
        with full(tmp_path / "disk") as made:
            yield made
        return
    folder = tmp_path / "disk"
    folder.mkdir(mode=0o700)
    yield Failing(folder)
