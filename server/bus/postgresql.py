"""The bus through PostgreSQL: LISTEN and NOTIFY, on two connections of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from server.bus.carrier import CarrierError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

# A line that says nothing for so long is asked whether it is there.
_ALIVE: dict[str, Any] = {"keepalives_idle": 20, "keepalives_interval": 5, "keepalives_count": 3, "connect_timeout": 10}
_TELL = "SELECT pg_notify(%s, word) FROM unnest(%s::text[]) AS word"
# How long it takes at most to notice that the process ends.
_LOOK_SECONDS = 0.5


class Postgresql:
    """Carries messages over a channel of a database."""

    def __init__(self, url: str, channel: str) -> None:
        """Takes the database's address; opens nothing yet."""
        self._url, self._channel = url, channel
        self._telling: psycopg.Connection | None = None

    def listen(self, take: Callable[[str], None], joined: Callable[[], None], ended: threading.Event) -> None:
        """Gives each message to `take`, after `joined` once, until the process ends.

        Raises CarrierError where the connection is lost.
        """
        try:
            with psycopg.connect(self._url, autocommit=True, **_ALIVE) as connection:
                connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(self._channel)))
                joined()
                while not ended.is_set():
                    for notice in connection.notifies(timeout=_LOOK_SECONDS):
                        take(notice.payload)
        except psycopg.Error as fault:
            raise CarrierError from fault

    def tell(self, texts: list[str]) -> None:
        """Sends messages.

        Raises CarrierError where they could not be sent.
        """
        try:
            if self._telling is None or self._telling.closed:
                self._telling = psycopg.connect(self._url, autocommit=True, **_ALIVE)
            self._telling.execute(_TELL, (self._channel, texts))
        except psycopg.Error as fault:
            self.close()
            raise CarrierError from fault

    def close(self) -> None:
        """Lets go of the connection that tells; the other one ends with `listen`."""
        if self._telling is not None:
            self._telling.close()
            self._telling = None
