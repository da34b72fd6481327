"""Shredding keys: one for each epoch of a conversation, in a file of its own that no backup holds.

What lies under a destroyed key is gone, also from copies made earlier. All keys that wait are written in one transaction, so that a
hundred first letters do not wait for a hundred disks; nobody is told that a letter is stored before its key is on the disk.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from server.errors import ConfigurationError, LaterError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from pathlib import Path

_TABLE = """CREATE TABLE IF NOT EXISTS keys (
    conversation BLOB NOT NULL, epoch INTEGER NOT NULL, key BLOB NOT NULL, PRIMARY KEY (conversation, epoch)
) WITHOUT ROWID"""
_KEYS_OF = "SELECT epoch, key FROM keys WHERE conversation = ?"
_WAIT_SECONDS = 30


class _File:
    """One connection to the file, for one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Opens a connection that overwrites what it deletes, with a rollback journal that is emptied at each commit.

        Raises ConfigurationError where the file is damaged or cannot be opened.
        """
        self._lock = threading.Lock()
        try:
            self._connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
            for pragma in ("journal_mode=TRUNCATE", "secure_delete=ON", "synchronous=FULL"):
                self._connection.execute(f"PRAGMA {pragma}")
            self._connection.execute(_TABLE)
        except sqlite3.Error as fault:
            raise ConfigurationError(f"{path} cannot be opened ({fault}): bring it back from its mirror.") from fault

    def read(self, query: str, *values: object) -> list[Any]:
        """Returns the rows of a query.

        Raises LaterError where the file cannot be read.
        """
        try:
            with self._lock:
                return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as fault:
            raise LaterError from fault

    @contextmanager
    def written(self) -> Generator[sqlite3.Connection]:
        """Gives a transaction that is on the disk when the block ends.

        Raises LaterError where it cannot be written.
        """
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
                self._connection.execute("COMMIT")
            except sqlite3.Error as fault:
                raise LaterError from fault
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock:
            self._connection.close()


@dataclass(slots=True)
class _Wish:
    """A key that somebody waits for."""

    conversation: bytes
    epoch: int
    # All keys of the conversation, once this one is written.
    boxes: dict[int, SecretBox] = field(default_factory=dict)


class Shredder:
    """Seals wraps under keys that can be destroyed."""

    def __init__(self, path: Path) -> None:
        """Opens the file of keys, and makes it where there is none, for this user only."""
        if not path.exists():
            path.touch(mode=0o600)
        self._file = _File(path)
        self._waiting: list[_Wish] = []
        self._lock, self._turn = threading.Lock(), threading.Lock()
        # Keys without a conversation at the last sweep: they go at the next, when no first letter can still be on its way.
        self._orphans: set[bytes] = set()

    def make(self, conversation: bytes, epoch: int) -> dict[int, SecretBox]:
        """Makes an epoch's key unless there is one, and returns all keys of the conversation when it is safely written.

        Raises LaterError where it cannot be written.
        """
        wish = _Wish(conversation, epoch)
        with self._lock:
            self._waiting.append(wish)
        # Whoever comes first writes for all who wait by then; the others find theirs written.
        with self._turn:
            if not wish.boxes:
                self._write_waiting()
        if not wish.boxes:
            raise LaterError
        return wish.boxes

    def _write_waiting(self) -> None:
        """Writes every key that is wished for, in one transaction."""
        with self._lock:
            batch, self._waiting = self._waiting, []
        with self._file.written() as connection:
            rows = [(wish.conversation, wish.epoch, random(SecretBox.KEY_SIZE)) for wish in batch]
            connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", rows)
            # Found before anybody can destroy them.
            boxes = [_boxes(connection.execute(_KEYS_OF, (wish.conversation,)).fetchall()) for wish in batch]
        for wish, found in zip(batch, boxes, strict=True):
            wish.boxes = found

    def find_all(self, conversation: bytes) -> dict[int, SecretBox]:
        """Returns every key of a conversation by its epoch."""
        return _boxes(self._file.read(_KEYS_OF, conversation))

    def all(self) -> set[tuple[bytes, int]]:
        """Returns the epochs that have a key, each by conversation and number."""
        return {(conversation, epoch) for conversation, epoch in self._file.read("SELECT conversation, epoch FROM keys")}

    def destroy(self, epochs: Iterable[tuple[bytes, int]]) -> None:
        """Destroys the keys of some epochs, each given by conversation and number."""
        self._destroy("DELETE FROM keys WHERE conversation = ? AND epoch = ?", epochs)

    def destroy_all(self, conversations: Iterable[bytes]) -> None:
        """Destroys every key of some conversations."""
        self._destroy("DELETE FROM keys WHERE conversation = ?", [(conversation,) for conversation in conversations])

    def destroy_orphans(self, living: Callable[[list[bytes]], set[bytes]]) -> None:
        """Destroys the keys of conversations that were never stored; those made since the last sweep are left alone."""
        before = {conversation for conversation, _ in self.all()}
        lost = before - living(sorted(before))
        self.destroy_all(self._orphans & lost)
        self._orphans = lost

    def _destroy(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Deletes keys and what they were written on."""
        with self._file.written() as connection:
            connection.executemany(statement, rows)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()


def _boxes(rows: list[tuple[int, bytes]]) -> dict[int, SecretBox]:
    """Returns keys by their epoch."""
    return {epoch: SecretBox(key) for epoch, key in rows}


def opened(box: SecretBox | None, sealed: bytes) -> bytes | None:
    """Returns what lies under a key, or None where the key is destroyed or another."""
    if box is None:
        return None
    try:
        return box.decrypt(sealed)
    except CryptoError:
        return None
