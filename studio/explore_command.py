"""The verb `explore`: plays a story at random, writes a plan for every fault, and returns the report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from studio import catalogue, explore_report
from studio.compile import compile_ink
from studio.diagnostics import Diagnostic, seen_from
from studio.errors import WriteError
from studio.explore import Found, explore
from studio.explore_replay import Replayed, Replayer
from studio.explore_report import Explored
from studio.explore_summary import Fault, summed_up
from studio.ink_source import Sources, read_ink
from studio.manifest_source import read_manifest
from studio.messages import of_story
from studio.plan import as_plan
from studio.telling import tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from studio.story_folder import StoryFolder

_BAR = 30
_FEW = 50


def explored(options: argparse.Namespace, folder: StoryFolder, argument: str) -> Explored | list[Diagnostic]:
    """Returns the report about one story, or the complaints that keep it from being played.

    Raises StudioError where the engine cannot run or a plan cannot be written.
    """
    sources, plays = read_ink(folder.root, folder.main), max(options.plays, 1)
    if options.language and sources.readable:
        spoken = _told(sources, folder, options.language)
        if isinstance(spoken, list):
            return spoken
        sources = spoken
    found = explore(sources, plays=plays, seed=options.seed, progress=_progress(plays)) if sources.readable else None
    if found is None:
        complaints = [one for one in (*sources.faults, *compile_ink(sources).diagnostics) if one.is_error]
        return seen_from(Path(), folder.root, complaints)
    shape = None if folder.bare else read_manifest(folder.root).shape
    summary = summed_up(found, shape, {name: file.lines for name, file in sources.files.items()})
    name = f"{folder.name} ({options.language})" if options.language else folder.name
    told = Explored(name, argument, _prefix(folder), found, summary, pack=f"{folder.root.resolve().name}.story")
    if summary.faults or options.engine == "bink":
        _replay(told, sources, whole=options.engine == "bink")
    for number, fault in enumerate(summary.faults, start=1):
        told.plans.append(str(_kept(options.faults, folder, number, fault, by_words=not options.language)))
    return told


def _told(sources: Sources, folder: StoryFolder, language: str) -> Sources | list[Diagnostic]:
    """Returns the story's sources with another language's words in them, or why it cannot be told in it."""
    manifest = None if folder.bare else read_manifest(folder.root)
    compiled = compile_ink(sources)
    own = manifest.shape.language if manifest and manifest.shape else ""
    telling = tell(sources, of_story(sources, manifest), compiled.json, catalogue.load(folder.root, language), own)
    if telling.sources is not None:
        return telling.sources
    return seen_from(Path(), folder.root, [one for one in (*compiled.diagnostics, *telling.faults) if one.is_error])


def _replay(told: Explored, sources: Sources, *, whole: bool) -> None:
    """Plays again, in the game's engine, every fault's shortest play or the whole of what was played."""
    ink = compile_ink(sources).json
    if ink is None:
        return
    replayer = Replayer(ink)
    told.replays = [replayer.replay(fault.shortest) for fault in told.summary.faults]
    if whole:
        told.parted = _all(replayer, told.found)


def _all(replayer: Replayer, found: Found) -> list[Replayed]:
    """Plays every play again; Ctrl-C ends it early."""
    show, done = _progress(len(found.plays), "again in the game's engine"), list[Replayed]()
    try:
        for number, play in enumerate(found.plays, start=1):
            done.append(replayer.replay(play))
            if not number % _FEW:
                show(number)
    except KeyboardInterrupt:
        found.wanted = max(found.wanted, len(found.plays) + 1)
    return done


def _kept(faults: Path | None, folder: StoryFolder, number: int, fault: Fault, *, by_words: bool) -> Path:
    """Writes the plan that leads to a fault, and returns where it is; choices in another language are given by their places."""
    to = faults or (Path() if folder.bare else folder.root / "plans" / "faults")
    stem = f"{Path(folder.main).stem}-fault" if folder.bare else "fault"
    path, play = to / f"{stem}-{number}.plan", fault.shortest
    try:
        to.mkdir(parents=True, exist_ok=True)
        offered = play.texts if by_words else [[""] * len(texts) for texts in play.texts]
        path.write_text(as_plan(play.seed, zip(play.picks, offered, strict=True), fault.sentence), encoding="utf-8", newline="\n")
    except OSError as trouble:
        message = f"“{path}” cannot be written ({trouble.strerror}): name another folder with `--faults`."
        raise WriteError(message) from trouble
    return path


def _prefix(folder: StoryFolder) -> str:
    """Returns what stands before the names of the story's files, seen from here."""
    base = folder.root.resolve()
    here = Path.cwd()
    base = base.relative_to(here) if base.is_relative_to(here) else base
    return "" if base == Path() else f"{base.as_posix()}/"


def _progress(wanted: int, what: str = "plays") -> Callable[[int], None]:
    """Returns what shows how far it is, on a terminal alone."""
    if not sys.stderr.isatty():
        return lambda _: None

    def show(done: int) -> None:
        filled = _BAR * done // wanted
        ending = "\r\033[K" if done >= wanted else ""
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {done:,} of {wanted:,} {what}{ending}")
        sys.stderr.flush()

    return show


def reported(told: list[Explored], *, as_json: bool) -> str:
    """Returns the reports as text, or as JSON: one object for one story, a list for several."""
    if not as_json:
        return "\n\n\n".join(explore_report.as_text(one) for one in told)
    objects = [explore_report.as_json(one) for one in told]
    return objects[0] if len(objects) == 1 else "[\n" + ",\n".join(objects) + "\n]"
