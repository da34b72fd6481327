"""Plays compiled ink: the only file that imports bink.

Facts it rests on (bink 0.7.1): one story belongs to one thread; only `continue_async` can be interrupted; ordinary ink can make the
engine panic, after which its story must be thrown away; a state is safe to keep right after a choice, not while choices stand.
Why so long: both the engine's calls and what makes them safe must stay in the one file that knows bink.
"""

from __future__ import annotations

import ctypes
import functools
import logging
import secrets
import threading
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import bink.story  # type: ignore[import-untyped]  # bink carries no types
import msgspec
from bink import LIB

from game import guard
from game.errors import StoryError, StoryLimitError, StoryLoadError, StoryPanicError, marked
from game.story.cues import parse_all
from game.story.faults import Faults
from game.story.hush import Hush
from game.story.limits import LIMITS, TOO_LONG, Budget, Limits
from game.story.page import Choice, Line, Page
from game.story.tongue import heard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.story.faults import External, Tags

_log = logging.getLogger(__name__)

_GAVE_UP = marked("The story stumbled over its own script here. Your place is kept: go back and choose another way.")
_UNREADABLE = marked("This story's script cannot be read. Get the story again from where you found it.")
_STATE = marked("This place in the story cannot be opened any more.")


class _Engine:
    """A bink story behind plain calls, with its buffers made once; every fault is a RuntimeError or a ValueError."""

    def __init__(self, ink_json: str) -> None:
        """Opens compiled ink."""
        self.story = bink.story.Story(ink_json)
        self._at = self.story._story  # noqa: SLF001  (bink's wrappers halve the speed; its version is pinned)
        self._flag, self._text, self._error = ctypes.c_bool(), ctypes.c_char_p(), ctypes.c_char_p()
        self._list, self._size = ctypes.c_void_p(), ctypes.c_size_t()
        self._refs = [ctypes.byref(part) for part in (self._flag, self._text, self._error, self._list, self._size)]
        self.complaints = complaints = list[str]()
        self.story.set_error_handler(lambda words, grave: complaints.append(words) if grave else _log.warning("%s", words))

    def _fail(self) -> None:
        """Raises RuntimeError with the engine's words after a call that did not succeed."""
        words = self._error.value or b""
        if words:
            LIB.bink_cstring_free(self._error)
        self._error.value = None
        raise RuntimeError(words.decode("utf-8", "replace"))

    def _taken(self) -> str:
        """Returns the engine's string and gives its memory back."""
        value = self._text.value
        if value is None:
            return ""
        LIB.bink_cstring_free(self._text)
        return value.decode()

    def can_continue(self) -> bool:
        """Tells whether there is more text before a choice or the end."""
        if LIB.bink_story_can_continue(self._at, self._refs[0], self._refs[2]):
            self._fail()
        return self._flag.value

    def slice(self, milliseconds: float) -> bool:
        """Works on the next line for so long; True where the line is whole."""
        if LIB.bink_story_continue_async(self._at, milliseconds, self._refs[0], self._refs[2]):
            self._fail()
        return self._flag.value

    def text(self) -> str:
        """Returns the line."""
        if LIB.bink_story_get_current_text(self._at, self._refs[1], self._refs[2]):
            self._fail()
        return self._taken()

    def choose(self, index: int) -> None:
        """Takes a choice."""
        if LIB.bink_story_choose_choice_index(self._at, index, self._refs[2]):
            self._fail()

    def state(self) -> str:
        """Returns the state as JSON."""
        if LIB.bink_story_save_state(self._at, self._refs[1], self._refs[2]):
            self._fail()
        return self._taken()

    def _strings(self) -> list[str]:
        """Returns the tags of the list just fetched."""
        found, count = self._list.value, self._size.value
        tags: list[str] = []
        try:
            for index in range(count):
                if LIB.bink_tags_get(found, index, self._refs[1], self._refs[2]):
                    self._fail()
                tags.append(self._taken())
            return tags
        finally:
            LIB.bink_tags_free(found)

    def tags(self) -> list[str]:
        """Returns the line's tags."""
        if LIB.bink_story_get_current_tags(self._at, self._refs[3], self._refs[4], self._refs[2]):
            self._fail()
        return self._strings()

    def choices(self) -> list[tuple[str, list[str]]]:
        """Returns the choices that stand, each with its tags."""
        if LIB.bink_story_get_current_choices(self._at, self._refs[3], self._refs[4], self._refs[2]):
            self._fail()
        found, count = self._list.value, self._size.value
        try:
            return [self._choice(found, index) for index in range(count)]
        finally:
            LIB.bink_choices_free(found)

    def _choice(self, found: int | None, index: int) -> tuple[str, list[str]]:
        """Returns one of the choices just fetched."""
        if LIB.bink_choices_get_text(found, index, self._refs[1], self._refs[2]):
            self._fail()
        text = self._taken()
        if LIB.bink_choices_get_tags(found, index, self._refs[3], self._refs[4], self._refs[2]):
            self._fail()
        return text, self._strings()


class Story:
    """One play of one story; every call must come from the thread that made it."""

    def __init__(
        self,
        ink_json: str,
        *,
        seed: int | None = None,
        limits: Limits = LIMITS,
        externals: Mapping[str, External] = MappingProxyType({}),
        read_tags: Callable[[list[str]], Tags] = parse_all,
    ) -> None:
        """Opens compiled ink at its beginning; `seed` fixes its dice.

        Raises StoryLoadError where the ink cannot be opened.
        """
        self._thread = threading.get_ident()
        self._ink, self._limits, self._externals = ink_json.removeprefix("\ufeff"), limits, externals
        self._hush = Hush()
        self._faults = Faults(read_tags)
        self._offered = 0
        self._engine = self._opened()
        self._checkpoint = self._seeded(secrets.randbelow(2**31) if seed is None else seed)

    @property
    def version(self) -> int:
        """Returns the version of the ink format that the script is played as."""
        return int(msgspec.json.decode(self._checkpoint)["inkFormatVersion"])

    @property
    def faults(self) -> list[Exception]:
        """Returns what went wrong so far without stopping the story."""
        return self._faults.kept

    def advance(self) -> Page:
        """Returns the page from here to the next choices or the end.

        Raises StoryPanicError or StoryLimitError; the story then stands at its last checkpoint again.
        """
        self._own()
        try:
            with self._hush:
                return Page(tuple(self._lines()), self._choices())
        except StoryLimitError:
            self._recover()
            raise
        except (RuntimeError, ValueError) as fault:
            self._recover()
            _log.warning("The ink engine gave up: %s %s", fault, self._hush.text)
            raise StoryPanicError(_GAVE_UP) from fault

    def choose(self, index: int) -> None:
        """Takes the choice `index` and makes the place right after it the checkpoint.

        Raises StoryError where there is no such choice, StoryPanicError where the engine gives up.
        """
        self._own()
        if not 0 <= index < self._offered:
            raise StoryError(marked("There is no choice {number} here."), number=index + 1)
        self._moved(self._engine.choose, index)

    def jump(self, path: str) -> None:
        """Goes to a knot, or to `knot.stitch`, and makes it the checkpoint.

        Raises StoryError where there is no such place; the story then stands at its last checkpoint.
        """
        self._own()
        try:
            with self._hush:
                self._moved(self._engine.story.choose_path_string, path)
        except StoryPanicError as fault:
            raise StoryError(marked("This story has no place called “{path}”."), path=path) from fault

    def state(self) -> str:
        """Returns the checkpoint: the state right after the last choice, as JSON."""
        self._own()
        return self._checkpoint

    def number(self, name: str) -> int | None:
        """Returns the value of a whole number of the script's; None where there is none of this name."""
        self._own()
        try:
            with self._hush:
                value = self._engine.story.get_variable(name)
        except (RuntimeError, ValueError):
            return None
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def restore(self, state: str) -> None:
        """Goes back to a checkpoint.

        Raises StoryError where the engine cannot take it; the story then stands where it stood.
        """
        self._own()
        if not guard.fits(state.encode("utf-8", "replace"), size=self._limits.state, depth=self._limits.depth):
            raise StoryError(_STATE)
        try:
            with self._hush:
                self._engine.story.load_state(state)
        except (RuntimeError, ValueError) as fault:
            self._recover()
            raise StoryError(_STATE) from fault
        self._checkpoint = state
        self._offered = 0

    def _lines(self) -> list[Line]:
        """Returns the lines up to the next choices, within the limits of a turn."""
        engine, budget = self._engine, Budget(self._limits)
        lines: list[Line] = []
        while engine.can_continue():
            while not engine.slice(self._limits.slice_ms):
                budget.check()
            text, tags = engine.text(), engine.tags()
            budget.line(len(text))
            text, own = heard(text.strip())
            if text or tags:
                lines.append(Line(text, self._faults.cues(tags), own))
        self._faults.hear(engine.complaints)
        return lines

    def _choices(self) -> tuple[Choice, ...]:
        """Returns the choices that stand here."""
        found = self._engine.choices()
        if len(found) > self._limits.choices or sum(len(text) for text, _ in found) > self._limits.text:
            raise StoryLimitError(TOO_LONG)
        self._offered = len(found)
        said = [(*heard(text.strip()), tags) for text, tags in found]
        return tuple(Choice(index, text, self._faults.cues(tags), own) for index, (text, own, tags) in enumerate(said))

    def _moved(self, move: Callable[[Any], None], to: int | str) -> None:
        """Moves the engine and makes where it stands the checkpoint."""
        self._offered = 0
        try:
            move(to)
            self._checkpoint = self._engine.state()
        except (RuntimeError, ValueError) as fault:
            self._recover()
            _log.warning("The ink engine gave up: %s %s", fault, self._hush.text)
            raise StoryPanicError(_GAVE_UP) from fault

    def _seeded(self, seed: int) -> str:
        """Sets the seed of the story's dice, and returns the state at its beginning."""
        state = msgspec.json.decode(self._engine.story.save_state())
        state["storySeed"] = seed % 2**31
        text = msgspec.json.encode(state).decode()
        self._engine.story.load_state(text)
        return text

    def _opened(self) -> _Engine:
        """Returns a fresh engine with the callbacks bound."""
        if not guard.fits(self._ink.encode("utf-8", "replace"), size=self._limits.ink, depth=self._limits.depth):
            raise StoryLoadError(_UNREADABLE)
        try:
            with self._hush:
                engine = _Engine(self._ink)
                for name, function in self._externals.items():
                    engine.story.bind_external_function(name, functools.partial(self._faults.call, function))
        except (RuntimeError, ValueError) as fault:
            raise StoryLoadError(_UNREADABLE) from fault
        return engine

    def _recover(self) -> None:
        """Throws the engine away and opens a new one at the checkpoint."""
        self._offered = 0
        self._engine = self._opened()
        if self._checkpoint:
            self._engine.story.load_state(self._checkpoint)

    def _own(self) -> None:
        """Raises RuntimeError where another thread calls: the engine would crash the whole game."""
        if threading.get_ident() != self._thread:
            raise RuntimeError("A Story belongs to the thread that made it.")
