"""A story on the shelf: its cover, its title, and what stands below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import skia

from game.ui import controls, paint, theme
from game.ui.geometry import Rect
from game.ui.part import LAYERS
from game.ui.picture import Wanted
from game.ui.text import Style

if TYPE_CHECKING:
    from game.scenes.shell import Shell
    from game.story.library import Shelved
    from game.story.saves import SaveInfo

_TITLE = Style(theme.TITLE, "display", 500)
_BOLD = Style(theme.LABEL, "ui", 600)
_LABEL = Style(theme.LABEL, "ui", 500)
# A story's turns are not counted before it is played: about so many make a chapter, for the progress bar alone.
_TURNS_A_CHAPTER = 18
_ALMOST = 0.97


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover shows: the story or why it cannot be opened, its title, its note, the newest save."""

    shelved: Shelved
    title: str
    note: str
    latest: SaveInfo | None


def story_of(shelved: Shelved) -> str:
    """Returns the id of a story, or nothing where it cannot be opened."""
    return shelved.book.manifest.id if shelved.book else ""


def cover_wanted(shelved: Shelved, width: float, height: float) -> Wanted | None:
    """Returns the picture to order for a cover of this size, where the story has one."""
    if shelved.book is None or shelved.book.manifest.cover is None:
        return None
    return Wanted(f"{shelved.book.manifest.id}|{shelved.book.manifest.cover.file}", round(width), round(height), layered=True)


def state_of(shell: Shell, shelved: Shelved, latest: SaveInfo | None) -> str:
    """Returns how far a story was read, in words."""
    head = latest.head if latest else None
    if shelved.book is None or head is None:
        return shell.t("Not started")
    if head.chapter is None:
        return shell.t("Begun")
    count = len(shelved.book.manifest.chapters)
    return shell.t("Chapter {number} of {count}").format(number=head.chapter, count=count)


@dataclass(slots=True)
class CoverPainter:
    """Draws covers on a canvas."""

    draw: skia.Canvas
    shell: Shell
    ledge: float

    def paint(self, cover: Cover, rect: Rect, *, focused: bool) -> None:
        """Draws a cover with its shadow, picture, lit edge and title."""
        space, look, draw = self.shell.space, self.shell.look.art, self.draw
        radius = space.px(theme.RADIUS_COVER)
        draw.drawRRect(paint.rounded(rect.moved(0, space.px(10)), radius), paint.fill(theme.clear(theme.SHADOW, 0.5), blur=14 * space.unit))
        paint.clipped(draw, rect, radius)
        self._picture(cover.shelved, rect)
        paint.veil(draw, rect, self.shell.veil)
        draw.restore()
        edge = paint.linear(rect.x, rect.y, rect.x, rect.bottom, [theme.clear(theme.LAMP, 0.45), theme.clear(theme.LAMP, 0.05)])
        edge.setStyle(skia.Paint.kStroke_Style)
        edge.setStrokeWidth(max(1.0, 1.5 * space.unit))
        draw.drawRRect(paint.rounded(rect.grown(-0.5), radius), edge)
        self._title(cover.title, rect)
        if focused:
            paint.ring(draw, rect, radius, look, space)

    def thumb(self, shelved: Shelved, rect: Rect) -> None:
        """Draws a small cover: its picture alone."""
        paint.clipped(self.draw, rect, self.shell.space.px(theme.RADIUS_KEY))
        self._picture(shelved, rect)
        paint.veil(self.draw, rect, self.shell.veil)
        self.draw.restore()

    def _picture(self, shelved: Shelved, rect: Rect) -> None:
        ground = paint.linear(rect.x, rect.y, rect.x, rect.bottom, [theme.INDIGO, theme.DUSK, theme.NIGHT], (0, 0.55, 1))
        self.draw.drawRect(paint.area(rect), ground)
        if shelved.book is None:
            self.draw.drawRect(paint.area(rect), paint.fill(theme.clear(theme.MIST, 0.25)))
            return
        wanted = cover_wanted(shelved, rect.w, rect.h)
        picture = wanted and (self.shell.pictures.get(wanted) or self.shell.pictures.near(wanted))
        if picture is None:
            return
        smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
        for name in (name for name in LAYERS if name in picture.layers):
            ink = skia.Paint()
            if name == "light":
                ink.setBlendMode(skia.BlendMode.kPlus)
            self.draw.drawImageRect(picture.layers[name], paint.area(rect), smooth, ink)

    def _title(self, title: str, rect: Rect) -> None:
        pad = min(self.shell.space.px(36), rect.w * 0.09)
        block = self.shell.type.set(title, _TITLE.tinted(theme.PAPER), rect.w - 2 * pad)
        shades = [theme.clear(theme.NIGHT, 0.75), theme.clear(theme.NIGHT, 0.0)]
        shade = Rect(rect.x, rect.y, rect.w, block.height + 3 * pad)
        ink = paint.linear(shade.x, shade.y, shade.x, shade.bottom, shades)
        self.draw.drawRRect(paint.rounded(shade, self.shell.space.px(theme.RADIUS_COVER)), ink)
        block.paint(self.draw, rect.x + pad, rect.y + pad * 0.8)

    def caption(self, cover: Cover, rect: Rect) -> None:
        """Draws what stands below the ledge: minutes and state, progress, and the content note; or why it cannot be opened."""
        shell, space, look = self.shell, self.shell.space, self.shell.look.art
        y = self.ledge + space.px(24)
        if cover.shelved.book is None:
            shell.type.set(cover.note, _LABEL.tinted(look.second), rect.w).paint(self.draw, rect.x, y)
            return
        minutes = shell.tn("{count} minute", "{count} minutes", cover.shelved.book.manifest.minutes)
        left = shell.type.set(minutes, _BOLD.tinted(look.text))
        state = shell.type.set(state_of(self.shell, cover.shelved, cover.latest), _LABEL.tinted(look.second))
        left.paint(self.draw, rect.right - left.natural if space.rtl else rect.x, y)
        state.paint(self.draw, rect.x if space.rtl else rect.right - state.natural, y)
        y += left.height + space.px(8)
        line = Rect(rect.x, y, rect.w, max(2.0, space.px(4)))
        paint.bar(self.draw, line, self._progress(cover), look, look.sign, rtl=space.rtl)
        self._note(cover.note, rect, y + space.px(20))

    def _note(self, text: str, rect: Rect, y: float) -> None:
        shell, space, look = self.shell, self.shell.space, self.shell.look.art
        mark, gap = space.em(22), space.px(10)
        block = shell.type.set(text, _LABEL.tinted(look.second), rect.w - mark - gap)
        at = Rect(rect.right - mark if space.rtl else rect.x, y + (shell.type.line(_LABEL) - mark) / 2, mark, mark)
        controls.icon(self.draw, "info", at, look.second)
        block.paint(self.draw, rect.x if space.rtl else rect.x + mark + gap, y)

    @staticmethod
    def _progress(cover: Cover) -> float:
        head = cover.latest.head if cover.latest else None
        if cover.shelved.book is None or head is None:
            return 0.0
        chapters = max(1, len(cover.shelved.book.manifest.chapters))
        return min(_ALMOST, ((head.chapter or 1) - 1 + min(0.95, head.turns / _TURNS_A_CHAPTER)) / chapters)
