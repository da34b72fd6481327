"""The conversations of a phone: which there are, what is new in each, and the messages of one, to be read without answering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes import signs
from game.scenes.prose import ProseSheet
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.shell import Shell
    from game.scenes.talk import Talk


class TalksScreen(ProseSheet):
    """A list of conversations, or the one that was opened from it; the story knows nothing of what is read here."""

    def __init__(self, shell: Shell) -> None:
        """Shows the list."""
        super().__init__(shell)
        self._open: Talk | None = None

    def title(self) -> str:
        """Returns the open conversation's title, or that of the list."""
        return self._open.title if self._open else self.shell.t("Conversations")

    def prose(self) -> list[tuple[str, str]]:
        """Returns the messages of the open conversation."""
        found: list[tuple[str, str]] = []
        last = ""
        session = self.shell.session
        for one in self._open.messages if self._open and session else ():
            post = one.post
            if post is None or session is None:
                continue
            who = self.shell.t("You") if post.mine else one.speaker
            if who != last:
                found.append(("own" if post.mine else "from", who))
            found.append(("mine" if post.mine else "theirs", one.text))
            if post.photo:
                found.append(
                    ("small", self.shell.t("A picture: {alt}").format(alt=session.words(session.book.manifest.scenes[post.photo].alt)))
                )
            found += [("small", f"{person}: {signs.named(self.shell, sign)}") for person, sign in post.reactions]
            last = who
        return found or [("text", self.shell.t("Nothing is written here yet."))]

    def column(self, width: float) -> list[Widget]:
        """Returns the messages, or one row a conversation."""
        if self._open is not None:
            return super().column(width)
        talks = self.shell.talks
        return [self._row(talk) for talk in talks.found] if talks else []

    def _row(self, talk: Talk) -> Widget:
        new = talk.new if self.shell.talks and self.shell.talks.seen.get(talk.name, -1) < len(talk.messages) else 0
        parts = [self.shell.tn("{count} new", "{count} new", new) if new else "", self.shell.t("muted") if talk.muted else ""]
        return Widget(
            f"talk-{talk.name}",
            Role.ITEM,
            talk.title,
            shape=Shape.ROW,
            value=self.shell.words.listed(part for part in parts if part),
            act=self._opener(talk),
        )

    def _opener(self, talk: Talk) -> Callable[[], None]:
        def act() -> None:
            self._open, self.offset = talk, 0.0
            if self.shell.talks is not None:
                self.shell.talks.read(talk)
            self.refresh()
            self.scroll(1e9)

        return act

    def escape(self) -> None:
        """Goes back to the list, or to the story."""
        if self._open is None:
            self.shell.verbs.back()
            return
        key, self._open, self.offset = f"talk-{self._open.name}", None, 0.0
        self.focus.key = key
        self.refresh()
