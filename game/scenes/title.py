"""The shelf: the word mark, a door ajar, and the stories on their ledge of light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes import buttons, landscape
from game.scenes.cover import Cover, CoverPainter, story_of
from game.scenes.screen import Screen
from game.scenes.shelf import Shelf
from game.scenes.shell import Route
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.keys import Verb
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget
from game.words import own_name

if TYPE_CHECKING:
    import pygame
    import skia

    from game.scenes.shell import Shell
    from game.ui.geometry import Space

_MARK = Style(theme.WORD_MARK, "display", 300, tracking=-1)
_TAGLINE = Style(theme.PROSE, "display", 400, italic=True)
_LABEL = Style(theme.LABEL, "ui", 500)
_LEDGE = 752 / 1080
_LEAST_BESIDE = 300
_LEAST_HEIGHT = 520


def fits(space: Space) -> bool:
    """Tells whether covers can stand beside each other in a window; otherwise `ShelfList` shows the stories."""
    return space.width >= space.height * 1.2 and space.em(1) <= space.unit * 1.45 and space.height >= _LEAST_HEIGHT * space.density


class TitleScreen(Screen):
    """The first screen: choose a story, go on where you were, change how things are."""

    def __init__(self, shell: Shell) -> None:
        """Starts with the first story that can be played."""
        super().__init__(shell)
        self.first_story = 0
        self.shelf = Shelf(shell)
        self._ground: tuple[tuple[object, ...], skia.Image] | None = None
        self._lifts: dict[str, tuple[float, float]] = {}
        self._chosen = 0

    @property
    def overlay(self) -> bool:
        """The shelf covers everything."""
        return False

    @property
    def name(self) -> str:
        """Returns the screen's name."""
        return self.shell.t("Stories")

    def entered(self) -> None:
        """Looks which stories have been begun."""
        self.shelf.look()
        super().entered()

    def first(self) -> str:
        """Starts on the first cover."""
        return "cover-0"

    # Laying out -------------------------------------------------------------------------------------------------

    def lay_out(self) -> list[Widget]:
        """Places covers on the ledge and buttons below."""
        covers = self._covers()
        return [*covers, *self._buttons(covers)]

    def _shelf_left(self) -> float:
        space = self.shell.space
        mark = self.shell.type.set(self.shell.mark, _MARK)
        return max(space.px(524), space.px(theme.SHELF_MARGIN) + mark.natural + space.px(64))

    def cover_size(self) -> tuple[float, float]:
        """Returns how large a cover is drawn, in pixels."""
        space = self.shell.space
        room = self.ledge() - self._cover_top()
        height = min(space.unit * theme.COVER[1], room)
        return round(height * theme.COVER[0] / theme.COVER[1]), round(height)

    def ledge(self) -> float:
        """Returns the height of the ledge of light."""
        return round(self.shell.space.height * _LEDGE)

    def _cover_top(self) -> float:
        return self.shell.space.px(120)

    def _covers(self) -> list[Widget]:
        space = self.shell.space
        width, height = self.cover_size()
        gap = space.px(48)
        left = self._shelf_left()
        room = max(1, int((space.width - left - space.px(theme.MARGIN) + gap) // (width + gap)))
        count = len(self.shell.shelf)
        self.first_story = max(0, min(self.first_story, count - room))
        widgets = []
        for place, number in enumerate(range(self.first_story, min(count, self.first_story + room))):
            rect = Rect(left + place * (width + gap), self.ledge() - height, width, height)
            widgets.append(self.shelf.cover(number, space.place(rect)))
        return widgets

    def chosen(self) -> int:
        """Returns the number of the story that the focus is or last was on."""
        if self.focus.key.startswith("cover-"):
            self._chosen = int(self.focus.key.removeprefix("cover-"))
        return min(self._chosen, max(0, len(self.shell.shelf) - 1))

    def _buttons(self, covers: list[Widget]) -> list[Widget]:
        shell, space = self.shell, self.shell.space
        t = shell.t
        left = space.px(theme.SHELF_MARGIN)
        row: list[Widget] = []
        if covers:
            number = self.chosen()
            begun = self.shelf.begun(number)
            main = Widget(
                "main",
                Role.BUTTON,
                t("Continue") if begun else t("Start"),
                shape=Shape.MAIN,
                act=self.shelf.opener(number),
                cap=t("Enter"),
            )
            main.enabled = shell.shelf[number].book is not None
            row.append(main)
            if begun:
                row.append(Widget("anew", Role.BUTTON, t("Start anew"), shape=Shape.PILL, act=self.shelf.starter(number)))
        rest = [
            Widget("settings", Role.BUTTON, t("Settings"), shape=Shape.PILL, act=lambda: shell.verbs.go(Route.SETTINGS)),
            Widget("help", Role.BUTTON, t("Help"), shape=Shape.PILL, act=lambda: shell.verbs.go(Route.HELP)),
            Widget(
                "language",
                Role.BUTTON,
                own_name(shell.language()),
                shape=Shape.PILL,
                act=lambda: shell.verbs.go(Route.LANGUAGE),
                icon="down",
            ),
            Widget("quit", Role.BUTTON, t("Quit"), shape=Shape.PILL, act=shell.verbs.quit),
        ]
        buttons.place(row, rest, Rect(left, 0, space.width - 2 * left, space.height - space.px(theme.MARGIN)), shell.type, space)
        return [*row, *rest]

    # Hearing ----------------------------------------------------------------------------------------------------

    def texts(self) -> list[Widget]:
        """Returns the word mark, what stands below it, and what is told of the chosen story."""
        t, space = self.shell.t, self.shell.space
        at = space.place(Rect(space.px(theme.SHELF_MARGIN), space.px(140), space.px(400), space.px(90)))
        found = [
            Widget("mark", Role.HEADING, self.shell.mark, at),
            Widget("tagline", Role.TEXT, t("Stories about belonging, and about walking away."), at),
            Widget("promise", Role.TEXT, t("No account needed. Nothing leaves this device unless you send it."), at),
        ]
        if not self.shell.shelf:
            return [*found, Widget("nothing", Role.TEXT, self.shelf.nothing(), at)]
        return [*found, *(Widget(f"told-{number}", Role.TEXT, text, at) for number, text in enumerate(self.shelf.told(self.chosen())))]

    # Doing ------------------------------------------------------------------------------------------------------

    def escape(self) -> None:
        """Stays: there is nothing below the shelf."""

    def arrow(self, dx: int, dy: int) -> bool:
        """Moves along the shelf, and turns it where more stories stand beyond its edge."""
        if dx and self.focus.key.startswith("cover-"):
            number = self.chosen() + (-dx if self.shell.space.rtl else dx)
            if 0 <= number < len(self.shell.shelf):
                shown = [widget.key for widget in self.widgets]
                if f"cover-{number}" not in shown:
                    self.first_story += 1 if number > self.chosen() else -1
                self.focus.key = f"cover-{number}"
                self.refresh()
                return True
        moved = super().arrow(dx, dy)
        self.refresh()
        return moved

    def key(self, event: pygame.event.Event) -> bool:
        """Takes keys as every screen does; the buttons follow the story that is chosen."""
        taken = super().key(event)
        if taken and self.verbs(event) & {Verb.NEXT, Verb.PREVIOUS}:
            self.refresh()
        return taken

    def lead(self, key: str) -> None:
        """Takes the focus to a control; the buttons follow the story that is chosen."""
        super().lead(key)
        self.refresh()

    def point(self, place: tuple[int, int]) -> bool:
        """Moves the focus with the pointer; the buttons follow the story that is chosen."""
        moved = super().point(place)
        if moved:
            self.refresh()
        return moved

    # Drawing ----------------------------------------------------------------------------------------------------

    def moving(self, now: float) -> bool:
        """Moves while a cover rises or sinks."""
        return super().moving(now) or (not self.shell.still and any(now - at < theme.LIFT for at, _ in self._lifts.values()))

    def arrived(self) -> None:
        """A cover was drawn: the next frame shows it."""

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the dusk, the door, the word mark, the covers and what stands below them."""
        self.now = now
        self._paint_ground(draw)
        self._paint_words(draw)
        covers = [widget for widget in self.widgets if widget.shape is Shape.COVER]
        for widget in covers:
            self._paint_cover(draw, widget, now)
        if covers:
            self._paint_beside(draw, covers)
        else:
            self._paint_nothing(draw)
        brush = self.brush(draw)
        for widget in self.widgets:
            brush.control(widget, focused=self.shows_focus(widget))

    def _paint_ground(self, draw: skia.Canvas) -> None:
        space, look = self.shell.space, self.shell.look
        key = (space, look.name)
        if self._ground is None or self._ground[0] != key:
            self._ground = (key, landscape.dusk(space, look, self.ledge(), door=True))
        draw.drawImage(self._ground[1], 0, 0)
        paint.veil(draw, Rect(0, 0, space.width, space.height), self.shell.veil)

    def _paint_words(self, draw: skia.Canvas) -> None:
        shell, space, look = self.shell, self.shell.space, self.shell.look.art
        left = space.px(theme.SHELF_MARGIN)
        mark = shell.type.set(shell.mark, _MARK.tinted(look.text), align="start")
        y = space.px(140)
        at = space.place(Rect(left, y, mark.natural, mark.height))
        mark.paint(draw, at.x, at.y)
        width = self._shelf_left() - left - space.px(56)
        tagline = shell.type.set(shell.t("Stories about belonging, and about walking away."), _TAGLINE.tinted(look.second), width)
        at = space.place(Rect(left, at.bottom + space.px(20), width, tagline.height))
        tagline.paint(draw, at.x, at.y)
        promise = shell.type.set(
            shell.t("No account needed. Nothing leaves this device unless you send it."), _LABEL.tinted(look.text), width
        )
        at = space.place(Rect(left, self.ledge() + space.px(28), width, promise.height))
        promise.paint(draw, at.x, at.y)

    def _lift(self, key: str, now: float) -> float:
        """Returns how far up a cover stands, from 0 to 1."""
        chosen = key == f"cover-{self.chosen()}"
        at, target = self._lifts.get(key, (-10.0, float(chosen)))
        if target != float(chosen):
            at, target = now, float(chosen)
        self._lifts[key] = (at, target)
        if self.shell.still:
            return target
        part = theme.ease_out((now - at) / theme.LIFT)
        return part if chosen else 1 - part

    def _paint_cover(self, draw: skia.Canvas, widget: Widget, now: float) -> None:
        number = int(widget.key.removeprefix("cover-"))
        shelved = self.shell.shelf[number]
        cover = Cover(shelved, widget.name, widget.hint, self.shelf.latest.get(story_of(shelved)))
        rect = widget.rect.moved(0, -self._lift(widget.key, now) * self.shell.space.px(16))
        painter = CoverPainter(draw, self.shell, self.ledge())
        painter.paint(cover, rect, focused=self.shows_focus(widget))
        painter.caption(cover, widget.rect)

    def _paint_beside(self, draw: skia.Canvas, covers: list[Widget]) -> None:
        """Tells of the chosen story where the shelf leaves room at its end."""
        shell, space = self.shell, self.shell.space
        left = max(space.place(widget.rect).right for widget in covers) + space.px(72)
        width = min(space.width - space.px(theme.SHELF_MARGIN) - left, space.em(560))
        if width < space.em(_LEAST_BESIDE):
            return
        y = self._cover_top() + space.px(24)
        look = shell.look.art
        for text, style in zip(
            self.shelf.told(self.chosen()), (_TAGLINE.tinted(look.text), *[_LABEL.tinted(look.second)] * 2), strict=False
        ):
            block = shell.type.snug(text, style, width)
            at = space.place(Rect(left, y, block.width, block.height))
            block.paint(draw, at.x, at.y)
            y += block.height + space.px(theme.SPACE[2])

    def _paint_nothing(self, draw: skia.Canvas) -> None:
        shell, space = self.shell, self.shell.space
        left = self._shelf_left()
        text = self.shelf.nothing()
        block = shell.type.set(text, _TAGLINE.tinted(shell.look.art.text), space.width - left - space.px(theme.MARGIN))
        at = space.place(Rect(left, space.height * 0.4, space.width - left - space.px(theme.MARGIN), block.height))
        block.paint(draw, at.x, at.y)
