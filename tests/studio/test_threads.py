"""Conversations, photos and reactions are held against story.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.story import cues
from studio import pack
from studio.check import check
from tests.studio.conftest import TOML

if TYPE_CHECKING:
    from tests.studio.conftest import Tale

THREAD = '\n[threads.band]\ntitle = "Band"\npeople = ["rae"]\nmuted = true\n'
PLAYED = 'player = "rae"\n\n[[chapters]]'


@pytest.fixture
def chat(tale: Tale) -> Tale:
    """A story with a chat in which nothing is wrong."""
    tale.write("story.toml", TOML.replace("[[chapters]]", PLAYED, 1) + THREAD)
    tale.change("main.ink", "It was late.", "# view: chat # thread: band # time: 23:52\nIt was late. # photo: lock # reaction: Rae, boat")
    return tale


def test_a_right_chat_is_packed(chat: Tale) -> None:
    """A right chat gives no complaint, and the manifest says who plays and what is muted."""
    report = check(chat.folder)
    assert report.diagnostics == []
    assert report.shape is not None
    raw = pack.manifest(report.shape, {"ink/en.ink.json": b"{}"})
    assert b'"player": "rae"' in raw
    assert b'"muted": true' in raw


def test_a_story_without_a_chat_says_nothing_of_it(tale: Tale) -> None:
    """Where there is no chat, the manifest is as it was before there were any."""
    report = check(tale.folder)
    assert report.shape is not None
    raw = pack.manifest(report.shape, {"ink/en.ink.json": b"{}"})
    assert b"threads" not in raw
    assert b"player" not in raw


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("thread: band", "thread: bend", ["CUE05", "TOML09"]),
        ("thread: band", "thread: band # waits: nobody", ["CUE05"]),
        ("photo: lock", "photo: lok", ["CUE05"]),
        ("reaction: Rae, boat", "reaction: Ray, boat", ["CUE05"]),
        ("reaction: Rae, boat", "reaction: Rae, rocket", ["CUE02"]),
        ("reaction: Rae, boat", "reaction: boat", ["CUE02"]),
        ("time: 23:52", "time: 24:00", ["CUE02"]),
    ],
)
def test_what_is_not_there_is_refused(chat: Tale, old: str, new: str, codes: list[str]) -> None:
    """A conversation, picture, person or sign that is not there is told at its line."""
    chat.change("main.ink", old, new)
    assert chat.codes() == codes


@pytest.mark.parametrize(("old", "new"), [('people = ["rae"]', 'people = ["ray"]'), ('player = "rae"', 'player = "ray"')])
def test_members_are_characters(chat: Tale, old: str, new: str) -> None:
    """A member or player who is no character is told, with the nearest name."""
    chat.change("story.toml", old, new)
    found = [one for one in chat.check().diagnostics if one.code == "TOML13"]
    assert len(found) == 1
    assert "rae" in found[0].sentence


@pytest.mark.parametrize("sign", cues.SIGNS)
def test_every_sign_is_a_cue(sign: str) -> None:
    """Each sign can be written, with a name of several words before it."""
    assert cues.parse(f"reaction: Two Seeded, {sign}").names == ("Two Seeded", sign)
