"""Random plays in a process of its own: `python -m studio.explore_process ENGINE` reads a request and writes a line of JSON a batch.

Request: {"main": name, "files": {name: text}, "seed": number, "plays": number,
"curious": true where choices seldom taken are preferred}. The first line is {"pieces": [[file, line, text]], "choices":
[[file, line, fallback]]}, or null where the story does not compile; every other line holds what one batch of plays met.
It imports nothing of the studio, so that it starts at once, and Ctrl-C is left to the process that asked.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

from py_mini_racer import MiniRacer

_MOST_MEMORY = 2**30
_BATCH = 250
"""Milliseconds between two lines, so that progress can be shown."""


def main() -> int:
    """Plays what standard input asks for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    request = json.loads(sys.stdin.buffer.read())
    with MiniRacer() as engine:
        engine.set_hard_memory_limit(_MOST_MEMORY)
        engine.eval(Path(sys.argv[1]).read_text(encoding="utf-8"))
        engine.eval(Path(__file__).with_name("explorer.js").read_text(encoding="utf-8"))
        opened = str(engine.call("openStory", json.dumps({"main": request["main"], "files": request["files"]})))
        _say(opened)
        done = 0 if opened != "null" else request["plays"]
        while done < request["plays"]:
            batch = str(engine.call("explore", request["seed"], request["curious"], done, request["plays"] - done, _BATCH))
            done += len(json.loads(batch)["plays"])
            _say(batch)
    return 0


def _say(line: str) -> None:
    """Writes a line at once."""
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    raise SystemExit(main())
