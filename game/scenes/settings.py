"""Settings: each takes effect at once and is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.scenes.sheet import Sheet
from game.scenes.shell import Route
from game.ui.widgets import Role, Shape, Widget
from game.words import own_name

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 225, 250)
_SPEEDS = (0, 30, 20, 12, 8, 5)


class SettingsScreen(Sheet):
    """A row a setting: left and right change it, so does a press on either half."""

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Settings")

    def column(self, width: float) -> list[Widget]:
        """Returns the rows."""
        del width
        t, settings = self.shell.t, self.shell.settings
        fonts = {"literata": "Literata", "atkinson": "Atkinson Hyperlegible", "opendyslexic": "OpenDyslexic"}
        themes = {"dusk": t("Dusk"), "contrast_dark": t("High contrast, dark"), "contrast_light": t("High contrast, light")}
        speeds = {0: t("At once"), **{speed: t("{count} words a second").format(count=speed) for speed in _SPEEDS if speed}}
        return [
            self._row("text_size", t("Text size"), f"{settings.text_size} %", _TEXT_SIZES),
            self._row("font", t("Font for reading"), fonts[settings.font], tuple(fonts)),
            self._row("text_speed", t("Text appears"), speeds.get(settings.text_speed, str(settings.text_speed)), _SPEEDS),
            self._row("theme", t("Colours"), themes[settings.theme], tuple(themes)),
            self._switch("reduce_motion", t("Less motion")),
            self._volume("music", t("Music")),
            self._volume("ambience", t("Ambience")),
            self._volume("sound", t("Sounds")),
            self._switch("captions", t("Captions for sounds")),
            self._switch("mute_unfocused", t("Silence while another window is in front")),
            self._switch("fullscreen", t("Full screen")),
            Widget(
                "language",
                Role.BUTTON,
                t("Language"),
                shape=Shape.ROW,
                value=own_name(self.shell.words.language),
                act=lambda: self.shell.verbs.go(Route.LANGUAGE),
            ),
        ]

    def _row(self, field: str, name: str, value: str, steps: Sequence[Any]) -> Widget:
        def step(way: int) -> None:
            now = getattr(self.shell.settings, field)
            place = min(range(len(steps)), key=lambda at: 0 if steps[at] == now else 1 + _distance(steps[at], now))
            self._set(field, steps[max(0, min(len(steps) - 1, place + way))])

        return Widget(field, Role.PICKER, name, shape=Shape.ROW, value=value, step=step)

    def _volume(self, field: str, name: str) -> Widget:
        level: int = getattr(self.shell.settings, field)

        def step(way: int) -> None:
            self._set(field, max(0, min(100, level + 10 * way)))

        return Widget(field, Role.SLIDER, name, shape=Shape.ROW, value=f"{level} %", step=step, fill=level / 100)

    def _switch(self, field: str, name: str) -> Widget:
        on: bool = getattr(self.shell.settings, field)

        def flip() -> None:
            self._set(field, not on)

        value = self.shell.t("On") if on else self.shell.t("Off")
        return Widget(field, Role.SWITCH, name, shape=Shape.ROW, value=value, act=flip, step=lambda _way: flip())

    def _set(self, field: str, value: object) -> None:
        setattr(self.shell.settings, field, value)
        self.shell.verbs.settle()


def _distance(step: object, now: object) -> float:
    return abs(step - now) if isinstance(step, int) and isinstance(now, int) else 0.0


class LanguageScreen(Sheet):
    """Every language there is, each by its own name."""

    width_units = 620.0

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Language")

    def first(self) -> str:
        """Starts on the language in use."""
        return self.shell.words.language

    def column(self, width: float) -> list[Widget]:
        """Returns a row a language."""
        del width
        here = self.shell.words.language
        rows = []
        for tag in self.shell.languages:
            mark = self.shell.t("In use") if tag == here else ""
            rows.append(Widget(tag, Role.BUTTON, own_name(tag), shape=Shape.ROW, value=mark, act=self._chooser(tag)))
        return rows

    def _chooser(self, tag: str) -> Any:  # noqa: ANN401 - a plain callable
        def choose() -> None:
            self.shell.settings.language, self.shell.given_language = tag, ""
            self.shell.verbs.settle()
            self.shell.verbs.back()

        return choose
