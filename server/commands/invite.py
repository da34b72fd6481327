"""`threshold-server invite`: a link for somebody who will answer, or a new one for somebody who lost theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.accounts.models import KINDS, ROLES
from server.accounts.requests import Person
from server.accounts.service import INVITATION_DAYS, folded
from server.commands import opened
from server.errors import ConfigurationError, TakenError
from server.wire import decode

if TYPE_CHECKING:
    import argparse

    from server.accounts.people import People

WHO = "threshold-server"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser(
        "invite",
        help="makes an account and prints its enrolment link",
        description=f"Makes an account and prints the link with which its owner enrols within {INVITATION_DAYS} days. The link opens the "
        "account once: hand it over in person, or over a line you trust. After enrolling, sign a new list of people.",
    )
    made.add_argument("name", help="the sign-in name")
    made.add_argument("--role", action="append", choices=ROLES, help="what they may do; may be given more than once (default: counsellor)")
    made.add_argument("--kind", choices=KINDS, default="professional", help="who they are to writers (default: %(default)s)")
    made.add_argument("--language", action="append", default=[], help="a language they answer in, such as de; may be given more than once")
    made.add_argument("--again", action="store_true", help="the account is there: end its sessions and keys, and let it enrol anew")
    made.set_defaults(do=do)


def person(name: str, **said: object) -> Person:
    """Returns somebody who can be invited.

    Raises ConfigurationError where name or languages are not as they must be.
    """
    try:
        return Person.model_validate({"name": name.strip(), **said})
    except ValueError:
        raise ConfigurationError("A sign-in name has 1 to 80 letters, and a language is written as de or pt-BR.") from None


def do(options: argparse.Namespace) -> int:
    """Makes the link."""
    asked = person(options.name, roles=options.role or ["counsellor"], kind=options.kind, languages=options.language)
    with opened.house(options.folder) as house:
        token = _again(house.people, asked.name) if options.again else _new(house.people, asked)
        print(f"{house.config.origin}/console/#enrol/{token}")
    return 0


def _new(people: People, asked: Person) -> str:
    """Returns the link's token of a new account.

    Raises ConfigurationError where the name is in use.
    """
    try:
        return people.invite(asked, WHO)[1]
    except TakenError:
        raise ConfigurationError(f"There is an account “{asked.name}” already: --again gives it a new link.") from None


def _again(people: People, name: str) -> str:
    """Returns a new link's token for an account.

    Raises ConfigurationError where there is none.
    """
    known = {str(one["name"]): str(one["id"]) for one in people.everyone()}
    if folded(name) not in known:
        raise ConfigurationError(f"There is no account “{name}”: without --again this makes one.")
    return people.reset(decode(known[folded(name)]), WHO)
