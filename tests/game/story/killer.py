"""Kills a process at random moments of saving, and looks at what is left: `python -m tests.game.story.killer FOLDER TIMES`."""

from __future__ import annotations

import mmap
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import NoReturn

from game.story.record import FORMAT, Record, TurnRecord
from game.story.saves import Saves

STORY = "test-story"
MOST, MOMENT = 4, 0.01


def record(number: int, padding: int = 4000) -> Record:
    """Returns a journey that can be told from others by its number."""
    text = random.Random(number).randbytes(padding).hex()
    turn = TurnRecord(((text, ()),), (("On", ()),), None, skipped=False, language="en", knot="", shape="", state=b"state")
    return Record(FORMAT, STORY, "1.0", "hash", "en", 0, (turn,), excerpt=str(number))


def save_for_ever(folder: Path, done: mmap.mmap, number: int) -> NoReturn:
    """Saves one journey after the other, and notes after each that it is saved."""
    saves = Saves(folder)
    saves.tidy(STORY)
    while True:
        number += 1
        saves.write_auto(record(number))
        saves.write_quick(record(number))
        done[:8] = number.to_bytes(8, "big")


def kill_once(folder: Path, done: mmap.mmap, dice: random.Random) -> None:
    """Starts a saver and kills it at a random moment after a random number of saves: at once, or however long those take here."""
    before = int.from_bytes(done[:8], "big")
    child = os.fork()
    if not child:
        save_for_ever(folder, done, before)
    saves = dice.randrange(MOST)
    while int.from_bytes(done[:8], "big") < before + saves:
        time.sleep(0.0005)
    time.sleep(dice.uniform(0, MOMENT))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def look(folder: Path, done: int) -> None:
    """Raises SaveError or AssertionError where anything but the last or the last but one save is what opens."""
    saves = Saves(folder)
    latest = saves.latest(STORY)
    if latest is None:
        assert done == 0
        return
    assert int(saves.load(latest).excerpt) in {done, done + 1}
    infos = saves.list(STORY)
    assert all(int(saves.load(info).excerpt) >= done for info in infos if info.kind == "quick")
    assert not any(info.damaged for info in infos)
    for info in infos:
        saves.load(info)


def main(folder: Path, times: int) -> None:
    """Kills so many savers in one folder and looks each time; prints how many saves were finished in all."""
    dice, done = random.Random(11), mmap.mmap(-1, 8)
    for _ in range(times):
        kill_once(folder, done, dice)
        look(folder, int.from_bytes(done[:8], "big"))
    print(int.from_bytes(done[:8], "big"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
