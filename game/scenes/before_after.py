"""Has messages sorted before a story and after it, where this playthrough drew the question that this answers."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from game.errors import SaveError
from game.scenes.shell import Route, Sorting

if TYPE_CHECKING:
    from game.scenes.session import Session
    from game.scenes.shell import Shell
    from game.story.sorting import Before, Sorted


def before(shell: Shell, session: Session) -> bool:
    """Opens the messages as the story begins; tells whether there are any to sort."""
    if not _wanted(shell, session):
        return False
    shell.sorting = Sorting(
        session.book, session.journey.language, after=False, take=lambda found: _keep(shell, session, found), leave=_nothing
    )
    shell.verbs.go(Route.SORT)
    return True


def after(shell: Shell, session: Session) -> bool:
    """Opens the messages once more as a reader leaves an ending; tells whether there are any to sort."""
    kept = _before(shell, session).load() if session.journey.endings and _wanted(shell, session) else None
    if kept is None:
        return False
    shell.sorting = Sorting(
        session.book,
        session.journey.language,
        after=True,
        take=lambda found: _compare(shell, session, kept, found),
        leave=shell.verbs.home,
    )
    shell.verbs.go(Route.SORT)
    return True


def _wanted(shell: Shell, session: Session) -> bool:
    return shell.telling is not None and shell.telling.part.on and shell.telling.wants_sorting(session)


def _before(shell: Shell, session: Session) -> Before:
    from game.story.sorting import Before  # noqa: PLC0415  few ever sort

    return Before(shell.paths.saves, session.book.manifest.id)


def _keep(shell: Shell, session: Session, found: Sorted) -> None:
    # What cannot be kept is not compared.
    with contextlib.suppress(SaveError):
        _before(shell, session).save(found)


def _compare(shell: Shell, session: Session, kept: Sorted, found: Sorted) -> None:
    from game.story.sorting import change  # noqa: PLC0415  few ever sort

    if shell.telling is not None:
        shell.telling.sorted(session, change(kept, found))
    with contextlib.suppress(SaveError):
        _before(shell, session).drop()
    shell.verbs.home()


def _nothing() -> None:
    """Goes on to the story: what was not sorted is not told."""
