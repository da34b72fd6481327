"""Group sessions whole: rooms, their rounds, and the phones in them, over one database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.group.ballots import Ballots
from server.group.here import Here
from server.group.rooms import Rooms
from server.group.rounds import Rounds

if TYPE_CHECKING:
    from server.db import Database


@dataclass(frozen=True, slots=True)
class Group:
    """What routes ask: the host's side and the phones' side."""

    rooms: Rooms
    rounds: Rounds
    ballots: Ballots


def group(database: Database) -> Group:
    """Returns the service over a database."""
    here = Here()
    return Group(Rooms(database, here), Rounds(database), Ballots(database, here))
