"""Says in plain words what the ink compiler means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studio.codes import CODES
from studio.diagnostics import Diagnostic, Place, complain
from studio.nearness import did_you_mean

if TYPE_CHECKING:
    from studio.ink_source import Sources

_HEAD = re.compile(r"(?:ERROR|Error|WARNING|Warning|TODO):?(?: '(?P<file>[^\n]*?)')?(?: line (?P<line>\d+))?: (?P<text>.*)", re.DOTALL)
_NOWHERE = re.compile(r"(?:target not found|find target for [^:]*): '?(?:-> ?)?(?P<name>[^'\s]+)")
_UNKNOWN = re.compile(
    r"(?:Unresolved variable: |Variable could not be found to assign to: '|variable for \w+ could not be found: '"
    r"|function call not found: ')(?P<name>[\w.]+)"
)
_TWICE = re.compile(
    r"'(?P<name>[^']+)'.{0,40}(?:has already been used|already declared|already exists)"
    r"|(?:contains flow named|same label name|declaration variable) '(?P<other>[^']+)'"
)
_BRACE = re.compile(r"\\.|[{}]")
_BUT_SAW = re.compile(r"but saw '(?P<rest>.*)'$", re.DOTALL)
_SAW_LONG = re.compile(r"(but saw '.{30}).+'$", re.DOTALL)
_END_OF_LINE = re.compile(r"^Expected end of line but saw '(.*)'$")
_QUOTED = re.compile(r"'(?:-> ?)?([^'\s]+)'")
_DECLARED = re.compile(r"^[ \t]*(?:VAR|CONST|LIST|~[ \t]*temp|EXTERNAL|={2,}[ \t]*function)[ \t]+(\w+)", re.MULTILINE)
_LABEL = re.compile(r"^[ \t]*[-*+][-*+ \t]*\((\w+)\)", re.MULTILINE)
_LOOSE = re.compile(r"loose end|runs? out of content|flow runs out", re.IGNORECASE)
_UNBALANCED = re.compile(r"closing (?:brace|'\]'|'\}'|')|Expected end of line but saw '[\]})]|Stack overflow|within braces")

_AUTHOR, _WARNING, _ERROR, _THROWN = range(4)

MENDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"but saw '(?:->)"), "A divert stands at the end of a line; `->` alone is for choices."),
    (re.compile(r"initial value"), "Write a value after the equals sign, as in `VAR warmth = 0`."),
    (re.compile(r"name of the (?:knot|function)"), "Write a name after the equals signs, as in `=== kitchen ===`."),
    (re.compile(r"at least one line within the knot"), "Write a line under the knot's name, or `-> DONE`."),
    (re.compile(r"[Tt]ags? aren't allowed"), "Write \\# where you mean the character itself."),
    (re.compile(r"~"), "Logic stands alone on a line after ~, or within { } in a sentence."),
    (re.compile(r"Empty diverts"), "Write a knot's name after ->."),
    (
        re.compile(r"[Bb]lank choice|completely empty"),
        "Write a text after the star, or `* ->` for a choice that is taken when no other is left.",
    ),
    (re.compile(r"argument|parameter"), "Give as many values as the knot or function asks for."),
    (re.compile(r"end of line"), "Look at what stands just before this place; a \\ before a special character makes it text."),
)
WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"completely empty"), "This choice is empty: ink takes it by itself when no other is left."),
    (re.compile(r"[Bb]lank choice"), "This choice has no text to choose."),
    (re.compile(r"Expected the name of the (?:knot|function)"), "This knot or function has no name."),
    (re.compile(r"at least one line within the knot"), "This knot has no text."),
    (re.compile(r"Expected initial value"), "Here a value is missing."),
    (re.compile(r"Empty diverts"), "This divert leads to nothing."),
    (re.compile(r"[Tt]ags aren't allowed inside of strings"), "A # stands inside a text in logic."),
)
"""Our own words for what ink says most often."""
_ANY_MEND = "Compare the line with the ink guide; a \\ before a special character makes it text."


def understand(kind: int, raw: str, sources: Sources, flows: set[str]) -> Diagnostic:
    """Returns what one message of ink means, with the place it is about.

    `kind` is ink's own number for it, `flows` the paths of the knots and stitches that exist.
    """
    match = _HEAD.match(raw)
    if kind == _THROWN or not match:
        text = re.sub(r"^(?:\w*Error: )+", "", raw).strip() or "it gave no reason"
        return complain("INK02", Place(sources.main), message=text.rstrip(".") + ".")
    name, line = match["file"] or sources.main, int(match["line"] or 0)
    return _place(kind, match["text"].strip(), sources, flows, name, line)


def _place(kind: int, text: str, sources: Sources, flows: set[str], name: str, line: int) -> Diagnostic:
    """Returns the complaint for a message at a line."""
    bare = sources.bare.get(name, "")
    column = _column(text, bare, line)
    if ("closing brace" in text or "within braces" in text) and (opened := _open_brace(bare, line)):
        return sources.complain("INK16", name, *opened)

    def told(code: str, **values: object) -> Diagnostic:
        return sources.complain(code, name, line, column, **values)

    if kind == _AUTHOR:
        return told("INK15", message=text)
    if kind == _WARNING:
        return told("FLOW01") if _LOOSE.search(text) else told("INK14", message=_sentence(text), mend=_mend(text))
    code, values = _error(text, sources, flows)
    return told(code, **values)


def _error(text: str, sources: Sources, flows: set[str]) -> tuple[str, dict[str, object]]:
    """Returns the code of an error of ink, and the holes of its sentence."""
    if nowhere := _NOWHERE.search(text):
        return "INK10", _nowhere(nowhere["name"], sources, flows)
    if unknown := _UNKNOWN.search(text):
        return "INK11", _unknown(unknown["name"], sources)
    if twice := _TWICE.search(text):
        return "INK12", {"name": twice["name"] or twice["other"], "message": _sentence(text)}
    if _UNBALANCED.search(text):
        return "INK13", {"message": _sentence(text)}
    return "INK01", {"message": _sentence(text), "mend": _mend(text)}


def _open_brace(bare: str, line: int) -> tuple[int, int] | None:
    """Returns the line and column of the last brace that is open at the end of a line, counted from the header before it, or None."""
    opened: list[tuple[int, int]] = []
    for number, text in enumerate(bare.split("\n")[:line], start=1):
        if re.match(r"[ \t]*==", text):
            opened.clear()
        for brace in _BRACE.finditer(text):
            if brace.group() == "{":
                opened.append((number, brace.start() + 1))
            elif brace.group() == "}" and opened:
                opened.pop()
    return opened[-1] if opened else None


def _nowhere(name: str, sources: Sources, flows: set[str]) -> dict[str, object]:
    """Returns the holes of the sentence about a divert that leads nowhere."""
    labels = {label for bare in sources.bare.values() for label in _LABEL.findall(bare)}
    near = did_you_mean(name, {*flows, *(path.rpartition(".")[2] for path in flows), *labels, "END", "DONE"})
    mend = "Correct the name." if near else f"Write the knot, as in `=== {name} ===`, or correct the name."
    return {"name": name, "near": near, "mend": mend}


def _unknown(name: str, sources: Sources) -> dict[str, object]:
    """Returns the holes of the sentence about a name in logic that is not declared."""
    declared = {found for bare in sources.bare.values() for found in _DECLARED.findall(bare)}
    near = did_you_mean(name, declared)
    return {
        "name": name,
        "near": near,
        "mend": "Correct the name." if near else f"Declare it at the top of the story, as in `VAR {name} = 0`.",
    }


def _mend(text: str) -> str:
    """Returns the advice that fits a message."""
    return next((mend for pattern, mend in MENDS if pattern.search(text)), _ANY_MEND)


def _sentence(text: str) -> str:
    """Returns our own words for a message, or else ink's, as one sentence."""
    ours = next((words for pattern, words in WORDS if pattern.search(text)), None)
    if ours:
        return ours
    first = " ".join(_SAW_LONG.sub(r"\1…'", text).split())
    first = _END_OF_LINE.sub(r"Ink does not know what to do with “\1” here", first)
    return first[:1].upper() + first[1:] + ("" if first.endswith((".", "?", "!")) else ".")


def _column(text: str, bare: str, line: int) -> int:
    """Returns the column a message is most likely about: what was seen instead, else a quoted name, else the first character."""
    lines = bare.split("\n")
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    start = len(source) - len(source.lstrip()) + 1
    saw = _BUT_SAW.search(text)
    if saw and (at := source.find(saw["rest"].strip())) >= 0:
        return at + 1
    if "end of line" in text.rpartition("but saw")[2]:
        return max(len(source.rstrip()), 1)
    names = [*_QUOTED.findall(text), *re.findall(r": (\w+)$", text)]
    for name in names:
        if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source):
            return found.start() + 1
    return start


_RUNTIME = re.compile(r"RUNTIME \w+: (?:'(?P<file>[^\n]*?)' line (?P<line>\d+)|\([^)]*\)): (?P<text>.*)", re.DOTALL)


def runtime_fault(raw: str) -> tuple[str, tuple[str, int] | None]:
    """Returns one plain sentence for what ink says while it plays, and the file and line it names, or None."""
    match = _RUNTIME.match(raw)
    text = " ".join((match["text"] if match else re.sub(r"^(?:\w*(?:Error|ERROR): )+", "", raw)).split())
    place = (match["file"], int(match["line"])) if match and match["file"] else None
    if _LOOSE.search(text) or "ran out of content" in text:
        return CODES["FLOW01"].sentence, place
    return _sentence(text or "ink gave no reason"), place
