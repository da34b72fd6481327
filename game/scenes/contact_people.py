"""Who can read a conversation, and what else can be done with it: one more person, another one, and deleting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.contact import thread as threads
from game.scenes.contact_door import introduced
from game.scenes.contact_screen import ContactSheet
from game.scenes.shell import Question, Route
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.contact.thread import Summary, Thread

_SHOWN = 24


class PeopleScreen(ContactSheet):
    """Everything about a conversation but its words."""

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Who can read this")

    @property
    def thread(self) -> Thread | None:
        """Returns the conversation."""
        return self.desk.thread

    def prose(self) -> list[tuple[str, str]]:
        """Returns everyone by name, and what was checked."""
        t, thread = self.shell.t, self.thread
        if thread is None:
            return self.state()
        people = [self._person(reader.name, reader.kind, mine=reader.mine) for reader in thread.readers]
        whole = (
            t("Everything here came in order, from the people named.")
            if not thread.broken
            else t("Not everything here came as it was sent. The places are marked.")
        )
        return [*self.state(), *people, ("small", whole), ("small", t("Neither the server nor an administrator can read it."))]

    def _person(self, name: str, what: str, *, mine: bool) -> tuple[str, str]:
        if mine:
            return "door", self.shell.t("You")
        return "door", introduced(self.shell, name, what) if what else isolated(name)

    def rows(self) -> list[Widget]:
        """Returns what can be done."""
        t, desk, thread = self.shell.t, self.desk, self.thread
        if thread is None or desk.busy:
            return []
        agreed = t("Propose a change to what we agreed") if thread.agreement else t("Say what the letters are for")
        rows = [
            self._row("agreement", agreed, lambda: self.shell.verbs.go(Route.AGREEMENT)),
            self._row("someone", t("Ask for one more person"), self._someone),
        ]
        others = [match.offer for match in desk.matches() if match.offer.id != thread.offer or thread.state == "held"]
        rows += [
            self._row(
                f"swap-{offer.id}",
                t("Go on with somebody else: {offer}").format(offer=desk.say(offer.title)),
                partial(self._ask_swap, offer.id),
            )
            for offer in others[:3]
        ]
        rows += [
            self._row(f"open-{number}", t("Another conversation of yours"), partial(self._open, other))
            for number, other in enumerate(self._others())
        ]
        rows.append(self._row("new", t("Begin another conversation"), lambda: self.shell.verbs.go(Route.WISHES)))
        for letter in [item for item in thread.items if isinstance(item, threads.Letter) and item.mine][-3:]:
            begun = letter.text[:_SHOWN] + ("…" if len(letter.text) > _SHOWN else "")
            rows.append(
                self._row(
                    f"letter-{letter.seq}",
                    t("Delete my letter: “{words}”").format(words=isolated(begun)),
                    partial(self._ask_letter, letter.id),
                )
            )
        rows.append(self._row("conversation", t("Delete this conversation"), self._ask_conversation))
        rows.append(self._row("mailbox", t("Delete everything, and make the seven words worthless"), self._ask_mailbox))
        if desk.correspondence.remembered:
            rows.append(self._row("forget", t("Have this device forget the words"), self._forget))
        return rows

    @staticmethod
    def _row(key: str, name: str, act: Callable[[], object]) -> Widget:
        return Widget(key, Role.BUTTON, name, shape=Shape.ROW, act=act)

    def _others(self) -> list[Summary]:
        return [one for one in self.desk.summaries if self.thread is None or one.id != self.thread.id]

    def first(self) -> str:
        """Starts on the way back."""
        return "back"

    # Doing it ---------------------------------------------------------------------------------------------------------

    def _took(self, thread: Thread) -> None:
        self.desk.thread = thread
        self.shell.verbs.instead(Route.CONTACT, Route.THREAD)

    def _someone(self) -> None:
        if self.thread:
            self.desk.do(self.desk.correspondence.ask(self.thread.id, "someone", ""), self._took)
            self.refresh()

    def _open(self, other: Summary) -> None:
        self.desk.do(self.desk.correspondence.read(other.id), self._took)
        self.refresh()

    def _confirm(self, sentence: str, yes: str, act: Callable[[], None]) -> None:
        self.shell.question = Question(sentence, yes, act)
        self.shell.verbs.go(Route.ASK)

    def _ask_swap(self, offer: str) -> None:
        t = self.shell.t
        sentence = t(
            "Those who answer now can read no further. Your letters so far stay between you and them, unless you tell the new ones."
        )
        self._confirm(sentence, t("Go on with somebody else"), partial(self._swap, offer))

    def _swap(self, offer: str) -> None:
        if self.thread:
            self.desk.do(self.desk.correspondence.swap(self.thread.id, offer), self._took)
            self.refresh()

    def _ask_letter(self, letter: bytes) -> None:
        t = self.shell.t
        self._confirm(
            t("It goes for everyone. That there was a letter stays visible."), t("Delete the letter"), partial(self._drop_letter, letter)
        )

    def _drop_letter(self, letter: bytes) -> None:
        if self.thread:
            self.desk.do(self.desk.correspondence.delete_letter(self.thread.id, letter), self._took)
            self.refresh()

    def _ask_conversation(self) -> None:
        t = self.shell.t
        self._confirm(
            t("Every letter in it goes, for everyone, and cannot come back."), t("Delete the conversation"), self._drop_conversation
        )

    def _drop_conversation(self) -> None:
        if self.thread:
            self.desk.do(self.desk.correspondence.delete_conversation(self.thread.id), self._dropped)
            self.refresh()

    def _dropped(self, summaries: tuple[Summary, ...]) -> None:
        self.desk.summaries, self.desk.thread = summaries, None
        self.shell.type.forget()
        self.shell.verbs.instead(Route.CONTACT)
        self.shell.tell(self.shell.t("Deleted."))

    def _ask_mailbox(self) -> None:
        t = self.shell.t
        self._confirm(
            t("Every conversation goes, for everyone. The seven words then lead nowhere."), t("Delete everything"), self._drop_mailbox
        )

    def _drop_mailbox(self) -> None:
        self.desk.correspondence.forget()
        self.desk.do(self.desk.correspondence.delete_mailbox(), lambda _: self._dropped(()))
        self.refresh()

    def _forget(self) -> None:
        self.desk.correspondence.forget()
        self.shell.tell(self.shell.t("This device has forgotten them."))
        self.refresh()
