"""The server reckons with the weights, and takes the bytes, that a game sends."""

from __future__ import annotations

import json
from pathlib import Path

from server.insight import proof
from server.insight.requests import read
from server.insight.weights import weights

VECTORS = json.loads((Path(__file__).parents[2] / "contract" / "vectors" / "insight.json").read_text("utf-8"))


def test_weights_are_those_of_the_game() -> None:
    """For every number of answers and every epsilon, truth and lies weigh the same on both sides."""
    assert VECTORS["weights"]
    for one in VECTORS["weights"]:
        assert weights(one["k"], one["epsilon"]) == (one["truth"], one["lie"])


def test_reports_are_read_to_the_byte() -> None:
    """A report that a game makes is read as what it says, and its proof holds."""
    assert VECTORS["reports"]
    for one in VECTORS["reports"]:
        assert proof.holds(proof.digest(one["q"], one["a"], one["pow"]))
        assert read(one["body"].encode("ascii"))[:2] == (one["q"], one["a"])
