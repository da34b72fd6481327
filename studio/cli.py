"""The command `threshold-studio`: what a writer types."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from studio import guide, home, keys, story_folder
from studio.diagnostics import RENDERERS, Diagnostic, seen_from, tally
from studio.errors import StudioError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nacl.signing import SigningKey

    from studio.check import Report
    from studio.story_folder import StoryFolder

FINE, COMPLAINTS, FAILED, STOPPED = 0, 1, 2, 130

_ABOUT = """\
The writer's tools of Threshold: from ink to a story that the game opens.

  check STORY   compiles the ink and says what is wrong, line by line, and how to mend it
  build STORY   checks, then puts the story on the shelf of the game on this computer
  pack STORY    checks, then makes a .story file for other people, signed with your key
  plan STORY    plays the plans in the story's folder `plans/` and says where it goes another way
  cues          lists the cues, the tags that the game understands, each with an example
  codes         lists every complaint that check can make
  key FILE      makes a publisher's key to sign packs with; keep the file to yourself

STORY is a story's folder, its story.toml, an .ink file, or the name of a folder in `stories/`;
without it, the story in this folder, or every story in `stories/`, is meant."""

_AFTER = """\
exit codes: 0 all is well; 1 there are complaints; 2 the command could not do its work; 130 stopped with Ctrl-C

examples:
  threshold-studio check stories/second-verse
  threshold-studio check --format gcc chapter.ink
  threshold-studio pack --key ~/publisher.key --to ~/Desktop second-verse"""


def main(argv: Sequence[str] | None = None) -> int:
    """Does what the arguments say and returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        options = _parser().parse_args(argv)
        work: Callable[[argparse.Namespace], int] = options.work
        return work(options)
    except StudioError as fault:
        print(f"threshold-studio: {fault}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\nthreshold-studio: stopped; nothing is half written.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FAILED


def _parser() -> argparse.ArgumentParser:
    """Returns the parser of the command line."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="threshold-studio", description=_ABOUT, epilog=_AFTER, formatter_class=shape)
    verbs = parser.add_subparsers(metavar="VERB", required=True, help="one of those above")
    _add_verbs(verbs)
    return parser


def _add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:  # (argparse has no public name for it)
    """Adds every verb with its options."""
    check = _verb(verbs, "check", "say what is wrong with a story, and how to mend it", _check)
    check.add_argument("--measure", action="store_true", help="also draw every picture once, and say what it costs")
    build = _verb(verbs, "build", "check a story and put it on the shelf of the game on this computer", _build)
    build.add_argument("--to", metavar="FOLDER", type=Path, help="where the .story file goes (default: the game's own folder of stories)")
    pack = _verb(verbs, "pack", "check a story and make a signed .story file for other people", _pack)
    pack.add_argument("--to", metavar="FOLDER", type=Path, default=Path(), help="where the .story file goes (default: here)")
    for verb in (build, pack):
        verb.add_argument("--key", metavar="FILE", type=Path, help="the key to sign with (default: this computer's development key)")
    _verb(verbs, "plan", "play the plans of a story", _plan)
    for name, text, work in (("cues", "list the cues", _cues), ("codes", "list the complaints", _codes)):
        verb = verbs.add_parser(name, description=text)
        verb.set_defaults(work=work)
    key = verbs.add_parser("key", description="Makes a publisher's key in a new file.")
    key.add_argument("file", metavar="FILE", type=Path)
    key.set_defaults(work=_key)


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str, work: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """Adds a verb that takes stories, and returns its parser."""
    shape = argparse.RawDescriptionHelpFormatter
    verb = verbs.add_parser(name, description=f"{text[:1].upper()}{text[1:]}.", epilog=_AFTER, formatter_class=shape)
    verb.add_argument("stories", metavar="STORY", nargs="*", help="a story's folder, its story.toml, an .ink file, or a name in `stories/`")
    how = "how complaints are written: text for people, json or gcc for editors"
    verb.add_argument("--format", choices=sorted(RENDERERS), default="text", help=how)
    verb.add_argument("--strict", action="store_true", help="warnings count as errors")
    verb.set_defaults(work=work)
    return verb


def _check(options: argparse.Namespace) -> int:
    """Checks stories."""
    from studio.check import check  # noqa: PLC0415 - `--help` and `cues` start without the compiler

    reports = [check(folder, measure=options.measure) for folder in _folders(options)]
    lines = [line for report in reports for line in (_summary(report), *(_costs(report) if options.measure else ()))]
    return _close(options, [one for report in reports for one in _shown(report)], lines)


def _build(options: argparse.Namespace) -> int:
    """Checks stories and packs them for the game on this computer."""
    code = _packed(options, options.to or default_packs())
    if options.to is None and options.key is None:
        keys.trust(keys.public(_signing_key(options)), default_packs() / "trusted.keys")
    return code


def _pack(options: argparse.Namespace) -> int:
    """Checks stories and packs them for other people."""
    if options.key is None:
        print("threshold-studio: signed with this computer's development key: other computers will call it unsigned.", file=sys.stderr)
    return _packed(options, options.to)


def _packed(options: argparse.Namespace, to: Path) -> int:
    """Checks stories and packs them into a folder."""
    from studio.build import build  # noqa: PLC0415 - see above

    key = _signing_key(options)
    found: list[Diagnostic] = []
    lines: list[str] = []
    for folder in _folders(options):
        if folder.bare:
            message = f"“{folder.main}” has no story.toml beside it: `check` works without one, `build` and `pack` need it."
            raise UsageError(message)
        packed = build(folder, to, key, strict=options.strict)
        found += _shown(packed.report)
        lines.append(_summary(packed.report) + (f"; {packed.file} ({packed.size / 1000:.0f} kB)" if packed.file else "; not packed"))
    return _close(options, found, lines)


def _plan(options: argparse.Namespace) -> int:
    """Plays the plans of stories."""
    from studio.plan_check import play_plans  # noqa: PLC0415 - see above

    found: list[Diagnostic] = []
    lines: list[str] = []
    for folder in _folders(options):
        played = play_plans(folder)
        found += seen_from(Path(), folder.root, played.diagnostics)
        lines += played.lines
    return _close(options, found, lines)


def _cues(_: argparse.Namespace) -> int:
    """Prints the table of cues."""
    _say(guide.cues_text())
    return FINE


def _codes(_: argparse.Namespace) -> int:
    """Prints the table of complaints."""
    _say(guide.codes_text())
    return FINE


def _key(options: argparse.Namespace) -> int:
    """Makes a publisher's key."""
    key = keys.make_key(options.file)
    _say(f"{options.file} is your key: whoever has it can publish in your name.")
    _say(f"Its public half, for games that should trust you:\n{keys.public(key)}")
    return FINE


def _signing_key(options: argparse.Namespace) -> SigningKey:
    """Returns the key to sign with."""
    return keys.read_key(options.key) if options.key else keys.development_key(home.home(os.environ))


def _folders(options: argparse.Namespace) -> list[StoryFolder]:
    """Returns the stories that are meant."""
    return story_folder.find(options.stories, Path())


def default_packs() -> Path:
    """Returns the folder of stories of the game that is installed beside the studio."""
    return Path(__file__).resolve().parent.parent / "game" / "packs"


def _shown(report: Report) -> list[Diagnostic]:
    """Returns a report's complaints with paths from here."""
    return seen_from(Path(), report.folder.root, report.diagnostics)


def _summary(report: Report) -> str:
    """Returns one line about a story that was checked."""
    errors, warnings = tally(report.diagnostics)
    counted = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in ((errors, "error"), (warnings, "warning")) if count]
    return f"{report.folder.name}: {', '.join(counted) or 'nothing to mend'} ({report.words} words, {report.seconds:.2f} s)"


def _costs(report: Report) -> list[str]:
    """Returns a line for each picture that was drawn."""
    drawn = {cost.file: "not drawn" if cost.milliseconds is None else f"{cost.milliseconds:.0f} ms" for cost in report.costs}
    return [f"    {cost.file}: {cost.kilobytes:.0f} kB, {drawn[cost.file]}" for cost in report.costs]


def _close(options: argparse.Namespace, found: list[Diagnostic], lines: list[str]) -> int:
    """Prints the complaints and, for people, the lines that sum them up; returns the exit code they lead to."""
    text = RENDERERS[options.format](found)
    if text:
        _say(text)
    if options.format == "text":
        _say("\n".join(["", *lines] if text else lines))
    errors, warnings = tally(found)
    return COMPLAINTS if errors or (options.strict and warnings) else FINE


def _say(text: str) -> None:
    """Prints to the terminal."""
    print(text, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
