"""The room: what whoever leads may do about all of it, who is here by number, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.group.timer import following
from game.scenes.group_talk import ask_end
from game.scenes.group_words import ask_room, running
from game.scenes.guide_row import guide_row, read_row
from game.scenes.prose import ProseSheet
from game.scenes.shell import Question, Route
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.party import Party

_FLAGS = ("blank", "lock")


class GroupRoom(ProseSheet):
    """Switches, seats, and the way out."""

    width_units = 1200.0

    @property
    def party(self) -> Party | None:
        """Returns the session."""
        return self.shell.party

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("The room")

    def prose(self) -> list[tuple[str, str]]:
        """Returns how many are here, and how they came."""
        t, party = self.shell.t, self.party
        if party is None or party.host.room is None:
            return [("lead", t("One moment."))]
        here = self.shell.tn("{count} is here", "{count} are here", party.host.room.here)
        return [("text", f"{here}. " + t("The code is {code}.").format(code=party.code))]

    def column(self, width: float) -> list[Widget]:
        """Returns what can be done about the room, then its seats."""
        t, party = self.shell.t, self.party
        rows = super().column(width)
        if party is None or party.host.room is None:
            return rows
        room = party.host.room
        rows += [
            *self._words(),
            Widget("ways", Role.BUTTON, t("What if? Go back to another choice"), shape=Shape.ROW, act=self._ways),
            self._timer(),
            *(read_row(self.shell, party.book) or guide_row(self.shell, party.book)),
            self._switch("blank", t("Phones show nothing"), on=room.blank),
            self._switch("lock", t("Nobody else comes in"), on=room.locked),
            Widget("door", Role.BUTTON, t("Show the way in"), shape=Shape.ROW, act=lambda: self.shell.verbs.go(Route.GROUP)),
            Widget("end", Role.BUTTON, t("End the session"), shape=Shape.ROW, act=lambda: ask_end(self.shell)),
        ]
        for seat in party.host.seats.seats:
            name = t("Phone {number}").format(number=seat.seat)
            value = t("quiet for a while") if seat.away else t("Remove")
            rows.append(Widget(f"seat-{seat.seat}", Role.BUTTON, name, shape=Shape.ROW, act=self._kicker(seat.seat), value=value))
        return rows

    def _words(self) -> list[Widget]:
        """Returns the way to ask the room something, and to the question that is asked."""
        t, verbs = self.shell.t, self.shell.verbs
        rows = [Widget("words", Role.BUTTON, t("Ask the room a question"), shape=Shape.ROW, act=lambda: ask_room(self.shell))]
        if running(self.shell) is not None:
            go = Widget("answers", Role.BUTTON, t("Back to the question"), shape=Shape.ROW, act=lambda: verbs.go(Route.GROUP_WORDS))
            rows.insert(0, go)
        return rows

    def _timer(self) -> Widget:
        """Returns the timer: off unless somebody asks for it."""
        t, party = self.shell.t, self.party
        timer = party.timer if party else None
        value = self.shell.tn("{count} minute", "{count} minutes", timer.minutes) if timer else t("Off")

        def turn(way: int = 1) -> None:
            if self.party is not None:
                self.party.timer = following(self.party.timer.minutes if self.party.timer else 0, way)
                self.refresh()

        return Widget("timer", Role.PICKER, t("Timer"), shape=Shape.ROW, act=turn, step=turn, value=value)

    def first(self) -> str:
        """Starts on the way back."""
        return "back"

    def _switch(self, flag: str, name: str, *, on: bool) -> Widget:
        def flip() -> None:
            if self.party is not None:
                self.party.host.set(flag, on=not on)

        value = self.shell.t("On") if on else self.shell.t("Off")
        widget = Widget(flag, Role.SWITCH, name, shape=Shape.ROW, value=value, act=flip, on=on)
        widget.step = lambda _way: flip()
        return widget

    def _kicker(self, seat: int) -> Callable[[], None]:
        def ask() -> None:
            t = self.shell.t
            sentence = t("Phone {number} is taken out of the room. What it chose stays in the sums.").format(number=seat)
            self.shell.question = Question(sentence, t("Remove"), lambda: self.party.host.kick(seat) if self.party else None)
            self.shell.verbs.go(Route.ASK)

        return ask

    def _ways(self) -> None:
        self.shell.verbs.go(Route.GROUP_WAYS)

    def arrived(self) -> None:
        """Shows what changed."""
        self.refresh()
