"""A conversation on a phone, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.scenes.session import Session
    from game.scenes.turn import Paragraph


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation: its name, title, who is in it, whether the phone keeps quiet about it, its messages, and how many are new."""

    name: str
    title: str
    people: tuple[str, ...]
    muted: bool
    messages: tuple[Paragraph, ...]
    new: int


@dataclass(frozen=True, slots=True)
class Talks:
    """What the list of conversations shows, in a scene on the phone that began with a turn."""

    found: tuple[Talk, ...]
    session: Session
    began: int

    @property
    def seen(self) -> dict[str, int]:
        """Returns how many messages of each conversation were looked at there."""
        return self.session.journey.looked_at(self.began)

    def read(self, talk: Talk) -> None:
        """Notes that all of a conversation was looked at, and keeps that with the journey: the story knows nothing of it."""
        if self.seen.get(talk.name) != len(talk.messages):
            self.session.look_at(self.began, talk.name, len(talk.messages))
