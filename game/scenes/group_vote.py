"""A choice that a group makes: how many have answered, what came of it once it is shown, and a word on what to talk about.

Nothing says who chose what, and nothing is shown of fewer than five. Whoever leads takes the way, or has the group vote again.

Why so long: a vote is asked, led and drawn in one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.group.room import CLOSED, OPEN, READY, REVEALED
from game.scenes import group_timer
from game.scenes.party import words
from game.scenes.projector import Projector
from game.scenes.shell import Question, Route
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    import skia

    from game.group.room import Room, Round
    from game.scenes.shell import Shell
    from game.ui.text import Block

_CHOICE = Style(theme.LABEL + 6, "ui", 500, leading=1.3)
_COUNT = Style(theme.PROSE + 6, "display", 400)
_CAP = Style(theme.LABEL + 4, "ui", 600)
_PAD, _CAP_SIZE, _BAR, _NUMBERS, _ROW = 18, 34, 12, 80, 64
_DIGITS = {**{pygame.K_1 + n: n for n in range(9)}, **{pygame.K_KP_1 + n: n for n in range(9)}}


class GroupVote(Projector):
    """Stands over the story while its group decides."""

    def __init__(self, shell: Shell) -> None:
        """Asks the group about the page that is read, unless it was asked."""
        super().__init__(shell)
        self._state_met = ""
        party, session = self.party, shell.session
        if party is not None and session is not None and session.page.choices and not party.votes_on(session):
            party.ask(session, shell.t("What happens next?"))

    @property
    def round(self) -> Round | None:
        """Returns what is voted on."""
        return self.party.round if self.party else None

    @property
    def room(self) -> Room | None:
        """Returns the room."""
        return self.party.host.room if self.party else None

    def title(self) -> str:
        """Returns the question, in the language that is read."""
        session = self.shell.session
        return (session.page.prompt or self.shell.t("What happens next?")) if session else ""

    # What stands there ------------------------------------------------------------------------------------------------

    def prose(self) -> list[tuple[str, str]]:
        """Returns how far the vote is."""
        t, party, found = self.shell.t, self.party, self.round
        if party is not None and party.host.trouble is not None:
            return [("text", party.host.trouble.say(t))]
        if party is None or found is None or self.room is None:
            return [("lead", t("One moment."))]
        state = [("tally", self._state(found, self.room))]
        if self.room.paused:
            state.append(("text", t("The vote rests. Talk as long as you like.")))
        return state

    def on_floor(self) -> list[tuple[str, str]]:
        """Returns what to talk about, where whoever leads has marked a choice."""
        found = self.round
        return self._talk(found) if found is not None and self.room is not None else []

    def _state(self, found: Round, room: Room) -> str:
        t = self.shell.t
        answered = t("{answered} of {here} have answered").format(answered=room.answered, here=room.here)
        if found.state in {READY, OPEN}:
            return answered
        if found.state == CLOSED:
            # Texts inside of an f-string are not found by whoever gathers them for translators.
            closed = t("The vote is closed.")
            return f"{answered}. {closed}"
        if found.few:
            return t("Too few answers to show them: fewer than five.")
        if found.tie:
            tied = t("Several have the same number: talk, then vote again, or decide.")
            return f"{answered}. {tied}"
        return answered

    def _talk(self, found: Round) -> list[tuple[str, str]]:
        """Returns the prompt of the choice that is talked about, or an open one."""
        if not found.talk:
            return []
        prompt = words(found.asked.choices[found.talk - 1].prompt, self._tongue())
        fallback = self.shell.t("What might make someone choose {number}?").format(number=found.talk)
        more = "" if self.squeezed else self.shell.t("Talk first. Then the room decides, or votes again.")
        return [("talk", prompt or fallback), ("small", more)]

    def _tongue(self) -> str:
        return self.shell.session.journey.language if self.shell.session else "en"

    def column(self, width: float) -> list[Widget]:
        """Returns the state, what is talked about, and the choices in the story's order."""
        prose = super().column(width)
        for widget in prose[:1]:
            widget.news = True
        return [*prose[:1], *group_timer.rows(self.shell, width), *prose[1:], *self._choices(width)]

    def gap(self) -> float:
        """Returns the space between two rows: little, so that all of them can be seen."""
        return self.shell.space.px(theme.SPACE[1])

    def _choices(self, width: float) -> list[Widget]:
        session, found = self.shell.session, self.round
        if session is None:
            return []
        rows = []
        for number, choice in enumerate(session.page.choices):
            votes = found.votes[number] if found and found.votes and number < len(found.votes) else None
            row = Widget(f"choice-{number}", Role.CHOICE, choice.text, shape=Shape.NONE, act=self._chooser(number), cap=str(number + 1))
            row.value = "" if votes is None else self.shell.tn("{count} vote", "{count} votes", votes)
            row.hint = self.shell.t("talked about") if found and found.talk == number + 1 else ""
            row.lang = session.tongue(choice)
            row.rect = Rect(0, 0, width, self._row_height(choice.text, width))
            rows.append(row)
        return rows

    def _block(self, kind: str, text: str, width: float) -> Block:
        if kind == "choice":
            return self.shell.type.snug(text, _CHOICE.tinted(self.shell.look.text), width)
        return super()._block(kind, text, width)

    def _inner(self, width: float) -> float:
        space = self.shell.space
        return max(space.em(60), width - 2 * space.em(_PAD) - space.em(_CAP_SIZE + 16) - (space.em(_NUMBERS) if self._shows else 0))

    @property
    def _shows(self) -> bool:
        found = self.round
        return found is not None and found.votes is not None

    def _row_height(self, text: str, width: float) -> float:
        space = self.shell.space
        text_height = self._block("choice", text, self._inner(width)).height
        return max(space.target(_ROW), text_height + 2 * space.em(_PAD * 0.4) + space.em(_BAR + 14))

    # Doing ------------------------------------------------------------------------------------------------------------

    def beside_back(self) -> list[Widget]:
        """Returns the next step, and what else whoever leads may want."""
        t, party, found = self.shell.t, self.party, self.round
        if party is None or found is None:
            return []
        steps: dict[str, tuple[str, Callable[[], None]]] = {
            READY: (t("Open the vote"), lambda: self._step("open")),
            OPEN: (t("Close the vote"), lambda: self._step("close")),
            CLOSED: (t("Show the result"), lambda: self._step("reveal")),
        }
        widgets = []
        if found.state in steps:
            name, act = steps[found.state]
            widgets.append(Widget("step", Role.BUTTON, name, shape=Shape.MAIN, act=act))
        elif found.leading:
            name = t("Go this way: {number}").format(number=found.leading)
            widgets.append(Widget("step", Role.BUTTON, name, shape=Shape.MAIN, act=self._go_on))
        if found.state in {CLOSED, REVEALED}:
            widgets.append(Widget("again", Role.BUTTON, t("Vote again"), shape=Shape.PILL, act=lambda: self._step("reopen")))
        rest = t("Go on voting") if self.room and self.room.paused else t("Rest")
        widgets.append(Widget("pause", Role.BUTTON, rest, shape=Shape.PILL, act=self._pause))
        widgets.append(Widget("more", Role.BUTTON, t("The room"), shape=Shape.PILL, act=lambda: self.shell.verbs.go(Route.GROUP_ROOM)))
        return self.capped([*widgets, self.keys_button()])

    def door(self) -> Rect | None:
        """Returns a small door on the ledge, where the choices leave room for it."""
        space = self.shell.space
        wide, tall = space.px(48), space.px(78)
        if self.content + tall + space.px(theme.SPACE[2]) > self.view.h:
            return None
        return Rect(self.panel.right - space.px(theme.SPACE[5]) - wide, self.ledge - tall, wide, tall)

    def first(self) -> str:
        """Starts on the next step."""
        return "step" if any(widget.key == "step" for widget in self.beside_back()) else "back"

    def key(self, event: pygame.event.Event) -> bool:
        """Takes digits as choices; the rest as every screen does."""
        if event.key in _DIGITS and not event.mod & pygame.KMOD_CTRL:
            widget = next((one for one in self.widgets if one.key == f"choice-{_DIGITS[event.key]}"), None)
            return self.press(widget)
        return super().key(event)

    def _step(self, name: str) -> None:
        if self.party is not None:
            self.party.host.step(name)

    def _pause(self) -> None:
        if self.party is not None and self.room is not None:
            self.party.host.set("pause", on=not self.room.paused)

    def _go_on(self) -> None:
        found = self.round
        if found is not None and found.leading:
            self._take(found.leading - 1)

    def _chooser(self, number: int) -> Callable[[], None]:
        def choose() -> None:
            found = self.round
            if found is None or self.party is None:
                return
            if found.state == REVEALED:
                self._ask_whether(number)
            else:
                self.party.host.discuss(0 if found.talk == number + 1 else number + 1)

        return choose

    def _ask_whether(self, number: int) -> None:
        """Asks before a way is taken that the vote did not give."""
        found, t = self.round, self.shell.t
        if found is not None and found.leading == number + 1:
            self._take(number)
            return
        sentence = t("The story goes on with choice {number}.").format(number=number + 1)
        self.shell.question = Question(sentence, t("Take this way"), lambda: self._take(number))
        self.shell.verbs.go(Route.ASK)

    def _take(self, number: int) -> None:
        if self.party is not None:
            self.party.again()
        self.shell.verbs.choose(number)

    def refresh(self) -> None:
        """Lays out anew; the focus goes on to the next step as soon as there is one, unless it was led elsewhere."""
        super().refresh()
        state = self.round.state if self.round else ""
        if state != self._state_met:
            self._state_met = state
            if self.focus.key in {"back", "step", "again"}:
                self.focus.key = self.first()

    def arrived(self) -> None:
        """Shows what came in."""
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

    # Drawing ----------------------------------------------------------------------------------------------------------

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a choice with its bar, or prose."""
        if widget.role is Role.CHOICE:
            self._paint_choice(draw, widget)
        elif widget.icon == group_timer.KEY:
            group_timer.draw_row(draw, self.shell, widget)
        else:
            super().paint_item(draw, widget)

    def _paint_choice(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a row: number, words, and where it is shown how many chose it; the ring marks what is talked about, never who won."""
        space, look, rect, found = self.shell.space, self.shell.look, widget.rect, self.round
        number = int(widget.cap)
        talked = found is not None and found.talk == number
        radius = space.px(theme.RADIUS_CHOICE)
        draw.drawRRect(paint.rounded(rect, radius), paint.fill(look.field_focus if talked else look.field))
        if look.edge:
            draw.drawRRect(paint.rounded(rect.grown(-1), radius), paint.fill(look.edge, stroke=2))
        if talked:
            draw.drawRRect(paint.rounded(rect.grown(2), radius + 2), paint.fill(look.ring, stroke=max(3.0, space.px(4))))
        pad, size = space.em(_PAD), space.em(_CAP_SIZE)
        cap = space.place(Rect(self.view.x + pad, rect.y + (rect.h - size) / 2, size, size))
        draw.drawRRect(paint.rounded(cap, space.px(theme.RADIUS_KEY)), paint.fill(look.button))
        digit = self.shell.type.set(widget.cap, _CAP.tinted(look.text))
        digit.paint(draw, cap.x + (cap.w - digit.natural) / 2, cap.y + (cap.h - digit.height) / 2)
        left, inner = pad + size + space.em(16), self._inner(rect.w)
        block = self._block("choice", widget.name, inner)
        votes = found.votes[number - 1] if found and found.votes and number <= len(found.votes) else None
        bar = space.em(_BAR) if votes is not None else 0.0
        top = rect.y + (rect.h - block.height - (bar + space.em(8) if bar else 0)) / 2
        at = space.place(Rect(self.view.x + left, top, block.width, block.height))
        block.paint(draw, at.x, at.y)
        if votes is None or found is None or found.votes is None:
            return
        self._paint_bar(draw, Rect(self.view.x + left, top + block.height + space.em(8), inner, bar), votes / max(1, *found.votes))
        count = self.shell.type.set(str(votes), _COUNT.tinted(look.text))
        end = space.place(Rect(self.view.right - pad - count.natural, rect.y + (rect.h - count.height) / 2, count.natural, count.height))
        count.paint(draw, end.x, end.y)

    def _paint_bar(self, draw: skia.Canvas, rect: Rect, part: float) -> None:
        space, look = self.shell.space, self.shell.look
        draw.drawRRect(paint.rounded(space.place(rect), rect.h / 2), paint.fill(look.button))
        if part > 0:
            full = space.place(rect._replace(w=max(rect.h, rect.w * part)))
            draw.drawRRect(paint.rounded(full, rect.h / 2), paint.fill(theme.LAMP if look.lights and not look.pale else look.text))
