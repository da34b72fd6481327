"""The process for live events: it carries far more lines than threads would, hears what others were told, and answers nothing else."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import psutil

from tests.server.bus.test_processes import drained, hears, line
from tests.server.client import Thread, b64, read
from tests.server.conftest import free_port, serving
from tests.server.wires import ProcessWire, get

if TYPE_CHECKING:
    from server.config import Config
    from tests.server.organisation import Organisation

LINES = 400
# What a line may cost; it was measured at 23 to 25.
MOST_KILOBYTES = 100


def test_hundreds_of_lines_are_carried_by_one_process(settings: Config, organisation: Organisation) -> None:
    """Lines at the process for events cost little memory each, hear of what `run` took, and are let go of when it ends."""
    assert importlib.util.find_spec("gevent")
    settings = settings.model_copy(update={"events_port": free_port(), "events_most": LINES + 10})
    with serving(settings), serving(settings, "events", port=settings.events_port) as process:
        client = organisation.client(ProcessWire(settings.port))
        thread = client.open(organisation.duty())
        worker = psutil.Process(process.pid).children()[0]
        first = line(settings.events_port, client)
        before = worker.memory_info().rss
        lines = [first, *(line(settings.events_port, client) for _ in range(LINES - 1))]
        cost = (worker.memory_info().rss - before) / LINES / 1024
        drained(first)
        maren = organisation.counsellor(ProcessWire(settings.port), "maren")
        hers = Thread(thread.id)
        hers.take(maren.person, read(maren, hers).body)
        assert maren.post("claim", conversation=b64(thread.id)).status == 200
        assert hears(first)
        assert hears(lines[-1])
        wire = ProcessWire(settings.events_port)
        assert get(wire, "/healthz").status == 200
        assert get(wire, "/console/").status == 404
        client.wire.close()
        client.wire = wire
        assert client.post("look").status == 404
        for one in lines:
            one.close()
        wire.close()
        maren.wire.close()
    print(f"{cost:.1f} KB a line")
    assert cost < MOST_KILOBYTES
