"""Group sessions whole: rooms, their rounds, and the phones in them, over one database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.group.ballots import Ballots
from server.group.here import Here
from server.group.rooms import Rooms
from server.group.rounds import Rounds
from server.group.seen import Seen

if TYPE_CHECKING:
    from server.db import Database

# What a phone sees may be so old: it looks every second and a half.
MOMENT = 0.25


@dataclass(frozen=True, slots=True)
class Group:
    """What routes ask: the host's side and the phones' side."""

    rooms: Rooms
    rounds: Rounds
    ballots: Ballots


def group(database: Database, seconds: float = 0.0, here: Here | None = None) -> Group:
    """Returns the service over a database; phones may see a room as it was up to so many seconds ago.

    `here` is one that tells other processes, where a server has several.
    """
    here = here or Here()
    return Group(Rooms(database, here), Rounds(database), Ballots(database, here, Seen(database, here, seconds)))
