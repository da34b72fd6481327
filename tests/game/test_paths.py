"""Where things are kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game import paths

if TYPE_CHECKING:
    import pytest


def test_a_home_of_ones_own(tmp_path: Path) -> None:
    """THRESHOLD_HOME keeps everything in one folder, and nothing is made before it is needed."""
    home = tmp_path / "home"
    found = paths.find({paths.VARIABLE: str(home)})
    assert {found.data, found.saves.parent, found.settings.parent, found.logs.parent, found.screenshots.parent} == {home}
    assert not home.exists()
    assert found.writable()
    assert not home.exists()


def test_a_portable_copy(tmp_path: Path) -> None:
    """A file named `portable` beside the program keeps everything beside it; without the file, nothing is."""
    program = tmp_path / "threshold"
    assert paths.beside(program) is None
    (tmp_path / paths.PORTABLE).touch()
    assert paths.find({}, program).saves == tmp_path.resolve() / "threshold-data" / "saves"


def test_where_the_system_keeps_such_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the system says where, and nothing is made there."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    found = paths.find({}, tmp_path / "threshold")
    assert found.saves == found.data / "saves"
    assert found.data.name == paths.NAME
    assert list(tmp_path.iterdir()) == []


def test_what_was_shipped() -> None:
    """Stories, catalogues and fonts are found inside the package."""
    found = paths.below(Path("anywhere"))
    package = Path(paths.__file__).parent
    assert (found.packs, found.catalogues, found.fonts) == (package / "packs", package / "catalogues", package / "vendor" / "fonts")
    assert found.trusted_keys.name == "trusted.keys"


def test_a_home_that_can_not_be_written(tmp_path: Path) -> None:
    """A home below a file can't be written, and says so."""
    (tmp_path / "file").touch()
    assert not paths.below(tmp_path / "file" / "home").writable()
