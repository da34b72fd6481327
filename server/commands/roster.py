"""`threshold-server roster`: the signed list of people, keys and offers; signing happens where the root key is, best offline."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from server import root
from server.accounts.lists import fingerprint_of
from server.commands import opened
from server.contact.roster import DOMAIN
from server.errors import ConfigurationError
from server.wire import Signed, encode

if TYPE_CHECKING:
    import argparse

WHO = "threshold-server"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command with its four parts."""
    made = commands.add_parser("roster", help="drafts, signs and publishes the list of people and offers")
    parts = made.add_subparsers(dest="part", required=True, metavar="PART")
    draft = parts.add_parser("draft", help="writes the next list, unsigned, to take to the offline machine")
    draft.add_argument("file", type=Path)
    draft.set_defaults(do=write_draft)
    sign = parts.add_parser("sign", help="signs a draft; without one, drafts, signs and publishes here")
    sign.add_argument("draft", type=Path, nargs="?", help="a file that `draft` wrote")
    sign.add_argument("--out", type=Path, help="where to write the signed list (with a draft)")
    sign.add_argument("--key", type=Path, required=True, help="the root key's file")
    sign.add_argument("--passphrase-file", type=Path, help="a file whose first line is its passphrase; left out, it is asked for")
    sign.add_argument("--yes", action="store_true", help="do not ask whether the fingerprints were read aloud")
    sign.set_defaults(do=do_sign)
    publish = parts.add_parser("publish", help="takes a signed list")
    publish.add_argument("file", type=Path)
    publish.set_defaults(do=do_publish)
    show = parts.add_parser("show", help="shows the list in force, and what the next one would change")
    show.set_defaults(do=do_show)


def write_draft(options: argparse.Namespace) -> int:
    """Writes a draft."""
    with opened.house(options.folder) as house:
        options.file.write_bytes(house.people.draft())
    print(f"{options.file} is written. Sign it offline: threshold-server roster sign {options.file} --key root.key --out signed.json")
    return 0


def signed(draft: bytes, key_file: Path, words: str) -> Signed:
    """Returns a list signed by the root key of a file."""
    key = root.load(key_file, words)
    return Signed.model_validate({"payload": encode(draft), "signature": encode(key.sign(DOMAIN + b"\0" + draft).signature)})


def _confirm(draft: bytes, *, sure: bool) -> None:
    """Shows whose keys are signed, and asks.

    Raises ConfigurationError where the answer is no.
    """
    said: dict[str, Any] = json.loads(draft)
    print(f"Version {said['version']}, until {said['expires']}:")
    for person in said["staff"]:
        print(f"  {person['name']:20} {fingerprint_of(person)}")
    for offer in said["offers"]:
        print(f"  {offer['id']}: {len(offer['staff'])} on duty")
    if sure:
        return
    if not sys.stdin.isatty() or input("Did each of them read you these digits, by voice? yes/no: ").strip().lower() != "yes":
        raise ConfigurationError("Nothing was signed. Have everybody read their digits to you first, from “My offers and key”.")


def do_sign(options: argparse.Namespace) -> int:
    """Signs a draft into a file, or drafts, signs and publishes at once."""
    if options.draft is not None:
        draft = options.draft.read_bytes()
        _confirm(draft, sure=options.yes)
        document = signed(draft, options.key, opened.passphrase(options.passphrase_file, "Passphrase of the root key"))
        out = options.out or options.draft.with_suffix(".signed.json")
        out.write_text(document.model_dump_json(), "utf-8")
        print(f"{out} is written. Publish it: threshold-server roster publish {out}")
        return 0
    with opened.house(options.folder) as house:
        draft = house.people.draft()
        _confirm(draft, sure=options.yes)
        document = signed(draft, options.key, opened.passphrase(options.passphrase_file, "Passphrase of the root key"))
        print(f"Version {house.people.publish(document, WHO)} is in force.")
    return 0


def do_publish(options: argparse.Namespace) -> int:
    """Publishes a signed list."""
    with opened.house(options.folder) as house:
        print(f"Version {house.people.publish(Signed.model_validate_json(options.file.read_text('utf-8')), WHO)} is in force.")
    return 0


def do_show(options: argparse.Namespace) -> int:
    """Shows the list in force."""
    with opened.house(options.folder) as house:
        state = house.people.state()
    if state["version"]:
        left = (dt.date.fromisoformat(state["expires"]) - dt.datetime.now(dt.UTC).date()).days
        print(f"Version {state['version']}, for {left} more days.")
    else:
        print("No list has been signed yet: nobody can be written to.")
    print("\n".join(["The next would change:", *state["differs"]]) if state["differs"] else "The next would be the same.")
    return 0
