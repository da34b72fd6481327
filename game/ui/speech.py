"""Reads aloud for those without a screen reader: a queue of utterances, each in its language, spoken by the system's own voice."""

from __future__ import annotations

import logging
import queue
import subprocess
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from game.ui.narrators import Manner, Narrator, Program

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)
_ANY = Manner("")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words and the language that they are in."""

    text: str
    language: str


class Voice(Protocol):
    """What speaks."""

    def say(self, utterance: Utterance) -> None:
        """Speaks after what waits already."""

    def hush(self) -> None:
        """Stops at once, and forgets what waits."""

    def close(self) -> None:
        """Stops for good."""


class Mute:
    """Says nothing."""

    def say(self, utterance: Utterance) -> None:
        """Says nothing."""

    def hush(self) -> None:
        """Has nothing to stop."""

    def close(self) -> None:
        """Has nothing to stop."""


class Speaker:
    """Speaks one utterance after the other, on a thread of its own."""

    def __init__(self, program: Program, manner: Manner = _ANY) -> None:
        """Takes a program and a manner, whose language is that of each utterance; nothing is started before there is something to say."""
        self.manner = manner
        self._program = program
        self._narrators: tuple[Narrator, ...] | None = None
        self._asking = threading.Lock()
        self._waiting: queue.Queue[tuple[int, Utterance] | None] = queue.Queue()
        self._lock = threading.Lock()
        # Counted up by each hush: what was said before it is not spoken any more.
        self._turn = 0
        self._speaking: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None

    def say(self, utterance: Utterance) -> None:
        """Speaks after what waits already."""
        if not utterance.text.strip():
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="speech", daemon=True)
            self._thread.start()
        self._waiting.put((self._turn, utterance))

    def hush(self) -> None:
        """Stops at once, and forgets what waits."""
        with self._lock:
            self._turn += 1
            if self._speaking is not None:
                self._speaking.kill()

    def close(self) -> None:
        """Stops for good."""
        self.hush()
        self._waiting.put(None)
        if self._thread is not None:
            self._thread.join(5)

    def narrators(self, then: Callable[[], None]) -> tuple[Narrator, ...]:
        """Returns the voices there are as far as they are known; where they are not, they are asked for, and then `then` is called."""
        if self._narrators is None and not self._asking.locked():
            threading.Thread(target=self._ask_then, args=(then,), name="voices", daemon=True).start()
        return self._narrators or ()

    def _ask_then(self, then: Callable[[], None]) -> None:
        self._ask()
        then()

    def _ask(self) -> tuple[Narrator, ...]:
        """Returns the voices there are, once they are known."""
        with self._asking:
            if self._narrators is None:
                self._narrators = self._program.narrators()
            return self._narrators

    def _manner(self, language: str) -> Manner:
        """Returns how a language is spoken: by the voice that is wanted where that speaks it."""
        wanted = self.manner.voice
        if not wanted and not self._program.picks:
            return replace(self.manner, language=language)
        able = [narrator.key for narrator in self._ask() if narrator.language == language]
        voice = wanted if wanted in able else able[0] if able and self._program.picks else ""
        return replace(self.manner, language=language, voice=voice)

    def wait(self, seconds: float) -> bool:
        """Waits until all was said; tells whether it was within some seconds."""
        waiter = threading.Thread(target=self._waiting.join, daemon=True)
        waiter.start()
        waiter.join(seconds)
        return not waiter.is_alive()

    def _run(self) -> None:
        while (item := self._waiting.get()) is not None:
            try:
                self._speak(*item)
            except OSError as fault:
                _log.warning("nothing can be read aloud: %s", fault.strerror)
            finally:
                self._waiting.task_done()

    def _speak(self, turn: int, utterance: Utterance) -> None:
        manner = self._manner(utterance.language.partition("-")[0])
        with self._lock:
            if turn != self._turn:
                return
            command = self._program.command(manner)
            self._speaking = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  a program of the system's, found by its name
        try:
            self._speaking.communicate((self._program.before(manner) + utterance.text).encode())
        finally:
            with self._lock:
                self._speaking = None
