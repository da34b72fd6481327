"""Measures group sessions: phones that look every second and a half and vote, over real lines to the process that a game starts.

`python -m tests.bench.bench_group [PHONES ...]` prints a table; 100 and 300 phones, ten rounds each, unless told otherwise.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.browser.projector import CODE, GROUP, STORY, Projector, projecting
from tests.server.group import air, crowd
from tests.server.group.crowd import Phone, Times
from tests.server.group.hosted import Hosted, Room, hosting

ROUNDS, OPEN_SECONDS = 10, 6.0
CROWD, TRIES = 200, 5
FAR, FAR_ROUNDS = 20, 5
WATCHED = 10.0


def part(values: list[float], share: float) -> float:
    """Returns the value below which a share of some values lies, in milliseconds."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] * 1000


def figures(count: int) -> dict[str, float]:
    """Returns the figures of a session of so many phones, each named with its unit."""
    with tempfile.TemporaryDirectory() as place, hosting(Path(place) / "rooms") as hosted:
        process, room = psutil.Process(hosted.process.pid), hosted.room()
        before, begun = process.cpu_times(), time.monotonic()
        times = asyncio.run(crowd.session(("127.0.0.1", hosted.port), room, count, ROUNDS, OPEN_SECONDS))
        after, took = process.cpu_times(), time.monotonic() - begun
        found: dict[str, float] = {f"rounds in which every vote counted once, of {ROUNDS}": times.right, "faults": times.faults}
        for name, values in (("look", times.looks), ("vote", times.votes)):
            found |= {f"{name} p{share}, ms": part(values, share / 100) for share in (50, 95, 99)}
        found["looks, /s"] = len(times.looks) / took
        found["looks that found nothing new, %"] = 100 * times.same / len(times.looks)
        found["the server, % of a core"] = 100 * (after.user + after.system - before.user - before.system) / took
        found["the server, MB"] = process.memory_info().rss / 1e6
        found["start until ready, s"] = hosted.seconds
    return {f"group of {count} phones: {name}": value for name, value in found.items()}


async def _come_in(hosted: Hosted, room: Room) -> float:
    """Returns how many seconds a crowd takes to come in at once."""
    times = Times()
    phones = [Phone(("127.0.0.1", hosted.port), room.code, times) for _ in range(CROWD)]
    begun = time.perf_counter()
    await asyncio.gather(*(phone.join() for phone in phones))
    took = time.perf_counter() - begun
    for phone in phones:
        phone.close()
    if times.faults or room.state["here"] != CROWD:
        raise RuntimeError("somebody was left outside")
    return took


def joins() -> dict[str, float]:
    """Returns how long a crowd takes to come in, all in the same moment: the middle of several rooms."""
    with tempfile.TemporaryDirectory() as place, hosting(Path(place) / "rooms") as hosted:
        found = sorted(asyncio.run(_come_in(hosted, hosted.room())) for _ in range(TRIES))
    return {f"group: {CROWD} phones come in at once, s": found[TRIES // 2]}


def far() -> dict[str, float]:
    """Returns the figures of phones over a link that loses one packet in fifty and takes 80 ms each way."""
    with tempfile.TemporaryDirectory() as place, air.link() as link, hosting(Path(place) / "rooms", within=link.within(0)) as hosted:
        before, handed = link.within(1)
        what = [crowd.__name__, air.ADDRESSES[0], str(hosted.port), hosted.key, str(FAR), str(FAR_ROUNDS), str(OPEN_SECONDS)]
        command = [*before, sys.executable, "-m", *what]
        done = subprocess.run(command, pass_fds=handed, cwd=air.ROOT, capture_output=True, check=True, timeout=120)
        lost = 100 * link.lost / (link.lost + link.passed)
    times = Times(**json.loads(done.stdout))
    found: dict[str, float] = {"packets lost, %": lost, f"rounds in which every vote counted once, of {FAR_ROUNDS}": times.right}
    for name, values in (("join", times.joins), ("look", times.looks), ("vote", times.votes)):
        found |= {f"{name} p50, ms": part(values, 0.5), f"{name} at most, ms": part(values, 1)}
    return {f"group of {FAR} phones over a poor link: {name}": value for name, value in found.items()}


def laptop(count: int = 100) -> dict[str, float]:
    """Returns what a session costs the machine at the projector, game and server together, and how soon it is ready after the press."""
    with tempfile.TemporaryDirectory() as place, projecting(Path(place)) as projector:
        projector.choose(STORY)
        begun = time.perf_counter()
        projector.choose(GROUP)
        projector.found(CODE)
        found = {"group: from the press until phones can come in, s": time.perf_counter() - begun}
        costs = asyncio.run(_watch(projector, projector.room(), count))
    return found | {f"group of {count} phones at the door: {name}": value for name, value in costs.items()}


async def _watch(projector: Projector, room: Room, count: int) -> dict[str, float]:
    """Returns what the game and its server take while so many phones look."""
    times, stop = Times(), asyncio.Event()
    phones = [Phone(("127.0.0.1", room.line.port), room.code, times) for _ in range(count)]
    await asyncio.gather(*(phone.join() for phone in phones))
    tasks = [asyncio.create_task(phone.live(stop)) for phone in phones]
    await asyncio.sleep(3)
    game = psutil.Process(projector.process)
    (server,) = (one for one in game.children(recursive=True) if "server.cli" in one.cmdline())
    others = [one for one in game.children(recursive=True) if one != server]
    found = {}
    parts = {"the game": [game, *others], "the server": [server]}
    before, begun = {name: _spent(part) for name, part in parts.items()}, time.monotonic()
    await asyncio.sleep(WATCHED)
    for name, processes in parts.items():
        found[f"{name}, % of a core"] = 100 * (_spent(processes) - before[name]) / (time.monotonic() - begun)
        found[f"{name}, MB"] = sum(one.memory_info().rss for one in processes) / 1e6
    stop.set()
    await asyncio.gather(*tasks)
    return found


def _spent(processes: list[psutil.Process]) -> float:
    """Returns the seconds of processor that some processes took."""
    return sum(float(one.cpu_times().user + one.cpu_times().system) for one in processes)


def measure() -> dict[str, float | str]:
    """Returns every figure of a hundred and of three hundred phones, of a crowd, of a poor link, and of the machine at the projector."""
    found: dict[str, float | str] = {name: value for count in (100, 300) for name, value in figures(count).items()}
    return found | joins() | far() | laptop()


def main() -> None:
    """Prints the table."""
    for count in [int(one) for one in sys.argv[1:]] or [100, 300]:
        for name, value in figures(count).items():
            print(f"  {name:72}{value:10.1f}")
    for part_of in (joins, far, laptop):
        for name, value in part_of().items():
            print(f"  {name:72}{value:10.2f}", flush=True)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
