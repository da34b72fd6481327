"""Where the counsellors are is read from one file, and nothing unsafe is taken from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import deployment, paths
from game.contact import configuration
from game.contact.coding import to_text
from game.contact.configuration import Configuration, Pin
from game.contact.errors import ConfigurationError

PIN = "threshold1:" + to_text(bytes(range(48)))
GOOD = f'origin = "https://contact.example"\npin = "{PIN}"\n'


def written(folder: Path, text: str) -> Path:
    """Writes a file and returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / deployment.NAME
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """What the environment names comes first, then the file beside the program, then the one among the settings."""
    places = paths.below(tmp_path / "data")
    program = tmp_path / "program" / "threshold"
    assert configuration.find(places, {}, program) is None
    for folder, host in (("data", "settings"), ("program", "beside"), ("named", "named")):
        path = written(tmp_path / folder, GOOD.replace("contact.example", f"{host}.example"))
        environment = {deployment.VARIABLE: str(path)} if host == "named" else {}
        found = configuration.find(places, environment, program)
        assert found is not None
        assert found.host == f"{host}.example"
    assert configuration.find(places, {deployment.VARIABLE: str(tmp_path / "nowhere")}, program) is None


def test_all_of_it_is_read(tmp_path: Path) -> None:
    """Origin, pin and proxy come as they are written, the origin in its one form."""
    found = configuration.read(
        written(tmp_path, GOOD.replace("https://contact.example", "HTTPS://Contact.Example:443/") + 'proxy = "socks5h://127.0.0.1:9050"\n')
    )
    assert found == Configuration("https://contact.example", Pin(bytes(range(16)), bytes(range(16, 48))), "socks5h://127.0.0.1:9050")


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ("http://localhost:8740", "http://localhost:8740"),
        ("http://127.0.0.1:80/", "http://127.0.0.1"),
        ("http://[::1]:8740", "http://[::1]:8740"),
        ("http://abcdefghij.onion", "http://abcdefghij.onion"),
        ("https://contact.example:8443", "https://contact.example:8443"),
    ],
)
def test_this_device_and_onion_services_need_no_tls(tmp_path: Path, given: str, origin: str) -> None:
    """Where nobody stands between, http is taken too."""
    found = configuration.read(written(tmp_path, GOOD.replace("https://contact.example", given)))
    assert found is not None
    assert found.origin == origin


@pytest.mark.parametrize(
    "text",
    [
        "",
        "origin = 7",
        "\x00",
        GOOD.replace("https:", "http:"),
        GOOD.replace("https:", "ftp:"),
        GOOD.replace("contact.example", "contact.example/path"),
        GOOD.replace("contact.example", "user:word@contact.example"),
        GOOD.replace("contact.example", "contact.example:99999"),
        GOOD.replace("contact.example", "contact.example?x"),
        GOOD.replace("https://contact.example", "http://localhost.example"),
        GOOD.replace("https://contact.example", "https://"),
        GOOD.replace("threshold1:", ""),
        GOOD.replace(PIN, PIN[:-1]),
        GOOD.replace(PIN, PIN + "A"),
        GOOD + 'proxy = "http://127.0.0.1:8080"',
        GOOD + 'proxy = "socks5://127.0.0.1:9050"',
        GOOD + 'proxy = "socks5h://127.0.0.1"',
        GOOD + 'proxi = "x"',
        GOOD + 'insight = "http://insight.example"',
        'insight = "https://insight.example/path"',
        f'insight = "https://insight.example"\npin = "{PIN}"',
        GOOD + "#" * 20_000,
        "origin = " + "[" * 4_000,
        f"origin = {'9' * 5_000}",
    ],
)
def test_what_is_unsafe_or_wrong_is_refused(tmp_path: Path, text: str) -> None:
    """A file with anything wrong in it is not used, and says so in one sentence; the next file is not tried instead."""
    path = written(tmp_path / "data", text)
    written(tmp_path / "further", GOOD)
    with pytest.raises(ConfigurationError) as caught:
        configuration.find(paths.below(tmp_path / "data"), {}, tmp_path / "elsewhere" / "threshold")
    assert path.name in str(caught.value)
    assert "PIN" not in str(caught.value)


def test_a_build_may_know_where_answers_go_and_no_counsellors(tmp_path: Path) -> None:
    """The two have nothing to do with each other: either may be named without the other."""
    path = written(tmp_path / "data", 'insight = "https://Insight.Example/"\n')
    assert configuration.read(path) is None
    assert deployment.read(path).insight == "https://insight.example"
    written(tmp_path / "data", GOOD + 'insight = "https://insight.example:8443"\n')
    both = configuration.read(path)
    assert both is not None
    assert (both.origin, deployment.read(path).insight) == ("https://contact.example", "https://insight.example:8443")
    written(tmp_path / "data", GOOD)
    assert deployment.read(path).insight == ""


def test_nothing_there_is_no_error(tmp_path: Path) -> None:
    """A build without counsellors has none, and that is all."""
    assert configuration.find(paths.below(tmp_path), {}, Path("threshold")) is None
