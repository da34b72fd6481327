"""A thread that does one thing after another, so that the window never waits: work goes in, tickets come out."""

from __future__ import annotations

import queue
import threading
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from game.contact.errors import CancelledError, ContactError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Stage(StrEnum):
    """How far a piece of work has come."""

    WAITING = "waiting"
    UNLOCKING = "unlocking"
    PROVING = "proving"
    ASKING = "asking"
    SENDING = "sending"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


_ENDS = frozenset({Stage.DONE, Stage.FAILED, Stage.CANCELLED})


class Ticket(Generic[T]):
    """One piece of work, as the window sees it: how far it is, and what came of it."""

    def __init__(self, work: Callable[[Ticket[T]], T], wake: Callable[[], None]) -> None:
        """Takes the work, which is given this ticket, and what wakes the window."""
        self.work = work
        self.stage = Stage.WAITING
        self.error: ContactError | None = None
        self._wake = wake
        self._result: T | None = None
        self._stopped = threading.Event()

    @property
    def ended(self) -> bool:
        """Tells whether nothing more will come of it."""
        return self.stage in _ENDS

    @property
    def retryable(self) -> bool:
        """Tells whether the same may well succeed if it is tried again."""
        return self.error is not None and self.error.worth_retrying

    @property
    def result(self) -> T:
        """Returns what came of it.

        Raises the ContactError that it ended with.
        """
        if self.error is not None:
            raise self.error
        return self._result  # type: ignore[return-value]  # a ticket that is done has one, which may be None itself

    def cancel(self) -> None:
        """Has it stop before its next step; what is already on its way arrives."""
        self._stopped.set()

    def stopped(self) -> bool:
        """Tells whether it is to stop."""
        return self._stopped.is_set()

    def reach(self, stage: Stage) -> None:
        """Notes how far the work is.

        Raises CancelledError where it is to stop.
        """
        if self.stopped():
            raise CancelledError
        if stage is not self.stage:
            self.stage = stage
            self._wake()

    def run(self) -> None:
        """Does the work; whatever goes wrong ends up in the ticket, and nowhere else."""
        try:
            self.reach(Stage.WAITING)
            self._result = self.work(self)
            self.stage = Stage.DONE
        except CancelledError as fault:
            self.error, self.stage = fault, Stage.CANCELLED
        except ContactError as fault:
            self.error, self.stage = fault.with_traceback(None), Stage.FAILED
        except Exception:  # noqa: BLE001  a traceback could hold what somebody wrote: it is dropped, the player is told that it failed
            self.error, self.stage = ContactError(), Stage.FAILED


class Post:
    """The thread, started with the first piece of work."""

    def __init__(self, wake: Callable[[], None], last: Callable[[], None]) -> None:
        """Takes what wakes the window, and what is done at the very end, on the thread itself."""
        self._wake = wake
        self._last = last
        self._waiting: queue.SimpleQueue[Ticket[Any] | None] = queue.SimpleQueue()
        self._ended: queue.SimpleQueue[Ticket[Any]] = queue.SimpleQueue()
        self._open: list[Ticket[Any]] = []
        self._thread: threading.Thread | None = None
        self.closed = False

    def submit(self, work: Callable[[Ticket[T]], T]) -> Ticket[T]:
        """Takes a piece of work and returns its ticket at once; after `stop` the ticket is cancelled."""
        ticket = Ticket(work, self._wake)
        if self.closed:
            ticket.cancel()
            ticket.run()
            return ticket
        self._open.append(ticket)
        self._waiting.put(ticket)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="contact", daemon=True)
            self._thread.start()
        return ticket

    def poll(self) -> tuple[Ticket[Any], ...]:
        """Returns the tickets that ended since the last time."""
        ended = []
        while not self._ended.empty():
            ticket = self._ended.get()
            ended.append(ticket)
            if ticket in self._open:
                self._open.remove(ticket)
        return tuple(ended)

    @property
    def busy(self) -> bool:
        """Tells whether some work has not ended."""
        return any(not ticket.ended for ticket in self._open)

    def stop(self) -> None:
        """Ends the thread after the step it is at; returns at once."""
        if self.closed:
            return
        self.closed = True
        for ticket in self._open:
            ticket.cancel()
        self._open.clear()
        if self._thread is None:
            self._last()
        else:
            self._waiting.put(None)

    def join(self, seconds: float) -> bool:
        """Waits for the thread to end; tells whether it has."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def _work(self) -> None:
        while (ticket := self._waiting.get()) is not None:
            ticket.run()
            if not self.closed:
                self._ended.put(ticket)
                self._wake()
        self._last()
