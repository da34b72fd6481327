"""The terminal's side of a conversation: lines out, answers in."""

from __future__ import annotations

import sys
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.errors import SaveError

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.words import Words

_STEERING = {code: " " if chr(code).isspace() else None for code in (*range(32), *range(127, 160))}


@dataclass(slots=True)
class Console:
    """Lines out, answers in; wrapped to the terminal's width, with no colour and no cursor movement."""

    words: Words
    width: int
    # Why the place could not be kept, the last time that was tried; empty where it was kept.
    unsaved: str = ""

    def say(self, text: str = "", indent: str = "") -> None:
        """Prints a paragraph, without any code in it that would steer the terminal."""
        wrapped = textwrap.fill(text.translate(_STEERING), self.width, initial_indent=indent, subsequent_indent=" " * len(indent))
        sys.stdout.write(wrapped + "\n")

    def ask(self, question: str) -> str:
        """Returns an answer, without spaces around it. Raises EOFError where there are no more."""
        sys.stdout.write(question + " ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            sys.stdout.write("\n")
            raise EOFError
        return line.strip()

    def keep(self, save: Callable[[], object]) -> bool:
        """Saves, and tells whether that worked; why it does not is said when it begins, not after every choice."""
        try:
            save()
        except SaveError as fault:
            before, self.unsaved = self.unsaved, fault.say(self.words.t)
            if self.unsaved != before:
                self.say(self.unsaved)
            return False
        self.unsaved = ""
        return True

    def farewell(self) -> str:
        """Returns what to say at the end: whether the place is kept."""
        return self.words.t("Your place could not be kept.") if self.unsaved else self.words.t("Your place is kept.")
