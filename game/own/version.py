"""Which version this is: what a download has written down, or an installation knows."""

from __future__ import annotations

from pathlib import Path

_FILE = Path(__file__).parents[2] / "version"


def own() -> str:
    """Returns the version, or `unpacked` where nothing says it."""
    from importlib import metadata  # noqa: PLC0415 - 25 ms that a start does without

    try:
        return _FILE.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        pass
    try:
        return metadata.version("threshold")
    except metadata.PackageNotFoundError:
        return "unpacked"
