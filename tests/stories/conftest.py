"""What the tests of the stories share."""

from __future__ import annotations

from tests.game.conftest import shipped

__all__ = ["shipped"]
