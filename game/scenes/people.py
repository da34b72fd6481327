"""The people of the story as far as they were met: how close, in a picture and in words. No figures, and nothing said of who is good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from game.scenes.map_rows import chapter_title
from game.scenes.prose import ProseSheet
from game.story import closeness
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.picture import Wanted
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.scenes.session import Session
    from game.story.closeness import Met

WEB = "web"
_NAME = Style(theme.LABEL, "ui", 600)
_RINGS = {"near": 0.42, "some": 0.7, "far": 0.98, None: 0.98}
_DRAWN_FROM, _FACE = 980, 108


class PeopleWeb(ProseSheet):
    """A web round the player's own character where there is room, and the same in words below it."""

    width_units = 1000.0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("People in this story")

    def met(self) -> tuple[Met, ...]:
        """Returns who was met so far."""
        return closeness.met(self.shell.session.journey) if self.shell.session else ()

    def prose(self) -> list[tuple[str, str]]:
        """Returns what is seen here, or that nobody was met yet."""
        t = self.shell.t
        if not self.met():
            return [("text", t("You have not met anybody yet."))]
        return [("text", t("Who you have met so far, and how close they are just now. Close is not better than far."))]

    def column(self, width: float) -> list[Widget]:
        """Returns the words, the web, and a row for each person."""
        session, people = self.shell.session, self.met()
        found = super().column(width)
        if session is None or not people:
            return found
        drawn = sum(one.near is not None for one in people)
        if drawn and self.shell.space.width >= self.shell.space.em(_DRAWN_FROM):
            tall = self.shell.space.em(max(320, _FACE * (drawn // 2 + 1.5)))
            found.append(Widget(WEB, Role.IMAGE, self._alt(session, people), Rect(0, 0, width, tall)))
        return [*found, *(self._row(session, one) for one in people)]

    def _words(self, one: Met) -> str:
        t = self.shell.t
        return {"near": t("near"), "some": t("some way off"), "far": t("far"), None: ""}[one.near]

    def _row(self, session: Session, one: Met) -> Widget:
        titles = [chapter_title(self.shell, session, number) for number in one.chapters]
        value = self._words(one) or ", ".join(title for title in titles if title)
        return Widget(f"person-{one.who}", Role.ITEM, self._name(session, one.who), shape=Shape.ROW, value=value)

    def _name(self, session: Session, who: str) -> str:
        character = session.character(who)
        return session.words(character.name) if character else who

    def _alt(self, session: Session, people: tuple[Met, ...]) -> str:
        """Returns the web in words."""
        parts = [f"{self._name(session, one.who)}: {self._words(one)}" for one in people if one.near]
        own = closeness.me(session.journey)
        middle = self._name(session, own) if own else self.shell.t("You")
        return ", ".join([self.shell.t("{name} in the middle").format(name=middle), middle, *parts])

    # Drawing --------------------------------------------------------------------------------------------------------

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the web or a row, and everything else as ever."""
        if widget.key == WEB and self.shell.session is not None:
            self._paint_web(draw, widget.rect, self.shell.session)
        elif widget.shape is Shape.ROW:
            self.brush(draw).control(widget, focused=False)
        else:
            super().paint_item(draw, widget)

    def _paint_web(self, draw: skia.Canvas, rect: Rect, session: Session) -> None:
        """Draws threads of light from the middle: the nearer, the brighter."""
        look, space = self.shell.look, self.shell.space
        people = [one for one in self.met() if one.near]
        x, y = rect.centre
        face = space.em(_FACE)
        wide, tall = min(rect.w / 2 - face, space.em(420)), rect.h / 2 - face * 0.3
        if look.lights and not look.pale:
            paint.glow(draw, x, y, face * 1.8, theme.EMBER, 0.5)
        places = []
        for number, one in enumerate(people):
            aside, down = _place(number, len(people))
            at = (x + aside * (-1 if space.rtl else 1) * wide * _RINGS[one.near], y + down * 2 * tall)
            places.append((one, at))
            strength = {"near": 0.9, "some": 0.5, "far": 0.25}.get(one.near or "far", 0.25)
            colour = theme.clear(look.sign, strength) if look.lights else look.rule
            paint.stroke(draw, [(x, y), at], colour, max(1.5, space.em(4 if one.near == "near" else 2)))
        for one, at in places:
            self._face(draw, session, one.who, at, face * 0.82)
        self._face(draw, session, closeness.me(session.journey), (x, y), face)

    def _face(self, draw: skia.Canvas, session: Session, who: str, at: tuple[float, float], size: float) -> None:
        """Draws a portrait in a round window, or a light where there is none, and the name below it."""
        look, space = self.shell.look, self.shell.space
        character = session.character(who) if who else None
        box = Rect(at[0] - size / 2, at[1] - size / 2, size, size)
        colour = theme.colour_of(character.colour) if character else look.sign
        draw.drawCircle(*at, size / 2, paint.fill(theme.mix(theme.over(look.panel, look.ground), colour, 0.35)))
        portrait = next(iter(character.portraits.values()), None) if character else None
        if portrait is not None:
            # As tall again as wide, so that the face fills the window.
            width, height = round(size), round(size * theme.PORTRAIT[1] / theme.PORTRAIT[0])
            picture = self.shell.pictures.get(Wanted(f"{session.book.manifest.id}|{portrait.file}", width, height))
            image = picture.whole if picture else None
            if image is not None:
                paint.clipped(draw, box, size / 2)
                draw.drawImageRect(image, paint.area(Rect(box.x, box.y, width, height)), skia.SamplingOptions(skia.FilterMode.kLinear))
                draw.restore()
        if portrait is None:
            draw.drawCircle(*at, size * 0.12, paint.fill(look.speaker(colour)))
        draw.drawCircle(*at, size / 2, paint.fill(look.speaker(colour), stroke=max(2.0, space.em(2.5))))
        name = self._name(session, who) if who else self.shell.t("You")
        block = self.shell.type.set(name, _NAME.tinted(look.text))
        pad = space.em(8)
        tag = Rect(at[0] - block.natural / 2 - pad, box.bottom - block.height * 0.4, block.natural + 2 * pad, block.height)
        draw.drawRRect(paint.rounded(tag, tag.h / 2), paint.fill(theme.over(look.panel, look.ground)))
        block.paint(draw, tag.x + pad, tag.y)

    def arrived(self) -> None:
        """Draws a portrait that is ready."""
        self.refresh()


def _place(number: int, count: int) -> tuple[int, float]:
    """Returns somebody's side, and how far from level they stand, from -0.5 to 0.5: no face covers another."""
    beside = (count + 1 - number % 2) // 2
    level = (number // 2 + 0.5) / beside - 0.5
    return (-1 if number % 2 else 1), level if beside > 1 else (0.16 if number % 2 else -0.16)
