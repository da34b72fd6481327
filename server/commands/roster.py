"""`threshold-server roster`: the signed list of people, keys and offers; signing happens where the root key is, best offline."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server import root
from server.accounts.lists import fingerprint_of
from server.commands import opened
from server.contact.roster import DOMAIN, LONGEST, view
from server.errors import BehindError, ConfigurationError, MalformedError, SignatureError
from server.wire import Signed, encode

if TYPE_CHECKING:
    import argparse

    from server.app import House

WHO = "threshold-server"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the command with its four parts."""
    made = commands.add_parser(
        "roster",
        help="drafts, signs and publishes the list of people and offers",
        description="The list of people, keys and offers, signed with the root key. Without one in force nobody can be written to. With "
        "the root key offline: `draft` on the server, `sign` on the machine that has the key, `publish` on the server.",
    )
    parts = made.add_subparsers(dest="part", required=True, metavar="PART")
    _add_draft(parts)
    _add_sign(parts)
    publish = parts.add_parser(
        "publish",
        help="takes a signed list",
        description="Takes a list that `sign` wrote; from then on the game and the console go by it.",
    )
    publish.add_argument("file", type=Path, help="the signed list")
    publish.set_defaults(do=do_publish)
    show = parts.add_parser(
        "show",
        help="shows the list in force, and what the next one would change",
        description="Shows how long the list in force lasts, and what the next one would add (+), drop (-) or change (~).",
    )
    show.set_defaults(do=do_show)


def _add_draft(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the part that writes a draft."""
    draft = parts.add_parser(
        "draft",
        help="writes the next list, unsigned, to take to the offline machine",
        description="Writes the next list, unsigned: everyone who is enrolled, their keys, and the offers. It holds nothing secret.",
    )
    draft.add_argument("file", type=Path, help="the file to write")
    draft.set_defaults(do=write_draft)


def _add_sign(parts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the part that signs."""
    sign = parts.add_parser(
        "sign",
        help="signs a draft; without one, drafts, signs and publishes here",
        description="Shows whose keys stand in a draft, asks whether they were read aloud, and signs it. Needs the root key and the draft "
        "only: no data folder, no network. Without a draft it does all three steps on the server.",
    )
    sign.add_argument("draft", type=Path, nargs="?", help="a file that `draft` wrote")
    sign.add_argument("--out", type=Path, help="where to write the signed list (default: beside the draft, ending in .signed.json)")
    sign.add_argument("--key", type=Path, required=True, help="the root key's file")
    sign.add_argument(
        "--passphrase-file",
        type=Path,
        help="a file whose first line is the key's passphrase, /dev/stdin for a pipe; left out, it is asked for",
    )
    sign.add_argument("--yes", action="store_true", help="do not ask whether the fingerprints were read aloud")
    sign.set_defaults(do=do_sign)


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


def _plain(said: object) -> str:
    """Returns a text without anything that a terminal could take for more than letters: a draft may come from a hostile server."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(said))


def _shown(draft: bytes, name: str) -> str:
    """Returns what a draft says, for somebody who is to sign it.

    Raises ConfigurationError where it is none, or lasts longer than anybody would take.
    """
    try:
        seen, said = view(draft), json.loads(draft)
        lines = [f"Version {seen.version}, until {seen.expires}:"]
        lines += [f"  {_plain(person['name'])[:40]:20} {fingerprint_of(person)}" for person in said["staff"]]
        lines += [f"  {_plain(offer['id'])}: {len(offer['staff'])} on duty" for offer in said["offers"]]
        long = seen.expires > dt.date.fromisoformat(said["issued"]) + LONGEST
    except (MalformedError, ValueError, KeyError, TypeError):
        raise ConfigurationError(f"{name} is no list that `roster draft` wrote, or it was damaged on the way.") from None
    if long:
        raise ConfigurationError(f"{name} lasts more than {LONGEST.days} days: nobody would take it. Write a new draft.")
    return "\n".join(lines if said["staff"] else [*lines, "  Nobody is enrolled yet: with this list nobody can be written to."])


def _confirm(draft: bytes, name: str, *, sure: bool) -> None:
    """Shows whose keys are signed, and asks.

    Raises ConfigurationError where the answer is no.
    """
    print(_shown(draft, name), flush=True)
    if sure:
        return
    if not sys.stdin.isatty() or input("Did each of them read you these digits, by voice? yes/no: ").strip().lower() != "yes":
        raise ConfigurationError("Nothing was signed. Have everybody read their digits to you first, from “My offers and key”.")


def do_sign(options: argparse.Namespace) -> int:
    """Signs a draft into a file, or drafts, signs and publishes at once."""
    if options.draft is not None:
        draft = options.draft.read_bytes()
        _confirm(draft, str(options.draft), sure=options.yes)
        document = signed(draft, options.key, opened.passphrase(options.passphrase_file, "Passphrase of the root key"))
        out = options.out or options.draft.with_suffix(".signed.json")
        out.write_text(document.model_dump_json(), "utf-8")
        print(f"{out} is written. Publish it: threshold-server roster publish {out}")
        return 0
    with opened.house(options.folder) as house:
        draft = house.people.draft()
        _confirm(draft, "The draft", sure=options.yes)
        document = signed(draft, options.key, opened.passphrase(options.passphrase_file, "Passphrase of the root key"))
        _publish(house, document)
    return 0


def _publish(house: House, document: Signed) -> None:
    """Takes a signed list, and says so.

    Raises ConfigurationError where it is not one that everybody would take.
    """
    try:
        print(f"Version {house.people.publish(document, WHO)} is in force.")
    except SignatureError:
        raise ConfigurationError("This organisation's root key did not sign this, or it was changed since: sign the draft again.") from None
    except BehindError:
        raise ConfigurationError("A list of this version, or a newer one, is in force already: write and sign a new draft.") from None
    except MalformedError:
        raise ConfigurationError(
            "This list is over, is not begun, or is another organisation's: see to the clock, then draft anew."
        ) from None


def do_publish(options: argparse.Namespace) -> int:
    """Publishes a signed list."""
    try:
        document = Signed.model_validate_json(opened.text(options.file))
    except ValueError:
        raise ConfigurationError(f"{options.file} is no signed list: it is the file that `roster sign` writes.") from None
    with opened.house(options.folder) as house:
        _publish(house, document)
    return 0


def do_show(options: argparse.Namespace) -> int:
    """Shows the list in force."""
    with opened.house(options.folder) as house:
        state = house.people.state()
    if state["version"]:
        left = (dt.date.fromisoformat(state["expires"]) - dt.datetime.now(dt.UTC).date()).days
        print(f"Version {state['version']}, for {left} more days." if left >= 0 else f"Version {state['version']} ended {-left} days ago.")
    else:
        print("No list has been signed yet: nobody can be written to.")
    print("\n".join(["The next would change:", *state["differs"]]) if state["differs"] else "The next would be the same.")
    return 0
