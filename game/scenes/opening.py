"""Opens the chosen story, where it was left or at its beginning; a story that cannot be opened is told of."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.scenes.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.shell import Shell

_log = logging.getLogger(__name__)


def resumed(shell: Shell) -> Session | None:
    """Returns a session of the chosen story where it was left."""
    return _opened(shell, Session.open)


def begun(shell: Shell) -> Session | None:
    """Returns a session of the chosen story at its beginning, saved."""
    session = _opened(shell, Session.begin)
    if session is not None:
        session.ways.began(0)
        session.autosave()
    return session


def _opened(shell: Shell, way: Callable[..., Session]) -> Session | None:
    book = shell.chosen.book if shell.chosen else None
    if book is None:
        return None
    story = book.manifest.id
    saved = shell.saves.latest(story) is not None if shell.telling is not None else False
    first = not saved and not shell.saves.seen(story).exists()
    try:
        session = way(book, shell.words.asked, shell.saves)
    except ThresholdError as fault:
        _log.warning("%s", fault)
        shell.tell(fault.say(shell.t))
        return None
    if shell.telling is not None and (first or way == Session.begin):
        shell.telling.begun(session, first=first)
    return session
