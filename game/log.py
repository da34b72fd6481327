"""The log: what went wrong with files and devices, and never what somebody read, chose or wrote."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 200_000
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def begin(folder: Path, *, loud: bool = False) -> None:
    """Sends warnings to `threshold.log` in a folder, made with the first of them; `loud` sends them to the terminal too."""
    root = logging.getLogger()
    root.setLevel(logging.INFO if loud else logging.WARNING)
    root.addHandler(_LateFile(folder))
    if loud:
        root.addHandler(logging.StreamHandler())


class _LateFile(logging.Handler):
    """Opens the log with its first line; where it cannot be opened, the line is lost and nothing else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self._folder = folder
        self._target: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Writes a line."""
        if self._target is None:
            self._target = self._opened()
        self._target.handle(record)

    def close(self) -> None:
        """Closes the log."""
        self.let_go()
        super().close()

    def let_go(self) -> None:
        """Closes the file; another line opens it again."""
        if self._target is not None:
            self._target.close()
            self._target = None

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - 6 ms that a start without a warning does not need

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            target: logging.Handler = RotatingFileHandler(
                self._folder / "threshold.log", maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()
        target.setFormatter(logging.Formatter(_FORM))
        return target


def forget() -> None:
    """Closes the log's file, so that it can be deleted; the next warning begins a new one."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, _LateFile):
            handler.let_go()
