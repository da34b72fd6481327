"""What can go wrong with a download, and with an organisation's own."""

from __future__ import annotations

from game.errors import ThresholdError


class OwnError(ThresholdError):
    """A download is not what was signed, or an organisation's own cannot be made."""
