"""Sorting messages: by any hand alone, without a score, and with nothing kept by whoever leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.note import NoteScreen
from game.scenes.reading import ReadingScreen
from game.scenes.shell import Route
from game.scenes.sorting import SortScreen
from game.story.sorting import Sorted, dealt
from game.ui.access import node_of
from tests.game.scenes import measure, views
from tests.game.scenes.sortings import MESSAGES, answered, later, opened, screen_of
from tests.game.scenes.test_hands import DOWN, EACH, B, Hand, OneKey, pad

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.game.scenes.player import Player

ONE, TWO = pygame.K_1, pygame.K_2
# Two messages are mistaken for the other kind.
TAKEN = (True, False, False, True, True, False, True, False)


def _files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _said(player: Player) -> list[str]:
    player.frame()
    return [f"{widget.name} {widget.value} {widget.hint}" for widget in player.top.heard()]


def _note(player: Player) -> None:
    views.VIEWS["note"](player)


def test_digits_alone_sort_every_message(player: Player) -> None:
    """1 and 2 answer, Enter goes on; what was sorted is handed over once, when the screen is closed."""
    _note(player)
    asker = opened(player)
    answered(player, *(ONE if taken else TWO for taken in TAKEN))
    assert screen_of(player).done
    player.press(ONE, TWO, pygame.K_3)
    assert asker.results == []
    player.press(pygame.K_RETURN)
    assert asker.results == [Sorted(hits=3, alarms=1)]
    assert asker.left == 0
    assert isinstance(player.top, NoteScreen)
    assert player.app.shell.sorting is None


def test_the_digits_block_answers_too_and_other_keys_do_not(player: Player) -> None:
    """A key that is no answer leaves the message where it is, as one does that is held with Ctrl."""
    opened(player)
    player.press(pygame.K_3, pygame.K_0)
    player.press(ONE, mod=pygame.KMOD_CTRL)
    assert screen_of(player).number == 0
    answered(player, pygame.K_KP_1, pygame.K_KP_2)
    assert [card.taken for card in screen_of(player).cards[:3]] == [True, False, None]


@EACH
def test_every_hand_alone_sorts_every_message(start: Callable[..., Player], hand: type[Hand], *, scan: bool) -> None:
    """Keyboard, pad, mouse, fingers or one key alone lead through all messages to the end."""
    player = start(scan=scan, reduce_motion=True)
    _note(player)
    asker, plays = opened(player), hand(player)
    for taken in TAKEN:
        plays.to("choice-0" if taken else "choice-1")
        later(player)
    plays.to("on")
    assert asker.results == [Sorted(hits=3, alarms=1)]
    assert isinstance(player.top, NoteScreen)


@EACH
def test_every_hand_alone_leaves_with_nothing_kept(start: Callable[..., Player], hand: type[Hand], *, scan: bool) -> None:
    """Not now, in the middle: nobody takes anything, and no file is written or changed."""
    player = start(scan=scan, reduce_motion=True)
    _note(player)
    asker, before = opened(player), _files(player.paths.data)
    answered(player, *([pygame.K_g] if scan else [ONE, TWO]))
    hand(player).to("leave")
    assert (asker.results, asker.left) == ([], 1)
    assert isinstance(player.top, NoteScreen)
    assert player.app.shell.sorting is None
    assert _files(player.paths.data) == before


def test_sorting_to_the_end_writes_nothing_itself(player: Player) -> None:
    """What is handed over is kept by whoever asked, or by nobody."""
    _note(player)
    opened(player)
    before = _files(player.paths.data)
    answered(player, *[ONE] * 8)
    player.press(pygame.K_RETURN)
    assert _files(player.paths.data) == before


def test_the_message_before_comes_back_as_it_was_sorted(player: Player) -> None:
    """Escape and B lead back a message, onto what it was taken for, and from the first message out; a new answer counts."""
    _note(player)
    asker = opened(player)
    answered(player, TWO, ONE)
    pad(player, B)
    assert (screen_of(player).number, player.focus) == (1, "choice-0")
    player.click("before")
    assert (screen_of(player).number, player.focus) == (0, "choice-1")
    later(player)
    answered(player, *[ONE] * 8)
    player.press(pygame.K_ESCAPE)
    later(player)
    answered(player, TWO)
    player.press(pygame.K_RETURN)
    assert asker.results == [Sorted(hits=1, alarms=0)]
    opened(player)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.top, NoteScreen)


def test_a_double_click_is_one_answer(player: Player) -> None:
    """A second press at once answers nothing, neither by mouse nor by key, nor does it go on past the end."""
    asker = opened(player)
    player.click("choice-0")
    player.click("choice-0")
    player.press(ONE, TWO)
    assert screen_of(player).number == 1
    later(player)
    answered(player, *[ONE] * 6)
    player.press(ONE, pygame.K_RETURN)
    assert screen_of(player).done
    assert asker.results == []


@pytest.mark.parametrize("lang", ["en", "de", "ar"])
@pytest.mark.parametrize("after", [False, True])
def test_no_score_and_no_judgement_is_told(start: Callable[..., Player], lang: str, *, after: bool) -> None:
    """The only figures are which message this is and the keys; sorted rightly or wrongly, every screen says the same."""
    tellings = []
    for keys in ([ONE, TWO] * 4, [TWO, ONE] * 4):
        player = start(lang=lang)
        opened(player, after=after)
        told = [_said(player)]
        for number, key in enumerate(keys):
            figures = {int(word) for text in told[-1] for word in text.split() if word.isdigit()}
            assert figures == {number + 1, 8}
            answered(player, key)
            told.append(_said(player))
        assert not [text for text in told[-1] if any(char.isdigit() for char in text)]
        tellings.append(told)
        player.close()
    assert tellings[0] == tellings[1]


def test_the_way_on_says_where_it_leads(player: Player) -> None:
    """Before a story the last button leads to it; afterwards it only ends."""
    opened(player)
    first = player.top.name
    answered(player, *[ONE] * 8)
    assert player.widget("on").name == "On to the story"
    player.press(pygame.K_RETURN)
    opened(player, after=True)
    assert player.top.name != first
    answered(player, *[ONE] * 8)
    assert player.widget("on").name == "Done"


def test_messages_are_read_in_the_story_s_language(start: Callable[..., Player]) -> None:
    """Each message has its own language and direction: where it is not told in the player's, the story's."""
    player = start(lang="ar")
    opened(player)
    tongues = []
    for _ in MESSAGES:
        (sheet,) = [widget for widget in player.top.widgets if widget.key.startswith("message-")]
        assert node_of(sheet).language == sheet.lang
        assert sheet.rtl == (sheet.lang == "ar")
        tongues.append(sheet.lang)
        answered(player, ONE)
    assert tongues == ["ar" if "ar" in one.text else "en" for one in MESSAGES.values()]


def test_each_message_is_news_to_who_hears_it(player: Player) -> None:
    """A message that comes up, or comes again, is said; so is the end."""
    opened(player)
    heard: list[str] = []
    for key in (ONE, TWO, pygame.K_ESCAPE):
        heard += [widget.key for widget in player.top.heard() if widget.news and widget.key.startswith("message-")]
        answered(player, key)
    assert len(set(heard)) == len(heard) == 3
    answered(player, *[ONE] * 7)
    assert {widget.name for widget in player.top.heard() if widget.news} == {"Thank you.", "Nobody sees how you sorted them."}


def test_the_order_is_new_each_time(player: Player) -> None:
    """The messages are shuffled, and all of them are there."""
    opened(player)
    sorting = screen_of(player).sorting
    assert sorting is not None
    orders = {tuple(card.words for card in dealt(sorting.book.manifest, sorting.language)) for _ in range(12)}
    assert len(orders) > 1
    assert {len(set(order)) for order in orders} == {len(MESSAGES)}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_answers_stay_where_they_are(start: Callable[..., Player], lang: str) -> None:
    """From the first message to the last the answers do not move, so that a hand need not either."""
    for size, text in (((1280, 720), 100), ((1280, 720), 200), ((720, 1000), 150)):
        player = start(lang=lang, size=size, text_size=text)
        opened(player)
        places = set()
        for _ in MESSAGES:
            places.add((player.widget("choice-0").rect, player.widget("choice-1").rect))
            assert not measure.faults(player)
            answered(player, TWO)
        assert len(places) == 1
        player.close()


def test_large_text_is_read_to_its_end(start: Callable[..., Player]) -> None:
    """Where a message is longer than its room, it scrolls by arrows, wheel and one key; a new one begins at its beginning."""
    player = start(text_size=250, line_height=150, reduce_motion=True)
    opened(player)
    screen = screen_of(player)
    assert screen.content > screen.view.h + 1
    for _ in range(40):
        pad(player, DOWN)
    assert screen.offset == pytest.approx(screen.content - screen.view.h, abs=1)
    assert player.focus != "choice-0"
    answered(player, ONE)
    assert screen.offset == 0
    player.wheel(-20)
    assert screen.offset > 0
    answered(player, ONE)
    one = OneKey(player)
    player.app.settings.scan = True
    player.top.lead("choice-1")
    seen = []
    for _ in range(6):
        one.waits()
        seen.append(screen.offset)
    assert max(seen) > 0


def test_motion_rests_where_it_is_not_wanted(start: Callable[..., Player]) -> None:
    """Words come up softly and then rest; with reduced motion they simply stand there."""
    for still in (False, True):
        player = start(reduce_motion=still)
        opened(player)
        player.press(ONE)
        screen = screen_of(player)
        now = screen.turned_at
        assert screen.moving(now + 0.1) is not still
        assert not screen.moving(now + 1)
        player.close()


def test_the_quick_exit_leaves_at_once_and_loses_nothing(player: Player) -> None:
    """Whoever comes back from the neutral screen stands at the message they left."""
    player.open()
    opened(player)
    answered(player, ONE, TWO)
    player.app.director.leave()
    player.app.director.back()
    assert screen_of(player).number == 2
    player.app.director.home()
    assert player.app.shell.sorting is None


def test_without_messages_there_is_only_the_way_on(player: Player) -> None:
    """Opened without messages, the screen says thank you and lets go."""
    player.open()
    player.go(Route.SORT)
    assert isinstance(player.top, SortScreen)
    player.frame()
    assert player.focus == "on"
    later(player)
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, ReadingScreen)
