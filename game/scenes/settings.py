"""Settings: each takes effect at once and is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from game.scenes.sample import Sample
from game.scenes.sheet import Sheet
from game.scenes.shell import Route
from game.ui import theme
from game.ui.geometry import Rect
from game.ui.text import Style
from game.ui.widgets import Role, Shape, Widget
from game.words import base, own_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    import skia

    from game.scenes.shell import Shell

_TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 225, 250)
_RATES = (80, 110, 140, 175, 210, 250, 300, 350, 400, 450)
_SPEEDS = (0, 30, 20, 12, 8, 5)
_PACES = (60, 80, 100, 120, 150, 180, 220, 260, 320, 400, 500, 600)
_LINES = (100, 110, 120, 130, 140, 150, 175, 200)
_LETTERS = (0, 2, 4, 6, 8, 10, 12, 16, 20)
_WORDS = (0, 8, 16, 24, 32, 48, 60)
_DIMMEST = 80
_SCANS = (5, 8, 10, 12, 15, 20, 25, 30, 40)
# The rows that must be left to see below the sample, each so high.
_ROW, _ROWS = 72, 3.5
_HEADING = Style(theme.LABEL + 4, "display", 500, leading=1.4)


class SettingsScreen(Sheet):
    """A row a setting, in groups: left and right change it, so does a press on either half; a sample shows how text looks now."""

    def __init__(self, shell: Shell) -> None:
        """Has a sample of the text, above the rows where there is room for both."""
        super().__init__(shell)
        self.sample = Sample(shell)
        self._voices = 0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Settings")

    def first(self) -> str:
        """Starts on the size of the text."""
        return "text_size"

    def entered(self) -> None:
        """Shows the row that has the focus, also below a sample that takes all the room."""
        super().entered()
        self.reveal()

    def lay_out(self) -> list[Widget]:
        """Places the sample above the rows, where it stays while they scroll."""
        widgets = super().lay_out()
        return [self.sample.above(self.view), *widgets] if self.sample.pinned else widgets

    def column(self, width: float) -> list[Widget]:
        """Returns the rows, group by group."""
        t = self.shell.t
        self.view = self.sample.pin(self.view, self.shell.space.target(_ROW) * _ROWS)
        first = [] if self.sample.pinned else [self.sample.within(width)]
        groups = {
            "text": (t("Text"), [*first, *self._text()]),
            "look": (t("Look"), self._look()),
            "sound": (t("Sound"), self._sound()),
            "comfort": (t("Comfort"), self._comfort()),
            "hands": (t("Keys"), self._hands()),
            "device": (t("This device"), self._this_device()),
        }
        found = []
        for key, (name, rows) in groups.items():
            found += [self._heading(key, name, width), *rows]
        return found

    def _heading(self, key: str, name: str, width: float) -> Widget:
        """Returns the heading of a group, with more air above it than between rows."""
        space = self.shell.space
        above = 0.0 if key == "text" else space.em(18)
        return Widget(f"group-{key}", Role.HEADING, name, Rect(0, 0, width, self.shell.type.line(_HEADING) + above))

    def _text(self) -> list[Widget]:
        """Returns what is about letters."""
        t, settings = self.shell.t, self.shell.settings
        fonts = {"literata": "Literata", "atkinson": "Atkinson Hyperlegible", "opendyslexic": "OpenDyslexic"}
        speeds = {0: t("At once"), **{speed: t("{count} words a second").format(count=speed) for speed in _SPEEDS if speed}}
        columns = {"narrow": t("Narrow"), "standard": t("Standard"), "wide": t("Wide")}
        letters = self.shell.tn("about {count} letter a line", "about {count} letters a line", self.sample.letters())
        return [
            self._row("text_size", t("Text size"), f"{settings.text_size} %", _TEXT_SIZES),
            self._row("font", t("Font for reading"), fonts[settings.font], tuple(fonts)),
            self._row("line_height", t("Space between lines"), f"{settings.line_height} %", _LINES),
            self._row("letter_spacing", t("Space between letters"), self._more(settings.letter_spacing), _LETTERS),
            self._row("word_spacing", t("Space between words"), self._more(settings.word_spacing), _WORDS),
            self._row("column_width", t("Width of the text"), f"{columns[settings.column_width]}, {letters}", tuple(columns)),
            self._switch("justified", t("Straight edges on both sides")),
            self._row("text_speed", t("Text appears"), speeds.get(settings.text_speed, str(settings.text_speed)), _SPEEDS),
            self._row("auto_pace", t("Pace of reading on by itself"), t("{count} words a minute").format(count=settings.auto_pace), _PACES),
            self._switch("skip_new", t("Skip also what is new")),
            self._language(),
        ]

    def _look(self) -> list[Widget]:
        """Returns what is about colours, pictures and the window."""
        t, settings = self.shell.t, self.shell.settings
        themes = {
            "dusk": t("Dusk"),
            "night": t("Night"),
            "paper": t("Paper"),
            "sepia": t("Sepia"),
            "contrast_dark": t("High contrast, dark"),
            "contrast_light": t("High contrast, light"),
        }
        return [
            self._row("theme", t("Colours"), themes[settings.theme], tuple(themes)),
            self._level("dim_pictures", t("Dim the pictures"), _DIMMEST),
            self._switch("portraits", t("Pictures of who speaks")),
            self._switch("fullscreen", t("Full screen")),
        ]

    def _sound(self) -> list[Widget]:
        """Returns what is about sounds."""
        t, settings = self.shell.t, self.shell.settings
        return [
            self._level("music", t("Music")),
            self._level("ambience", t("Ambience")),
            self._level("sound", t("Sounds")),
            self._switch("captions", t("Captions for sounds")),
            self._switch("read_aloud", t("Read aloud")),
            self._voice(),
            self._level("voice_volume", t("Voice")),
            self._row("speech_rate", t("Pace of reading aloud"), t("{count} words a minute").format(count=settings.speech_rate), _RATES),
            self._switch("mute_unfocused", t("Silence while another window is in front")),
        ]

    def _voice(self) -> Widget:
        """Returns the choice of a voice that reads aloud, among those that speak the language of the game or of its stories."""
        shell, t = self.shell, self.shell.t
        self._voices = len(shell.narrators())
        wanted = {base(shell.words.language), base(shell.words.asked)}
        able = [narrator for narrator in shell.narrators() if narrator.language in wanted]
        names = {narrator.key: f"{narrator.name}, {own_name(narrator.language)}" for narrator in able}
        name = names.get(shell.settings.voice, t("Whichever speaks the language"))
        return self._row("voice", t("Who reads aloud"), name, ("", *names))

    def _comfort(self) -> list[Widget]:
        """Returns what is about calm."""
        t = self.shell.t
        return [
            self._switch("reduce_motion", t("Less motion")),
            self._switch("scene_motion", t("Pictures move a little")),
        ]

    def _language(self) -> Widget:
        name = own_name(self.shell.language())
        act = partial(self.shell.verbs.go, Route.LANGUAGE)
        return Widget("language", Role.BUTTON, self.shell.t("Language"), shape=Shape.ROW, value=name, act=act)

    def _hands(self) -> list[Widget]:
        """Returns what is about keys, and about having only one."""
        t, seconds = self.shell.t, self.shell.words.seconds(self.shell.settings.scan_pace / 10)
        return [
            self._keys(),
            self._switch("scan", t("One key: the ring walks by itself, any key or click presses")),
            self._row("scan_pace", t("The ring stays for"), seconds, _SCANS),
        ]

    def _keys(self) -> Widget:
        act = partial(self.shell.verbs.go, Route.KEYS)
        return Widget("keys", Role.BUTTON, self.shell.t("Change the keys"), shape=Shape.ROW, act=act)

    def _insight(self) -> Widget:
        t, act = self.shell.t, partial(self.shell.verbs.go, Route.INSIGHT)
        value = t("On") if self.shell.settings.insight else t("Off")
        return Widget("insight", Role.BUTTON, t("Help those who write the stories"), shape=Shape.ROW, value=value, act=act)

    def _device(self) -> Widget:
        act = partial(self.shell.verbs.go, Route.DEVICE)
        return Widget("device", Role.BUTTON, self.shell.t("What is on this device"), shape=Shape.ROW, act=act)

    def _this_device(self) -> list[Widget]:
        t = self.shell.t
        newest = Widget("newest", Role.BUTTON, t("Is there a newer version?"), shape=Shape.ROW, act=self.shell.verbs.ask_newest)
        return [self._switch("keep_map", t("Keep a map of what was read")), self._insight(), self._device(), newest]

    def _more(self, percent: int) -> str:
        return f"+{percent} %" if percent else self.shell.t("As it is")

    def _row(self, field: str, name: str, value: str, steps: Sequence[Any]) -> Widget:
        now = getattr(self.shell.settings, field)
        place = min(range(len(steps)), key=lambda at: 0 if steps[at] == now else 1 + _distance(steps[at], now))

        def step(way: int) -> None:
            self._set(field, steps[max(0, min(len(steps) - 1, place + way))])

        return Widget(field, Role.PICKER, name, shape=Shape.ROW, value=value, step=step, at=(place, len(steps) - 1))

    def _level(self, field: str, name: str, most: int = 100) -> Widget:
        level: int = getattr(self.shell.settings, field)

        def step(way: int) -> None:
            self._set(field, max(0, min(most, level + 10 * way)))

        return Widget(
            field, Role.SLIDER, name, shape=Shape.ROW, value=f"{level} %", step=step, fill=level / most, at=(level // 10, most // 10)
        )

    def _switch(self, field: str, name: str) -> Widget:
        on: bool = getattr(self.shell.settings, field)

        def flip() -> None:
            self._set(field, not on)

        value = self.shell.t("On") if on else self.shell.t("Off")
        return Widget(field, Role.SWITCH, name, shape=Shape.ROW, value=value, act=flip, step=lambda _way: flip(), on=on)

    def _set(self, field: str, value: object) -> None:
        """Takes a value up; the row that was changed stays where it was in the window, under the pointer."""
        before = self._height_of(field)
        setattr(self.shell.settings, field, value)
        self.shell.verbs.settle()
        after = self._height_of(field)
        if before is not None and after is not None and after != before:
            self.offset += after - before
            self.refresh()
            self.reveal()

    def reveal(self) -> None:
        """Brings the focused row into view, and the heading above the first of its group."""
        super().reveal()
        place = next((at for at, widget in enumerate(self.widgets) if widget.key == self.focus.key), 0)
        above = self.widgets[place - 1]
        if place and above.role is Role.HEADING and above.rect.y < self.view.y <= above.rect.y + self.view.h - self.widgets[place].rect.h:
            self.scroll(above.rect.y - self.view.y)

    def _height_of(self, key: str) -> float | None:
        return next((widget.rect.y for widget in self.widgets if widget.key == key), None)

    def paint(self, draw: skia.Canvas, now: float) -> None:
        """Draws the sheet, and the sample above its rows; voices may have become known meanwhile."""
        if self._voices != len(self.shell.narrators()):
            self.refresh()
        super().paint(draw, now)
        if self.sample.pinned:
            self.sample.paint(draw, self.widgets[0].rect)

    def paint_item(self, draw: skia.Canvas, widget: Widget) -> None:
        """Draws a heading, the sample, or a row."""
        if widget.role is Role.HEADING:
            block = self.shell.type.snug(widget.name, _HEADING.tinted(self.shell.look.label), widget.rect.w)
            x = widget.rect.right - block.width if self.shell.space.rtl else widget.rect.x
            block.paint(draw, x, widget.rect.bottom - block.height)
        elif widget.role is Role.TEXT:
            self.sample.paint(draw, widget.rect)
        else:
            super().paint_item(draw, widget)


def _distance(step: object, now: object) -> float:
    return abs(step - now) if isinstance(step, int) and isinstance(now, int) else 0.0
