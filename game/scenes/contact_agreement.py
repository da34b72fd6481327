"""What the letters are for, in the player's own words: goals on the sheet, and beside it how, how often and what stops it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.scenes.contact_paper import PaperScreen
from game.scenes.contact_screen import desk_of
from game.scenes.shell import Question, Route
from game.ui.draft import Draft
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.contact.thread import Agreement, Thread
    from game.scenes.shell import Shell

_MOST_GOALS, _LONGEST = 8, 1200


class AgreementScreen(PaperScreen):
    """Proposes an agreement, or a change to the one there is; it holds when the others say yes."""

    least_lines = 4

    def __init__(self, shell: Shell) -> None:
        """Starts from what is agreed, if anything is."""
        super().__init__(shell, Draft(most=_LONGEST))
        thread = desk_of(shell).thread
        before: Agreement | None = thread.agreement if thread else None
        self.terms = dict.fromkeys(("form", "rhythm", "rules"), "")
        if before is not None:
            self.field.draft.insert("\n".join(before.goals))
            self.terms = {"form": before.form, "rhythm": before.rhythm, "rules": before.rules}

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("What are the letters for?")

    def label(self) -> str:
        """Returns what the paper is for."""
        return self.shell.t("What you would like, in your own words")

    def note(self) -> str:
        """Returns the small print."""
        return self.shell.t("One on each line")

    def prose(self) -> list[tuple[str, str]]:
        """Returns what an agreement is."""
        t = self.shell.t
        return [
            *self.state(),
            ("text", t("It holds when everybody in the conversation says yes. Any of you can change it later, or leave it be.")),
        ]

    def rows(self) -> list[Widget]:
        """Returns how, how often, and what stops it; each may stay open."""
        t = self.shell.t
        offered = {
            "form": (t("How"), (t("Letters, no calls."), t("Letters, and a call now and then."))),
            "rhythm": (t("How often"), (t("Whenever I like."), t("About one letter a week."), t("A few letters a week."))),
            "rules": (t("What stops it"), (t("“Pause” stops it, no reason needed."), t("Some things stay out. I say which."))),
        }
        return [self._row(name, label, texts) for name, (label, texts) in offered.items()]

    def _row(self, name: str, label: str, texts: tuple[str, ...]) -> Widget:
        now = self.terms[name]
        options = list(dict.fromkeys(("", *((now,) if now else ()), *texts)))
        step = partial(self._step, name, options)
        at = (options.index(now), len(options) - 1)
        return Widget(f"term-{name}", Role.PICKER, label, shape=Shape.ROW, value=now or self.shell.t("open"), step=step, at=at)

    def _step(self, name: str, options: list[str], by: int) -> None:
        self.terms[name] = options[(options.index(self.terms[name]) + by) % len(options)]

    def goals(self) -> tuple[str, ...]:
        """Returns what stands on the sheet, a goal a line."""
        return tuple(line.strip() for line in self.field.draft.text.splitlines() if line.strip())[:_MOST_GOALS]

    def ending(self) -> list[Widget]:
        """Returns the way to propose it."""
        return [Widget("propose", Role.BUTTON, self.shell.t("Propose"), shape=Shape.MAIN, act=self.send, enabled=bool(self.goals()))]

    def send(self) -> bool:
        """Proposes it; what was written stays until it is there."""
        desk, goals = self.desk, self.goals()
        if not goals or desk.busy or desk.thread is None:
            return False
        terms = self.terms
        desk.do(desk.correspondence.propose(desk.thread.id, goals, terms["form"], terms["rhythm"], terms["rules"]), self._proposed)
        self.refresh()
        return True

    def _proposed(self, thread: Thread) -> None:
        self.desk.thread = thread
        self.shell.verbs.instead(Route.CONTACT, Route.THREAD)

    def escape(self) -> None:
        """Asks before words are lost."""
        thread = self.desk.thread
        before = thread.agreement.goals if thread and thread.agreement else ()
        if self.goals() == before or self.desk.busy:
            super().escape()
            return
        t = self.shell.t
        self.shell.question = Question(t("What you wrote is not kept anywhere else."), t("Throw it away"), self.shell.verbs.back)
        self.shell.verbs.go(Route.ASK)

    def closed(self) -> None:
        """Forgets what was written."""
        self.field.forget()
