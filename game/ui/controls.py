"""Draws and measures the controls: buttons, choices, rows of settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Style
from game.ui.widgets import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    import skia

    from game.ui.geometry import Space
    from game.ui.text import Block, Typesetter
    from game.ui.theme import Theme
    from game.ui.widgets import Widget

_LABEL = Style(theme.LABEL, "ui", 500)
_MAIN = Style(theme.PROSE, "ui", 500, leading=theme.PROSE_TIGHT)
_CHOICE = Style(theme.PROSE, "ui", 400, leading=theme.PROSE_TIGHT, airy=True)
_ICON = 24


@dataclass(slots=True)
class Brush:
    """What controls are drawn with; `glide` says where the focus ring is on its way to a place."""

    draw: skia.Canvas
    type: Typesetter
    look: Theme
    space: Space
    glide: Callable[[Rect], Rect] = lambda rect: rect

    def control(self, widget: Widget, *, focused: bool) -> None:
        """Draws a control where it stands."""
        painter = {
            Shape.MAIN: self._pill,
            Shape.PILL: self._pill,
            Shape.CHOICE: self._choice,
            Shape.ROW: self._row,
        }.get(widget.shape)
        if painter is not None:
            painter(widget, focused)

    def ring(self, rect: Rect, radius: float) -> None:
        """Draws the focus ring round a place, or on its way there."""
        paint.ring(self.draw, self.glide(rect), radius, self.look, self.space)

    def place(self, outer: Rect, x: float, y: float, w: float, h: float, *, rtl: bool | None = None) -> Rect:
        """Returns a part of a control, `x` counted from the side where its words, or the interface's, are begun to be read."""
        left = outer.right - x - w if (self.space.rtl if rtl is None else rtl) else outer.x + x
        return Rect(left, outer.y + y, w, h)

    def _pill(self, widget: Widget, focused: bool) -> None:  # noqa: FBT001 - called by name from one table
        main = widget.shape is Shape.MAIN
        rect, look, radius = widget.rect, self.look, widget.rect.h / 2
        if not main and look.lights:
            under = look.panel if look.pale else theme.clear(look.ground, 0.8)
            self.draw.drawRRect(paint.rounded(rect, radius), paint.fill(under))
        ground = look.accent if main else look.field_focus if focused else look.button
        self.draw.drawRRect(paint.rounded(rect, radius), paint.fill(ground))
        if look.edge:
            self.draw.drawRRect(paint.rounded(rect.grown(-1), radius), paint.fill(look.edge, stroke=2))
        if main:
            paint.edged(self.draw, rect, radius, look, self.space)
        ink = look.on_accent if main else look.text if widget.enabled else look.second
        x = pill_padding(self.space, main=main, bare=widget.bare)
        if widget.icon:
            size = self.space.em(_ICON)
            at = self.place(rect, (rect.w - size) / 2 if widget.bare and not widget.cap else x, (rect.h - size) / 2, size, size)
            icon(self.draw, widget.icon, at, ink if main else look.sign, rtl=self.space.rtl)
            x += size + self.space.em(10)
        if not widget.bare:
            room = rect.w - _pill_rest(self.type, self.space, widget)
            block = self.type.snug(widget.name, (_MAIN if main else _LABEL).tinted(ink), max(room, self.space.em(20)) + 1)
            at = self.place(rect, x, (rect.h - block.height) / 2, block.width, block.height)
            block.paint(self.draw, at.x, at.y)
        if widget.cap:
            self._cap_at_end(widget, main=main)
        if focused:
            self.ring(rect, radius)

    def _cap_at_end(self, widget: Widget, *, main: bool) -> None:
        width, height = cap_size(self.type, self.space, widget.cap)
        x = widget.rect.w - width - (self.space.em(14) if main else self.space.em(10))
        self.cap(self.place(widget.rect, x, (widget.rect.h - height) / 2, width, height), widget.cap, on=False, dark=main)

    def cap(self, rect: Rect, label: str, *, on: bool, dark: bool = False) -> None:
        """Draws a key cap; `on` lights it, `dark` suits it to an amber ground."""
        look = self.look
        ground = look.accent if on else theme.clear(theme.NIGHT, 0.16) if dark and look.lights else theme.clear(look.text, 0.14)
        radius = self.space.px(theme.RADIUS_KEY)
        self.draw.drawRRect(paint.rounded(rect, radius), paint.fill(ground))
        if on:
            paint.edged(self.draw, rect, radius, look, self.space)
        ink = look.on_accent if on or dark else look.text
        block = self.type.set(label, _LABEL.tinted(ink))
        block.paint(self.draw, rect.x + (rect.w - block.natural) / 2, rect.y + (rect.h - block.height) / 2)

    def _choice(self, widget: Widget, focused: bool) -> None:  # noqa: FBT001
        rect, radius = widget.rect, self.space.px(theme.RADIUS_CHOICE)
        paint.field(self.draw, rect, radius, self.look, focused=focused)
        cap = self.space.em(theme.KEY_CAP)
        self.cap(self.place(rect, self.space.em(20), (rect.h - cap) / 2, cap, cap, rtl=widget.rtl), widget.cap, on=focused)
        x = self.space.em(20) + cap + self.space.em(20)
        block = self.type.snug(widget.name, _CHOICE.tinted(self.look.text), rect.w - x - self.space.em(20))
        at = self.place(rect, x, (rect.h - block.height) / 2, block.width, block.height, rtl=widget.rtl)
        block.paint(self.draw, at.x, at.y)
        if focused:
            self.ring(rect, radius)

    def _row(self, widget: Widget, focused: bool) -> None:  # noqa: FBT001
        rect, radius, look = widget.rect, self.space.px(theme.RADIUS_CHOICE), self.look
        paint.field(self.draw, rect, radius, look, focused=focused)
        pad = self.space.em(24)
        name, value = row_blocks(self.type, self.space, widget, rect.w, look)
        stacked = bool(widget.value) and row_stacks(name, value, rect.w - 2 * pad)
        top = (rect.h - name.height - (value.height if stacked else 0)) / 2
        at = self.place(rect, pad, top, name.width, name.height)
        name.paint(self.draw, at.x, at.y)
        if widget.value:
            y = top + name.height if stacked else (rect.h - value.height) / 2
            at = self.place(rect, pad if stacked else rect.w - pad - value.natural, y, value.natural, value.height)
            value.paint(self.draw, at.x, at.y)
        if widget.fill is not None:
            line = self.place(rect, pad, rect.h - self.space.px(8), rect.w - 2 * pad, max(3.0, self.space.px(4)))
            paint.bar(self.draw, line, widget.fill, look, look.sign, rtl=self.space.rtl)
        if focused:
            self.ring(rect, radius)


def row_blocks(typesetter: Typesetter, space: Space, widget: Widget, width: float, look: Theme) -> tuple[Block, Block]:
    """Returns a row's name and value, laid out; the value stands in arrows where it can be stepped."""
    inner = width - 2 * space.em(24)
    shown = f"‹ {widget.value} ›" if widget.step is not None and widget.value else widget.value
    value = typesetter.set(shown, _LABEL.tinted(look.label))
    name = typesetter.snug(widget.name, Style(theme.LABEL + 4, "ui", 500, leading=1.3).tinted(look.text), inner)
    return name, value if value.natural <= inner else typesetter.set(shown, _LABEL.tinted(look.label), inner)


def row_stacks(name: Block, value: Block, inner: float) -> bool:
    """Tells whether a row's value must stand under its name."""
    return name.longest + value.natural + 24 > inner


def row_height(typesetter: Typesetter, space: Space, widget: Widget, width: float, look: Theme) -> float:
    """Returns the height a row needs."""
    name, value = row_blocks(typesetter, space, widget, width, look)
    stacked = bool(widget.value) and row_stacks(name, value, width - 2 * space.em(24))
    content = name.height + value.height if stacked else max(name.height, value.height if widget.value else 0)
    return max(space.target(64), content + space.em(32))


def choice_height(typesetter: Typesetter, space: Space, text: str, width: float) -> float:
    """Returns the height a choice needs for its text."""
    inner = width - space.em(20) * 3 - space.em(theme.KEY_CAP)
    block = typesetter.set(text, _CHOICE, max(inner, 40))
    return max(space.target(theme.CHOICE_HEIGHT), block.height + space.em(40))


def pill_padding(space: Space, *, main: bool, bare: bool = False) -> float:
    """Returns the space at each end of a button."""
    return space.em(16 if bare else 32 if main else 22)


def cap_size(typesetter: Typesetter, space: Space, label: str) -> tuple[float, float]:
    """Returns the size of a key cap."""
    height = space.em(32)
    return max(height, typesetter.width(label, _LABEL) + space.em(18)), height


def _pill_rest(typesetter: Typesetter, space: Space, widget: Widget) -> float:
    """Returns how much of a button's width its name does not have."""
    rest = 2 * pill_padding(space, main=widget.shape is Shape.MAIN, bare=widget.bare)
    if widget.icon:
        rest += space.em(_ICON) + (0 if widget.bare else space.em(10))
    if widget.cap:
        rest += cap_size(typesetter, space, widget.cap)[0] + space.em(4)
    return rest


def pill_size(typesetter: Typesetter, space: Space, widget: Widget, most: float = 1e6) -> tuple[float, float]:
    """Returns the size a button needs; where it may be no wider than `most`, it loses its key cap, and its name goes on below."""
    main = widget.shape is Shape.MAIN
    style = _MAIN if main else _LABEL
    named = 0.0 if widget.bare else typesetter.width(widget.name, style)
    if _pill_rest(typesetter, space, widget) + named > most:
        widget.cap = ""
    rest = _pill_rest(typesetter, space, widget)
    tall = space.target(theme.MAIN_HEIGHT if main else theme.BUTTON_HEIGHT)
    if rest + named <= most:
        return max(rest + named, space.target(0)), tall
    return most, max(tall, typesetter.set(widget.name, style, max(most - rest, space.em(20))).height + space.em(20))


def icon(draw: skia.Canvas, name: str, rect: Rect, colour: int, *, rtl: bool = False) -> None:
    """Draws an icon from strokes, `rect` large; those that point somewhere are mirrored where one reads from the right."""
    lines: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
        "menu": (((2, 6), (22, 6)), ((2, 12), (22, 12)), ((2, 18), (22, 18))),
        "exit": (((10, 3), (3, 3), (3, 21), (10, 21)), ((9, 12), (22, 12)), ((17, 7), (22, 12), (17, 17))),
        "back": (((14, 5), (7, 12), (14, 19)),),
        "talks": (((4, 4), (20, 4), (20, 15), (11, 15), (6, 20), (6, 15), (4, 15), (4, 4)),),
        "down": (((5, 9), (12, 16), (19, 9)),),
        "skip": (((4, 6), (10, 12), (4, 18)), ((13, 6), (19, 12), (13, 18))),
        "auto": (((7, 5), (18, 12), (7, 19), (7, 5)),),
        "keep": (((12, 3), (12, 14)), ((7, 9), (12, 14), (17, 9)), ((4, 15), (4, 20), (20, 20), (20, 15))),
        "delete": (((4, 6), (20, 6)), ((9, 6), (9, 3), (15, 3), (15, 6)), ((6, 6), (7, 21), (17, 21), (18, 6))),
        "info": (((12, 11), (12, 17)), ((12, 7), (12, 7.2))),
    }
    part = rect.w / 24
    turned = rtl and name in {"back", "exit", "skip", "auto"}
    for points in lines.get(name, ()):
        paint.stroke(draw, [(rect.x + (24 - x if turned else x) * part, rect.y + y * part) for x, y in points], colour, 2.3 * part)
    if name == "info":
        draw.drawCircle(rect.x + 12 * part, rect.y + 12 * part, 10 * part, paint.fill(colour, stroke=2 * part))
