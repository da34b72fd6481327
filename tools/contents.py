"""What goes into a download beside the code: data, libraries that are loaded by name, and what is left out because nothing needs it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# Folders of the house whose files are data, by where they lie; those of other packages, by package.
FOLDERS: Final = ("game/catalogues", "game/vendor")
GROUP_FOLDERS: Final = ("server/group/catalogues", "server/group/static", "server/group/templates")
# What serves a group's phones, and nothing else.
OF_GROUPS: Final = (
    "server",
    "flask",
    "flask_limiter",
    "jinja2",
    "limits",
    "pydantic",
    "pydantic_core",
    "sqlalchemy",
    "waitress",
    "werkzeug",
)
PACKAGES: Final = {"mnemonic": ("wordlist/*.txt",), "certifi": ("cacert.pem",), "babel": ("global.dat",)}
# The languages whose dates and units stand in a download beside those of the interface: what English needs.
PLACES: Final = ("root", "en", "en_001", "en_GB")
# Skia offers numpy's arrays where numpy is there, and pygame, too; the game asks neither. The rest comes along by accident.
EXCLUDED: Final = (
    *("numpy", "PIL", "tkinter", "cryptography", "setuptools", "pkg_resources", "pip", "pytest", "_pytest", "hypothesis"),
    *("opendp", "playwright", "py_mini_racer", "soundfile", "psycopg", "alembic", "greenlet", "requests", "brotli", "zstandard", "h2"),
    *("mypy", "ast_serialize", "psutil", "coverage", "pycparser", "pytz", "tzdata", "dateutil", "typing_inspect", "email_validator"),
    *("IPython", "pygments", "rich", "yaml", "redis", "memcache", "pymongo", "gevent", "dotenv", "watchdog", "OpenSSL", "lxml"),
    *("pydoc", "doctest", "unittest", "test", "lib2to3", "idlelib", "xmlrpc", "curses", "readline", "pdb", "_testcapi"),
    *("pygame.camera", "pygame._camera", "pygame.midi", "pygame.pypm", "pygame.freetype", "pygame._freetype", "pygame.ftfont"),
    *("pygame.font", "pygame.sndarray", "pygame.surfarray", "pygame.docs", "pygame.examples", "pygame.tests", "pygame.gfxdraw"),
    *("pygame.imageext", "pygame.pixelarray", "pygame.newbuffer"),
    *("multiprocessing", "smtplib", "ftplib", "optparse", "code", "codeop"),
    *(f"_codecs_{place}" for place in ("cn", "hk", "iso2022", "jp", "kr", "tw") if sys.platform == "linux"),
    *("pydantic.v1", "pydantic.mypy", "werkzeug.debug", "sqlalchemy.ext.asyncio", "sqlalchemy.testing", "sqlalchemy.ext.mypy"),
    *("babel.messages", "babel.support", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.mssql"),
)
# Papers are gathered apart (tools/bill.py); pygame's icons and letters are not ours; SQLAlchemy has as Python what it has compiled.
_LEFT_OUT: Final = re.compile(
    r"(?:.*/)?(?:pygame/(?:docs|examples|tests)/.*|pygame/.*\.(?:pyi|ttf|ico|icns|svg)|sqlalchemy/.*_cy\..*\.so|.*\.dist-info/.*|.*\.pyi)"
)
_DATES: Final = re.compile(r"(?:.*/)?babel/locale-data/.*")


def needed(name: str, dates: Collection[str] = ()) -> bool:
    """Tells whether a file of a package belongs into the download; `dates` are the files of dates that do."""
    plain = name.replace("\\", "/")
    return _LEFT_OUT.fullmatch(plain) is None and (_DATES.fullmatch(plain) is None or plain.rpartition("/")[2] in dates)


def data(root: Path, *, small: bool = False) -> list[tuple[str, str]]:
    """Returns the files that are data: where each lies, and the folder it goes to."""
    found = [*_own(root, FOLDERS if small else (*FOLDERS, *GROUP_FOLDERS)), *_others(), *_dates(root)]
    return [(str(path), folder) for path, folder in sorted(found)]


def _own(root: Path, folders: Collection[str]) -> Iterator[tuple[Path, str]]:
    """Yields the house's own files: catalogues but those of made-up languages, fonts, sounds, stories, directories of help."""
    for folder in folders:
        for path in (root / folder).rglob("*"):
            place = path.relative_to(root)
            if path.is_file() and not {"__pycache__", "stamp", "en_XA", "ar_XB"} & set(place.parts):
                yield path, place.parent.as_posix()
    for path in (root / "game" / "packs").iterdir():
        if path.suffix in {".story", ".keys"}:
            yield path, "game/packs"
    for path in (root / "assets" / "help").glob("*.toml"):
        yield path, "game/help"


def _package(name: str) -> Path:
    """Returns the folder of an installed package."""
    from importlib.util import find_spec  # noqa: PLC0415  here alone

    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise LookupError(f"The package {name} is not installed here.")
    return Path(spec.origin).parent


def _others() -> Iterator[tuple[Path, str]]:
    """Yields what packages read when they run."""
    for name, patterns in PACKAGES.items():
        folder = _package(name)
        for pattern in patterns:
            yield from ((path, path.parent.relative_to(folder.parent).as_posix()) for path in folder.glob(pattern))


def tongues(root: Path) -> set[str]:
    """Returns the languages that the interface or a story of this build speaks, without their regions."""
    spoken = {path.name for path in (root / "game" / "catalogues").iterdir() if path.is_dir()}
    told = {path.stem for path in root.glob("stories/*/translations/*.po")}
    return {tag.replace("-", "_").partition("_")[0] for tag in spoken | told if not tag.endswith(("XA", "XB"))}


def _dates(root: Path) -> Iterator[tuple[Path, str]]:
    """Yields how the languages of this build write days: all of them together are larger than the game."""
    folder = _package("babel") / "locale-data"
    for name in dates(root):
        if (path := folder / name).is_file():
            yield path, "babel/locale-data"


def dates(root: Path) -> set[str]:
    """Returns the names of the files of dates that belong into the download."""
    return {f"{name}.dat" for name in {*PLACES, *tongues(root)}}


def libraries() -> list[tuple[str, str]]:
    """Returns the libraries that are loaded by name, so that nothing else finds them: the ink engine's."""
    folder = _package("bink")
    suffix = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
    return [(str(path), path.parent.relative_to(folder.parent).as_posix()) for path in sorted(folder.glob(f"native/*/*{suffix}"))]


def hidden(root: Path, *, small: bool = False) -> list[str]:
    """Returns modules that are imported by name, or only on other ways than the analysis sees: the game's rooms, a group's server."""
    found = []
    for folder in ("game",) if small else ("game", "server/group"):
        for path in sorted((root / folder).rglob("*.py")):
            if "vendor" not in path.parts:
                parts = path.relative_to(root).with_suffix("").parts
                found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    served = () if small else ("server.cli", "server.commands.group", "sqlalchemy.dialects.sqlite", "sqlalchemy.util.cython")
    return [*found, *served, "_cffi_backend", "segno", "socks", "urllib3.contrib.socks"]
