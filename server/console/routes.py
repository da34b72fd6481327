"""The console's page and what it is made of: one shell, modules, styles, fonts, and the words of its languages."""

from __future__ import annotations

import base64
import gettext
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request
from flask_babel import get_locale

from server.errors import UnknownError
from server.wire import padded

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
STATIC = HERE / "static"
VENDOR = HERE.parent / "vendor"
CATALOGUES = HERE.parent / "catalogues"
RIGHT_TO_LEFT = frozenset({"ar"})
# What browsers are told that files are; nothing else is served.
KINDS = {".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".txt": "text/plain"}


def found(name: str) -> Path:
    """Returns a file of the console or of its vendors.

    Raises UnknownError for anything outside, or of another kind.
    """
    root, rest = (VENDOR, name.removeprefix("vendor/")) if name.startswith("vendor/") else (STATIC, name)
    path = (root / rest).resolve()
    if not path.is_relative_to(root.resolve()) or path.suffix not in KINDS or not path.is_file():
        raise UnknownError
    return path


@lru_cache(maxsize=4)
def hashes(root: Path, stamp: int) -> dict[str, str]:  # noqa: ARG001  the stamp is what makes a changed file count
    """Returns the hash of every module, by its address, for the page to hold the browser to."""
    modules = [*sorted((root / "js").rglob("*.mjs")), *sorted((VENDOR / "js").glob("*.mjs"))]
    return {_address(path): "sha384-" + base64.b64encode(hashlib.sha384(path.read_bytes()).digest()).decode() for path in modules}


def _address(path: Path) -> str:
    """Returns where a module is served."""
    if path.is_relative_to(VENDOR):
        return f"/console/static/vendor/{path.relative_to(VENDOR).as_posix()}"
    return f"/console/static/{path.relative_to(STATIC).as_posix()}"


def stamp() -> int:
    """Returns a number that changes with the newest module."""
    return max(path.stat().st_mtime_ns for path in [*(STATIC / "js").rglob("*.mjs"), *(VENDOR / "js").glob("*.mjs")])


def catalogue(language: str) -> dict[str, object]:
    """Returns every text of the console in a language, by its English; several forms where it counts something."""
    try:
        read = gettext.translation("console", CATALOGUES, [language])
    except OSError:
        return {"language": language, "texts": {}, "plural": "n != 1"}
    texts: dict[str, object] = {}
    for key, text in read._catalog.items():  # type: ignore[attr-defined]  # noqa: SLF001  gettext has no other way to list what it holds
        if isinstance(key, tuple):
            forms = texts.setdefault(key[0], {})
            if isinstance(forms, dict):
                forms[str(key[1])] = text
        elif key:
            texts[key] = text
    forms_of = [read.plural(count) for count in range(201)]  # type: ignore[attr-defined]  # set when the catalogue is read
    return {"language": language, "texts": texts, "forms": forms_of}


def blueprint(languages: Sequence[str]) -> Blueprint:
    """Returns the routes of the console's pages."""
    made = Blueprint("console", __name__, url_prefix="/console")

    @made.get("/")
    def shell() -> str:
        """Gives the page, in the browser's language or the one asked for."""
        asked = request.args.get("lang", "")
        language = asked if asked in languages else str(get_locale() or "en")
        direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        return render_template("shell.html", language=language, direction=direction, languages=languages, hashes=hashes(STATIC, stamp()))

    @made.get("/static/<path:name>")
    def static(name: str) -> Response:
        """Gives a file; a browser asks each time whether its copy is still good."""
        path = found(name)
        response = Response(path.read_bytes(), content_type=KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0])
        response.add_etag()
        response.headers["Cache-Control"] = "public, no-cache" if path.suffix != ".woff2" else "public, max-age=604800"
        response.make_conditional(request)
        return response

    @made.get("/catalogue/<language>.json")
    def words(language: str) -> Response:
        """Gives the console's texts in a language."""
        if language not in languages:
            raise UnknownError
        response = Response(padded(catalogue(language)), content_type="application/json")
        response.add_etag()
        response.headers["Cache-Control"] = "public, no-cache"
        response.make_conditional(request)
        return response

    return made
