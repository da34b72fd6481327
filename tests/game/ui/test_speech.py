"""Reading aloud: in order, in each line's language, stopped at once, by the system's own voice."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
import wave
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.ui import narrators
from game.ui.narrators import Manner, Narrator, Program
from game.ui.speech import Speaker, Utterance
from tests.game.xvfb import until

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = {
    "espeak-ng": narrators.espeak("espeak-ng"),
    "spd-say": narrators.dispatcher("spd-say"),
    "say": narrators.mac("say"),
    "powershell": narrators.windows("powershell"),
}

# Stands for a voice: writes down what it was asked to say, and takes its time for it.
PROGRAM = """
import sys, time
path, how, seconds = sys.argv[1:]
open(path, "a", encoding="utf-8").write(f"{how} {sys.stdin.buffer.read().decode()}\\n")
time.sleep(float(seconds))
"""


VOICES = (Narrator("v-anna", "Anna", "de"), Narrator("v-bea", "Bea", "de"), Narrator("v-cleo", "Cleo", "en"))


def _noted(path: Path, seconds: float = 0.0, *, picks: bool = False) -> Program:
    def command(manner: Manner) -> list[str]:
        how = f"{manner.language} {manner.rate} {manner.volume}{f' {manner.voice}' if manner.voice else ''}"
        return [sys.executable, "-S", "-c", PROGRAM, str(path), how, str(seconds)]

    listing = [sys.executable, "-S", "-c", ""]
    return Program(command, listing, lambda _: [*VOICES], picks=picks, before=lambda _: ">" if picks else "")


def test_lines_are_said_in_order_each_in_its_language(tmp_path: Path) -> None:
    """What waits is said one after the other, with the language of each and the pace of the player."""
    speaker = Speaker(_noted(tmp_path / "said"), Manner("", 210, 90))
    for text, language in (("Hello.", "en-GB"), ("Guten Abend.", "de"), ("مساء الخير", "ar"), ("  ", "en")):
        speaker.say(Utterance(text, language))
    assert speaker.wait(20)
    assert (tmp_path / "said").read_text("utf-8").splitlines() == ["en 210 90 Hello.", "de 210 90 Guten Abend.", "ar 210 90 مساء الخير"]
    speaker.close()


def test_a_hush_stops_the_word_and_all_that_waits(tmp_path: Path) -> None:
    """Stopped in the middle, nothing that was waiting is said any more; what is said afterwards is."""
    speaker = Speaker(_noted(tmp_path / "said", 30))
    speaker.say(Utterance("Long.", "en"))
    speaker.say(Utterance("Never.", "en"))
    said = tmp_path / "said"
    assert until(lambda: said.exists() and "Long" in said.read_text("utf-8"), 30)
    begun = time.monotonic()
    speaker.hush()
    assert speaker.wait(10)
    assert time.monotonic() - begun < 5
    speaker.say(Utterance("Afterwards.", "en"))
    assert until(lambda: "Afterwards" in said.read_text("utf-8"), 30)
    speaker.close()
    assert [line.split()[3] for line in said.read_text("utf-8").splitlines()] == ["Long.", "Afterwards."]


def test_no_list_of_processes_shows_what_is_read() -> None:
    """The words are in no program's arguments."""
    for platform in ("linux", "darwin", "win32"):
        program = narrators.found(platform)
        if program is not None:
            assert not any("marker" in part for part in program.command(Manner("en")))
    for made in PROGRAMS.values():
        assert len(made.command(Manner("de", 300))) > 2


@pytest.mark.parametrize(
    ("picks", "said"), [(False, "de 175 100 Ja.|en 175 100 Yes."), (True, "de 175 100 v-anna >Ja.|en 175 100 v-cleo >Yes.")]
)
def test_where_a_language_chooses_no_voice_one_of_its_voices_is_taken(tmp_path: Path, picks: bool, said: str) -> None:  # noqa: FBT001
    """Some programs speak everything in one language unless a voice is named."""
    speaker = Speaker(_noted(tmp_path / "said", picks=picks))
    for text, language in (("Ja.", "de-AT"), ("Yes.", "en")):
        speaker.say(Utterance(text, language))
    assert speaker.wait(20)
    speaker.close()
    assert (tmp_path / "said").read_text("utf-8").splitlines() == said.split("|")


def test_the_voice_that_is_wanted_reads_its_own_language_and_no_other(tmp_path: Path) -> None:
    """A German voice reads German lines; a voice that is not there any more is as none."""
    speaker = Speaker(_noted(tmp_path / "said"), Manner("", voice="v-bea"))
    known = threading.Event()
    assert not speaker.narrators(known.set)
    assert known.wait(10)
    assert speaker.narrators(known.set) == VOICES
    for text, language, voice in (("Ja.", "de", "v-bea"), ("Yes.", "en", "v-bea"), ("Nein.", "de", "v-gone")):
        speaker.manner = Manner("", voice=voice)
        speaker.say(Utterance(text, language))
        assert speaker.wait(20)
    speaker.close()
    assert (tmp_path / "said").read_text("utf-8").splitlines() == ["de 175 100 v-bea Ja.", "en 175 100 Yes.", "de 175 100 Nein."]


LISTS = {
    "espeak-ng": """\
 5  de              --/M      German_(plain)     gmw/de
 6  de              --/F      german-mbrola-1    mb/mb-de1
""",
    "spd-say": """\
                     NAME                 LANGUAGE                  VARIANT
         German (plain)                         de                     none
""",
    "say": """\
Bad News            en_US    # The light you see at the end of the tunnel.
Anna (Premium)      de_DE    # Hallo!
""",
    "powershell": "de-DE|Microsoft Hedda Desktop\r\nen-US|Microsoft O'Neil\r\n",
}
TOLD = {
    "espeak-ng": [("gmw/de", "German (plain)", "de"), ("gmw/de+f2", "German (plain) 2", "de")],
    "spd-say": [("German (plain)", "German (plain)", "de")],
    "say": [("Bad News", "Bad News", "en"), ("Anna (Premium)", "Anna (Premium)", "de")],
    "powershell": [("Microsoft Hedda Desktop", "Microsoft Hedda Desktop", "de"), ("Microsoft O'Neil", "Microsoft O'Neil", "en")],
}


@pytest.mark.parametrize("name", [*LISTS])
def test_each_program_s_list_of_voices_is_understood(name: str) -> None:
    """Name, language, and what the voice is asked for by; heads of tables, and voices that want more to be installed, are left out."""
    assert PROGRAMS[name].read(LISTS[name]) == [Narrator(*told) for told in TOLD[name]]
    assert PROGRAMS[name].read("nothing of the kind\n\n") == []


def test_a_name_cannot_break_out_of_the_command() -> None:
    """A quote in a voice's name is part of the name."""
    script = PROGRAMS["powershell"].command(Manner("en", voice="O'Neil"))[-1]
    assert "-eq 'O''Neil'" in script


def test_the_system_s_own_voices_are_listed_and_speak(tmp_path: Path) -> None:
    """espeak-ng names a voice for each language of the interface; two voices of one language do not sound alike."""
    path = shutil.which("espeak-ng")
    if path is None:
        pytest.skip("espeak-ng is not installed (Debian: espeak-ng)")
    program = narrators.espeak(path)
    found = program.narrators()
    assert {"en", "de", "fr", "sv", "tr", "ar"} <= {one.language for one in found}
    sounds: list[bytes] = []
    for one in [one for one in found if one.language == "de"]:
        file = tmp_path / f"{len(sounds)}.wav"
        subprocess.run([*program.command(Manner("de", voice=one.key)), "-w", str(file)], input=b"Guten Abend.", check=True)
        sounds.append(file.read_bytes())
    assert len(set(sounds)) == len(sounds) > 1


def test_a_voice_that_is_missing_is_not_the_end(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A program that cannot be started is told in the log, without the words, and the game goes on."""
    speaker = Speaker(Program(lambda _: [str(tmp_path / "nothing")], [str(tmp_path / "nothing")], lambda _: []))
    assert speaker._program.narrators() == ()
    speaker.say(Utterance("marker", "en"))
    assert speaker.wait(10)
    speaker.close()
    assert "nothing can be read aloud" in caplog.text
    assert "marker" not in caplog.text


@pytest.mark.parametrize("language", ["en", "de", "fr", "sv", "tr", "ar"])
def test_the_system_s_own_voice_speaks_every_language(tmp_path: Path, language: str) -> None:
    """espeak-ng speaks each language of the interface: there is sound, and faster speech is shorter."""
    path = shutil.which("espeak-ng")
    if path is None:
        pytest.skip("espeak-ng is not installed (Debian: espeak-ng)")
    words = {"ar": "مساء الخير يا صديقي", "tr": "İyi akşamlar, nereye"}.get(language, "Bon soir, good evening, guten Abend")
    lengths = []
    for rate in (narrators.USUAL, narrators.FASTEST):
        file = tmp_path / f"{rate}.wav"
        usual = narrators.espeak(path)
        into = replace(usual, command=lambda manner, file=file, usual=usual: [*usual.command(manner), "-w", str(file)])  # type: ignore[misc]  # the same call with two more
        speaker = Speaker(into, Manner("", rate))
        speaker.say(Utterance(words, language))
        assert speaker.wait(20)
        speaker.close()
        with wave.open(str(file)) as sound:
            lengths.append(sound.getnframes() / sound.getframerate())
            assert any(sound.readframes(sound.getnframes()))
    assert 0.3 < lengths[1] < lengths[0]
