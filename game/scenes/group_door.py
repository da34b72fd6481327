"""Come in with your phone: the code, the short address and the picture of squares together, and who is here by number alone.

Why so long: a window wide enough has the picture in its door, any other below the words.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from game.scenes import opening
from game.scenes.night import LEAF
from game.scenes.party import Party
from game.scenes.projector import Projector
from game.scenes.shell import Route
from game.ui import paint, theme
from game.ui.geometry import Rect
from game.ui.text import Style, isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    import skia

    from game.scenes.shell import Shell
    from game.ui.text import Block

# The door stands beside the words where the sheet is so wide in points, and takes so much of its width; the margin that readers
# need, in squares; how much taller than wide a door has to be to hold the picture.
_BESIDE, _PART, QUIET, _GAP, _TALL = 760, 0.38, 4, 32, 1.24
_SMALL_CODE = Style(64, "display", 400, tracking=4)
# Seconds in which somebody should have come in, before a hint tells what may hold phones back.
PATIENCE = 40.0
# More people than these are told by their number alone.
_LAMPS = 40
_THREE = 3


class GroupDoor(Projector):
    """Starts everything on this machine, and shows the way in."""

    def __init__(self, shell: Shell) -> None:
        """Begins a session with the chosen story, or shows the one that is on."""
        super().__init__(shell)
        book = shell.chosen.book if shell.chosen else None
        if shell.party is None and book is not None:
            shell.party = Party(shell.paths.data, book, shell.wake)
            shell.party.host.start()
            shell.verbs.scale()
        self._aside = False
        self._opening: Rect | None = None
        self._met = False
        self._waits_since: float | None = None
        self._hinted = False
        self._squares: tuple[str, tuple[tuple[bool, ...], ...]] = ("", ())

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
            ("small", self._more() if self.squeezed and not self._warns else ""),
        ]

    def _here(self) -> str:
        room = self.party.host.room if self.party else None
        if room is not None and not room.here:
            return self.shell.t("Nobody is here yet")
        return self.shell.tn("{count} is here", "{count} are here", room.here if room else 0)

    @property
    def _open(self) -> bool:
        """Tells whether phones are led in now."""
        party = self.party
        return party is not None and bool(party.link) and not party.remote and party.host.trouble is None

    def on_floor(self) -> list[tuple[str, str]]:
        """Returns how many are here, and what phones tell of them or what may hold them back; in little room the more urgent of both."""
        if not self._open:
            return []
        here, more = ("here", self._here()), ("small", self._more())
        if self.squeezed:
            return [more if self._warns else here]
        return [here, more]

    @property
    def _warns(self) -> bool:
        return self._hinted and not self._count

    def _more(self) -> str:
        t = self.shell.t
        if self._warns:
            return t("A firewall may hold phones back: allow Threshold on this network, try another address, or open a hotspot.")
        return t("No name, no account. Nobody sees who chose what.")

    @property
    def _count(self) -> int:
        room = self.party.host.room if self.party else None
        return room.here if room else 0

    def pinned(self, room: Rect, bottom: float) -> list[Widget]:
        """Returns the words on the floor; the number of those who are here is said as it changes."""
        found = super().pinned(room, bottom)
        for widget in found:
            widget.news = True
        return found

    def heading_room(self, inner: float) -> float:
        """Returns the width that the door leaves."""
        self._aside = bool(self.party and self.party.link) and inner >= _BESIDE * self.shell.space.density
        return self._words_room(inner) if self._aside else super().heading_room(inner)

    def floor_room(self, inner: float) -> float:
        """Returns the width that the door's beam leaves."""
        return self._words_room(inner) if self._aside else inner

    def _words_room(self, inner: float) -> float:
        return inner * (1 - _PART) - self.shell.space.px(_GAP)

    def column(self, width: float) -> list[Widget]:
        """Returns the words, beside the door or above the picture of squares."""
        if self.low:
            self._aside = False
        if self._aside:
            # The words keep to their part of the sheet.
            self.view = self.view._replace(w=self._words_room(width))
        words = super().column(self.view.w)
        if self._aside or not (self.party and self.party.link):
            return words
        size = min(width, self.shell.space.height * 0.7)
        return [*words, Widget("squares", Role.IMAGE, self._alt(), Rect(0, 0, size, size))]

    def _alt(self) -> str:
        t, party = self.shell.t, self.party
        if party is None or party.remote:
            return t("A picture of squares for the phone that leads.")
        return t("A picture of squares that leads phones to {address}, code {code}.").format(
            address=isolated(party.address), code=isolated(_spaced(party.code))
        )

    def lay_out(self) -> list[Widget]:
        """Places the sheet, and the door with its picture beside the words where there is room."""
        self._opening = None
        widgets = super().lay_out()
        if not self._aside:
            return widgets
        space = self.shell.space
        right = self.panel.right - (self.view.x - self.panel.x)
        top = self.quick_exit().rect.bottom + space.px(theme.SPACE[1])
        wide = min((right - self.view.x) * _PART / (1 + LEAF), (self.ledge - top) / _TALL)
        tall = min(self.ledge - top, wide * 1.36)
        self._opening = Rect(right - wide, self.ledge - tall, wide, tall)
        # Below the round of the arch, so that the margin round the picture is light all over.
        side = wide * 0.96
        squares = Rect(self._opening.x + wide * 0.02, self._opening.y + wide * 0.24, side, side)
        return [*widgets, Widget("squares", Role.IMAGE, self._alt(), space.place(squares))]

    def door(self) -> Rect | None:
        """Returns the opening that holds the picture."""
        return self._opening

    def due(self, now: float) -> float | None:
        """Returns when somebody should have come in."""
        del now
        since = self._waits_since
        return None if since is None or self._hinted else max(0.0, since + PATIENCE - time.monotonic()) + 0.001

    def _watch(self) -> None:
        """Takes note since when nobody has come in."""
        if not self._open or self._count:
            self._waits_since, self._hinted = None, False
        elif self._waits_since is None:
            self._waits_since = time.monotonic()
        elif not self._hinted and time.monotonic() >= self._waits_since + PATIENCE:
            self._hinted = True

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
        return self.capped([*found, self.keys_button()])

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
        self._watch()
        super().refresh()
        if not self._met and any(widget.key == "begin" for widget in self.widgets):
            self._met, self.focus.key = True, "begin"

    def arrived(self) -> None:
        """Shows who came."""
        self.refresh()

    def closed(self) -> None:
        """Lets the room go where nobody has begun to read."""
        super().closed()
        shell = self.shell
        if shell.party is not None and shell.session is None:
            shell.party.end()
            shell.party = None
            shell.verbs.scale()

    # Drawing ----------------------------------------------------------------------------------------------------------

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the sheet, the squares in its door, and a small door for everybody who is here."""
        if self._waits_since is not None and not self._hinted and time.monotonic() >= self._waits_since + PATIENCE:
            self.refresh()
        super().paint(draw, now)
        for widget in self.widgets:
            if widget.key == "squares" and not widget.scrolls:
                self._paint_squares(draw, widget.rect, own=False)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws the squares as squares, small doors behind the number, and the rest as prose."""
        if widget.key == "squares":
            self._paint_squares(draw, widget.rect, own=True)
            return
        super().paint_item(draw, widget)
        if widget.icon == "here":
            self._paint_lamps(draw, widget)

    def _block(self, kind: str, words: str, width: float) -> Block:
        if kind == "code" and self.squeezed:
            return self.shell.type.snug(words, _SMALL_CODE.tinted(self.shell.look.label), width)
        return super()._block(kind, words, width)

    def _paint_lamps(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws one small door for each who is here, all alike: which of them came when, or is quiet, cannot be seen."""
        space, count = self.shell.space, self._count
        words = self._block("here", widget.name, widget.rect.w)
        wide, tall = space.em(11), space.em(17)
        left = words.natural + space.em(22)
        step = min(wide * 1.6, (self.view.w - left) / max(1, count))
        if not 0 < count <= _LAMPS or step < wide * 1.15:
            return
        top = widget.rect.y + (widget.rect.h - tall) / 2
        for number in range(count):
            paint.door(draw, space.place(Rect(self.view.x + left + number * step, top, wide, tall)), self.shell.look)

    def _paint_squares(self, draw: skia.Canvas, rect: Rect, *, own: bool) -> None:
        """Draws the squares: dark on the light of the door or on a bright ground of their `own`, with the margin that readers need."""
        link = self.party.link if self.party else ""
        if not link:
            return
        if self._squares[0] != link:
            import segno  # noqa: PLC0415  few ever play with a group

            self._squares = (link, tuple(tuple(bool(cell) for cell in row) for row in segno.make(link, error="m").matrix))
        matrix = self._squares[1]
        if own:
            # A row of the column is as wide as the column, whatever stands in it.
            side = min(rect.w, rect.h)
            rect = Rect(rect.centre[0] - side / 2, rect.y, side, side)
            draw.drawRRect(paint.rounded(rect, self.shell.space.px(theme.RADIUS_CHOICE)), paint.fill(theme.PAPER))
        cell = rect.w / (len(matrix) + 2 * QUIET)
        dark = paint.fill(theme.NIGHT)
        dark.setAntiAlias(False)
        for y, row in enumerate(matrix):
            for x, on in enumerate(row):
                if on:
                    left, top = round(rect.x + (x + QUIET) * cell), round(rect.y + (y + QUIET) * cell)
                    right, bottom = round(rect.x + (x + QUIET + 1) * cell), round(rect.y + (y + QUIET + 1) * cell)
                    draw.drawRect(paint.area(Rect(left, top, right - left, bottom - top)), dark)


def _spaced(code: str) -> str:
    return f"{code[:_THREE]} {code[_THREE:]}"
