"""The bus through Redis: publish and subscribe, nothing stored. Needs `pip install "threshold[redis]"`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import redis

from server.bus.carrier import CarrierError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

_LOOK_SECONDS = 0.5
_TIMEOUT = 10.0


class Redis:
    """Carries messages over a channel of a Redis server."""

    def __init__(self, url: str, channel: str) -> None:
        """Takes the server's address; opens nothing yet."""
        self._client = redis.Redis.from_url(url, socket_connect_timeout=_TIMEOUT, health_check_interval=20, decode_responses=True)
        self._channel = channel

    def listen(self, take: Callable[[str], None], joined: Callable[[], None], ended: threading.Event) -> None:
        """Gives each message to `take`, after `joined` once, until the process ends.

        Raises CarrierError where the connection is lost.
        """
        try:
            with self._client.pubsub() as line:  # type: ignore[no-untyped-call]  # the library leaves this one without
                line.subscribe(self._channel)
                while not ended.is_set():
                    notice = line.get_message(timeout=_LOOK_SECONDS)
                    if notice is None:
                        continue
                    if notice["type"] == "subscribe":
                        # A connection that the library opened anew by itself says so, too.
                        joined()
                    elif notice["type"] == "message":
                        take(str(notice["data"]))
        except redis.RedisError as fault:
            raise CarrierError from fault

    def tell(self, texts: list[str]) -> None:
        """Sends messages.

        Raises CarrierError where they could not be sent.
        """
        try:
            with self._client.pipeline(transaction=False) as line:
                for text in texts:
                    line.publish(self._channel, text)
                line.execute()
        except redis.RedisError as fault:
            raise CarrierError from fault

    def close(self) -> None:
        """Lets go of every connection."""
        self._client.close()
