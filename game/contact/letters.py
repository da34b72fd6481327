"""Everything a client can say in a conversation, each as a parcel that is sealed when its place is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.contact.body import Agreed, Agreement, Ask, Body, Consent, Gone, Text, What
from game.contact.coding import Id, new_id
from game.contact.errors import NobodyError
from game.contact.parcel import Parcel, Sealed, next_entry, wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.conversation import Conversation


def text(words: str) -> Parcel:
    """Returns a letter; the first of each epoch carries the client's next box key."""
    return _said(lambda conversation: Text(words, conversation.next_box()))


def ask(what: What, words: str, kind: str = "") -> Parcel:
    """Returns a request for one more person, or for another."""
    return _said(lambda _: Ask(what, words, kind))


def consent(one: bytes, *, yes: bool) -> Parcel:
    """Returns the answer to whether somebody may read what came before."""
    return _said(lambda _: Consent("history", Id(one), yes))


def propose(goals: tuple[str, ...], form: str, rhythm: str, rules: str) -> Parcel:
    """Returns a proposal of what the conversation is for."""
    made = Agreement(id=new_id(), goals=goals, form=form, rhythm=rhythm, rules=rules)
    return _said(lambda _: made)


def agree(agreement: bytes) -> Parcel:
    """Returns the yes to a proposal."""
    return _said(lambda _: Agreed(Id(agreement)))


def gone(*entries: bytes) -> Parcel:
    """Returns the notice that own letters are deleted."""
    return _said(lambda _: Gone(tuple(Id(entry) for entry in entries)))


def _said(body: Callable[[Conversation], Body]) -> Parcel:
    """Returns an entry of the present epoch."""

    def make(conversation: Conversation, entry: Id) -> Sealed:
        era = conversation.stream.era
        if era is None or era.key is None:
            raise NobodyError
        sealed = next_entry(conversation, entry, body(conversation), era.key, conversation.stream.epoch)
        return Sealed("send", {"conversation": conversation.id, "entry": wire(sealed)}, sealed)

    return Parcel(make)
