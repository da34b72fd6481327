"""Checks the web of people in story.toml against its characters and against the script's variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studio.nearness import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studio.diagnostics import Diagnostic
    from studio.manifest_source import ManifestSource

_VAR = re.compile(r"^[ \t]*VAR[ \t]+([A-Za-z_]\w*)[ \t]*=", re.MULTILINE)


def check(manifest: ManifestSource, bare: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yields what is wrong with the web of people; `bare` is the script's files without their comments."""
    shape = manifest.shape
    if shape is None:
        return
    variables = {name for text in bare.values() for name in _VAR.findall(text)}
    for who, person in shape.people.items():
        path = ("people", who)
        if who not in shape.characters:
            yield manifest.complain("TOML10", path, who=who, near=did_you_mean(who, shape.characters))
        if person.closeness and person.closeness not in variables:
            yield manifest.complain("TOML11", (*path, "closeness"), name=person.closeness, near=did_you_mean(person.closeness, variables))
        if person.range[1] <= person.range[0]:
            yield manifest.complain("TOML12", (*path, "range"), who=who)
