"""Second factors: codes from a generator, each good once, and passkeys."""

from __future__ import annotations

import hashlib
import io
import json
import threading
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pyotp
import segno
import webauthn
from sqlalchemy import select
from webauthn.helpers import options_to_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from server.accounts.models import Passkey, Staff
from server.errors import MalformedError, SessionError
from server.events import nobody
from server.wire import decode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from server.accounts.secret import Secret

STEP_SECONDS = 30
# Codes of the step before and after count too: clocks differ.
STEPS = (-1, 0, 1)
_DIGITS = 6
_MARK_BYTES = 16


class Factors:
    """What proves somebody a second time. A passkey's challenge waits in memory."""

    def __init__(self, secret: Secret, origins: tuple[str, ...], issuer: str = "Threshold", clock: Callable[[], float] = time.time) -> None:
        """Takes the server's secret and addresses; passkeys belong to the first one's host."""
        self._secret, self._origins, self._issuer, self._clock = secret, list(origins), issuer, clock
        self._host = urlsplit(origins[0]).hostname or ""
        self._challenges: dict[bytes, bytes] = {}
        # Tells other processes a session's mark, and the challenge that it was given; nothing after the mark once that was used.
        self.tell: Callable[[bytes], None] = nobody
        self._lock = threading.Lock()

    @staticmethod
    def of(session: Session, staff: Staff) -> list[str]:
        """Returns the second factors that somebody has."""
        keys = session.scalars(select(Passkey.id).where(Passkey.staff_id == staff.id).limit(1)).first()
        return [*(["totp"] if staff.totp_confirmed else []), *(["passkey"] if keys else [])]

    def take(self, session: Session, staff: Staff, cookie: bytes, totp: str | None, passkey: dict[str, Any] | None) -> bool:
        """Tells whether a second factor is right, and uses it up."""
        if totp is not None and staff.totp_confirmed:
            return self._code(staff, totp)
        if passkey is not None:
            return self._passkey(session, staff, cookie, passkey)
        return False

    # Codes

    def begin_totp(self, staff: Staff) -> dict[str, str]:
        """Makes a new secret for somebody and returns it: as text, as an address for a generator, and as a picture of that."""
        secret = pyotp.random_base32()
        staff.totp, staff.totp_confirmed = self._secret.seal(secret.encode()), False
        address = pyotp.TOTP(secret).provisioning_uri(name=staff.name, issuer_name=self._issuer)
        return {"secret": secret, "address": address, "picture": _picture(address)}

    def confirm_totp(self, staff: Staff, code: str) -> bool:
        """Takes the first code of a new secret, and with it the secret."""
        if staff.totp is None or not self._code(staff, code):
            return False
        staff.totp_confirmed = True
        return True

    def _code(self, staff: Staff, code: str) -> bool:
        """Tells whether a code is one of now, and later than the last that was taken; spaces around or in it mean nothing."""
        digits = "".join(code.split())
        if staff.totp is None or len(digits) != _DIGITS or not digits.isascii() or not digits.isdigit():
            return False
        generator = pyotp.TOTP(self._secret.open(staff.totp).decode())
        now = int(self._clock()) // STEP_SECONDS
        fitting = [now + shift for shift in STEPS if pyotp.utils.strings_equal(digits, generator.at((now + shift) * STEP_SECONDS))]
        if not fitting or max(fitting) <= staff.totp_step:
            return False
        staff.totp_step = max(fitting)
        return True

    # Passkeys

    def _expect(self, cookie: bytes, challenge: bytes) -> None:
        """Remembers which challenge a session was given; the oldest are forgotten."""
        self.note(_mark(cookie) + challenge)
        self.tell(_mark(cookie) + challenge)

    def note(self, said: bytes) -> None:
        """Remembers, or forgets, a challenge that was given here or elsewhere."""
        mark, challenge = said[:_MARK_BYTES], said[_MARK_BYTES:]
        with self._lock:
            if not challenge:
                self._challenges.pop(mark, None)
                return
            self._challenges[mark] = challenge
            while len(self._challenges) > 1000:  # noqa: PLR2004  far more than sign in at once
                self._challenges.pop(next(iter(self._challenges)))

    def _expected(self, cookie: bytes) -> bytes:
        """Returns the challenge that a session was given, once.

        Raises SessionError where there is none.
        """
        with self._lock:
            challenge = self._challenges.pop(_mark(cookie), None)
        self.tell(_mark(cookie))
        if challenge is None:
            raise SessionError
        return challenge

    def begin_passkey(self, session: Session, staff: Staff, cookie: bytes) -> dict[str, Any]:
        """Returns what a browser needs to make a passkey."""
        there = session.scalars(select(Passkey.id).where(Passkey.staff_id == staff.id))
        options = webauthn.generate_registration_options(
            rp_id=self._host,
            rp_name=self._issuer,
            user_id=staff.id,
            user_name=staff.name,
            exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in there],
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.DISCOURAGED, user_verification=UserVerificationRequirement.PREFERRED
            ),
        )
        self._expect(cookie, options.challenge)
        found: dict[str, Any] = json.loads(options_to_json(options))
        return found

    def confirm_passkey(self, session: Session, staff: Staff, cookie: bytes, answer: dict[str, Any], today: dt.date) -> None:
        """Keeps the public half of a passkey that a browser made.

        Raises MalformedError where the answer is to another question, or not genuine.
        """
        try:
            made = webauthn.verify_registration_response(
                credential=answer, expected_challenge=self._expected(cookie), expected_rp_id=self._host, expected_origin=self._origins
            )
        except (WebAuthnException, ValueError, KeyError, TypeError):
            raise MalformedError from None
        session.add(
            Passkey(id=made.credential_id, staff_id=staff.id, public_key=made.credential_public_key, sign_count=made.sign_count, day=today)
        )

    def passkey_options(self, session: Session, staff: Staff, cookie: bytes) -> dict[str, Any]:
        """Returns what a browser needs to answer with a passkey."""
        there = session.scalars(select(Passkey.id).where(Passkey.staff_id == staff.id))
        options = webauthn.generate_authentication_options(
            rp_id=self._host,
            allow_credentials=[PublicKeyCredentialDescriptor(id=one) for one in there],
            user_verification=UserVerificationRequirement.PREFERRED,
        )
        self._expect(cookie, options.challenge)
        found: dict[str, Any] = json.loads(options_to_json(options))
        return found

    def _passkey(self, session: Session, staff: Staff, cookie: bytes, answer: dict[str, Any]) -> bool:
        """Tells whether an answer comes from a passkey of somebody's."""
        try:
            row = session.get(Passkey, decode(str(answer["id"])))
            if row is None or row.staff_id != staff.id:
                return False
            done = webauthn.verify_authentication_response(
                credential=answer,
                expected_challenge=self._expected(cookie),
                expected_rp_id=self._host,
                expected_origin=self._origins,
                credential_public_key=row.public_key,
                credential_current_sign_count=row.sign_count,
            )
        except (WebAuthnException, ValueError, KeyError, TypeError, SessionError):
            return False
        row.sign_count = done.new_sign_count
        return True


def _mark(cookie: bytes) -> bytes:
    """Returns what stands for a session where its challenge waits."""
    return hashlib.blake2b(cookie, digest_size=_MARK_BYTES).digest()


def _picture(address: str) -> str:
    """Returns a text as a QR code, in SVG."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=4, omitsize=True, xmldecl=False, svgclass=None, lineclass=None)
    return drawn.getvalue().decode("ascii")
