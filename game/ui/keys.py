"""The table of keys: what each verb of the game is reached by, at first and as a player changed it.

Digits, Shift, Ctrl, Alt and Escape are no player's to give away: digits choose, Shift three times leaves at once, Ctrl held skips,
Escape always leads back. Everything else can be moved.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pygame

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Verb(StrEnum):
    """What a key can mean."""

    PRESS = "press"
    BACK = "back"
    NEXT = "next"
    PREVIOUS = "previous"
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    READ_ON = "read_on"
    REWIND = "rewind"
    FORWARD = "forward"
    SKIP = "skip"
    AUTO = "auto"
    BACKLOG = "backlog"
    MENU = "menu"
    HIDE = "hide"
    QUICK_SAVE = "quick_save"
    QUICK_LOAD = "quick_load"
    READ_ALOUD = "read_aloud"
    FULLSCREEN = "fullscreen"
    SCREENSHOT = "screenshot"
    HELP = "help"


# By pygame's names, in which "enter" is the one beside the digits.
DEFAULTS: Final[Mapping[Verb, tuple[str, ...]]] = MappingProxyType(
    {
        Verb.PRESS: ("return", "enter", "space"),
        Verb.BACK: ("escape", "ac back"),
        Verb.NEXT: ("tab",),
        Verb.PREVIOUS: ("shift+tab",),
        Verb.UP: ("up",),
        Verb.DOWN: ("down",),
        Verb.LEFT: ("left",),
        Verb.RIGHT: ("right",),
        Verb.READ_ON: ("space", "return", "enter"),
        Verb.REWIND: ("page up", "backspace"),
        Verb.FORWARD: ("page down",),
        Verb.SKIP: ("s",),
        Verb.AUTO: ("a",),
        Verb.BACKLOG: ("l",),
        Verb.MENU: ("m",),
        Verb.HIDE: ("h",),
        Verb.QUICK_SAVE: ("f5",),
        Verb.QUICK_LOAD: ("f9",),
        Verb.READ_ALOUD: ("f2",),
        Verb.FULLSCREEN: ("f11",),
        Verb.SCREENSHOT: ("f12",),
        Verb.HELP: ("f1",),
    }
)
# Pressing a control and reading on are the same gesture: these two may have keys in common.
_PAIR: Final = frozenset({Verb.PRESS, Verb.READ_ON})
# Back has these whatever else it has: whoever changes keys must always find a way out.
_ALWAYS_BACK: Final = ("escape", "ac back")
_SPARE: Final = ("f4", "f6", "f7", "f8", "f10", *"bcdefgijknopqrtuvwxyz")
_FIXED: Final = frozenset(
    {
        *("shift", "ctrl", "alt", "meta"),
        *(f"{side} {key}" for side in ("left", "right") for key in ("shift", "ctrl", "alt", "meta", "super", "gui")),
        *("caps lock", "numlock", "scroll lock", "alt gr", "mode", "compose", "f3", "home", *_ALWAYS_BACK),
        *(str(digit) for digit in range(10)),
        *(f"[{digit}]" for digit in range(10)),
    }
)
_LONGEST_NAME: Final = 24
# In a field these are letters, or take some away.
_TYPED: Final = frozenset({"space", "backspace", "delete"})


def name_of(event: pygame.event.Event) -> str:
    """Returns the name of the key of an event; empty where it has none."""
    return (pygame.key.name(event.key) or pygame.key.name(event.key, use_compat=False)).lower()


def usable(name: str) -> bool:
    """Tells whether a key can be given to a verb."""
    return 0 < len(name) <= _LONGEST_NAME and name.isprintable() and name not in _FIXED and not name.startswith("unknown")


def typed(event: pygame.event.Event) -> bool:
    """Tells whether a key writes or deletes something in a field."""
    name = "" if hasattr(event, "verbs") else name_of(event)
    return len(name) == 1 or name in _TYPED or name.startswith("[")


class Keys:
    """Which verbs each key means."""

    def __init__(self, own: Mapping[str, Sequence[str]] = MappingProxyType({})) -> None:
        """Takes what a player changed; what no key can be, or no verb, is as it was at first."""
        self._names = {verb: _names(verb, own.get(verb.value, ())) for verb in Verb}
        self._verbs: dict[str, set[Verb]] = {}
        for verb, names in self._names.items():
            for name in (*names, *(_ALWAYS_BACK if verb is Verb.BACK else ())):
                self._verbs.setdefault(name, set()).add(verb)

    def names(self, verb: Verb) -> tuple[str, ...]:
        """Returns the names of a verb's keys, the first one first; there is always one."""
        return self._names[verb]

    def of(self, event: pygame.event.Event) -> frozenset[Verb]:
        """Returns what a pressed key means; a pad's button brings its verbs along."""
        given: frozenset[Verb] | None = getattr(event, "verbs", None)
        if given is not None:
            return given
        name = name_of(event)
        shifted = self._verbs.get(f"shift+{name}", set()) if event.mod & pygame.KMOD_SHIFT else set()
        return frozenset(shifted or self._verbs.get(name, set()))

    def holders(self, verb: Verb, name: str) -> list[Verb]:
        """Returns the other verbs that have a key which this verb cannot share with them."""
        return [other for other in Verb if name in self._names[other] and not _share(verb, other)]

    def given(self, verb: Verb, name: str) -> dict[str, list[str]]:
        """Returns the player's table once a verb has this key and no other; who had the key gets the verb's own for it."""
        if not usable(name):
            return self.own()
        names = {**self._names, verb: (name,)}
        for other in self.holders(verb, name):
            rest = tuple(key for key in names[other] if key != name)
            names[other] = (*self._instead(verb, other, names, rest), *rest)
        return _own(names)

    def _instead(self, verb: Verb, other: Verb, names: Mapping[Verb, tuple[str, ...]], rest: tuple[str, ...]) -> tuple[str, ...]:
        """Returns the key that `other` has from now on beside the rest of its keys: one that nobody else needs."""
        taken = {key for each, keys in names.items() if not _share(each, other) for key in keys}
        free = [key for key in self._names[verb] if key not in taken and key not in rest and key not in _ALWAYS_BACK]
        if not free and not rest:
            free = [key for key in _SPARE if key not in taken]
        return tuple(free[:1])

    def own(self) -> dict[str, list[str]]:
        """Returns what differs from the beginning."""
        return _own(self._names)


def _share(one: Verb, other: Verb) -> bool:
    return one is other or {one, other} <= _PAIR


def _names(verb: Verb, own: Sequence[str]) -> tuple[str, ...]:
    """Returns a verb's keys: the player's where any of them can be used."""
    allowed = {"shift+tab", *(_ALWAYS_BACK if verb is Verb.BACK else ())}
    return tuple(dict.fromkeys(name for name in own if usable(name) or name in allowed)) or DEFAULTS[verb]


def _own(names: Mapping[Verb, tuple[str, ...]]) -> dict[str, list[str]]:
    return {verb.value: list(keys) for verb, keys in names.items() if keys != DEFAULTS[verb]}


@lru_cache(maxsize=4)
def _made(own: tuple[tuple[str, tuple[str, ...]], ...]) -> Keys:
    return Keys(dict(own))


def table(own: Mapping[str, Sequence[str]]) -> Keys:
    """Returns the keys as a player's settings have them; made once for the same settings."""
    return _made(tuple((verb, tuple(names)) for verb, names in own.items()))
