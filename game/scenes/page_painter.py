"""Draws the reading screen's panel: header, paragraphs, portrait, prompt, the sign to read on, captions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import skia

from game.scenes.page_layout import CHAPTER, HEADER, NOTE, PROMPT, PROSE, SPEAKER, PageLayout, portrait_size
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.picture import Wanted
from game.ui.text import Style, reads_from_right

if TYPE_CHECKING:
    from game.scenes.leaf import Beat
    from game.scenes.shell import Shell
    from game.scenes.turn import Paragraph

_CAPTION = Style(theme.LABEL, "ui", 400, italic=True)
# Turns of a chapter, about: the header's bar only says where one is, roughly.
_TURNS_A_CHAPTER = 18
_READ_AFTER = 3


@dataclass(frozen=True, slots=True)
class Showing:
    """What a frame shows: the beat and how long it has stood, how far the column is scrolled, letters shown of the newest paragraph.

    `free` is how far the top of the window is free of buttons, from the reading side.
    """

    beat: Beat
    age: float
    scrolled: float
    revealed: int | None
    caption: str
    free: float


@dataclass(slots=True)
class PagePainter:
    """Draws one frame of the reading screen."""

    draw: skia.Canvas
    shell: Shell
    page: PageLayout
    showing: Showing

    def paint(self) -> None:
        """Draws everything that is no control."""
        space = self.shell.space
        panel = space.place(self.page.frame.panel)
        paint.panel(self.draw, panel, self.shell.look, space, lamp_right=space.rtl)
        if self.page.headed:
            self._header()
        view = space.place(self.page.view)
        self.draw.save()
        reach = Rect(view.x - space.px(12), view.y - 2, view.w + space.px(24), view.h + space.px(14))
        self.draw.clipRect(paint.area(reach))
        self._paragraphs()
        self._prompt()
        self.draw.restore()
        self._portrait()
        if not self.showing.beat.choices:
            self._door()
        self._scrollbar(view)
        self._caption()

    def _header(self) -> None:
        shell, space, look = self.shell, self.shell.space, self.shell.look
        frame = self.page.frame
        title, chapter = self.page.header_words()
        y = frame.panel.y + min(frame.pad * 0.65, 36)
        name = shell.type.set(title, HEADER.tinted(look.text))
        label = shell.type.set(chapter, CHAPTER.tinted(look.second))
        start = Rect(self.page.view.x, y, name.natural, name.height)
        line = max(name.height, label.height)
        if name.natural + label.natural + space.px(24) <= frame.width:
            at = space.place(start)
            name.paint(self.draw, at.x, at.y + (line - name.height) / 2)
            at = space.place(Rect(start.right + space.px(20), y, label.natural, label.height))
            label.paint(self.draw, at.x, at.y + (line - label.height) / 2)
        else:
            label = shell.type.set(chapter or title, CHAPTER.tinted(look.second), frame.width)
            at = space.place(Rect(start.x, y, frame.width, label.height))
            label.paint(self.draw, at.x, at.y)
        self._progress(self.page.view.y - space.px(28) - max(3.0, space.px(4)))

    def _progress(self, y: float) -> None:
        shell, space = self.shell, self.shell.space
        session = shell.session
        if session is None:
            return
        chapters = max(1, len(session.book.manifest.chapters))
        gap = space.px(8)
        width = (self.page.view.w - gap * (chapters - 1)) / chapters
        here = session.journey.chapter or 1
        turns = sum(1 for _ in session.journey.turns)
        for number in range(1, chapters + 1):
            part = 1.0 if number < here else 0.0 if number > here else min(1.0, turns / _TURNS_A_CHAPTER)
            if session.page.ended and number == here:
                part = 1.0
            rect = space.place(Rect(self.page.view.x + (number - 1) * (width + gap), y, width, max(3.0, space.px(4))))
            paint.bar(self.draw, rect, part, shell.look, shell.look.sign, rtl=space.rtl)

    def _paragraphs(self) -> None:
        beat = self.showing.beat
        placed = self.page.places(beat, self.showing.scrolled)
        for number, y, named in placed:
            newest = number == beat.shown - 1
            rise, alpha = self._coming_in() if newest and self.showing.revealed is None else (0.0, 1.0)
            old = beat.shown - number > _READ_AFTER
            self._paragraph(self.page.turn[number], y + rise, alpha, named=named, old=old, newest=newest)

    def _coming_in(self) -> tuple[float, float]:
        """Returns how far below its place the newest paragraph is, and how opaque."""
        if self.shell.still:
            return 0.0, min(1.0, 0.25 + 0.75 * self.showing.age / theme.FADE)
        part = theme.ease_out(self.showing.age / theme.TEXT_IN)
        return (1 - part) * self.shell.space.px(theme.TEXT_RISE), min(1.0, 0.15 + part)

    def _paragraph(self, paragraph: Paragraph, y: float, alpha: float, *, named: bool, old: bool, newest: bool) -> None:
        shell, look, view = self.shell, self.shell.look, self.page.view
        if alpha < 1:
            self.draw.saveLayerAlpha(None, round(alpha * 255))
        if paragraph.note:
            note = shell.type.set(self.page.note_words(paragraph), NOTE.tinted(look.label), view.w)
            note.paint(self.draw, shell.space.place(view).x, y)
            y += self.page.note_height(paragraph)
        if named:
            label = shell.type.set(paragraph.speaker.upper(), SPEAKER.tinted(look.speaker(paragraph.colour)))
            label.paint(self.draw, self._own_side(paragraph, label.natural), y)
            y += shell.type.line(SPEAKER) + shell.space.em(2)
        shown = self.showing.revealed if newest else None
        block = shell.type.set(paragraph.text, PROSE.tinted(look.second if old or paragraph.summary else look.text), view.w, shown=shown)
        block.paint(self.draw, shell.space.place(view).x, y)
        if alpha < 1:
            self.draw.restore()

    def _own_side(self, paragraph: Paragraph, width: float) -> float:
        """Returns where a speaker's name stands: at the side where the words below it begin."""
        view = self.shell.space.place(self.page.view)
        return view.right - width if reads_from_right(paragraph.text) else view.x

    def _prompt(self) -> None:
        if not self.showing.beat.choices or not self.page.prompt:
            return
        shell, view = self.shell, self.shell.space.place(self.page.view)
        y = self.page.choices_top(self.showing.beat, self.showing.scrolled)
        block = shell.type.set(self.page.prompt, PROMPT.tinted(shell.look.label), view.w)
        block.paint(self.draw, view.x, y)

    def _portrait(self) -> None:
        paragraph = self.speaking()
        if paragraph is None or not paragraph.portrait or not self.shell.settings.portraits or not self.page.frame.beside:
            return
        shell, space = self.shell, self.shell.space
        width, height = portrait_size(space)
        story = shell.session.book.manifest.id if shell.session else ""
        picture = shell.pictures.get(Wanted(f"{story}|{paragraph.portrait}", width, height))
        image = picture.whole if picture else None
        if image is None:
            return
        panel = self.page.frame.panel
        rect = space.place(Rect(panel.x - width + space.px(28), panel.bottom - height - space.px(48), width, height))
        radius = space.px(theme.RADIUS_CHOICE)
        self.draw.drawRRect(
            paint.rounded(rect.moved(0, space.px(8)), radius), paint.fill(theme.clear(theme.SHADOW, 0.55), blur=12 * space.unit)
        )
        paint.clipped(self.draw, rect, radius)
        if not space.rtl:
            # The heads look towards the light at the left; beside the panel they look at what is said.
            self.draw.translate(2 * rect.x + rect.w, 0)
            self.draw.scale(-1, 1)
        self.draw.drawImageRect(image, paint.area(rect), skia.SamplingOptions(skia.FilterMode.kLinear))
        paint.veil(self.draw, rect, shell.veil)
        self.draw.restore()
        edge = paint.linear(rect.x, rect.y, rect.x, rect.bottom, [theme.clear(theme.LAMP, 0.5), theme.clear(theme.LAMP, 0.1)])
        edge.setStyle(skia.Paint.kStroke_Style)
        edge.setStrokeWidth(max(1.5, 2 * space.unit))
        self.draw.drawRRect(paint.rounded(rect.grown(-0.5), radius), edge)

    def speaking(self) -> Paragraph | None:
        """Returns the newest paragraph on this leaf that somebody says."""
        shown = [self.page.turn[number] for number, _, _ in self.page.places(self.showing.beat, 0.0)]
        return next((paragraph for paragraph in reversed(shown) if paragraph.speaker), None)

    def _door(self) -> None:
        """Draws the sign that there is more: a small lit door in the panel's corner."""
        rect, look, unit = self.page.next_rect(), self.shell.look, self.shell.space.type_unit
        wide, tall = 13 * unit, 19 * unit
        x, y = rect.centre[0] - wide / 2, rect.centre[1] - tall / 2
        arch = skia.RRect()
        radii = [skia.Point(wide / 2, wide / 2)] * 2 + [skia.Point(1, 1)] * 2
        arch.setRectRadii(skia.Rect.MakeXYWH(x, y, wide, tall), radii)
        if look.lights and not look.pale:
            paint.glow(self.draw, *rect.centre, 34 * unit, theme.AMBER, 0.30 * (1 - look.veil))
        self.draw.drawRRect(arch, paint.fill(look.label))

    def _scrollbar(self, view: Rect) -> None:
        over = self.page.overflow(self.showing.beat)
        if over <= 1:
            return
        width = max(4.0, self.shell.space.px(6))
        x = view.x - self.shell.space.px(18) if self.shell.space.rtl else view.right + self.shell.space.px(18)
        whole = view.h + over
        thumb = Rect(x, view.y + view.h * self.showing.scrolled / whole, width, max(24.0, view.h * view.h / whole))
        self.draw.drawRRect(paint.rounded(Rect(x, view.y, width, view.h), width / 2), paint.fill(self.shell.look.rule))
        self.draw.drawRRect(paint.rounded(thumb, width / 2), paint.fill(self.shell.look.second))

    def _caption(self) -> None:
        if not self.showing.caption:
            return
        shell, space = self.shell, self.shell.space
        frame = self.page.frame
        pad = space.em(14)
        # Beside the panel it lies at the foot of the picture; where the panel lies over it, before the buttons at the top.
        room = (frame.panel.x if frame.beside else self.showing.free) - space.px(96) - 2 * pad
        block = shell.type.snug(f"[{self.showing.caption}]", _CAPTION.tinted(shell.look.text), max(room, space.em(120)))
        width, height = block.width + 2 * pad, block.height + pad
        y = space.height - space.px(40) - height if frame.beside else max(space.px(8), frame.panel.y - height - space.px(8))
        rect = space.place(Rect(space.px(48), y, width, height))
        ground = shell.look.panel if shell.look.pale or not shell.look.lights else theme.clear(shell.look.ground, 0.86)
        self.draw.drawRRect(paint.rounded(rect, min(height / 2, space.px(24))), paint.fill(ground))
        block.paint(self.draw, rect.x + pad, rect.y + pad / 2)
