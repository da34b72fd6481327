"""What a build knows of servers, read from one small file: where counsellors are, where answers may be told, and a proxy on the way.

The file is called `threshold.toml` and holds `origin` and `pin` for contact, `insight` for answers that are told with known odds, `group`
for groups that are not in one room, and where wanted `proxy`; `newest` and `newest_key` say where a player who asks learns of a newer
version, and who signs the answer. It is looked for where THRESHOLD_CONTACT says, beside the program, among the player's settings, and in
the installation; the first one found counts.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import SplitResult, urlsplit

import msgspec

from game.errors import DeploymentError, marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.paths import Paths

NAME: Final = "threshold.toml"
VARIABLE: Final = "THRESHOLD_CONTACT"
_MOST_BYTES = 10_000
UNREAD = marked("The file {name}, which says where the counsellors are, cannot be read. Whoever gave you the game has a good one.")
_UNSAFE = marked("In {name}, the address must begin with https:// and name nothing but the server.")
_PROXY = marked("In {name}, the proxy must be written like socks5h://127.0.0.1:9050.")


@dataclass(frozen=True, slots=True)
class Deployment:
    """What the file called `name` says; what it does not name is empty."""

    origin: str = ""
    pin: str = ""
    proxy: str = ""
    insight: str = ""
    group: str = ""
    name: str = NAME
    newest: str = ""
    newest_key: str = ""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    origin: str = ""
    pin: str = ""
    proxy: str = ""
    insight: str = ""
    newest: str = ""
    newest_key: Annotated[str, msgspec.Meta(pattern="^([0-9a-fA-F]{64})?$")] = ""
    group: str = ""


def find(paths: Paths, environment: Mapping[str, str] = os.environ, program: Path | None = None) -> Deployment | None:
    """Returns what this build knows of servers, or None where it knows none.

    Raises DeploymentError where a file is there and cannot be used: the next one is not tried, so that nobody reaches strangers.
    """
    return next((read(path) for path in _places(paths, environment, program) if path.is_file()), None)


def read(path: Path) -> Deployment:
    """Returns what a file says, its addresses in their one form.

    Raises DeploymentError.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DeploymentError(UNREAD, name=path.name)
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        raise DeploymentError(UNREAD, name=path.name) from None
    origin, insight, group = (_origin(text, path.name) if text.strip() else "" for text in (file.origin, file.insight, file.group))
    newest = _page(file.newest, path.name) if file.newest_key else ""
    return Deployment(origin, file.pin, _proxy(file.proxy, path.name), insight, group, path.name, newest, file.newest_key)


def _places(paths: Paths, environment: Mapping[str, str], program: Path | None) -> Iterator[Path]:
    """Yields where a file may be, the nearest to the player first."""
    if given := environment.get(VARIABLE):
        yield Path(given).expanduser()
        return
    started = program or Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0] or sys.executable)
    yield started.resolve().parent / NAME
    yield paths.settings.parent / NAME
    yield Path(__file__).parent / NAME


def _split(text: str) -> SplitResult | None:
    """Returns an address in its parts, or None for one that names more than a server."""
    try:
        parts = urlsplit(text.strip())
        more = parts.username or parts.password or parts.query or parts.fragment or parts.path not in {"", "/"}
        named = parts.hostname and parts.port != 0 and not more
    except ValueError:
        return None
    return parts if named else None


def _origin(text: str, name: str) -> str:
    """Returns an origin in its one form: lower case, no port where it is the usual one, nothing behind it."""
    parts = _split(text)
    host = parts.hostname if parts else None
    if parts is None or host is None or not (parts.scheme == "https" or (parts.scheme == "http" and _needs_no_tls(host))):
        raise DeploymentError(_UNSAFE, name=name)
    usual = {"https": 443, "http": 80}[parts.scheme]
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{parts.port}" if parts.port not in {None, usual} else "")


def _page(text: str, name: str) -> str:
    """Returns the address of one file: as safe as an origin must be, with a path and nothing behind it."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        raise DeploymentError(_UNSAFE, name=name) from None
    _origin(f"{parts.scheme}://{parts.netloc}", name)
    return parts._replace(query="", fragment="").geturl()


def _needs_no_tls(host: str) -> bool:
    """Tells whether nobody stands between: this device itself, or an onion service, which is encrypted anyway."""
    if host == "localhost" or host.endswith((".onion", ".localhost")):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _proxy(text: str, name: str) -> str:
    parts = _split(text) if text.strip() else None
    if not text.strip():
        return ""
    if parts is None or parts.scheme != "socks5h" or parts.port is None:
        raise DeploymentError(_PROXY, name=name)
    return text.strip().rstrip("/")
