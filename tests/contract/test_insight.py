"""The game's coin and its reports are those that the protocol's page describes."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from game.insight import proof, randomiser
from tests.contract.make_insight import VECTORS, made

KNOWN: Any = json.loads(VECTORS.read_text("utf-8"))


def test_the_file_is_what_the_page_makes() -> None:
    """The kept vectors are those that are made anew."""
    assert VECTORS.read_text("utf-8") == made()


@pytest.mark.parametrize("known", KNOWN["weights"], ids=lambda known: f"{known['k']} at {known['epsilon']}")
def test_weights(known: dict[str, int]) -> None:
    """The weights are the pinned ones, make up the whole, and their ratio never passes the promise."""
    odds = randomiser.weights(known["k"], known["epsilon"])
    assert (odds.truth, odds.lie) == (known["truth"], known["lie"])
    assert odds.truth + (known["k"] - 1) * odds.lie == randomiser.WHOLE
    assert Decimal(odds.truth) / odds.lie <= (Decimal(known["epsilon"]) / 1000).exp()


@pytest.mark.parametrize("known", KNOWN["reports"], ids=lambda known: known["q"])
def test_reports(known: dict[str, Any]) -> None:
    """A report's bytes are the pinned ones and its proof holds, for this answer alone."""
    assert proof.sealed(known["q"], known["a"], known["pow"]) == known["body"].encode("ascii")
    assert proof.holds(known["q"], known["a"], known["pow"])
    assert not proof.holds(known["q"], known["a"] + 1, known["pow"])


def test_a_number_is_found() -> None:
    """What the game finds proves the work and fits into a report of 256 bytes."""
    number = proof.solve("second-verse@1.0.0/ending", 2)
    assert proof.holds("second-verse@1.0.0/ending", 2, number)
    assert len(proof.sealed("second-verse@1.0.0/ending", 2, number)) == proof.SIZE
