"""The log is made with its first line, stays small, and costs nothing where it cannot be written."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game import log
from tests.game.started import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def begun(folder: Path) -> Iterator[logging.Logger]:
    """Yields a logger while a log is kept in a folder, and leaves logging as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        log.begin(folder)
        yield logging.getLogger("game.trial")
    finally:
        for handler in root.handlers:
            if handler not in handlers:
                handler.close()
        root.handlers, root.level = handlers, level


def test_the_first_warning_makes_the_log(tmp_path: Path) -> None:
    """Nothing is written before there is something to say; then it has its time, its weight and where it comes from."""
    folder = tmp_path / "a" / "logs"
    with begun(folder) as logger:
        logger.info("only told")
        assert not folder.exists()
        logger.warning("the file %s is missing", "x")
        logger.warning("and %s", "y")
    lines = (folder / "threshold.log").read_text("utf-8").splitlines()
    assert [line.partition(" WARNING ")[2] for line in lines] == ["game.trial: the file x is missing", "game.trial: and y"]


def test_the_log_stays_small(tmp_path: Path) -> None:
    """However much goes wrong, two files of 200 KB are kept."""
    with begun(tmp_path) as logger:
        for _ in range(60):
            logger.warning("x" * 10_000)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["threshold.log", "threshold.log.1"]
    assert all(path.stat().st_size <= 200_000 for path in tmp_path.iterdir())


def test_a_log_that_cannot_be_written(tmp_path: Path) -> None:
    """Below a file there can be no log; the line is lost and nothing else."""
    (tmp_path / "file").write_text("", "utf-8")
    with begun(tmp_path / "file" / "logs") as logger:
        logger.warning("lost")
    assert (tmp_path / "file").read_text("utf-8") == ""


def test_the_log_never_tells_what_was_read(tmp_path: Path, yard: Path) -> None:
    """Reading a story to its end, saving and skipping leaves no log; a damaged save leaves a line without a word of the story."""
    read(tmp_path, "1\ns\nb\n2\n1\n", shipped=yard)
    assert not (tmp_path / "logs").exists()
    quick = next((tmp_path / "saves" / "tiny").glob("quick-*.json"))
    quick.write_bytes(quick.read_bytes()[:-9])
    read(tmp_path, "s\nl\nq\n", shipped=yard)
    told = "".join(path.read_text("utf-8") for path in (tmp_path / "logs").glob("*")) if (tmp_path / "logs").exists() else ""
    assert not any(word in told for word in ("washing", "Inside", "wet", "Seeded"))
