"""Brings and makes what the wheel holds and git does not: compiler, fonts, catalogues, sounds, story packs."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ThresholdHook(BuildHookInterface[Any]):
    """Runs before the wheel is zipped; an editable install gets its sounds and packs from run.py, which shows its progress."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  hatchling's signature
        """Makes everything that is missing or stale; an error here fails the build."""
        sys.path.insert(0, self.root)
        from tools import build  # noqa: PLC0415  importable only now

        build.make(self.root, ["vendor", "catalogues"] if version == "editable" else list(build.STEPS))
