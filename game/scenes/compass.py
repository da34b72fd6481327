"""The compass: ten words, each as near as the player puts it. It points nowhere but where they set it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.errors import SaveError
from game.scenes.prose import ProseSheet
from game.scenes.shell import Question, Route
from game.story.compass import Compass, Nearness
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell

ROSE = "rose"
# From the middle outwards.
_STEPS: tuple[Nearness, ...] = ("near", "middle", "far")
_RINGS = {"near": 0.34, "middle": 0.62, "far": 0.9}
_WORD = Style(theme.LABEL, "ui", 500)
_DRAWN_FROM = 980


class CompassScreen(ProseSheet):
    """A picker a value; the picture shows what was put where."""

    private = True
    width_units = 1000.0

    def __init__(self, shell: Shell) -> None:
        """Reads what was kept."""
        super().__init__(shell)
        self._file = Compass(shell.paths.data)
        self.values = self._file.load()
        if self._file.broken:
            shell.tell(shell.t("Your compass was damaged and could not be read. It is kept aside, and a new one begins here."))

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("My compass")

    def words(self) -> dict[str, str]:
        """Returns the values by key."""
        t = self.shell.t
        return {
            "belonging": t("Belonging"),
            "honesty": t("Honesty"),
            "courage": t("Courage"),
            "fairness": t("Fairness"),
            "loyalty": t("Loyalty"),
            "freedom": t("Freedom"),
            "family": t("Family"),
            "peace": t("Peace"),
            "humour": t("Humour"),
            "faith": t("Faith"),
        }

    def places(self) -> dict[str, str]:
        """Returns the words for how near something is."""
        t = self.shell.t
        return {"": t("Not placed"), "near": t("Near"), "middle": t("In the middle"), "far": t("Far")}

    def prose(self) -> list[tuple[str, str]]:
        """Returns what this is, and what it is not."""
        t = self.shell.t
        return [("text", t("What matters to you today? Put each word as near as it feels. There is no right way, and nobody looks at it."))]

    def column(self, width: float) -> list[Widget]:
        """Returns the words, the picture where there is room, and a row a value."""
        found = super().column(width)
        if self.shell.space.width >= self.shell.space.em(_DRAWN_FROM):
            found.append(Widget(ROSE, Role.IMAGE, self._alt(), Rect(0, 0, width, self.shell.space.em(380))))
        return [*found, *(self._row(key, word) for key, word in self.words().items())]

    def _alt(self) -> str:
        """Returns the picture in words."""
        words, places = self.words(), self.places()
        put = [f"{words[key]}: {places[near]}" for key, near in self.values.near.items() if key in words]
        return ", ".join([self.shell.t("A compass, you in the middle"), *put])

    def _row(self, key: str, word: str) -> Widget:
        steps = ("", *reversed(_STEPS))
        at = steps.index(self.values.near.get(key, ""))

        def step(way: int) -> None:
            self._put(key, steps[max(0, min(len(steps) - 1, at + way))])

        value = self.places()[steps[at]]
        return Widget(key, Role.PICKER, word, shape=Shape.ROW, value=value, step=step, at=(at, len(steps) - 1))

    def _put(self, key: str, near: Nearness | str) -> None:
        self.values.near.pop(key, None)
        if near in _STEPS:
            self.values.near[key] = next(step for step in _STEPS if step == near)
        try:
            if self.values.near:
                self._file.save(self.values)
            else:
                self._file.delete()
        except SaveError as fault:
            self.shell.tell(fault.say(self.shell.t))

    def first(self) -> str:
        """Starts on the first value."""
        return "belonging"

    def beside_back(self) -> list[Widget]:
        """Returns the way to delete it."""
        if not self.values.near:
            return []
        return [Widget("delete", Role.BUTTON, self.shell.t("Delete my compass"), shape=Shape.PILL, act=self._ask)]

    def _ask(self) -> None:
        t = self.shell.t
        self.shell.question = Question(t("Delete your compass from this device?"), t("Delete"), self._delete)
        self.shell.verbs.go(Route.ASK)

    def _delete(self) -> None:
        self.values.near.clear()
        try:
            self._file.delete()
        except SaveError as fault:
            self.shell.tell(fault.say(self.shell.t))
        self.refresh()

    # Drawing --------------------------------------------------------------------------------------------------------

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the picture, and everything else as ever."""
        if widget.key == ROSE:
            self._paint_rose(draw, widget.rect)
        else:
            super().paint_item(draw, widget)

    def _paint_rose(self, draw: skia.Canvas, rect: Rect) -> None:
        """Draws rings round a light, and each word that was placed on its ring, in its own direction."""
        look, space = self.shell.look, self.shell.space
        x, y = rect.centre
        tall = rect.h / 2
        wide = min(rect.w / 2 - space.em(90), tall * 1.9)
        for ring in _RINGS.values():
            across, up = wide * ring, tall * ring
            draw.drawOval(paint.area(Rect(x - across, y - up, 2 * across, 2 * up)), paint.fill(look.rule, stroke=1.5))
        if look.lights and not look.pale:
            paint.glow(draw, x, y, space.em(70), theme.EMBER, 0.6)
        draw.drawCircle(x, y, space.em(9), paint.fill(look.sign))
        words = self.words()
        for number, (key, word) in enumerate(words.items()):
            near = self.values.near.get(key)
            if near is None:
                continue
            angle = 2 * math.pi * number / len(words) - math.pi / 2
            self._paint_word(draw, word, (x + math.cos(angle) * wide * _RINGS[near], y + math.sin(angle) * tall * _RINGS[near]))

    def _paint_word(self, draw: skia.Canvas, word: str, at: tuple[float, float]) -> None:
        look, space = self.shell.look, self.shell.space
        block = self.shell.type.set(word, _WORD.tinted(look.text))
        pad = space.em(12)
        pill = Rect(at[0] - block.natural / 2 - pad, at[1] - block.height / 2 - pad / 3, block.natural + 2 * pad, block.height + pad / 1.5)
        draw.drawRRect(paint.rounded(pill, pill.h / 2), paint.fill(theme.over(look.field, theme.over(look.panel, look.ground))))
        draw.drawRRect(paint.rounded(pill, pill.h / 2), paint.fill(theme.clear(look.sign, 0.7), stroke=1.5))
        block.paint(draw, pill.x + pad, pill.y + pad / 3)
