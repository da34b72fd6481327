"""Takes another way: the journey as it is stays kept, and one step leads back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.scenes.shell import Route

if TYPE_CHECKING:
    from game.scenes.session import Session
    from game.scenes.shell import Shell
    from game.story.atlas import Place


def to_place(shell: Shell, place: Place) -> bool:
    """Goes back to a place of the map, in this journey where it leads there; tells whether that could be."""
    session = shell.session
    if session is None:
        return False
    number = session.turn_at(place)
    return to_turn(shell, number) if number is not None else _go(shell, session, place)


def to_turn(shell: Shell, number: int) -> bool:
    """Goes back to a turn of this journey; tells whether that could be."""
    session = shell.session
    return session is not None and _go(shell, session, number)


def _go(shell: Shell, session: Session, where: Place | int) -> bool:
    """Keeps the journey, then stands elsewhere."""
    t = shell.t
    try:
        session.keep_first(shell.verbs.picture())
        if isinstance(where, int):
            session.journey.jump_to(where)
            session.autosave()
        else:
            shell.session = session.elsewhere(where)
    except ThresholdError as fault:
        shell.tell(fault.say(t))
        return False
    _open(shell)
    shell.tell(t("This is a what-if. Your journey is kept as it was: the menu leads back to it."))
    return True


def come_back(shell: Shell) -> None:
    """Goes back to the journey that this what-if began from; it goes on as if nothing had been."""
    session = shell.session
    first = session.first() if session else None
    if session is None or first is None:
        return
    try:
        back = session.resume(session.book, shell.saves.load(first), shell.saves, shell.words.asked)
    except ThresholdError as fault:
        shell.tell(fault.say(shell.t))
        return
    back.ways = session.ways
    back.ways.began(0)
    back.autosave()
    shell.session = back
    _open(shell)
    shell.tell(shell.t("You are back in your journey, where you left it."))


def _open(shell: Shell) -> None:
    """Shows the story where the session stands now, with its choices."""
    if shell.session is not None:
        shell.session.to_choices = True
    shell.verbs.only(Route.READING)
