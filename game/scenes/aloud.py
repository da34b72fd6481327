"""What is read aloud, and when: what is new on the screen, where the focus went, what a value became."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.speech import Utterance
from game.ui.widgets import Role

if TYPE_CHECKING:
    from game.ui.access import Heard
    from game.ui.speech import Voice
    from game.ui.widgets import Widget

_STATIC = frozenset({Role.TEXT, Role.HEADING, Role.IMAGE, Role.STATUS})


class Aloud:
    """Compares what can be heard with what was heard before, and says the difference."""

    def __init__(self, voice: Voice) -> None:
        """Takes a voice; nothing was heard yet."""
        self.voice = voice
        self._screen: object = None
        self._said: set[tuple[str, str]] = set()
        self._focus = ""
        self._value = ""
        self._status = ""

    def hear(self, screen: object, heard: Heard) -> None:
        """Takes what can be heard now."""
        anew = screen is not self._screen
        if anew:
            self.voice.hush()
            self._screen, self._said, self._focus, self._value = screen, set(), "", ""
            self._say(heard.name, heard.language)
        for widget in heard.widgets:
            if widget.role in _STATIC and (anew or widget.news) and (widget.key, widget.name) not in self._said:
                self._say(_words(widget), widget.lang or heard.language)
            self._said.add((widget.key, widget.name))
        self._follow(heard, anew=anew)
        if heard.status != self._status:
            self._status = heard.status
            self._say(heard.status, heard.language)

    def _follow(self, heard: Heard, *, anew: bool) -> None:
        """Says where the focus went, or what the value there became."""
        widget = next((one for one in heard.widgets if one.key == heard.focus and one.focusable), None)
        if widget is None:
            return
        if widget.key != self._focus:
            if not anew and self._focus:
                self.voice.hush()
            self._say(widget.spoken(), widget.lang or heard.language)
        elif widget.value != self._value and widget.role is not Role.ENTRY:
            self.voice.hush()
            self._say(widget.value, heard.language)
        self._focus, self._value = widget.key, widget.value

    def forget(self) -> None:
        """Says everything again, next time: it was just turned on."""
        self._screen = None

    def _say(self, text: str, language: str) -> None:
        if text.strip():
            self.voice.say(Utterance(text, language))


def _words(widget: Widget) -> str:
    """Returns what is said of something that is no control; a step has its number before it."""
    return ", ".join(part for part in (widget.value, widget.name) if part)
