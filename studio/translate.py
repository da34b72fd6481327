"""What `threshold-studio translate` does: makes, brings up to date, compiles, counts and makes up the catalogues of a story."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio import catalogue, pack, pseudo, telling, wording
from studio.carrying import carried
from studio.catalogue import Catalogue, Entry
from studio.compile import compile_ink
from studio.diagnostics import Diagnostic, in_order
from studio.errors import UsageError
from studio.ink_source import read_ink
from studio.manifest_source import read_manifest
from studio.messages import Message, of_story
from studio.text_file import TextFile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from studio.ink_source import Sources
    from studio.manifest_source import ManifestSource
    from studio.story_folder import StoryFolder
    from studio.telling import Telling


@dataclass(slots=True)
class Done:
    """What was done with one story: lines for people, and complaints with paths from the story's folder."""

    lines: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


class Desk:
    """A story laid out for its translators."""

    def __init__(self, folder: StoryFolder) -> None:
        """Reads its ink and its story.toml; both may have faults."""
        self.folder = folder
        self.sources: Sources = read_ink(folder.root, folder.main)
        self.manifest: ManifestSource | None = None if folder.bare else read_manifest(folder.root)
        faults = [*self.sources.faults, *(self.manifest.faults if self.manifest else [])]
        self.faults = [one for one in faults if one.is_error]
        self.messages: list[Message] = of_story(self.sources, self.manifest) if not self.faults else []

    @property
    def own(self) -> str:
        """Returns the story's own language; empty where it does not say."""
        return self.manifest.shape.language if self.manifest and self.manifest.shape else ""

    @property
    def title(self) -> str:
        """Returns what the story is called in its catalogues."""
        return self.manifest.shape.title if self.manifest and self.manifest.shape else self.folder.name

    def tellings(self, languages: Sequence[str], *, compiled: bool) -> list[Telling]:
        """Returns the story in these languages, or in all; without compiling, only what each translation says by itself."""
        names = languages or catalogue.languages(self.folder.root)
        own_ink = compile_ink(self.sources).json if compiled and names else None
        return [telling.tell(self.sources, self.messages, own_ink, catalogue.load(self.folder.root, name), self.own) for name in names]

    def write(self, name: str, language: str | None, entries: Sequence[Entry], old: Catalogue | None) -> bool:
        """Writes a catalogue; tells whether anything in it changed."""
        text = catalogue.text_of(self.title, language, self.messages, entries, old)
        if old and text == old.file.text:
            return False
        pack.write(text.encode(), self.folder.root / catalogue.FOLDER / name)
        return True


def extract(folder: StoryFolder, _: Sequence[str], __: Path) -> Done:
    """Writes `translations/story.pot`, every text of the story without a translation."""
    desk = Desk(folder)
    if desk.faults:
        return Done(diagnostics=desk.faults)
    path = folder.root / catalogue.FOLDER / catalogue.TEMPLATE
    old = catalogue.parse("en", TextFile(path.name, path.read_text("utf-8"))) if path.is_file() else None
    desk.write(catalogue.TEMPLATE, None, (), old)
    texts = len({message.text for message in desk.messages})
    return Done([f"{folder.name}: {catalogue.FOLDER}/{catalogue.TEMPLATE}, {len(desk.messages)} messages, {texts} different texts"])


def update(folder: StoryFolder, languages: Sequence[str], _: Path) -> Done:
    """Brings catalogues up to date, and begins those of languages that have none yet.

    Raises UsageError where no language is named and none has begun.
    """
    desk = Desk(folder)
    if desk.faults:
        return Done(diagnostics=desk.faults)
    names = list(languages) or [name for name in catalogue.languages(folder.root) if not pseudo.made_up(name)]
    if not names:
        message = f"“{folder.name}” is in no other language yet: begin one with `translate update --language fr`."
        raise UsageError(message)
    done = Done()
    for name in names:
        _check_tag(name, desk.own)
        _bring_up(desk, name, done)
    return done


def _check_tag(language: str, own: str) -> None:
    """Raises UsageError where a story cannot be translated into this."""
    if not catalogue.is_language(language) or language == own:
        message = f"“{language}” is not another language's tag: write fr, or pt-BR."
        raise UsageError(message)


def _bring_up(desk: Desk, language: str, done: Done) -> None:
    """Brings one catalogue up to date."""
    old = None
    if (desk.folder.root / catalogue.name_of(language)).exists():
        old = catalogue.load(desk.folder.root, language)
        if old.faults:
            done.diagnostics += old.faults
            return
    before = old.entries if old else []
    entries, gone = carried(desk.messages, before, old.gone if old else [])
    if old:
        old.gone = gone
    changed = desk.write(f"{language}.po", language, entries, old)
    count = telling.Count(*_numbers(entries))
    what = ("brought up to date" if old else "begun") if changed else "nothing changed"
    guesses = sum(entry.fuzzy for entry in entries) - sum(entry.fuzzy for entry in before)
    news = f", {guesses} to look at again" if guesses > 0 else ""
    done.lines.append(f"{desk.folder.name}: {catalogue.name_of(language)} {what}, {_counts(count)}{news}")


def _numbers(entries: Sequence[Entry]) -> tuple[int, int, int]:
    """Returns how many entries are translated, fuzzy and missing."""
    told, words = sum(entry.used for entry in entries), sum(bool(entry.words) for entry in entries)
    return told, words - told, len(entries) - words


def _counts(count: telling.Count) -> str:
    """Returns a count in words."""
    return f"{int(count.share * 100)} % ({count.told} translated, {count.fuzzy} fuzzy, {count.missing} missing)"


def compile_languages(folder: StoryFolder, languages: Sequence[str], to: Path) -> Done:
    """Compiles each language, held against the story's own, into `STORY.LANG.ink.json`."""
    desk = Desk(folder)
    done = Done(diagnostics=list(desk.faults))
    for one in desk.tellings(languages, compiled=True) if not desk.faults else ():
        done.diagnostics += in_order(one.faults)
        wrong = any(fault.is_error for fault in one.faults)
        file = to / f"{folder.name}.{one.language}.ink.json"
        if one.ink is not None and not wrong:
            pack.write(one.ink.encode(), file)
        told = f"{file} ({_counts(one.count)})" if one.ink is not None and not wrong else "not compiled"
        done.lines.append(f"{folder.name}: {one.language}: {told}")
    return done


def status(folder: StoryFolder, languages: Sequence[str], _: Path) -> Done:
    """Counts what is translated, by language and chapter."""
    desk = Desk(folder)
    done = Done(diagnostics=list(desk.faults))
    if desk.faults:
        return done
    done.lines.append(f"{folder.name}: {len(desk.messages)} texts" + (f", its own language is {desk.own}" if desk.own else ""))
    for one in desk.tellings(languages, compiled=False):
        done.diagnostics += [fault for fault in in_order(one.faults) if fault.code != "PO05"]
        done.lines.append(f"  {one.language:<6} {_counts(one.count)}")
        for chapter, count in sorted(one.counts.items(), key=lambda pair: pair[0] or 0):
            done.lines.append(f"         {'about it' if chapter is None else f'chapter {chapter}'}: {_counts(count)}")
    return done


def make_up(folder: StoryFolder, _: Sequence[str], __: Path) -> Done:
    """Writes catalogues in two languages that nobody speaks, which show what is not translated and what does not fit."""
    desk = Desk(folder)
    done = Done(diagnostics=list(desk.faults))
    if desk.faults:
        return done
    for language, change in pseudo.PSEUDO.items():
        entries = [Entry(*message.key, _made_up(message, change)) for message in desk.messages]
        desk.write(f"{language}.po", language, entries, None)
        done.lines.append(f"{folder.name}: {catalogue.name_of(language)}, {len(entries)} texts made up")
    return done


def _made_up(message: Message, change: Callable[[str], str]) -> str:
    """Returns the made-up translation of a message; where it grows too long for its place, in letters only."""
    if message.path is not None:
        return change(message.text)
    words = pseudo.of_ink(message.text, change)
    return words if wording.fault(message, words) is None else pseudo.of_ink(message.text, pseudo.arabic)


VERBS: dict[str, Callable[[StoryFolder, Sequence[str], Path], Done]] = {
    "extract": extract,
    "update": update,
    "compile": compile_languages,
    "status": status,
    "pseudo": make_up,
}
