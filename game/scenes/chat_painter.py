"""Draws a chat: the picture behind it out of focus, the phone, its header, the bubbles, what is asked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import skia

from game.scenes import signs
from game.scenes.phone import LABEL, TITLE, WORDS, asked_style
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.picture import Wanted
from game.ui.text import Style, reads_from_right

if TYPE_CHECKING:
    from game.scenes.chat_layout import Message, Piece
    from game.scenes.chat_page import ChatPage, Column
    from game.scenes.page_painter import Showing
    from game.scenes.shell import Shell
    from game.scenes.turn import Paragraph
    from game.ui.text import Align, Block

_INITIAL = Style(theme.LABEL, "ui", 600, leading=1.2)
_FACES = 3
_LOOP, _DOTS = 1.2, 3
RESTLESS = 6.0


@dataclass(slots=True)
class ChatPainter:
    """Draws one frame of the phone."""

    draw: skia.Canvas
    shell: Shell
    page: ChatPage
    showing: Showing

    def paint(self) -> None:
        """Draws everything that is no control."""
        space, view = self.shell.space, self.shell.space.place(self.page.view)
        paint.panel(self.draw, space.place(self.page.frame.panel), self.shell.look, space, lamp_right=space.rtl)
        self._header()
        self._column(Rect(view.x - space.px(14), view.y - 1, view.w + space.px(28), view.h + 2))
        if not self.page.choices_scroll:
            self._asked()
        if not self.showing.beat.choices or self.page.arriving:
            self._door()
        self._scrollbar(view)
        self._caption()

    def _column(self, room: Rect) -> None:
        """Draws the messages inside their room; they fade where more lies above or below."""
        above, below = self.showing.scrolled > 1, self.page.hidden_below(self.showing.beat, self.showing.scrolled) > 1
        soft = self.shell.look.lights and (above or below)
        if soft:
            self.draw.saveLayer(paint.area(room))
        else:
            self.draw.save()
        self.draw.clipRect(paint.area(room))
        self._messages()
        if self.page.choices_scroll:
            self._asked()
        if soft:
            paint.soften_edges(self.draw, room, self.shell.space.px(18), above=above, below=below)
        self.draw.restore()

    # Header ---------------------------------------------------------------------------------------------------------

    def _header(self) -> None:
        shell, space, page, look = self.shell, self.shell.space, self.page, self.shell.look
        talk, time = page.here(self.showing.beat), page.time(self.showing.beat)
        panel, pad = page.frame.panel, page.frame.pad
        line = space.place(Rect(panel.x, panel.y + page.header_height, panel.w, max(1.0, space.px(1))))
        self.draw.drawRect(paint.area(line), paint.fill(look.rule))
        if talk is None or (page.low and page.waiting(self.showing.beat)):
            return
        left, right = panel.x + pad, panel.right - pad
        if time:
            block = shell.type.set(time, LABEL.tinted(look.second))
            right -= block.natural
            head = shell.type.line(TITLE) + (0 if page.low else shell.type.line(LABEL))
            self._set(
                block, Rect(right, panel.y + space.em(24 if not page.low else 5) + (head - block.height) / 2, block.natural, block.height)
            )
            right -= space.em(20)
        y = panel.y + (space.px(5) if page.low else space.em(24))
        if not page.low and right - left > space.em(420):
            left += self._faces(left, y, talk.people)
        title = self._line(talk.title, TITLE.tinted(look.text), right - left)
        self._set(title, Rect(left, y, title.natural, title.height))
        if not page.low:
            members = self._line(page.members(talk), LABEL.tinted(look.second), right - left)
            self._set(members, Rect(left, y + shell.type.line(TITLE), members.natural, members.height))

    def _line(self, words: str, style: Style, room: float) -> Block:
        """Returns words on one line, shortened at their end where they are too long."""
        while len(words) > 1 and self.shell.type.width(words, style) > room:
            words = words[: -2 if words.endswith("…") else -1].rstrip() + "…"
        return self.shell.type.set(words, style)

    def _set(self, block: Block, rect: Rect) -> None:
        at = self.shell.space.place(rect)
        block.paint(self.draw, at.x, at.y)

    def _faces(self, x: float, y: float, people: tuple[str, ...]) -> float:
        """Draws up to three of those who are in the conversation; returns how much room they take."""
        space, session = self.shell.space, self.shell.session
        size, step = space.em(54), space.em(44)
        known = session.book.manifest.characters.values() if session else ()
        colours = {session.words(one.name): theme.colour_of(one.colour) for one in known} if session else {}
        shown = people[:_FACES]
        top = y + (self.shell.type.line(TITLE) + self.shell.type.line(LABEL) - size) / 2
        for number in range(len(shown)):
            rect = space.place(Rect(x + number * step, top, size, size))
            self.draw.drawOval(paint.area(rect.grown(space.em(3))), paint.fill(theme.over(self.shell.look.panel, self.shell.look.ground)))
            self._face(rect, shown[number], colours.get(shown[number], theme.MIST))
        return step * (len(shown) - 1) + size + space.em(20) if shown else 0.0

    def _face(self, rect: Rect, name: str, colour: int) -> None:
        ink = max((theme.NIGHT, theme.PAPER), key=lambda one: theme.contrast(one, colour))
        self.draw.drawOval(paint.area(rect), paint.fill(colour))
        if self.shell.look.edge:
            self.draw.drawOval(paint.area(rect.grown(-1)), paint.fill(self.shell.look.edge, stroke=1.5))
        block = self.shell.type.set(name[:1].upper(), _INITIAL.tinted(ink))
        block.paint(self.draw, rect.centre[0] - block.natural / 2, rect.centre[1] - block.height / 2)

    # Messages -------------------------------------------------------------------------------------------------------

    def _messages(self) -> None:
        column, view = self.page.column(self.showing.beat), self.page.view
        top = view.y - self.showing.scrolled
        last = max((number for number, one in enumerate(column.messages) if not one.typing), default=-1)
        for piece in column.pieces:
            rect = piece.rect.moved(view.x, top)
            if rect.bottom < view.y - 8 or rect.y > view.bottom + 8:
                continue
            rise, alpha = self._coming_in() if piece.message == last and not self.page.arriving else (0.0, 1.0)
            if alpha < 1:
                self.draw.saveLayerAlpha(None, round(alpha * 255))
            self._piece(piece, column, self.shell.space.place(rect.moved(0, rise)))
            if alpha < 1:
                self.draw.restore()

    def _coming_in(self) -> tuple[float, float]:
        """Returns how far below its place the newest message is, and how opaque."""
        if self.shell.still:
            return 0.0, min(1.0, 0.25 + 0.75 * self.showing.age / theme.FADE)
        part = theme.ease_out(self.showing.age / theme.TEXT_IN)
        return (1 - part) * self.shell.space.px(theme.TEXT_RISE), min(1.0, 0.15 + part)

    def _piece(self, piece: Piece, column: Column, rect: Rect) -> None:
        message, source, look = column.messages[piece.message], column.sources[piece.message], self.shell.look
        match piece.kind:
            case "name":
                self._words(message.speaker, LABEL.tinted(look.speaker(source.colour)), rect)
            case "told":
                self._words(message.text, LABEL.tinted(look.second), rect)
            case "typing":
                self._words(message.text, LABEL.tinted(look.second), rect)
            case "bubble":
                self._bubble(message, rect)
            case "photo":
                self._photo(source, rect)
            case "avatar":
                self._face(rect, message.speaker, source.colour)
            case "sign":
                self._sign(message.signs[piece.number], source, piece.number, rect)
            case "dots":
                self._dots(rect, source.colour)

    def _words(self, words: str, style: Style, rect: Rect, *, align: Align = "start") -> None:
        self.shell.type.set(words, style, rect.w, align=align).paint(self.draw, rect.x, rect.y)

    def _ground(self, rect: Rect, radius: float, *, mine: bool = False) -> None:
        look = self.shell.look
        self.draw.drawRRect(
            paint.rounded(rect, radius), paint.fill(look.own if mine else theme.clear(look.text, 0.11) if look.lights else look.field)
        )
        if look.edge and not mine:
            self.draw.drawRRect(paint.rounded(rect.grown(-1), radius), paint.fill(look.edge, stroke=1.5))

    def _bubble(self, message: Message, rect: Rect) -> None:
        look, space = self.shell.look, self.shell.space
        self._ground(rect, min(rect.h / 2, space.em(theme.RADIUS_PANEL)), mine=message.mine)
        ink = max((theme.NIGHT, theme.PAPER), key=lambda one: theme.contrast(one, look.own)) if message.mine else look.text
        pad_x, pad_y = self.page.room.pad
        self._words(message.text, WORDS.tinted(ink), Rect(rect.x + pad_x, rect.y + pad_y, rect.w - 2 * pad_x, rect.h))

    def _photo(self, source: Paragraph, rect: Rect) -> None:
        session, radius = self.shell.session, self.shell.space.em(20)
        scene = session.book.manifest.scenes.get(source.post.photo) if session and source.post else None
        if session is None or scene is None:
            return
        self.draw.drawRRect(paint.rounded(rect, radius), paint.fill(self.shell.look.field))
        picture = self.shell.pictures.get(Wanted(f"{session.book.manifest.id}|{scene.file}", math.ceil(rect.w), math.ceil(rect.h)))
        image = picture.whole if picture else None
        if image is not None:
            paint.clipped(self.draw, rect, radius)
            self.draw.drawImageRect(image, paint.area(rect), skia.SamplingOptions(skia.FilterMode.kLinear))
            paint.veil(self.draw, rect, self.shell.veil)
            self.draw.restore()
        if self.shell.look.edge:
            self.draw.drawRRect(paint.rounded(rect.grown(-1), radius), paint.fill(self.shell.look.edge, stroke=1.5))

    def _sign(self, words: str, source: Paragraph, number: int, rect: Rect) -> None:
        space, look = self.shell.space, self.shell.look
        self._ground(rect, min(rect.h / 2, space.em(18)))
        size, sign = space.em(20), source.post.reactions[number][1] if source.post else ""
        inner = rect.w - space.em(64)
        x = rect.right - space.em(14) - size if space.rtl else rect.x + space.em(14)
        ground = theme.over(look.panel, look.ground)
        signs.draw_sign(self.draw, sign, Rect(x, rect.centre[1] - size / 2, size, size), look.label, ground)
        at = Rect(rect.x + space.em(22) if space.rtl else rect.x + space.em(42), rect.y + space.em(4), inner, rect.h)
        # They stand beside their sign, on its side: also a Latin name on an Arabic page.
        self._words(words, LABEL.tinted(look.second), at, align="start" if reads_from_right(words) == space.rtl else "end")

    def _dots(self, rect: Rect, colour: int) -> None:
        """Draws three dots that rise one after the other, for a while; then, and where nothing moves, they stand."""
        unit = self.shell.space.type_unit
        self._ground(rect, rect.h / 2)
        moves = not self.shell.still and (self.page.arriving or self.showing.age < RESTLESS)
        for number in range(_DOTS):
            phase = (self.showing.age / _LOOP - number / _DOTS / 2) % 1.0
            up = max(0.0, math.sin(math.tau * phase)) if moves else 0.0
            x = rect.centre[0] + (number - 1) * 20 * unit
            shade = theme.mix(theme.over(theme.clear(colour, 0.65), self.shell.look.ground), colour, up)
            self.draw.drawCircle(x, rect.centre[1] - 6 * unit * up, 5.5 * unit, paint.fill(self.shell.look.speaker(shade)))

    # The rest -------------------------------------------------------------------------------------------------------

    def _asked(self) -> None:
        page, shell = self.page, self.shell
        if not self.showing.beat.choices or page.arriving:
            return
        width = page.frame.replies.w
        style = asked_style(shell, page.prompt, width)
        block = shell.type.set(page.prompt, style.tinted(shell.look.text), width)
        if not page.choices_scroll:
            self._grounds(block.longest, block.height)
        at = shell.space.place(Rect(page.frame.replies.x, page.choices_top(self.showing.beat, self.showing.scrolled), width, block.height))
        block.paint(self.draw, at.x, at.y)

    def _grounds(self, width: float, height: float) -> None:
        """Lays the panel's colour under replies that stand on the picture, and a soft one under what is asked."""
        page, look, space = self.page, self.shell.look, self.shell.space
        for rect in page.choice_rects(self.showing.beat, self.showing.scrolled):
            self.draw.drawRRect(paint.rounded(rect, space.px(theme.RADIUS_CHOICE)), paint.fill(look.panel))
        if look.lights and page.prompt:
            top = page.choices_top(self.showing.beat, self.showing.scrolled)
            under = space.place(Rect(page.frame.replies.x, top, width, height).grown(space.px(10)))
            self.draw.drawRRect(paint.rounded(under, under.h / 2), paint.fill(theme.clear(look.ground, 0.72), blur=22 * space.unit))

    def _door(self) -> None:
        rect, unit = self.page.next_rect(), self.shell.space.type_unit
        wide, tall = min(13 * unit, rect.w * 0.4), min(19 * unit, rect.h * 0.6)
        if self.shell.look.lights:
            paint.glow(self.draw, *rect.centre, 34 * unit, theme.AMBER, 0.30 * (1 - self.shell.look.veil))
        paint.door(self.draw, Rect(rect.centre[0] - wide / 2, rect.centre[1] - tall / 2, wide, tall), self.shell.look)

    def _scrollbar(self, view: Rect) -> None:
        over, space = self.page.overflow(self.showing.beat), self.shell.space
        if over <= 1:
            return
        width = max(4.0, space.px(6))
        gap = self.page.frame.pad * 0.55
        x = view.x - gap - width / 2 if space.rtl else view.right + gap - width / 2
        whole = view.h + over
        thumb = Rect(x, view.y + view.h * self.showing.scrolled / whole, width, max(24.0, view.h * view.h / whole))
        self.draw.drawRRect(paint.rounded(Rect(x, view.y, width, view.h), width / 2), paint.fill(self.shell.look.rule))
        self.draw.drawRRect(paint.rounded(thumb, width / 2), paint.fill(self.shell.look.second))

    def _caption(self) -> None:
        """Draws what is heard: above the replies' side, or before the buttons where the phone is as wide as the window."""
        if not self.showing.caption:
            return
        shell, space, frame = self.shell, self.shell.space, self.page.frame
        pad = space.em(14)
        room = frame.replies.w if frame.beside else self.showing.free - space.px(64)
        block = shell.type.snug(f"[{self.showing.caption}]", LABEL.tinted(shell.look.text), max(room - 2 * pad, space.em(120)))
        width, height = block.width + 2 * pad, block.height + pad
        y = frame.replies.y if frame.beside else max(space.px(8), frame.panel.y - height - space.px(8))
        rect = space.place(Rect(frame.replies.x if frame.beside else space.px(32), y, width, height))
        ground = shell.look.panel if not shell.look.lights else theme.clear(theme.NIGHT, 0.86)
        self.draw.drawRRect(paint.rounded(rect, min(height / 2, space.px(24))), paint.fill(ground))
        block.paint(self.draw, rect.x + pad, rect.y + pad / 2)
