"""Makes two languages that nobody speaks, to see what breaks: `en_XA` is longer and accented, `ar_XB` runs from right to left."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGER = 1.4
FIELD = re.compile(r"(\{\{|\}\}|\{[^{}]*\})")
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Accented letters that each of the game's typefaces has, plain ones where they have none.
ACCENTED = "åbçďéƒğħîjķļmñôþqŕšţûvŵxýžÅBÇĎÉFĞĦÎJĶĻMÑÔÞQŔŠŢÛVŴXÝŽ"
ARABIC = "ابجدهفغحيكقلمنوپثرستعڤطخىز"
TO_ACCENTED = str.maketrans(LATIN, ACCENTED)
TO_ARABIC = str.maketrans(LATIN, ARABIC * 2)


def _outside_fields(text: str, change: Callable[[str], str]) -> str:
    """Returns `text` with everything but its placeholders changed."""
    return "".join(part if FIELD.fullmatch(part) else change(part) for part in FIELD.split(text))


def accented(text: str) -> str:
    """Returns `text` in accented letters, in brackets, at least forty per cent longer; placeholders stay."""
    core = _outside_fields(text, lambda part: re.sub("[aeiou]", r"\g<0>\g<0>", part).translate(TO_ACCENTED))
    tail = "·" * max(0, round(len(text) * LONGER) - len(core) - 2)
    return f"[{core}{tail}]"


def arabic(text: str) -> str:
    """Returns `text` with Arabic letters for Latin ones, so that it lays out from right to left; placeholders stay."""
    return _outside_fields(text, lambda part: part.translate(TO_ARABIC))


PSEUDO: Mapping[str, tuple[str, Callable[[str], str]]] = MappingProxyType({"en_XA": ("en", accented), "ar_XB": ("ar", arabic)})


def _translated(message: Message, change: Callable[[str], str], forms: int) -> str | tuple[str, ...]:
    """Returns the made-up translation of a message, in as many forms as the language counts in."""
    if isinstance(message.id, str):
        return change(message.id)
    one, many = message.id[0], message.id[-1]
    return tuple(change(one if form == 0 else many) for form in range(forms))


def catalogue(template: Catalog, name: str, domain: str = "game") -> Catalog:
    """Returns the whole catalogue of the made-up language `name` for the messages of `template`; it counts as its base language does."""
    base, change = PSEUDO[name]
    made = Catalog(locale=base, domain=domain, project="Threshold")
    for message in template:
        if message.id:
            made.add(message.id, _translated(message, change, made.num_plurals), context=message.context)
    return made
