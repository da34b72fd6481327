"""Ink as writers write it: everything of the studio that reads it before, or without, the compiler."""

from __future__ import annotations

from pathlib import Path

from studio import diagnostics, flow, messages, mixed, wording
from studio.compile import Compiled
from studio.errors import StudioError
from studio.ink_source import read_ink
from studio.tags import scan
from tests.fuzz.target import CUT, Target, parts, scratch

_ROOT = Path(__file__).parents[2]

ROOMS = ("studio", "game.story")


def run(data: bytes) -> None:
    """Reads a story of several files: its includes, tags, choices, words and logic, and shows what is wrong with it."""
    folder = scratch() / "ink"
    folder.mkdir(exist_ok=True)
    names = ("main.ink", "two.ink", "three.ink")
    given = parts(data)[: len(names)]
    for name, said in zip(names, given, strict=False):
        (folder / name).write_bytes(said)
    for name in names[len(given) :]:
        (folder / name).unlink(missing_ok=True)
    sources = read_ink(folder, "main.ink")
    scanned = {name: scan(bare) for name, bare in sources.bare.items()}
    found = [*sources.faults, *flow.check(sources, scanned, Compiled(None, ()), None)]
    diagnostics.as_text(diagnostics.in_order(found))
    for message in messages.of_story(sources, None):
        _worded(message)


def _worded(message: messages.Message) -> None:
    """Puts a text's own words in their place: they are no fault, and what is found stands where it says."""
    utterance = message.spots[0].utterance
    assert utterance.line > 0
    assert utterance.column > 0
    wording.fault(message, message.text)
    wording.fault(message, "[" + message.text)
    for text in (message.text, message.text + "{"):
        try:
            mixed.read(text)
        except mixed.UnclosedError:
            continue
    assert utterance.put(message.text) is not None or len(utterance.parts) > 1


def seeds() -> dict[str, bytes]:
    """Returns parts of a real story, and everything that ink's logic can look like."""
    real = (_ROOT / "stories/second-verse/main.ink").read_bytes()
    logic = b"{x: a|b} {&one|two|{three: {~four|five}}} {not (a && b): c} <> -> knot\n{\n- x > 3: yes # mood: sad\n- else: no\n}\n"
    choices = b"=== knot\n= stitch\n* (label) {once} Offered[only] told # prompt: Why? -> knot.stitch\n"
    choices += b"+ + deeper \\[ \n- (gather) gathered\n~ x++\n"
    return {
        "real": real[:3000],
        "logic": logic,
        "choices": choices,
        "include": b"INCLUDE two.ink\nINCLUDE ../out.ink\nINCLUDE main.ink\n"
        + CUT
        + b"INCLUDE three.ink\n"
        + CUT
        + b"INCLUDE two.ink\n/* open",
        "deep": b"{a|" * 500 + b"b" + b"}" * 500,
        "unclosed": b"{ " * 800,
        "brackets": b"* [" * 80 + b"{(" * 80,
    }


WORDS = (
    "INCLUDE ",
    "=== ",
    "-> ",
    "<- ",
    "<>",
    "{",
    "}",
    "|",
    "# speaker: ",
    "# prompt: ",
    "* [",
    "else:",
    "/*",
    "*/",
    "//",
    "~ ",
    "VAR ",
    "\\",
    "two.ink",
)
TARGET = Target(run, (StudioError,), ROOMS, seeds, WORDS)
