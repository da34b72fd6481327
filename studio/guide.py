"""Writes the tables of the writers' page from the tables that the tools themselves use."""

from __future__ import annotations

import functools
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.story.cues import CUES
from studio.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PLACES = {"line": "on a line", "choice": "on a choice", "both": "on either"}


def cues_text() -> str:
    """Returns the cues for the terminal: argument, place, meaning, example."""
    rows = [
        f"# {name}: {rule.argument}\n    {rule.meaning} Stands {_PLACES[rule.place]}.\n    Example: # {rule.example}"
        for name, rule in CUES.items()
    ]
    return "\n".join(rows)


def codes_text() -> str:
    """Returns the complaints for the terminal, one a line."""
    return "\n".join(f"{name}  {code.severity:<7}  {code.meaning}" for name, code in CODES.items())


def cues_table() -> str:
    """Returns the cues as a table in Markdown."""
    rows = [
        f"| `{name}` | {_cell(rule.argument)} | {_PLACES[rule.place]} | {rule.meaning} | `# {_cell(rule.example)}` |"
        for name, rule in CUES.items()
    ]
    return "\n".join(["| cue | takes | stands | what it does | example |", "|---|---|---|---|---|", *rows])


def codes_table() -> str:
    """Returns the complaints as a table in Markdown."""
    rows = [f"| `{name}` | {code.severity} | {_cell(code.meaning)} |" for name, code in CODES.items()]
    return "\n".join(["| code | kind | what it means |", "|---|---|---|", *rows])


def _cell(text: str) -> str:
    """Returns text that may stand in a cell of a table."""
    return text.replace("|", "\\|")


def renewed(page: str, tables: Mapping[str, Callable[[], str]]) -> str:
    """Returns a page with the part between `<!-- NAME: made by ... -->` and `<!-- /NAME -->` written anew for each table."""
    for name, table in tables.items():
        pattern = re.compile(rf"(<!-- {name}:[^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
        page = pattern.sub(functools.partial(_between, text=table()), page)
    return page


def _between(match: re.Match[str], text: str) -> str:
    """Returns the marks of a match with a text between them."""
    return f"{match[1]}\n{text}\n\n{match[2]}"


TABLES: Mapping[str, Callable[[], str]] = {"cues": cues_table, "codes": codes_table}


def main() -> int:
    """Writes the tables of the pages named on the command line anew: `python -m studio.guide docs/writers.md`."""
    for name in sys.argv[1:]:
        page = Path(name)
        page.write_text(renewed(page.read_text(encoding="utf-8"), TABLES), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
