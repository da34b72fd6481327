"""What somebody wrote, before anybody else sees it: one answer after the other, each with a yes or a no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.group_words import waiting
from game.scenes.prose import ProseSheet
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.group.room import Said
    from game.scenes.shell import Shell


class GroupJudge(ProseSheet):
    """In no order that says who wrote what, or when."""

    width_units = 1200.0

    def __init__(self, shell: Shell) -> None:
        """Has judged nothing yet."""
        super().__init__(shell)
        self._judged: set[str] = set()

    @property
    def waits(self) -> list[Said]:
        """Returns the answers that still wait."""
        return [said for said in waiting(self.shell) if said.id not in self._judged]

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Read first")

    def prose(self) -> list[tuple[str, str]]:
        """Returns the answer at hand."""
        t, waits = self.shell.t, self.waits
        if not waits:
            return [("text", t("Nothing waits."))]
        count = self.shell.tn("{count} answer waits to be read first.", "{count} answers wait to be read first.", len(waits))
        twice = t("Look twice: rude words, or a way to reach somebody.") if waits[0].flagged else ""
        return [("small", count), ("theirs", waits[0].text), ("small", twice)]

    def beside_back(self) -> list[Widget]:
        """Returns yes and no."""
        t = self.shell.t
        if not self.waits:
            return []
        return [
            Widget("no", Role.BUTTON, t("Do not show it"), shape=Shape.PILL, act=lambda: self._judge(approve=False)),
            Widget("yes", Role.BUTTON, t("Show it to everybody"), shape=Shape.PILL, act=lambda: self._judge(approve=True)),
        ]

    def first(self) -> str:
        """Starts on no: what is pressed by mistake shows nothing."""
        return "no" if self.waits else "back"

    def _judge(self, *, approve: bool) -> None:
        """Says yes or no to the answer at hand."""
        waits = self.waits
        if waits and self.shell.party is not None:
            self._judged.add(waits[0].id)
            self.shell.party.host.judge(waits[0].id, approve=approve)
            self.focus.key = self.first()
            self.refresh()

    def arrived(self) -> None:
        """Shows what came."""
        self.refresh()
