"""The return phrase, however it is typed."""

from __future__ import annotations

from game.contact import phrase
from game.contact.errors import ContactError
from tests.fuzz.target import Target

_TAGS = ("en", "de", "tr", "ja", "zh-Hant", "ar", "", "x" * 40)

ROOMS = ("game.contact.phrase",)


def run(data: bytes) -> None:
    """Reads what somebody typed: a phrase comes out or none, and a phrase that came out comes out again from its own words."""
    tag, typed = _TAGS[data[0] % len(_TAGS)] if data else "en", data[1:].decode("utf-8", "surrogateescape")
    reading = phrase.read(typed, tag)
    assert reading.missing == phrase.LENGTH - len(reading.words)
    assert (reading.phrase is not None) <= (not reading.wrong)
    if reading.phrase:
        assert reading.phrase.canonical()
        assert phrase.read(reading.phrase.text(), tag).phrase == reading.phrase
    phrase.completions(typed, tag)
    phrase.known(typed, tag)


def seeds() -> dict[str, bytes]:
    """Returns phrases of several lists, typed well and badly."""
    return {
        "english": b"\x00abandon ability able about above absent absorb",
        "short": b"\x00aban-abil,able 7 ABOU abov abse abso",
        "wrong": b"\x01abandom abilty abel abuot abvoe absnet abzorb one more",
        "japanese": "\x03あいこくしん\u3000あいさつ\u3000あいだ".encode(),
        "chinese": "\x04的一是在不了有".encode(),
        "russian": "\x00абзац абонент абрикос снова".encode(),  # noqa: RUF001  Cyrillic is meant
        "turkish": "\x02IŞIK ılık İYİ".encode(),  # noqa: RUF001  as Turkish is written
    }


TARGET = Target(run, (ContactError,), ROOMS, seeds, ("abandon", "zoo ", "\u3000", "\u0307", "\u200f", "-"))
