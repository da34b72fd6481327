"""Finds which layers of music each knot may need, so that a player's device holds those of a scene and not those of a whole story."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.compile import Compiled
    from studio.manifest_shape import StoryShape
    from studio.tags import Scanned

Music = Mapping[str, tuple[str, ...]]
_WORD = re.compile(r"\w+")


def music(shape: StoryShape, compiled: Compiled, scanned: Mapping[str, Scanned]) -> Music:
    """Returns the layers named anywhere in the file in which a knot stands, by knot: a layer can then join in step with the others.

    A tag that holds logic may name any of the words in it. Knots of files without music are left out.
    """
    known = {name for name, sound in shape.sounds.items() if sound.kind == "music"}
    named = {file: {word for tag in found.tags for word in _layers(tag.text)} & known for file, found in scanned.items()}
    found: dict[str, set[str]] = {}
    for flow in compiled.flows:
        knot = flow.path.partition(".")[0]
        if knot and (layers := named.get(flow.place.file)):
            found.setdefault(knot, set()).update(layers)
    return {knot: tuple(sorted(layers)) for knot, layers in sorted(found.items())}


def _layers(tag: str) -> list[str]:
    """Returns the words of a tag about music."""
    cue, _, value = tag.partition(":")
    return _WORD.findall(value) if cue.strip() == "music" else []
