"""What suits: all of it optional, every combination works, and none of it leaves this device."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from game.contact.offers import choices
from game.scenes.contact_door import kind
from game.scenes.contact_screen import ContactSheet
from game.scenes.shell import Route
from game.ui.widgets import Role, Shape, Widget
from game.words import own_name

if TYPE_CHECKING:
    from game.contact.offers import Match


class WishesScreen(ContactSheet):
    """Wishes above, who fits below, best first."""

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("What would suit you?")

    def prose(self) -> list[tuple[str, str]]:
        """Returns what becomes of the wishes."""
        return [("small", self.shell.t("You can leave all of this open. It is worked out on this device, and nobody learns it."))]

    def column(self, width: float) -> list[Widget]:
        """Returns the wishes, then the offers."""
        t = self.shell.t
        head = super().column(width)
        wishes = [widget for name, label in self._labels() if (widget := self._wish(name, label))]
        found = Widget("fits", Role.HEADING, t("Who fits"), icon="head")
        found.rect = found.rect._replace(h=self._block("head", found.name, width).height)
        return [*head, *wishes, found, *[self._offer(match) for match in self.desk.matches()]]

    def _labels(self) -> tuple[tuple[str, str], ...]:
        t = self.shell.t
        return (
            ("kinds", t("Somebody who")),
            ("languages", t("Language")),
            ("forms", t("How")),
            ("topics", t("About")),
            ("times", t("When")),
            ("gender", t("Gender")),
            ("age", t("Age")),
        )

    def _wish(self, name: str, label: str) -> Widget | None:
        """Returns a wish that steps through what there is; none where there is no choice."""
        desk = self.desk
        if desk.directory is None:
            return None
        offered = getattr(choices(desk.directory), {"gender": "genders", "age": "ages"}.get(name, name))
        if len(offered) <= 1:
            return None
        options = ["", *offered]
        now = next(iter(desk.wishes.of(name)), "")
        shown = self._word(name, now) if now else self.shell.t("any")
        at = (options.index(now), len(options) - 1)
        return Widget(f"wish-{name}", Role.PICKER, label, shape=Shape.ROW, value=shown, step=partial(self._step, name, options, now), at=at)

    def _step(self, name: str, options: list[str], now: str, by: int) -> None:
        value = options[(options.index(now) + by) % len(options)]
        chosen: Any = value if name in {"gender", "age"} else frozenset({value} - {""})
        self.desk.wishes = replace(self.desk.wishes, **{name: chosen})

    def _word(self, name: str, value: str) -> str:
        t = self.shell.t
        if name == "kinds":
            return kind(self.shell, value)
        if name == "languages":
            return own_name(value)
        known = {
            "letters": t("letters, at my own pace"),
            "chat": t("chat"),
            "call": t("a call at a time we agree on"),
            "family": t("family"),
            "friends": t("friends"),
            "leaving": t("leaving a group"),
            "just-talk": t("just to talk"),
            "any-day": t("any day"),
            "woman": t("a woman"),
            "man": t("a man"),
        }
        return known.get(value, value.replace("-", " "))

    def _offer(self, match: Match) -> Widget:
        desk, offer = self.desk, match.offer
        days = self.shell.tn("answers within {count} day", "answers within {count} days", offer.reply_days)
        who = self.shell.words.listed([*desk.who(offer), days])
        name = f"{desk.say(offer.title)}\n{desk.say(offer.text)}"
        return Widget(f"offer-{offer.id}", Role.BUTTON, name, shape=Shape.ROW, act=partial(self._choose, offer.id), value=who)

    def _choose(self, offer: str) -> None:
        self.desk.offer = offer
        self.shell.verbs.go(Route.WRITE)

    def first(self) -> str:
        """Starts on the first wish."""
        return "wish-kinds"
