"""The command `threshold`.

Exit codes: 0 the player left or the story ended; 1 the self-test found a fault; 2 an option is wrong; 3 a story cannot be
opened; 4 the terminal's input ended in the middle of a story; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from game import log, paths
from game.errors import WindowError, marked
from game.settings import SettingsFile
from game.words import Words, system_language

if TYPE_CHECKING:
    from collections.abc import Sequence

USAGE, INTERRUPTED = 2, 130
# From malloc.h: blocks from this size on are mapped, each for itself.
_MMAP_THRESHOLD, _LARGE = -3, 2**18
_NO_WINDOW = marked("No window can be opened here ({reason}), so the story is read in the terminal.")


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one line."""

    def error(self, message: str) -> NoReturn:
        """Ends with one line."""
        sys.exit(_complain(f"threshold: {message}. Try: threshold --help"))


def _complain(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return USAGE


def _choices(text: str) -> tuple[int, ...]:
    """Returns places from 0 for those from 1 that a writer gives; `none` is the story's first page.

    Raises ValueError where something else stands there.
    """
    places = tuple(int(part) - 1 for part in text.split(",")) if text != "none" else ()
    if any(place < 0 for place in places):
        raise ValueError(text)
    return places


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="threshold", description="Stories about belonging, and about walking away.", epilog=__doc__.partition("\n\n")[2])
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="bring in a .story file or an export, as by a double click")
    parser.add_argument("--story", type=Path, metavar="FILE.story", help="open this story instead of the shelf")
    parser.add_argument("--lang", default="", metavar="TAG", help="the interface's and the story's language, such as en or de")
    parser.add_argument("--contact", type=Path, metavar="FILE.toml", help="a file that says where counsellors are, from their organisation")
    parser.add_argument("--import", type=Path, dest="bring", metavar="FILE.zip", help="bring in what was exported on another device")
    parser.add_argument("--windowed", action="store_true", help="do not go full screen, whatever the settings say")
    parser.add_argument("--watch", type=Path, metavar="FILE.story", help="for writers: open this story, again whenever its file changes")
    choices = "for writers: with --story or --watch, open it where these choices lead"
    parser.add_argument("--choices", type=_choices, metavar="1,3,2", help=choices)
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="for writers: with --choices, where the story's dice begin")
    parser.add_argument("--overlay", action="store_true", help="for writers: show frame times, memory, cues and place (F3)")
    parser.add_argument("--text", action="store_true", help="read in the terminal, without a window")
    parser.add_argument("--selftest", action="store_true", help="open every story, draw every screen once, report and leave")
    parser.add_argument("--version", action="store_true", help="say which version this is")
    parser.add_argument("--probe", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--raster", action="store_true", help=argparse.SUPPRESS)
    return parser


def _say_version() -> int:
    from game.own import version  # noqa: PLC0415 - each way of starting loads only its own

    print(f"Threshold {version.own()}")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Starts what the arguments ask for; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] in (["verify"], ["build"]):
        from game.own import verbs  # noqa: PLC0415 - who plays needs none of them

        return verbs.main(given)
    try:
        options = _parser().parse_args(given)
    except SystemExit as fault:
        if isinstance(fault.code, int) and fault.code == USAGE:
            return USAGE
        raise
    if options.choices is not None and (options.text or not (options.story or options.watch)):
        return _complain("threshold: --choices opens a story in a window: name it with --story or --watch. Try: threshold --help")
    try:
        return _say_version() if options.version else _start(options)
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read along has gone, as in `threshold --text | head`; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _start(options: argparse.Namespace) -> int:
    # With a trace of every panic of the ink engine, each would take 80 ms; it is caught and told of anyway.
    os.environ["RUST_BACKTRACE"] = "0"
    if options.probe:
        from game.story import probe  # noqa: PLC0415 - only the trial of an untrusted story

        return probe.main([options.probe])
    if options.raster:
        from game.ui import raster  # noqa: PLC0415 - only the raster process draws

        return raster.main()
    if options.watch is not None:
        options.story = options.watch
    options.bring = options.bring or options.file
    if options.contact is not None:
        os.environ["THRESHOLD_CONTACT"] = str(options.contact.resolve())
    places = paths.find()
    log.begin(places.logs)
    for given in (options.story, options.contact, options.bring):
        if given is not None and not given.is_file():
            return _complain(f"threshold: there is no file {given}. Try: threshold --help")
    if options.selftest:
        from game import selftest  # noqa: PLC0415 - each way of starting loads only its own

        return selftest.run(places)
    if options.text:
        return _read_in_terminal(places, options, "")
    return _open_window(places, options)


def _spare_memory() -> None:
    """Has glibc give every large block back when it is freed: of the pictures of a chapter 25 MB stayed otherwise (measured)."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)


def _open_window(places: paths.Paths, options: argparse.Namespace) -> int:
    _spare_memory()
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # Without a GPU the accelerated way to the screen is the slow one; with one, copying a frame costs under a millisecond.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    try:
        from game.app import App, Options  # noqa: PLC0415 - the window's libraries take their time
    except ImportError as fault:
        # A system without the libraries that windows need (libEGL, libGL): the story can be read all the same.
        words = Words(places.catalogues, options.lang or system_language())
        why = words.t(_NO_WINDOW).format(reason=fault)
        return _read_in_terminal(places, options, why)
    watch, overlay = options.watch is not None, options.overlay
    given = Options(options.story, options.lang, options.windowed, options.bring, watch, overlay, options.choices, options.seed)
    try:
        app = App(places, SettingsFile(places.settings), given)
    except WindowError as fault:
        words = Words(places.catalogues, options.lang or system_language())
        return _read_in_terminal(places, options, fault.say(words.t))
    return app.run()


def _read_in_terminal(places: paths.Paths, options: argparse.Namespace, why: str) -> int:
    from game import terminal  # noqa: PLC0415 - as above

    return terminal.run(places, story=options.story, language=options.lang, why=why)


if __name__ == "__main__":
    sys.exit(main())
