"""How things are written on the wire: base64url, ids, and answers whose length tells only a class."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema

KIB = 1024
CLASSES = tuple(size * KIB for size in (1, 4, 16, 64, 256, 1024))
LARGEST_REQUEST = 256 * KIB
# What a sealed text has beside it: nonce and authenticator.
OVERHEAD = 40
_ALPHABET = re.compile(r"[A-Za-z0-9_-]*")


def encode(data: bytes) -> str:
    """Returns bytes as base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes:
    """Returns the bytes of base64url without padding.

    Raises ValueError for anything but its one canonical form.
    """
    if not _ALPHABET.fullmatch(text):
        raise ValueError("not base64url")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as fault:
        raise ValueError("not base64url") from fault
    if encode(data) != text:
        raise ValueError("not canonical base64url")
    return data


def _reader(least: int, most: int) -> BeforeValidator:
    """Returns what turns text into bytes of an allowed length; the length is judged before anything is decoded."""

    def read(value: object) -> bytes:
        if not isinstance(value, str) or not (least * 4 + 2) // 3 <= len(value) <= (most * 4 + 2) // 3:
            raise ValueError("not of the agreed length")
        return decode(value)

    return BeforeValidator(read)


def _schema(name: str, least: int, most: int) -> WithJsonSchema:
    """Returns how a field of bytes stands in the OpenAPI document; its format is what the protocol calls it."""
    bounds = {"minLength": (least * 4 + 2) // 3, "maxLength": (most * 4 + 2) // 3}
    return WithJsonSchema({"type": "string", "format": name, "contentEncoding": "base64url", **bounds})


def _of_class(data: bytes) -> bytes:
    """Takes only what is padded to a class: any other length would tell too much."""
    padded_size = len(data) - OVERHEAD
    if padded_size & (padded_size - 1):
        raise ValueError("not padded to its class")
    return data


_written = PlainSerializer(encode, return_type=str)
Id = Annotated[bytes, _reader(16, 16), _written, _schema("id", 16, 16)]
Key = Annotated[bytes, _reader(32, 32), _written, _schema("key", 32, 32)]
Signature = Annotated[bytes, _reader(64, 64), _written, _schema("signature", 64, 64)]
Wrapped = Annotated[bytes, _reader(100, 100), _written, _schema("wrap", 100, 100)]
_classed = AfterValidator(_of_class)
# A padded plain text of 256 bytes to 64 KiB with nonce and authenticator.
Sealed = Annotated[
    bytes, _reader(256 + OVERHEAD, 65536 + OVERHEAD), _classed, _written, _schema("sealed", 256 + OVERHEAD, 65536 + OVERHEAD)
]
# A vault of 1 to 128 KiB likewise, so that it fits into a request.
Vault = Annotated[
    bytes, _reader(KIB + OVERHEAD, 128 * KIB + OVERHEAD), _classed, _written, _schema("vault", KIB + OVERHEAD, 128 * KIB + OVERHEAD)
]
Document = Annotated[bytes, _reader(2, 128 * KIB), _written, _schema("document", 2, 128 * KIB)]
Token = Annotated[bytes, _reader(16, 128), _written, _schema("token", 16, 128)]


class Request(BaseModel):
    """A request's body: nothing but its fields, and `pad`, which only makes it longer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pad: str = ""


class Signed(BaseModel):
    """A signed document: the signature is checked over the payload's bytes before they are read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    payload: Document
    signature: Signature


def padded(body: dict[str, Any]) -> bytes:
    """Returns an answer as JSON, filled with `pad` to the next size class."""
    bare = json.dumps({**body, "pad": ""}, ensure_ascii=False, separators=(",", ":")).encode()
    size = next((size for size in CLASSES if size >= len(bare)), -(-len(bare) // CLASSES[-1]) * CLASSES[-1])
    # The pad stands last, before the closing quote and brace.
    return bare[:-2] + b"0" * (size - len(bare)) + bare[-2:]
