"""How a coin hides what one player did and still lets a thousand be counted: a picture, and four steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.prose import ProseSheet
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Style
from game.ui.widgets import Role, Widget

if TYPE_CHECKING:
    import skia

# Of ten answers with four to choose from, at the odds that the game tosses with: 71 in 100 are true.
_TRUE, _ALL = 7, 10
_COIN, _SMALL, _HEIGHT = 116, 44, 190
_CAPTION = Style(theme.LABEL, "ui", 500, leading=1.3)


class HowScreen(ProseSheet):
    """The coin, and what it does."""

    width_units = 980.0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("How this works")

    def prose(self) -> list[tuple[str, str]]:
        """Returns the steps, and what that means."""
        t = self.shell.t
        return [
            (
                "step",
                t("The game draws at most four of a story’s questions for you, and three days after you began, it looks at what is true."),
            ),
            ("step", t("It tosses a coin that nobody sees: mostly the true answer stays, else one of the other answers takes its place.")),
            ("step", t("Each answer is sent by itself, up to three days later: without a name, a number or a time, in a few bytes.")),
            ("step", t("The server adds one to a sum and forgets the rest. It never learns which answers came from one device.")),
            (
                "text",
                t(
                    "How often the coin lies is known, so from a thousand answers the makers can work out how many people did what. "
                    "From yours, they cannot even tell whether it was true."
                ),
            ),
            (
                "text",
                t(
                    "Each story is counted once, the first time you read it, and after about three stories a year nothing more is told: "
                    "many answers of one person would say more than one."
                ),
            ),
            (
                "small",
                t(
                    "“Forget everything” deletes what this device knows of that, too. "
                    "What was counted stays counted, since nobody can tell which part of it was yours."
                ),
            ),
        ]

    def column(self, width: float) -> list[Widget]:
        """Returns the picture, then the steps."""
        t = self.shell.t
        alt = t("A coin, and ten answers beside it; from outside they all look alike.")
        picture = Widget("coin", Role.IMAGE, " ".join((alt, *(f"{words}." for words in self._captions()))))
        picture.rect = picture.rect._replace(h=self._height_of_picture(width))
        return [picture, *super().column(width)]

    def _captions(self) -> tuple[str, str]:
        t = self.shell.t
        return t("7 of 10: what is true"), t("3 of 10: something else")

    def _height_of_picture(self, width: float) -> float:
        space = self.shell.space
        blocks = [self.shell.type.set(words, _CAPTION.tinted(self.shell.look.text), width) for words in self._captions()]
        return space.px(_HEIGHT) + sum(block.height for block in blocks) + space.px(16)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the coin, or a paragraph."""
        if widget.key == "coin":
            self._paint_coin(draw, widget.rect)
        else:
            super().paint_item(draw, widget)

    def _paint_coin(self, draw: skia.Canvas, rect: Rect) -> None:
        """Draws the coin and, at its end side, ten answers with a lit or an unlit door each; below, what they are."""
        space, look = self.shell.space, self.shell.look
        size = min(space.px(_COIN), rect.w * 0.24)
        middle = rect.y + space.px(_HEIGHT) / 2
        coin = space.place(Rect(self.view.x + space.px(8), middle - size / 2, size, size))
        self._coin(draw, coin)
        begin = size + space.px(40)
        step = min((rect.w - begin) / (_ALL // 2), space.px(_SMALL) * 2.1)
        small = min(space.px(_SMALL), step * 0.62)
        for number in range(_ALL):
            column, row = number % (_ALL // 2), number // (_ALL // 2)
            x = self.view.x + begin + step * column + (step - small) / 2
            y = middle + (row - 1) * space.px(_HEIGHT) * 0.42 + space.px(_HEIGHT) * 0.21 - small * 0.6
            box = space.place(Rect(x, y, small, small * 1.25))
            self._answer(draw, box, true=number not in {2, 5, 9})
        y = rect.y + space.px(_HEIGHT)
        for words, true in zip(self._captions(), (True, False), strict=True):
            mark = space.em(18)
            block = self.shell.type.set(words, _CAPTION.tinted(look.text), rect.w - 2 * mark)
            self._answer(draw, space.place(Rect(self.view.x + space.px(8), y, mark, mark * 1.25)), true=true)
            at = space.place(Rect(self.view.x + space.px(8) + mark * 1.7, y, block.width, block.height))
            block.paint(draw, at.x, at.y)
            y += block.height + space.px(8)

    def _coin(self, draw: skia.Canvas, box: Rect) -> None:
        """Draws a coin with a door on its face, half of it lit."""
        look, x, y, radius = self.shell.look, box.x + box.w / 2, box.y + box.h / 2, box.w / 2
        if look.lights:
            paint.glow(draw, x, y, radius * 2.1, theme.AMBER, 0.35)
            shine = [theme.LAMP, theme.AMBER, theme.CLAY]
            draw.drawCircle(x, y, radius, paint.linear(box.x, box.y, box.right, box.bottom, shine, (0, 0.5, 1)))
            draw.drawCircle(x, y, radius * 0.86, paint.fill(theme.clear(theme.NIGHT, 0.55), stroke=max(1.5, radius * 0.04)))
        else:
            draw.drawCircle(x, y, radius, paint.fill(look.text, stroke=max(3.0, radius * 0.06)))
        door = Rect(x - radius * 0.3, y - radius * 0.46, radius * 0.6, radius * 0.92)
        ink = theme.NIGHT if look.lights else look.text
        draw.drawPath(paint.arch(door), paint.fill(ink, stroke=max(2.0, radius * 0.06)))
        draw.save()
        draw.clipRect(paint.area(Rect(door.x, door.y, door.w / 2, door.h)))
        draw.drawPath(paint.arch(door), paint.fill(ink))
        draw.restore()

    def _answer(self, draw: skia.Canvas, box: Rect, *, true: bool) -> None:
        """Draws one answer: a filled door for what is true, an empty one for what is not, so that it does not hang on colour."""
        look = self.shell.look
        if true:
            draw.drawPath(paint.arch(box), paint.fill(theme.AMBER if look.lights and not look.pale else look.text))
        else:
            draw.drawPath(paint.arch(box.grown(-1.5)), paint.fill(look.second, stroke=max(2.0, box.w * 0.06)))
