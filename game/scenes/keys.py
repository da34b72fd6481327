"""The keys, a row a verb: press a row, then the key that it is to have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.scenes import key_names
from game.scenes.sheet import Sheet
from game.ui import keys
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.scenes.shell import Shell
    from game.ui.keys import Verb


class KeysScreen(Sheet):
    """Changes the keys; while a row waits for one, every key belongs to it."""

    def __init__(self, shell: Shell) -> None:
        """Waits for nothing."""
        super().__init__(shell)
        self.waiting: Verb | None = None

    @property
    def catches(self) -> bool:
        """Tells whether the next key is wanted for a row."""
        return self.waiting is not None

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Keys")

    def column(self, width: float) -> list[Widget]:
        """Returns a row a verb."""
        del width
        return [self._row(verb, name) for verb, name in key_names.verbs(self.shell).items()]

    def _row(self, verb: Verb, name: str) -> Widget:
        waits = verb is self.waiting
        value = self.shell.t("Press a key, or Esc to leave it") if waits else key_names.told(self.shell, verb)
        return Widget(f"key-{verb}", Role.BUTTON, name, shape=Shape.ROW, value=value, act=partial(self._wait, verb), news=waits)

    def beside_back(self) -> list[Widget]:
        """Returns the way to the keys as they were."""
        return [Widget("reset", Role.BUTTON, self.shell.t("As at first"), shape=Shape.PILL, act=self._reset)]

    def _wait(self, verb: Verb) -> None:
        """Waits for the key that a verb is to have; pressing the row once more leaves it as it is."""
        self.shell.banner = ""
        self.waiting, self.focus.key = None if self.waiting is verb else verb, f"key-{verb}"
        self.refresh()
        self.reveal()

    def _reset(self) -> None:
        self.waiting = None
        self._keep({})
        self.shell.tell(self.shell.t("All keys are as they were at first."))

    def left(self) -> None:
        """A row does not wait behind another screen."""
        self.waiting = None

    def click(self, place: tuple[int, int]) -> bool:
        """A press on anything but the row that waits leaves its key as it is."""
        widget = self.under(place)
        if self.waiting is not None and (widget is None or widget.key != f"key-{self.waiting}"):
            self.waiting = None
            self.refresh()
            if widget is None:
                return True
        return super().click(place)

    def key(self, event: pygame.event.Event) -> bool:
        """Gives the key to the row that waits; else does what every sheet does."""
        if self.waiting is None:
            return super().key(event)
        if hasattr(event, "verbs") or event.key in {pygame.K_ESCAPE, pygame.K_AC_BACK}:
            self._wait(self.waiting)
            return True
        # Shift may be the first of three that leave at once: it says nothing here.
        if event.key not in {pygame.K_LSHIFT, pygame.K_RSHIFT}:
            self._give(self.waiting, keys.name_of(event))
        return True

    def _give(self, verb: Verb, name: str) -> None:
        """Gives a verb a key, and says who had it before and what that one has now."""
        shell, t = self.shell, self.shell.t
        if not keys.usable(name):
            shell.tell(t("That key always means the same. Press another one."))
            return
        others = shell.keys.holders(verb, name)
        self.waiting = None
        self._keep(shell.keys.given(verb, name))
        names, key = key_names.verbs(shell), key_names.label(shell, name)
        swapped = t("“{other}” has {instead} now.")
        said = [swapped.format(other=names[other], instead=key_names.told(shell, other)) for other in others]
        shell.tell(" ".join([t("{key}: {what}.").format(key=key, what=names[verb]), *said]))

    def _keep(self, own: dict[str, list[str]]) -> None:
        self.shell.settings.keys = own
        self.shell.verbs.settle()
        self.refresh()
