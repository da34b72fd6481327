"""What an organisation orders: the file that `threshold build` reads, looked through before anything is made."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Annotated, Final

import msgspec

from game import deployment
from game.errors import DeploymentError
from game.own import house, sums
from game.own.errors import OwnError

_MOST_BYTES: Final = 100_000
_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_UNKNOWN: Final = re.compile(r"Object contains unknown field `(.+?)`(?: - at `\$\.?(.*)`)?")


class Servers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the organisation's servers are: what stands in `threshold.toml`."""

    origin: str = ""
    pin: str = ""
    proxy: str = ""
    insight: str = ""
    newest: str = ""
    newest_key: str = ""


class Stories(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which of the stories that come with the download stay (all where nothing is said), which files are added, which keys are trusted."""

    keep: tuple[str, ...] | None = None
    add: tuple[str, ...] = ()
    trust: tuple[str, ...] = ()


class Order(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; paths in it begin where it lies. `publisher` is the key that the download must be signed with."""

    name: house.Name = "Threshold"
    publisher: str = ""
    languages: Annotated[tuple[str, ...], msgspec.Meta(max_length=100)] = ()
    help: str = ""
    servers: Servers = Servers()
    stories: Stories = Stories()
    colours: dict[str, dict[str, str]] = {}


def read(path: Path) -> Order:
    """Returns what is ordered, all of it looked through.

    Raises OwnError with the first thing that cannot be, and how it should be.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise OwnError("{name} is too large to be read.", name=path.name)
        order = msgspec.toml.decode(path.read_bytes(), type=Order)
    except OSError as fault:
        raise OwnError("{name} cannot be read ({reason}).", name=path.name, reason=fault.strerror) from fault
    except msgspec.ValidationError as fault:
        raise OwnError("In {name}: {reason}.", name=path.name, reason=_plain(str(fault))) from fault
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise OwnError("{name} is not written in TOML ({reason}).", name=path.name, reason=str(fault).rstrip(".")) from fault
    _looked_through(order, path)
    return order


def _plain(reason: str) -> str:
    match = _UNKNOWN.fullmatch(reason)
    if match is None:
        return reason
    place = f" in [{match[2]}]" if match[2] else ""
    return f"there is nothing called “{match[1]}”{place}"


def _looked_through(order: Order, path: Path) -> None:
    house.themes(order.colours)
    for tag in order.languages:
        if not _TAG.fullmatch(tag):
            raise OwnError("In {name}, “{tag}” is no language: they are written like de or pt-BR.", name=path.name, tag=tag)
    for key in (order.publisher, order.servers.newest_key, *order.stories.trust):
        if key:
            sums.public(key)
    if bool(order.servers.newest) != bool(order.servers.newest_key):
        raise OwnError("In {name}, newest and newest_key belong together: an answer that nobody signed is worth nothing.", name=path.name)
    if bool(order.servers.origin) != bool(order.servers.pin):
        raise OwnError("In {name}, origin and pin belong together: `threshold-server init` prints both.", name=path.name)
    if order.help and not any((path.parent / order.help).glob("*.toml")):
        raise OwnError("In {name}, help must name a folder with at least one directory (.toml) in it.", name=path.name)
    for added in order.stories.add:
        if not (path.parent / added).is_file():
            raise OwnError("In {name}, there is no story file {added}.", name=path.name, added=added)
    _try_servers(order)


def _try_servers(order: Order) -> None:
    """Reads the file of servers as the game will."""
    text = servers(order)
    if not text:
        return
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / deployment.NAME
        trial.write_bytes(text)
        try:
            deployment.read(trial)
        except DeploymentError as fault:
            raise OwnError(fault.message, **fault.values) from fault


def servers(order: Order) -> bytes:
    """Returns what stands in the file of servers; nothing where there are none."""
    told = {name: value for name, value in msgspec.structs.asdict(order.servers).items() if value}
    return toml(told) if told else b""


def toml(values: dict[str, str]) -> bytes:
    """Returns texts by name, in TOML."""
    return "".join(f"{name} = {msgspec.json.encode(value).decode()}\n" for name, value in values.items()).encode()
