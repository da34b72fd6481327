"""Small files that somebody may have been handed: threshold.toml with its servers, and settings."""

from __future__ import annotations

from urllib.parse import urlsplit

from game import deployment
from game.contact import configuration
from game.contact.errors import ContactError
from game.errors import DeploymentError, SettingsError
from game.settings import Settings, SettingsFile
from tests.fuzz.target import CUT, Target, file, parts

ROOMS = ("game", "tomllib", "urllib.parse")


def run(data: bytes) -> None:
    """Reads settings, and then what a build knows of servers: addresses that come out are in their one form."""
    said, *more = parts(data)
    kept = SettingsFile(file("settings.json", more[0] if more else said))
    assert isinstance(kept.load(), Settings)
    assert kept.notice is None or str(kept.notice)
    found = deployment.read(file("threshold.toml", said))
    for origin in (found.origin, found.insight):
        if origin:
            assert urlsplit(origin).scheme in {"http", "https"}
            assert deployment._origin(origin, "again") == origin
    configuration._taken(found)


def seeds() -> dict[str, bytes]:
    """Returns a good file of each kind, and some that are odd."""
    good = (
        b'origin = "https://lantern.example"\npin = "threshold1:%b"\nproxy = "socks5h://127.0.0.1:9050"\ninsight = "https://[::1]:8443"\n'
        % (b"A" * 64)
    )
    return {
        "both": good + CUT + b'{"text_size": 140, "keys": {"next": ["space"]}, "theme": "paper"}',
        "onion": b'origin = "http://abcdefghijklmnop.onion:80/"\n',
        "odd": b'origin = "https://user@h:99999/?x#y"\n',
        "deep": b"origin = " + b"[" * 4000,
        "tables": b"[a]\n[a.b]\n[[c]]\norigin = '''\nx'''\n",
    }


WORDS = (
    "origin = ",
    "pin = ",
    "proxy = ",
    "insight = ",
    "https://",
    "socks5h://",
    ".onion",
    "[::1]",
    ":443",
    "xn--",
    '"text_size":',
    '"keys":',
)
TARGET = Target(run, (DeploymentError, ContactError, SettingsError), ROOMS, seeds, WORDS)
