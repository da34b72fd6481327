"""The folder .venv is made and remade by `run.py`; it never empties what is somebody else's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.environment import Environment
from tools.failure import FailureError

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@pytest.fixture
def linked(tmp_path: Path) -> Iterator[Path]:
    """Yields a folder whose .venv leads to another one's."""
    theirs, mine = tmp_path / "theirs", tmp_path / "mine"
    (theirs / "bin").mkdir(parents=True)
    (theirs / "bin/python").touch()
    mine.mkdir()
    for name in ("pyproject.toml", "package.json", "package-lock.json", "hatch_build.py"):
        (mine / name).write_bytes((ROOT / name).read_bytes())
    (mine / "tools").symlink_to(ROOT / "tools")
    (mine / ".venv").symlink_to(theirs, target_is_directory=True)
    yield mine
    assert (theirs / "bin/python").exists()


def test_a_link_is_never_emptied(linked: Path) -> None:
    """Where .venv leads to another folder, nothing in that is touched, and one sentence says what to do."""
    with pytest.raises(FailureError, match="Remove the link first"):
        Environment(linked).install()
