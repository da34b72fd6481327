"""What can go wrong in the server: one tree, each with a code for the wire and one plain sentence with a way out.

ServerError
+-- ConfigurationError   the operator has something to mend
+-- RequestError         an answer to whoever asked
+-- Malformed 400    +-- BadSignature 401   +-- NoSession 401   +-- Unproved 403   +-- Forbidden 403
+-- Unknown 404      +-- Behind 409         +-- Taken 409       +-- Closed 409     +-- Locked 409
+-- TooLarge 413     +-- TooFast 429        +-- Later 503
"""

from __future__ import annotations


def marked(message: str) -> str:
    """Marks a sentence for the catalogues and returns it as it is."""
    return message


class ServerError(Exception):
    """Everything that the server raises of its own."""


class ConfigurationError(ServerError):
    """The configuration, its files or its keys are not as they must be; the text says which, and what to do."""


class RequestError(ServerError):
    """An answer other than the one asked for; it says nothing about what exists."""

    status = 400
    code = "malformed"
    sentence = marked("This could not be read. Please update the program and try again.")

    def __init__(self) -> None:
        """Keeps no detail: what is not there cannot leak into a log."""
        super().__init__(self.code)


class MalformedError(RequestError):
    """The request does not have the agreed form."""


class SignatureError(RequestError):
    """A signature does not fit."""

    status = 401
    code = "signature"
    sentence = marked("This could not be confirmed. Please check the clock of this device and try again.")


class SessionError(RequestError):
    """Nobody is signed in, or no longer."""

    status = 401
    code = "session"
    sentence = marked("You are no longer signed in. Please sign in again.")


class ProofError(RequestError):
    """The proof of work is missing, used, late, or for something else."""

    status = 403
    code = "proof"
    sentence = marked("The small puzzle that keeps floods away has run out. Please send again.")


class ForbiddenError(RequestError):
    """This person may not do this."""

    status = 403
    code = "forbidden"
    sentence = marked("Your account is not meant for this. Ask your administrator.")


class UnknownError(RequestError):
    """There is nothing here for whoever asks."""

    status = 404
    code = "unknown"
    sentence = marked("There is nothing here. It may have been deleted.")


class BehindError(RequestError):
    """Something else came first; read, then try again."""

    status = 409
    code = "behind"
    sentence = marked("Something new came first. Please read it, then send again.")


class TakenError(RequestError):
    """A colleague took this conversation on a moment earlier, or a name is in use."""

    status = 409
    code = "taken"
    sentence = marked("Somebody else was a moment earlier.")


class ClosedError(RequestError):
    """A round of a group does not take this, or not now."""

    status = 409
    code = "closed"
    sentence = marked("This is closed at the moment.")


class LockedError(RequestError):
    """A group's room takes nobody more."""

    status = 409
    code = "locked"
    sentence = marked("This room takes nobody else at the moment. Ask whoever leads it.")


class TooLargeError(RequestError):
    """More than is accepted."""

    status = 413
    code = "large"
    sentence = marked("This is too long to send. Please send it in two parts.")


class TooFastError(RequestError):
    """Too many requests from one place."""

    status = 429
    code = "slow"
    sentence = marked("That was a lot at once. Please wait a minute and try again.")


class LaterError(RequestError):
    """The server cannot do this now."""

    status = 503
    code = "later"
    sentence = marked("This is not possible right now. Nothing is lost; please try again in a minute.")
