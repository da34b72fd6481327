"""Intervals and progress as small drawings: SVG whose numbers are attributes, so that no style stands in a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from server.insight.estimate import Estimate

TICKS = (0, 25, 50, 75, 100)
# An interval is never drawn thinner than its two ends, in hundredths of the width.
THINNEST = 0.6
_FRAME = Markup('<svg class="{kind}" role="img" aria-label="{label}" focusable="false">{inside}</svg>')
_LINE = Markup('<line class="{kind}" x1="{start}%" x2="{end}%" y1="{top}%" y2="{foot}%"/>')
_RECT = Markup('<rect class="{kind}" x="{start}%" width="{width}%" y="{top}%" height="{height}%" rx="{corner}"/>')


def bar(estimate: Estimate, label: str, *, quiet: bool = False) -> Markup:
    """Returns an interval on a line from nothing to everyone; `label` says the same in words, `quiet` is for those who never came there."""
    low, high = round(100 * estimate.low, 1), round(100 * estimate.high, 1)
    low = min(low, 100 - THINNEST)
    high = max(high, low + THINNEST)
    inside = Markup("").join(
        [
            _LINE.format(kind="base", start=0, end=100, top=50, foot=50),
            *(_LINE.format(kind="tick", start=tick, end=tick, top=14, foot=86) for tick in TICKS),
            _RECT.format(kind="span", start=low, width=round(high - low, 1), top=24, height=52, corner="0"),
            *(_LINE.format(kind="end", start=end, end=end, top=8, foot=92) for end in (low, high)),
        ]
    )
    return _FRAME.format(kind="bar quiet" if quiet else "bar", label=label, inside=inside)


def progress(part: int, whole: int, label: str) -> Markup:
    """Returns how far a number of answers is on its way to what is needed."""
    width = round(min(100.0, 100 * part / whole), 1)
    inside = _RECT.format(kind="track", start=0, width=100, top=0, height=100, corner="5")
    inside += _RECT.format(kind="done", start=0, width=width, top=0, height=100, corner="5")
    return _FRAME.format(kind="progress", label=label, inside=inside)
