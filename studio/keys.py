"""The keys that sign stories: a publisher's own, or a development key of this computer.

A key file holds the secret half as 64 hexadecimal digits, and comment lines with #. Whoever has it can publish in its owner's name.
"""

from __future__ import annotations

import os
import re
import secrets
from typing import TYPE_CHECKING

from nacl.signing import SigningKey

from studio import home
from studio.errors import KeyFileError, WriteError

if TYPE_CHECKING:
    from pathlib import Path

_HEX = re.compile(r"[0-9a-fA-F]{64}")


def read_key(file: Path) -> SigningKey:
    """Returns the key in a file; raises KeyFileError where there is none."""
    try:
        text = file.read_text(encoding="ascii")
    except FileNotFoundError as fault:
        message = f"There is no key file “{file}”: make one with `threshold-studio key {file}`."
        raise KeyFileError(message) from fault
    except (OSError, ValueError) as fault:
        message = f"The key file “{file}” cannot be read: check that it is a key file and that you may read it."
        raise KeyFileError(message) from fault
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if len(lines) != 1 or not _HEX.fullmatch(lines[0]):
        message = f"“{file}” is not a key file: it should hold 64 hexadecimal digits."
        raise KeyFileError(message)
    return SigningKey(bytes.fromhex(lines[0]))


def make_key(file: Path, owner: str = "") -> SigningKey:
    """Makes a new key in a file that only its owner may read, and returns it.

    Raises KeyFileError where the file is there already, WriteError where it cannot be written.
    """
    secret = secrets.token_bytes(32)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as stream:  # noqa: PTH123 - the mode matters from the first moment
            stream.write(f"# Threshold: the secret key of {owner or 'a publisher'}. Keep it to yourself.\n{secret.hex()}\n")
    except FileExistsError as fault:
        message = f"There is a file “{file}” already: nothing was changed; choose another name."
        raise KeyFileError(message) from fault
    except OSError as fault:
        message = f"The key file “{file}” cannot be written ({fault.strerror}): choose another folder."
        raise WriteError(message) from fault
    return SigningKey(secret)


def development_key(folder: Path) -> SigningKey:
    """Returns this computer's development key, made when it is first needed."""
    file = folder / home.DEVELOPMENT
    if not file.exists():
        try:
            return make_key(file, "this computer, for trying out stories")
        except KeyFileError:
            pass
    return read_key(file)


def public(key: SigningKey) -> str:
    """Returns the public half as 64 hexadecimal digits."""
    return key.verify_key.encode().hex()


def trust(public_key: str, file: Path) -> bool:
    """Adds a public key to a list of trusted ones, once; tells whether it was added.

    Raises WriteError where the list cannot be written.
    """
    try:
        known = file.read_text(encoding="ascii") if file.exists() else "# Keys whose stories this build of Threshold trusts, one a line.\n"
        if public_key in known.split():
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(known + ("" if known.endswith("\n") else "\n") + public_key + "\n", encoding="ascii", newline="\n")
    except (OSError, ValueError) as fault:
        message = f"The list of trusted keys “{file}” cannot be written: check that it is a text file and that you may write it."
        raise WriteError(message) from fault
    return True
