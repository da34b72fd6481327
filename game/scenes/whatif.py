"""Takes another way: the journey as it is stays kept, and one step leads back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.scenes.shell import Route

if TYPE_CHECKING:
    from game.scenes.session import Session
    from game.scenes.shell import Shell
    from game.story.atlas import Place
    from game.story.saves import SaveInfo


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
        _keep(shell, session)
        if isinstance(where, int):
            session.journey.jump_to(where)
            session.autosave()
        else:
            shell.session = session.elsewhere(where)
    except ThresholdError as fault:
        shell.tell(fault.say(t))
        return False
    _open(shell)
    if shell.party is None:
        shell.tell(t("This is a what-if. Your journey is kept as it was: the menu leads back to it."))
    else:
        shell.tell(t("This is a what-if. The group’s journey is kept as it was: the menu and the room lead back to it."))
    return True


def _keep(shell: Shell, session: Session) -> None:
    """Keeps the journey as it is; that of a group beside the reader's own, whose map knows nothing of it.

    Raises SaveError where it cannot be written.
    """
    if shell.party is None:
        session.keep_first(shell.verbs.picture())
    elif shell.party.first is None:
        shell.party.first = session.saves.write_apart(session.journey.record(), shell.verbs.picture())


def first(shell: Shell) -> SaveInfo | None:
    """Returns the save of the journey that this what-if began from, the group's where one plays; None outside of one."""
    if shell.party is not None:
        return shell.party.first
    return shell.session.first() if shell.session else None


def come_back(shell: Shell) -> None:
    """Goes back to the journey that this what-if began from; it goes on as if nothing had been."""
    session = shell.session
    kept = first(shell)
    if session is None or kept is None:
        return
    try:
        back = session.resume(session.book, shell.saves.load(kept), shell.saves, shell.words.asked)
    except ThresholdError as fault:
        shell.tell(fault.say(shell.t))
        return
    back.ways = session.ways
    if shell.party is None:
        back.ways.began(0)
    else:
        shell.party.first = None
    back.autosave()
    shell.session = back
    _open(shell)
    if shell.party is None:
        shell.tell(shell.t("You are back in your journey, where you left it."))
    else:
        shell.tell(shell.t("You are back in the group’s journey, where you left it."))


def _open(shell: Shell) -> None:
    """Shows the story where the session stands now, with its choices."""
    if shell.session is not None:
        shell.session.to_choices = True
    if shell.party is not None:
        # Whatever was voted on there, the group is asked anew.
        shell.party.again()
    shell.verbs.only(Route.READING)
