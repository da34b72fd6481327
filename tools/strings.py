"""Collects the interface's texts and keeps the catalogues in step: `python3 run.py strings [LANG]`."""

from __future__ import annotations

import io
import re
import sys
import tomllib
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import write_po

from tools.catalogues import DOMAIN, TEMPLATE, languages, read
from tools.failure import FailureError

if TYPE_CHECKING:
    from collections.abc import Iterator

# What texts call the thing they count; only the form for the largest numbers must show it ("one minute", "{n} minutes").
NUMBER = {"n", "count", "number"}
COMMENT_TAG = "Translators:"
HEADER = """\
# Threshold's interface, in {language}.
# The placeholders in curly brackets stay as they are, wherever the sentence needs them.
#"""
# Dates, versions and placeholders for names: they would change the file where no text has changed.
DROPPED = re.compile(
    rb'^"(?:Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Language-Team|Generated-By'
    rb"|Last-Translator: FULL NAME)[^\n]*\n",
    re.MULTILINE,
)


def extract(root: Path) -> Catalog:
    """Returns the template of every marked text, with the files it stands in."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["threshold"]["strings"]
    keywords = parse_keywords(settings["keywords"])
    template = Catalog(
        project="Threshold", domain=DOMAIN, charset="utf-8", header_comment=HEADER.format(language="no language yet"), fuzzy=False
    )
    for pattern in settings["read"]:
        for path in sorted(root.glob(pattern)):
            place = path.relative_to(root).as_posix()
            for _, message, comments, context in extract_from_file("python", str(path), keywords, (COMMENT_TAG,)):
                template.add(message, None, [(place, 1)], auto_comments=comments, context=context)
    return template


def text_of(catalogue: Catalog) -> bytes:
    """Returns a catalogue as it is written down: no dates, no line numbers, so that only a changed text changes it."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    return DROPPED.sub(b"", buffer.getvalue())


def begin(locales: Path, language: str) -> None:
    """Writes an empty catalogue for a language, such as `de` or `pt_BR`.

    Raises FailureError where Babel knows no such language, or it has a catalogue already.
    """
    path = locales / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    try:
        name = Locale.parse(language).english_name
    except (UnknownLocaleError, ValueError) as fault:
        raise FailureError(f"There is no language “{language}”: use a code such as de, ar or pt_BR.") from fault
    if path.is_file():
        raise FailureError(f"{path} is there already: `python3 run.py strings` brings it up to date.")
    path.parent.mkdir(parents=True, exist_ok=True)
    empty = Catalog(locale=language, project="Threshold", domain=DOMAIN, header_comment=HEADER.format(language=name), fuzzy=False)
    path.write_bytes(text_of(empty))


def update(root: Path) -> Catalog:
    """Writes the template and brings each language up to date with it; what only looks alike is marked fuzzy. Returns the template."""
    locales = root / "locales"
    locales.mkdir(exist_ok=True)
    template = extract(root)
    (locales / TEMPLATE).write_bytes(text_of(template))
    for language, path in languages(locales):
        catalogue = read(path, language)
        catalogue.update(template, update_header_comment=False)
        path.write_bytes(text_of(catalogue))
    return template


def fields(text: str) -> set[str]:
    """Returns the names of the placeholders in a text.

    Raises ValueError where a bracket is not closed.
    """
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _forms(message: Message) -> Iterator[tuple[set[str], set[str], str]]:
    """Yields for each form of a translation the placeholders it must have, those it may have, and its text."""
    if isinstance(message.id, str):
        yield fields(message.id), fields(message.id), str(message.string)
        return
    one, many = fields(message.id[0]), fields(message.id[-1])
    forms = [str(text) for text in message.string or ()]
    for text in forms[:-1]:
        yield (one & many) - NUMBER, one | many, text
    yield many, one | many, forms[-1]


def _fault(message: Message) -> str | None:
    """Returns what is wrong with one translation, or None."""
    if message.fuzzy:
        return "is fuzzy: read it once more, then take the word “fuzzy” away"
    try:
        for must, may, text in _forms(message):
            if not text.strip():
                return "is not translated"
            if not must <= (found := fields(text)) <= may:
                return f"has other placeholders than the English text: {', '.join(sorted(found ^ may))}"
    except ValueError as fault:
        return f"has a stray bracket: {fault}"
    return None


def faults(root: Path) -> list[str]:
    """Returns a sentence for everything that is stale, missing or wrong in the catalogues."""
    locales = root / "locales"
    template = extract(root)
    found = []
    if not (locales / TEMPLATE).is_file() or (locales / TEMPLATE).read_bytes().replace(b"\r\n", b"\n") != text_of(template):
        found.append(f"locales/{TEMPLATE} is stale: `python3 run.py strings` brings it up to date.")
    wanted = {(message.id, message.context) for message in template if message.id}
    for language, path in languages(locales):
        place = path.relative_to(root).as_posix()
        messages = {(message.id, message.context): message for message in read(path, language) if message.id}
        found += [f"{place}: “{_short(key)}” is missing: `python3 run.py strings` adds it." for key in wanted - messages.keys()]
        found += [f"{place}: “{_short(key)}” is no longer said: `python3 run.py strings` removes it." for key in messages.keys() - wanted]
        found += [
            f"{place}: “{_short(key)}” {fault}." for key in sorted(wanted & messages.keys(), key=repr) if (fault := _fault(messages[key]))
        ]
    return found


def _short(key: tuple[object, object]) -> str:
    """Returns the beginning of a message."""
    text = key[0] if isinstance(key[0], str) else str(key[0][0]) if isinstance(key[0], (list, tuple)) else str(key[0])
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004  as much as fits beside a path


def main() -> int:
    """Begins the languages named on the command line and updates all; says how far each is."""
    root = Path(__file__).parents[1]
    try:
        for language in sys.argv[1:]:
            begin(root / "locales", language)
        template = update(root)
    except FailureError as failure:
        print(failure, file=sys.stderr)
        return 1
    total = sum(1 for message in template if message.id)
    print(f"{total} texts in locales/{TEMPLATE}")
    for language, path in languages(root / "locales"):
        done = sum(1 for message in read(path, language) if message.id and not _fault(message))
        print(f"{language}: {done} of {total} translated")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
