"""Questions and answers in plain words: the story's own where it has them, else those of their kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.insight.asked import LANGUAGE, NOT_REACHED
from game.scenes.telling import release
from game.story.answers import FINISHED
from game.story.manifest import pick
from game.words import own_name

if TYPE_CHECKING:
    from game.scenes.shell import Shell
    from game.story.manifest import Question, Texts
    from game.story.pack import Book


class Telltale:
    """The words for what one release asks; names as they are, where it is no longer on the shelf."""

    def __init__(self, shell: Shell, of: str) -> None:
        """Takes the release's name."""
        self._shell = shell
        books = (shelved.book for shelved in shell.shelf if shelved.book is not None)
        self._book: Book | None = next((book for book in books if release(book) == of), None)
        self._of = of

    def title(self) -> str:
        """Returns the story's title."""
        return self._own(self._book.manifest.title) if self._book else self._of

    def question(self, name: str) -> str:
        """Returns what is asked."""
        t, asked = self._shell.t, self._asked(name)
        if name == LANGUAGE:
            return t("The language it is read in")
        own = self._own(asked.text) if asked else ""
        kinds = {
            "ending": t("How it ended"),
            "stopped_at": t("Where people stopped reading"),
            "length": t("How long they read"),
            "help_opened": t("Whether the help page was opened"),
            "before_after": t("Whether messages are sorted differently afterwards"),
        }
        return own or (kinds.get(asked.kind, name) if asked else name)

    def answer(self, name: str, option: str) -> str:
        """Returns an answer."""
        asked = self._asked(name)
        if name == LANGUAGE and option != NOT_REACHED:
            return own_name(option)
        own = self._own(asked.answers.get(option, {})) if asked else ""
        return own or (self._of_kind(asked, option) if asked else "") or self._common().get(option, option)

    def _of_kind(self, asked: Question, option: str) -> str:
        """Returns what the story calls its endings and chapters."""
        manifest = self._book.manifest if self._book else None
        if manifest is None:
            return ""
        if asked.kind == "ending" and option in manifest.endings:
            return self._own(manifest.endings[option].title)
        titles = {f"chapter_{chapter.number}": chapter.title for chapter in manifest.chapters}
        return self._own(titles[option]) if asked.kind == "stopped_at" and option in titles else ""

    def _common(self) -> dict[str, str]:
        t = self._shell.t
        return {
            NOT_REACHED: t("did not get there"),
            FINISHED: t("read to the end"),
            "under_30": t("less than half an hour"),
            "to_60": t("up to an hour"),
            "over_60": t("more than an hour"),
            "opened": t("opened"),
            "not_opened": t("not opened"),
            "toward": t("more told apart than before"),
            "same": t("as before"),
            "away": t("fewer told apart than before"),
        }

    def _asked(self, name: str) -> Question | None:
        found = self._book.manifest.questions if self._book else ()
        return next((one for one in found if one.name == name), None)

    def _own(self, texts: Texts) -> str:
        own = self._book.manifest.language if self._book else ""
        return pick(texts, self._shell.words.asked, own)
