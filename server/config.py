"""What an operator decides: one TOML file in the data folder, and the environment above it."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from server.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NAME = "server.toml"
# What the environment may say instead of the file; the data folder itself is the command line's.
ENVIRONMENT = {
    "DATABASE_URL": "database",
    "THRESHOLD_ORIGIN": "origin",
    "THRESHOLD_PORT": "port",
    "THRESHOLD_LISTEN": "listen",
    "THRESHOLD_BUS": "bus",
}
# What an operator reads for the library's own sentences.
_PLAIN = {"extra_forbidden": "there is no such setting", "missing": "this is missing"}


class Config(BaseModel):
    """The server's configuration.

    `origin` is the address that browsers and the game use, such as `https://help.example.org`; `secret` is the file with the key
    that protects second factors and sessions at rest; `keys` holds the shredding keys and must never be in a backup.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    folder: Path
    origin: str
    # Further addresses of the same server, such as its onion service.
    other_origins: tuple[str, ...] = ()
    database: str = ""
    # What carries word between processes: PostgreSQL itself where it is the database, or a Redis server.
    bus: str = ""
    listen: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8740
    # How many proxies in front of it may say where a request came from.
    proxies: Annotated[int, Field(ge=0, le=3)] = 0
    listeners: Annotated[int, Field(ge=1, le=2000)] = 320
    threads: Annotated[int, Field(ge=2, le=256)] = 16
    # The proof of work's floor, in hashes on average, and how much heavier it may become under load.
    # A hundred thousand take a laptop a tenth of a second; a million take an old phone four.
    proof_floor: Annotated[int, Field(ge=1, le=1_000_000)] = 100_000
    proof_most: Annotated[int, Field(ge=1, le=5_000_000)] = 1_000_000
    # The process for live events: where it listens, and how many lines each of its workers takes.
    events_port: Annotated[int, Field(ge=1, le=65535)] = 8741
    events_most: Annotated[int, Field(ge=1, le=50_000)] = 4000
    # Where figures for Prometheus are given, of `run` and of `events`; 0 is nowhere.
    metrics_listen: str = "127.0.0.1"
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 0
    events_metrics_port: Annotated[int, Field(ge=0, le=65535)] = 0
    onion: str = ""
    # Whether answers that players chose to give are counted.
    insight: bool = True
    # Whether staff may open rooms for groups.
    group: bool = True

    @field_validator("origin")
    @classmethod
    def _an_origin(cls, value: str) -> str:
        """Takes scheme and host only; without TLS only for this machine and onion services."""
        parts = urlsplit(value)
        host = parts.hostname or ""
        if parts.scheme not in {"http", "https"} or not host or parts.path not in {"", "/"} or parts.query or parts.fragment:
            raise ValueError("an origin is a scheme and a host, such as https://help.example.org")
        if parts.scheme == "http" and host not in {"localhost", "127.0.0.1", "::1"} and not host.endswith(".onion"):
            raise ValueError("an origin without TLS is for localhost and onion services only")
        return value.rstrip("/")

    @field_validator("database")
    @classmethod
    def _a_database(cls, value: str) -> str:
        """Takes PostgreSQL, or nothing for the file in the data folder."""
        if value and not value.startswith(("postgresql://", "postgres://", "sqlite:///")):
            raise ValueError("a database is an address such as postgresql://threshold@/threshold; left out, a file in the data folder")
        return value

    @field_validator("bus")
    @classmethod
    def _a_bus(cls, value: str) -> str:
        """Takes a Redis server, or nothing for the database itself."""
        if value and not value.startswith(("redis://", "rediss://", "unix://")):
            raise ValueError("a bus is an address such as redis://127.0.0.1:6379; left out, it is PostgreSQL")
        return value

    @property
    def on_postgresql(self) -> bool:
        """Tells whether the database is PostgreSQL."""
        return self.database.startswith("postgres")

    @property
    def database_url(self) -> str:
        """Returns where the database is: the operator's, or a file in the data folder."""
        return self.database or f"sqlite:///{(self.folder / 'threshold.sqlite').resolve()}"

    @property
    def keys(self) -> Path:
        """Returns the file of shredding keys."""
        return self.folder / "keys.sqlite"

    @property
    def secret(self) -> Path:
        """Returns the file of the server's own secret."""
        return self.folder / "server.secret"

    @property
    def secure(self) -> bool:
        """Tells whether the origin uses TLS."""
        return self.origin.startswith("https:")

    @property
    def origins(self) -> tuple[str, ...]:
        """Returns every address of this server."""
        return (self.origin, *(other.rstrip("/") for other in self.other_origins))


def load(folder: Path, environment: Mapping[str, str] = os.environ) -> Config:
    """Returns the configuration of a data folder.

    Raises ConfigurationError where the file is missing, cannot be read, or says something that cannot be.
    """
    path = folder / NAME
    try:
        said: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigurationError(
            f"There is no {path}: `threshold-server init` makes it, `--folder` says where yours is, or bring it back from its copy."
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ConfigurationError(f"{path} cannot be read: {fault}.") from fault
    above = {field: name for name, field in ENVIRONMENT.items() if environment.get(name)}
    return checked(
        {"folder": folder, **said, **{field: environment[name] for field, name in above.items()}},
        lambda field: f"{above[field]} in the environment" if field in above else f"{path}: {field}",
    )


def checked(said: dict[str, Any], place: Callable[[str], str]) -> Config:
    """Returns the configuration of some fields.

    Raises ConfigurationError where one of them cannot be; `place` says where an operator finds it.
    """
    try:
        return Config.model_validate(said)
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    what = _PLAIN.get(first["type"]) or first["msg"].removeprefix("Value error, ")
    raise ConfigurationError(f"{place(field)}: {what[0].lower()}{what[1:]}.")
