"""Who may knock how often. Guesses of codes are counted, right ones never; a phone that sends without end is slowed by itself alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from server.errors import TooFastError
from server.events import nobody
from server.limits import Counts

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.limits import Addresses

# Within ten minutes, from one place: enough for the slips of a school behind one router, far too few to find one of 900,000 codes.
GUESSES, WINDOW = 20, 600.0
# From everywhere: above it somebody guesses from many places, and each has one slip.
FLOOD = 200
# What one phone may send within ten seconds.
SENDS, SHORTLY = 30, 10.0
_EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Door:
    """Counts guesses by place and in all, and what each phone sends."""

    addresses: Addresses
    guesses: Counts = field(default_factory=Counts)
    sends: Counts = field(default_factory=Counts)
    # Tells other processes from which place a wrong code came.
    tell: Callable[[bytes], None] = nobody

    def knock(self, address: str) -> None:
        """Raises TooFastError where too many wrong codes came from a place; whether this one is right is not said then."""
        here = self.guesses.get(self.addresses.mark(address).hex())
        if here >= GUESSES or (here and self.guesses.get(_EVERYWHERE) >= FLOOD):
            raise TooFastError

    def missed(self, address: str) -> None:
        """Counts a wrong code."""
        self.note(self.addresses.mark(address))
        self.tell(self.addresses.mark(address))

    def note(self, mark: bytes) -> None:
        """Counts a wrong code that was tried here or elsewhere."""
        self.guesses.incr(mark.hex(), WINDOW)
        self.guesses.incr(_EVERYWHERE, WINDOW)

    def sent(self, seat: bytes) -> None:
        """Counts what a phone sends.

        Raises TooFastError where it does not stop.
        """
        if self.sends.incr(seat.hex(), SHORTLY) > SENDS:
            raise TooFastError
