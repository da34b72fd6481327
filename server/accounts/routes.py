"""The console's side of accounts, `/console/api`: signing in, enrolling, one's own settings, and administration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request
from nacl.utils import random

from server.accounts import admin_routes
from server.accounts.requests import (
    Enrol,
    InvitationRequest,
    NewPassphrase,
    NoticeRequest,
    PasskeyAnswer,
    Recover,
    Second,
    SignIn,
    Totp,
)
from server.accounts.sessions import ENROL, FULL, PASSPHRASE, RECOVERY, staff_of
from server.contact.requests import KeepRequest, NothingRequest
from server.errors import SessionError
from server.exchange import answer, asked

if TYPE_CHECKING:
    from server.accounts.guard import Guard
    from server.accounts.people import People
    from server.accounts.service import Accounts
    from server.limits import Addresses


@dataclass(frozen=True, slots=True)
class Desk:
    """What the routes stand on."""

    accounts: Accounts
    people: People
    guard: Guard
    addresses: Addresses

    def here(self) -> bytes:
        """Returns the mark of where this request came from."""
        return self.addresses.mark(request.remote_addr or "")

    def fresh(self, session_id: bytes, body: dict[str, Any] | None = None) -> Response:
        """Returns an answer that brings a new session and its token."""
        return self.guard.give(answer({"token": self.guard.token(session_id), **(body or {})}), session_id)


def blueprint(desk: Desk) -> Blueprint:
    """Returns the routes of accounts."""
    made = Blueprint("accounts", __name__, url_prefix="/console/api")
    _coming_in(made, desk)
    _enrolling(made, desk)
    _own(made, desk)
    admin_routes.people(made, desk.people, desk.guard)
    admin_routes.organisation(made, desk.people, desk.guard)
    return made


def _coming_in(made: Blueprint, desk: Desk) -> None:
    """Adds signing in and out."""
    accounts, guard = desk.accounts, desk.guard

    @made.get("/hello")
    def hello() -> Response:
        """Gives a page its token; one without a session gets an id that means nothing yet."""
        cookie = guard.cookie()
        try:
            stage = guard.signed(FULL, PASSPHRASE, ENROL, RECOVERY).stage
        except SessionError:
            cookie, stage = random(32), ""
        body = {"stage": stage, **desk.people.greeting()}
        return desk.fresh(cookie or random(32), body)

    @made.post("/sign-in")
    def sign_in() -> Response:
        """Takes the first factor."""
        body = asked(SignIn)
        fresh, ways = accounts.sign_in(body.name, body.auth, desk.here(), guard.cookie())
        return desk.fresh(fresh, {"second": ways})

    @made.post("/passkey-options")
    def passkey_options() -> Response:
        """Gives what a passkey must answer."""
        asked(NothingRequest)
        signed = guard.signed(PASSPHRASE)
        with accounts.database.read() as session:
            return answer({"options": accounts.factors.passkey_options(session, staff_of(session, signed), signed.session)})

    @made.post("/second")
    def second() -> Response:
        """Takes the second factor."""
        body = asked(Second)
        return desk.fresh(accounts.second(guard.signed(PASSPHRASE), desk.here(), body.totp, body.passkey))

    @made.post("/sign-out")
    def sign_out() -> Response:
        """Ends the session, and has the browser forget."""
        asked(NothingRequest)
        accounts.sign_out(guard.cookie())
        return guard.take(answer({}))

    @made.post("/recover")
    def recover() -> Response:
        """Takes a recovery code."""
        body = asked(Recover)
        fresh, found = accounts.recover(body.name, body.recovery_auth, desk.here(), guard.cookie())
        return desk.fresh(fresh, found)


def _enrolling(made: Blueprint, desk: Desk) -> None:
    """Adds taking an invitation up, and second factors."""
    accounts, guard = desk.accounts, desk.guard

    @made.post("/invitation")
    def invitation() -> Response:
        """Tells whom an invitation is for."""
        return answer(accounts.invitation(asked(InvitationRequest).token))

    @made.post("/enrol")
    def enrol() -> Response:
        """Takes an invitation up, with keys that were made in the browser."""
        return desk.fresh(accounts.enrol(asked(Enrol), guard.cookie()))

    @made.post("/totp-begin")
    def totp_begin() -> Response:
        """Gives a new secret for a generator of codes."""
        asked(NothingRequest)
        signed = guard.signed(ENROL, FULL)
        with accounts.database.write() as session:
            return answer(accounts.factors.begin_totp(staff_of(session, signed)))

    @made.post("/totp-confirm")
    def totp_confirm() -> Response:
        """Takes the first code of a new secret."""
        body, signed = asked(Totp), guard.signed(ENROL, FULL)
        with accounts.database.write() as session:
            good = accounts.factors.confirm_totp(staff_of(session, signed), body.totp)
        if not good:
            raise SessionError
        return desk.fresh(accounts.factor_ready(signed))

    @made.post("/passkey-begin")
    def passkey_begin() -> Response:
        """Gives what a browser needs to make a passkey."""
        asked(NothingRequest)
        signed = guard.signed(ENROL, FULL)
        with accounts.database.read() as session:
            return answer({"options": accounts.factors.begin_passkey(session, staff_of(session, signed), signed.session)})

    @made.post("/passkey-confirm")
    def passkey_confirm() -> Response:
        """Keeps a new passkey."""
        body, signed = asked(PasskeyAnswer), guard.signed(ENROL, FULL)
        with accounts.database.write() as session:
            accounts.factors.confirm_passkey(session, staff_of(session, signed), signed.session, body.passkey, accounts.clock())
        return desk.fresh(accounts.factor_ready(signed))


def _own(made: Blueprint, desk: Desk) -> None:
    """Adds what everyone does with their own account."""
    accounts, guard = desk.accounts, desk.guard

    @made.post("/me")
    def me() -> Response:
        """Gives one's own vault, and whom one works for."""
        asked(NothingRequest)
        return answer(accounts.me(guard.signed(FULL, ENROL)))

    @made.post("/keep")
    def keep() -> Response:
        """Writes the vault's next version."""
        signed, body = guard.signed(), asked(KeepRequest)
        return answer({"version": accounts.keep(signed, body.version, body.sealed)})

    @made.post("/notice")
    def notice() -> Response:
        """Takes an away notice."""
        signed, body = guard.signed(), asked(NoticeRequest)
        accounts.notice(signed, body.notice)
        return answer({})

    @made.post("/passphrase")
    def passphrase() -> Response:
        """Sets a new passphrase."""
        signed, body = guard.signed(FULL, RECOVERY), asked(NewPassphrase)
        fresh = accounts.passphrase(signed, body, desk.here())
        return desk.fresh(fresh) if fresh else guard.take(answer({}))
