"""Every error the game raises on purpose, in one tree.

ThresholdError
├── StoryError            a story cannot go on
│   ├── StoryLoadError    compiled ink that cannot be opened
│   ├── StoryPanicError   the ink engine gave up; the last checkpoint stands
│   └── StoryLimitError   a turn ran past its budget of steps, lines, time or memory
├── PackError             a .story file that cannot be trusted or read
├── SaveError             a save that cannot be written or read
├── BundleError           an export that cannot be written, or is none
├── SettingsError         settings that cannot be written or read
├── DeploymentError       the file that names servers cannot be used
├── CueError              a tag outside the vocabulary
└── WindowError           no window can be opened here

Each carries one plain sentence with a way out. The sentence is a message id: it is translated when it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def marked(message: str) -> str:
    """Marks a sentence for the catalogues and returns it unchanged."""
    return message


class ThresholdError(Exception):
    """Root of the tree: a sentence for people, with named values to put in."""

    def __init__(self, message: str, **values: object) -> None:
        """Keeps the untranslated sentence and its values."""
        super().__init__(message, values)
        self.message = message
        self.values = values

    def say(self, translate: Callable[[str], str]) -> str:
        """Returns the sentence in the reader's language."""
        return translate(self.message).format(**self.values)

    def __str__(self) -> str:
        """Returns the sentence in English."""
        return self.message.format(**self.values)


class StoryError(ThresholdError):
    """A story cannot go on."""


class StoryLoadError(StoryError):
    """Compiled ink cannot be opened."""


class StoryPanicError(StoryError):
    """The ink engine gave up in the middle of a turn; the last checkpoint stands."""


class StoryLimitError(StoryError):
    """A turn ran past its budget of steps, lines, time or memory."""


class PackError(ThresholdError):
    """A .story file cannot be trusted or read."""


class SaveError(ThresholdError):
    """A save cannot be written or read."""


class BundleError(ThresholdError):
    """An export of the whole library cannot be written, or a file is none."""


class SettingsError(ThresholdError):
    """Settings cannot be written or read."""


class DeploymentError(ThresholdError):
    """The file that names servers cannot be used."""


class CueError(ThresholdError):
    """A tag stands outside the vocabulary of cues."""


class WindowError(ThresholdError):
    """No window can be opened on this machine."""
