"""The pages a reader has turned: each with its state, what stood around it, and what was chosen on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from game.errors import SaveError
from game.story.page import Page  # noqa: TC001  (msgspec reads the types)
from game.story.record import TurnRecord, page_of, sayings
from game.story.stage import Stage
from game.story.tape import Tape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Turn(Struct, frozen=True, gc=False):
    """One page of the journey, counted from 0, and what was chosen on it (None: nothing yet, or skipped).

    `knot` is where it began; `shape` is a digest of the script there, empty once the script has changed there.
    """

    page: Page
    number: int = 0
    chosen: int | None = None
    skipped: bool = False
    language: str = ""
    knot: str = ""
    shape: str = ""

    @property
    def fits(self) -> bool:
        """Tells whether the script is still what it was where this turn began, so that it can be gone back to."""
        return bool(self.shape)

    @property
    def chosen_text(self) -> str | None:
        """Returns the words of the choice that was taken here."""
        if self.chosen is None or self.chosen >= len(self.page.choices):
            return None
        return self.page.choices[self.chosen].text


class Trail:
    """Turns in their order; whatever else is kept of a turn is kept in step with them."""

    def __init__(self) -> None:
        """Starts without a turn."""
        self._turns: list[Turn] = []
        self._stages: list[Stage] = []
        self._tape = Tape()
        self.endings: dict[str, None] = {}

    def __len__(self) -> int:
        """Returns how many turns there are."""
        return len(self._turns)

    def __getitem__(self, at: int) -> Turn:
        """Returns a turn."""
        return self._turns[at]

    def upto(self, at: int) -> tuple[Turn, ...]:
        """Returns the turns as far as `at`, which is the last of them."""
        return tuple(self._turns[: at + 1])

    def stage(self, at: int) -> Stage:
        """Returns what stands around the text after a turn; before the first, an empty stage."""
        return self._stages[at] if at >= 0 else Stage()

    def state(self, at: int) -> str:
        """Returns the state that a turn began with.

        Raises SaveError where it came from a save and is damaged.
        """
        return self._tape[at]

    def state_or_nothing(self, at: int) -> str:
        """Returns the state that a turn began with; empty where it is damaged."""
        try:
            return self.state(at)
        except SaveError:
            return ""

    def add(self, turn: Turn, state: str) -> None:
        """Adds a turn and the state it began with."""
        self._tape.add(state)
        self._append(turn)

    def change(self, at: int, **fields: object) -> None:
        """Changes fields of a turn; later stages stay as they are, for a page told anew has the same cues."""
        self._turns[at] = replace(self._turns[at], **fields)
        self._stages[at] = self._stage_with(at)

    def cut(self, length: int) -> None:
        """Forgets every turn from `length` on; endings stay reached."""
        del self._turns[length:]
        del self._stages[length:]
        self._tape.cut(length)

    def recorded(self) -> tuple[TurnRecord, ...]:
        """Returns the turns as they are saved."""
        return tuple(map(_recorded, self._turns, self._tape.packed))

    def take(self, turns: Iterable[TurnRecord]) -> None:
        """Takes over saved turns."""
        for number, turn in enumerate(turns):
            self._tape.packed.append(turn.state)
            self._append(_turn(number, turn))

    def _append(self, turn: Turn) -> None:
        """Adds a turn and works out the stage and the endings of it."""
        self._turns.append(turn)
        self._stages.append(self._stage_with(len(self) - 1))
        self.endings.update(dict.fromkeys(_endings(turn.page)))

    def _stage_with(self, at: int) -> Stage:
        """Returns the stage after a turn; a skip is spent once the story is where it leads."""
        before, turn = self.stage(at - 1), self._turns[at]
        if before.skip is not None and f"{turn.knot}.".startswith(f"{before.skip}."):
            before = replace(before, skip=None, note=None)
        return before.after_page(turn.page)


def _endings(page: Page) -> Iterator[str]:
    """Yields the endings that a page reaches."""
    for line in page.lines:
        for cue in line.cues:
            if cue.name == "ending" and cue.value:
                yield cue.value


def _recorded(turn: Turn, state: bytes) -> TurnRecord:
    """Returns a turn as it is saved."""
    lines, choices = sayings(turn.page)
    return TurnRecord(lines, choices, turn.chosen, turn.skipped, turn.language, turn.knot, turn.shape, state)


def _turn(number: int, saved: TurnRecord) -> Turn:
    """Returns a saved turn as it was."""
    return Turn(page_of(saved), number, saved.chosen, saved.skipped, saved.language, saved.knot, saved.shape)
