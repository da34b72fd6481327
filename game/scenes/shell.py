"""What every screen stands on: the window's space, the look, the words, and the verbs that lead from screen to screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from game.ui.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.paths import Paths
    from game.scenes.contact_desk import Desk
    from game.scenes.session import Session
    from game.settings import Settings
    from game.story.library import Shelved
    from game.story.saves import SaveInfo, Saves
    from game.ui.audio import Audio, Silence
    from game.ui.geometry import Space
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


# Screens that show what lies between a player and a counsellor: there is nothing to show before somebody corresponds.
CORRESPONDING = frozenset({Route.WISHES, Route.WRITE, Route.PHRASE, Route.RETURN, Route.REMEMBER, Route.RECALL, Route.THREAD, Route.PEOPLE})


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
    # From the command line: holds until another language is chosen, and is not kept.
    given_language: str = ""
    session: Session | None = None
    banner: str = ""
    # What the note and question screens show: set by whoever opens them.
    chosen: Shelved | None = None
    question: Question | None = None
    errors: list[str] = field(default_factory=list)
    # Wakes the loop from another thread.
    wake: Callable[[], None] = lambda: None
    # What is known while a contact screen is open, and only then.
    contact: Desk | None = None

    @property
    def look(self) -> Theme:
        """Returns the theme the player chose."""
        return THEMES.get(self.settings.theme, THEMES["dusk"])

    def t(self, message: str) -> str:
        """Returns a message in the interface's language."""
        return self.words.t(message)

    def tn(self, one: str, many: str, count: int, **fields: object) -> str:
        """Returns a counted message in the interface's language, its `{count}` and other fields put in."""
        return self.words.tn(one, many, count).format(count=count, **fields)

    @property
    def still(self) -> bool:
        """Tells whether the player wants no motion."""
        return self.settings.reduce_motion

    def tell(self, sentence: str) -> None:
        """Shows one sentence in the banner, until the player goes on."""
        self.banner = sentence


@dataclass(frozen=True, slots=True)
class Question:
    """Something to confirm because it cannot be undone."""

    sentence: str
    yes: str
    act: Callable[[], None]
