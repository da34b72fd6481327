"""Reads one line of ink from its first word on: where its words stand, its tags, and what ends it."""

from __future__ import annotations

from studio import mixed

Span = tuple[int, int]

_ARROWS = ("->", "<-")


class Content:
    """One line of words with its tags and diverts; afterwards `at` is where it ends, and `block` a brace that goes on for several lines."""

    def __init__(self, text: str, at: int, *, choice: bool, inside: bool) -> None:
        """Begins at an offset; `inside` braces a closing one ends the line."""
        self._text = text
        self.at = at
        self.choice = choice
        self._inside = inside
        self._parts: list[Span] = []
        self._start: int | None = at
        self.tags: list[Span] = []
        self.block: int | None = None

    def read(self) -> None:
        """Reads to the end."""
        text = self._text
        while self.at < len(text) and text[self.at] != "\n":
            char = text[self.at]
            if char == "\\":
                self.at += 2
            elif char == "{":
                if self._opens():
                    break
            elif char == "}" and self._inside:
                break
            elif char == "#":
                self._tag()
            elif text.startswith(_ARROWS, self.at):
                self._divert()
                break
            else:
                self._turn(char)
                self.at += 1
        self.at = min(self.at, len(text))
        self._close(self.at)

    def spans(self) -> list[Span]:
        """Returns where the words stand: one part, or three where brackets stand among them; outer blanks are left out."""
        parts = self._parts if len(self._parts) in {1, 3} else self._parts[:1]
        first, last = parts[0], parts[-1]
        parts[0] = (first[0] + _leading(self._text[slice(*first)]), first[1])
        parts[-1] = (min(last[0], last[1]), last[1]) if len(parts) > 1 else parts[0]
        return [(min(start, end), end) for start, end in (*parts[:-1], self._trimmed(parts[-1]))]

    def _trimmed(self, span: Span) -> Span:
        """Returns a span without blanks at its end."""
        start, end = span
        return start, max(start, start + len(self._text[start:end].rstrip(" \t")))

    def _close(self, end: int, *, trimmed: bool = False) -> None:
        """Ends the part that is being read, if there is one."""
        if self._start is not None:
            span = (self._start, end)
            self._parts.append(self._trimmed(span) if trimmed else span)
            self._start = None

    def _opens(self) -> bool:
        """Goes over braces on one line; those over several are left to the finder."""
        close = mixed.brace_end(self._text, self.at)
        if close >= 0 and "\n" not in self._text[self.at : close]:
            self.at = close + 1
            return False
        self.block = self.at
        return True

    def _tag(self) -> None:
        """Reads a tag: to the end of the line, the next #, an arrow, or the bracket, bar or brace around it."""
        self._close(self.at, trimmed=True)
        text, start, depth = self._text, self.at + 1, 0
        self.at = start
        while self.at < len(text) and text[self.at] != "\n":
            char = text[self.at]
            if char == "\\":
                self.at += 2
                continue
            if depth == 0 and (char in "#|}" or (self.choice and char in "[]") or text.startswith(_ARROWS, self.at)):
                break
            depth += (char == "{") - (char == "}")
            self.at += 1
        self.tags.append((start, min(self.at, len(text))))

    def _divert(self) -> None:
        """Goes over a divert to the end of the line, or to the brace that ends the braces around it."""
        self._close(self.at, trimmed=True)
        depth = 0
        while self.at < len(self._text) and self._text[self.at] != "\n":
            char = self._text[self.at]
            if char == "}" and not depth and self._inside:
                break
            depth += (char == "{") - (char == "}")
            self.at += 1

    def _turn(self, char: str) -> None:
        """Notes the brackets of a choice."""
        wanted = "[" if len(self._parts) + (self._start is not None) == 1 else "]"
        if self.choice and char == wanted and len(self._parts) + (self._start is not None) < 3:  # noqa: PLR2004 - before, inside, behind
            self._close(self.at)
            self._start = self.at + 1


def _leading(text: str) -> int:
    """Returns how many blanks a text begins with."""
    return len(text) - len(text.lstrip(" \t"))
