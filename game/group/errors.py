"""Every error that playing with a group raises on purpose, in one tree.

GroupError
├── AbsentError     this installation has no part that serves phones
├── StartError      that part does not start
├── LostError       the room cannot be reached for now
└── AccountError    the server lets nobody in with what was typed
"""

from __future__ import annotations

from game.errors import ThresholdError, marked


class GroupError(ThresholdError):
    """Something in playing with a group went wrong; the story stands where it stood."""

    SENTENCE = marked("Something went wrong while playing with a group. Close this screen and begin again.")

    def __init__(self, message: str = "", **values: object) -> None:
        """Takes a sentence, or says its own."""
        super().__init__(message or self.SENTENCE, **values)


class AbsentError(GroupError):
    """This installation has no part that serves phones."""

    SENTENCE = marked("This installation cannot serve phones: install it with `pip install 'threshold[server]'`, or take a full download.")


class StartError(GroupError):
    """The part that serves phones does not start."""

    SENTENCE = marked("The part that phones connect to does not start. Close other programs that serve this network, and begin again.")


class LostError(GroupError):
    """The room cannot be reached for now; it is tried again by itself."""

    SENTENCE = marked("The connection to the phones is gone for a moment. It is tried again by itself; no vote is lost.")


class AccountError(GroupError):
    """The server lets nobody in with what was typed, or the room that was made with it is gone."""

    SENTENCE = marked("The server did not let you in, or the room is gone. Go back, and sign in with your name, passphrase and a new code.")
