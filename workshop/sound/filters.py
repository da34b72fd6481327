"""Filters as responses over frequency: causal in their phase, applied to a single sound or around a loop."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from workshop.sound.synth import RATE, Wave, span

Spectrum = NDArray[np.complex128]
Response = Callable[[Wave], Spectrum]


def low(cut: float, q: float = 0.707) -> Response:
    """Returns a filter that lets through what lies below `cut` Hz, 12 dB an octave."""
    return lambda hz: (1 / (1 - (hz / cut) ** 2 + 1j * hz / (cut * q))).astype(np.complex128)


def high(cut: float, q: float = 0.707) -> Response:
    """Returns a filter that lets through what lies above `cut` Hz, 12 dB an octave."""
    return lambda hz: (-((hz / cut) ** 2) / (1 - (hz / cut) ** 2 + 1j * hz / (cut * q))).astype(np.complex128)


def band(centre: float, q: float) -> Response:
    """Returns a filter that lets through what lies near `centre` Hz; a high `q` is narrow."""

    def response(hz: Wave) -> Spectrum:
        turn = 1j * hz / (centre * q)
        return (turn / (1 - (hz / centre) ** 2 + turn)).astype(np.complex128)

    return response


def soft(cut: float) -> Response:
    """Returns a gentle low-pass of 6 dB an octave."""
    return lambda hz: (1 / (1 + 1j * hz / cut)).astype(np.complex128)


def thin(cut: float) -> Response:
    """Returns a gentle high-pass of 6 dB an octave."""
    return lambda hz: ((1j * hz / cut) / (1 + 1j * hz / cut)).astype(np.complex128)


def both(*parts: tuple[float, Response]) -> Response:
    """Returns filters side by side, each with its loudness."""

    def response(hz: Wave) -> Spectrum:
        return np.asarray(sum(level * part(hz) for level, part in parts), dtype=np.complex128)

    return response


def around(loop: Wave, *chain: Response) -> Wave:
    """Returns a loop put through a chain of filters whose tails run on from its end into its beginning."""
    spectrum: Spectrum = np.fft.rfft(loop, axis=0)
    hz = np.asarray(np.fft.rfftfreq(len(loop), 1 / RATE), dtype=np.float64)
    for response in chain:
        spectrum *= _columns(response(hz), loop.ndim)
    return np.fft.irfft(spectrum, len(loop), axis=0)


def through(sound: Wave, *chain: Response, tail: float = 0.05) -> Wave:
    """Returns a single sound put through a chain of filters, with `tail` seconds for what rings on."""
    room = np.zeros((2 * span(tail), *sound.shape[1:]))
    return around(np.concatenate([sound, room]), *chain)[: len(sound) + span(tail)]


def _columns(response: Spectrum, dimensions: int) -> Spectrum:
    """Returns a response that can multiply a mono or a stereo spectrum."""
    return response[:, None] if dimensions > 1 else response
