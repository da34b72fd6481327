"""An organisation with a real server of its own, for tests: database, people, offers, a list that its root key signed."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import urllib3

from game.contact.configuration import Configuration, Pin
from server import migrate
from server.accounts import secret
from server.accounts.people import People
from server.accounts.requests import Kind, OfferRequest, Person
from server.contact import roster
from server.contact.models import Organisation
from server.db import Database
from tests.contract.primitives import Signer, b64
from tests.game.contact.counsellor import Counsellor
from tests.game.contact.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[3]
PROOF = 600
# One proxy in front: tests come from as many addresses as they need, so that limits by address do not meet them.
CONFIGURATION = 'origin = "{origin}"\nport = {port}\nproof_floor = {proof}\nproxies = 1\n'


def free_port() -> int:
    """Returns a port that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


class House:
    """One organisation and its server."""

    def __init__(self, folder: Path) -> None:
        """Makes the database and the organisation, and the wire that clients reach them by."""
        self.folder = folder
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.wire = Wire(self.port)
        self.origin = self.wire.origin
        self.root = Signer(secrets.token_bytes(32))
        self.deployment = secrets.token_bytes(16)
        self.version = 0
        self.process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "server.toml").write_text(CONFIGURATION.format(origin=self.origin, port=self.port, proof=PROOF), "utf-8")
        secret.make(folder / "server.secret")
        self.database = Database(f"sqlite:///{(folder / 'threshold.sqlite').resolve()}")
        migrate.upgrade(self.database)
        self.people = People(self.database)
        with self.database.write() as session:
            about = json.dumps({"en": "We answer letters."})
            given = {"deployment": self.deployment, "root": self.root.public, "about": about, "limits": about}
            session.add(Organisation(id=secrets.token_bytes(16), name="Lantern", **given))

    @property
    def configuration(self) -> Configuration:
        """Returns what a game needs to reach it."""
        return Configuration(self.origin, Pin(self.deployment, self.root.public))

    # The process ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        command = [sys.executable, "-m", "tests.game.contact.serve", str(self.folder)]
        with (self.folder / "output").open("ab") as output:
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output, start_new_session=True)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                if urllib3.request("GET", f"{self.address}/healthz", retries=False, timeout=2).status == 200:
                    return
            except urllib3.exceptions.HTTPError:
                time.sleep(0.05)
        raise AssertionError((self.folder / "output").read_text("utf-8"))

    def kill(self) -> None:
        """Ends the server as a power cut would."""
        if self.process is not None:
            # With its workers: they are in the group that it leads.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def close(self) -> None:
        """Ends everything."""
        self.kill()
        self.wire.close()
        self.database.close()

    # People ---------------------------------------------------------------------------------------------------------

    def enrol(self, name: str, kind: Kind = "professional", **more: Any) -> Counsellor:  # noqa: ANN401  whatever a person has
        """Invites somebody, who makes keys and comes in with a second factor; the server must run."""
        person = Person(name=name, kind=kind, roles=["counsellor"], about={"en": f"{name} writes back."}, languages=["en"], **more)
        identity, token = self.people.invite(person, "test")
        counsellor = Counsellor(self.address, self.deployment, name, identity)
        counsellor.enrol(token)
        return counsellor

    def offer(self, slug: str, staff: Sequence[Counsellor], **more: Any) -> None:  # noqa: ANN401  whatever an offer has
        """Writes an offer; it is seen with the next list."""
        ids = [b64(counsellor.id) for counsellor in staff]
        texts = {"title": {"en": slug.title()}, "text": {"en": "Write when you like."}}
        self.people.put_offer(
            OfferRequest.model_validate({"id": slug, **texts, "forms": ["letters"], "reply_days": 2, "staff": ids, **more}), "test"
        )

    def sign(self, days: int = 30, issued: dt.date | None = None) -> int:
        """Signs and publishes the list as it is now; returns its version."""
        payload = json.loads(self.people.draft())
        begin = issued or dt.datetime.now(dt.UTC).date()
        payload |= {"issued": begin.isoformat(), "expires": (begin + dt.timedelta(days=days)).isoformat()}
        raw = json.dumps(payload, ensure_ascii=False).encode()
        signature = self.root.sign(b"threshold roster v1\0" + raw)
        with self.database.write() as session:
            self.version = roster.publish(session, raw, signature, dt.datetime.now(dt.UTC).date()).version
        return self.version
