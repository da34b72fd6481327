"""Reads and writes the file of one language, `translations/LANG.po`, a gettext catalogue that any editor for them opens."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, normalize, read_po, unescape, write_po

from studio import text_file
from studio.diagnostics import Diagnostic, Place, complain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from studio.messages import Message
    from studio.text_file import TextFile

FOLDER = "translations"
TEMPLATE = "story.pot"
_WIDTH = 100
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PREVIOUS = re.compile(r'\|\s*(?:(msgctxt|msgid)\s+)?(".*")')
_DATES = re.compile(r'^"(?:POT-Creation-Date|PO-Revision-Date): [^\n]*\n', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: context, text, its translation (empty: none yet), and whether it is only a guess that waits for a yes (fuzzy).

    `previous` is the text that a guess was made for; `remarks` are the translators' own; `line` is where it stands in the file.
    """

    context: str
    text: str
    words: str = ""
    fuzzy: bool = False
    previous: str = ""
    remarks: tuple[str, ...] = ()
    line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Returns context and text, which no two entries share."""
        return self.context, self.text

    @property
    def used(self) -> bool:
        """Tells whether the story is told with it: a guess is not, as in gettext."""
        return bool(self.words) and not self.fuzzy


@dataclass(slots=True)
class Catalogue:
    """The file of one language: its entries in order, those the story no longer has (`gone`), and what was wrong with it."""

    language: str
    file: TextFile
    entries: list[Entry] = field(default_factory=list)
    gone: list[Entry] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    head: Catalog | None = None

    def complain(self, code: str, entry: Entry, /, **values: object) -> Diagnostic:
        """Returns a complaint about the translation of an entry, at its line in the file."""
        lines = self.file.lines
        line = next((at for at in range(max(entry.line, 1), len(lines) + 1) if lines[at - 1].startswith("msgstr")), entry.line)
        return self.file.complain(code, line, **values)


def languages(root: Path) -> list[str]:
    """Returns the languages that a story is translated into: the names of its .po files, made-up languages last."""
    try:
        names = sorted(path.stem for path in (root / FOLDER).iterdir() if path.suffix == ".po")
    except OSError:
        return []
    return sorted(names, key=lambda name: (name.endswith(("-XA", "-XB")), name))


def is_language(name: str) -> bool:
    """Tells whether a name is a language tag, such as `fr` or `pt-BR`."""
    return _LANGUAGE.fullmatch(name) is not None


def name_of(language: str) -> str:
    """Returns the path of a language's file from the story's folder."""
    return f"{FOLDER}/{language}.po"


def load(root: Path, language: str) -> Catalogue:
    """Returns the catalogue of a language; a file that cannot be read is a complaint and an empty catalogue."""
    name = name_of(language)
    return parse(language, text_file.read(root / name, name))


def parse(language: str, file: TextFile) -> Catalogue:
    """Returns the catalogue in a text."""
    catalogue = Catalogue(language, file, faults=list(file.faults))
    if not is_language(language):
        catalogue.faults.append(complain("PO06", Place(file.name), language=language))
    if catalogue.faults:
        return catalogue
    try:
        read = read_po(io.StringIO(file.text), abort_invalid=True)
    except PoFileError as fault:
        message = str(fault).rpartition(" on ")[0]
        catalogue.faults.append(file.complain("PO01", fault.lineno + 1, message=f"{message}."))
        return catalogue
    # What Babel raises for a head that no editor writes, such as `charset*=`.
    except (ValueError, LookupError, AttributeError, TypeError) as fault:
        catalogue.faults.append(file.complain("PO01", 1, message=f"{fault}."))
        return catalogue
    catalogue.head = read
    catalogue.entries = [_entry(message) for message in read if message.id]
    catalogue.gone = [_entry(message) for message in read.obsolete.values() if message.id]
    return catalogue


def _entry(message: object) -> Entry:
    """Returns what one message of Babel's says."""
    text, words = _first(getattr(message, "id", "")), _first(getattr(message, "string", ""))
    comments: Sequence[str] = getattr(message, "user_comments", ())
    remarks = tuple(comment for comment in comments if not comment.startswith("|"))
    fuzzy = bool(getattr(message, "fuzzy", False))
    return Entry(
        getattr(message, "context", None) or "", text, words, fuzzy, _previous(comments), remarks, getattr(message, "lineno", 0) or 0
    )


def _first(text: str | Sequence[str]) -> str:
    """Returns a text, or the first form of one that is counted."""
    return text if isinstance(text, str) else text[0]


def _previous(comments: Iterable[str]) -> str:
    """Returns the text that a fuzzy entry was translated from, which stands in comments that begin with a bar."""
    found, inside = "", False
    for comment in comments:
        if match := _PREVIOUS.fullmatch(comment):
            inside = match[1] == "msgid" or (inside and match[1] is None)
            found += unescape(match[2]) if inside else ""
    return found


def text_of(title: str, language: str | None, messages: Iterable[Message], entries: Iterable[Entry], old: Catalogue | None) -> str:
    """Returns the text of a catalogue: every message with its translation, then what is gone; `language` None makes a template.

    Where nothing but a date would change, the old text comes back.
    """
    found = {entry.key: entry for entry in entries}
    blocks = [_head(title, language, old.head if old else None)]
    blocks += [_block(message, found.get(message.key, Entry(*message.key))) for message in messages]
    blocks += [_written(entry, "#, fuzzy\n" * entry.fuzzy, prefix="#~ ") for entry in (old.gone if old else ())]
    text = "\n".join(blocks)
    return old.file.text if old and _DATES.sub("", text) == _DATES.sub("", old.file.text) else text


def _head(title: str, language: str | None, old: Catalog | None) -> str:
    """Returns the head of a catalogue; what translators wrote there stays."""
    now = datetime.now(UTC)
    made = Catalog(
        locale=language.replace("-", "_") if language else None,
        header_comment=old.header_comment if old else f"# {title}, told in {language or 'another language'}.",
        project=title,
        version="1",
        last_translator=old.last_translator if old else None,
        language_team=old.language_team if old else None,
        creation_date=now,
        revision_date=now,
        fuzzy=False,
    )
    sink = io.BytesIO()
    write_po(sink, made, width=_WIDTH)
    return sink.getvalue().decode().rstrip("\n") + "\n"


def _block(message: Message, entry: Entry) -> str:
    """Returns one message with its translation and all that is remarked on it."""
    lines = [f"#. {remark}\n" for remark in message.remarks]
    lines += [f"#: {_path(place.file)}:{place.line}\n" for place in message.places]
    guess = entry.fuzzy and bool(entry.words)
    lines += ["#, fuzzy\n"] * guess
    if guess and entry.previous:
        lines += [f"#| {line}\n" for line in f"msgid {normalize(entry.previous, width=_WIDTH)}".split("\n")]
    return _written(entry, "".join(lines))


def _path(name: str) -> str:
    """Returns a file's name as it stands in a catalogue: between marks, where it has blanks in it."""
    return f"\u2068{name}\u2069" if " " in name else name


def _written(entry: Entry, lines: str = "", prefix: str = "") -> str:
    """Returns an entry's context, text and translation, the translators' remarks first."""
    remarks = "".join(f"# {remark}\n" for remark in entry.remarks)
    said = "".join(
        f"{prefix}{name} {normalize(text, prefix=prefix, width=_WIDTH)}\n"
        for name, text in (("msgctxt", entry.context), ("msgid", entry.text), ("msgstr", entry.words))
    )
    return remarks + lines + said
