"""What goes between processes: sealed, padded, and on a channel without a name, so that whoever carries it learns nothing."""

from __future__ import annotations

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from server.wire import decode, encode

# Everything is as long as a multiple of this; PostgreSQL carries eight thousand characters.
STEP = 256
LARGEST = 4096


class Sealing:
    """Closes and opens messages under a key that all processes of a server have."""

    def __init__(self, key: bytes) -> None:
        """Takes 32 bytes."""
        self._box = SecretBox(key)

    def closed(self, sender: bytes, topic: int, data: bytes) -> str:
        """Returns a message as text: 8 bytes of who sends it, a topic's number, and data of up to LARGEST bytes."""
        plain = sender + bytes([topic]) + len(data).to_bytes(2, "big") + data
        return encode(self._box.encrypt(plain.ljust(-(-len(plain) // STEP) * STEP, b"\0")))

    def opened(self, text: str) -> tuple[bytes, int, bytes] | None:
        """Returns sender, topic and data of a message, or None for what is none of ours."""
        try:
            plain = self._box.decrypt(decode(text))
        except (CryptoError, ValueError):
            return None
        return plain[:8], plain[8], plain[11 : 11 + int.from_bytes(plain[9:11], "big")]
