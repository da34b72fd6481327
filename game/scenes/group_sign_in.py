"""A group that is not in one room: name, passphrase and code, one line after the other, and then the way in as ever.

Nothing that is typed here is kept: it goes to the account that makes the room, and is forgotten there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import DeploymentError
from game.scenes.shell import Asking, Route

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.deployment import Deployment
    from game.scenes.shell import Shell

_MOST_NAME, _MOST_PASSPHRASE, _MOST_CODE = 80, 1000, 10


def server(shell: Shell) -> Deployment | None:
    """Returns where rooms for groups are on the internet; None where this build knows of no such place."""
    from game import deployment  # noqa: PLC0415  few ever play with a group

    try:
        found = deployment.find(shell.paths)
    except DeploymentError:
        return None
    return found if found is not None and found.group else None


def begin(shell: Shell, where: Deployment) -> None:
    """Asks for one line after the other, and then opens the room; a line that is left empty ends it."""
    t, said = shell.t, list[str]()
    name = (
        t("Your name in the console"),
        t("You sign in at {place}, only to open this room.").format(place=where.group),
        _MOST_NAME,
        False,
    )
    passphrase = (t("Your passphrase"), t("It stays on this device, and is not shown while you type."), _MOST_PASSPHRASE, True)
    code = (t("The six digits of your code generator"), t("Each code is good once. Then phones can come in."), _MOST_CODE, False)

    def ask(steps: list[tuple[str, str, int, bool]]) -> None:
        title, words, most, veiled = steps[0]
        shell.asking = Asking(title, words, "", most, take(steps[1:]), veiled)
        shell.verbs.go(Route.ENTRY)

    def take(rest: list[tuple[str, str, int, bool]]) -> Callable[[str], None]:
        def taken(text: str) -> None:
            said.append(text)
            if not text:
                return
            if rest:
                ask(rest)
            else:
                _open(shell, where, *said)

        return taken

    ask([name, passphrase, code])


def drop(shell: Shell) -> None:
    """Lets go of a room that was never opened, because its server let nobody in: the next press begins anew."""
    from game.group.errors import AccountError  # noqa: PLC0415  as above

    if shell.party is not None and isinstance(shell.party.host.trouble, AccountError):
        shell.party.end()
        shell.party = None


def _open(shell: Shell, where: Deployment, name: str, passphrase: str, code: str) -> None:
    """Opens the room, and shows the way in."""
    from game.group.account import Account  # noqa: PLC0415  as above
    from game.scenes.party import Party  # noqa: PLC0415  as above

    book = shell.chosen.book if shell.chosen else None
    if book is None:
        return
    drop(shell)
    shell.party = Party(shell.paths.data, book, shell.wake, Account(where.group, where.proxy, name, passphrase, code))
    shell.party.host.start()
    shell.verbs.scale()
    shell.verbs.go(Route.GROUP)
