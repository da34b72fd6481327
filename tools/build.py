"""Makes what is built and never committed: `python -m tools.build [vendor] [catalogues] [sounds] [packs]`."""

from __future__ import annotations

import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tools import catalogues, vendor
from tools.failure import FailureError
from tools.quiet import run_quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def make_sounds(root: Path) -> None:
    """Renders the sounds of every story."""
    run_quietly([sys.executable, "-m", "workshop.sound.make"], root, "The sounds could not be made; the last lines stand above.")


def make_packs(root: Path) -> None:
    """Compiles, packs and signs every story that changed.

    Raises FailureError with the complaints where one cannot be packed.
    """
    from studio.diagnostics import as_text  # noqa: PLC0415  needs the studio's packages, which the other steps do not
    from studio.errors import StudioError  # noqa: PLC0415  as above
    from studio.stale import build_stale  # noqa: PLC0415  as above

    try:
        failed = [story for story in build_stale(root / "stories", root / "game" / "packs") if story.state == "failed"]
    except StudioError as fault:
        raise FailureError(str(fault)) from fault
    if failed:
        complaints = as_text(one for story in failed for one in story.diagnostics if one.is_error)
        raise FailureError(f"A story cannot be packed: {', '.join(story.name for story in failed)}.", complaints)


def make_catalogues(root: Path) -> None:
    """Compiles the catalogues of the interface and of the console."""
    for domain, target in catalogues.DOMAINS.items():
        catalogues.compile_all(root / "locales", root / target, domain)


def bring_vendor(root: Path) -> None:
    """Brings the ink compiler, the fonts and libsodium."""
    vendor.bring(root)


STEPS: Mapping[str, Callable[[Path], None]] = MappingProxyType(
    {"vendor": bring_vendor, "catalogues": make_catalogues, "sounds": make_sounds, "packs": make_packs}
)


def make(root: Path | str, steps: list[str]) -> None:
    """Runs the named steps in the order of the table, which is the order they need.

    Raises FailureError where one cannot be done.
    """
    for name in STEPS:
        if name in steps:
            STEPS[name](Path(root))


def main() -> int:
    """Runs the steps named on the command line; returns 1 after printing why one failed."""
    try:
        make(Path(__file__).parents[1], sys.argv[1:])
    except FailureError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
