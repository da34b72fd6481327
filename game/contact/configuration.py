"""Where the counsellors are: a server's address, its organisation's pin, and a proxy on the way, as the build's file says."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from game import deployment
from game.contact.coding import ID, from_text
from game.contact.errors import ConfigurationError
from game.errors import DeploymentError, marked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from game.deployment import Deployment
    from game.paths import Paths

_PIN = "threshold1:"
_KEY = 32
_PINLESS: Final = marked("In {name}, the pin is not one: it begins with threshold1: and has 64 letters and digits after it.")


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


def find(paths: Paths, environment: Mapping[str, str] = os.environ, program: Path | None = None) -> Configuration | None:
    """Returns where the counsellors of this build are, or None where it has none.

    Raises ConfigurationError where a file is there and cannot be used: the next one is not tried, so that nobody reaches strangers.
    """
    try:
        found = deployment.find(paths, environment, program)
    except DeploymentError as fault:
        raise ConfigurationError(fault.message, **fault.values) from None
    return _taken(found) if found is not None else None


def read(path: Path) -> Configuration | None:
    """Returns what a file says of counsellors, or None where it names none.

    Raises ConfigurationError.
    """
    try:
        return _taken(deployment.read(path))
    except DeploymentError as fault:
        raise ConfigurationError(fault.message, **fault.values) from None


def _taken(file: Deployment) -> Configuration | None:
    """Returns what concerns counsellors; a file that is about answers or newer versions alone has nothing of it."""
    if not file.origin and not file.pin and (file.insight or file.newest):
        return None
    if not file.origin:
        raise ConfigurationError(deployment.UNREAD, name=file.name)
    return Configuration(file.origin, _pin(file.pin, file.name), file.proxy)


def _pin(text: str, name: str) -> Pin:
    try:
        raw = from_text(text.strip().removeprefix(_PIN), ID + _KEY)
    except ValueError:
        raise ConfigurationError(_PINLESS, name=name) from None
    if not text.strip().startswith(_PIN):
        raise ConfigurationError(_PINLESS, name=name)
    return Pin(raw[:ID], raw[ID:])
