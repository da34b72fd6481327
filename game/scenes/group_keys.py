"""The card of whoever leads a group: every key of the session, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.scenes import key_names
from game.scenes.prose import BETWEEN, ProseSheet
from game.ui import theme
from game.ui.keys import Verb, name_of

if TYPE_CHECKING:
    import pygame

_CLOSES: Final = "k"


class GroupKeys(ProseSheet):
    """Shows the keys; the same key closes the card."""

    width_units = 1000.0

    def title(self) -> str:
        """Returns the heading."""
        return self.shell.t("Keys of this session")

    def prose(self) -> list[tuple[str, str]]:
        """Returns what can be done, with its key, in the order of a session."""
        t, shell = self.shell.t, self.shell
        rows = (
            (t("Read on"), key_names.cap(shell, Verb.READ_ON)),
            (t("Next step (begin, open, close, show, go on)"), "N"),
            (t("Talk about a choice; take it once the result is shown"), "1–9"),
            (t("Vote again"), "V"),
            (t("Rest, and go on voting"), "P"),
            (t("The room"), "R"),
            (t("Lead by phone"), "L"),
            (t("Another address"), "A"),
            (t("Quick exit"), t("Shift ×3")),
        )
        return [("keys", f"{what}{BETWEEN}{key}") for what, key in rows]

    def gap(self) -> float:
        """Returns the space between two rows: little, so that all keys are seen at once."""
        return self.shell.space.px(theme.SPACE[0])

    def key(self, event: pygame.event.Event) -> bool:
        """Closes the card by the key that opened it."""
        if name_of(event) == _CLOSES and not hasattr(event, "verbs"):
            self.escape()
            return True
        return super().key(event)
