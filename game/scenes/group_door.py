"""Come in with your phone: the code, the short address and the picture of squares together, and who is here by number alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes import opening
from game.scenes.party import Party
from game.scenes.prose import ProseSheet
from game.scenes.shell import Route
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Block, Style, isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell

_CODE = Style(58, "display", 400, tracking=4)
_HERE = Style(theme.PROSE, "display", 500)
# The picture of squares stands beside the words where it has so much of the window's width, and takes so much of it.
_BESIDE, _PART, _QUIET, _GAP = 760, 0.36, 4, 48
_THREE = 3


class GroupDoor(ProseSheet):
    """Starts everything on this machine, and shows the way in."""

    width_units = 1900.0

    def __init__(self, shell: Shell) -> None:
        """Begins a session with the chosen story, or shows the one that is on."""
        super().__init__(shell)
        book = shell.chosen.book if shell.chosen else None
        if shell.party is None and book is not None:
            shell.party = Party(shell.paths.data, book, shell.wake)
            shell.party.host.start()
            shell.verbs.scale()
        self._aside = 0.0
        self._met = False
        self._squares: tuple[str, tuple[tuple[bool, ...], ...]] = ("", ())

    @property
    def party(self) -> Party | None:
        """Returns the session."""
        return self.shell.party

    def title(self) -> str:
        """Returns the heading."""
        t = self.shell.t
        return t("Lead with your own phone") if self.party and self.party.remote else t("Come in with your phone")

    def prose(self) -> list[tuple[str, str]]:
        """Returns the steps, or what is waited for."""
        t, party = self.shell.t, self.party
        if party is None:
            return [("text", t("Choose a story first."))]
        if party.host.trouble is not None:
            return [("text", party.host.trouble.say(t))]
        if not party.code:
            return [("lead", t("One moment."))]
        if not party.address:
            return [("text", t("This device is in no network. Open its hotspot, or join a Wi-Fi; this page goes on by itself."))]
        if party.remote:
            return [("text", t("Scan this with the one phone that leads. Never show it to the group: whoever has it leads the room."))]
        return [
            *([] if party.elsewhere else [("step", t("Join the same Wi-Fi as this screen."))]),
            ("step", t("Scan the door. Or open {address} and type this code:").format(address=isolated(f"{party.address}/g"))),
            ("code", _spaced(party.code)),
            ("here", self._here()),
            ("small", t("No name, no account. Nobody sees who chose what.")),
        ]

    def _here(self) -> str:
        room = self.party.host.room if self.party else None
        return self.shell.tn("{count} is here", "{count} are here", room.here if room else 0)

    def column(self, width: float) -> list[Widget]:
        """Returns the words, beside or above the picture of squares."""
        side = self._side(width)
        if side:
            # The words keep to their part of the sheet.
            self.view = self.view._replace(w=width - side - self.shell.space.px(_GAP))
        words = super().column(self.view.w)
        for widget in words:
            widget.news = widget.icon == "here"
        picture = self._picture(width) if not side else None
        self._aside = side
        return [*words, *([picture] if picture else [])]

    def _side(self, width: float) -> float:
        """Returns how wide the picture is where it stands beside the words; 0 where it stands below."""
        size = min(width * _PART, self.view.h)
        return size if width >= _BESIDE * self.shell.space.density and self.party and self.party.link else 0.0

    def _picture(self, width: float) -> Widget | None:
        if self.party is None or not self.party.link:
            return None
        picture = Widget("squares", Role.IMAGE, self._alt())
        size = min(width, self.shell.space.height * 0.7)
        picture.rect = Rect(0, 0, size, size)
        return picture

    def _alt(self) -> str:
        t, party = self.shell.t, self.party
        if party is None or party.remote:
            return t("A picture of squares for the phone that leads.")
        return t("A picture of squares that leads phones to {address}, code {code}.").format(
            address=isolated(party.address), code=isolated(_spaced(party.code))
        )

    def lay_out(self) -> list[Widget]:
        """Places the sheet, and the picture beside the words where there is room."""
        self._aside = 0.0
        widgets = super().lay_out()
        if side := self._aside:
            x = self.view.right + self.shell.space.px(_GAP)
            top = self.view.y + (self.view.h - side) / 2
            widgets.append(Widget("squares", Role.IMAGE, self._alt(), self.shell.space.place(Rect(x, top, side, side))))
        return widgets

    def _stack(self, widgets: list[Widget]) -> None:
        """Places the words; the sheet is never lower than the picture beside them."""
        super()._stack(widgets)
        self.content = max(self.content, self._aside)

    def beside_back(self) -> list[Widget]:
        """Returns the ways on."""
        t, party = self.shell.t, self.party
        if party is None or not party.code:
            return []
        found = [Widget("begin", Role.BUTTON, t("Begin reading"), shape=Shape.MAIN, act=self.begin)]
        if party.address:
            name = t("Show the way in") if party.remote else t("Lead by phone")
            found.append(Widget("remote", Role.BUTTON, name, shape=Shape.PILL, act=self._turn))
        if len(party.addresses) > 1 and not party.remote:
            found.append(Widget("address", Role.BUTTON, t("Another address"), shape=Shape.PILL, act=self._next))
        return found

    def first(self) -> str:
        """Starts on reading, where the room is there."""
        return "begin" if self.party and self.party.code else "back"

    def _turn(self) -> None:
        if self.party is not None:
            self.party.remote = not self.party.remote
            self.refresh()

    def _next(self) -> None:
        if self.party is not None:
            self.party.at += 1
            self.refresh()

    def begin(self) -> None:
        """Reads on where this session's story is open, or begins it."""
        shell, party = self.shell, self.party
        if party is None:
            return
        party.remote = False
        if shell.session is None or shell.session.book.manifest.id != party.book.manifest.id:
            shell.session = opening.begun(shell)
        if shell.session is None:
            shell.verbs.home()
        else:
            shell.verbs.only(Route.READING)

    def refresh(self) -> None:
        """Lays out anew; the focus goes on to reading as soon as that can be pressed."""
        super().refresh()
        if not self._met and any(widget.key == "begin" for widget in self.widgets):
            self._met, self.focus.key = True, "begin"

    def arrived(self) -> None:
        """Shows who came."""
        self.refresh()

    def closed(self) -> None:
        """Lets the room go where nobody has begun to read."""
        shell = self.shell
        if shell.party is not None and shell.session is None:
            shell.party.end()
            shell.party = None
            shell.verbs.scale()

    # Drawing ----------------------------------------------------------------------------------------------------------

    def _height(self, kind: str, words: str, width: float) -> float:
        if kind in {"code", "here"}:
            return self._large(kind, words, width).height
        return super()._height(kind, words, width)

    def _large(self, kind: str, words: str, width: float) -> Block:
        look = self.shell.look
        style = _CODE.tinted(look.label) if kind == "code" else _HERE.tinted(look.text)
        return self.shell.type.snug(words, style, width)

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the sheet, and the squares beside its words."""
        super().paint(draw, now)
        for widget in self.widgets:
            if widget.key == "squares" and not widget.scrolls:
                self._paint_squares(draw, widget.rect)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the code and the count large, the squares as squares, and the rest as prose."""
        if widget.key == "squares":
            self._paint_squares(draw, widget.rect)
        elif widget.icon in {"code", "here"}:
            block = self._large(widget.icon, widget.name, widget.rect.w)
            x = widget.rect.right - block.width if self.shell.space.rtl else widget.rect.x
            block.paint(draw, x, widget.rect.y)
        else:
            super().paint_item(draw, widget)

    def _paint_squares(self, draw: skia.Canvas, rect: Rect) -> None:
        """Draws the squares as the light in a door: dark on bright, with the quiet margin that readers need."""
        link = self.party.link if self.party else ""
        if not link:
            return
        if self._squares[0] != link:
            import segno  # noqa: PLC0415  few ever play with a group

            self._squares = (link, tuple(tuple(bool(cell) for cell in row) for row in segno.make(link, error="m").matrix))
        matrix = self._squares[1]
        draw.drawRRect(paint.rounded(rect, self.shell.space.px(theme.RADIUS_CHOICE)), paint.fill(theme.PAPER))
        cell = rect.w / (len(matrix) + 2 * _QUIET)
        dark = paint.fill(theme.NIGHT)
        dark.setAntiAlias(False)
        for y, row in enumerate(matrix):
            for x, on in enumerate(row):
                if on:
                    left, top = round(rect.x + (x + _QUIET) * cell), round(rect.y + (y + _QUIET) * cell)
                    right, bottom = round(rect.x + (x + _QUIET + 1) * cell), round(rect.y + (y + _QUIET + 1) * cell)
                    draw.drawRect(paint.area(Rect(left, top, right - left, bottom - top)), dark)


def _spaced(code: str) -> str:
    return f"{code[:_THREE]} {code[_THREE:]}"
