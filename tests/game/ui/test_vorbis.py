"""The length of a stream, told before it is decoded."""

from __future__ import annotations

import contextlib
import io

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from game.ui import vorbis


def noise(seconds: float, rate: int = 44_100, width: int = 2) -> bytes:
    """Returns soft noise of some length as Ogg Vorbis."""
    wave = 0.1 * np.random.default_rng(1).standard_normal((round(seconds * rate), width))
    sink = io.BytesIO()
    with soundfile.SoundFile(sink, "w", rate, width, format="OGG", subtype="VORBIS") as file:
        for start in range(0, len(wave), 4096):
            file.write(wave[start : start + 4096])
    return sink.getvalue()


SHORT = noise(0.3)


@pytest.mark.parametrize(("seconds", "rate", "width"), [(0.2, 44_100, 2), (7.2, 44_100, 1), (1.5, 22_050, 2), (3.0, 8000, 1)])
def test_a_streams_length_is_known_before_it_is_decoded(seconds: float, rate: int, width: int) -> None:
    """The length must be the one that decoding gives."""
    assert vorbis.seconds(noise(seconds, rate, width)) == pytest.approx(seconds, abs=1e-3)


def test_a_stream_that_lies_about_its_length_is_found_out() -> None:
    """A stream whose pages claim almost no samples must be judged by its packets."""
    honest = bytearray(noise(20))
    start = 0
    while (start := honest.find(b"OggS", start)) >= 0:
        honest[start + 6 : start + 14] = (10).to_bytes(8, "little")
        start += 4
    assert vorbis.seconds(bytes(honest)) > 10


@given(st.binary(max_size=300), st.integers(0, len(SHORT) - 1), st.integers(0, 255))
def test_any_bytes_give_a_length_or_a_plain_error(junk: bytes, place: int, value: int) -> None:
    """Whatever is read, the answer must be a number or ValueError."""
    changed = bytearray(SHORT)
    changed[place] = value
    for stream in (junk, b"OggS" + junk, bytes(changed), SHORT[:place]):
        with contextlib.suppress(ValueError):
            assert vorbis.seconds(stream) >= 0
