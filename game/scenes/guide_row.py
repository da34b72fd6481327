"""The rows of a story's session guide, for youth workers: read here, or kept as a PDF where exports are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.scenes.shell import Route
from game.story import guide_text
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from game.scenes.shell import Shell
    from game.story.pack import Book


def guide_row(shell: Shell, book: Book | None) -> list[Widget]:
    """Returns the row, or none where the story brings no guide."""
    if book is None or not book.manifest.guide:
        return []

    name = shell.t("Keep the session guide for youth workers (PDF)")
    return [Widget(f"guide-{book.manifest.id}", Role.BUTTON, name, shape=Shape.ROW, act=lambda: keep(shell, book))]


def read_row(shell: Shell, book: Book | None) -> list[Widget]:
    """Returns the row that opens the guide of the story at hand, or none where the story brings none in words."""
    if book is None or not guide_text.language(book, shell.words.asked):
        return []
    name = shell.t("Read the session guide")
    return [Widget("guide", Role.BUTTON, name, shape=Shape.ROW, act=lambda: shell.verbs.go(Route.GROUP_GUIDE))]


def keep(shell: Shell, book: Book) -> None:
    """Keeps a story's guide as a PDF, and says where."""
    from game.story import printed  # noqa: PLC0415 - few ever want it

    try:
        path = printed.keep(book, shell.words.language, shell.paths.exports)
    except ThresholdError as fault:
        shell.tell(fault.say(shell.t))
    else:
        shell.tell(shell.t("The session guide is kept as {path}").format(path=isolated(path)))
