"""What an organisation's own build is called and what its colours are: the file `own.toml` among the parts, made by `threshold build`."""

from __future__ import annotations

import dataclasses
import logging
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from game.own import legible
from game.own.errors import OwnError
from game.ui.theme import THEMES, clear, colour_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from game.ui.theme import Theme

_log = logging.getLogger(__name__)
FILE: Final = "own.toml"
# The looks that may be changed: the two of high contrast are for those who need them, and stay.
CHANGED: Final = ("dusk", "night", "paper", "sepia")
ROLES: Final = ("ground", "text", "second", "label", "accent", "on_accent", "accent_edge", "sign", "ring", "own")
_MOST_BYTES: Final = 20_000
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=24, pattern=r"^[^\x00-\x1f\x7f<>]+$")]


class Dress(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: a name, and for each look the colours that are other ones, by what they are for."""

    name: Name = "Threshold"
    colours: dict[str, dict[str, str]] = {}


@dataclass(frozen=True, slots=True)
class House:
    """What the game is called here, and its looks; as they come where no organisation has changed them."""

    name: str = ""
    themes: Mapping[str, Theme] = field(default_factory=lambda: THEMES)


def themes(colours: Mapping[str, Mapping[str, str]]) -> dict[str, Theme]:
    """Returns every look, with an organisation's colours in it.

    Raises OwnError where a look, a colour or its use is unknown, or where something could not be read.
    """
    found = dict(THEMES)
    for name, changed in colours.items():
        if name not in CHANGED:
            raise OwnError("There is no look “{name}” to be changed: there are {known}.", name=name, known=", ".join(CHANGED))
        found[name] = _theme(THEMES[name], changed)
    return found


def _theme(look: Theme, changed: Mapping[str, str]) -> Theme:
    for role, colour in changed.items():
        if role not in ROLES:
            raise OwnError("There is no colour “{role}” in “{look}”: there are {known}.", role=role, look=look.name, known=", ".join(ROLES))
        if not _COLOUR.fullmatch(colour):
            raise OwnError("The colour “{role}” of “{look}” must be written like #1C1E45.", role=role, look=look.name)
    taken = {role: colour_of(colour) for role, colour in changed.items()}
    if "ground" in taken:
        # A panel is its ground, as far as nothing shines through; what keeps the ring apart from pictures is the ground, too.
        taken["panel"] = clear(taken["ground"], (look.panel >> 24) / 255)
        taken["halo"] = clear(taken["ground"], (look.halo >> 24) / 255)
    made = dataclasses.replace(look, **taken)  # type: ignore[arg-type]  # ROLES names colours alone
    for role, is_now, needed in legible.faults(made):
        raise OwnError(
            "In “{look}”, the colour “{role}” cannot be read or seen well enough: its contrast is {now} to 1, and it needs {needed} to 1.",
            look=look.name,
            role=role,
            now=f"{int(is_now * 10) / 10:g}",
            needed=f"{needed:g}",
        )
    return made


def read(path: Path) -> House:
    """Returns what a build is called and looks like; a file that cannot be used leaves everything as it comes, and the log says so."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise OwnError("The file is too large.")
        dress = msgspec.toml.decode(path.read_bytes(), type=Dress)
        return House(dress.name if dress.name != Dress().name else "", themes(dress.colours))
    except FileNotFoundError:
        return House()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, OwnError) as fault:
        _log.warning("%s cannot be used: %s", path.name, fault)
        return House()
