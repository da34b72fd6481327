"""Collects the interface's texts and keeps the catalogues in step: `python3 run.py strings [LANG | console:LANG]`."""

from __future__ import annotations

import io
import re
import sys
import tomllib
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import write_po

from tools.catalogues import DOMAINS, languages, read, template_of
from tools.failure import FailureError

if TYPE_CHECKING:
    from collections.abc import Iterator

# What texts call the thing they count; only the form for the largest numbers must show it ("one minute", "{n} minutes").
NUMBER = {"n", "count", "number"}
COMMENT_TAG = "Translators:"
METHODS = MappingProxyType({".py": "python", ".html": "jinja2.ext:babel_extract", ".mjs": "javascript"})
SAID_BY = MappingProxyType({"game": "Threshold's interface", "console": "The counsellors' console", "group": "The phones of a group"})
HEADER = """\
# {what}, in {language}.
# The placeholders in curly brackets stay as they are, wherever the sentence needs them.
#"""
# Dates, versions and placeholders for names: they would change the file where no text has changed.
DROPPED = re.compile(
    rb'^"(?:Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Language-Team|Generated-By'
    rb"|Last-Translator: FULL NAME)[^\n]*\n",
    re.MULTILINE,
)


def _header(domain: str, language: str) -> str:
    """Returns the comment that a catalogue begins with."""
    return HEADER.format(what=SAID_BY[domain], language=language)


def extract(root: Path, domain: str = "game") -> Catalog:
    """Returns the template of every marked text, with the files it stands in."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["threshold"]["strings"][domain]
    keywords = parse_keywords(settings["keywords"])
    template = Catalog(project="Threshold", domain=domain, charset="utf-8", header_comment=_header(domain, "no language yet"), fuzzy=False)
    for pattern in settings["read"]:
        for path in sorted(root.glob(pattern)):
            place = path.relative_to(root).as_posix()
            for _, message, comments, context in extract_from_file(METHODS[path.suffix], str(path), keywords, (COMMENT_TAG,)):
                template.add(message, None, [(place, 1)], auto_comments=comments, context=context)
    return template


def text_of(catalogue: Catalog) -> bytes:
    """Returns a catalogue as it is written down: no dates, no line numbers, so that only a changed text changes it."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    return DROPPED.sub(b"", buffer.getvalue())


def begin(locales: Path, language: str, domain: str = "game") -> None:
    """Writes an empty catalogue for a language, such as `de` or `pt_BR`.

    Raises FailureError where there is no such domain, Babel knows no such language, or it has a catalogue already.
    """
    if domain not in DOMAINS:
        raise FailureError(f"There are no catalogues called “{domain}”: {', '.join(DOMAINS)}.")
    path = locales / language / "LC_MESSAGES" / f"{domain}.po"
    try:
        name = Locale.parse(language).english_name
    except (UnknownLocaleError, ValueError) as fault:
        raise FailureError(f"There is no language “{language}”: use a code such as de, ar or pt_BR.") from fault
    if path.is_file():
        raise FailureError(f"{path} is there already: `python3 run.py strings` brings it up to date.")
    path.parent.mkdir(parents=True, exist_ok=True)
    empty = Catalog(locale=language, project="Threshold", domain=domain, header_comment=_header(domain, name or language), fuzzy=False)
    path.write_bytes(text_of(empty))


def update(root: Path, domain: str = "game") -> Catalog:
    """Writes the template and brings each language up to date with it; what only looks alike is marked fuzzy. Returns the template."""
    locales = root / "locales"
    locales.mkdir(exist_ok=True)
    template = extract(root, domain)
    (locales / template_of(domain)).write_bytes(text_of(template))
    for language, path in languages(locales, domain):
        catalogue = read(path, language, domain)
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


def faults(root: Path, domain: str = "game") -> list[str]:
    """Returns a sentence for everything that is stale, missing or wrong in the catalogues."""
    locales = root / "locales"
    template = extract(root, domain)
    found = []
    written = locales / template_of(domain)
    if not written.is_file() or written.read_bytes().replace(b"\r\n", b"\n") != text_of(template):
        found.append(f"locales/{written.name} is stale: `python3 run.py strings` brings it up to date.")
    wanted = {(message.id, message.context) for message in template if message.id}
    for language, path in languages(locales, domain):
        place = path.relative_to(root).as_posix()
        messages = {(message.id, message.context): message for message in read(path, language, domain) if message.id}
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
        for argument in sys.argv[1:]:
            domain, _, language = argument.rpartition(":")
            begin(root / "locales", language, domain or "game")
        for domain in DOMAINS:
            _tell(root, update(root, domain), domain)
    except FailureError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _tell(root: Path, template: Catalog, domain: str) -> None:
    """Prints how far each language of a domain is."""
    total = sum(1 for message in template if message.id)
    print(f"{total} texts in locales/{template_of(domain)}")
    for language, path in languages(root / "locales", domain):
        done = sum(1 for message in read(path, language, domain) if message.id and not _fault(message))
        print(f"{language}: {done} of {total} translated")


if __name__ == "__main__":
    raise SystemExit(main())
