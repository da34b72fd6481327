"""Something to be sent once: what it will say, and, as soon as its place is known, the sealed message itself. Lives in memory only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.contact.body import written
from game.contact.coding import Id, new_id
from game.contact.entry import Header, seal

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.body import Body
    from game.contact.conversation import Conversation
    from game.contact.entry import Entry
    from game.contact.wrap import Wrap


@dataclass(frozen=True, slots=True, repr=False)
class Sealed:
    """A message as it goes out: its fixed path, its fields, the entry in it, and the wraps in it that are the client's own."""

    path: str
    message: dict[str, object]
    entry: Entry
    wraps: tuple[Wrap, ...] = ()


@dataclass(slots=True, repr=False)
class Parcel:
    """Keeps one id from first to last; `make` seals it for the place that the conversation has come to."""

    make: Callable[[Conversation, Id], Sealed]
    id: Id = field(default_factory=new_id)
    sealed: Sealed | None = None
    arrived: bool = False


def next_entry(conversation: Conversation, entry: Id, body: Body, key: bytes, epoch: int) -> Entry:
    """Returns a body, signed and sealed as the conversation's next entry.

    Raises TooLongError.
    """
    stream, signer = conversation.stream, conversation.signer
    front = Header(conversation.id, epoch, stream.last + 1, signer.pid, entry)
    return seal(front, key, signer, stream.previous, written(body))


def wire(entry: Entry) -> dict[str, object]:
    """Returns an entry's fields as they are sent."""
    return {"id": entry.id, "epoch": entry.epoch, "seq": entry.seq, "sender": entry.sender, "sealed": entry.sealed}
