"""The verb `new`: makes a story's folder that runs at once, to be changed line by line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from studio.errors import UsageError, WriteError

_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
_TEXTS = {".ink", ".md", ".plan", ".toml"}


def make(folder: Path) -> list[Path]:
    """Makes a new story in a folder that is not there yet, or empty; returns its files.

    Raises UsageError where the folder's name cannot be a story's, or there is something in it; WriteError where it cannot be written.
    """
    name = folder.resolve().name
    if not _ID.fullmatch(name):
        message = f"“{name}” cannot be a story's name: small letters, digits and hyphens, a letter first, as in `my-story`."
        raise UsageError(message)
    try:
        if folder.exists() and any(folder.iterdir()):
            message = f"There is something in “{folder}” already: name a new folder."
            raise UsageError(message)
        shutil.copytree(Path(__file__).with_name("starter"), folder, dirs_exist_ok=True)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        for path in files:
            if path.suffix in _TEXTS:
                _fill_in(path, name)
    except OSError as fault:
        message = f"“{folder}” cannot be made ({fault.strerror}): name another place."
        raise WriteError(message) from fault
    return files


def _fill_in(path: Path, name: str) -> None:
    """Puts the story's name and title where the starter leaves room for them."""
    title = name.replace("-", " ").capitalize()
    text = path.read_text(encoding="utf-8").replace("{{id}}", name).replace("{{title}}", title)
    path.write_text(text, encoding="utf-8", newline="\n")
