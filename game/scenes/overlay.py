"""A small panel for writers and developers, behind `--overlay` and F3: what a frame costs, what memory is held, which cues stand, where.

Its words are English, as the studio's are, and are no part of what players see.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from game.story import memory
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Style

if TYPE_CHECKING:
    import skia

    from game.scenes.session import Session
    from game.scenes.shell import Shell

_STYLE = Style(theme.LABEL - 2, "ui", 400, leading=1.35)
_KEPT = 60
_CUES = 6
_WIDE = 560


class Overlay:
    """Draws over everything; knows the last frames' milliseconds."""

    def __init__(self) -> None:
        """Starts shown, without a frame."""
        self.shown = True
        self._frames: deque[float] = deque(maxlen=_KEPT)

    def took(self, seconds: float) -> None:
        """Takes note of what a frame has cost, from the first stroke to the window."""
        self._frames.append(seconds * 1000)

    def lines(self, shell: Shell) -> list[str]:
        """Returns what the panel says."""
        held = memory.resident() / 2**20
        frames = self._frames or [0.0]
        first = f"frame {frames[-1]:.1f} ms, worst of {len(frames)}: {max(frames):.1f} ms · {held:.0f} MB"
        return [first, *(_of_story(shell.session) if shell.session else [])]

    def paint(self, draw: skia.Canvas, shell: Shell) -> None:
        """Draws the panel in the lower start corner."""
        space, look = shell.space, shell.look
        pad, margin = space.em(14), space.px(theme.SPACE[1])
        width = min(space.em(_WIDE), space.width - 2 * margin)
        block = shell.type.set("\n".join(self.lines(shell)), _STYLE.tinted(look.text), width - 2 * pad)
        height = block.height + 1.4 * pad
        rect = space.place(Rect(margin, space.height - margin - height, width, height))
        draw.drawRRect(paint.rounded(rect, space.px(theme.RADIUS_KEY)), paint.fill(theme.clear(look.ground, 0.9)))
        block.paint(draw, rect.x + pad, rect.y + pad * 0.7)


def _of_story(session: Session) -> list[str]:
    """Returns where the journey is, and which cues came with the page and stand around it."""
    journey = session.journey
    turn, stage = journey.turns[-1], journey.stage
    cues = [f"# {cue.name}: {cue.value}" for line in journey.page.lines for cue in line.cues]
    left = f" and {len(cues) - _CUES} before" if len(cues) > _CUES else ""
    standing = {"scene": stage.scene, "music": ", ".join(stage.music), "ambience": stage.ambience, "skip": stage.skip, "view": stage.view}
    return [
        f"{turn.knot or 'before the first knot'} · turn {turn.number} · {journey.language}",
        "stands: " + ", ".join(f"{name} {value}" for name, value in standing.items() if value),
        f"cues here{left}: {' '.join(cues[-_CUES:]) or 'none'}",
    ]
