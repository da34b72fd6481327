"""One page of the journal: the paper, and beside it nothing that hurries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import SaveError
from game.scenes.contact_paper import LABEL, PaperScreen
from game.scenes.journal import day_of
from game.scenes.shell import Question, Route
from game.story.journal import MOST_LETTERS, Journal
from game.ui.draft import Draft
from game.ui.geometry import Rect
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.scenes.shell import Shell

# Below this height, in units of type, there is no room for words beside the paper.
_LOW = 500
_LOWEST = 440.0
_LOWEST_UNITS = 240
# The least height of the paper, in units of type: a line, and air round it.
_LEAST = 70


class JournalPage(PaperScreen):
    """Writes on paper that only this device keeps, once the player says so."""

    least_lines = 6

    def __init__(self, shell: Shell) -> None:
        """Takes up the page that the shell names, or a new one."""
        self.journal = Journal(shell.paths.data)
        self.leaf = self.journal.leaf(shell.leaf) if shell.leaf else None
        self.kept = self.leaf.text if self.leaf else ""
        super().__init__(shell, Draft(self.kept, most=MOST_LETTERS))
        self.prompt = self.leaf.prompt if self.leaf else _asked(shell)

    @property
    def busy(self) -> bool:
        """Nothing is waited for here."""
        return False

    @property
    def runs_on(self) -> bool:
        """A window that is short is the paper's alone."""
        return not self.short

    @property
    def short(self) -> bool:
        """Tells whether there is room for the paper alone."""
        return self.shell.space.height < max(self.shell.space.em(_LOW), _LOWEST)

    def _split(self, room: Rect, begin: float, low: float, *, two: bool, high: float) -> None:
        """Divides the room as every paper does; where it is short, the paper has it all."""
        if not self.short:
            super()._split(room, begin, low, two=two, high=high)
            return
        space = self.shell.space
        label = self.shell.type.line(LABEL) + space.px(6)
        if low - begin - label < space.em(_LEAST):
            # Paper that can be written on is worth more than what it is called.
            label = 0.0
        self.view = Rect(room.x, begin, room.w, 0)
        self._label_at = Rect(room.x, begin, room.w, label)
        self.field.height(room.w, space, 1)
        self.field.rect = space.place(Rect(room.x, begin + label, room.w, max(space.target(40), low - begin - label)))
        self.field.reveal()

    def title(self) -> str:
        """Returns the day, or that the page is new."""
        return day_of(self.shell, self.leaf) if self.leaf else self.shell.t("A new page")

    def label(self) -> str:
        """Returns what the paper is for."""
        return self.shell.t("Your page")

    def note(self) -> str:
        """Returns the small print."""
        return self.shell.t("Written here, kept on this device, sent nowhere")

    def prose(self) -> list[tuple[str, str]]:
        """Returns a question that the story leaves open, where it leaves one, and when the page is kept; nothing where room is short."""
        t = self.shell.t
        if self.short:
            return []
        question = [("small", t("A question from the story, if you want one:")), ("lead", self.prompt)] if self.prompt else []
        return [*question, ("small", t("It is kept when you press “Keep”. The quick exit drops what is not kept yet."))]

    def beside_back(self) -> list[Widget]:
        """Returns the way to delete the page; in a window with room for the paper alone, it has a sign that stands for its name."""
        if self.leaf is None:
            return []
        icon = "delete" if self.short else ""
        return [Widget("delete", Role.BUTTON, self.shell.t("Delete this page"), shape=Shape.PILL, act=self._ask_delete, icon=icon)]

    def ending(self) -> list[Widget]:
        """Returns the way to keep it."""
        full = bool(self.field.draft.text.strip())
        # A main button is taller than the others: in the lowest windows that room belongs to the paper.
        lowest = self.shell.space.height < self.shell.space.em(_LOWEST_UNITS)
        shape = Shape.PILL if lowest else Shape.MAIN
        return [
            Widget("keep", Role.BUTTON, self.shell.t("Keep"), shape=shape, act=self.send, enabled=full, icon="keep" if self.short else "")
        ]

    def send(self) -> bool:
        """Keeps the page on this device, and goes back to the list."""
        if not self.field.draft.text.strip():
            return False
        try:
            self.leaf = self.journal.write(self.field.draft.text, when=self.leaf.when if self.leaf else "", prompt=self.prompt)
        except SaveError as fault:
            self.shell.tell(fault.say(self.shell.t))
            return True
        self.kept = self.field.draft.text
        self.shell.verbs.back()
        return True

    def escape(self) -> None:
        """Asks before words are lost."""
        if self.field.draft.text.strip() == self.kept.strip():
            super().escape()
            return
        t = self.shell.t
        self.shell.question = Question(t("What you wrote here is not kept yet."), t("Throw it away"), self.shell.verbs.back)
        self.shell.verbs.go(Route.ASK)

    def _ask_delete(self) -> None:
        t = self.shell.t
        self.shell.question = Question(t("Delete this page? It cannot be brought back."), t("Delete"), self._delete)
        self.shell.verbs.go(Route.ASK)

    def _delete(self) -> None:
        if self.leaf is not None:
            try:
                self.journal.delete(self.leaf.when)
            except SaveError as fault:
                self.shell.tell(fault.say(self.shell.t))
                return
        self.shell.verbs.back()

    def closed(self) -> None:
        """Lets go of everything that was written."""
        self.leaf, self.kept, self.prompt, self.shell.leaf = None, "", "", ""
        self.field.forget()
        self.shell.type.forget()


def _asked(shell: Shell) -> str:
    """Returns the last question for talking about that the journey came to, or nothing."""
    if shell.session is None:
        return ""
    for turn in reversed(shell.session.journey.turns):
        for choice in turn.page.choices:
            if question := choice.cue("discuss"):
                return question
    return ""
