"""Finds every command that a document of the project shows: lines of fenced blocks, and short ones in the text between backticks."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]
# What a command begins with; in a block that says it is for a shell, every line is one.
PROGRAMS: Final = frozenset(
    [
        *("threshold", "threshold-studio", "threshold-server", "python3", "python", "py", "pip", "pipx", "npm", "apt", "apt-get", "sudo"),
        *("systemctl", "journalctl", "nginx", "certbot", "curl", "psql", "createdb", "createuser", "pg_dump", "gunicorn", "tor", "git"),
        *("docker", "podman", "sh", "bash", "cp", "mv", "mkdir", "chmod", "chown", "install", "tar", "unzip", "minisign", "sha256sum"),
        *("su", "runuser", "useradd", "adduser", "(umask"),
    ]
)
SHELLS: Final = frozenset({"sh", "bash", "shell", "console"})
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})\s*(\S*)")
_REMARK = re.compile(r"\s{2,}\S.*$")


@dataclass(frozen=True)
class Command:
    """A command as it is shown, and where."""

    text: str
    place: str
    # Between backticks a command may only be named, without all that it needs.
    named: bool = False

    @property
    def words(self) -> list[str]:
        """Returns its words, as a shell would split them."""
        return shlex.split(self.text, comments=True)


def pages() -> list[Path]:
    """Returns the documents whose commands count: those at the root, in docs/, and of the project's own forms."""
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "packaging").rglob("*.md"), *(ROOT / ".github").rglob("*.md")]
    return sorted(path for path in found if path.name != "CHANGELOG.md")


def commands() -> list[Command]:
    """Returns all commands, in the order in which they stand, each text once a page."""
    found: dict[tuple[Path, str], Command] = {}
    for path in pages():
        for number, text, named in shown(path.read_text("utf-8")):
            found.setdefault((path, text), Command(text, f"{path.relative_to(ROOT).as_posix()}:{number}", named))
    return list(found.values())


def shown(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yields the commands of a document: line, text, and whether it stands between backticks."""
    fence, kind, begun = "", "", ""
    for number, line in enumerate(text.split("\n"), start=1):
        mark = _FENCE.match(line)
        if mark and (not fence or line.strip().startswith(fence)):
            fence, kind = ("", "") if fence else (mark[1], mark[2].lower())
        elif fence:
            begun, whole = _continued(begun + line)
            if whole and kind in {"", *SHELLS} and (command := _command(whole, shell=bool(kind))):
                yield number, command, False
        else:
            yield from ((number, found, True) for found in _inline(line))


def _continued(line: str) -> tuple[str, str]:
    """Returns what waits for its next line, and what is whole."""
    joined = re.sub(r"\\\n[ \t]*", "", line)
    return (joined[:-1].rstrip() + " \\\n", "") if joined.endswith("\\") else ("", joined)


def _command(line: str, *, shell: bool) -> str:
    """Returns the command on a line of a block, or nothing."""
    text = _REMARK.sub("", line.strip().removeprefix("$ ")).strip()
    if not text or text.startswith("#"):
        return ""
    return text if shell or text.split()[0] in PROGRAMS else ""


def _inline(line: str) -> Iterator[str]:
    """Yields what stands between backticks and is a command with something behind its program."""
    for match in _INLINE.finditer(line):
        words = match[1].split()
        if len(words) > 1 and words[0] in PROGRAMS:
            yield match[1].strip()
