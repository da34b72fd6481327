"""A new story runs as it comes: nothing to mend, every plan plays, every line is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studio import cli, starter
from studio.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_story_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """It must pass every check strictly, play its plans, be reached everywhere, be packed, and give a guide."""
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new", "my-story"]) == 0
    for command in (
        ["check", "--strict"],
        ["plan", "--strict"],
        ["explore", "--strict", "--plays", "200", "--engine", "bink"],
        ["pack", "--to", str(tmp_path)],
        ["guide", "--to", str(tmp_path)],
    ):
        assert cli.main([*command, "my-story"]) == 0, (command, capsys.readouterr())
    assert (tmp_path / "my-story.story").is_file()
    assert (tmp_path / "my-story-guide-en.pdf").is_file()
    texts = [path.read_text("utf-8") for path in (tmp_path / "my-story").rglob("*") if path.suffix in {".ink", ".toml", ".md"}]
    assert not any("{{" in text for text in texts)
    assert any('title = "My story"' in text for text in texts)


@pytest.mark.parametrize("name", ["My Story", "9lives", "a_b", "é"])
def test_a_name_that_no_story_can_have_is_refused(tmp_path: Path, name: str) -> None:
    """A folder whose name could not be the story's id is not made."""
    with pytest.raises(UsageError, match="cannot be a story's name"):
        starter.make(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder in which there is something stays as it is; an empty one may be used; a place that is none is told."""
    (tmp_path / "tale").mkdir()
    (tmp_path / "tale" / "mine.txt").write_text("mine")
    assert cli.main(["new", str(tmp_path / "tale")]) == 2
    assert [path.name for path in (tmp_path / "tale").iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert cli.main(["new", str(tmp_path / "empty")]) == 0
    (tmp_path / "file").write_text("")
    assert cli.main(["new", str(tmp_path / "file" / "tale")]) == 2
    assert "cannot be made" in capsys.readouterr().err
