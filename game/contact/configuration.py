"""Where the counsellors are: a server's address, its organisation's pin, and a proxy on the way, read from one small file.

The file is called `threshold.toml` and holds `origin`, `pin`, and where wanted `proxy`. It is looked for where THRESHOLD_CONTACT says,
beside the program, among the player's settings, and in the installation; the first one found counts.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urlsplit

import msgspec

from game.contact.coding import ID, from_text
from game.contact.errors import ConfigurationError
from game.errors import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.paths import Paths

NAME: Final = "threshold.toml"
VARIABLE: Final = "THRESHOLD_CONTACT"
_MOST_BYTES = 10_000
_PIN = "threshold1:"
_KEY = 32
_UNREAD = marked("The file {name}, which says where the counsellors are, cannot be read. Whoever gave you the game has a good one.")
_PINLESS = marked("In {name}, the pin is not one: it begins with threshold1: and has 64 letters and digits after it.")
_UNSAFE = marked("In {name}, the address must begin with https:// and name nothing but the server.")
_PROXY = marked("In {name}, the proxy must be written like socks5h://127.0.0.1:9050.")


@dataclass(frozen=True, slots=True)
class Pin:
    """What a build knows of its counsellors: the deployment, and the key that their organisation signs with."""

    deployment: bytes
    root: bytes


@dataclass(frozen=True, slots=True)
class Configuration:
    """Where the counsellors are; `proxy` is empty for none."""

    origin: str
    pin: Pin
    proxy: str = ""

    @property
    def host(self) -> str:
        """Returns the server's name, to be shown."""
        return urlsplit(self.origin).hostname or ""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    origin: str
    pin: str
    proxy: str = ""


def find(paths: Paths, environment: Mapping[str, str] = os.environ, program: Path | None = None) -> Configuration | None:
    """Returns where the counsellors of this build are, or None where it has none.

    Raises ConfigurationError where a file is there and cannot be used: the next one is not tried, so that nobody reaches strangers.
    """
    return next((read(path) for path in _places(paths, environment, program) if path.is_file()), None)


def read(path: Path) -> Configuration:
    """Returns what a file says.

    Raises ConfigurationError.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ConfigurationError(_UNREAD, name=path.name)
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        raise ConfigurationError(_UNREAD, name=path.name) from None
    return Configuration(_origin(file.origin, path.name), _pin(file.pin, path.name), _proxy(file.proxy, path.name))


def _places(paths: Paths, environment: Mapping[str, str], program: Path | None) -> Iterator[Path]:
    """Yields where a file may be, the nearest to the player first."""
    if given := environment.get(VARIABLE):
        yield Path(given).expanduser()
        return
    started = program or Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0] or sys.executable)
    yield started.resolve().parent / NAME
    yield paths.settings.parent / NAME
    yield Path(__file__).parents[1] / NAME


def _pin(text: str, name: str) -> Pin:
    try:
        raw = from_text(text.strip().removeprefix(_PIN), ID + _KEY)
    except ValueError:
        raise ConfigurationError(_PINLESS, name=name) from None
    if not text.strip().startswith(_PIN):
        raise ConfigurationError(_PINLESS, name=name)
    return Pin(raw[:ID], raw[ID:])


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
        raise ConfigurationError(_UNSAFE, name=name)
    usual = {"https": 443, "http": 80}[parts.scheme]
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{parts.port}" if parts.port not in {None, usual} else "")


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
        raise ConfigurationError(_PROXY, name=name)
    return text.strip().rstrip("/")
