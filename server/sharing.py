"""What the processes of one server tell each other: the topics of the bus, and who listens to each."""

from __future__ import annotations

import hashlib
import importlib
import time
from functools import partial
from typing import TYPE_CHECKING

from server.bus.bus import MISSED, Bus
from server.bus.postgresql import Postgresql
from server.errors import ConfigurationError
from server.events import nobody
from server.group.door import Door
from server.insight.weeks import monday

if TYPE_CHECKING:
    from server.accounts.service import Accounts
    from server.bus.carrier import Carrier
    from server.config import Config
    from server.contact.login import Login
    from server.events import Hub
    from server.group.here import Here
    from server.insight.service import Insight
    from server.limits import Addresses

CHANGED, USED_NUMBER, SESSION, CHALLENGE, FAILED, HERE, MISSED_CODE, REPORT = range(1, 9)


def bus(config: Config, key: bytes) -> Bus:
    """Returns the bus that a configuration asks for: Redis, PostgreSQL where that is the database, or none.

    Raises ConfigurationError where Redis is asked for and its client is not installed.
    """
    channel = "threshold_" + hashlib.blake2b(b"channel", key=key, digest_size=12).hexdigest()
    carrier: Carrier | None = None
    if config.bus:
        try:
            carrier = importlib.import_module("server.bus.redis").Redis(config.bus, channel)
        except ModuleNotFoundError:
            raise ConfigurationError('The bus is Redis, and its client is not installed: pip install "threshold[redis]".') from None
    elif config.on_postgresql:
        carrier = Postgresql(config.database_url, channel)
    return Bus(carrier, key)


def memory(bus: Bus, hub: Hub, accounts: Accounts, here: Here, insight: Insight) -> None:
    """Has everything that is kept in memory, and that other processes must know of, told and heard."""
    bus.on(MISSED, lambda _: hub.wake_all())
    if not bus.there:
        return
    for topic, thing, take in (
        (CHANGED, hub, hub.wake),
        (SESSION, accounts.sessions, accounts.sessions.note),
        (CHALLENGE, accounts.factors, accounts.factors.note),
        (FAILED, accounts.throttle, accounts.throttle.note),
        (HERE, here, here.note),
        (REPORT, insight.buffer, lambda mark: insight.buffer.note(mark, monday(insight.today()))),
    ):
        thing.tell = partial(bus.tell, topic)
        bus.on(topic, take)


def once(bus: Bus, login: Login) -> None:
    """Has a number that was used in one process be used in all."""
    if bus.there:
        login.once.tell = partial(bus.tell, USED_NUMBER)
        bus.on(USED_NUMBER, lambda number: _take(login, number))


def _take(login: Login, number: bytes) -> None:
    """Takes a number that another process was given."""
    login.once.note(number, time.time())


def door(bus: Bus, addresses: Addresses) -> Door:
    """Returns a door at which wrong codes are counted for all processes together."""
    made = Door(addresses, tell=partial(bus.tell, MISSED_CODE) if bus.there else nobody)
    bus.on(MISSED_CODE, made.note)
    return made
