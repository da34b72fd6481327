"""Checks the pictures and sounds that story.toml names: there, harmless, described, and not too big."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio import text_file
from studio.diagnostics import Diagnostic, Place, complain
from studio.nearness import nearest
from studio.svg import SvgReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from studio.manifest_shape import PictureShape
    from studio.manifest_source import ManifestSource
    from studio.toml_places import KeyPath

MOST_PICTURE_BYTES = 2_000_000
MOST_SOUND_BYTES = 6_000_000
SCENE_SIZE = (1920, 1080)
PORTRAIT_SIZE = (600, 700)
_VORBIS = re.compile(rb"OggS.{24}.*?\x01vorbis", re.DOTALL)
_HEAD_BYTES = 400
_SOUNDS_MEND = "`python3 run.py sounds` makes the sounds; else check the name in story.toml."


@dataclass(frozen=True, slots=True)
class Cost:
    """What a picture costs: kilobytes in the pack, and milliseconds to draw it once (None where it was not drawn)."""

    file: str
    kilobytes: float
    milliseconds: float | None


@dataclass(slots=True)
class Pictures:
    """What was found: complaints and costs."""

    faults: list[Diagnostic] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture as story.toml names it."""

    path: KeyPath
    shape: PictureShape
    scene: bool


def check(root: Path, manifest: ManifestSource, *, measure: bool = False) -> Pictures:
    """Returns what is wrong with a story's pictures and sounds; with `measure`, each picture is drawn once with Skia."""
    found = Pictures()
    seen: dict[tuple[str, bool], list[Diagnostic]] = {}
    for picture in _pictures(manifest):
        found.faults += _described(manifest, picture)
        file = picture.shape.file
        if not _exists(root, file):
            found.faults.append(_missing(manifest, (*picture.path, "file"), root, file))
        elif (file, picture.scene) not in seen:
            seen[file, picture.scene] = faults = _picture(root, file, scene=picture.scene)
            found.faults += faults
            size = SCENE_SIZE if picture.scene else PORTRAIT_SIZE
            drawn = draw_ms((root / file).read_bytes(), size) if measure and not faults else None
            found.costs.append(Cost(file, (root / file).stat().st_size / 1000, drawn))
    shape = manifest.shape
    for name, sound in (shape.sounds if shape else {}).items():
        found.faults += _sound(root, manifest, name, sound.file)
    return found


def _pictures(manifest: ManifestSource) -> Iterator[_Picture]:
    """Yields every picture of a story.toml."""
    shape = manifest.shape
    if shape is None:
        return
    if shape.cover:
        yield _Picture(("cover",), shape.cover, scene=False)
    for name, scene in shape.scenes.items():
        yield _Picture(("scenes", name), scene, scene=True)
    for person, character in shape.characters.items():
        for mood, portrait in character.portraits.items():
            yield _Picture(("characters", person, "portraits", mood), portrait, scene=False)


def _described(manifest: ManifestSource, picture: _Picture) -> Iterator[Diagnostic]:
    """Yields a complaint where a picture says nothing to those who do not see it."""
    if not picture.shape.alt.strip():
        yield manifest.complain("ART08", (*picture.path, "alt"), name=picture.shape.file)


def _exists(root: Path, file: str) -> bool:
    """Tells whether a file of the story is there, in the folder, by exactly this name."""
    try:
        path = root / file
        return path.is_file() and path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def _missing(manifest: ManifestSource, path: KeyPath, root: Path, file: str, mend: str = "") -> Diagnostic:
    """Returns the complaint about a file that is not there."""
    suffix = file.rpartition(".")[2]
    there = [one.relative_to(root).as_posix() for one in sorted(root.rglob(f"*.{suffix}"))]
    near = nearest(file, there)
    hint = f" (did you mean “{near}”?)" if near else ""
    return manifest.complain("ART01", path, name=file, near=hint, mend=mend or "Put the file there, or correct its name.")


def _picture(root: Path, file: str, *, scene: bool) -> list[Diagnostic]:
    """Returns what is wrong with one picture."""
    size = (root / file).stat().st_size
    if size > MOST_PICTURE_BYTES:
        limit = f"{MOST_PICTURE_BYTES // 1000} kB"
        return [complain("ART10", Place(file), name=file, size=f"{size // 1000} kB", limit=limit)]
    return SvgReader(text_file.read(root / file, file)).read(scene=scene).faults


def _sound(root: Path, manifest: ManifestSource, name: str, file: str) -> Iterator[Diagnostic]:
    """Yields what is wrong with one sound."""
    if not _exists(root, file):
        yield _missing(manifest, ("sounds", name, "file"), root, file, _SOUNDS_MEND)
        return
    try:
        size = (root / file).stat().st_size
        with (root / file).open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError as fault:
        yield complain("FILE02", Place(file), name=file, reason=(fault.strerror or "unknown reason").lower())
        return
    if not _VORBIS.match(head):
        yield complain("ART09", Place(file), name=file)
    if size > MOST_SOUND_BYTES:
        yield complain("ART10", Place(file), name=file, size=f"{size // 1000} kB", limit=f"{MOST_SOUND_BYTES // 1000} kB")


def draw_ms(svg: bytes, size: tuple[int, int]) -> float | None:
    """Returns how many milliseconds Skia takes to draw a picture at a size in pixels, or None where Skia is not installed."""
    try:
        import skia  # noqa: PLC0415 - only for whoever asks what a picture costs
    except ImportError:
        return None
    started = time.perf_counter()
    surface = skia.Surface(*size)
    picture = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg, True))  # noqa: FBT003 - Skia's own signature
    if picture is None:
        return None
    picture.setContainerSize(skia.Size(*size))
    picture.render(surface.getCanvas())
    surface.flushAndSubmit()
    return (time.perf_counter() - started) * 1000
