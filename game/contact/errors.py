"""Every error that contact raises on purpose, in one tree.

ContactError
├── ConfigurationError      the file that names a server cannot be used
├── LineError               the server was not reached, or not understood
│   ├── OfflineError        nobody answers at the other end
│   ├── ForeignError        who answers is not the server that is looked for
│   ├── RefusedError        the server says no; `code` says why
│   │   ├── SlowError       too much at once from here
│   │   ├── LaterError      not now
│   │   ├── BehindError     another entry came first: read, then seal again
│   │   ├── UnknownError    no such conversation, or one that never was
│   │   ├── SessionError    the session is over: sign in again
│   │   └── ProofError      the proof of work is used up or too old
│   └── TooLargeError       an answer larger than any that is sent
├── RosterError             the list of counsellors cannot be trusted
│   ├── RosterExpiredError  past its last day
│   ├── RosterEarlyError    from days to come
│   ├── RosterMissingError  not there yet
│   ├── RosterOlderError    older than one seen before
│   └── RosterForeignError  of another deployment, or not signed by its organisation
├── PhraseError             the seven words come first
├── VaultError              what is kept for this phrase does not open
├── LetterError             a letter cannot be sent as it is
│   ├── TooLongError        too long for one letter
│   └── NobodyError         nobody is there to read it
├── GoneError               the conversation is no longer there
├── CancelledError          the player stopped it
└── RememberError           what this device remembers cannot be read or written

No sentence and no value ever holds a word somebody wrote, a phrase, a key or an id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from game.errors import ThresholdError, marked

if TYPE_CHECKING:
    from collections.abc import Callable


class ContactError(ThresholdError):
    """Something in contact went wrong; nothing was lost but what the sentence says."""

    # Said where no other sentence is given.
    SENTENCE = marked("Something went wrong while writing to the counsellors. Leave this screen, come back, and try again.")
    # Whether the same thing, tried again, may well succeed.
    worth_retrying = False

    def __init__(self, message: str = "", **values: object) -> None:
        """Takes a sentence, or says its own."""
        super().__init__(message or self.SENTENCE, **values)


class ConfigurationError(ContactError):
    """The file that names a server cannot be used."""


class LineError(ContactError):
    """The server was not reached, or not understood."""

    worth_retrying = True
    # What is said where nothing was written yet that could still be here.
    BEFORE: ClassVar[str] = ""

    def say_before(self, translate: Callable[[str], str]) -> str:
        """Returns the sentence in the reader's language, where nothing has been written yet."""
        return translate(self.BEFORE or self.message).format(**self.values)


class OfflineError(LineError):
    """Nobody answers at the other end."""

    SENTENCE = marked("There is no connection to the counsellors right now. What you wrote is still here: try again in a while.")
    BEFORE = marked("There is no connection to the counsellors right now. Try again in a while.")


class ForeignError(LineError):
    """Who answers is not the server that is looked for: another certificate, another place, another language."""

    SENTENCE = marked(
        "Something between this device and the counsellors answers in their place, so this stopped here. Another network may help."
    )


class TooLargeError(LineError):
    """An answer is larger than any that the server sends."""

    SENTENCE = marked("The server's answer is not one that it would give. Try again later, or from another network.")


class RefusedError(LineError):
    """The server says no; `code` is one of the protocol's."""

    SENTENCE = marked("The counsellors' server could not take that ({code}). What you wrote is still here: try again later.")
    BEFORE = marked("The counsellors' server could not take that ({code}). Try again later.")

    def __init__(self, code: str) -> None:
        """Keeps the code."""
        super().__init__(code=code)
        self.code = code


class SlowError(RefusedError):
    """Too much came from here at once."""

    SENTENCE = marked("That was a lot at once, and the server asks for a pause. Wait a minute, then try again.")
    BEFORE = ""


class LaterError(RefusedError):
    """The server cannot do it now."""

    SENTENCE = marked("The counsellors' server is busy. What you wrote is still here: try again in a few minutes.")
    BEFORE = marked("The counsellors' server is busy. Try again in a few minutes.")


class BehindError(RefusedError):
    """Another entry came first: read, verify, seal again with the same id."""


class UnknownError(RefusedError):
    """No such conversation, or one that never was."""


class SessionError(RefusedError):
    """The session is over: sign in again."""


class ProofError(RefusedError):
    """The proof of work is used up, too old, or for something else."""


class RosterError(ContactError):
    """The list of counsellors cannot be trusted."""


class RosterExpiredError(RosterError):
    """The list is past its last day."""

    SENTENCE = marked(
        "The list of counsellors is out of date, so nothing is sent. Check that this device shows the right day; if it does, try later."
    )


class RosterEarlyError(RosterError):
    """The list is from days to come: most likely this device's clock is behind."""

    SENTENCE = marked("The list of counsellors is from a day yet to come. Check that this device shows the right day, then try again.")


class RosterMissingError(RosterError):
    """The organisation has not signed a list yet."""

    SENTENCE = marked("The counsellors here are still getting ready, so nobody can be written to yet. Try again in some days.")


class RosterOlderError(RosterError):
    """The list is older than one seen before."""

    SENTENCE = marked("The server shows an old list of counsellors, so nothing is sent. Try again later, or from another network.")


class RosterForeignError(RosterError):
    """The list is of another deployment, or not signed by its organisation."""

    SENTENCE = marked("The list of counsellors was not signed by their organisation, so nothing is sent. Another network may help.")


class PhraseError(ContactError):
    """The seven words come first."""

    SENTENCE = marked("Your seven words come first. Type them, then go on.")


class VaultError(ContactError):
    """What is kept for this phrase does not open."""

    SENTENCE = marked("What is kept for these words does not open, so it is left as it is. Try again later, or write anew.")


class LetterError(ContactError):
    """A letter cannot be sent as it is."""


class TooLongError(LetterError):
    """The letter is too long for one."""

    SENTENCE = marked("This is too long for one letter. Send it in two parts.")


class NobodyError(LetterError):
    """Nobody is there to read it."""

    SENTENCE = marked("Nobody is there to read this any more. You can ask for another counsellor.")


class GoneError(ContactError):
    """The conversation is no longer there."""

    SENTENCE = marked("This conversation is no longer there. You can begin a new one.")


class CancelledError(ContactError):
    """The player stopped it, or left."""

    worth_retrying = True

    SENTENCE = marked("Stopped. What you wrote is still here.")


class RememberError(ContactError):
    """What this device remembers cannot be read or written."""
