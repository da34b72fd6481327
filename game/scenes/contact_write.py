"""The first letter: the paper, and beside it what happens next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.contact_paper import PaperScreen
from game.scenes.contact_screen import desk_of
from game.scenes.shell import Question, Route
from game.ui import paint, theme
from game.ui.still_life import paint_glasses
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.contact.thread import Thread
    from game.scenes.shell import Shell

# How tall the picture may be, and must be, beside its width.
_TALLEST, _LOWEST = 0.42, 0.2


class WriteScreen(PaperScreen):
    """Nothing is asked for; what is written stays in memory until it is sent."""

    least_lines = 6

    def __init__(self, shell: Shell) -> None:
        """Goes on with what was written."""
        super().__init__(shell, desk_of(shell).draft)

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Write to a person")

    def label(self) -> str:
        """Returns what the paper is for."""
        return self.shell.t("Your letter")

    def note(self) -> str:
        """Returns the small print."""
        return self.shell.t("Kept only in this window until you send it")

    def prose(self) -> list[tuple[str, str]]:
        """Returns whom it goes to, and what happens next."""
        t, desk, offer = self.shell.t, self.desk, self.desk.chosen()
        if offer is None or desk.directory is None:
            return self.state()
        days = self.shell.tn(
            "{who} reads it, and usually answers within {count} day.",
            "{who} reads it, and usually answers within {count} days.",
            offer.reply_days,
            who=self.shell.words.listed(desk.who(offer)),
        )
        return [
            *self.state(),
            ("door", t("A person reads it, not a program.")),
            ("door", t("You don’t have to say who you are.")),
            ("head", t("What happens next")),
            ("step", days),
            ("step", t("You get seven words. With them, the answer waits for you here, on any device.")),
            ("step", t("You can write back, or stop. Both are fine.")),
            ("small", desk.say(desk.directory.roster.organisation.limits)),
        ]

    def column(self, width: float) -> list[Widget]:
        """Returns the words, and below them a table for two where there is room for it."""
        found, space = super().column(width), self.shell.space
        left = self.view.h - sum(widget.rect.h + self.gap() for widget in found)
        tall = min(left, width * _TALLEST)
        if self.shell.look.lights and tall >= width * _LOWEST:
            picture = Widget("picture", Role.IMAGE, self.shell.t("Two glasses of tea on a low table, in evening light."))
            picture.rect = picture.rect._replace(h=tall - space.px(2))
            found.append(picture)
        return found

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the picture, and everything else as ever."""
        if widget.role is Role.IMAGE:
            radius = self.shell.space.px(theme.RADIUS_CHOICE)
            paint_glasses(draw, widget.rect, radius)
            paint.clipped(draw, widget.rect, radius)
            paint.veil(draw, widget.rect, self.shell.veil)
            draw.restore()
            return
        super().paint_item(draw, widget)

    def ending(self) -> list[Widget]:
        """Returns whom to call when it cannot wait, and the way to send."""
        t = self.shell.t
        return [
            Widget("urgent", Role.BUTTON, t("Urgent numbers"), shape=Shape.PILL, act=lambda: self.shell.verbs.go(Route.HELP)),
            Widget("send", Role.BUTTON, t("Send"), shape=Shape.MAIN, act=self.send, enabled=bool(self.desk.draft.text.strip())),
        ]

    def send(self) -> bool:
        """Sends it: keys, a small puzzle, and off it goes; the words stay on the screen until it is there."""
        desk = self.desk
        words = desk.draft.text.strip()
        if not words or desk.busy:
            return False
        if desk.correspondence.entered:
            desk.do(desk.correspondence.another(desk.offer, words), self._sent)
        else:
            from game.contact import phrase  # noqa: PLC0415  the word lists are read when they are needed

            desk.phrase, desk.fresh = desk.phrase or phrase.make(desk.language), True
            desk.do(desk.correspondence.first(desk.phrase, desk.offer, words), self._sent)
        self.refresh()
        return True

    def _sent(self, thread: Thread) -> None:
        desk = self.desk
        desk.thread = thread
        self.field.forget()
        self.shell.type.forget()
        self.shell.verbs.instead(Route.CONTACT, Route.PHRASE if desk.fresh else Route.THREAD)

    def escape(self) -> None:
        """Asks before words are lost."""
        if not self.desk.draft.text.strip() or self.desk.busy:
            super().escape()
            return
        t = self.shell.t
        self.shell.question = Question(t("What you wrote is not kept anywhere else."), t("Throw it away"), self._throw)
        self.shell.verbs.go(Route.ASK)

    def _throw(self) -> None:
        self.field.forget()
        self.shell.verbs.back()
