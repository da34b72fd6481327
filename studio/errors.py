"""Every error the studio raises on purpose, in one tree.

StudioError
├── UsageError        a command that asks for something that is not there
├── CompilerError     the ink compiler cannot start, answer or finish
├── KeyFileError      a publisher's key that cannot be read or kept
└── WriteError        a file of ours that cannot be written

What is wrong with a story is never an exception: it is a `studio.diagnostics.Diagnostic`, and there may be many.
Each error here is one plain sentence with a way out, shown as it stands.
"""

from __future__ import annotations


class StudioError(Exception):
    """Root of the tree: a sentence for the person at the keyboard."""


class UsageError(StudioError):
    """A command asks for something that is not there."""


class CompilerError(StudioError):
    """The ink compiler cannot start, answer or finish."""


class KeyFileError(StudioError):
    """A publisher's key cannot be read or kept."""


class WriteError(StudioError):
    """A file of ours cannot be written."""
