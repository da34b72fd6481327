"""“Remember on this device”: the phrase under a passphrase of the player's own, in one file that is there only if they chose it."""

from __future__ import annotations

import contextlib
import secrets
import unicodedata
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from game.contact.coding import decode, encode, u32
from game.contact.errors import RememberError
from game.contact.keys import lock, stretch, unlock, wipe
from game.contact.phrase import LENGTH, Phrase
from game.errors import marked
from game.files import sweep, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "remembered"
_FRONT = b"threshold remembered v1"
_SALT, _SIZE, _PREFIX = 16, 1024, 4
_LOCKED = _SIZE + 24 + 16
_UNWRITTEN = marked("This device could not keep your words. Note them down somewhere safe instead.")
_WRONG = marked("That passphrase does not open what this device remembers. Try it again, or type your seven words.")
_UNREAD = marked("What this device remembers cannot be read. Your seven words still work.")
_SHORT = marked("Choose a longer passphrase: at least {count} letters.")
LEAST: Final = 8
MOST: Final = 1000


class _Words(msgspec.Struct):
    words: Annotated[tuple[Annotated[str, msgspec.Meta(max_length=40)], ...], msgspec.Meta(min_length=LENGTH, max_length=LENGTH)]
    tongue: Annotated[str, msgspec.Meta(max_length=40)]


class Memory:
    """The file, in the player's data folder."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder; nothing is written before `keep`."""
        self._path = folder / NAME

    @property
    def holds(self) -> bool:
        """Tells whether this device remembers a phrase."""
        return self._path.is_file()

    def keep(self, phrase: Phrase, passphrase: str) -> None:
        """Writes the phrase, sealed; takes about 0.1 s.

        Raises RememberError where it cannot be written, or the passphrase is very short.
        """
        if not LEAST <= len(passphrase) <= MOST:
            raise RememberError(_SHORT, count=LEAST)
        raw = encode(_Words(phrase.words, phrase.tongue))
        plain = (u32(len(raw)) + raw).ljust(_SIZE, b"\0")
        salt = secrets.token_bytes(_SALT)
        key = stretch(_normal(passphrase), salt)
        sealed = lock(key, plain, _FRONT + salt)
        wipe(key)
        try:
            write_atomically(self._path, _FRONT + salt + sealed)
        except OSError:
            raise RememberError(_UNWRITTEN) from None

    def recall(self, passphrase: str) -> Phrase:
        """Returns the phrase; takes about 0.1 s.

        Raises RememberError where there is none, it cannot be read, or the passphrase is another.
        """
        try:
            with self._path.open("rb") as stream:
                raw = stream.read(len(_FRONT) + _SALT + _LOCKED + 1)
        except OSError:
            raise RememberError(_UNREAD) from None
        if not raw.startswith(_FRONT) or len(raw) != len(_FRONT) + _SALT + _LOCKED:
            raise RememberError(_UNREAD)
        salt, sealed = raw[len(_FRONT) :][:_SALT], raw[len(_FRONT) + _SALT :]
        key = stretch(_normal(passphrase[:MOST]), salt)
        plain = unlock(key, sealed, _FRONT + salt)
        wipe(key)
        if plain is None:
            raise RememberError(_WRONG)
        return _phrase(plain)

    def forget(self) -> None:
        """Deletes the file, and what a write that was cut off may have left of it."""
        with contextlib.suppress(OSError):
            self._path.unlink()
        sweep(self._path.parent)


def _phrase(plain: bytes) -> Phrase:
    try:
        found = decode(plain[_PREFIX : _PREFIX + int.from_bytes(plain[:_PREFIX], "big")], _Words)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise RememberError(_UNREAD) from None
    return Phrase(found.words, found.tongue)


def _normal(passphrase: str) -> bytes:
    return unicodedata.normalize("NFKC", passphrase).encode()
