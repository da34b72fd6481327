"""What is being written: text, caret, selection, and the way back. Knows no window."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"\w+|[^\w\s]+")
_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Me", "Mc"})
_UNDO = 200


@dataclass(frozen=True, slots=True)
class State:
    """A text with a caret; the selection lies between caret and anchor."""

    text: str = ""
    caret: int = 0
    anchor: int = 0


def _joined(text: str, place: int) -> bool:
    """Tells whether the sign at a place belongs to the one before it: accents, joined emoji, tones of skin, flags."""
    sign, before = text[place], text[place - 1]
    if unicodedata.category(sign) in _MARKS or _JOINER in {sign, before} or 0x1F3FB <= ord(sign) <= 0x1F3FF:
        return True
    if _flag(sign) and _flag(before):
        run = place
        while run > 0 and _flag(text[run - 1]):
            run -= 1
        return (place - run) % 2 == 1
    return False


def _flag(sign: str) -> bool:
    """Tells whether a sign is half of a flag."""
    return 0x1F1E6 <= ord(sign) <= 0x1F1FF


def step(text: str, place: int, by: int) -> int:
    """Returns the place one sign further, as people count signs."""
    place = max(0, min(len(text), place + by))
    while 0 < place < len(text) and _joined(text, place):
        place += by
    return place


def word(text: str, place: int, by: int) -> int:
    """Returns the place one word further: before a word going back, behind it going on."""
    spans = [match.span() for match in _WORD.finditer(text)]
    if by < 0:
        return max((start for start, _ in spans if start < place), default=0)
    return min((end for _, end in spans if end > place), default=len(text))


class Draft:
    """A text that is being written, at most `most` letters long; kept in memory alone."""

    def __init__(self, text: str = "", *, most: int = 8000, lines: bool = True) -> None:
        """Starts behind the text; without `lines` it stays on one."""
        self.most = most
        self.lines = lines
        self._state = State(text, len(text), len(text))
        self._past: list[State] = []
        self._future: list[State] = []
        self._typing = False

    @property
    def text(self) -> str:
        """Returns the text."""
        return self._state.text

    @property
    def caret(self) -> int:
        """Returns the caret's place."""
        return self._state.caret

    @property
    def selection(self) -> tuple[int, int]:
        """Returns where the selection begins and ends; the same place twice where nothing is selected."""
        return min(self._state.caret, self._state.anchor), max(self._state.caret, self._state.anchor)

    @property
    def selected(self) -> str:
        """Returns the selected text."""
        begin, end = self.selection
        return self.text[begin:end]

    @property
    def full(self) -> bool:
        """Tells whether nothing more fits."""
        return len(self.text) >= self.most

    def move(self, place: int, *, extend: bool = False) -> None:
        """Puts the caret somewhere; with `extend` the selection reaches there."""
        place = max(0, min(len(self.text), place))
        self._state = State(self.text, place, self._state.anchor if extend else place)
        self._typing = False

    def step(self, by: int, *, extend: bool = False, words: bool = False) -> None:
        """Moves by a sign or a word; without `extend` a selection falls together at its end in that direction."""
        begin, end = self.selection
        if begin != end and not extend:
            self.move(begin if by < 0 else end)
        else:
            self.move(word(self.text, self.caret, by) if words else step(self.text, self.caret, by), extend=extend)

    def select_all(self) -> None:
        """Selects everything."""
        self._state = State(self.text, len(self.text), 0)

    def select_word(self, place: int) -> None:
        """Selects the word at a place."""
        for match in _WORD.finditer(self.text):
            if match.start() <= place <= match.end():
                self._state = State(self.text, match.end(), match.start())
                return
        self.move(place)

    def insert(self, text: str) -> None:
        """Puts text in place of the selection, as much of it as fits; letters typed one after the other are undone together."""
        if not self.lines:
            text = " ".join(text.split("\n"))
        text = "".join(
            sign for sign in text.replace("\r\n", "\n").replace("\r", "\n") if sign in "\n\t" or unicodedata.category(sign) != "Cc"
        )
        begin, end = self.selection
        text = text[: self.most - len(self.text) + (end - begin)]
        one = len(text) == 1 and not text.isspace()
        self._note(together=one and self._typing)
        place = begin + len(text)
        self._state = State(self.text[:begin] + text + self.text[end:], place, place)
        self._typing = one

    def erase(self, by: int, *, words: bool = False) -> None:
        """Deletes the selection, or a sign or word beside the caret."""
        begin, end = self.selection
        if begin == end:
            other = word(self.text, begin, by) if words else step(self.text, begin, by)
            begin, end = min(begin, other), max(begin, other)
        if begin == end:
            return
        self._note(together=False)
        self._state = State(self.text[:begin] + self.text[end:], begin, begin)
        self._typing = False

    def _note(self, *, together: bool) -> None:
        if not together:
            self._past = [*self._past, self._state][-_UNDO:]
        self._future = []

    def undo(self) -> None:
        """Goes back a change."""
        if self._past:
            self._future.append(self._state)
            self._state = self._past.pop()
            self._typing = False

    def redo(self) -> None:
        """Goes forward a change that was taken back."""
        if self._future:
            self._past.append(self._state)
            self._state = self._future.pop()
            self._typing = False

    def clear(self) -> None:
        """Forgets everything, also the way back."""
        self._state = State()
        self._past, self._future, self._typing = [], [], False
