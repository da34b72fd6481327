"""Which screen stands at the end of each route."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.scenes.ask import AskScreen
from game.scenes.away import AwayScreen
from game.scenes.backlog import BacklogScreen
from game.scenes.breathing import BreakScreen
from game.scenes.contact_door import DoorScreen
from game.scenes.contact_kept import KeptScreen
from game.scenes.credits import CreditsScreen
from game.scenes.help import HelpScreen
from game.scenes.languages import LanguageScreen
from game.scenes.menu import MenuScreen
from game.scenes.note import NoteScreen
from game.scenes.reading import ReadingScreen
from game.scenes.settings import SettingsScreen
from game.scenes.shelf_list import ShelfList
from game.scenes.shell import CORRESPONDING, Route, Shell
from game.scenes.slots import SlotsScreen
from game.scenes.talks_screen import TalksScreen
from game.scenes.title import TitleScreen, fits

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.screen import Screen


def shelf(shell: Shell) -> Screen:
    """Returns the shelf: covers where they have room, else a list."""
    return TitleScreen(shell) if fits(shell.space) else ShelfList(shell)


def made(route: Route, shell: Shell) -> Screen:
    """Returns a new screen for a route."""
    makers: dict[Route, Callable[[Shell], Screen]] = {
        Route.SHELF: shelf,
        Route.NOTE: NoteScreen,
        Route.READING: ReadingScreen,
        Route.MENU: MenuScreen,
        Route.BACKLOG: BacklogScreen,
        Route.SAVE: partial(SlotsScreen, saving=True),
        Route.LOAD: partial(SlotsScreen, saving=False),
        Route.SETTINGS: SettingsScreen,
        Route.LANGUAGE: LanguageScreen,
        Route.HELP: HelpScreen,
        Route.CREDITS: CreditsScreen,
        Route.ASK: AskScreen,
        Route.AWAY: AwayScreen,
        Route.CONTACT: DoorScreen,
        Route.KEPT: KeptScreen,
        Route.BREAK: BreakScreen,
        Route.TALKS: TalksScreen,
    }
    if route in CORRESPONDING:
        return _correspondence(route, shell)
    if route.startswith(Route.GROUP):
        return _group(route, shell)
    return makers[route](shell) if route in makers else _seldom(route, shell)


def _seldom(route: Route, shell: Shell) -> Screen:
    """Returns a screen that few ever open: exports and text fields are loaded for those."""
    from game.scenes import (  # noqa: PLC0415  as said
        compass,
        device,
        entry,
        insight_how,
        insight_screen,
        insight_told,
        journal,
        keys,
        map_screen,
        my_pages,
        people,
        sorting,
    )

    makers: dict[Route, Callable[[Shell], Screen]] = {
        Route.DEVICE: device.DeviceScreen,
        Route.BRING: device.BringScreen,
        Route.FORGET: device.ForgetScreen,
        Route.ENTRY: entry.EntryScreen,
        Route.KEYS: keys.KeysScreen,
        Route.WAYS: map_screen.MapScreen,
        Route.PAGES: my_pages.MyPagesScreen,
        Route.CLOSENESS: people.PeopleWeb,
        Route.COMPASS: compass.CompassScreen,
        Route.JOURNAL: journal.JournalScreen,
        Route.INSIGHT: insight_screen.InsightScreen,
        Route.INSIGHT_HOW: insight_how.HowScreen,
        Route.INSIGHT_TOLD: insight_told.ToldScreen,
        Route.SORT: sorting.SortScreen,
    }
    if route is Route.PAGE:
        from game.scenes.journal_page import JournalPage  # noqa: PLC0415  it brings the paper of letters along

        return JournalPage(shell)
    return makers[route](shell)


def _group(route: Route, shell: Shell) -> Screen:
    """Returns a screen that is needed only where a group plays."""
    from game.scenes import (  # noqa: PLC0415  as said
        group_door,
        group_end,
        group_guide,
        group_judge,
        group_keys,
        group_room,
        group_talk,
        group_vote,
        group_ways,
        group_words,
    )

    makers: dict[Route, Callable[[Shell], Screen]] = {
        Route.GROUP: group_door.GroupDoor,
        Route.GROUP_VOTE: group_vote.GroupVote,
        Route.GROUP_ROOM: group_room.GroupRoom,
        Route.GROUP_END: group_end.GroupEnd,
        Route.GROUP_GUIDE: group_guide.GroupGuide,
        Route.GROUP_JUDGE: group_judge.GroupJudge,
        Route.GROUP_WORDS: group_words.GroupWords,
        Route.GROUP_TALK: group_talk.GroupTalk,
        Route.GROUP_WAYS: group_ways.GroupWays,
        Route.GROUP_KEYS: group_keys.GroupKeys,
    }
    return makers[route](shell)


def _correspondence(route: Route, shell: Shell) -> Screen:
    """Returns a screen that is needed only once somebody corresponds: the shelf does not wait for word lists and text fields."""
    from game.scenes import (  # noqa: PLC0415  as said
        contact_agreement,
        contact_people,
        contact_phrase,
        contact_remember,
        contact_return,
        contact_thread,
        contact_wishes,
        contact_write,
    )

    makers: dict[Route, Callable[[Shell], Screen]] = {
        Route.WISHES: contact_wishes.WishesScreen,
        Route.WRITE: contact_write.WriteScreen,
        Route.PEOPLE: contact_people.PeopleScreen,
        Route.AGREEMENT: contact_agreement.AgreementScreen,
        Route.PHRASE: contact_phrase.PhraseScreen,
        Route.RETURN: contact_return.ReturnScreen,
        Route.REMEMBER: contact_remember.RememberScreen,
        Route.RECALL: contact_remember.RecallScreen,
        Route.THREAD: contact_thread.ThreadScreen,
    }
    return makers[route](shell)
