"""Looks after what is on this device: exports and imports on a thread of its own, so that the window never waits for the disk."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.story.library import SUFFIX
from game.story.manifest import pick
from game.ui.text import isolated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.scenes.shell import Shell
    from game.story.intake import Brought


class Caretaker:
    """One piece of work at a time; `take` tells what came of it, on the window's own thread."""

    def __init__(self) -> None:
        """Has nothing to do."""
        self._thread: threading.Thread | None = None
        self._result: Callable[[], str] | ThresholdError | None = None
        self.new_settings = self.new_story = False

    def export(self, shell: Shell) -> None:
        """Writes everything into one file."""
        from game.story import bundle  # noqa: PLC0415 - few ever export

        def work() -> Callable[[], str]:
            path = bundle.export(shell.paths)
            words = shell.t("Exported as {path}. Whoever has this file can read where you are in your stories.")
            return lambda: words.format(path=isolated(path))

        self._begin(shell, work)

    def bring(self, shell: Shell, path: Path) -> None:
        """Brings in what an export holds, or a story file."""
        if path.suffix.lower() == SUFFIX:
            self._add(shell, path)
            return
        from game.story import intake  # noqa: PLC0415 - few ever import

        def work() -> Callable[[], str]:
            brought = intake.bring(shell.paths, path)
            self.new_settings = brought.settings
            return lambda: told(shell, brought)

        self._begin(shell, work)

    def _add(self, shell: Shell, path: Path) -> None:
        """Puts a story file on the shelf, if somebody signed it who is trusted."""
        from game.story import shelving  # noqa: PLC0415 - few ever add one

        asked = shell.words.asked

        def work() -> Callable[[], str]:
            book, new = shelving.add(shell.paths, path)
            self.new_story = new
            words = shell.t("“{title}” stands on your shelf.") if new else shell.t("“{title}” is here already, as new or newer.")
            return lambda: words.format(title=isolated(pick(book.manifest.title, asked, book.manifest.language)))

        self._begin(shell, work)

    def ask(self, shell: Shell) -> None:
        """Asks once whether there is a newer version, at the one address that this build knows, if it knows one."""
        from game import deployment  # noqa: PLC0415 - few ever ask
        from game.own import newest, version  # noqa: PLC0415 - as above

        unknown = shell.t("This copy of the game knows no place to ask. A newer version is where you got this one; this is {version}.")
        newer = shell.t("There is a newer version, {version}: {where}")
        same = shell.t("This is the newest version: {version}.")
        own = version.own()

        def work() -> Callable[[], str]:
            place = deployment.find(shell.paths)
            if place is None or not place.newest:
                return lambda: unknown.format(version=isolated(own))
            answer = newest.ask(place, own)
            if answer is None:
                return lambda: same.format(version=isolated(own))
            return lambda: newer.format(version=isolated(answer.version), where=isolated(answer.where))

        self._begin(shell, work)

    def _begin(self, shell: Shell, work: Callable[[], Callable[[], str]]) -> None:
        if shell.working:
            return
        shell.working = True

        def run() -> None:
            try:
                self._result = work()
            except ThresholdError as fault:
                self._result = fault
            finally:
                shell.wake()

        # Not a daemon: whoever leaves the game right after pressing Export gets a whole file.
        self._thread = threading.Thread(target=run, name="caretaker")
        self._thread.start()

    def take(self, shell: Shell) -> bool:
        """Tells the player what came of the work where it has ended; tells whether it has."""
        if self._thread is None or self._result is None:
            return False
        self._thread.join()
        result, self._thread, self._result, shell.working = self._result, None, None, False
        shell.tell(result.say(shell.t) if isinstance(result, ThresholdError) else result())
        return True


def told(shell: Shell, brought: Brought) -> str:
    """Returns in words what came of an import."""
    found = []
    if brought.saves:
        found.append(shell.tn("{count} save was brought in.", "{count} saves were brought in.", brought.saves))
    elif not brought.memories and not brought.settings:
        found.append(shell.t("Everything in this export is here already."))
    else:
        found.append(shell.t("The export was brought in."))
    if brought.beside:
        one, many = (
            "{count} of them got a slot of its own: its place was taken.",
            "{count} of them got slots of their own: their places were taken.",
        )
        found.append(shell.tn(one, many, brought.beside))
    if brought.left:
        found.append(shell.t("What this device remembers of its own stayed as it was."))
    return " ".join(found)
