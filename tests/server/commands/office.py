"""Staff who take up the links that the operator's commands print, with keys of their own, through the server alone."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pyotp

from tests.server.client import Counsellor, Person, b64, unb64
from tests.server.wires import get, post

if TYPE_CHECKING:
    from tests.server.client import Json
    from tests.server.wires import Answer, Wire

LINK = re.compile(r"(?P<origin>https?://\S+)/console/#enrol/(?P<token>[\w-]+)")
OFFER = "letters"


def token_in(said: str) -> str:
    """Returns the token of the one link that was printed."""
    (found,) = LINK.finditer(said)
    return found["token"]


class _Browser:
    """A browser that keeps its cookie and sends its token."""

    def __init__(self, wire: Wire) -> None:
        """Opens the console."""
        self._wire, self.cookie, self.token = wire, "", ""
        self._keep(get(wire, "/console/api/hello"))

    def _keep(self, answer: Answer) -> Json:
        """Keeps what an answer brings, and returns its body."""
        assert answer.status == 200, answer.body
        brought = re.search("__Host-threshold=([^;]+)", answer.headers.get("Set-Cookie", ""))
        self.cookie = brought[1] if brought else self.cookie
        self.token = answer.body.get("token", self.token)
        return answer.body

    def post(self, path: str, **body: object) -> Json:
        """Asks the console's API for what it must give."""
        headers = {"Cookie": f"__Host-threshold={self.cookie}", "X-Threshold-Token": self.token}
        return self._keep(post(self._wire, f"/console/api/{path}", body, headers))


def enrol(wire: Wire, token: str) -> Counsellor:
    """Takes an invitation up: keys, passphrase, recovery code, and a generator of codes; returns who is signed in now."""
    browser = _Browser(wire)
    found = browser.post("invitation", token=token)
    person = Person(found["display"], unb64(found["id"]))
    browser.post(
        "enrol",
        token=token,
        auth=b64(os.urandom(32)),
        vault=b64(os.urandom(1064)),
        recovery=b64(os.urandom(1064)),
        recovery_auth=b64(os.urandom(32)),
        sign=b64(bytes(person.signer.verify_key)),
        box=b64(person.box),
        proof=b64(person.signer.sign(b"threshold enrol v1" + person.staff + person.box).signature),
    )
    code = pyotp.TOTP(browser.post("totp-begin")["secret"]).now()
    browser.post("totp-confirm", totp=code)
    return Counsellor(wire, person, browser.cookie, browser.token)


def offer(administrator: Counsellor, on_duty: list[Counsellor]) -> None:
    """Has an administrator write an offer."""
    said = {"id": OFFER, "title": {"en": "Letters"}, "text": {"en": "At your pace."}, "forms": ["letters"], "languages": ["en"]}
    answer = administrator.post("admin/offer", **said, staff=[b64(one.person.staff) for one in on_duty])
    assert answer.status == 200, answer.body
