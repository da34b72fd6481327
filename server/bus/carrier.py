"""What carries messages between processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from server.errors import ServerError

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable


class CarrierError(ServerError):
    """The connection is lost, or was not to be had; the next try may go well."""


class Carrier(Protocol):
    """Carries texts to all processes that listen, the sender among them; keeps nothing."""

    def listen(self, take: Callable[[str], None], joined: Callable[[], None], ended: threading.Event) -> None:
        """Gives each text to `take` until `ended`; raises CarrierError where the connection is lost."""

    def tell(self, texts: list[str]) -> None:
        """Sends texts; raises CarrierError where that failed."""

    def close(self) -> None:
        """Lets go of connections."""
