"""The sounds we make: how long, how loud, how seamless, and always the same."""

from __future__ import annotations

import io
import math
import struct
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from workshop.sound import make
from workshop.sound.air import AIRS
from workshop.sound.air import SECONDS as AIR_SECONDS
from workshop.sound.guests import BALL, GUESTS, ball, tram_bell
from workshop.sound.layers import LAYERS, QUAVER, QUAVERS
from workshop.sound.ogg import SERIAL, checksum, decode, numbered
from workshop.sound.ogg import _table as checksum_table
from workshop.sound.single import INTERFACE, SINGLES
from workshop.sound.space import Tape, peak, rms
from workshop.sound.synth import RATE, Wave, hertz, pluck, span
from workshop.sound.things import THINGS
from workshop.sound.winter_air import WINTER_AIRS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOOP = 317_520
GAIN = 0.6  # the client's, at full volume
# Four airs stand for the sixteen here: all of them together take half a minute to make.
HEARD_AIRS = ("kitchen_air", "bus_air", "room_air", "thaw_air")
MUSIC = (*LAYERS, *GUESTS)
ONCE = (*SINGLES, *THINGS)
HEARD = (*MUSIC, *HEARD_AIRS, *ONCE, *INTERFACE)
LOOPS = (*MUSIC, *HEARD_AIRS)
# What sounds together at most: the whole table of chapter one, and what each ending is made of.
TOGETHER = (
    tuple(LAYERS),
    ("kick", "ghosts", "bass", "hum", "sana_sings"),
    ("kick", "bass", "concertina", "voice", "click", "ride"),
    ("ghosts", "second_snare", "kick"),
    ("ball", "ghosts"),
    ("phone_guitar", "tram_bell", "bass", "ghosts", "kick"),
)


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    """Every sound under test as a file, made once."""
    with ProcessPoolExecutor(max_workers=2) as pool:
        return dict(zip(HEARD, pool.map(make.made, HEARD), strict=True))


@pytest.fixture(scope="module")
def heard(files: Mapping[str, bytes]) -> Mapping[str, Wave]:
    """The same sounds, decoded."""
    return {name: decode(stream) for name, stream in files.items()}


def test_names_are_the_shared_ones() -> None:
    """Story, art and sound must agree on every name."""
    assert set(LAYERS) == {"kick", "ghosts", "ride", "bass", "tins", "concertina", "hum", "lamp_room"}
    assert set(GUESTS) == {"voice", "phone_guitar", "tram_bell", "ball", "click", "sana_sings", "second_snare"}
    assert set(AIRS) == {"bakery_air", "weighhouse_air", "pool_air", "kitchen_air", "bus_air", "street_sleet"}
    assert set(SINGLES) == {
        "oven_fan", "key_on_wood", "tins_ticking", "crash_cheap", "paper_bag", "dial_jump", "whistle",
        "applause_four", "envelope", "book_slot", "bus_leaves", "stove_door", "chair_scrape",
    }  # fmt: skip
    assert set(WINTER_AIRS) == {
        "beet_air", "ice_air", "shop_air", "cupboard_air", "ring_road", "foyer_air", "car_park_air", "room_air", "thaw_air",
        "launderette_air",
    }  # fmt: skip
    assert set(THINGS) == {
        "phone_buzz", "folding", "pipe_bursts", "lift_bell", "rally", "blind_drops", "glass", "lamp_out", "washer_door", "stool",
        "van_idle", "snare_tuning", "tray_slides",
    }  # fmt: skip
    assert len(make.makers()) == sum(map(len, (LAYERS, GUESTS, AIRS, WINTER_AIRS, SINGLES, THINGS, INTERFACE)))


def test_every_layer_is_24_quavers_to_the_sample(heard: Mapping[str, Wave]) -> None:
    """Layers must all be 7.2 s to the sample after decoding, or they drift apart."""
    assert span(QUAVER * QUAVERS) == LOOP
    assert {name: len(heard[name]) for name in MUSIC} == dict.fromkeys(MUSIC, LOOP)


def test_airs_and_single_sounds_last_as_long_as_they_should(heard: Mapping[str, Wave]) -> None:
    """An air must last 20 to 30 s, a single sound 0.1 to 3 s, and every file must be at 44,100 Hz."""
    for name in HEARD_AIRS:
        assert len(heard[name]) == span(AIR_SECONDS)
        assert 20 <= AIR_SECONDS <= 30
    for name in (*ONCE, *INTERFACE):
        assert 0.1 <= len(heard[name]) / RATE <= 3.0, name


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_meets_itself_without_a_click(heard: Mapping[str, Wave], name: str) -> None:
    """The step from the last sample to the first must be one of the loop's own, and the bend there too, or below -56 dBFS."""
    wave = heard[name]
    seam = np.concatenate([wave[-2:], wave[:2]])
    step, bend = (float(np.max(np.abs(np.diff(seam, order, axis=0)))) for order in (1, 2))
    steps, bends = (float(np.quantile(np.abs(np.diff(wave, order, axis=0)), 0.995)) for order in (1, 2))
    assert step <= steps
    assert bend <= max(bends, 10 ** (-56 / 20))


@pytest.mark.parametrize("names", TOGETHER)
def test_layers_that_sound_together_do_not_clip(heard: Mapping[str, Wave], names: tuple[str, ...]) -> None:
    """A table full of layers at full volume must stay below -1 dBFS at the client's gain, and so must each ending's own."""
    together = np.sum([np.broadcast_to(heard[name], (LOOP, 2)) for name in names], axis=0) * GAIN
    assert peak(together) < -1.0


def test_the_ball_never_lands_where_you_put_it() -> None:
    """Every stroke of the ball must stand off the beat by an eighth of a quaver and more, and the sound must come where it is written."""
    assert all(0.125 <= at % 1 <= 0.875 for at, _, _ in BALL)
    loud = np.abs(ball()).max(axis=1)
    starts = [float(np.argmax(loud[span((at - 0.1) * QUAVER) : span((at + 0.12) * QUAVER)])) / RATE for at, _, _ in BALL[:6]]
    assert all(abs(start - 0.1 * QUAVER) < 0.012 for start in starts)


def test_the_bell_fights_the_bass() -> None:
    """The tram's bell must ring a B flat while the bass has its B natural, and a semitone apart they must beat."""
    bar = tram_bell().mean(axis=1)[span(12.6 * QUAVER) : span(17.5 * QUAVER)]
    spectrum = np.abs(np.fft.rfft(bar * np.hanning(len(bar)), 1 << 18))
    low, high = (round(hz * (1 << 18) / RATE) for hz in (420, 520))
    found = (low + int(np.argmax(spectrum[low:high]))) * RATE / (1 << 18)
    assert abs(1200 * math.log2(found / hertz("Bb4"))) < 10
    assert 90 < 1200 * math.log2(hertz("B4") / found) < 110


def test_each_sound_is_as_loud_as_its_kind(heard: Mapping[str, Wave]) -> None:
    """Layers must stand near each other, airs below them, single sounds must not startle, the interface must whisper."""
    for name in MUSIC:
        assert -35.0 < rms(heard[name]) < -20.0, name
    for name in HEARD_AIRS:
        assert -33.0 < rms(heard[name]) < -28.0, name
        assert peak(heard[name]) < -5.0, name
    for name in ONCE:
        assert -16.0 < peak(heard[name]) < -6.0, name
    for name in INTERFACE:
        assert peak(heard[name]) < -22.0, name


def test_files_are_small(files: Mapping[str, bytes]) -> None:
    """The sounds of four chapters must stay under 9 MB together, and a single sound under 40 KB."""
    assert max(len(files[name]) for name in ONCE) < 40_000
    air = max(len(files[name]) for name in HEARD_AIRS)
    assert sum(len(files[name]) for name in (*MUSIC, *ONCE, *INTERFACE)) + (len(AIRS) + len(WINTER_AIRS)) * air < 9_000_000


def test_the_same_recipe_gives_the_same_bytes(files: Mapping[str, bytes]) -> None:
    """A sound made twice, in two processes, must be the same file."""
    for name in ("dial_jump", "ui_choose"):
        assert make.made(name) == files[name]


def test_a_stream_is_numbered_anew_and_still_decodes(files: Mapping[str, bytes]) -> None:
    """Every page must carry the fixed number and a checksum that fits, so that any player opens it."""
    stream = numbered(files["ui_page"], 7)
    assert struct.unpack_from("<I", stream, 14)[0] == 7
    assert numbered(stream) == files["ui_page"]
    assert struct.unpack_from("<I", files["ui_page"], 14)[0] == SERIAL
    assert soundfile.info(io.BytesIO(stream)).subtype == "VORBIS"


def test_the_checksum_is_oggs() -> None:
    """The checksum must be the CRC-32 of Ogg: polynomial 04C11DB7, not reflected, starting at 0."""
    assert checksum(b"123456789", checksum_table()) == 0x89A1897F


def test_a_broken_stream_is_refused() -> None:
    """What is not a chain of Ogg pages must be refused, with the place."""
    with pytest.raises(ValueError, match="byte 0"):
        numbered(b"RIFF" + bytes(40))


def test_only_stale_sounds_are_made(tmp_path: Path) -> None:
    """A second run must make nothing; a lost file must be made again, and each is told in a line."""
    said: list[str] = []
    assert make.make(["ui_page", "ui_choose"], tmp_path, said.append) == 2
    assert make.make(["ui_page", "ui_choose"], tmp_path, said.append) == 0
    (tmp_path / "ui_page.ogg").unlink()
    assert make.make(["ui_page", "ui_choose"], tmp_path, said.append) == 1
    assert [line.split()[0] for line in said] == ["ui_page", "ui_choose", "ui_page"]


def test_a_broken_stamp_only_costs_time(tmp_path: Path) -> None:
    """A stamp that cannot be read must count as no stamp."""
    make.make(["ui_page"], tmp_path, len)
    (tmp_path / make.STAMP).write_text("{", encoding="utf-8")
    assert make.make(["ui_page"], tmp_path, len) == 1


def test_an_unknown_name_is_refused_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that no sound has must end with a sentence that lists the names there are."""
    with pytest.raises(SystemExit) as end:
        make.main(["kik"])
    assert end.value.code == 2
    assert "kik; there are: applause_four" in capsys.readouterr().err


def test_what_runs_over_a_loops_end_goes_on_at_its_beginning() -> None:
    """A tail, however long, must come round; on a strip it must be cut."""
    tape = Tape(0.01, loop=True)
    tape.put(0.005, np.ones(1000))
    assert float(tape.wave.sum()) == pytest.approx(2000)
    strip = Tape(0.01, loop=False)
    strip.put(0.005, np.ones(1000))
    assert float(strip.wave.sum()) == pytest.approx(2 * (span(0.01) - round(0.005 * RATE)))


@pytest.mark.parametrize(("note", "expected"), [("A4", 440.0), ("D2", 73.416), ("F#3", 184.997), ("Bb2", 116.541)])
def test_notes_have_their_frequency(note: str, expected: float) -> None:
    """Notes must be in equal temperament, A4 at 440 Hz."""
    assert hertz(note) == pytest.approx(expected, abs=1e-3)


def test_a_plucked_string_is_in_tune() -> None:
    """The bass must sound the note it was asked for within two cents."""
    wave = pluck(hertz("D2"), 3.0, 400, 4.0)
    spectrum = np.abs(np.fft.rfft(wave * np.hanning(len(wave)), 1 << 20))
    low, high = (round(hz * (1 << 20) / RATE) for hz in (60, 90))
    found = (low + int(np.argmax(spectrum[low:high]))) * RATE / (1 << 20)
    assert abs(1200 * math.log2(found / hertz("D2"))) < 2


def test_a_word_that_is_no_note_is_refused() -> None:
    """A misspelt note must be named in the complaint."""
    with pytest.raises(ValueError, match="H2"):
        hertz("H2")
