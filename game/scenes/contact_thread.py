"""One conversation: letters by day, who came and went, what was agreed, and the paper to answer on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.contact import thread as threads
from game.scenes.contact_paper import PaperScreen
from game.scenes.contact_screen import desk_of
from game.scenes.shell import Question, Route
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.contact.thread import Agreement, Item, Thread
    from game.scenes.shell import Shell


def terms(agreement: Agreement) -> list[tuple[str, str]]:
    """Returns what an agreement says: its goals, then how, how often and by which rules."""
    rest = " ".join(part for part in (agreement.form, agreement.rhythm, agreement.rules) if part)
    return [*(("goals", goal) for goal in agreement.goals), ("small", rest)]


class ThreadScreen(PaperScreen):
    """Read from the top, answered at the foot; it opens at the newest letter."""

    width_units = 1300.0
    beside = False
    # Where letters will come, room stays for them.
    grows = False
    least_lines = 2

    def __init__(self, shell: Shell) -> None:
        """Reads what is new."""
        super().__init__(shell, desk_of(shell).draft)
        self._at_end = True

    @property
    def thread(self) -> Thread | None:
        """Returns the conversation."""
        return self.desk.thread

    def title(self) -> str:
        """Returns who it is with."""
        others = [isolated(reader.name) for reader in self.thread.readers if not reader.mine] if self.thread else []
        waiting = self.thread is not None and self.thread.state == "waiting"
        if waiting or not others:
            return self.shell.t("Your letter waits for an answer")
        return self.shell.t("You and {names}").format(names=self.shell.words.listed(others))

    def label(self) -> str:
        """Returns what the paper is for."""
        return self.shell.t("Your letter")

    def note(self) -> str:
        """Returns the small print."""
        return self.shell.t("Kept only in this window until you send it")

    def first(self) -> str:
        """Starts on the way to more: keys go to the paper once it is chosen, or a letter is begun."""
        return "paper"

    # What was written -------------------------------------------------------------------------------------------------

    def prose(self) -> list[tuple[str, str]]:
        """Returns agreement, letters and comings and goings, in order."""
        thread, t = self.thread, self.shell.t
        if thread is None:
            return self.state()
        found = self._agreed()
        if thread.late:
            found.append(("small", t("Earlier letters are past their days, and are gone.")))
        day = None
        for item in thread.items:
            if item.day and item.day != day:
                day = item.day
                found.append(("day", self.shell.words.day(item.day)))
            found += self._item(item)
        if thread.state == "waiting":
            found.append(("small", t("Nobody has taken it on yet. You can close the game: the answer waits here.")))
        return [*found, *self.state()]

    def _agreed(self) -> list[tuple[str, str]]:
        agreement = self.thread.agreement if self.thread else None
        return [("head", self.shell.t("What we agreed")), *terms(agreement)] if agreement else []

    def _item(self, item: Item) -> list[tuple[str, str]]:  # noqa: PLR0911  one return for each kind of thing that happens
        t = self.shell.t
        who = isolated(item.name) if item.name else t("You")
        if isinstance(item, threads.Letter):
            return self._words(item.text, who, mine=item.mine)
        if isinstance(item, threads.Change):
            return [("event", line) for line in self._change(item)]
        if isinstance(item, threads.Request):
            asked = t("You asked for another counsellor.") if item.what == "another" else t("You asked for one more person.")
            return [("event", asked), *(self._words(item.text, who, mine=True) if item.text else [])]
        if isinstance(item, threads.Question):
            return [("event", t("{who} asks: may {other} read what you wrote before?").format(who=who, other=item.about))]
        if isinstance(item, threads.Answer):
            said = t("You said yes: {other} may read it all.") if item.yes else t("You said no: {other} reads only what came after.")
            return [("event", said.format(other=item.about))]
        if isinstance(item, threads.Proposed):
            said = (
                t("You proposed what the letters are for.") if item.mine else t("{who} proposes what the letters are for.").format(who=who)
            )
            return [("event", said), *terms(item.agreement)]
        if isinstance(item, threads.Agreed):
            return [("event", t("You agreed.") if item.mine else t("{who} agreed.").format(who=who))]
        if isinstance(item, threads.Removed):
            return [("event", t("A letter was deleted by who wrote it."))]
        if isinstance(item, threads.Broken):
            return [("broken", t("Something here did not come as it was sent.") + " " + t(threads.WORDS[item.reason]))]
        return [("event", t("Something that this version of the game does not know."))]

    @staticmethod
    def _words(text: str, who: str, *, mine: bool) -> list[tuple[str, str]]:
        """Returns a letter under the name of who wrote it."""
        return [("own", who), ("mine", text)] if mine else [("from", who), ("theirs", text)]

    def _change(self, item: threads.Change) -> list[str]:
        t = self.shell.t
        if item.why == "rotate":
            return []
        came = self.shell.words.listed([isolated(reader.name) for reader in item.came])
        went = self.shell.words.listed([isolated(reader.name) for reader in item.went if not reader.mine])
        if item.why == "accept":
            return [t("{name} has read it and answers you from now on.").format(name=isolated(item.name))]
        lines = [t("{names} can read from here on.").format(names=came)] if came else []
        return [*lines, *([t("{names} can no longer read.").format(names=went)] if went else [])]

    # What can be done -------------------------------------------------------------------------------------------------

    def rows(self) -> list[Widget]:
        """Returns what waits for a yes or a no, at the end of the letters."""
        t, thread = self.shell.t, self.thread
        if thread is None or self.desk.busy:
            return []
        found: list[Widget] = []
        for question in thread.questions:
            found.append(
                self._row(
                    f"yes-{question.seq}",
                    t("Yes, {name} may read it all").format(name=question.about),
                    partial(self._answer, question.pid, yes=True),
                )
            )
            found.append(self._row(f"no-{question.seq}", t("No"), partial(self._answer, question.pid, yes=False)))
        if thread.proposal is not None and not thread.proposal.mine:
            found.append(
                self._row(
                    "agree",
                    t("I agree to what {name} proposes").format(name=thread.proposal.name),
                    partial(self._agree, thread.proposal.id),
                )
            )
        return found

    @staticmethod
    def _row(key: str, name: str, act: object) -> Widget:
        return Widget(key, Role.BUTTON, name, shape=Shape.ROW, act=act)  # type: ignore[arg-type]  # partials of this screen's verbs

    def _do(self, ticket: object) -> None:
        self._at_end = True
        self.desk.do(ticket, self._took)  # type: ignore[arg-type]  # every verb's ticket ends in a thread
        self.refresh()

    def _answer(self, pid: bytes, *, yes: bool) -> None:
        if self.thread:
            self._do(self.desk.correspondence.answer(self.thread.id, pid, yes=yes))

    def _agree(self, agreement: bytes) -> None:
        if self.thread:
            self._do(self.desk.correspondence.agree(self.thread.id, agreement))

    def ending(self) -> list[Widget]:
        """Returns the ways to more, and to send."""
        t = self.shell.t
        return [
            Widget("more", Role.BUTTON, t("People, and more"), shape=Shape.PILL, act=lambda: self.shell.verbs.go(Route.PEOPLE)),
            Widget("send", Role.BUTTON, t("Send"), shape=Shape.MAIN, act=self.send, enabled=bool(self.desk.draft.text.strip())),
        ]

    def send(self) -> bool:
        """Sends the letter; it stays on the paper until it is there."""
        words = self.desk.draft.text.strip()
        if not words or self.desk.busy or self.thread is None:
            return False
        self._at_end = True
        self.desk.do(self.desk.correspondence.write(self.thread.id, words), self._sent)
        self.refresh()
        return True

    def _sent(self, thread: Thread) -> None:
        self.field.forget()
        self._took(thread)

    def _took(self, thread: Thread) -> None:
        self.desk.thread = thread
        self._at_end = True

    def arrived(self) -> None:
        """Takes what came, and then fetches what the server says is new: asked for earlier, that would take the place of what was done."""
        super().arrived()
        desk = self.shell.contact
        # What failed waits to be tried again, and news waits for it.
        if desk is None or desk.ticket is not None or self.thread is None or not desk.correspondence.take_changed():
            return
        desk.do(desk.correspondence.read(self.thread.id), self._took)
        self.refresh()

    def refresh(self) -> None:
        """Lays out anew; after something came, at the end."""
        super().refresh()
        if self._at_end and self.content > self.view.h:
            self._at_end = False
            self.offset = self.content - self.view.h
            super().refresh()
            if self.low:
                self.reveal()
        self._at_end = False

    def escape(self) -> None:
        """Asks before words are lost."""
        if not self.desk.draft.text.strip():
            super().escape()
            return
        t = self.shell.t
        self.shell.question = Question(t("What you wrote is not kept anywhere else."), t("Throw it away"), self._throw)
        self.shell.verbs.go(Route.ASK)

    def _throw(self) -> None:
        self.field.forget()
        self.shell.verbs.back()
