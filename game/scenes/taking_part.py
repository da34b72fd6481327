"""Where a build has a place to send answers to, and goes on sending them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from game.errors import DeploymentError
from game.scenes.telling import Telling

if TYPE_CHECKING:
    from game.insight.part import Part
    from game.scenes.shell import Shell

_log = logging.getLogger(__name__)


def opened(shell: Shell) -> Part | None:
    """Returns the player's part, made at the first call; None where this build has no place to send answers to.

    Raises DeploymentError where the file that names it is wrong.
    """
    if shell.telling is None:
        from game import deployment  # noqa: PLC0415  few ever take part

        found = deployment.find(shell.paths)
        if found is None or not found.insight:
            return None
        from game.insight.part import Part  # noqa: PLC0415  few ever take part

        shell.telling = Telling(Part(shell.paths.data, found.insight, found.proxy))
    return shell.telling.part


def resume(shell: Shell) -> None:
    """Goes on taking part, where the player does; where that cannot be, nothing is told."""
    if not shell.settings.insight:
        return
    try:
        part = opened(shell)
    except DeploymentError as fault:
        _log.warning("%s", fault)
        return
    if part is not None:
        part.join()
