"""A session as tests lead it: a room, its leader, and what a round asks."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from server.group import tokens

if TYPE_CHECKING:
    from server.group.rooms import Leader
    from server.group.seen import Mine
    from server.group.service import Group
    from server.group.state import Round, State

KEY = b"k" * 32
ASKED: dict[str, Any] = {
    "text": {"en": "What do you say to Mika?", "ar": "ماذا تقولون لميكا؟"},
    "choices": [
        {"text": {"en": "“I read them. I hoped nobody would notice.”", "ar": "«قرأتُها. وكنتُ آمل ألّا ينتبه أحد.»"}, "prompt": {}},
        {
            "text": {"en": "“It’s only a song.”", "ar": "«إنّها مجرّد أغنية.»"},
            "prompt": {"en": "What might make someone say so?"},
        },
        {"text": {"en": "Say nothing. Turn the phone face down.", "ar": "لا أقول شيئًا، وأقلب الهاتف على وجهه."}, "prompt": {}},
    ],
}
PROMPT: dict[str, Any] = {"text": {"en": "What would you ask Mika?"}, "choices": []}


@dataclass
class Led:
    """A room with the hands that lead it."""

    group: Group
    code: str
    leader: Leader
    secret: bytes

    def ask(self, number: int = 1, question: str = "mika", kind: str = "vote", *, ready: bool = False) -> None:
        """Asks the question of these tests."""
        self.group.rounds.ask(self.leader, number, question, kind, ASKED if kind == "vote" else PROMPT, ready=ready)

    def step(self, step: str, number: int = 1) -> None:
        """Takes the running round a step."""
        self.group.rounds.step(self.leader, number, step)

    def join(self, count: int) -> list[bytes]:
        """Returns the tokens of so many new phones."""
        return [self.group.ballots.join(self.code) for _ in range(count)]

    def vote(self, token: bytes, choice: int, number: int = 1) -> None:
        """Has a phone choose."""
        self.group.ballots.vote(self.code, token, number, choice)

    def mine(self, token: bytes) -> Mine:
        """Returns what a phone sees."""
        found = self.group.ballots.mine(self.code, token)
        assert found is not None
        return found

    @property
    def state(self) -> State:
        """Returns what the host sees."""
        return self.group.rooms.state(self.leader)

    @property
    def round(self) -> Round:
        """Returns the round that runs."""
        found = self.state.round
        assert found is not None
        return found


def led(group: Group, key: bytes = KEY) -> Led:
    """Returns a new room."""
    opened = group.rooms.create(key, os.urandom(16), {"en": "Second Verse"})
    return Led(group, opened.code, group.rooms.leader(opened.host), opened.host)


def facilitator(room: Led) -> Leader:
    """Returns the room as the facilitator's own phone leads it."""
    return room.group.rooms.leader(tokens.derived(KEY, "lead", room.leader.room))
