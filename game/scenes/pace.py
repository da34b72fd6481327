"""Reads on by itself where somebody asked for it: quickly through what was seen, or at a reader's pace. It never chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pygame

from game.scenes import key_names
from game.ui.controls import pill_size
from game.ui.geometry import Rect
from game.ui.keys import Verb
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.scenes.reader import Reader
    from game.scenes.shell import Shell

# Seconds: between two paragraphs that are skipped, and what a paragraph gets besides its words.
_QUICK, _BREATH = 0.06, 0.9
_HELD = frozenset({pygame.K_LCTRL, pygame.K_RCTRL})
# With these one goes on reading or moves the focus; anything else ends what runs.
_OWN = frozenset({Verb.SKIP, Verb.AUTO, Verb.UP, Verb.DOWN, Verb.NEXT, Verb.PREVIOUS})
_ENTER = frozenset({pygame.K_RETURN, pygame.K_KP_ENTER})


class Pace:
    """Off, skipping while a key is held, skipping until further notice, or reading on at a pace."""

    def __init__(self, shell: Shell) -> None:
        """Does nothing by itself yet."""
        self._shell = shell
        self.mode: Literal["", "held", "skip", "auto"] = ""
        # How often it was turned on: each time its sign is another one, so that it is said again.
        self._runs = 0

    # Turning it on and off --------------------------------------------------------------------------------------------

    def skip(self) -> None:
        """Turns skipping on or off."""
        self._turn("skip")

    def auto(self) -> None:
        """Turns reading on by itself on or off."""
        self._turn("auto")

    def _turn(self, mode: Literal["skip", "auto"]) -> None:
        if self.mode == mode:
            self.stop()
        else:
            self.begin(mode)

    def begin(self, mode: Literal["skip", "auto"]) -> None:
        """Lets it run."""
        self.mode = mode
        self._runs += 1
        # What was told before gives way to the sign that stays.
        self._shell.banner = ""

    def stop(self) -> None:
        """Leaves reading on to the reader, and says so where something ran."""
        if self.mode in {"skip", "auto"}:
            self._shell.tell(self._shell.t("You read on yourself again."))
        self.mode = ""

    def takes(self, event: pygame.event.Event) -> bool:
        """Takes a key that begins to be held to skip, or that ends what runs; tells whether that was all it meant."""
        if event.key in _HELD:
            if not self.mode:
                self.mode = "held"
                self._runs += 1
            return self.mode == "held"
        if self.mode in {"skip", "auto"} and event.key not in _ENTER and not self._shell.keys.of(event) & _OWN:
            choosing = pygame.K_1 <= event.key <= pygame.K_9 or pygame.K_KP_1 <= event.key <= pygame.K_KP_9
            if not choosing:
                self.stop()
                return True
        return False

    def released(self, event: pygame.event.Event) -> bool:
        """Ends skipping with the key that was held for it; tells whether the event was that."""
        if event.type == pygame.KEYUP and event.key in _HELD and self.mode == "held":
            self.mode = ""
            return True
        return False

    # The sign -------------------------------------------------------------------------------------------------------

    def sign(self, begin: float, end: float, y: float) -> Widget | None:
        """Returns the sign that it runs and how to stop it, between `begin` and `end`, at the end's side; None where nothing runs."""
        if not self.mode:
            return None
        kind, space = self._shell.type, self._shell.space
        icon = "auto" if self.mode == "auto" else "skip"
        room = end - begin
        sign = Widget(f"pace-{self._runs}", Role.STATUS, "", shape=Shape.PILL, news=True)
        # In the smallest windows a word stands without its icon, and at last the icon for the word.
        ways = [*((words, icon) for words in self.words), (self.words[-1], ""), (self.words[-1], icon)]
        for at, (sign.name, sign.icon) in enumerate(ways):
            sign.bare = at == len(ways) - 1
            width, height = pill_size(kind, space, sign)
            if width <= room:
                break
        sign.hint = "" if sign.name == self.words[0] else self.words[0]
        sign.rect = space.place(Rect(end - width, y, width, height))
        return sign

    @property
    def words(self) -> tuple[str, ...]:
        """Returns what the sign says, and what it says where there is less room."""
        t = self._shell.t
        if self.mode == "held":
            return (t("Skipping while held"), t("Skipping"), t("Stop"))
        key = key_names.cap(self._shell, Verb.AUTO if self.mode == "auto" else Verb.SKIP)
        whole = t("Reading on by itself · {key} stops") if self.mode == "auto" else t("Skipping · {key} stops")
        return (whole.format(key=key), t("{key} stops").format(key=key), t("Stop"))

    # Reading on -------------------------------------------------------------------------------------------------------

    def wait(self, reader: Reader, now: float) -> float | None:
        """Returns the seconds until it reads on; None while it does not: at choices, at what is new, behind another window."""
        if not self.mode or reader.here.choices or not self._shell.focused:
            return None
        if self.mode == "auto":
            return reader.beat_at + self._reading_time(reader) - now
        if reader.session.journey.fresh and not self._shell.settings.skip_new:
            return None
        return reader.beat_at + _QUICK - now

    def _reading_time(self, reader: Reader) -> float:
        """Returns the seconds that the newest paragraph takes at the reader's pace."""
        shown = reader.here.shown
        words = len(reader.turn[shown - 1].text.split()) if 0 < shown <= len(reader.turn) else 0
        return _BREATH + words * 60 / self._shell.settings.auto_pace

    def step(self, reader: Reader, now: float) -> bool:
        """Reads on once; the sentence that says so stays where it is."""
        said = self._shell.banner
        moved = reader.read_on(now)
        if self.mode != "auto" and reader.hold_until > 0:
            reader.release(reader.hold_until)
        if self.mode != "auto":
            reader.arrive(now)
        self._shell.banner = said
        reader.beat_at = now
        return moved
