"""Feeds broken scripts and states to the ink engine, in a process that may die of it.

Started as `python -m tests.game.story.victim KIND SCRIPT TIMES`.
"""

from __future__ import annotations

import copy
import json
import logging
import random
import resource
import sys
import time
from pathlib import Path
from typing import Any

from game.errors import StoryError
from game.story.limits import Limits
from game.story.runtime import Story

VALUES: list[Any] = [
    None, 0, -1, 2**31, 1e308, "", "^x", "ev", "/ev", "done", "end", "->->", "~ret", {}, [], True, {"->": "nope"}, {"->": ".^"},
    {"->": ".^.^.^"}, {"VAR?": "n"}, {"*": "x", "flg": 31}, {"f()": "start"}, {"^->": "x"}, {"#f": 7},
]  # fmt: skip


def places(value: Any, found: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:  # noqa: ANN401  (any JSON)
    """Returns every place in a JSON value that can be changed."""
    keys = range(len(value)) if isinstance(value, list) else list(value) if isinstance(value, dict) else ()
    for key in keys:
        found.append((value, key))
        places(value[key], found)
    return found


def mutated(value: Any, dice: random.Random) -> Any:  # noqa: ANN401
    """Returns a JSON value with one part put out, replaced, or overwritten by another part of it."""
    value = copy.deepcopy(value)
    all_places = places(value, [])
    (here, key), (there, other) = dice.choice(all_places), dice.choice(all_places)
    match dice.randrange(3):
        case 0:
            here[key] = dice.choice(VALUES)
        case 1:
            del here[key]
        case _:
            here[key] = copy.deepcopy(there[other])
    return value


def play(story: Story, dice: random.Random) -> list[str]:
    """Plays some turns and returns the states after each choice."""
    states = []
    for _ in range(25):
        page = story.advance()
        if page.ended:
            break
        story.choose(dice.randrange(len(page.choices)))
        states.append(story.state())
    return states


def main(kind: str, script: str, times: int) -> None:
    """Breaks the script, or states of it, so many times; anything but a good play or a typed error ends this process."""
    logging.disable()
    states = [json.loads(state) for state in play(Story(script, seed=1), random.Random(3))]
    compiled, slowest = json.loads(script), 0.0
    for number in range(times):
        dice = random.Random(number)
        start = time.monotonic()
        try:
            if kind == "script":
                play(Story(json.dumps(mutated(compiled, dice)), seed=1, limits=Limits(seconds=0.1)), dice)
            else:
                story = Story(script, seed=1, limits=Limits(seconds=0.1))
                story.restore(json.dumps(mutated(dice.choice(states), dice)))
                play(story, dice)
        except StoryError:
            pass
        slowest = max(slowest, time.monotonic() - start)
    print(json.dumps({"slowest": slowest, "memory": peak()}))


def peak() -> int:
    """Returns the most memory this process has held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # Linux hands `ru_maxrss` on from the process that started this one.
        return int(next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:")).split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8"), int(sys.argv[3]))
