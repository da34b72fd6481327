"""What can be heard of the screen on top: told to screen readers, with what they ask in return, or read aloud where none listens."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

import pygame

from game.scenes.aloud import Aloud
from game.scenes.away import AwayScreen
from game.ui import narrators, speech
from game.ui.access import Access, Asked, Heard

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.director import Director
    from game.scenes.screen import Screen
    from game.settings import Settings
    from game.ui.quick import Threefold

# On these two, screen readers must find the window before it is first shown.
HIDDEN = sys.platform in {"win32", "darwin"}
_PRESSES = 3


class Hearing:
    """Stands between the screens and screen readers; nothing happens while none listens."""

    def __init__(self, window: pygame.Window, threefold: Threefold) -> None:
        """Offers the window at once where that must be; elsewhere `open` does, after the first frame."""
        self._window, self._threefold = window, threefold
        self._asked = pygame.event.custom_type()
        self._value, self._said = ("", ""), ""
        self.aloud: Aloud | None = None
        self._reading = False
        self._access = Access(window, self._post) if HIDDEN else None
        if HIDDEN:
            window.show()

    def open(self) -> None:
        """Offers the window, where that was not done yet, and finds out who can read aloud."""
        self._access = self._access or Access(self._window, self._post)
        self._access.focused(focused=self._window.focused)
        self._access.placed(self._window.position, self._window.size)
        program = narrators.found()
        if program is not None and self.aloud is None:
            self.aloud = Aloud(speech.Speaker(program))

    @property
    def active(self) -> bool:
        """Tells whether a screen reader listens."""
        return self._access is not None and self._access.active

    def _post(self, asked: Asked | None) -> None:
        """Wakes the loop with what a screen reader asks, from a thread of its own."""
        with contextlib.suppress(pygame.error):
            pygame.event.post(pygame.event.Event(self._asked, asked=asked))

    def takes(self, event: pygame.event.Event, director: Director) -> bool:
        """Does what a screen reader asks; tells whether the event was that."""
        if event.type != self._asked:
            return False
        asked: Asked | None = event.asked
        director.dirty |= asked is None or director.top.perform(asked.verb, asked.key, asked.text)
        return True

    def focused(self, *, focused: bool) -> None:
        """Tells whether keys go to the window."""
        if self._access is not None:
            self._access.focused(focused=focused)

    def show(self, director: Director) -> None:
        """Tells what can be heard now, where that changed and somebody listens; what a screen reader says is never said twice."""
        wanted = director.shell.settings.read_aloud and not isinstance(director.top, AwayScreen)
        reading = wanted and not self.active and self.aloud is not None
        if self.active or reading:
            heard = self.heard(director)
            if self._access is not None and self.active:
                self._access.show(director.top, heard)
        if self.aloud is None:
            return
        if reading:
            self._speak_as(director.shell.settings)
            self.aloud.hear(director.top, heard)
        elif self._reading:
            self.aloud.voice.hush()
            self.aloud.forget()
        self._reading = reading

    def _speak_as(self, settings: Settings) -> None:
        """Has the voice be the one the player wants, as fast and as loud as they want it."""
        if self.aloud is not None and isinstance(self.aloud.voice, speech.Speaker):
            self.aloud.voice.manner = narrators.Manner("", settings.speech_rate, settings.voice_volume, settings.voice)

    def narrators(self, then: Callable[[], None]) -> tuple[narrators.Narrator, ...]:
        """Returns the voices that are known; where they are not yet, they are asked for, and then `then` is called."""
        voice = self.aloud.voice if self.aloud is not None else None
        return voice.narrators(then) if isinstance(voice, speech.Speaker) else ()

    def toggle(self, director: Director) -> None:
        """Turns reading aloud on or off, and says which; where nothing can speak, that is said."""
        shell = director.shell
        shell.settings.read_aloud = not shell.settings.read_aloud
        on, off = shell.t("Reading aloud is on."), shell.t("Reading aloud is off.")
        none = shell.t("Nothing on this device can read aloud: install espeak-ng, or use a screen reader.")
        shell.tell((none if self.aloud is None else on) if shell.settings.read_aloud else off)
        director.write_settings()

    def hush(self) -> None:
        """Stops what is being said: somebody pressed a key."""
        if self.aloud is not None and self._reading:
            self.aloud.voice.hush()

    def close(self) -> None:
        """Lets go of the voice."""
        if self.aloud is not None:
            self.aloud.voice.close()

    def _changed(self, top: Screen) -> str:
        """Returns the value of the control with the focus, where it is another one than before."""
        widget = top.focus.on(top.widgets)
        before, self._value = self._value, (widget.key, widget.value) if widget and widget.step else ("", "")
        changed = widget is not None and before[0] == widget.key and before[1] != widget.value
        self._said = widget.value if widget is not None and changed else self._said if before == self._value else ""
        return self._said

    def heard(self, director: Director) -> Heard:
        """Returns what can be heard of the screen on top."""
        top, shell = director.top, director.shell
        presses = self._threefold.count
        left = shell.tn("Quick exit: press Shift {count} more time.", "Quick exit: press Shift {count} more times.", _PRESSES - presses)
        status = "" if isinstance(top, AwayScreen) else left if presses else shell.banner or self._changed(top)
        return Heard(self._window.title, top.name, shell.words.language, top.overlay, tuple(top.heard()), top.focus.key, status)
