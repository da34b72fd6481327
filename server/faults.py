"""How faults are answered: a plain sentence in padded JSON, and a line in the log without a word of the request."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, TooManyRequests

from server.errors import LaterError, MalformedError, RequestError, TooFastError, TooLargeError, UnknownError
from server.exchange import answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask, Response

_log = logging.getLogger(__name__)
BY_STATUS: dict[int, type[RequestError]] = {404: UnknownError, 405: UnknownError, 413: TooLargeError, 429: TooFastError}


def answer_errors(app: Flask, say: Callable[[str], str] = str) -> None:
    """Has every error of an app become a padded answer with a plain sentence, which `say` puts into the asker's language."""

    @app.errorhandler(RequestError)
    def refused(fault: RequestError) -> Response:
        """Answers with the error's own code and sentence."""
        return answer({"error": fault.code, "message": say(fault.sentence)}, fault.status)

    @app.errorhandler(HTTPException)
    def unusual(fault: HTTPException) -> Response:
        """Answers what Flask refuses in the same form."""
        if isinstance(fault, RequestEntityTooLarge):
            return refused(TooLargeError())
        if isinstance(fault, TooManyRequests):
            return refused(TooFastError())
        return refused(BY_STATUS.get(fault.code or 400, MalformedError)())

    @app.errorhandler(Exception)
    def failed(_: Exception) -> Response:
        """Answers that it is not possible now; the log learns the kind of fault and where in our code."""
        _log.error("request failed", exc_info=True)
        return refused(LaterError())
