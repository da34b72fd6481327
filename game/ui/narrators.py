"""The programs of each system that read aloud: how they are started, and which voices they have.

espeak-ng or speech-dispatcher, `say`, Windows' SAPI: nothing has to be shipped for it. Words go to them through a pipe, so that no
list of processes shows what is read.
"""

from __future__ import annotations

import logging
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)
_SAPI = "$ErrorActionPreference='Stop'; Add-Type -AssemblyName System.Speech; "
_SPEAK = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;"
    "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer; $s.Rate={rate}; $s.Volume={volume};"
    "$v=$s.GetInstalledVoices()|?{{{chosen}}}|Select -First 1;"
    "if($v){{$s.SelectVoice($v.VoiceInfo.Name)}}; $s.Speak([Console]::In.ReadToEnd())"
)
_LIST = (
    "[Console]::OutputEncoding=[Text.Encoding]::UTF8; (New-Object System.Speech.Synthesis.SpeechSynthesizer).GetInstalledVoices()"
    "|%{$_.VoiceInfo.Culture.Name + '|' + $_.VoiceInfo.Name}"
)
_SAID = re.compile(r"(?P<name>\S.*?)\s+(?P<language>[a-z]{2,3})[_-]\S*\s+#")
_ESPOKEN = re.compile(r"\s*\d+\s+(?P<language>[a-z]{2,3})(-\S+)?\s+\S+\s+(?P<name>\S+)\s+(?P<key>\S+)")
_LISTED = re.compile(r"\s*(?P<name>\S.*?)\s{2,}(?P<language>[a-z]{2,3})(-\S+)?\s{2,}\S+\s*$")
SLOWEST, USUAL, FASTEST = 80, 175, 450
_SECONDS = 20
# A second throat for each of espeak-ng's languages.
_OTHER = "+f2"
# These want programs and data of their own, and are listed whether those are there or not.
_MBROLA = "mb/"


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said: in a base language, in words a minute, in per cent of full loudness, by a voice or by whichever there is."""

    language: str
    rate: int = USUAL
    volume: int = 100
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Narrator:
    """A voice of the system: what it is asked for by, what people call it, the base language it speaks."""

    key: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Program:
    """A program that speaks what it is given on its input; `listing` and `read` tell its voices.

    `picks` is set where a language alone chooses no voice, `before` gives what is written before the words.
    """

    command: Callable[[Manner], list[str]]
    listing: list[str]
    read: Callable[[str], list[Narrator]]
    picks: bool = False
    before: Callable[[Manner], str] = lambda _: ""

    def narrators(self) -> tuple[Narrator, ...]:
        """Returns the voices there are; none where the program does not tell."""
        try:
            told = subprocess.run(self.listing, capture_output=True, check=True, timeout=_SECONDS, stdin=subprocess.DEVNULL)  # noqa: S603  a program of the system's, found by its name
        except (OSError, subprocess.SubprocessError) as fault:
            _log.warning("the voices could not be listed: %s", type(fault).__name__)
            return ()
        return tuple(self.read(told.stdout.decode("utf-8", "replace")))


def espeak(path: str) -> Program:
    """Returns espeak-ng."""

    def command(manner: Manner) -> list[str]:
        return [path, "-v", manner.voice or manner.language, "-s", str(manner.rate), "-a", str(manner.volume), "--stdin"]

    def read(told: str) -> list[Narrator]:
        found = [Narrator(one["key"], one["name"].replace("_", " "), one["language"]) for one in _matches(_ESPOKEN, told)]
        own = [narrator for narrator in found if not narrator.key.startswith(_MBROLA)]
        return [each for one in own for each in (one, Narrator(one.key + _OTHER, f"{one.name} 2", one.language))]

    return Program(command, [path, "--voices"], read)


def dispatcher(path: str) -> Program:
    """Returns speech-dispatcher's own client."""

    def command(manner: Manner) -> list[str]:
        named = ["--synthesis-voice", manner.voice] if manner.voice else []
        scales = ["--rate", str(_scaled(manner.rate, 100)), "--volume", str(2 * manner.volume - 100)]
        return [path, "--wait", "--pipe-mode", "--language", manner.language, *named, *scales]

    return Program(command, [path, "--list-synthesis-voices"], lambda told: [_named(one) for one in _matches(_LISTED, told)])


def mac(path: str) -> Program:
    """Returns `say`, in which only a voice chooses the language."""

    def command(manner: Manner) -> list[str]:
        return [path, *(["-v", manner.voice] if manner.voice else []), "-r", str(manner.rate), "-f", "-"]

    def read(told: str) -> list[Narrator]:
        return [_named(one) for one in _matches(_SAID, told)]

    return Program(command, [path, "-v", "?"], read, picks=True, before=lambda manner: f"[[volm {manner.volume / 100:.2f}]] ")


def windows(path: str) -> Program:
    """Returns SAPI, asked through PowerShell."""

    def command(manner: Manner) -> list[str]:
        quoted = manner.voice.replace("'", "''")
        by_language = f"$_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '{manner.language}'"
        chosen = f"$_.VoiceInfo.Name -eq '{quoted}'" if manner.voice else by_language
        script = _SAPI + _SPEAK.format(rate=_scaled(manner.rate, 10), volume=manner.volume, chosen=chosen)
        return [path, "-NoProfile", "-Command", script]

    def read(told: str) -> list[Narrator]:
        parts = [line.strip().partition("|") for line in told.splitlines()]
        return [Narrator(name, name, culture.partition("-")[0].lower()) for culture, _, name in parts if name]

    return Program(command, [path, "-NoProfile", "-Command", _SAPI + _LIST], read)


def found(platform: str = sys.platform) -> Program | None:
    """Returns the program of this system that speaks, or None where it has none."""
    known = {"darwin": [("say", mac)], "win32": [("powershell", windows)]}
    for name, made in known.get(platform, [("espeak-ng", espeak), ("spd-say", dispatcher)]):
        path = shutil.which(name)
        if path is not None:
            return made(path)
    return None


def _scaled(rate: int, most: int) -> int:
    """Returns a rate on a scale from -most to most, at whose middle is what most people speak at."""
    part = (rate - USUAL) / (FASTEST - USUAL if rate > USUAL else USUAL - SLOWEST)
    return round(max(-1.0, min(1.0, part)) * most)


def _matches(pattern: re.Pattern[str], told: str) -> list[re.Match[str]]:
    return [one for line in told.splitlines() if (one := pattern.match(line))]


def _named(one: re.Match[str]) -> Narrator:
    return Narrator(one["name"], one["name"].replace("_", " "), one["language"])
