"""The day it is: the finest time that is ever stored."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """Returns the day it is, in UTC."""
    return dt.datetime.now(dt.UTC).date()
