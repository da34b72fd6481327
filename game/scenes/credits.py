"""Credits and licences: of the story that is open, and of what the game is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.scenes.guide_row import guide_row
from game.scenes.prose import ProseSheet
from game.story.manifest import pick

if TYPE_CHECKING:
    from game.story.pack import Book
    from game.ui.widgets import Widget

# Names and licences are facts and stand as they are in every language.
_MADE_WITH = (
    "pygame-ce (LGPL 2.1) · SDL 2 (zlib) · Skia, skia-python (BSD 3-Clause) · bink and blade-ink (Apache 2.0 or MIT) · ink, inkjs (MIT)",
    "AccessKit (Apache 2.0 or MIT)",
    "msgspec (BSD 3-Clause) · Babel (BSD 3-Clause) · platformdirs (MIT) · PyNaCl, libsodium (Apache 2.0, ISC)",
    "Literata, Atkinson Hyperlegible Next, OpenDyslexic, Noto Sans (SIL Open Font Licence 1.1)",
)


class CreditsScreen(ProseSheet):
    """Who made it."""

    def title(self) -> str:
        """Returns the screen's title."""
        return self.shell.t("Credits")

    def _books(self) -> list[Book]:
        """Returns the story that is open, or all that are here."""
        return [self.shell.session.book] if self.shell.session else [shelved.book for shelved in self.shell.shelf if shelved.book]

    def column(self, width: float) -> list[Widget]:
        """Returns names and licences, and the session guides."""
        return [*super().column(width), *(row for book in self._books() for row in guide_row(self.shell, book))]

    def prose(self) -> list[tuple[str, str]]:
        """Returns names and licences."""
        t = self.shell.t
        found: list[tuple[str, str]] = []
        for book in self._books():
            manifest = book.manifest
            found.append(("head", pick(manifest.title, self.shell.words.asked, manifest.language)))
            found.append(("text", ", ".join(manifest.authors)))
            found += [("text", f"{credit.role}: {', '.join(credit.names)}") for credit in manifest.credits]
            found.append(("small", t("Licence: {licence}").format(licence=manifest.licence)))
        found.append(("head", t("The game")))
        found.append(("text", t("Threshold is free software under the MIT licence.")))
        found.append(("head", t("Made with")))
        found += [("small", line) for line in _MADE_WITH]
        return found
