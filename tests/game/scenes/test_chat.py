"""Scenes marked `view: chat` play on a phone, with the same ways back, the same keys and the same words for those who hear.

Why so long: one phone, tried by every hand and looked at from every side.
"""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

import msgspec
import pygame
import pytest

from game.scenes.chat_page import ChatPage
from game.story import bundle, intake, saves
from game.story.journey import Journey
from game.ui.access import node_of
from game.ui.widgets import Role
from tests.game.scenes import golden, measure, phones, views
from tests.game.scenes.player import Player
from tests.game.scenes.test_named import _unheard, painted  # noqa: F401  # a fixture

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


SIZES = ((320, 240), (480, 320), (800, 480), (1280, 720), (720, 1000), (1920, 1080))
STYLES: dict[str, dict[str, object]] = {
    "dusk": {},
    "large": {"text_size": 200},
    "mirrored": {"lang": "ar-XB"},
    "contrast": {"theme": "contrast_dark"},
}
FIRST = "Saturday. Real stage, real lights. Rico put us on the bill."
BAND = (
    f"Dario: {FIRST}",
    "An empty stage in three beams of light, a drum kit in the middle, heads in front.",
    "Mika: That crowd chased Ayo off the tram.",
    "Dario: They're loud, that's all. 200 people would hear us.",
)


@pytest.fixture(scope="session")
def phone_members(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Returns the members of the chat story's pack; it is compiled once for all tests."""
    return phones.members(tmp_path_factory.mktemp("phone"))


@pytest.fixture
def paths(tmp_path: Path, phone_members: dict[str, bytes]) -> object:
    """Returns the places of a game that has the chat story on its shelf, and nothing else."""
    return phones.home(tmp_path, phone_members)


def said(player: Player) -> tuple[str, ...]:
    """Returns every message and picture in the order in which it is heard."""
    return tuple(one.name for one in player.top.heard() if one.key.startswith(("message-", "photo-")))


def page(player: Player) -> ChatPage:
    """Returns the phone of the screen on top."""
    found = player.reader.layout
    assert isinstance(found, ChatPage)
    return found


def test_the_story_turns_into_a_phone_and_back(start: Callable[..., Player]) -> None:
    """A line before `view: chat` is a page, what follows a phone, and what follows `view: page` a page again."""
    player = start()
    player.open()
    assert not player.reader.chats
    player.press(pygame.K_SPACE)
    assert player.reader.chats
    player.to_choices()
    player.press(pygame.K_2)
    player.to_choices()
    player.press(pygame.K_2)
    assert not player.reader.chats
    assert player.session.journey.stage.thread is None


def test_every_message_is_heard_in_order(start: Callable[..., Player]) -> None:
    """Each message is a text under its writer's name, its picture an image with words, its reactions the text's value."""
    player = start()
    phones.read(player)
    assert said(player) == BAND
    heard = player.top.heard()
    roles = [one.role for one in heard if one.key.startswith(("message-", "photo-"))]
    assert roles == [Role.TEXT, Role.IMAGE, Role.TEXT, Role.TEXT]
    assert next(one.value for one in heard if one.name == BAND[0]) == "Mika: surprise"
    assert len({one.key for one in heard}) == len(heard)
    assert all((node_of(one).label or node_of(one).value or "").strip() for one in heard)


def test_a_reply_becomes_the_players_own_bubble(start: Callable[..., Player]) -> None:
    """What was chosen word for word stands at the end side, and the messages before it stay."""
    player = start()
    phones.read(player)
    player.press(pygame.K_1)
    assert said(player) == (*BAND, "You: Who else is playing?")
    own = page(player).column(player.reader.here)
    bubbles = [piece.rect for piece in own.pieces if piece.kind == "bubble"]
    assert bubbles[-1].right == pytest.approx(page(player).view.w)
    assert all(rect.right < page(player).view.w for rect in bubbles[:-1])


def test_rewinding_brings_the_very_bubbles_back(start: Callable[..., Player]) -> None:
    """Back over every beat and forward again, each shows exactly the messages it showed before."""
    player = start()
    phones.read(player)
    player.press(pygame.K_1)
    player.press(*[pygame.K_SPACE] * 4)
    shown = [said(player)]
    for _ in range(8):
        player.press(pygame.K_BACKSPACE)
        shown.append(said(player))
    assert len(set(shown)) > 6
    for kept in reversed(shown[:-1]):
        assert player.top.forward()  # type: ignore[attr-defined]  # the story's screen
        assert said(player) == kept


def test_a_save_brings_the_conversation_back(start: Callable[..., Player]) -> None:
    """A save taken among replies is loaded with every message."""
    player = start()
    phones.read(player)
    player.press(pygame.K_1)
    player.to_choices()
    before = said(player)
    player.press(pygame.K_F5)
    player.press(pygame.K_2)
    assert said(player) != before
    player.press(pygame.K_F9)
    player.to_choices()
    assert said(player) == before


def test_dots_never_outlive_a_key(start: Callable[..., Player]) -> None:
    """While somebody types, any key that reads on brings the message; time alone does too, within 1.2 seconds."""
    player = start(text_speed=20)
    player.open()
    player.passes(10.0)
    player.press(pygame.K_SPACE)
    reader = player.reader
    assert 0.4 <= reader.arrives_at - player.top.now <= 1.2
    assert said(player) == ()
    assert any(one.name == "Dario is typing" for one in player.top.heard())
    player.press(pygame.K_SPACE)
    assert reader.arrives_at <= 0
    assert said(player)[0] == BAND[0]
    player.press(pygame.K_SPACE)
    assert said(player) == BAND[:2]
    reader.arrives_at = 1e-9
    player.frame()
    assert said(player) == BAND[:3]


@pytest.mark.parametrize("settings", [{"text_speed": 0}, {"text_speed": 20, "reduce_motion": True}])
def test_nothing_waits_where_words_come_at_once(start: Callable[..., Player], settings: dict[str, object]) -> None:
    """With words at once, or without motion, a message stands there with the key that asked for it."""
    player = start(**settings)
    player.open()
    player.passes(10.0)
    player.press(pygame.K_SPACE)
    assert said(player) == BAND[:2]


def test_another_conversation_waits_and_can_be_read(start: Callable[..., Player]) -> None:
    """New messages elsewhere are counted, the muted ones in the list alone; reading them changes nothing in the story."""
    player = start()
    phones.read(player)
    assert player.widget("talks").name == "Ayo: 2 new"
    turns = len(player.session.journey.turns)
    player.click("talks")
    rows = {one.name: one.value for one in player.top.widgets if one.key.startswith("talk-")}
    assert rows == {"second verse": "", "Ayo": "2 new", "Soup (official)": "1 new, muted"}
    player.click("talk-ayo")
    assert [one.name for one in player.top.widgets if one.key.startswith("text-")] == ["Ayo", "Are you still up?", "Never mind."]
    player.press(pygame.K_ESCAPE)
    assert player.widget("talk-ayo").value == ""
    player.press(pygame.K_ESCAPE)
    assert player.widget("talks").name == "Conversations"
    assert (said(player), len(player.session.journey.turns)) == (BAND, turns)
    assert player.top.shows_choices  # type: ignore[attr-defined]  # the story's screen


def test_what_was_read_there_stays_read(start: Callable[..., Player]) -> None:
    """A conversation that was read while it waited is read after going on, back, and on another day; on another way it is new again."""
    player = start()
    phones.read(player)
    player.click("talks")
    player.click("talk-ayo")
    player.press(pygame.K_ESCAPE, pygame.K_ESCAPE)
    player.close()
    again = Player(player.paths)
    again.open()
    again.to_choices()
    assert again.widget("talks").name == "Conversations"
    again.click("talks")
    assert again.widget("talk-ayo").value == ""
    again.press(pygame.K_ESCAPE)
    record = again.session.journey.record()
    assert record.looked == {"0:ayo": (2, 0)}
    assert Journey.resume(again.session.book, record).looked_at(0) == {"ayo": 2}
    again.close()


def test_what_was_read_stays_read_on_another_device(start: Callable[..., Player], tmp_path: Path, phone_members: dict[str, bytes]) -> None:
    """Exported and brought in elsewhere, a conversation that was read is read there, too."""
    player = start()
    phones.read(player)
    player.click("talks")
    player.click("talk-ayo")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    there = phones.home(elsewhere, phone_members)
    intake.bring(there, bundle.export(player.paths))
    other = Player(there)
    other.open()
    other.to_choices()
    assert other.session.journey.looked_at(0) == {"ayo": 2}
    assert other.widget("talks").name == "Conversations"
    other.close()


def test_a_save_from_before_conversations_were_kept_still_opens(start: Callable[..., Player]) -> None:
    """A save that says nothing of conversations opens where it was; what waits there counts as new."""
    player = start()
    phones.read(player)
    session = player.session
    fields = msgspec.json.decode(msgspec.json.encode(session.journey.record()))
    del fields["looked"]
    rest = b'{"when":"2026-01-01","version":"1","language":"en","turns":1}\n' + msgspec.json.encode(fields) + b"\n"
    seal = msgspec.json.encode({"format": 1, "sha256": hashlib.sha256(rest).hexdigest()})
    old = saves.read(io.BytesIO(seal + b"\n" + rest))
    again = Journey.resume(session.book, old)
    assert again.page == session.page
    assert again.looked_at(0) == {}


def test_what_was_read_on_a_way_not_taken_is_new(start: Callable[..., Player]) -> None:
    """Read after a choice and then gone back before it: on the other way the conversation was never read."""
    player = start()
    phones.read(player)
    player.press(pygame.K_1)
    player.to_choices()
    journey = player.session.journey
    player.session.look_at(0, "ayo", 2)
    assert journey.looked_at(0) == {"ayo": 2}
    journey.back()
    assert journey.looked_at(0) == {"ayo": 2}
    journey.choose(1)
    assert journey.looked_at(0) == {}


def test_the_other_conversation_opens_with_what_waited(start: Callable[..., Player]) -> None:
    """Where the story opens a conversation, its waiting messages stand above what is written now."""
    player = start()
    phones.read(player)
    player.press(pygame.K_2)
    player.to_choices()
    player.press(pygame.K_1)
    assert said(player) == ("Ayo: Are you still up?", "Ayo: Never mind.", "You: Still up.")


def test_page_keys_scroll_and_then_turn(start: Callable[..., Player]) -> None:
    """Page up scrolls back through the messages; at their top it rewinds, as it does on a page."""
    player = start(text_size=150)
    phones.read(player)
    player.to_choices()
    here, scrolled = player.reader.beat, player.reader.scrolled
    assert scrolled > 0
    player.press(pygame.K_PAGEUP)
    assert (player.reader.beat, player.reader.scrolled < scrolled) == (here, True)
    for _ in range(6):
        player.press(pygame.K_PAGEUP)
    assert player.reader.beat < here


def test_a_language_switch_keeps_the_place(start: Callable[..., Player]) -> None:
    """Another language for the interface leaves the same messages, mirrored where one reads from the right."""
    player = start()
    phones.read(player)
    rect = next(one.rect for one in player.top.heard() if one.name == BAND[0])
    player.app.shell.settings.language = "ar-XB"
    player.app.director.settle()
    assert said(player)[:4] == BAND
    assert next(one.rect for one in player.top.heard() if one.name == BAND[0]).x > rect.x


@pytest.mark.parametrize("language", ["en", "ar-XB"])
def test_nothing_leaves_the_window_or_lies_over_something_else(start: Callable[..., Player], language: str) -> None:
    """Replies, and the way to other conversations, stand clear of each other, inside the window, and large enough to hit."""
    player = start(lang=language, reduce_motion=True)
    phones.read(player)
    found = []
    for width, height in SIZES[2:]:
        for text in (80, 100, 200, 250):
            player.app.shell.settings.text_size = text
            player.app.window.size = (width, height)
            player.app.director.resize(width, height)
            player.to_choices()
            found += [f"{width} x {height}, {text} %: {fault}" for fault in measure.faults(player)]
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("in_utc")
@pytest.mark.parametrize("style", [*STYLES])
def test_the_phone_looks_as_it_should(start: Callable[..., Player], style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The phone while somebody types, with replies, after one, and the list of conversations look like their golden pictures."""
    monkeypatch.setattr(golden, "FOLDER", golden.FOLDER / "phone")
    player = start(**STYLES[style])
    faults: list[str] = []

    def hang(view: str) -> None:
        player.see()
        views.at_rest(player)
        try:
            golden.check(f"{view}-{style}", player.app.canvas, tmp_path / "golden")
        except AssertionError as fault:
            faults.append(str(fault))

    phones.read(player, 3)
    hang("chat")
    player.to_choices()
    hang("chat-replies")
    player.press(pygame.K_a)
    hang("chat-auto")
    player.press(pygame.K_a)
    player.app.shell.banner = ""
    player.press(pygame.K_1)
    player.to_choices()
    hang("chat-own")
    player.click("talks")
    hang("chat-talks")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("settings", [{}, {"lang": "ar-XB"}, {"text_size": 200}, {"text_speed": 20}])
def test_all_that_is_painted_can_be_heard(
    start: Callable[..., Player],
    painted: set[str],  # noqa: F811  # the fixture itself
    settings: dict[str, object],
) -> None:
    """The phone's texts, and those of its conversations, are all in what screen readers are told."""
    player = start(**settings)
    phones.read(player, 3)
    assert _unheard(player, painted) == []
    player.to_choices()
    assert _unheard(player, painted) == []
    player.click("talks")
    assert _unheard(player, painted) == []
    player.click("talk-ayo")
    assert _unheard(player, painted) == []


def test_the_phone_comes_to_rest(start: Callable[..., Player]) -> None:
    """Some seconds after the last key nothing moves any more, the dots neither."""
    player = start()
    phones.read(player, 2)
    assert page(player).writing(player.reader.here) == "Mika"
    player.passes(-60.0)
    assert player.top.moving(player.app.director.now)
    player.passes(60.0)
    assert not player.top.moving(player.app.director.now)
