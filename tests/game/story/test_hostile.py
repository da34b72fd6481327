"""Broken scripts and states: a typed error, never a crash, a hang or too much memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.game.story.inkjs import InkJs

ROOT = Path(__file__).parents[3]
SOURCE = """
VAR n = 1
VAR name = "Rae"
VAR way = -> second
LIST things = (key), coat, lamp
-> first
=== first ===
# scene: hall # music: kick, bass
Hello {name}, {n}. # speaker: Rae
{once|twice|thrice} {!one|two} {~heads|tails} {things} {things ? key: with|without} <>
and {n > 0: more|less}.
<- aside
-> pause ->
* (left) [Left # prompt: Where?] Left {twice(n)}.
  ~ n = n + 1
  ~ things += coat
* {n > 0} "Right[."]," she said. # mood: open
  ~ temp much = n * 3 + RANDOM(1, 6)
  {much}
+ [Back] -> first
* -> way
- (met) {left: You went left.} {TURNS_SINCE(-> first)}
{n:
- 1: One.
- 2: Two.
- else: Many.
}
+ [On] -> way
+ [Again] {CHOICE_COUNT()} -> first.met
=== aside ===
* [Look aside] A wall. -> first.met
=== pause ===
A pause.
->->
=== second ===
= one
There.
* [Stop] Over. # ending: left_quietly
  -> END
* [Go] -> two
= two
{n} {LIST_COUNT(things)}
-> END
=== function twice(x)
~ return x + x
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no `resource` to measure a process with.")
@pytest.mark.parametrize("kind", ["script", "state"])
def test_broken_scripts_and_states(ink: InkJs, tmp_path: Path, kind: str) -> None:
    """A thousand broken copies of a script, or of states in it, play on or raise a typed error, each within 2 s, all within 300 MB."""
    script = tmp_path / "script.json"
    script.write_text(ink.compile(SOURCE), encoding="utf-8")
    command = [sys.executable, "-m", "tests.game.story.victim", kind, str(script), "1000"]
    quick = os.environ | {"RUST_BACKTRACE": "0"}  # with 1, as developers have it, each panic takes a tenth of a second
    done = subprocess.run(command, cwd=ROOT, env=quick, timeout=100, check=True, capture_output=True)
    measured = json.loads(done.stdout)
    assert measured["slowest"] < 2
    assert measured["memory"] < 300 * 2**20
    assert done.stderr == b""
