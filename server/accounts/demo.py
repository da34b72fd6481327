"""A made-up organisation with two counsellors, to try everything on one machine. Its passphrases are printed: never use it for people.

The counsellors' keys are made here only because there is no browser to make them in; the protocol is the same (docs/protocol.md).
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import pyotp
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt, crypto_box_seed_keypair, crypto_sign_seed_keypair
from nacl.pwhash import argon2id
from nacl.signing import SigningKey
from nacl.utils import random

from server.accounts.models import ACTIVE, Staff
from server.accounts.requests import Enrol, OfferRequest, Person
from server.wire import encode

if TYPE_CHECKING:
    from server.app import House

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Account:
    """A demo account, with everything that a real one would keep to itself."""

    name: str
    passphrase: str
    totp: str
    recovery: str


@dataclass(frozen=True, slots=True)
class Made:
    """Who is in the demo."""

    person: Person
    passphrase: str


PEOPLE = (
    Made(
        Person(
            name="lena",
            display="Lena",
            kind="professional",
            roles=["counsellor"],
            languages=["en", "de"],
            age="30s",
            gender="woman",
            about={"en": "Social worker. Asks a lot, hurries nobody.", "de": "Sozialarbeiterin. Fragt viel, drängt niemanden."},
        ),
        "kettle gravel demo lamp",
    ),
    Made(
        Person(
            name="tarek",
            display="Tarek",
            kind="former",
            roles=["counsellor"],
            languages=["en", "de", "ar"],
            age="20s",
            gender="man",
            about={"en": "Was in for four years, and out for six.", "de": "War vier Jahre dabei und ist seit sechs Jahren draußen."},
        ),
        "thimble sundial demo lamp",
    ),
    Made(Person(name="mina", display="Mina", kind="professional", roles=["researcher"], languages=["en"]), "pebble ladder demo lamp"),
    Made(Person(name="admin", display="Samira", kind="professional", roles=["administrator"], languages=["en"]), "scarf rowan demo lamp"),
)


def _kdf(seed: bytes, number: int, context: bytes) -> bytes:
    """Returns a key that belongs to a seed, as libsodium's crypto_kdf makes it."""
    return hashlib.blake2b(b"", digest_size=32, key=seed, salt=number.to_bytes(8, "little") + bytes(8), person=context + bytes(8)).digest()


def _seed(words: str, domain: bytes, deployment: bytes, name: str) -> bytes:
    """Returns what a passphrase or recovery code leads to."""
    salt = hashlib.blake2b(domain + deployment + b"\0" + name.encode(), digest_size=16).digest()
    return argon2id.kdf(32, unicodedata.normalize("NFKC", words).encode(), salt, opslimit=3, memlimit=64 * 1024 * 1024)


def _vault(key: bytes, owner: bytes, version: int, said: dict[str, Any]) -> bytes:
    """Returns a vault's blob."""
    text = json.dumps(said).encode()
    size = 1024
    while size < len(text) + 4:
        size *= 2
    plain = (len(text).to_bytes(4, "big") + text).ljust(size, b"\0")
    nonce = random(24)
    ad = b"threshold vault v1" + owner + version.to_bytes(4, "big")
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(plain, ad, nonce, key)


def _recovery_code() -> str:
    """Returns a new recovery code: 20 bytes, in groups of four."""
    number = int.from_bytes(random(20), "big")
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(32)))
    return "-".join(letters[place : place + 4] for place in range(0, 32, 4))


def enrol(house: House, made: Made, deployment: bytes) -> tuple[bytes, Account]:
    """Invites somebody, takes the invitation up for them, and gives them a generator of codes."""
    name = made.person.name
    staff_id, token = house.people.invite(made.person, "threshold-server demo")
    seed = _seed(made.passphrase, b"threshold staff v1", deployment, name)
    code = _recovery_code()
    spare = _seed(code.replace("-", ""), b"threshold recovery v1", deployment, name)
    sign_seed, box_seed = random(32), random(32)
    box_public, box_secret = crypto_box_seed_keypair(box_seed)
    signer = SigningKey(sign_seed)
    said = {"sign": encode(sign_seed), "box": encode(box_secret), "labels": {}, "snippets": [], "heads": {}, "roster": 0}
    asked = {
        "token": token,
        "auth": encode(_kdf(seed, 1, b"thrstaff")),
        "vault": encode(_vault(_kdf(seed, 2, b"thrstaff"), staff_id, 1, said)),
        "recovery": encode(_vault(_kdf(spare, 2, b"thrrecov"), staff_id, 1, {"sign": said["sign"], "box": said["box"]})),
        "recovery_auth": encode(_kdf(spare, 1, b"thrrecov")),
        "sign": encode(crypto_sign_seed_keypair(sign_seed)[0]),
        "box": encode(box_public),
        "proof": encode(signer.sign(b"threshold enrol v1" + staff_id + box_public).signature),
    }
    house.accounts.enrol(Enrol.model_validate(asked), None)
    with house.database.write() as session:
        staff = session.get_one(Staff, staff_id)
        secret = house.accounts.factors.begin_totp(staff)["secret"]
        house.accounts.factors.confirm_totp(staff, pyotp.TOTP(secret).now())
        # The step just used must not stop whoever tries the demo within this half minute.
        staff.totp_step, staff.state = 0, ACTIVE
    return staff_id, Account(name, made.passphrase, secret, code)


def offers(staff: dict[str, bytes]) -> tuple[OfferRequest, ...]:
    """Returns the demo's offers."""
    lena, tarek = encode(staff["lena"]), encode(staff["tarek"])
    both = {"topics": ["family", "friends", "leaving", "just-talk"], "times": ["any-day"], "reply_days": 2}
    return tuple(
        OfferRequest.model_validate_json(json.dumps(said))
        for said in (
            {
                "id": "letters-professional",
                "place": 1,
                "title": {"en": "Letters with a counsellor", "de": "Briefe mit einer Beraterin"},
                "text": {
                    "en": "At your own pace. Somebody who does this for a living.",
                    "de": "In deinem Tempo. Jemand, der das gelernt hat.",
                },
                "kinds": ["professional"],
                "forms": ["letters"],
                "languages": ["en", "de"],
                "staff": [lena],
                **both,
            },
            {
                "id": "letters-former",
                "place": 2,
                "title": {"en": "Letters with someone who left", "de": "Briefe mit jemandem, der ausgestiegen ist"},
                "text": {
                    "en": "He was in a group himself. He won’t tell you what to do.",
                    "de": "Er war selbst dabei. Er sagt dir nicht, was du tun sollst.",
                },
                "kinds": ["former"],
                "forms": ["letters"],
                "languages": ["en", "de", "ar"],
                "staff": [tarek],
                **both,
            },
            {
                "id": "letters-both",
                "place": 3,
                "title": {"en": "Whoever is free first", "de": "Wer zuerst Zeit hat"},
                "text": {
                    "en": "Your first letter goes to both; one of them answers.",
                    "de": "Dein erster Brief geht an beide, eine Person antwortet.",
                },
                "kinds": ["professional", "former"],
                "forms": ["letters", "chat"],
                "languages": ["en", "de"],
                "staff": [lena, tarek],
                **both,
            },
        )
    )


def fill(house: House, deployment: bytes) -> list[Account]:
    """Makes everyone and everything in the demo but the signed roster."""
    staff, accounts = {}, []
    for made in PEOPLE:
        staff[made.person.name], account = enrol(house, made, deployment)
        accounts.append(account)
    for offer in offers(staff):
        house.people.put_offer(offer, "threshold-server demo")
    return accounts


def as_text(accounts: list[Account]) -> str:
    """Returns the accounts as JSON, for the demo's own folder."""
    return json.dumps([asdict(account) for account in accounts], indent=2)


def from_text(text: str) -> list[Account]:
    """Returns the accounts of that JSON."""
    return [Account(**said) for said in json.loads(text)]
