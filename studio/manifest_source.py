"""Reads story.toml: every wrong field is a complaint at its own line, and all of them come at once."""

from __future__ import annotations

import re
import tomllib
import types
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import msgspec
from msgspec import inspect

from studio import text_file
from studio.manifest_shape import StoryShape
from studio.nearness import did_you_mean
from studio.toml_places import KeyPath, Where, places, where

if TYPE_CHECKING:
    from pathlib import Path

    from studio.diagnostics import Diagnostic
    from studio.text_file import TextFile

NAME = "story.toml"
_AT = re.compile(r"^(?P<text>.*?)\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL)


@dataclass(slots=True)
class ManifestSource:
    """What story.toml says: its shape, or None where it is not right, and all that is wrong with it."""

    file: TextFile
    shape: StoryShape | None = None
    faults: list[Diagnostic] = field(default_factory=list)
    found: dict[KeyPath, Where] = field(default_factory=dict)

    def complain(self, code: str, path: KeyPath, /, **values: object) -> Diagnostic:
        """Returns a complaint about the key or table at a path."""
        return self.file.complain(code, *where(self.found, path), **values)


def read_manifest(root: Path) -> ManifestSource:
    """Returns what the story.toml of a folder says."""
    return understand(text_file.read(root / NAME, NAME))


def understand(file: TextFile) -> ManifestSource:
    """Returns what the text of a story.toml says."""
    source = ManifestSource(file, faults=list(file.faults))
    if source.faults:
        return source
    try:
        data = tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as fault:
        source.faults.append(_syntax(file, str(fault)))
        return source
    except (RecursionError, ValueError):
        source.faults.append(file.complain("TOML01", 1, message="a value in it cannot be read.", mend="Remove what was added last."))
        return source
    source.found = places(file.text)
    _Walk(source).table(StoryShape, data, ())
    if not source.faults:
        source.shape = msgspec.convert(data, StoryShape)
        _numbers(source, source.shape)
        _people(source, source.shape)
    return source


def _syntax(file: TextFile, message: str) -> Diagnostic:
    """Returns the complaint about a text that is not TOML."""
    match = _AT.match(message)
    text = match["text"] if match else message
    lines = file.text.rstrip("\n").split("\n")
    line = int(match["line"]) if match and match["line"] else len(lines)
    column = int(match["column"]) if match and match["column"] else len(lines[-1]) + 1
    mend = "Texts stand in double quotes, and a text over several lines in three of them." if "value" in text or "string" in text else ""
    return file.complain(
        "TOML01", line, column, message=f"{text[:1].lower()}{text[1:]}.", mend=mend or "Compare the line with the ones around it."
    )


def _numbers(source: ManifestSource, shape: StoryShape) -> None:
    """Adds complaints about chapters and questions that stand twice."""
    numbers = [chapter.number for chapter in shape.chapters]
    names = [question.name for question in shape.questions]
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            source.faults.append(source.complain("TOML07", ("chapters", index, "number"), number=number))
    for index, name in enumerate(names):
        if name in names[:index]:
            source.faults.append(source.complain("TOML08", ("questions", index, "name"), name=name))


def _people(source: ManifestSource, shape: StoryShape) -> None:
    """Adds complaints about the player and members of conversations who are no characters."""
    named: list[tuple[str, KeyPath]] = [(shape.player, ("player",))] if shape.player else []
    named += [(name, ("threads", thread, "people")) for thread, one in shape.threads.items() for name in one.people]
    for name, path in named:
        if name not in shape.characters:
            source.faults.append(source.complain("TOML13", path, name=name, near=did_you_mean(name, shape.characters)))


class _Walk:
    """Compares values with the types they should have, part by part, so that one fault does not hide another."""

    def __init__(self, source: ManifestSource) -> None:
        """Begins a walk whose complaints go into `source`."""
        self.source = source

    def table(self, shape: type[msgspec.Struct], data: dict[str, Any], path: KeyPath) -> None:
        """Compares a table with the fields it should have."""
        fields = {one.encode_name: one for one in msgspec.structs.fields(shape)}
        inside = f" in [{_dotted(path)}]" if path else ""
        for name in data:
            if name not in fields:
                self._fault("TOML03", (*path, name), name=name, where=inside, near=did_you_mean(name, fields))
        for name, one in fields.items():
            if name in data:
                self.value(one.type, data[name], (*path, name))
            elif one.required:
                self._fault("TOML02", path, name=name, where=inside, example=_example(one.type, name))

    def value(self, kind: Any, data: object, path: KeyPath) -> None:  # noqa: ANN401 - a type, as Python writes it
        """Compares one value with its type."""
        plain, wrapped = _without_none(kind), path[-1]
        origin = get_origin(plain)
        if isinstance(plain, type) and issubclass(plain, msgspec.Struct):
            self._each_table(plain, data, path)
        elif origin is dict:
            self._names(get_args(plain), data, path)
        elif origin is tuple and isinstance(get_args(plain)[0], type) and issubclass(get_args(plain)[0], msgspec.Struct):
            self._list(get_args(plain)[0], data, path)
        elif not _fits(plain, data):
            self._fault("TOML04", path, name=wrapped, wanted=_wanted(plain), example=_example(plain, str(wrapped)))

    def _each_table(self, shape: type[msgspec.Struct], data: object, path: KeyPath) -> None:
        """Compares a value that should be a table."""
        if isinstance(data, dict):
            self.table(shape, data, path)
        else:
            self._fault("TOML04", path, name=path[-1], wanted="a table", example=f"[{_dotted(path)}]")

    def _names(self, kinds: tuple[Any, ...], data: object, path: KeyPath) -> None:
        """Compares a table of named things."""
        if not isinstance(data, dict):
            self._fault("TOML04", path, name=path[-1], wanted="one table for each name", example=f"[{_dotted(path)}.name]")
            return
        for name, value in data.items():
            if not _fits(kinds[0], name):
                self._fault("TOML05", (*path, name), name=name, wanted=_wanted(kinds[0]))
            self.value(kinds[1], value, (*path, name))

    def _list(self, shape: type[msgspec.Struct], data: object, path: KeyPath) -> None:
        """Compares a list of tables."""
        if not isinstance(data, list):
            self._fault("TOML04", path, name=path[-1], wanted="a list of tables", example=f"[[{_dotted(path)}]]")
            return
        for index, value in enumerate(data):
            self._each_table(shape, value, (*path, index))

    def _fault(self, code: str, path: KeyPath, /, **values: object) -> None:
        """Notes a complaint about the value at a path."""
        self.source.faults.append(self.source.complain(code, path, **values))


def _dotted(path: KeyPath) -> str:
    """Returns a path as it stands in a header."""
    return ".".join(str(part) for part in path if isinstance(part, str)) or "..."


def _without_none(kind: Any) -> Any:  # noqa: ANN401 - a type, as Python writes it
    """Returns a type without its `None`."""
    if get_origin(kind) in {Union, types.UnionType}:
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


def _fits(kind: Any, data: object) -> bool:  # noqa: ANN401 - a type, as Python writes it
    """Tells whether a value is of a type."""
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError:
        return False
    return True


def _about(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a type, as Python writes it
    """Returns what a type says of itself: `description` and `examples`."""
    info = inspect.type_info(_without_none(kind))
    return info.extra_json_schema or {} if isinstance(info, inspect.Metadata) else {}


def _wanted(kind: Any) -> str:  # noqa: ANN401 - a type, as Python writes it
    """Returns in words what a type takes."""
    return str(_about(kind).get("description", "something else"))


def _example(kind: Any, name: str) -> str:  # noqa: ANN401 - a type, as Python writes it
    """Returns a right line for a field."""
    examples = _about(kind).get("examples")
    if examples:
        return str(examples[0]).replace("{key}", name)
    return f"[[{name}]]" if get_origin(kind) is tuple else f"[{name}]"
