"""Compiles a story's ink in a process of its own, and turns what ink says into our complaints.

The compiler is inkjs (`studio/vendor/ink-full.js`), run by the V8 in `mini-racer`: writers need only Python.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio import ink_messages
from studio.diagnostics import Diagnostic, Place, complain
from studio.errors import CompilerError

if TYPE_CHECKING:
    from studio.ink_source import Sources

TIMEOUT = 30.0
"""Seconds that a compilation may take; a 20,000-word story takes about one."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A knot, stitch or function: its path (`knot.stitch`), its kind, and where it begins."""

    path: str
    kind: str
    place: Place


@dataclass(frozen=True, slots=True)
class Division:
    """A division by a constant zero (`by` is None) or by something that may be zero."""

    by: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text that players can read, and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Label:
    """A choice's label, the flow that it stands in, and the path by which the engine counts who took it."""

    name: str
    flow: str
    path: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a compilation gave: the JSON of the story, or None; complaints; and facts about the story's shape.

    `edges` are pairs of flow paths, from and to; the empty path is the text before the first knot.
    """

    json: str | None
    diagnostics: tuple[Diagnostic, ...]
    flows: tuple[Flow, ...] = ()
    edges: frozenset[tuple[str, str]] = frozenset()
    divisions: tuple[Division, ...] = ()
    texts: tuple[Text, ...] = ()
    labels: tuple[Label, ...] = ()
    seconds: float = 0.0


def engine_path() -> Path:
    """Returns where inkjs stands; raises CompilerError where the build has not brought it."""
    path = Path(__file__).with_name("vendor") / "ink-full.js"
    if not path.is_file():
        message = "The ink compiler is not here: `studio/vendor/ink-full.js` is brought by the build; run `python3 run.py` once."
        raise CompilerError(message)
    return path


def compile_ink(sources: Sources, *, timeout: float = TIMEOUT) -> Compiled:
    """Returns the compiled story or the reasons why there is none.

    Sources that could not be read are not compiled. Raises CompilerError where the compiler itself cannot run.
    """
    if not sources.readable:
        return Compiled(None, ())
    request = {"main": sources.main, "files": sources.ready}
    answer = _ask(json.dumps(request).encode(), timeout)
    if answer is None:
        message = f"it was not done after {timeout:g} seconds"
        return Compiled(None, (complain("INK02", Place(sources.main), message=message),))
    return _understand(answer, sources)


def _ask(request: bytes, timeout: float) -> dict[str, Any] | None:
    """Returns the compiler's answer, or None where it took too long."""
    home = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-P", "-m", "studio.compiler_process", str(engine_path())]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, by its own interpreter
            command, input=request, capture_output=True, timeout=timeout, check=False, env={**os.environ, "PYTHONPATH": path}
        )
    except subprocess.TimeoutExpired:
        return None
    except OSError as fault:
        message = f"The ink compiler could not be started ({fault.strerror}): try again, with more memory free."
        raise CompilerError(message) from fault
    return _read_answer(done)


def _read_answer(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    """Returns the answer in a finished process's output; raises CompilerError where there is none."""
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as fault:
        last = (done.stderr.decode(errors="replace").strip().splitlines() or ["no message"])[-1]
        advice = "install the studio with `pip install 'threshold[studio]'`" if "py_mini_racer" in last else "check the newest lines first"
        message = f"The ink compiler ended without an answer ({last}): {advice}."
        raise CompilerError(message) from fault
    return answer


def _understand(answer: dict[str, Any], sources: Sources) -> Compiled:
    """Returns an answer in our own terms."""
    facts = answer["facts"]
    flows = tuple(Flow(path, kind, _place(sources, *where)) for path, kind, *where in facts["flows"])
    names = {flow.path for flow in flows}
    told = [ink_messages.understand(kind, text, sources, names) for kind, text in answer["messages"]]
    divisions = tuple(Division(by, _place(sources, *where)) for by, *where in facts["divisions"])
    edges = frozenset((start, end) for start, end in facts["edges"])
    texts = tuple(Text(text, _place(sources, *where)) for text, *where in facts["texts"])
    labels = tuple(Label(*one) for one in facts["labels"])
    return Compiled(answer["json"], tuple(told), flows, edges, divisions, texts, labels, answer.get("seconds", 0.0))


def _place(sources: Sources, name: str | None, line: int, column: int) -> Place:
    """Returns a place as ink gives it: columns are counted without comments, so they are a best guess."""
    return Place(name or sources.main, line, max(column, 1))
