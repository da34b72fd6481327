"""Pages of save slots: a picture, the place, the day; autosaves and the quick save stand with them when loading."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import skia

from game.errors import SaveError
from game.scenes.sheet import Sheet
from game.scenes.shell import Asking, Question, Route
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Block, Style, isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.scenes.shell import Shell
    from game.story.saves import SaveInfo

_NAME = Style(theme.LABEL + 2, "ui", 600, leading=1.35)
_SMALL = Style(theme.LABEL, "ui", 400, leading=1.35)
_SLOTS = 6
MOST_NOTE = 80
_PICTURE = 16 / 9


class SlotsScreen(Sheet):
    """A page of slots to save into, or every save there is to load."""

    width_units = 1000.0

    def __init__(self, shell: Shell, *, saving: bool) -> None:
        """Takes whether the slots are for saving."""
        super().__init__(shell)
        self.saving = saving
        self.infos: dict[str, SaveInfo] = {}
        self._thumbs: dict[str, skia.Image | None] = {}
        # The slot that was written last on this visit: a note can be put on it.
        self.written: SaveInfo | None = None

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Save") if self.saving else self.shell.t("Load")

    def entered(self) -> None:
        """Reads which saves there are."""
        session = self.shell.session
        found = self.shell.saves.list(session.book.manifest.id) if session else ()
        self.infos = {f"{info.kind}-{info.number}": info for info in found}
        self._thumbs = {}
        super().entered()

    def column(self, width: float) -> list[Widget]:
        """Returns a slot a row."""
        widgets = [self._row(key, width) for key in self._keys()]
        if not widgets:
            empty = Widget("empty", Role.TEXT, self.shell.t("Nothing has been saved yet."))
            empty.rect = Rect(0, 0, width, self.shell.space.em(60))
            widgets.append(empty)
        return widgets

    def _keys(self) -> list[str]:
        if not self.saving:
            return list(self.infos)
        used = [info.number for info in self.infos.values() if info.kind == "slot"]
        return [f"slot-{number}" for number in range(1, max(_SLOTS, max(used, default=0) + 1) + 1)]

    def _row(self, key: str, width: float) -> Widget:
        info = self.infos.get(key)
        kind, _, number = key.partition("-")
        t = self.shell.t
        names = {"auto": t("Saved by itself"), "quick": t("Quick save"), "apart": t("Before a what-if")}
        names["slot"] = t("Slot {number}").format(number=number)
        widget = Widget(key, Role.ITEM, names[kind], shape=Shape.SLOT, value=self._place(info), hint=self._when(info))
        widget.act = self._saver(int(number), info) if self.saving else self._loader(info)
        widget.enabled = self.saving or (info is not None and not info.damaged)
        height = max(self.shell.space.em(112), self._text_height(widget, width) + self.shell.space.em(28))
        widget.rect = Rect(0, 0, width, height)
        return widget

    def _place(self, info: SaveInfo | None) -> str:
        if info is None:
            return self.shell.t("Empty")
        if info.head is None:
            return self.shell.t("This save is damaged and cannot be opened. Your other saves are as they were.")
        chapter = info.head.chapter_title
        place = f"{chapter}: {info.head.excerpt}" if chapter else info.head.excerpt
        return f"{isolated(info.note)}\n{place}" if info.note else place

    # Notes ------------------------------------------------------------------------------------------------------------

    def beside_back(self) -> list[Widget]:
        """Returns the way to a note on the slot that was just written."""
        if self.written is None:
            return []
        name = self.shell.t("Note on slot {number}").format(number=self.written.number)
        return [Widget("note", Role.BUTTON, name, shape=Shape.PILL, act=self._ask_note)]

    def _ask_note(self) -> None:
        t, info = self.shell.t, self.written
        if info is not None:
            words = t("A few words to know this save by. They stand in the list of saves, for everyone who opens it.")
            self.shell.asking = Asking(t("Note on slot {number}").format(number=info.number), words, info.note, MOST_NOTE, self._note)
            self.shell.verbs.go(Route.ENTRY)

    def _note(self, text: str) -> None:
        if self.written is None:
            return
        try:
            self.written = self.shell.saves.annotate(self.written, text)
        except SaveError as fault:
            self.shell.tell(fault.say(self.shell.t))
        self.entered()

    def _when(self, info: SaveInfo | None) -> str:
        if info is None or not info.when:
            return ""
        try:
            return self.shell.words.date(dt.datetime.fromisoformat(info.when).astimezone())
        except ValueError:
            return ""

    def _saver(self, number: int, info: SaveInfo | None) -> Callable[[], None]:
        def save() -> None:
            session = self.shell.session
            if session is None:
                return
            try:
                self.written = session.save(number, self.shell.verbs.picture())
            except SaveError as fault:
                self.shell.tell(fault.say(self.shell.t))
                return
            self.shell.tell(self.shell.t("Saved."))
            self.entered()

        def ask() -> None:
            sentence = self.shell.t("Save over what is in slot {number}?").format(number=number)
            self.shell.question = Question(sentence, self.shell.t("Save over it"), save)
            self.shell.verbs.go(Route.ASK)

        return save if info is None else ask

    def _loader(self, info: SaveInfo | None) -> Callable[[], None]:
        def load() -> None:
            if info is not None:
                self.shell.verbs.load(info)

        return load

    def _picture_width(self) -> float:
        return self.shell.space.em(84) * _PICTURE if self.shell.space.width > self.shell.space.em(700) else 0.0

    def _blocks(self, widget: Widget, width: float) -> tuple[Block, Block]:
        look, inner = self.shell.look, width - self._picture_width() - self.shell.space.em(56)
        heading = widget.name if not widget.hint else f"{widget.name} · {widget.hint}"
        return (
            self.shell.type.set(heading, _NAME.tinted(look.text), inner),
            self.shell.type.set(widget.value, _SMALL.tinted(look.second), inner),
        )

    def _text_height(self, widget: Widget, width: float) -> float:
        return sum(block.height for block in self._blocks(widget, width))

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a slot."""
        shell, rect, space = self.shell, widget.rect, self.shell.space
        radius = space.px(theme.RADIUS_CHOICE)
        if widget.role is Role.TEXT:
            shell.type.set(widget.name, _NAME.tinted(shell.look.second), rect.w).paint(draw, rect.x, rect.y)
            return
        focused = self.shows_focus(widget)
        paint.field(draw, rect, radius, shell.look, focused=focused)
        pad, wide = space.em(14), self._picture_width()
        brush = self.brush(draw)
        if wide:
            tall = wide / _PICTURE
            self._paint_picture(draw, widget.key, brush.place(rect, pad, (rect.h - tall) / 2, wide, tall))
        inner = rect.w - wide - space.em(56)
        x = pad + wide + (space.em(20) if wide else space.em(6))
        y = (rect.h - self._text_height(widget, rect.w)) / 2
        for block in self._blocks(widget, rect.w):
            at = brush.place(rect, x, y, inner, block.height)
            block.paint(draw, at.x, at.y)
            y += block.height
        if focused:
            brush.ring(rect, radius)

    def _paint_picture(self, draw: skia.Canvas, key: str, rect: Rect) -> None:
        radius = self.shell.space.px(theme.RADIUS_COVER)
        image = self._thumb(key)
        if image is None:
            draw.drawRRect(paint.rounded(rect, radius), paint.fill(self.shell.look.field))
            return
        paint.clipped(draw, rect, radius)
        draw.drawImageRect(image, paint.area(rect), skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear))
        paint.veil(draw, rect, self.shell.veil)
        draw.restore()

    def _thumb(self, key: str) -> skia.Image | None:
        if key not in self._thumbs:
            info = self.infos.get(key)
            self._thumbs[key] = None
            if info is not None and info.thumbnail is not None:
                try:
                    self._thumbs[key] = _picture(info.thumbnail)
                except OSError:
                    self._thumbs[key] = None
        return self._thumbs[key]


def _picture(path: Path) -> skia.Image | None:
    """Returns the picture in a file, or None where it is none.

    Raises OSError.
    """
    # A copy of the bytes: Skia reads them only when the picture is drawn, and Python would have let go of them by then.
    return skia.Image.MakeFromEncoded(skia.Data(path.read_bytes(), copy=True))
