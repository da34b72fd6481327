"""What comes with a paragraph beside its words: the picture, the music, the air, single sounds and their captions."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.ui.backdrop import Backdrop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.scenes.session import Session
    from game.scenes.shell import Shell
    from game.scenes.turn import Paragraph

_log = logging.getLogger(__name__)
_CAPTION = 3.5


class Atmosphere:
    """Brings the stage of the story into force."""

    def __init__(self, shell: Shell) -> None:
        """Starts with no picture and in silence."""
        self.shell = shell
        self.backdrop = Backdrop(shell.pictures)
        self.caption = ""
        self.caption_until = -10.0
        self._air: tuple[tuple[str, ...], str | None] = ((), None)
        self._knot = ""

    def open(self, session: Session) -> None:
        """Takes up a story's sounds."""
        book, sounds = session.book, session.book.manifest.sounds

        def read(name: str) -> bytes | None:
            try:
                return book.read(sounds[name].file) if name in sounds else None
            except ThresholdError as fault:
                _log.warning("the sound %s cannot be read: %s", name, fault)
                return None

        self._air, self._knot = ((), None), ""
        held = () if book.manifest.music else None
        self.shell.sound.open(read, [name for name, sound in sounds.items() if sound.kind == "music"], held=held)

    def take(self, session: Session, paragraph: Paragraph | None, now: float, *, fresh: bool) -> None:
        """Shows the picture and plays what belongs to the newest paragraph; single sounds only where it is `fresh`."""
        stage = paragraph.stage if paragraph else session.journey.stage
        scenes = session.book.manifest.scenes
        scene = scenes.get(stage.scene) if stage.scene else None
        self.backdrop.show(f"{session.book.manifest.id}|{scene.file}" if scene else None)
        self.backdrop.wake(now)
        heard: list[str] = []
        if session.book.manifest.music and session.journey.knot != self._knot:
            self._knot = session.journey.knot
            self.shell.sound.hold(session.book.manifest.music.get(self._knot, ()))
        if (stage.music, stage.ambience) != self._air:
            heard += [name for name in stage.music if name not in self._air[0]][-1:]
            heard += [stage.ambience] if stage.ambience and stage.ambience != self._air[1] else []
            self._air = (stage.music, stage.ambience)
            self.shell.sound.layers(stage.music)
            self.shell.sound.air(stage.ambience)
        if paragraph and fresh:
            for name in paragraph.sounds:
                self.shell.sound.once(name)
            heard = [*paragraph.sounds] or heard
        if fresh:
            self._say(session, heard, now)

    def _say(self, session: Session, names: Sequence[str], now: float) -> None:
        sounds = session.book.manifest.sounds
        captions = [session.words(sounds[name].caption) for name in names if name in sounds]
        if captions and self.shell.settings.captions:
            self.caption, self.caption_until = " · ".join(captions), now + _CAPTION

    def heard(self, now: float) -> str:
        """Returns the caption that is shown now, or nothing."""
        return self.caption if now < self.caption_until else ""
