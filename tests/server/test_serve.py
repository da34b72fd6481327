"""Starting and stopping a server: told to stop it ends well, and whoever listens is let go of."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.server.wires import get

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tests.server.organisation import Organisation
    from tests.server.wires import ProcessWire

    Served = Callable[..., AbstractContextManager[subprocess.Popen[bytes]]]


def _ended(process: psutil.Process) -> bool:
    """Tells whether a process ends within moments; one that only waits to be noticed by the system's first process has ended."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("order", [signal.SIGTERM, signal.SIGINT], ids=["term", "ctrl-c"])
def test_a_server_that_is_told_to_stop_ends_well(
    organisation: Organisation, served: Served, wire_from: Callable[..., ProcessWire], order: signal.Signals
) -> None:
    """A server that is told to stop ends soon with 0, says nothing of a fault, and leaves no process behind."""
    settings = organisation.house.config
    with served(settings) as process:
        workers = psutil.Process(process.pid).children()
        client = organisation.client(wire_from())
        client.open(organisation.duty())
        begun = time.monotonic()
        process.send_signal(order)
        assert process.wait(15) == 0
        assert time.monotonic() - begun < 10
        assert all(_ended(worker) for worker in workers)
    said = (settings.folder.parent / "server.log").read_text("utf-8")
    assert "descriptor" not in said
    assert "error" not in said


def test_a_server_that_was_killed_in_its_work_begins_again(
    organisation: Organisation, served: Served, wire_from: Callable[..., ProcessWire]
) -> None:
    """After its master and worker were killed, a new server on the same folder has the letters and takes more."""
    settings = organisation.house.config
    client = organisation.client(wire_from())
    with served(settings) as process:
        client.open(organisation.duty())
        for one in (*psutil.Process(process.pid).children(), psutil.Process(process.pid)):
            one.kill()
        process.wait(15)
    with served(settings):
        assert get(client.wire, "/healthz").status == 200
        client.sign_in()
        assert len(client.post("look").body["conversations"]) == 1
