"""Settings: one bad value costs only itself, and no file is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.errors import SettingsError
from game.settings import BROKEN, Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns where the settings will be kept."""
    return tmp_path / "config" / "settings.json"


def test_at_first(path: Path) -> None:
    """Without a file, settings are as designed, and nothing is written or said."""
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert file.notice is None
    assert not path.parent.exists()


def test_what_is_saved_is_loaded(path: Path) -> None:
    """Settings come back as they were saved."""
    mine = Settings(
        language="ar", text_size=250, font="opendyslexic", theme="contrast_dark", music=0, fullscreen=True, width=960, height=540
    )
    SettingsFile(path).save(mine)
    file = SettingsFile(path)
    assert file.load() == mine
    assert file.notice is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 79),
        ("text_size", "big"),
        ("font", "comic"),
        ("theme", None),
        ("music", 101),
        ("language", "../x"),
        ("reduce_motion", 1),
        ("width", 1e9),
    ],
)
def test_one_bad_value(path: Path, name: str, value: object) -> None:
    """A value that can't be is as it was at first; the others stay; the file is kept aside and the player is told."""
    path.parent.mkdir()
    raw = json.dumps({"ambience": 5, name: value}).encode()
    path.write_bytes(raw)
    file = SettingsFile(path)
    assert file.load() == Settings(ambience=5)
    assert name in str(file.notice)
    assert (path.parent / BROKEN).read_bytes() == raw


def test_values_from_another_version(path: Path) -> None:
    """A setting that this version does not know is passed over without a word."""
    path.parent.mkdir()
    path.write_bytes(b'\xef\xbb\xbf{"sound": 1, "from_the_future": {"a": []}}')
    file = SettingsFile(path)
    assert file.load() == Settings(sound=1)
    assert file.notice is None


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b"{", b"\xff", b"[" * 10**6, b'{"a":' + b" " * 2**19 + b"1}"])
def test_a_broken_file(path: Path, raw: bytes) -> None:
    """A file that is no settings at all is kept aside, and the player is told."""
    path.parent.mkdir()
    path.write_bytes(raw)
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert BROKEN in str(file.notice)
    assert (path.parent / BROKEN).exists()
    file.save(Settings())
    file.load()
    assert file.notice is None


def test_a_place_that_can_not_be_written(tmp_path: Path) -> None:
    """Where settings can't be written or read, one sentence says so."""
    (tmp_path / "file").write_bytes(b"")
    file = SettingsFile(tmp_path / "file" / "settings.json")
    with pytest.raises(SettingsError):
        file.save(Settings())
    folder = SettingsFile(tmp_path)
    assert folder.load() == Settings()
    assert folder.notice is not None


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(Settings.__struct_fields__), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.integers())
    )
)
def test_anything_at_all(tmp_path: Path, values: dict[str, Any]) -> None:
    """Whatever stands in the file, what is loaded is settings that can be saved and loaded again."""
    path = tmp_path / "settings.json"
    path.write_bytes(
        msgspec.json.encode({name: value for name, value in values.items() if not isinstance(value, int) or abs(value) < 2**63})
    )
    loaded = SettingsFile(path).load()
    SettingsFile(path).save(loaded)
    assert SettingsFile(path).load() == loaded
