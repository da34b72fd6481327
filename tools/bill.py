"""Lists what really lies in a built folder: a CycloneDX bill of materials, and the licence of everything in it.

Packages are found by the modules and libraries in the folder, never by what was asked for.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import uuid
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from game.own import sums
from tools import leaner

if TYPE_CHECKING:
    from collections.abc import Iterator

BILL, LICENCES = "sbom.cdx.json", "licences"
# Libraries inside other people's wheels: what they are called, and their licences as their projects state them (SPDX).
NATIVE: Final = {
    "SDL2_mixer": "Zlib",
    "SDL2_image": "Zlib",
    "SDL2_ttf": "Zlib",
    "SDL2": "Zlib",
    "FLAC": "BSD-3-Clause",
    "asound": "LGPL-2.1-or-later",
    "brotlicommon": "MIT",
    "brotlidec": "MIT",
    "bz2": "bzip2-1.0.6",
    "fluidsynth": "LGPL-2.1-or-later",
    "fontconfig": "MIT",
    "freetype": "FTL",
    "harfbuzz": "MIT-Modern-Variant",
    "jpeg": "IJG",
    "mpg123": "LGPL-2.1-only",
    "ogg": "BSD-3-Clause",
    "opusfile": "BSD-3-Clause",
    "opus": "BSD-3-Clause",
    "png16": "libpng-2.0",
    "portmidi": "MIT",
    "sndfile": "LGPL-2.1-or-later",
    "uuid": "BSD-3-Clause",
    "vorbisenc": "BSD-3-Clause",
    "vorbisfile": "BSD-3-Clause",
    "vorbis": "BSD-3-Clause",
    "wavpack": "BSD-3-Clause",
    "xmp": "MIT",
}
# Where a package's own words on its licence are a name from before SPDX, or stand in a text alone.
STATED: Final = {
    "accesskit": "MIT OR Apache-2.0",
    "bink": "Apache-2.0",
    "blinker": "MIT",
    "deprecated": "MIT",
    "flask-limiter": "MIT",
    "itsdangerous": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "limits": "MIT",
    "ordered-set": "MIT",
    "wrapt": "BSD-2-Clause",
    "certifi": "MPL-2.0",
    "mnemonic": "MIT",
    "pygame-ce": "LGPL-2.1-or-later",
    "pynacl": "Apache-2.0",
    "pysocks": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "skia-python": "BSD-3-Clause",
    "waitress": "ZPL-2.1",
}
PAPERS: Final = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")
_ZERO: Final = dt.datetime(2001, 9, 9, 1, 46, 40, tzinfo=dt.UTC)


@dataclass(slots=True)
class Part:
    """Something that ships: where it comes from, its licence, the files of it that are libraries, and texts of licences."""

    name: str
    version: str
    licence: str
    address: str = ""
    kind: ComponentType = ComponentType.LIBRARY
    libraries: list[Path] = field(default_factory=list)
    texts: list[Path] = field(default_factory=list)


def parts(folder: Path, root: Path) -> list[Part]:
    """Returns everything of others that lies in a folder, by name."""
    home = folder / "parts"
    found = [*_packages(home), *_native(home), *_fonts(root), _python()]
    return sorted(found, key=lambda part: (part.kind.value, part.name.lower()))


def _packages(home: Path) -> Iterator[Part]:
    """Yields the Python packages whose modules or libraries lie there."""
    there = {path.name.partition(".")[0] for path in home.iterdir()}
    owners = metadata.packages_distributions()
    names = {owner for module in there for owner in owners.get(module, [])} - {"threshold", "pyinstaller"}
    for name in sorted({name.lower().replace("_", "-") for name in names}):
        package = metadata.distribution(name)
        texts = [
            Path(str(package.locate_file(path)))
            for path in package.files or []
            if ".dist-info" in str(path) and any(word in path.name.upper() for word in PAPERS)
        ]
        said = _stated(package) or STATED.get(name) or "see its text"
        yield Part(name, package.version, said, str(PackageURL("pypi", None, name, package.version)), texts=texts)


def _stated(package: metadata.Distribution) -> str:
    """Returns the licence that a package states in SPDX, or nothing."""
    return next(iter(package.metadata.get_all("License-Expression") or []), "")


def _native(home: Path) -> Iterator[Part]:
    """Yields the libraries that came inside other people's wheels, and those of this machine's system."""
    for path in leaner.elves(home):
        bare = path.name.removeprefix("lib")
        if path.parent.name.endswith(".libs"):
            known = next((name for name in sorted(NATIVE, key=len, reverse=True) if bare.startswith((f"{name}-", f"{name}."))), None)
            version = path.name.partition(".so.")[2] or "unknown"
            yield Part(f"lib{known or bare}", version, NATIVE.get(known or "", "see its project"), libraries=[path])
        elif path.parent == home and ".so" in path.name and "cpython" not in path.name and not path.name.startswith("libpython"):
            yield _of_system(path)


def _of_system(path: Path) -> Part:
    """Returns a library of the system that this was built on, with the text that its package keeps."""
    asked = shutil.which("dpkg-query")
    if asked:
        done = subprocess.run([asked, "-S", f"*/{path.name}"], capture_output=True, text=True, check=False)
        owner = done.stdout.partition(":")[0]
        if done.returncode == 0 and owner:
            version = subprocess.run([asked, "-W", "-f", "${Version}", owner], capture_output=True, text=True, check=False).stdout.split()
            text = Path("/usr/share/doc") / owner / "copyright"
            address = str(PackageURL("deb", "debian", owner, version[0] if version else None))
            texts = [text] if text.is_file() else []
            return Part(owner, version[0] if version else "unknown", "see its text", address, libraries=[path], texts=texts)
    return Part(path.name, "unknown", "see its project", libraries=[path])


def _fonts(root: Path) -> Iterator[Part]:
    for text in sorted((root / "game" / "vendor" / "fonts").glob("LICENSE-*.txt")):
        name = text.stem.removeprefix("LICENSE-")
        yield Part(f"font {name}", "as in package-lock.json", "OFL-1.1", kind=ComponentType.DATA, texts=[text])


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    text = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt"
    return Part(
        "python", version, "Python-2.0", str(PackageURL("generic", None, "python", version)), texts=[text] if text.is_file() else []
    )


def _component(part: Part) -> Component:
    return Component(
        name=part.name,
        version=part.version,
        type=part.kind,
        bom_ref=f"{part.name}@{part.version}:{','.join(path.name for path in part.libraries)}",
        purl=PackageURL.from_string(part.address) if part.address else None,
        licenses=[DisjunctiveLicense(name=part.licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sums.digest(path)) for path in part.libraries[:1]],
        properties=[Property(name="threshold:file", value=path.name) for path in part.libraries],
    )


def write(folder: Path, root: Path, version: str) -> list[Part]:
    """Writes the bill and the licences into a folder, and returns what it found; the same folder gives the same bytes."""
    found = parts(folder, root)
    bill = Bom(components=[_component(part) for part in found])
    bill.metadata.timestamp = _ZERO
    bill.metadata.component = Component(
        name="threshold",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="threshold",
        licenses=[DisjunctiveLicense(name="MIT AND CC-BY-SA-4.0 AND OFL-1.1")],
    )
    bill.register_dependency(bill.metadata.component, bill.components)
    bill.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, " ".join(f"{part.name} {part.version}" for part in found))
    (folder / BILL).write_text(JsonV1Dot6(bill).output_as_string(indent=2) + "\n", "utf-8")
    rows = []
    for part in found:
        kept = folder / LICENCES / part.name.replace(" ", "-")
        for text in part.texts:
            kept.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, kept / text.name)
        where = f"{LICENCES}/{kept.name}/" if part.texts else "its project's page"
        rows.append(f"{part.name} {part.version}: {part.licence} ({where})")
    for paper in ("LICENSE", "LICENSE-STORIES"):
        (folder / LICENCES / "threshold").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / paper, folder / LICENCES / "threshold" / paper)
    head = f"Threshold {version}: MIT; stories, pictures and sounds CC BY-SA 4.0 ({LICENCES}/threshold/).\nWhat comes with it:\n\n"
    (folder / "LICENCES.txt").write_text(head + "\n".join(rows) + "\n", "utf-8")
    return found
