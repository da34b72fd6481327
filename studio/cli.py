"""The command `threshold-studio`: what a writer types.

Why so long: one short function for each verb, and its options.
"""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from studio import guide, home, keys, story_folder
from studio.diagnostics import RENDERERS, Diagnostic, seen_from, tally
from studio.errors import StudioError, UsageError
from studio.usage import ABOUT, AFTER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nacl.signing import SigningKey

    from studio.check import Report
    from studio.story_folder import StoryFolder

FINE, COMPLAINTS, FAILED, STOPPED = 0, 1, 2, 130
_PLAYS = 3000
_DOINGS = {
    "extract": "write a template of every text, translations/story.pot",
    "update": "bring catalogues up to date with the story, or begin those of the languages named",
    "compile": "compile each language's ink, held against the story's own",
    "status": "count what is translated, by language and chapter",
    "pseudo": "make two languages up, en-XA and ar-XB, that show what is not translated and what does not fit",
}


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
    parser = argparse.ArgumentParser(prog="threshold-studio", description=ABOUT, epilog=AFTER, formatter_class=shape)
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
        verb.add_argument("--unfinished", action="store_true", help="also pack languages that are not complete, and made-up ones")
        verb.add_argument("--key", metavar="FILE", type=Path, help="the key to sign with (default: this computer's development key)")
    _verb(verbs, "plan", "play the plans of a story: those in `plans/`, or the .plan files named after it", _plan)
    _add_explore(_verb(verbs, "explore", "play a story thousands of times at random, and say what that met", _explore))
    guide_verb = _verb(verbs, "guide", "write the session guide of a story as PDF, as it goes into the pack", _guide)
    guide_verb.add_argument("--to", metavar="FOLDER", type=Path, default=Path(), help="where the PDF goes (default: here)")
    _verb(verbs, "words", "count words, minutes and choices of a story, and say how easily it reads", _words)
    _add_translate(verbs)
    for name, text, work in (("cues", "list the cues", _cues), ("codes", "list the complaints", _codes)):
        verb = verbs.add_parser(name, description=text)
        verb.set_defaults(work=work)
    new = verbs.add_parser("new", description="Makes a story that runs, in a new folder.")
    new.add_argument("folder", metavar="FOLDER", type=Path)
    new.set_defaults(work=_new)
    key = verbs.add_parser("key", description="Makes a publisher's key in a new file.")
    key.add_argument("file", metavar="FILE", type=Path)
    key.set_defaults(work=_key)


def _add_explore(parser: argparse.ArgumentParser) -> None:
    """Adds what can be asked of `explore`."""
    parser.add_argument("--plays", metavar="N", type=int, default=_PLAYS, help=f"how many plays (default: {_PLAYS})")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="where the dice begin: the same seed, the same plays (default: 1)")
    engine = "what plays: ink's own engine, which knows the lines, or after it, as before a release, the game's engine too"
    parser.add_argument("--engine", choices=("ink", "bink"), default="ink", help=engine)
    parser.add_argument("--language", metavar="TAG", help="play what the story says in this language, from `translations/TAG.po`")
    faults = "where plans that lead to faults are written (default: `plans/faults` in the story's folder)"
    parser.add_argument("--faults", metavar="FOLDER", type=Path, help=faults)


def _add_translate(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds what can be done with a story's catalogues, each with its options."""
    translate = verbs.add_parser("translate", description="Keeps a story's catalogues of translations, `translations/LANG.po`.")
    doings = translate.add_subparsers(metavar="DO", required=True, help=f"one of {', '.join(_DOINGS)}")
    for name, text in _DOINGS.items():
        doing = _verb(doings, name, text, partial(_translate, name))
        if name in {"update", "compile", "status"}:
            doing.add_argument("--language", metavar="TAG", action="append", default=[], help="only this language; may stand several times")
        if name == "compile":
            doing.add_argument("--to", metavar="FOLDER", type=Path, default=Path(), help="where the files go (default: here)")


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str, work: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """Adds a verb that takes stories, and returns its parser."""
    shape = argparse.RawDescriptionHelpFormatter
    verb = verbs.add_parser(name, description=f"{text[:1].upper()}{text[1:]}.", epilog=AFTER, formatter_class=shape)
    verb.add_argument("stories", metavar="STORY", nargs="*", help="a story's folder, its story.toml, an .ink file, or a name in `stories/`")
    how = "how complaints are written: text for people, json or gcc for editors"
    verb.add_argument("--format", choices=sorted(RENDERERS), default="text", help=how)
    verb.add_argument("--strict", action="store_true", help="warnings count as errors")
    verb.set_defaults(work=work)
    return verb


def _new(options: argparse.Namespace) -> int:
    """Makes a new story."""
    from studio import starter  # noqa: PLC0415 - see above

    count, folder = len(starter.make(options.folder)), options.folder
    _say(f"{folder} is a story of {count} files that runs. Next:\n  threshold-studio check {folder}\n  threshold-studio build {folder}")
    return FINE


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
        packed = build(folder, to, key, strict=options.strict, unfinished=options.unfinished)
        found += _shown(packed.report)
        also = f", also in {', '.join(packed.languages)}" if packed.languages else ""
        lines.append(_summary(packed.report) + (f"; {packed.file} ({packed.size / 1000:.0f} kB{also})" if packed.file else "; not packed"))
    return _close(options, found, lines)


def _plan(options: argparse.Namespace) -> int:
    """Plays the plans of stories."""
    from studio.plan_check import play_plans  # noqa: PLC0415 - see above

    found: list[Diagnostic] = []
    lines: list[str] = []
    plans = [Path(name) for name in options.stories if name.endswith(".plan")]
    options.stories = [name for name in options.stories if not name.endswith(".plan")]
    for folder in _folders(options):
        played = play_plans(folder, plans)
        found += seen_from(Path(), folder.root, played.diagnostics)
        lines += played.lines
    return _close(options, found, lines)


def _explore(options: argparse.Namespace) -> int:
    """Plays stories at random."""
    from studio import explore_command  # noqa: PLC0415 - see above

    folders = _folders(options)
    names = options.stories or [folder.root.resolve().name for folder in folders]
    told = [explore_command.explored(options, folder, name) for folder, name in zip(folders, names, strict=True)]
    if wrong := [one for complaints in told if isinstance(complaints, list) for one in complaints]:
        return _close(options, wrong, [])
    explored = [one for one in told if not isinstance(one, list)]
    _say(explore_command.reported(explored, as_json=options.format == "json"))
    if not all(one.found.whole for one in explored):
        return STOPPED
    return COMPLAINTS if any(one.wrong or (options.strict and one.missed) for one in explored) else FINE


def _guide(options: argparse.Namespace) -> int:
    """Writes session guides."""
    from studio import guide_command  # noqa: PLC0415 - see above

    found, lines = guide_command.written(_folders(options), options.to)
    return _close(options, found, lines)


def _words(options: argparse.Namespace) -> int:
    """Counts stories."""
    from studio import word_count  # noqa: PLC0415 - see above

    counted: list[word_count.WordCount] = []
    for folder in _folders(options):
        one = word_count.count(folder)
        if isinstance(one, list):
            return _close(options, seen_from(Path(), folder.root, one), [])
        counted.append(one)
    _say(word_count.as_json(counted) if options.format == "json" else "\n\n".join(word_count.as_text(one) for one in counted))
    return FINE


def _translate(doing: str, options: argparse.Namespace) -> int:
    """Does something with the catalogues of stories."""
    from studio.translate import VERBS  # noqa: PLC0415 - see above

    found: list[Diagnostic] = []
    lines: list[str] = []
    for folder in _folders(options):
        done = VERBS[doing](folder, getattr(options, "language", []), getattr(options, "to", Path()))
        found += seen_from(Path(), folder.root, done.diagnostics)
        lines += done.lines
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
    levels = f"LIX {' · '.join(f'{value:.0f}' for value in report.levels.values())}, " if report.levels else ""
    counted = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in ((errors, "error"), (warnings, "warning")) if count]
    return f"{report.folder.name}: {', '.join(counted) or 'nothing to mend'} ({report.words:,} words, {levels}{report.seconds:.2f} s)"


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
