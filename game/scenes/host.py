"""The window, as the director needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.story.library import Shelved


class Host(Protocol):
    """What the director asks of the window."""

    def size(self) -> tuple[int, int]:
        """Returns the window's pixels."""

    def density(self) -> float:
        """Returns the pixels of a point: more than one on dense screens."""

    def dress(self, *, neutral: bool) -> None:
        """Gives the window its own title, or one that tells nothing."""

    def full_screen(self, *, wanted: bool) -> None:
        """Fills the screen, or goes back into a window."""

    def frame(self) -> None:
        """Draws a frame at once."""

    def seen(self, size: tuple[int, int]) -> bytes:
        """Returns the frame that the window shows, shrunk to a size, as the bytes of a JPEG."""

    def shelved(self) -> tuple[Shelved, ...]:
        """Returns the stories there are now."""

    def stop(self) -> None:
        """Ends the program."""
