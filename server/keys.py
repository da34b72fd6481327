"""Shredding keys: one for each epoch of a conversation, in a file of its own that no backup holds.

What lies under a destroyed key is gone, also from copies made earlier. All keys that wait are written in one transaction, so that a
hundred first letters do not wait for a hundred disks; nobody is told that a letter is stored before its key is on the disk.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from server.errors import LaterError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from pathlib import Path

_TABLE = """CREATE TABLE IF NOT EXISTS keys (
    conversation BLOB NOT NULL, epoch INTEGER NOT NULL, key BLOB NOT NULL, PRIMARY KEY (conversation, epoch)
) WITHOUT ROWID"""
_WAIT_SECONDS = 30


class _File:
    """One connection to the file, for one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Opens a connection that overwrites what it deletes, with a rollback journal that is emptied at each commit."""
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=TRUNCATE", "secure_delete=ON", "synchronous=FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(_TABLE)

    def read(self, query: str, *values: object) -> list[tuple[object, ...]]:
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


class Shredder:
    """Seals wraps under keys that can be destroyed."""

    def __init__(self, path: Path) -> None:
        """Opens the file of keys, and makes it where there is none, for this user only."""
        if not path.exists():
            path.touch(mode=0o600)
        self._writer, self._reader = _File(path), _File(path)
        self._waiting: list[tuple[bytes, int, bytes]] = []
        self._lock = threading.Lock()
        # Keys without a conversation at the last sweep: they go at the next, when no first letter can still be on its way.
        self._orphans: set[bytes] = set()

    def make(self, conversation: bytes, epoch: int) -> None:
        """Makes an epoch's key unless there is one, and returns when it is safely written.

        Raises LaterError where it cannot be written.
        """
        with self._lock:
            self._waiting.append((conversation, epoch, random(SecretBox.KEY_SIZE)))
        # Whoever comes first writes for all who wait by then; the others find nothing left to write.
        with self._writer.written() as connection:
            with self._lock:
                batch, self._waiting = self._waiting, []
            connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", batch)
        if epoch not in self.find_all(conversation):
            raise LaterError

    def find_all(self, conversation: bytes) -> dict[int, SecretBox]:
        """Returns every key of a conversation by its epoch."""
        rows = self._reader.read("SELECT epoch, key FROM keys WHERE conversation = ?", conversation)
        return {epoch: SecretBox(key) for epoch, key in rows}  # type: ignore[misc,arg-type]  # as the table says

    def all(self) -> set[tuple[bytes, int]]:
        """Returns the epochs that have a key, each by conversation and number."""
        return {(conversation, epoch) for conversation, epoch in self._reader.read("SELECT conversation, epoch FROM keys")}  # type: ignore[misc]  # as above

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
        with self._writer.written() as connection:
            connection.executemany(statement, rows)

    def close(self) -> None:
        """Lets go of the file."""
        self._writer.close()
        self._reader.close()


def opened(box: SecretBox | None, sealed: bytes) -> bytes | None:
    """Returns what lies under a key, or None where the key is destroyed or another."""
    if box is None:
        return None
    try:
        return box.decrypt(sealed)
    except CryptoError:
        return None
