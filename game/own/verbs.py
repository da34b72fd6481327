"""The verbs of the command `threshold` that are about downloads: `verify` and `build`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.errors import ThresholdError
from game.own import sums

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES: Final = ("verify", "build")
FINE, FAULTY = 0, 1


def parser() -> argparse.ArgumentParser:
    """Returns the grammar of both verbs."""
    parser = argparse.ArgumentParser(prog="threshold", description="Looks whether a download is genuine, or makes your organisation's own.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verify = verbs.add_parser("verify", help="tells whether a download, unpacked or not, is what its publisher signed")
    verify.add_argument("place", type=Path, metavar="FOLDER|FILE", help="the unpacked folder, or the file beside its SHA256SUMS")
    verify.add_argument("--key", required=True, help="the publisher's public key: 64 hexadecimal digits")
    build = verbs.add_parser("build", help="makes your organisation's download out of this one")
    build.add_argument("--config", type=Path, required=True, metavar="FILE.toml", help="what is other in yours")
    build.add_argument("--from", type=Path, dest="source", metavar="FOLDER", help="an unpacked download (default: the one that this is)")
    build.add_argument("--to", type=Path, default=Path("own"), metavar="FOLDER", help="where it goes (default: own)")
    build.add_argument("--key", type=Path, metavar="FILE", help="sign it with this secret key")
    build.add_argument("--folder-only", action="store_true", help="make and try the folder, and pack nothing")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Does what the arguments say; returns 1 after one sentence where it cannot, 2 where they were typed wrongly."""
    options = parser().parse_args(arguments)
    try:
        return _verify(options) if options.verb == "verify" else _build(options)
    except ThresholdError as fault:
        sys.stderr.write(f"{fault}\n")
        return FAULTY


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _verify(options: argparse.Namespace) -> int:
    count = sums.verify(options.place, sums.public(options.key))
    sys.stdout.write("It is as it was signed.\n" if count == 1 else f"All {count} files are as they were signed.\n")
    return FINE


def _build(options: argparse.Namespace) -> int:
    from game.own import making  # noqa: PLC0415 - stories and themes, which a look at sums does without

    source = options.source or (Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else Path())
    key = sums.secret(options.key) if options.key else None
    made = making.make(options.config, source, options.to, key, _say, packs=not options.folder_only)
    _say(f"{made} is yours, {'signed with your key' if key else 'signed by nobody yet'}.")
    return FINE
