"""What a whole room looks at: a sheet as large as the window, on the night with its door, with letters that are read from afar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.scenes.night import night
from game.scenes.prose import ProseSheet
from game.scenes.shell import Route
from game.ui import theme
from game.ui.geometry import Rect
from game.ui.keys import name_of
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import pygame
    import skia

    from game.scenes.party import Party
    from game.scenes.shell import Shell
    from game.ui.text import Block

# The letters that lead a session, and the controls that each of them presses.
LETTERS: Final = {
    "n": ("step", "begin"),
    "v": ("again",),
    "p": ("pause",),
    "r": ("more",),
    "l": ("remote",),
    "a": ("address",),
    "k": ("keys",),
}
# The way to the card has its letter in its name, which stays where caps have no room.
_CAPS: Final = {key: letter.upper() for letter, keys in LETTERS.items() for key in keys if key != "keys"}
# Points of width and height from which the title stands beside the quick exit.
_WIDE, _TALL = 900, 560
_KINDS: Final = {
    "code": Style(88, "display", 400, tracking=4),
    "here": Style(theme.PROSE + 6, "display", 500),
    "tally": Style(theme.PROSE + 4, "display", 500),
    "small": Style(theme.LABEL + 4, "ui", 400, leading=1.3, airy=True),
    "talk": Style(theme.PROSE + 4, "display", 500),
}


class Projector(ProseSheet):
    """A sheet without a panel; below its column lies the ledge, and on the floor what is pinned and what can be pressed."""

    width_units = 9000.0

    def __init__(self, shell: Shell) -> None:
        """Has nothing drawn yet."""
        super().__init__(shell)
        self._night: tuple[object, skia.Image] | None = None
        self.ledge = 0.0
        # Whether the title stands beside the quick exit instead of below it.
        self._high = True
        # Whether the column has room only where the floor says less.
        self.squeezed = False
        # The key of the quick exit stands on the card: the question needs the room.
        self.tight = 1

    @property
    def party(self) -> Party | None:
        """Returns the session."""
        return self.shell.party

    def on_floor(self) -> list[tuple[str, str]]:
        """Returns what stands below the ledge, as kinds and words."""
        return []

    def door(self) -> Rect | None:
        """Returns the door's opening as read from the left, where there is room for one."""
        return None

    def lay_out(self) -> list[Widget]:
        """Places everything; the ledge lies above what is on the floor."""
        space = self.shell.space
        self.squeezed = False
        self._high = space.width >= _WIDE * space.density and space.height >= _TALL * space.density
        widgets = super().lay_out()
        if self.content > self.view.h:
            self.squeezed = True
            widgets = super().lay_out()
        if self._high and (self.low or not self.headed):
            # Without its title the column would begin under the quick exit.
            self._high = False
            widgets = super().lay_out()
        floor = [widget.rect.y for widget in widgets if not widget.scrolls]
        self.ledge = min(floor) - space.px(theme.SPACE[0]) if floor and not self.low else space.height - space.px(theme.SPACE[3])
        return widgets

    def frame(self, panel: Rect) -> Rect:
        """Returns the window but for its margins; the title stands beside the quick exit where the window is large enough."""
        top = 0.0 if self._high else panel.y
        return panel._replace(y=top, h=self.shell.space.height - self.shell.space.px(theme.SPACE[0]) - top)

    def title_width(self) -> float:
        """Returns the width that was left to the title, however wide the words are."""
        return self.title_room

    def heading_room(self, inner: float) -> float:
        """Returns the width that the quick exit leaves the title."""
        if not self._high:
            return inner
        space = self.shell.space
        return max(space.em(200), inner - self.quick_exit().rect.w - space.px(theme.SPACE[2]))

    def floor_room(self, inner: float) -> float:
        """Returns how wide the words on the floor may be."""
        return inner

    def _fit(self, widgets: list[Widget], foot: list[Widget]) -> float:
        """Leaves everything where it is: the window is the sheet."""
        del widgets, foot
        return 0.0

    def pinned(self, room: Rect, bottom: float) -> list[Widget]:
        """Returns the words on the floor, the last one lowest."""
        found: list[Widget] = []
        wide = self.floor_room(room.w)
        for number, (kind, words) in reversed(list(enumerate(part for part in self.on_floor() if part[1]))):
            height = self._height(kind, words, wide)
            bottom -= height
            widget = Widget(f"floor-{number}", Role.TEXT, words, self.shell.space.place(Rect(room.x, bottom, wide, height)), icon=kind)
            found.insert(0, widget)
        return found

    def back_button(self) -> Widget:
        """Returns the way back; its key is known, and the others need the room."""
        widget = super().back_button()
        widget.cap = ""
        return widget

    def keys_button(self) -> Widget:
        """Returns the way to the card with all keys."""
        name = f"{self.shell.t('Keys')} (K)"
        return Widget("keys", Role.BUTTON, name, shape=Shape.PILL, act=lambda: self.shell.verbs.go(Route.GROUP_KEYS))

    def capped(self, widgets: list[Widget]) -> list[Widget]:
        """Returns controls with the letters that press them."""
        for widget in widgets:
            widget.cap = _CAPS.get(widget.key, widget.cap)
        return widgets

    def key(self, event: pygame.event.Event) -> bool:
        """Takes the letters that lead; the rest as every sheet does."""
        import pygame  # noqa: PLC0415  its modifiers alone

        plain = not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META) and not hasattr(event, "verbs")
        wanted = LETTERS.get(name_of(event), ()) if plain else ()
        found = next((widget for widget in self.widgets if widget.key in wanted), None)
        return self.press(found) if found is not None else super().key(event)

    # Drawing ----------------------------------------------------------------------------------------------------------

    def _block(self, kind: str, words: str, width: float) -> Block:
        style = _KINDS.get(kind)
        if style is None:
            return super()._block(kind, words, width)
        look = self.shell.look
        colour = look.label if kind == "code" else look.second if kind == "small" and not look.lights else look.text
        return self.shell.type.snug(words, style.tinted(colour), width)

    def ground(self, draw: skia.Canvas) -> None:
        """Draws the night, made once for each window."""
        shell, door = self.shell, self.door()
        mark = (shell.space, shell.look.name, round(self.ledge), door)
        if self._night is None or self._night[0] != mark:
            self._night = (mark, night(shell.space, shell.look, self.ledge, door))
        draw.drawImage(self._night[1], 0, 0)

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the sheet, then the words on its floor."""
        super().paint(draw, now)
        for widget in self.widgets:
            if widget.role is Role.TEXT and not widget.scrolls and widget.key.startswith("floor-"):
                self.paint_item(draw, widget)

    def closed(self) -> None:
        """Lets go of the night."""
        super().closed()
        self._night = None
