"""What is on this device: what is kept in plain words, and the ways to take it along, bring it in, and have it all forgotten."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.scenes.prose import ProseSheet
from game.scenes.shell import Route
from game.story import bundle, kept
from game.ui.text import isolated
from game.ui.widgets import Role, Shape, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.scenes.shell import Shell
    from game.story.kept import Part

_KILO = 1000


def size_of(shell: Shell, size: int) -> str:
    """Returns a number of bytes in words."""
    kilobytes = max(1, round(size / _KILO))
    if kilobytes < _KILO:
        return shell.t("{size} kB").format(size=kilobytes)
    return shell.t("{size} MB").format(size=round(kilobytes / _KILO, 1))


def folders(shell: Shell) -> tuple[Path, ...]:
    """Returns where exports are looked for: where they are written, the folder above it, and the game's own folder."""
    program = Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0] or sys.executable)
    return tuple(dict.fromkeys((shell.paths.exports, shell.paths.exports.parent, program.resolve().parent, shell.paths.data)))


class _DeviceSheet(ProseSheet):
    """Text, then rows to press."""

    width_units = 820.0

    def rows(self) -> list[Widget]:
        """Returns what can be done."""
        return []

    def column(self, width: float) -> list[Widget]:
        """Returns the text, then what can be done."""
        return [*super().column(width), *self.rows()]

    def first(self) -> str:
        """Starts on the way back."""
        return "back"

    def arrived(self) -> None:
        """Shows what is on the device now."""
        self.refresh()

    def row(self, key: str, name: str, act: Callable[[], None], value: str = "") -> Widget:
        """Returns something to press; it waits while an export or import is under way."""
        return Widget(key, Role.BUTTON, name, shape=Shape.ROW, act=act, value=value, enabled=not self.shell.working)


class DeviceScreen(_DeviceSheet):
    """What is kept, and how large it is."""

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("What is on this device")

    def _names(self) -> dict[str, str]:
        t = self.shell.t
        return {
            "saves": t("Saves, with a small picture each"),
            "memory": t("What you have read, and your own notes in stories"),
            "settings": t("Settings"),
            "contact": t("What was kept to write to a counsellor"),
            "insight": t("What you tell those who write the stories, and how often you did"),
            "group": t("A session with a group that was broken off"),
            "logs": t("A log of faults: no word of what you read"),
            "stories": t("Stories that were added"),
            "pictures": t("Pictures of the screen"),
            "exports": t("Exports"),
        }

    def _line(self, part: Part) -> str:
        files = self.shell.tn("{count} file", "{count} files", len(part.files))
        return f"{self._names()[part.key]}: {files}, {size_of(self.shell, part.size)}."

    def prose(self) -> list[tuple[str, str]]:
        """Returns what is kept, kind by kind."""
        t, found = self.shell.t, kept.parts(self.shell.paths)
        if self.shell.working:
            return [("lead", t("One moment."))]
        if not found:
            return [("text", t("Nothing is kept here yet."))]
        nowhere = t("The saves lie in {folder}. The game sends none of this anywhere.")
        elsewhere = t("The saves lie in {folder}. What is told about stories is listed in the settings; nothing else is sent.")
        where = (elsewhere if self.shell.settings.insight else nowhere).format(folder=isolated(self.shell.paths.data))
        return [*(("text", self._line(part)) for part in found), ("small", where)]

    def rows(self) -> list[Widget]:
        """Returns the ways to take it along, to bring something in, and to forget."""
        t, verbs = self.shell.t, self.shell.verbs
        return [
            self.row("export", t("Export everything into one file"), self._export),
            self.row("bring", t("Import from a file"), lambda: verbs.go(Route.BRING)),
            self.row("forget", t("Forget everything on this device"), lambda: verbs.go(Route.FORGET)),
        ]

    def _export(self) -> None:
        self.shell.verbs.export()
        self.refresh()


class BringScreen(_DeviceSheet):
    """The exports that were found."""

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Import from a file")

    def __init__(self, shell: Shell) -> None:
        """Knows of no export before it is entered."""
        super().__init__(shell)
        self.found: tuple[Path, ...] = ()
        self._chosen = False

    def entered(self) -> None:
        """Looks for exports."""
        self.found = bundle.find(folders(self.shell))
        super().entered()

    def arrived(self) -> None:
        """Goes back once the chosen export was brought in; the banner says what came of it."""
        if self._chosen and not self.shell.working:
            self.shell.verbs.back()
        else:
            self.refresh()

    def prose(self) -> list[tuple[str, str]]:
        """Returns what importing does, and where exports are looked for."""
        t = self.shell.t
        if self.shell.working:
            return [("lead", t("One moment."))]
        where = t("Put one into {folder}, or drop it onto this window.").format(folder=isolated(self.shell.paths.exports))
        return [
            ("text", t("Nothing that is here is lost: a save whose place is taken gets a slot of its own.")),
            ("small", where if self.found else t("No export was found.") + " " + where),
        ]

    def rows(self) -> list[Widget]:
        """Returns the exports, the newest first."""
        return [self.row(f"file-{number}", path.name, self._bringer(path), self._about(path)) for number, path in enumerate(self.found)]

    def _about(self, path: Path) -> str:
        try:
            about = path.stat()
        except OSError:
            return ""
        when = dt.datetime.fromtimestamp(about.st_mtime, dt.UTC).astimezone()
        return f"{self.shell.words.date(when)}, {size_of(self.shell, about.st_size)}"

    def _bringer(self, path: Path) -> Callable[[], None]:
        def bring() -> None:
            self._chosen = True
            self.shell.verbs.bring(path)
            self.refresh()

        return bring


class ForgetScreen(_DeviceSheet):
    """Says what goes, before it goes."""

    width_units = 700.0

    def __init__(self, shell: Shell) -> None:
        """Leaves the pictures and exports where they are, unless they are asked for."""
        super().__init__(shell)
        self.pictures = False

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Forget everything?")

    def _keys(self) -> set[str]:
        return {part.key for part in kept.parts(self.shell.paths)}

    def prose(self) -> list[tuple[str, str]]:
        """Returns what goes and what stays."""
        t, keys = self.shell.t, self._keys()
        found = [("text", t("Every save, every setting and everything else that the game keeps is deleted, and cannot be brought back."))]
        if "stories" in keys:
            found.append(("text", t("Stories that were added are deleted too.")))
        if "contact" in keys:
            found.append(("text", t("This device no longer knows how to reach your counsellor. Your seven words still work elsewhere.")))
        found.append(
            (
                "small",
                t("The game itself stays, and begins as if it had never been started. A disk may keep traces that no program can reach."),
            )
        )
        return found

    def rows(self) -> list[Widget]:
        """Returns the question about pictures and exports, where there are any, and the way to do it."""
        t = self.shell.t
        rows = [self.row("do", t("Forget everything"), lambda: self.shell.verbs.forget(pictures=self.pictures))]
        if self._keys() & {"pictures", "exports"}:
            value = t("On") if self.pictures else t("Off")
            name = t("Pictures of the screen and exports too")
            switch = Widget("pictures", Role.SWITCH, name, shape=Shape.ROW, value=value, act=self._flip, on=self.pictures)
            switch.step = lambda _way: self._flip()
            rows.insert(0, switch)
        return rows

    def _flip(self) -> None:
        self.pictures = not self.pictures
        self.refresh()
