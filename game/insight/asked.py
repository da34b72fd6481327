"""A question as a game answers it: its name, every answer it can have, and how strongly the answer is blurred."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from game.insight import ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_REACHED: Final = "not_reached"
LANGUAGE: Final = "language"
SENSITIVE: Final = frozenset({"help_opened", "before_after"})


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question of a release; `options` has `not_reached` last, `epsilon` is in thousandths."""

    name: str
    kind: str
    options: tuple[str, ...]
    epsilon: int


def of(name: str, kind: str, options: Sequence[str]) -> Asked:
    """Returns a question as it is answered, blurred as its kind wants."""
    return Asked(name, kind, (*options, NOT_REACHED), ledger.SENSITIVE if kind in SENSITIVE else ledger.PLAY)


def language(languages: Sequence[str]) -> Asked:
    """Returns the question that every release asks: in which language it is played."""
    return Asked(LANGUAGE, LANGUAGE, (*sorted(languages), NOT_REACHED), ledger.LANGUAGE)
