"""The interface's language: gettext catalogues, plurals, dates, and the reading direction."""

from __future__ import annotations

import gettext
import locale
import logging
import os
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

_log = logging.getLogger(__name__)

DOMAIN = "game"
SOURCE = "en"
_TO_THE_LEFT = "\u200f"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def system_language() -> str:
    """Returns the language the system is set to, as a tag such as `de` or `pt-BR`; English where it says nothing."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        # As in `de_AT.UTF-8` or `de_DE@euro`.
        if value := os.environ.get(name, "").partition(".")[0].partition("@")[0]:
            return SOURCE if value in {"C", "POSIX"} else value.replace("_", "-")
    return (locale.getlocale()[0] or SOURCE).replace("_", "-")


def base(language: str) -> str:
    """Returns the language of a tag without its region."""
    return language.partition("-")[0].lower()


def runs_from_right(language: str) -> bool:
    """Tells whether a language is read from right to left."""
    return base(language) in _RIGHT_TO_LEFT


class Words:
    """One language's catalogue; English where it has none. `asked` is the language that was asked for: a story may speak it."""

    def __init__(self, folder: Path, language: str) -> None:
        """Opens the catalogue of a language tag, or of its base language."""
        self.asked = language
        self.language, self._catalogue = self._find(folder, language)
        self.rtl = runs_from_right(self.language)

    @staticmethod
    def _find(folder: Path, language: str) -> tuple[str, gettext.NullTranslations]:
        for tag in (language, base(language)):
            path = folder / tag.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.mo"
            try:
                with path.open("rb") as stream:
                    return tag, gettext.GNUTranslations(stream)
            except FileNotFoundError:
                continue
            except (OSError, ValueError, LookupError, struct.error) as fault:
                _log.warning("the catalogue of %s cannot be read: %s", tag, fault)
        return SOURCE, gettext.NullTranslations()

    def t(self, message: str) -> str:
        """Returns a message in this language."""
        return self._catalogue.gettext(message)

    def tn(self, one: str, many: str, count: int) -> str:
        """Returns the form of a message that fits a count, with `{count}` still to be put in."""
        return self._catalogue.ngettext(one, many, count)

    def listed(self, parts: Iterable[str]) -> str:
        """Returns parts side by side in the direction of this language, with its own comma between them."""
        if not self.rtl:
            return ", ".join(parts)
        # Each by itself: two names in Latin letters would else stand in the order of Latin.
        words = "، ".join(f"\u2068{part}\u2069" for part in parts)
        return _TO_THE_LEFT + words if words else ""

    def day(self, day: dt.date) -> str:
        """Returns a day as this language writes it, with its year."""
        from babel.core import UnknownLocaleError  # noqa: PLC0415 - as below
        from babel.dates import format_date  # noqa: PLC0415

        try:
            return format_date(day, "long", locale=self._tongue())
        except (UnknownLocaleError, ValueError):
            return day.isoformat()

    def seconds(self, count: float) -> str:
        """Returns a number of seconds as this language writes them, in short."""
        from babel.core import UnknownLocaleError  # noqa: PLC0415 - as below
        from babel.units import format_unit  # noqa: PLC0415

        try:
            return format_unit(count, "duration-second", "short", locale=self._tongue())
        except (UnknownLocaleError, ValueError):
            return f"{count:g} s"

    def _tongue(self) -> str:
        """Returns the locale that says how days are written: the interface's English is British."""
        return "en_GB" if base(self.language) == SOURCE else base(self.language)

    def date(self, when: dt.datetime) -> str:
        """Returns a day and time as this language writes them."""
        from babel.core import UnknownLocaleError  # noqa: PLC0415 - 60 ms that the shelf does not need
        from babel.dates import format_skeleton, format_time  # noqa: PLC0415

        try:
            day = format_skeleton("MMMd", when, locale=self._tongue())
            return f"{day}, {format_time(when, 'HH:mm', locale=self._tongue())}"
        except (UnknownLocaleError, ValueError):
            return when.strftime("%Y-%m-%d %H:%M")


def known(folder: Path) -> tuple[str, ...]:
    """Returns the tags of every language there is a catalogue for, English first, made-up test languages last."""
    found = sorted(path.parent.parent.name.replace("_", "-") for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    real = [tag for tag in found if not made_up(tag)]
    return (SOURCE, *(tag for tag in real if tag != SOURCE), *(tag for tag in found if made_up(tag)))


def made_up(language: str) -> bool:
    """Tells whether a language is one of the pseudo-languages that show what is not translated."""
    return language.endswith(("-XA", "-XB"))


def own_name(language: str) -> str:
    """Returns a language's name as its own readers write it."""
    if made_up(language):
        return language
    names = {"en": "English", "de": "Deutsch", "fr": "Français", "sv": "Svenska", "tr": "Türkçe", "ar": "العربية"}
    return names.get(base(language)) or _written_by_its_readers(language)


def _written_by_its_readers(language: str) -> str:
    """Returns the name of a language that only a story speaks; its tag where nobody knows its name."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - as above

    try:
        name = Locale.parse(language, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:] if name else language
