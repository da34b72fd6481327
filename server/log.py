"""What the server writes down about itself: that something of a kind happened, and where in our own code. Nothing else fits in.

A record keeps its level, the logger's name, an event from a fixed list, and for an exception its class and the places in this
package that it came through. Messages, arguments, local values, paths of requests and addresses are dropped, whoever logged them.
"""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_HERE = Path(__file__).parent
# The only words that a message of ours may consist of; anything else is written as "other".
EVENTS = frozenset({"started", "stopped", "swept", "sweep failed", "flush failed", "request failed"})
# Libraries that log requests by themselves.
SILENCED = (
    "werkzeug",
    "waitress",
    "waitress.queue",
    "gunicorn.access",
    "gunicorn.error",
    "sqlalchemy",
    "alembic",
    "flask_limiter",
    "flask-limiter",
)


class PlainFormatter(logging.Formatter):
    """Writes a record without anything that could be about somebody."""

    def format(self, record: logging.LogRecord) -> str:
        """Returns one line: level, module, event, and for an exception its class and places."""
        name = record.name if record.name.startswith("server") else "library"
        said = record.msg if isinstance(record.msg, str) and record.msg in EVENTS else "other"
        return f"{record.levelname.lower()} {name} {said}{_trouble(record.exc_info)}"


def _trouble(info: object) -> str:
    """Returns an exception's class and the places in our code that it came through."""
    if not isinstance(info, tuple) or info[0] is None:
        return ""
    return f" {info[0].__name__}{_places(info[2])}"


def _places(trace: TracebackType | None) -> str:
    """Returns the lines of our own files in a traceback, outermost first."""
    found = []
    for frame, line in traceback.walk_tb(trace):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_HERE):
            found.append(f"{path.relative_to(_HERE).as_posix()}:{line}")
    return f" at {' '.join(found)}" if found else ""


def begin(level: int = logging.INFO) -> None:
    """Has every logger of the process write to standard error in the plain form, and silences those that log requests."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlainFormatter())
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    for name in SILENCED:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.setLevel(logging.CRITICAL)
