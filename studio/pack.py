"""Puts a checked story into one signed `.story` file, the same bytes whenever nothing changed.

Layout: `manifest.json`, `signature.json`, `ink/<lang>.ink.json`, `art/...svg`, `sound/...ogg`, `guide.pdf`,
`text/guide.<lang>.json`. Order, dates, permissions and compression are fixed, so that two builds of the same story can be compared.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
import zipfile
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from game.errors import PackError
from game.story import guide_text
from game.story import manifest as game_manifest
from game.story.pack import open_pack
from studio import guide_pdf, guide_words, keys, questions
from studio.errors import WriteError
from studio.session_guide import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from nacl.signing import SigningKey

    from studio.manifest_shape import StoryShape
    from studio.music import Music
    from studio.places import Places
    from studio.session_guide import Guide
    from studio.telling import Telling

_LEVEL = 6
_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16
_MOST_RATIO = 100


def sources(shape: StoryShape) -> dict[str, str]:
    """Returns, for each picture and sound of the pack, its member name and its file in the story's folder."""
    found: dict[str, str] = {}
    if shape.cover:
        found["art/cover.svg"] = shape.cover.file
    found |= {f"art/scenes/{name}.svg": scene.file for name, scene in shape.scenes.items()}
    for person, character in shape.characters.items():
        found |= {f"art/portraits/{person}-{mood}.svg": picture.file for mood, picture in character.portraits.items()}
    return found | {f"sound/{name}.ogg": sound.file for name, sound in shape.sounds.items()}


def members(root: Path, shape: StoryShape, ink: str, guides: Sequence[Guide] = (), tellings: Sequence[Telling] = ()) -> dict[str, bytes]:
    """Returns every member but manifest and signature, by name; `tellings` are the languages it carries beside its own.

    Raises WriteError where a file went away since it was checked, CompilerError where a guide cannot be set.
    """
    found = {_ink_name(shape.language): ink.encode()}
    found |= {_ink_name(one.language): one.ink.encode() for one in tellings if one.ink is not None}
    for language, guide in languages(guides):
        found[_guide_name(language, shape)] = guide_pdf.written(guide, shape.title)
        found[guide_text.member(language)] = guide_words.written(guide)
    for name, file in sources(shape).items():
        try:
            found[name] = (root / file).read_bytes()
        except OSError as fault:
            message = f"“{file}” cannot be read any more ({fault.strerror}): check the story again."
            raise WriteError(message) from fault
    return dict(sorted(found.items()))


def _ink_name(language: str) -> str:
    """Returns the member name of the compiled ink of a language."""
    return f"ink/{language}.ink.json"


def _guide_name(language: str, shape: StoryShape) -> str:
    """Returns the member name of the session guide in a language."""
    return "guide.pdf" if language == shape.language else f"guide.{language}.pdf"


def manifest(
    shape: StoryShape,
    contents: Mapping[str, bytes],
    tellings: Sequence[Telling] = (),
    places: Places = MappingProxyType({}),
    music: Music = MappingProxyType({}),
) -> bytes:
    """Returns the exact bytes of `manifest.json`, checked against the game's own shape of it."""
    tag = shape.language

    def said(text: str, *path: str | int) -> dict[str, str]:
        others = {one.language: one.texts[path] for one in tellings if path in one.texts}
        return {tag: text, **others} if text else {}

    raw = {
        **{name: getattr(shape, name) for name in ("id", "version", "language", "authors", "minutes", "age", "licence")},
        **{name: said(getattr(shape, name), name) for name in ("title", "tagline", "content_note", "note_short")},
        "format": game_manifest.FORMAT,
        "ink": {language: _ink_name(language) for language in (tag, *(one.language for one in tellings))},
        "chapters": [
            {"number": one.number, "title": said(one.title, "chapters", at, "title"), "minutes": one.minutes}
            for at, one in enumerate(shape.chapters)
        ],
        "characters": {
            person: {
                "name": said(one.name, "characters", person, "name"),
                "colour": one.colour,
                "voice": said(one.voice),
                "portraits": {
                    mood: {
                        "file": f"art/portraits/{person}-{mood}.svg",
                        "alt": said(picture.alt, "characters", person, "portraits", mood, "alt"),
                    }
                    for mood, picture in one.portraits.items()
                },
            }
            for person, one in shape.characters.items()
        },
        "scenes": {
            name: {"file": f"art/scenes/{name}.svg", "alt": said(one.alt, "scenes", name, "alt")} for name, one in shape.scenes.items()
        },
        "sounds": {
            name: {"file": f"sound/{name}.ogg", "kind": one.kind, "caption": said(one.caption, "sounds", name, "caption")}
            for name, one in shape.sounds.items()
        },
        "endings": {name: {"title": said(one.title, "endings", name, "title")} for name, one in shape.endings.items()},
        "music": dict(music),
        "skips": {knot: {"summary": said(one.summary, "skips", knot, "summary")} for knot, one in shape.skips.items()},
        "people": {who: {"me": one.me, "closeness": one.closeness, "range": one.range} for who, one in shape.people.items()},
        "questions": [
            {
                "name": one.name,
                "kind": one.kind,
                "options": questions.options(shape, one),
                "text": said(one.text, "questions", at, "text"),
                "answers": {name: said(text, "questions", at, "answers", name) for name, text in one.answers.items()},
                "places": places.get(one.name, {}),
            }
            for at, one in enumerate(shape.questions)
        ],
        "credits": [{"role": one.role, "names": one.names} for one in shape.credits],
        "player": shape.player,
        "threads": {
            name: {"title": said(one.title, "threads", name, "title"), "people": one.people, "muted": one.muted}
            for name, one in shape.threads.items()
        },
        "messages": {
            name: {"text": said(one.text, "messages", name, "text"), "honest": one.honest} for name, one in shape.messages.items()
        },
        "cover": {"file": "art/cover.svg", "alt": said(shape.cover.alt, "cover", "alt")} if shape.cover else None,
        "guide": {guide_language(name, tag): name for name in contents if name.endswith(".pdf")},
        "files": {name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in contents.items()},
    }
    checked = msgspec.convert(raw, game_manifest.Manifest)
    return msgspec.json.format(msgspec.json.encode(checked, order="deterministic"), indent=1) + b"\n"


def guide_language(name: str, own: str) -> str:
    """Returns the language of a guide by its member name."""
    return name.removeprefix("guide.").removesuffix("pdf").removesuffix(".") or own


def sign(raw: bytes, key: SigningKey) -> bytes:
    """Returns `signature.json` for the exact bytes of a manifest."""
    return msgspec.json.encode({"key": keys.public(key), "signature": key.sign(raw).signature.hex()}) + b"\n"


def archive(contents: Mapping[str, bytes]) -> bytes:
    """Returns a zip of these members in this order; the same members give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, data in contents.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system, info.external_attr = 3, _MODE
            packed.writestr(info, data, compress_type=_method(data), compresslevel=_LEVEL)
    return stream.getvalue()


def _method(data: bytes) -> int:
    """Returns how to keep a member: Ogg is small already, and what shrinks too well looks like a zip bomb to the game."""
    if data[:4] == b"OggS":
        return zipfile.ZIP_STORED
    with io.BytesIO() as trial, zipfile.ZipFile(trial, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
        packed.writestr("x", data)
        small = packed.getinfo("x").compress_size
    return zipfile.ZIP_STORED if len(data) > _MOST_RATIO * small else zipfile.ZIP_DEFLATED


def pack(
    root: Path,
    shape: StoryShape,
    ink: str,
    key: SigningKey,
    guides: Sequence[Guide] = (),
    tellings: Sequence[Telling] = (),
    places: Places = MappingProxyType({}),
    music: Music = MappingProxyType({}),
) -> bytes:
    """Returns the bytes of the signed `.story` file of a story that was checked, in its own language and those it is told in."""
    contents = members(root, shape, ink, guides, tellings)
    raw = manifest(shape, contents, tellings, places, music)
    return archive({"manifest.json": raw, "signature.json": sign(raw, key), **contents})


def proved(file: Path, key: SigningKey) -> None:
    """Opens a pack as the game does and reads every member.

    Raises WriteError where the game would refuse it.
    """
    try:
        book = open_pack(file, {keys.public(key)})
        for name in book.manifest.files:
            book.read(name)
    except PackError as fault:
        message = f"The game would not open this pack: {fault} Look for a very large picture, sound or text."
        raise WriteError(message) from fault


def write(data: bytes, file: Path, look: Callable[[Path], object] | None = None) -> None:
    """Writes a file whole or not at all; `look` may look at it, and raise, before it takes its name.

    Raises WriteError where it cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            draft.chmod(0o644)
            if look:
                look(draft)
            draft.replace(file)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    except OSError as fault:
        message = f"“{file}” cannot be written ({fault.strerror}): check the folder and the free space."
        raise WriteError(message) from fault
