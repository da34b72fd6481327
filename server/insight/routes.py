"""Insight's side of the wire: takes a report, and answers the same whatever becomes of it.

Reports are taken before Flask makes a request of them, which would cost more than all that is done here; what is refused goes on to Flask,
which answers as it answers all that is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request

from server.errors import MalformedError, TooFastError
from server.insight.requests import SIZE, read
from server.limits import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flask import Flask

    from server.insight.service import Insight
    from server.limits import Addresses

# A game sends four reports, hours apart: enough for two hundred behind one router on one day, far too few for a flood.
MOST_A_MINUTE, MINUTE = 60, 60.0
PATH = "/api/v1/insight/reports"
_FAULT = "threshold.fault"


@dataclass(frozen=True, slots=True)
class Box:
    """Where reports are put in: the service, and how many came from each place within a minute."""

    insight: Insight
    addresses: Addresses
    counts: Counts = field(default_factory=Counts)

    def put(self, asked: dict[str, Any]) -> None:
        """Takes a request's report.

        Raises TooFastError or MalformedError where it does not come as agreed.
        """
        if self.counts.incr(self.addresses.mark(asked.get("REMOTE_ADDR") or "").hex(), MINUTE) > MOST_A_MINUTE:
            raise TooFastError
        kind = asked.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
        if kind != "application/json" or asked.get("CONTENT_LENGTH") != str(SIZE):
            raise MalformedError
        self.insight.take(*read(asked["wsgi.input"].read(SIZE)))


class Front:
    """Stands before the app and takes reports."""

    def __init__(self, app: Flask, box: Box) -> None:
        """Takes the app, once all that it does to answers is there."""
        self._inner: Callable[..., Iterable[bytes]] = app.wsgi_app
        self._box = box
        with app.test_request_context(PATH, method="POST"):
            taken = app.process_response(Response(status=204))
        del taken.headers["Content-Type"]
        self._headers = taken.headers.to_wsgi_list()

    def __call__(self, asked: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        """Answers a request."""
        if asked.get("PATH_INFO") == PATH and asked.get("REQUEST_METHOD") == "POST":
            try:
                self._box.put(asked)
            except Exception as fault:  # noqa: BLE001  whatever it was, the app says and logs it as any other
                asked[_FAULT] = fault
            else:
                # Whether it was counted is not said.
                start("204 NO CONTENT", list(self._headers))
                return ()
        return self._inner(asked, start)


def blueprint() -> Blueprint:
    """Returns the route of what was refused."""
    made = Blueprint("insight", __name__)

    @made.post(PATH)
    def report() -> Response:
        """Raises what the front found."""
        fault: Exception = request.environ[_FAULT]
        raise fault

    return made
