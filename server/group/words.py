"""What phones and the facilitator's page say, in the language of whoever holds them."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from flask import request

from server.group.summary import picked

if TYPE_CHECKING:
    from collections.abc import Mapping

DOMAIN = "group"
CATALOGUES = Path(__file__).parent / "catalogues"
# Each by its own name.
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "sv": "Svenska", "tr": "Türkçe", "ar": "العربية"}
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
COOKIE = "threshold-language"


@lru_cache(maxsize=16)
def _catalogue(language: str) -> gettext.NullTranslations:
    """Returns a language's texts; English ones where there are none."""
    return gettext.translation(DOMAIN, CATALOGUES, [language], fallback=True)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str

    @property
    def direction(self) -> str:
        """Returns where its lines begin."""
        return direction(self.language)

    def t(self, message: str, **values: object) -> str:
        """Returns a text with its places filled."""
        return _catalogue(self.language).gettext(message).format(**values)

    def tn(self, one: str, many: str, count: int, **values: object) -> str:
        """Returns a text that counts something, with its places filled."""
        return _catalogue(self.language).ngettext(one, many, count).format(n=count, **values)

    def own(self, texts: Mapping[str, str]) -> tuple[str, str, str]:
        """Returns a story's text as this language has it, or another does; the language it is in, and where its lines begin."""
        said = picked(texts, self.language)
        where = next((name for name, text in texts.items() if text == said), self.language)
        return said, where, direction(where)


def direction(language: str) -> str:
    """Returns where a language's lines begin."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def words() -> Words:
    """Returns the words for this request: of the language chosen in its address, chosen before, or wished for by its phone."""
    chosen = request.args.get("lang") or request.cookies.get(COOKIE) or ""
    return Words(chosen if chosen in LANGUAGES else request.accept_languages.best_match(LANGUAGES) or "en")
