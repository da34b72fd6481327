"""Leads one room on a server, this machine's own or one on the internet: everything that waits for it waits on a thread of its own.

Orders are carried out one after the other, each until the server took it: one that died is started again, finds its rooms in its folder,
and the same order is given again. Whoever leads sees at once what comes of it in `room`.
"""

from __future__ import annotations

import base64
import contextlib
import queue
import secrets
import threading
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from game import network
from game.group.errors import AccountError, GroupError, LostError
from game.group.process import PORT
from game.group.room import WORDS, Opened, Room, Seats, Summary, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.group.account import Account
    from game.group.process import Process, Ready
    from game.group.room import Choice, Texts

API: Final = "/api/v1/group/"
# Seconds between two looks, and before something that failed is tried again.
_LOOK, _AGAIN = 0.7, 1.0
_CONNECT, _READ = 2.0, 10.0
_TAKEN, _SAME, _GONE, _REFUSED = 200, 304, (401, 404), (401, 403)
# The server has moved on, or the order does not follow: it is dropped, and what is shown says why.
_PASSED = (400, 403, 404, 409)
# These are about the whole room; every other order is about the round that runs.
_OF_ROOM = frozenset({"pause", "blank", "lock", "kick", "end", "judge"})
# Only the facilitator's own secret sees what nobody has read yet.
_LEADS = frozenset({"words", "judge"})
_ID = 16

T = TypeVar("T")


class Host:
    """One room from its making to its end."""

    def __init__(self, process: Process | Account, room: str, title: Texts, wake: Callable[[], None]) -> None:
        """Takes the server's process or the way to one elsewhere, the room's id and title, and what is called when something changed."""
        self._process, self._id, self._title, self._wake = process, room, title, wake
        self._orders: queue.Queue[tuple[str, dict[str, Any]] | None] = queue.Queue()
        self._mark = ""
        self.ready: Ready | None = None
        self.opened: Opened | None = None
        self.room: Room | None = None
        self.seats = Seats()
        self.written = Written()
        self.summary: Summary | None = None
        self.trouble: GroupError | None = None
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="group", daemon=True)

    def start(self) -> None:
        """Begins: the server is started, and the room made."""
        self._thread.start()

    # Leading ----------------------------------------------------------------------------------------------------------

    def ask(self, question: str, text: Texts, choices: Sequence[Choice]) -> None:
        """Asks a question as the next round."""
        said = [{"text": one.text, "prompt": one.prompt} for one in choices]
        self._order("ask", {"question": question, "kind": "vote", "text": text, "choices": said})

    def ask_words(self, question: str, text: Texts) -> None:
        """Asks for a few words as the next round; what comes is in `written`, and nowhere else until it is let through."""
        self.written = Written()
        self._order("ask", {"question": question, "kind": WORDS, "text": text, "choices": []})

    def judge(self, words: str, *, approve: bool) -> None:
        """Lets some words go to the projector, or not."""
        self._order("judge", {"id": words, "approve": approve})

    def step(self, name: str) -> None:
        """Takes the running round one step: open, close, reveal, reopen or skip."""
        self._order(name, {})

    def discuss(self, choice: int) -> None:
        """Marks which choice is talked about, from 1; 0 for none."""
        self._order("discuss", {"choice": choice})

    def set(self, flag: str, *, on: bool) -> None:
        """Pauses the room, blanks the phones, or locks the door: `pause`, `blank`, `lock`."""
        self._order(flag, {"on": on})

    def kick(self, seat: int) -> None:
        """Empties a seat."""
        self._order("kick", {"seat": seat})

    def end(self) -> None:
        """Ends the session; `summary` has what is left of it."""
        self._order("end", {})

    def close(self) -> None:
        """Lets everything go: what the server kept of the room is deleted."""
        self._ended = True
        self._orders.put(None)
        if self._thread.is_alive():
            self._thread.join(5)
        self._process.close()

    def _order(self, path: str, said: dict[str, Any]) -> None:
        self._orders.put((path, said))

    # On the thread ----------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        order: tuple[str, dict[str, Any]] | None = None
        while not self._ended:
            try:
                self._stand()
                if order is not None:
                    self._carry_out(*order)
                    order = None
                self._look()
                self._trouble(None)
            except GroupError as fault:
                self._trouble(fault)
                threading.Event().wait(_AGAIN)
                continue
            try:
                order = self._orders.get(timeout=_LOOK)
            except queue.Empty:
                order = None
        self._forget()

    def _stand(self) -> None:
        """Has the server run and the room be there."""
        if not self._process.alive:
            self.ready, self.opened, self._mark = self._process.start(self.ready.port if self.ready else PORT), None, ""
            self._wake()
        if self.opened is None and self.ready is not None:
            status, raw = self._request("POST", "create", {"id": self._id, "title": self._title}, making=True)
            if status in _REFUSED and self.ready.origin:
                self._process.drop()
                raise AccountError
            if status != _TAKEN:
                raise LostError
            self.opened = _read(raw, Opened)
            self._process.made()
            self._wake()

    def _carry_out(self, path: str, said: dict[str, Any]) -> None:
        """Gives an order about the round that is shown; one that does not follow any more is dropped."""
        current = self.room.round.number if self.room is not None and self.room.round is not None else 0
        if path == "ask":
            said = {"number": current + 1, **said}
        elif path not in _OF_ROOM:
            said = {"number": current, **said}
        status, raw = self._request("POST", path, said)
        if status == _TAKEN and path == "end":
            self.summary = _read(raw, Summary)
            self._wake()
        elif status == _TAKEN:
            self._take(_read(raw, Room))
        elif status not in _PASSED:
            raise LostError

    def _look(self) -> None:
        """Sees what the room is like; what did not change costs next to nothing."""
        if self.summary is not None:
            return
        status, raw = self._request("GET", "state", None)
        if status == _TAKEN:
            self._take(_read(raw, Room))
            seats, raw = self._request("GET", "seats", None)
            self.seats = _read(raw, Seats) if seats == _TAKEN else self.seats
            self._wake()
        elif status in _GONE:
            # The room's days are over, or its file is gone: the same one is made again.
            self.opened, self._mark = None, ""
            self._process.drop()
            raise LostError
        elif status != _SAME:
            raise LostError
        self._look_at_words()

    def _look_at_words(self) -> None:
        """Fetches what was written, where words are asked for."""
        running, before = self.room.round if self.room is not None else None, self.written
        if running is None or running.kind != WORDS:
            self.written = Written()
            return
        status, raw = self._request("POST", "words", {"number": running.number})
        self.written = _read(raw, Written) if status == _TAKEN else before
        if self.written != before:
            self._wake()

    def _take(self, room: Room) -> None:
        if room != self.room:
            self.room = room
            self._wake()

    def _forget(self) -> None:
        """Has the server delete what it kept, where it can be reached."""
        if self.opened is not None and self._process.alive:
            with contextlib.suppress(GroupError):
                self._request("POST", "forget", {})

    def _trouble(self, fault: GroupError | None) -> None:
        if type(fault) is not type(self.trouble):
            self.trouble = fault
            self._wake()

    def _request(self, method: str, path: str, said: dict[str, Any] | None, *, making: bool = False) -> tuple[int, bytes]:
        """Returns an answer's status and body.

        Raises LostError where nobody answers.
        """
        import urllib3  # noqa: PLC0415 - few ever play with a group

        if self.ready is None:
            raise LostError
        opened = self.opened
        secret = self.ready.key if making else (opened.lead if path in _LEADS else opened.host) if opened else ""
        headers = {"User-Agent": network.NAME, "Content-Type": "application/json"}
        headers |= self.ready.rights if making and self.ready.origin else {"Authorization": f"Bearer {secret}"}
        if path == "state" and self._mark:
            headers["If-None-Match"] = self._mark
        try:
            response = self._process.pool().request(
                method,
                f"{self.ready.way}{API}{path}",
                body=None if said is None else msgspec.json.encode(said),
                headers=headers,
                timeout=urllib3.Timeout(connect=_CONNECT, read=_READ),
                retries=False,
                redirect=False,
            )
        except (urllib3.exceptions.HTTPError, OSError):
            raise LostError from None
        if path == "state" and response.status == _TAKEN:
            self._mark = response.headers.get("ETag", "")
        return response.status, response.data


def fresh_id() -> str:
    """Returns an id for a new room."""
    return base64.urlsafe_b64encode(secrets.token_bytes(_ID)).rstrip(b"=").decode("ascii")


def _read(raw: bytes, kind: type[T]) -> T:
    """Returns what an answer says.

    Raises LostError where it is none of ours.
    """
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise LostError from None
