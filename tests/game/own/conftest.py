"""What these tests share: the members of the test story's pack."""

from __future__ import annotations

import pytest

from tests.game.scenes import packs


@pytest.fixture(scope="session")
def members(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Returns the members of the test story's pack; it is compiled once for all tests."""
    return packs.members(tmp_path_factory.mktemp("studio"))
