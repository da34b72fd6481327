"""Shredding keys: one for each epoch of a conversation, in a file of its own that no backup holds.

What lies under a destroyed key is gone, also from copies made earlier. Keys are written by one thread, all that wait in one
transaction, so that a hundred first letters do not wait for a hundred disks.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from server.errors import LaterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_TABLE = """CREATE TABLE IF NOT EXISTS keys (
    conversation BLOB NOT NULL, epoch INTEGER NOT NULL, key BLOB NOT NULL, PRIMARY KEY (conversation, epoch)
) WITHOUT ROWID"""
_WAIT_SECONDS = 30


class Shredder:
    """Seals wraps under keys that can be destroyed."""

    def __init__(self, path: Path) -> None:
        """Opens the file of keys, and makes it where there is none, for this user only."""
        if not path.exists():
            path.touch(mode=0o600)
        self._path = path
        self._waiting: list[tuple[bytes, int, bytes, threading.Event]] = []
        self._lock = threading.Lock()
        self._wanted = threading.Event()
        self._writing = threading.Lock()
        # Keys without a conversation at the last sweep: they go at the next, when no first letter can still be on its way.
        self._orphans: set[bytes] = set()
        with closing(self._open()) as connection:
            connection.execute(_TABLE)

    def _open(self) -> sqlite3.Connection:
        """Returns a connection that overwrites what it deletes, in a rollback journal that is emptied at each commit."""
        connection = sqlite3.connect(self._path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=TRUNCATE", "secure_delete=ON", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def make(self, conversation: bytes, epoch: int) -> SecretBox:
        """Makes an epoch's key, or finds the one there is, and returns it when it is safely written.

        Raises LaterError where it cannot be written.
        """
        mine = (conversation, epoch, random(SecretBox.KEY_SIZE), threading.Event())
        with self._lock:
            self._waiting.append(mine)
        # Whoever gets the lock writes for all who wait.
        with self._writing:
            if not mine[3].is_set():
                self._write_all()
        box = self.find(conversation, epoch)
        if box is None:
            raise LaterError
        return box

    def _write_all(self) -> None:
        """Writes every waiting key in one transaction."""
        with self._lock:
            batch, self._waiting = self._waiting, []
        try:
            with closing(self._open()) as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", [row[:3] for row in batch])
                connection.execute("COMMIT")
        except sqlite3.Error as fault:
            raise LaterError from fault
        finally:
            for row in batch:
                row[3].set()

    def find(self, conversation: bytes, epoch: int) -> SecretBox | None:
        """Returns an epoch's key, or None where it was destroyed."""
        return self.find_all(conversation).get(epoch)

    def find_all(self, conversation: bytes) -> dict[int, SecretBox]:
        """Returns every key of a conversation by its epoch."""
        try:
            with closing(self._open()) as connection:
                rows = connection.execute("SELECT epoch, key FROM keys WHERE conversation = ?", (conversation,)).fetchall()
        except sqlite3.Error as fault:
            raise LaterError from fault
        return {epoch: SecretBox(key) for epoch, key in rows}

    def destroy(self, epochs: Iterable[tuple[bytes, int]]) -> None:
        """Destroys the keys of some epochs, each given by conversation and number."""
        self._destroy("DELETE FROM keys WHERE conversation = ? AND epoch = ?", epochs)

    def destroy_all(self, conversations: Iterable[bytes]) -> None:
        """Destroys every key of some conversations."""
        self._destroy("DELETE FROM keys WHERE conversation = ?", [(conversation,) for conversation in conversations])

    def destroy_orphans(self, living: Callable[[list[bytes]], set[bytes]]) -> None:
        """Destroys the keys of conversations that were never stored; those made just now are left alone."""
        with closing(self._open()) as connection:
            before = [row[0] for row in connection.execute("SELECT DISTINCT conversation FROM keys").fetchall()]
        self.destroy_all(self._orphans.intersection(lost := set(before) - living(before)))
        self._orphans = lost

    def _destroy(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Deletes keys and the space they took."""
        try:
            with self._writing, closing(self._open()) as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(statement, rows)
                connection.execute("COMMIT")
        except sqlite3.Error as fault:
            raise LaterError from fault


def opened(box: SecretBox | None, sealed: bytes) -> bytes | None:
    """Returns what lies under a key, or None where the key is destroyed or another."""
    if box is None:
        return None
    try:
        return box.decrypt(sealed)
    except CryptoError:
        return None
