"""What every screen stands on: the window's space, the look, the words, and the verbs that lead from screen to screen.

Why so long: routes, verbs and what is passed along are the one page that every screen reads.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, Protocol

from game.ui.keys import Keys, table
from game.ui.theme import THEMES
from game.words import base, made_up

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from game.paths import Paths
    from game.scenes.contact_desk import Desk
    from game.scenes.party import Party
    from game.scenes.session import Session
    from game.scenes.talk import Talks
    from game.scenes.telling import Telling
    from game.settings import Settings
    from game.story.library import Shelved
    from game.story.pack import Book
    from game.story.saves import SaveInfo, Saves
    from game.story.sorting import Sorted
    from game.ui.audio import Audio, Silence
    from game.ui.geometry import Space
    from game.ui.narrators import Narrator
    from game.ui.picture import Pictures
    from game.ui.text import Typesetter
    from game.ui.theme import Theme
    from game.words import Words


class Route(StrEnum):
    """The screens there are."""

    SHELF = "shelf"
    NOTE = "note"
    READING = "reading"
    MENU = "menu"
    BACKLOG = "backlog"
    SAVE = "save"
    LOAD = "load"
    SETTINGS = "settings"
    LANGUAGE = "language"
    HELP = "help"
    CREDITS = "credits"
    ASK = "ask"
    AWAY = "away"
    CONTACT = "contact"
    KEPT = "kept"
    WISHES = "wishes"
    WRITE = "write"
    PHRASE = "phrase"
    RETURN = "return"
    REMEMBER = "remember"
    RECALL = "recall"
    THREAD = "thread"
    PEOPLE = "people"
    AGREEMENT = "agreement"
    DEVICE = "device"
    BRING = "bring"
    FORGET = "forget"
    ENTRY = "entry"
    BREAK = "break"
    WAYS = "ways"
    PAGES = "pages"
    CLOSENESS = "closeness"
    COMPASS = "compass"
    JOURNAL = "journal"
    PAGE = "page"
    TALKS = "talks"
    KEYS = "keys"
    INSIGHT = "insight"
    INSIGHT_HOW = "insight-how"
    INSIGHT_TOLD = "insight-told"
    SORT = "sort"
    GROUP = "group"
    GROUP_VOTE = "group-vote"
    GROUP_ROOM = "group-room"
    GROUP_END = "group-end"
    GROUP_TALK = "group-talk"
    GROUP_WAYS = "group-ways"
    GROUP_GUIDE = "group-guide"
    GROUP_WORDS = "group-words"
    GROUP_JUDGE = "group-judge"
    GROUP_KEYS = "group-keys"


# Screens that show what lies between a player and a counsellor: there is nothing to show before somebody corresponds.
CORRESPONDING = frozenset(
    {
        Route.WISHES,
        Route.WRITE,
        Route.PHRASE,
        Route.RETURN,
        Route.REMEMBER,
        Route.RECALL,
        Route.THREAD,
        Route.PEOPLE,
        Route.AGREEMENT,
    }
)


# Letters at least so large, in per cent, while a group reads along.
GROUP_TEXT = 170


class Verbs(Protocol):
    """What a screen can ask of the program."""

    def go(self, route: Route) -> None:
        """Opens a screen over this one."""

    def back(self) -> None:
        """Closes this screen."""

    def home(self) -> None:
        """Closes every screen down to the shelf."""

    def only(self, *routes: Route) -> None:
        """Closes every screen down to the shelf, then opens these."""

    def instead(self, *routes: Route) -> None:
        """Closes every contact screen, then opens these."""

    def settle(self) -> None:
        """Takes changed settings up: fonts, theme, volumes, language, full screen; and writes them."""

    def quit(self) -> None:
        """Ends the program."""

    def leave(self) -> None:
        """Leaves at once for the neutral screen."""

    def load(self, info: SaveInfo) -> None:
        """Goes to a save of the story that is open; tells why where that cannot be."""

    def reread(self) -> None:
        """Has the story's screen take up the page that the journey is on now."""

    def quick_save(self) -> None:
        """Writes the quick save and says so."""

    def quick_load(self) -> None:
        """Goes back to the quick save."""

    def picture(self) -> bytes:
        """Returns the story's screen as a small picture, for a save."""

    def export(self) -> None:
        """Writes everything that is kept into one file, and says where it is."""

    def bring(self, path: Path) -> None:
        """Brings in what an export holds, or a story, and says what came of it."""

    def ask_newest(self) -> None:
        """Asks whether there is a newer version, and says so."""

    def scale(self) -> None:
        """Lays everything out anew: a group that reads along needs larger letters, and no longer does."""

    def choose(self, index: int) -> None:
        """Closes everything above the story that is open, and takes one of its choices."""

    def forget(self, *, pictures: bool) -> None:
        """Deletes everything that is kept on this device, and begins as at a first start."""


@dataclass(slots=True)
class Shell:
    """Everything a screen may use; one for the whole program, passed in."""

    space: Space
    settings: Settings
    words: Words
    type: Typesetter
    paths: Paths
    saves: Saves
    shelf: tuple[Shelved, ...]
    sound: Audio | Silence
    pictures: Pictures
    verbs: Verbs
    languages: tuple[str, ...]
    # What this build is called where it has a name of its own, and its looks.
    called: str = ""
    themes: Mapping[str, Theme] = field(default_factory=lambda: THEMES)
    # From the command line: holds until another language is chosen, and is not kept.
    given_language: str = ""
    session: Session | None = None
    banner: str = ""
    # Whether keys go to the window: nothing reads on by itself behind somebody's back.
    focused: bool = True
    # What the screens for a note, a question, a line and messages to sort show: set by whoever opens them.
    chosen: Shelved | None = None
    question: Question | None = None
    asking: Asking | None = None
    sorting: Sorting | None = None
    # What the list of a chat's conversations shows: set by whoever opens it.
    talks: Talks | None = None
    # What a player means to do where a story gets too much, in their own words: in memory alone, and gone with the quick exit.
    own_plan: str = ""
    # The page of the journal that is to be opened; empty for a new one.
    leaf: str = ""
    # Whether an export or import is under way.
    working: bool = False
    errors: list[str] = field(default_factory=list)
    # How the story reads on by itself once it is back on top: asked for in the menu.
    pace: Literal["", "skip", "auto"] = ""
    # Wakes the loop from another thread.
    wake: Callable[[], None] = lambda: None
    # The voices that can read aloud; asked of the system where they are not known yet.
    narrators: Callable[[], tuple[Narrator, ...]] = tuple
    # The group that plays along, while there is one.
    party: Party | None = None
    # What of a reader's way is told, where this build has a place for it and somebody asked for it.
    telling: Telling | None = None
    # What is known while a contact screen is open, and only then.
    contact: Desk | None = None

    @property
    def text_size(self) -> int:
        """Returns how large letters are, in per cent: as the player wants, or as a room needs that reads along."""
        return max(self.settings.text_size, GROUP_TEXT) if self.party is not None else self.settings.text_size

    @property
    def look(self) -> Theme:
        """Returns the theme the player chose."""
        return self.themes.get(self.settings.theme, self.themes["dusk"])

    @property
    def mark(self) -> str:
        """Returns what this build is called."""
        return self.called or self.t("Threshold")

    @property
    def keys(self) -> Keys:
        """Returns which keys mean what."""
        return table(self.settings.keys)

    @property
    def veil(self) -> float:
        """Returns how much of the pictures' light is taken away, from 0 to 1: by the theme, and by the player."""
        return 1 - (1 - self.look.veil) * (1 - self.settings.dim_pictures / 100)

    def t(self, message: str) -> str:
        """Returns a message in the interface's language."""
        return self.words.t(message)

    def all_languages(self) -> list[str]:
        """Returns the interface's languages, then those that only stories on the shelf speak."""
        tags = list(self.languages)
        told = {tag for shelved in self.shelf if shelved.book for tag in shelved.book.languages if not made_up(tag)}
        return tags + sorted(tag for tag in told if tag not in tags and base(tag) not in tags)

    def language(self) -> str:
        """Returns the language in use: the one asked for, where the interface or a story speaks it, or else the interface's."""
        return self.words.asked if self.words.asked in self.all_languages() else self.words.language

    def tn(self, one: str, many: str, count: int, **fields: object) -> str:
        """Returns a counted message in the interface's language, its `{count}` and other fields put in."""
        return self.words.tn(one, many, count).format(count=count, **fields)

    @property
    def still(self) -> bool:
        """Tells whether the player wants no motion."""
        return self.settings.reduce_motion

    @property
    def still_scenes(self) -> bool:
        """Tells whether the player wants pictures that stand still."""
        return self.settings.reduce_motion or not self.settings.scene_motion

    def tell(self, sentence: str) -> None:
        """Shows one sentence in the banner, until the player goes on."""
        self.banner = sentence


@dataclass(frozen=True, slots=True)
class Question:
    """Something to confirm because it cannot be undone."""

    sentence: str
    yes: str
    act: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Asking:
    """One line to be typed: title, a few words, what stands there now, its most letters, who takes it, and whether dots stand for it."""

    title: str
    words: str
    text: str
    most: int
    take: Callable[[str], None]
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class Sorting:
    """Messages to be sorted: of which story, in which language, whether after it; who takes the result, and what follows "Not now".

    The screen is closed before either is called, and keeps nothing itself.
    """

    book: Book
    language: str
    after: bool
    take: Callable[[Sorted], None]
    leave: Callable[[], None]
