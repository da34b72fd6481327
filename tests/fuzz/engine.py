"""Runs one target: `python -m tests.fuzz.engine NAME --seconds 10 --corpus FOLDER --faults FOLDER`, or replays a file with `--replay`.

`tools/fuzz.py` starts it. libFuzzer, by way of atheris, makes inputs that reach new branches; a replay needs neither.
"""

from __future__ import annotations

import argparse
import ast
import resource
import sys
from pathlib import Path

from tests.fuzz.target import MOST_BYTES, SECONDS, SEEDS, load, names, tried

# Of the whole process, pydantic and coverage counters included; and of one input, for what takes memory in one go.
MEMORY_MB = 900
# libFuzzer's own watch, on the clock: for what never comes back at all.
HANGS = 25


def main(arguments: list[str]) -> int:
    """Fuzzes, or replays."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.engine", description="Runs one target of fuzzing.")
    parser.add_argument("target", choices=names())
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--faults", type=Path)
    parser.add_argument("--replay", type=Path)
    parser.add_argument("--merge", type=Path)
    given = parser.parse_args(arguments)
    if given.replay:
        return replay(given.target, given.replay)
    fuzz(given.target, given.seconds, given.corpus, given.faults, given.merge)
    return 0


def replay(name: str, path: Path) -> int:
    """Gives one file to a target, with a limit on memory; raises what comes out."""
    limit = 4 * MEMORY_MB * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    tried(load(name), path.read_bytes())
    print(f"{name}: {path} is answered as it must be, within {SECONDS:g} s.")
    return 0


def fuzz(name: str, seconds: int, corpus: Path, faults: Path, merge: Path | None) -> None:
    """Fuzzes one target, or puts what reaches more than the seeds do into `merge`; libFuzzer ends the process, with 0 where all is well."""
    import atheris

    rooms = load_rooms(name)
    with atheris.instrument_imports(include=list(rooms), enable_loader_override=False):
        target = load(name)
    corpus.mkdir(parents=True, exist_ok=True)
    faults.mkdir(parents=True, exist_ok=True)
    words = corpus.with_name(f"{name}.words")
    words.write_text("".join(f'"{escaped(word)}"\n' for word in target.words), "ascii")
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={MOST_BYTES}",
        f"-timeout={HANGS}",
        f"-rss_limit_mb={MEMORY_MB}",
        f"-artifact_prefix={faults / name}-",
        f"-dict={words}",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    folders = [corpus, SEEDS / name]
    if merge:
        # The seeds come first, so that only what they do not reach is taken from the rest.
        merge.mkdir(parents=True, exist_ok=True)
        options, folders = ["-merge=1", f"-max_len={MOST_BYTES}"], [merge, SEEDS / name, corpus]
    atheris.Setup([sys.argv[0], *options, *map(str, folders)], lambda data: tried(target, bytes(data)))
    atheris.Fuzz()


def load_rooms(name: str) -> tuple[str, ...]:
    """Returns what a target watches, without importing any of it: its modules must be imported under watch."""
    tree = ast.parse(Path(__file__).with_name(f"fuzz_{name}.py").read_text("utf-8"))
    named = (node for node in tree.body if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "ROOMS")
    found: tuple[str, ...] = ast.literal_eval(next(named).value)
    return found


def escaped(word: str) -> str:
    """Returns a word as libFuzzer's lists have it."""
    return "".join(chr(code) if code < 128 and chr(code).isalnum() else f"\\x{code:02x}" for code in word.encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
