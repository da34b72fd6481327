"""What the tests of the story package share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.game.story import inkjs

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"


@pytest.fixture(scope="session")
def ink() -> Iterator[inkjs.InkJs]:
    """Opens inkjs once for all tests."""
    yield from inkjs.opened()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Returns the folder of other people's ink stories, or skips where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip("The corpus of ink stories (../shared/corpus) is not here.")
    return CORPUS
