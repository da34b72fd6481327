"""Plays a story thousands of times at random, and counts what the plays met: lines, choices, endings, words, faults.

Two processes play beside each other. One takes every choice with the same chance: shares and lengths are counted over its plays alone.
The other prefers choices that were seldom taken, to come to what chance seldom reaches. The same seed gives the same plays.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.compile import engine_path
from studio.errors import CompilerError
from studio.ink_messages import runtime_fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studio.ink_source import Sources

MOST_SILENT = 60.0
"""Seconds without a word after which a process is given up; it has something to say four times a second."""
_POLL = 0.2


@dataclass(frozen=True, slots=True)
class Play:
    """One play: its seed, the choices taken by their places from 0, what it met and read, and the fault that ended it.

    `texts` holds, for a play that failed alone, the words of all the choices at each of its picks.
    """

    seed: int
    curious: bool
    picks: tuple[int, ...]
    texts: tuple[tuple[str, ...], ...]
    marks: frozenset[tuple[str, str]]
    endings: tuple[str, ...]
    words: int
    chapters: dict[str, int]
    fault: str | None
    at: tuple[str, int] | None
    ended: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the script with its file and line; `text` is what a player reads of it, or empty."""

    file: str
    line: int
    text: str


@dataclass(slots=True)
class Found:
    """What the plays met; `whole` tells whether all that were wanted were played.

    `seen` are numbers of `pieces`; `offered` and `taken` count by numbers of `choices`, whose text is empty where ink takes them by itself.
    """

    seed: int
    wanted: int
    plays: list[Play] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    choices: list[tuple[str, int, bool]] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    offered: Counter[int] = field(default_factory=Counter)
    taken: Counter[int] = field(default_factory=Counter)
    pairs: dict[tuple[int, int], bool] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def whole(self) -> bool:
        """Tells whether nothing was left out."""
        return len(self.plays) >= self.wanted

    @property
    def by_chance(self) -> list[Play]:
        """Returns the plays that took every choice with the same chance."""
        return [play for play in self.plays if not play.curious]


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process that plays, and whether it is the curious one."""

    process: subprocess.Popen[bytes]
    curious: bool


def explore(sources: Sources, *, plays: int, seed: int, progress: Callable[[int], object] = lambda _: None) -> Found | None:
    """Returns what so many plays met, or None where the ink does not compile; Ctrl-C ends it early with what was found till then.

    `progress` is called now and then with the number of plays done. Raises CompilerError where the engine cannot run.
    """
    found, started = Found(seed, plays), time.monotonic()
    request = {"main": sources.main, "files": sources.ready, "seed": seed}
    # A curious play is about twice as quick, because it starts on the way: so both processes end at about the same time.
    chance = max(plays // 3, 1)
    shares = {False: chance, True: plays - chance}
    workers = [_started(request | {"plays": share, "curious": curious}, curious=curious) for curious, share in shares.items() if share]
    opened: dict[bool, bool] = {}
    try:
        for curious, answer in _heard(workers):
            if curious not in opened:
                opened[curious] = answer is not None
                _open(found, answer)
            elif answer is not None:
                _take(found, answer, curious=curious)
                progress(len(found.plays))
    except KeyboardInterrupt:
        pass
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.communicate()
    found.plays.sort(key=lambda play: (play.curious, play.seed))
    found.seconds = time.monotonic() - started
    return None if False in opened.values() else found


def _started(request: dict[str, Any], *, curious: bool) -> _Worker:
    """Returns a process that plays what is asked for."""
    home = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-P", "-m", "studio.explore_process", str(engine_path())]
    try:
        process = subprocess.Popen(  # noqa: S603 - our own module, by its own interpreter
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
        )
    except OSError as fault:
        message = f"The ink engine could not be started ({fault.strerror}): try again, with more memory free."
        raise CompilerError(message) from fault
    if process.stdin:
        process.stdin.write(json.dumps(request).encode())
        process.stdin.close()
        process.stdin = None
    return _Worker(process, curious)


def _heard(workers: list[_Worker]) -> Iterator[tuple[bool, Any]]:
    """Yields what the processes say as it comes, until all have ended."""
    said: queue.Queue[tuple[_Worker, bytes]] = queue.Queue()
    for worker in workers:
        threading.Thread(target=_listen, args=(worker, said), daemon=True).start()
    talking, silent_since = len(workers), time.monotonic()
    while talking:
        try:
            # A short wait, because Windows hears Ctrl-C only between two of them.
            worker, line = said.get(timeout=_POLL)
        except queue.Empty:
            if time.monotonic() - silent_since > MOST_SILENT:
                message = f"A play was not done after {MOST_SILENT:g} seconds: look for a line that goes round in circles."
                raise CompilerError(message) from None
            continue
        silent_since = time.monotonic()
        if line:
            yield worker.curious, json.loads(line)
        else:
            talking -= 1
            _ended_well(worker.process)


def _listen(worker: _Worker, said: queue.Queue[tuple[_Worker, bytes]]) -> None:
    """Passes on every line a process writes, and an empty one at its end."""
    if worker.process.stdout:
        for line in worker.process.stdout:
            said.put((worker, line))
    said.put((worker, b""))


def _ended_well(process: subprocess.Popen[bytes]) -> None:
    """Raises CompilerError where a process ended with a fault of its own."""
    if process.wait():
        words = process.stderr.read().decode(errors="replace").strip().splitlines() if process.stderr else []
        message = f"The ink engine ended in the middle ({(words or ['no message'])[-1]}): try fewer plays."
        raise CompilerError(message)


def _open(found: Found, answer: dict[str, Any] | None) -> None:
    """Takes up what the script consists of; both processes say the same."""
    if answer is not None and not found.pieces:
        found.pieces = [Piece(*piece) for piece in answer["pieces"]]
        found.choices = [(file, line, fallback) for file, line, fallback in answer["choices"]]


def _take(found: Found, batch: dict[str, Any], *, curious: bool) -> None:
    """Adds what a batch of plays met."""
    found.plays += [_play(raw, curious=curious) for raw in batch["plays"]]
    found.seen.update(batch["fresh"])
    found.offered.update({int(number): count for number, count in batch["offered"].items()})
    found.taken.update({int(number): count for number, count in batch["taken"].items()})
    for one, two, differ in batch["pairs"]:
        found.pairs[one, two] = found.pairs.get((one, two), False) or differ


def _play(raw: dict[str, Any], *, curious: bool) -> Play:
    """Returns one play as the process tells it."""
    told, place = runtime_fault(raw["fault"]) if raw["fault"] else (None, None)
    at = place or (tuple(raw["at"]) if raw["at"] else None)
    marks = [(name, value) for name, value in raw["marks"]]
    return Play(
        raw["seed"],
        curious,
        tuple(raw["picks"]),
        tuple(tuple(offered) for offered in raw["texts"]),
        frozenset(marks),
        tuple(value for name, value in marks if name == "ending"),
        raw["words"],
        raw["chapters"],
        told,
        at if told else None,
        raw["ended"],
    )
