"""The console's texts, as translators get them."""

from __future__ import annotations

import re
from pathlib import Path

from tools import strings

ROOT = Path(__file__).parent.parent.parent
SAID = re.compile(r'\b(?:t|tn|marked)\("((?:[^"\\]|\\.)*)"')


def test_every_text_of_the_console_reaches_the_translators() -> None:
    """A text inside another text or a template would be missed by what gathers them, and stay English for everybody."""
    gathered = set()
    for message in strings.extract(ROOT, "console"):
        gathered |= {message.id} if isinstance(message.id, str) else set(message.id)
    missed = [
        f"{path.name}: {text}"
        for path in sorted((ROOT / "server" / "console" / "static" / "js").rglob("*.mjs"))
        for text in SAID.findall(path.read_text("utf-8"))
        if text not in gathered
    ]
    assert missed == []
