"""Insight as it really runs: processes that stop, die, and work side by side."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import psutil
import pytest
from sqlalchemy import text

from server.insight.models import OFFSET
from tests.server.conftest import free_port
from tests.server.insight.reports import manifest, pack, send
from tests.server.wires import ProcessWire

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from server.app import House
    from server.config import Config

    Served = Callable[[Config], AbstractContextManager[subprocess.Popen[bytes]]]


def _report(port: int, reports: list[bytes]) -> None:
    """Sends reports from many addresses."""
    wire = ProcessWire(port)
    for number, one in enumerate(reports):
        wire.address = f"192.0.2.{number}"
        assert send(wire, one).status == 204
    wire.close()


def _kept(house: House) -> int:
    """Returns how many reports stand in the sums."""
    with house.database.read() as session:
        return int(session.scalar(text(f"SELECT sum(n - {OFFSET}) FROM insight_cells")) or 0)  # noqa: S608  a number of ours


@pytest.mark.usefixtures("organisation")
def test_what_two_processes_count_adds_up(house: House, served: Served, sent: list[bytes]) -> None:
    """Two servers on one database each write what they took when they are stopped; the sums hold both."""
    house.insight.register(pack(manifest()))
    other = house.config.model_copy(update={"port": free_port(), "origin": "http://localhost"})
    with ExitStack() as both:
        for settings, part in ((house.config, sent[:25]), (other, sent[25:])):
            both.enter_context(served(settings))
            _report(settings.port, part)
        assert _kept(house) == 0
    assert _kept(house) == len(sent)
    said = (house.config.folder.parent / "server.log").read_text("utf-8")
    assert "lamp" not in said
    assert "192.0.2" not in said


@pytest.mark.usefixtures("organisation")
def test_a_killed_process_loses_what_it_had_not_written(house: House, served: Served, sent: list[bytes]) -> None:
    """What was written stays after a kill; what waited in memory is gone, and nothing else."""
    house.insight.register(pack(manifest()))
    with served(house.config):
        _report(house.config.port, sent[:25])
    assert _kept(house) == 25
    with served(house.config) as process:
        _report(house.config.port, sent[25:])
        workers = psutil.Process(process.pid).children()
        assert workers
        for worker in workers:
            worker.kill()
        psutil.wait_procs(workers, 10)
    assert _kept(house) == 25
