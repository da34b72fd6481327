"""What stands in a conversation, in few words, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.contact.thread import Letter

if TYPE_CHECKING:
    from game.contact.thread import Item, Thread


def words(thread: Thread) -> list[str]:
    """Returns every letter's words."""
    return [item.text for item in thread.items if isinstance(item, Letter)]


def kinds(thread: Thread) -> list[type[Item]]:
    """Returns what kind of thing happened, one after another."""
    return [type(item) for item in thread.items]


def names(thread: Thread) -> list[str]:
    """Returns the counsellors who can read."""
    return sorted(reader.name for reader in thread.readers if not reader.mine)
