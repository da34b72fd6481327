"""An open question to the room: what the projector shows of the answers is only what whoever leads has read and let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.group.room import OPEN, WAITING, WORDS
from game.scenes import group_timer
from game.scenes.party import words
from game.scenes.prose import ProseSheet
from game.scenes.shell import Asking, Question, Route
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.group.room import Round, Said
    from game.scenes.shell import Shell

MOST = 200


class GroupWords(ProseSheet):
    """The question, how many have answered, and the answers that were let through."""

    width_units = 1900.0

    @property
    def round(self) -> Round | None:
        """Returns the round that asks for words."""
        return running(self.shell)

    def title(self) -> str:
        """Returns the question."""
        found = self.round
        return words(found.asked.text, self.shell.words.asked) if found else self.shell.t("Ask the room")

    def prose(self) -> list[tuple[str, str]]:
        """Returns how many have answered, how many answers wait, and those that were let through."""
        t, party, found = self.shell.t, self.shell.party, self.round
        if party is not None and party.host.trouble is not None:
            return [("text", party.host.trouble.say(t))]
        if party is None or party.host.room is None or found is None:
            return [("lead", t("One moment."))]
        room = party.host.room
        state = t("{answered} of {here} have answered").format(answered=room.answered, here=room.here)
        if found.state != OPEN:
            closed = t("The question is closed.")
            state = f"{state}. {closed}"
        count = len(waiting(self.shell))
        parts = [("text", state)]
        if count:
            parts.append(
                ("small", self.shell.tn("{count} answer waits to be read first.", "{count} answers wait to be read first.", count))
            )
        return [*parts, *(("theirs", said) for said in found.words)]

    def column(self, width: float) -> list[Widget]:
        """Returns the state, the timer, and the answers."""
        rows = super().column(width)
        for row in rows[:1]:
            row.news = True
        return [*rows[:1], *group_timer.rows(self.shell, width), *rows[1:]]

    def beside_back(self) -> list[Widget]:
        """Returns the way to what waits, and the end of the question."""
        t, party, found = self.shell.t, self.shell.party, self.round
        if party is None or found is None:
            return []
        buttons = []
        if waiting(self.shell):
            buttons.append(Widget("read", Role.BUTTON, t("Read what waits"), shape=Shape.MAIN, act=self._ask_covered))
        name, step = (t("Close the question"), "close") if found.state == OPEN else (t("Open it again"), "reopen")
        buttons.append(Widget("step", Role.BUTTON, name, shape=Shape.PILL, act=lambda: party.host.step(step)))
        return buttons

    def first(self) -> str:
        """Starts on what waits, or on the question's end."""
        return "read" if waiting(self.shell) else "step"

    def _ask_covered(self) -> None:
        """Asks whether nobody else can see the screen."""
        t = self.shell.t
        sentence = t("Nobody has read these yet. Cover the projector first, or read them on the phone that leads.")
        self.shell.question = Question(sentence, t("The projector is covered"), lambda: self.shell.verbs.go(Route.GROUP_JUDGE))
        self.shell.verbs.go(Route.ASK)

    def arrived(self) -> None:
        """Shows what came."""
        self.refresh()

    def due(self, now: float) -> float | None:
        """Returns when the timer looks different."""
        del now
        return group_timer.due(self.shell)

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the sheet with what is left of the time by now."""
        if self.shell.party is not None and self.shell.party.timer is not None:
            self.refresh()
        super().paint(draw, now)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the timer, or prose."""
        if widget.icon == group_timer.KEY:
            group_timer.draw_row(draw, self.shell, widget)
        else:
            super().paint_item(draw, widget)


def running(shell: Shell) -> Round | None:
    """Returns the round that asks the room for words, or None."""
    room = shell.party.host.room if shell.party else None
    return room.round if room is not None and room.round is not None and room.round.kind == WORDS else None


def waiting(shell: Shell) -> list[Said]:
    """Returns the answers that nobody has read yet."""
    return [said for said in shell.party.host.written.words if said.state == WAITING] if shell.party else []


def ask_room(shell: Shell) -> None:
    """Has whoever leads type a question, and asks the room."""
    t = shell.t
    note = t("Everybody answers in their own words. You read each answer first; only what you let through is shown.")
    shell.asking = Asking(t("Ask the room"), note, "", MOST, lambda text: _ask(shell, text))
    shell.verbs.go(Route.ENTRY)


def _ask(shell: Shell, text: str) -> None:
    """Asks, and shows the question over the story; a vote that was open is asked anew afterwards."""
    party, session = shell.party, shell.session
    if party is None or not text:
        return
    asked = session is not None and (party.votes_on(session) or not session.page.choices)
    number = party.host.room.round.number + 1 if party.host.room and party.host.room.round else 1
    party.again()
    party.host.ask_words(f"words-{number}", {shell.words.language: text})
    if session is None:
        shell.verbs.go(Route.GROUP_WORDS)
        return
    session.to_choices = asked
    shell.verbs.only(Route.READING, Route.GROUP_WORDS)
