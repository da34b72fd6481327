"""Reads one SVG as a stranger's file: what does not belong in a drawing is told, with its line.

A pack carries drawings, never programs: no scripts, no event handlers, nothing outside the file, no entities.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from studio.diagnostics import Diagnostic
    from studio.text_file import TextFile

LAYERS = ("far", "mid", "light", "near")
MOST_PIXEL_BYTES = 300_000
DEEPEST = 100
_PROGRAMS = frozenset(
    (
        *("script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"),
        *("animation", "set", "animate", "animatemotion", "animatetransform", "animatecolor"),
    )
)
_URL = re.compile(r"url\(\s*['\"]?\s*([^)'\"]*)", re.IGNORECASE)
_DATA = re.compile(r"data:image/(?:png|jpeg|webp);base64,(.*)", re.IGNORECASE | re.DOTALL)
_LINKS = frozenset({"href", "src", "base"})
_SHORT = 60


class _Stop(Exception):  # noqa: N818 - not an error: the reader has seen enough
    """Ends the reading early."""


class SvgReader:
    """Goes once through an SVG and keeps what is wrong with it and the names of its layers."""

    def __init__(self, file: TextFile) -> None:
        """Begins to read a file."""
        self.file = file
        self.faults: list[Diagnostic] = list(file.faults)
        self.layers: list[str] = []
        self.pixels = 0
        self._depth = 0
        self._in_style = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, *, scene: bool) -> SvgReader:
        """Reads the whole file; a `scene` must have its layers."""
        if self.faults:
            return self
        try:
            self._parser.Parse(self.file.text.encode(), True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as fault:
            self._told("ART02", fault.lineno, fault.offset + 1, message=expat.ErrorString(fault.code))
            return self
        except _Stop:
            return self
        if scene:
            for name in LAYERS:
                if name not in self.layers:
                    self._told("ART07", 1, 1, name=name)
        if self.pixels > MOST_PIXEL_BYTES:
            self._told("ART06", 1, 1, size=f"{self.pixels // 1000} kB", limit=f"{MOST_PIXEL_BYTES // 1000} kB")
        return self

    def _told(self, code: str, line: int, column: int, /, **values: object) -> None:
        """Keeps a complaint."""
        self.faults.append(self.file.complain(code, line, column, **values))

    def _here(self, code: str, /, **values: object) -> None:
        """Keeps a complaint about where the reader stands."""
        self._told(code, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1, **values)

    def _doctype(self, *_: object) -> None:
        """Refuses a DOCTYPE, and with it every entity."""
        self._here("ART05")
        raise _Stop

    def _instruction(self, target: str, _: str) -> None:
        """Refuses instructions such as a style sheet's address."""
        self._here("ART04", what=f"<?{target[:_SHORT]}?>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """Looks at the beginning of an element."""
        local = name.rpartition(" ")[2]
        self._depth += 1
        if self._depth > DEEPEST:
            self._here("ART02", message="its groups lie too deep in each other")
            raise _Stop
        if self._depth == 1:
            self._root(local, attributes)
        if local.lower() in _PROGRAMS:
            self._here("ART03", what=f"<{local}>")
        if local == "g" and self._depth == len(("svg", "g")) and "id" in attributes:
            self.layers.append(attributes["id"])
        self._in_style = local == "style"
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value)

    def _root(self, local: str, attributes: dict[str, str]) -> None:
        """Looks at the outermost element."""
        if local != "svg":
            self._here("ART11", name=local)
            raise _Stop
        if "viewBox" not in attributes:
            self._here("ART12")

    def _end(self, _: str) -> None:
        """Notes the end of an element."""
        self._depth -= 1
        self._in_style = False

    def _text(self, text: str) -> None:
        """Looks into style sheets."""
        if self._in_style:
            self._style(text)

    def _attribute(self, name: str, value: str) -> None:
        """Looks at an attribute."""
        if name.lower().startswith("on"):
            self._here("ART03", what=f"the event handler “{name[:_SHORT]}”")
        elif name in _LINKS:
            self._link(value.strip())
        else:
            self._style(value, is_style=name == "style")

    def _link(self, value: str) -> None:
        """Looks at what an element refers to: a name in the file, or small pixels of its own."""
        if value.startswith("#") or not value:
            return
        match = _DATA.fullmatch(value)
        if not match:
            self._here("ART04", what=value[:_SHORT])
            return
        try:
            self.pixels += len(base64.b64decode("".join(match[1].split()), validate=True))
        except binascii.Error:
            self._here("ART02", message="its embedded photograph is broken")

    def _style(self, value: str, *, is_style: bool = True) -> None:
        """Looks at a style, or any value that may hold one."""
        for target in _URL.findall(value):
            if not target.strip().startswith("#"):
                self._here("ART04", what=f"url({target.strip()[:_SHORT]})")
        lower = value.lower()
        if "@import" in lower:
            self._here("ART04", what="@import")
        if "javascript:" in lower or "expression(" in lower:
            self._here("ART03", what="a script in a style")
        if is_style and "\\" in value:
            self._here("ART03", what="a backslash in a style")
