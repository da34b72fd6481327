"""What matters to a player today, set by hand. Nobody reads it, nothing is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from game.story.keeping import Keeping

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = 1
Nearness = Literal["near", "middle", "far"]


class Values(msgspec.Struct):
    """How near each value was put; what was not put anywhere is not there."""

    format: Literal[1] = FORMAT
    near: Annotated[dict[Annotated[str, msgspec.Meta(max_length=40)], Nearness], msgspec.Meta(max_length=64)] = {}


class Compass(Keeping[Values]):
    """The values in their file."""

    def __init__(self, data: Path) -> None:
        """Takes the game's folder."""
        super().__init__(data / "compass" / "values.json", Values)
