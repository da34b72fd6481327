"""Catalogues of a story: whatever a translator's editor writes."""

from __future__ import annotations

from studio import catalogue, pseudo, text_file
from studio.carrying import carried
from studio.errors import StudioError
from studio.messages import Message
from tests.fuzz.target import Target

_TEXTS = ("Hello, {name}.", "Go[ on] home", "{x: a|b} # speaker: Rae", "2 cats")

ROOMS = ("studio", "babel.messages")


def run(data: bytes) -> None:
    """Reads a catalogue, carries it over to a story's texts, and writes it; what was written reads the same."""
    messages = [Message("stop", text) for text in _TEXTS]
    read = catalogue.parse("fr", text_file.decode("translations/fr.po", data))
    assert all(fault.sentence for fault in read.faults)
    if any(fault.is_error for fault in read.faults):
        return
    entries, gone = carried(messages, read.entries, read.gone)
    read.gone = gone
    text = catalogue.text_of("The Late Tram", "fr", messages, entries, read)
    again = catalogue.parse("fr", text_file.decode("translations/fr.po", text.encode("utf-8", "replace")))
    assert [(one.context, one.text) for one in again.entries] == [(one.context, one.text) for one in entries] or again.faults
    assert not again.faults, again.faults
    assert pseudo.made_up("en-XA")


def seeds() -> dict[str, bytes]:
    """Returns a catalogue with everything that one can hold."""
    head = b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    head += b'"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
    plain = b'# a remark\n#. Said by Rae.\n#: main.ink:3\nmsgctxt "stop"\nmsgid "Hello, {name}."\nmsgstr "Bonjour, {name}."\n'
    guess = b'\n#, fuzzy\n#| msgid "Go home"\nmsgctxt "stop"\nmsgid "Go[ on] home"\nmsgstr "Rentre[r]"\n'
    gone = b'\n#~ msgctxt "stop"\n#~ msgid "Old"\n#~ msgstr "Vieux"\n'
    many = b'\nmsgid "{n} cat"\nmsgid_plural "{n} cats"\nmsgstr[0] "chat"\nmsgstr[1] "chats"\n'
    return {
        "all": head + plain + guess + gone,
        "many": head + many,
        "plain": plain,
        "open": b'msgid "a\nmsgstr "\\x"\n',
        "nul": b"msgid \0",
    }


WORDS = (
    "msgid ",
    "msgstr ",
    "msgctxt ",
    "msgid_plural ",
    "msgstr[0] ",
    "#, fuzzy",
    "#~ ",
    "#| ",
    "#: ",
    '"\n"',
    "Plural-Forms: ",
    "charset=",
    "\u2068",
)
TARGET = Target(run, (StudioError,), ROOMS, seeds, WORDS)
