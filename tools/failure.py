"""The one error of the tools: a sentence for whoever typed the command."""

from __future__ import annotations


class FailureError(Exception):
    """A step cannot be done; the sentence says why and what to do, `tail` holds the last lines a program printed."""

    def __init__(self, sentence: str, tail: str = "") -> None:
        """Keeps the sentence and the program's last lines."""
        super().__init__(sentence)
        self.tail = tail

    def __str__(self) -> str:
        """Returns the program's last lines, then the sentence."""
        sentence = str(self.args[0])
        return f"{self.tail}\n{sentence}" if self.tail else sentence
