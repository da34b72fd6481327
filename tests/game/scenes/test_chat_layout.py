"""However long or strange the messages, and whatever the window, bubbles stay apart, on the phone, and whole."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.paths import below
from game.scenes.chat_layout import Message, Piece, Room, height, pieces
from game.scenes.phone import WORDS, Measuring, phone
from game.scenes.talks import unread
from game.settings import Settings
from game.ui.geometry import Rect, Space
from game.ui.text import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenes.shell import Shell

HAIR = 1.01
SIZES = ((320, 240), (480, 320), (640, 480), (800, 480), (720, 1000), (1280, 720), (1920, 1080))
TYPE = Typesetter(below(Path()).fonts)
# Words, long words, words of other scripts, one of them read from the right.
LETTERS = "aemnrstw  .,!?’—WÄß漢字\u0627\u0628\u0646"
TEXT = st.text(st.sampled_from(LETTERS), min_size=1, max_size=180).filter(str.strip)
MESSAGES = st.lists(
    st.builds(
        Message,
        TEXT,
        st.sampled_from(["Mika", "Dario", "Aunt Rae of the ring road", "إيناس"]),
        mine=st.booleans(),
        told=st.booleans(),
        photo=st.booleans(),
        signs=st.lists(st.sampled_from(["Mika: a heart", "Hedda, treasurer: surprise"]), max_size=2).map(tuple),
        typing=st.just(value=False),
    ),
    max_size=7,
)
SPACES = st.builds(
    lambda size, text, rtl: Space(size[0], size[1], text / 100, rtl), st.sampled_from(SIZES), st.integers(80, 250), st.booleans()
)


def shell(space: Space) -> Shell:
    """Returns as much of a shell as measuring needs."""
    TYPE.tune(scale=space.type_unit, reading="literata")
    return cast("Shell", SimpleNamespace(type=TYPE, space=space, settings=Settings(), t=lambda words: words))


def laid(messages: Sequence[Message], space: Space) -> tuple[Room, list[Piece], Measuring]:
    """Returns a window's column, its pieces, and what measured them."""
    stage = shell(space)
    frame = phone(stage, ("Yes", "No, not tonight."), "What do you write?")
    assert frame.panel.x >= 0
    assert frame.panel.right <= space.width + HAIR
    room = Room(frame.panel.w - 2 * frame.pad, max(60.0, frame.panel.h * 0.6), space.type_unit)
    ruler = Measuring(stage)
    return room, pieces(messages, room, ruler), ruler


def apart(a: Rect, b: Rect) -> bool:
    """Tells whether two places have nothing in common."""
    return a.right <= b.x + HAIR or b.right <= a.x + HAIR or a.bottom <= b.y + HAIR or b.bottom <= a.y + HAIR


@settings(max_examples=120, deadline=None)
@given(MESSAGES, SPACES)
def test_bubbles_stay_apart_on_the_phone_and_whole(messages: list[Message], space: Space) -> None:
    """No piece lies over another or leaves the column, every message has its piece, and no word is cut."""
    room, found, _ = laid(messages, space)
    for number, piece in enumerate(found):
        assert piece.rect.x >= -HAIR
        assert piece.rect.right <= room.width + HAIR
        assert all(apart(piece.rect, other.rect) for other in found[number + 1 :])
    assert {piece.message for piece in found} == {*range(len(messages))}
    for piece in found:
        if piece.kind == "bubble":
            pad_x, pad_y = room.pad
            block = TYPE.set(messages[piece.message].text, WORDS, piece.rect.w - 2 * pad_x)
            assert block.longest <= piece.rect.w - 2 * pad_x + HAIR
            assert block.height <= piece.rect.h - 2 * pad_y + HAIR
    assert height(found) >= 0


@settings(max_examples=60, deadline=None)
@given(MESSAGES, SPACES)
def test_names_stand_where_the_writer_changes(messages: list[Message], space: Space) -> None:
    """Others' names stand above the first of their messages, never above the player's own; own bubbles end at the edge."""
    room, found, _ = laid(messages, space)
    for number, message in enumerate(messages):
        kinds = [piece.kind for piece in found if piece.message == number]
        before = messages[number - 1] if number else None
        new = before is None or (before.speaker, before.mine, before.told) != (message.speaker, message.mine, message.told)
        assert ("name" in kinds) == (new and not message.mine and not message.told)
        if message.mine and not message.told:
            bubble = next(piece.rect for piece in found if piece.message == number and piece.kind == "bubble")
            assert bubble.right == pytest.approx(room.width)


def test_two_lines_are_about_as_long() -> None:
    """A message of two lines is wrapped so that neither is much longer."""
    _, found, _ = laid([Message("They're loud, that's all. 200 people would hear us.", "Dario")], Space(1920, 1080))
    bubble = next(piece.rect for piece in found if piece.kind == "bubble")
    assert bubble.w < 420
    assert bubble.h == pytest.approx(2 * 36 + 24, abs=2)


def test_somebody_types_in_a_bubble_of_their_own() -> None:
    """Three dots stand with the words that say who types, under the writer's name."""
    _, found, _ = laid([Message("Mika is typing", "Mika", typing=True)], Space(320, 240, 2.5))
    assert [piece.kind for piece in found if piece.kind != "avatar"] == ["name", "dots", "typing"]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("abc"))), st.dictionaries(st.sampled_from("abc"), st.integers(0, 9)))
def test_unread_are_those_written_since_a_conversation_was_open(messages: list[tuple[str, str]], seen: dict[str, int]) -> None:
    """What was written while a conversation was open, or before it was, is read; nothing is ever counted below zero."""
    waiting = unread(messages, seen)
    assert all(count > 0 for count in waiting.values())
    for name in "abc":
        last = max((number for number, (opened, _) in enumerate(messages) if opened == name), default=-1)
        since = sum(thread == name for _, thread in messages[last + 1 :])
        assert waiting[name] <= since
        if not seen.get(name):
            assert waiting[name] == since
