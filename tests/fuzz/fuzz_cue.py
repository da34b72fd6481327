"""Cues: whatever a writer puts behind a #."""

from __future__ import annotations

from game.errors import CueError
from game.story import cues
from game.story.cues import CUES
from tests.fuzz.target import Target

ROOMS = ("game",)


def run(data: bytes) -> None:
    """Reads every line as a tag, alone and with the others: what one finds, the other does."""
    tags = data.decode("utf-8", "replace").split("\n")[:40]
    read, faults = cues.parse_all(tags)
    assert len(read) + len(faults) == len(tags)
    for cue in read:
        assert cue.name in CUES
        assert isinstance(cue.names, tuple)
    for fault in faults:
        assert str(fault)
    cues.parse(tags[0])


def seeds() -> dict[str, bytes]:
    """Returns the example of every cue, and some that are none."""
    return {
        "examples": "\n".join(rule.example for rule in CUES.values()).encode(),
        "wrong": b"scen: bakery\nmusic:\npause: 9\n:\n\ntime: 24:00\nspeaker: " + b"a" * 60,
        "none": b"music: none\nspeaker: \xc3\x85sa, \xd8\xb3\xd9\x84\xd9\x85\nreaction: Pauli, boat",
    }


TARGET = Target(run, (CueError,), ROOMS, seeds, tuple(f"{name}: " for name in CUES))
