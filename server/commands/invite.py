"""`threshold-server invite`: a link for somebody who will answer, or a new one for somebody who lost theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.accounts.models import KINDS, ROLES
from server.accounts.requests import Person
from server.commands import opened
from server.wire import decode

if TYPE_CHECKING:
    import argparse

WHO = "threshold-server"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command."""
    made = commands.add_parser("invite", help="makes an account and prints its enrolment link")
    made.add_argument("name", help="the sign-in name")
    made.add_argument("--role", action="append", choices=ROLES, help="may be given more than once (default: counsellor)")
    made.add_argument("--kind", choices=KINDS, default="professional", help="who they are to writers (default: %(default)s)")
    made.add_argument("--language", action="append", default=[], help="a language they answer in, such as de")
    made.add_argument("--again", action="store_true", help="the account is there: end its sessions and keys, and let it enrol anew")
    made.set_defaults(do=do)


def do(options: argparse.Namespace) -> int:
    """Makes the link."""
    with opened.house(options.folder) as house:
        if options.again:
            known = {str(one["name"]): str(one["id"]) for one in house.people.everyone()}
            token = house.people.reset(decode(known.get(options.name.lower(), "")), WHO)
        else:
            person = Person(name=options.name, roles=options.role or ["counsellor"], kind=options.kind, languages=options.language)
            token = house.people.invite(person, WHO)[1]
        print(f"{house.config.origin}/console/#enrol/{token}")
    return 0
