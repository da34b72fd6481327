"""Compiles the catalogues that translators write into the ones the game opens."""

from __future__ import annotations

import shutil
from types import MappingProxyType
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from tools.failure import FailureError
from tools.pseudo import PSEUDO, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from babel.messages.catalog import Catalog

# Who says the texts, and where its compiled catalogues go: the game's interface, the counsellors' console, and the phones of a group.
DOMAINS: Mapping[str, str] = MappingProxyType(
    {"game": "game/catalogues", "console": "server/catalogues", "group": "server/group/catalogues"}
)


def template_of(domain: str) -> str:
    """Returns the name of a domain's template."""
    return f"{domain}.pot"


def read(path: Path, locale: str | None = None, domain: str = "game") -> Catalog:
    """Returns the catalogue of a .po or .pot file.

    Raises FailureError with file and line where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return read_po(file, locale=locale, domain=domain, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as fault:
        line = f":{fault.lineno}" if isinstance(fault, PoFileError) else ""
        raise FailureError(f"{path}{line}: {fault}") from fault


def languages(locales: Path, domain: str = "game") -> Iterator[tuple[str, Path]]:
    """Yields the name and the .po file of each language that people translate."""
    for path in sorted(locales.glob(f"*/LC_MESSAGES/{domain}.po")):
        yield path.parent.parent.name, path


def compile_all(locales: Path, target: Path, domain: str = "game") -> list[str]:
    """Writes the .mo file of each language, made-up ones too, and returns their names; fuzzy entries stay out.

    Raises FailureError where a catalogue cannot be read.
    """
    catalogues = {name: read(path, name, domain) for name, path in languages(locales, domain)}
    template = locales / template_of(domain)
    if template.is_file():
        messages = read(template, domain=domain)
        catalogues |= {name: catalogue(messages, name, domain) for name in PSEUDO}
    shutil.rmtree(target, ignore_errors=True)
    for name, made in catalogues.items():
        folder = target / name / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / f"{domain}.mo").open("wb") as file:
            write_mo(file, made)
    return sorted(catalogues)
