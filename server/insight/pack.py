"""Reads what a .story file asks of its players: its manifest alone, from a file that may come from anywhere.

The file is a zip, docs/stories.md says of what. Nothing but `manifest.json` is unpacked, and that only once its sizes are found small.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from server.errors import ConfigurationError
from server.insight.asked import Asked, Release

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST = "manifest.json"
MOST_BYTES, MOST_MANIFEST_BYTES, MOST_LIST_BYTES, MOST_MEMBERS, MOST_RATIO = 64 * 2**20, 2**20, 2**20, 2000, 200
_END, _END_BYTES, _END64, _TAIL = b"PK\x05\x06", 22, b"PK\x06\x07", 2**16 + 22
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, RuntimeError, NotImplementedError, KeyError)

NOT_REACHED, LANGUAGE = "not_reached", "language"
MOST_PLAY, MOST_SENSITIVE, MOST_OPTIONS = 6, 3, 15
SENSITIVE = frozenset({"help_opened", "before_after"})
PLAY_EPSILON, OTHER_EPSILON = 2000, 1000
# What some kinds always answer.
ANSWERS = {
    "length": ("under_30", "to_60", "over_60"),
    "help_opened": ("opened", "not_opened"),
    "before_after": ("toward", "same", "away"),
}

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Tongue = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]
Texts = Annotated[dict[Tongue, Annotated[str, Field(max_length=4000)]], Field(max_length=40)]


class _Part(BaseModel):
    """A part of the manifest; what insight does not need is passed over."""

    model_config = ConfigDict(frozen=True)


class _Chapter(_Part):
    """A chapter's title."""

    title: Texts


class _Question(_Part):
    """A question as a story asks it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Name
    kind: Literal["choice", "ending", "stopped_at", "length", "help_opened", "before_after"]
    options: Annotated[tuple[Name, ...], Field(min_length=1, max_length=MOST_OPTIONS)]
    text: Texts = Field(default_factory=dict)
    answers: Annotated[dict[Name, Texts], Field(max_length=MOST_OPTIONS + 1)] = Field(default_factory=dict)
    # Where the game finds the answers to a choice.
    places: dict[str, object] = Field(default_factory=dict)


class _Manifest(_Part):
    """What insight reads of a manifest."""

    format: Literal[1]
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
    version: Annotated[str, Field(pattern=r"^[0-9]{1,4}(\.[0-9]{1,4}){0,2}$")]
    title: Texts
    ink: Annotated[dict[Tongue, str], Field(min_length=1, max_length=MOST_OPTIONS)]
    chapters: Annotated[tuple[_Chapter, ...], Field(max_length=99)] = ()
    endings: Annotated[dict[Name, object], Field(max_length=MOST_MEMBERS)] = Field(default_factory=dict)
    questions: Annotated[tuple[_Question, ...], Field(max_length=MOST_PLAY + MOST_SENSITIVE)] = ()


def release(data: bytes) -> Release:
    """Returns the release that a .story file, or a manifest by itself, describes.

    Raises ConfigurationError where it is neither, breaks a bound, or asks what no game answers.
    """
    raw = _manifest(data) if data.startswith(b"PK") else data
    if len(raw) > MOST_MANIFEST_BYTES:
        raise ConfigurationError("This is no story file, or larger than any.")
    try:
        read = _Manifest.model_validate_json(raw)
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_input=False)[0]
        where = ".".join(_plain(part) for part in first["loc"]) or "as a whole"
        raise ConfigurationError(f"The story describes itself wrongly ({where}): export it again with the studio.") from None
    if fault_found := next(_faults(read), ""):
        raise ConfigurationError(f"{fault_found}: export the story again with the studio.")
    name = f"{read.id}@{read.version}"
    languages = tuple(sorted(read.ink))
    questions = (*(_asked(name, one) for one in read.questions), _language(name, languages))
    return Release(name, read.id, read.version, read.title, languages, questions, tuple(one.title for one in read.chapters))


def _plain(said: object) -> str:
    """Returns a text that comes from a file without anything that a terminal could take for more than letters, and not much of it."""
    return "".join(letter if letter.isprintable() else "?" for letter in str(said)[:40])


def _asked(release_id: str, one: _Question) -> Asked:
    """Returns a question as it is counted."""
    epsilon = OTHER_EPSILON if one.kind in SENSITIVE else PLAY_EPSILON
    return Asked(f"{release_id}/{one.name}", one.name, one.kind, (*one.options, NOT_REACHED), epsilon, one.text, one.answers)


def _language(release_id: str, languages: tuple[str, ...]) -> Asked:
    """Returns the question that every release has: in which language it is played."""
    return Asked(f"{release_id}/{LANGUAGE}", LANGUAGE, LANGUAGE, (*languages, NOT_REACHED), OTHER_EPSILON)


def _faults(read: _Manifest) -> Iterator[str]:
    """Finds what no game answers in questions that are written well."""
    names = [one.name for one in read.questions]
    if len({*names, LANGUAGE}) <= len(names):
        yield "Two questions have one name, or one is called “language”, which every story has already"
    sensitive = sum(one.kind in SENSITIVE for one in read.questions)
    if sensitive > MOST_SENSITIVE or len(names) - sensitive > MOST_PLAY:
        yield f"A story asks at most {MOST_PLAY} questions about play and {MOST_SENSITIVE} about the player"
    kinds = {
        **ANSWERS,
        "ending": tuple(read.endings),
        "stopped_at": (*(f"chapter_{number}" for number in range(1, len(read.chapters) + 1)), "finished"),
    }
    for one in read.questions:
        if len({*one.options, NOT_REACHED}) <= len(one.options):
            yield f"The answers of “{one.name}” are not all different, or one is “not_reached”, which every question has already"
        if sorted(one.options) != sorted(kinds.get(one.kind, one.options)):
            yield f"The answers of “{one.name}” are not those of its kind"


def _manifest(data: bytes) -> bytes:
    """Returns the manifest of a zip, once the zip is found harmless.

    Raises ConfigurationError where it is not.
    """
    tail = data[-_TAIL:]
    at = tail.rfind(_END)
    if len(data) > MOST_BYTES or at < 0 or len(tail) < at + _END_BYTES or _END64 in tail[max(0, at - 20) : at]:
        raise ConfigurationError("This is no story file, or larger than any.")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > MOST_LIST_BYTES:
        raise ConfigurationError("This is no story file, or larger than any.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = [one for one in archive.infolist() if one.filename == MANIFEST]
            if len(archive.infolist()) > MOST_MEMBERS or len(found) != 1 or not _harmless(found[0]):
                raise ConfigurationError("This file holds something that does not belong in a story. It was not read.")
            with archive.open(found[0]) as stream:
                return stream.read(MOST_MANIFEST_BYTES + 1)
    except _BROKEN:
        raise ConfigurationError("This is no story file, or it was cut short. Get it again from where you found it.") from None


def _harmless(member: zipfile.ZipInfo) -> bool:
    """Tells whether the manifest is plainly packed and small."""
    return (
        not member.flag_bits & _ENCRYPTED
        and member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        and member.file_size <= min(MOST_MANIFEST_BYTES, MOST_RATIO * max(member.compress_size, 1))
    )
