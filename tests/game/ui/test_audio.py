"""Music, air and single sounds on a real mixer: dummy and disk drivers stand for the sound card.

Why so long: every case needs the same player with its clock, its shop of sounds and its one sound card.
"""

from __future__ import annotations

import gc
import inspect
import io
import logging
import subprocess
import sys
import time
import weakref
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest
import soundfile

from game.ui import audio as sound
from game.ui.audio import Audio, Silence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


RATE = 44_100


def ogg(wave: np.ndarray[tuple[int, ...], np.dtype[np.float64]], rate: int = RATE) -> bytes:
    """Returns a sound as Ogg Vorbis."""
    sink = io.BytesIO()
    with soundfile.SoundFile(sink, "w", rate, wave.shape[1], format="OGG", subtype="VORBIS") as file:
        for start in range(0, len(wave), 4096):
            file.write(wave[start : start + 4096])
    return sink.getvalue()


def lasting(seconds: float) -> bytes:
    """Returns a soft stereo hum of some length."""
    at = np.arange(round(seconds * RATE)) / RATE
    return ogg(np.stack([0.1 * np.sin(2 * np.pi * 110 * at)] * 2, axis=1))


SHORT = lasting(0.3)


class Shop:
    """Reads sounds, and remembers which were asked for."""

    def __init__(self, **sounds: bytes) -> None:
        """Takes the sounds there are."""
        self.sounds = sounds
        self.asked: list[str] = []

    def __call__(self, name: str) -> bytes | None:
        """Returns a sound's bytes, or None."""
        self.asked.append(name)
        return self.sounds.get(name)


class Player:
    """Audio with a clock of its own."""

    def __init__(self, audio: Audio) -> None:
        """Begins at second 100."""
        self.audio = audio
        self.now = 100.0

    def settle(self) -> None:
        """Waits, on the real clock, until every sound that was sent for is there."""
        until = time.monotonic() + 30
        while self.audio._decoder.working:
            assert time.monotonic() < until, "the decoder hangs"
            self.audio.pump(self.now)
            time.sleep(0.002)
        self.audio.pump(self.now)

    def run(self, seconds: float) -> bool:
        """Lets this much time pass, in frames, and returns what the last pump said."""
        busy = True
        for _ in range(round(seconds / 0.02)):
            self.now += 0.02
            busy = self.audio.pump(self.now)
        return busy

    def loudness(self) -> dict[str, float]:
        """Returns how loud each layer is, from 0 to 1."""
        return {name: layer.get_volume() for name, layer in self.audio._layers._sounds.items()}


@pytest.fixture
def audio() -> Iterator[Audio]:
    """Sound on the dummy driver."""
    made = sound.start(Shop(ui_page=SHORT))
    assert isinstance(made, Audio)
    yield made
    made.stop()


@pytest.fixture
def player(audio: Audio) -> Player:
    """The same, with a clock."""
    return Player(audio)


def test_importing_loads_no_mixer() -> None:
    """Nothing of pygame must be loaded by importing the module: the first frame comes first."""
    code = "import sys, game.ui.audio; sys.exit(any(name.startswith('pygame') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_a_device_there_is_silence_with_a_reason(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A machine that cannot make sound must get a twin that takes every wish, keeps the reason and logs it."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "none-such")
    silence = sound.start()
    assert isinstance(silence, Silence)
    assert silence.reason
    assert silence.reason in caplog.text
    silence.open(Shop(), ["kick"])
    silence.layers(["kick"])
    silence.air("pool_air")
    silence.once("whistle")
    silence.tick("ui_page")
    silence.volumes(1, 2, 3)
    silence.mute(muted=True)
    silence.fade_out()
    assert not silence.pump(1.0)
    assert not silence.busy
    silence.close()
    silence.stop()


def test_silence_takes_every_verb_of_audio() -> None:
    """Whoever holds one of the twins must be able to ask it the same things in the same words."""

    def verbs(kind: type) -> dict[str, inspect.Signature]:
        return {name: inspect.signature(value) for name, value in vars(kind).items() if inspect.isfunction(value) and name[0] != "_"}

    assert verbs(Audio) == verbs(Silence)
    assert hasattr(Silence, "busy")


@pytest.mark.alone
def test_layers_start_together_and_stay_locked_to_the_sample(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is written for the sound card must show all layers on the same sample, round after round, whatever fades meanwhile."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "disk")
    monkeypatch.setenv("SDL_DISKAUDIOFILE", str(tmp_path / "heard.raw"))
    monkeypatch.setenv("SDL_DISKAUDIODELAY", "6")
    loop = RATE // 4

    def click(side: int) -> bytes:
        wave = np.zeros((loop, 2))
        wave[2000:2040, side] = 0.9 * np.hanning(40)
        return ogg(wave)

    heard = sound.start()
    assert isinstance(heard, Audio)
    heard.open(Shop(left=click(0), right=click(1)), ["left", "right"])
    heard.layers(["right"])
    player = Player(heard)
    player.settle()
    for names, seconds in ((["right"], 1.0), (["left", "right"], 1.0), (["right"], 0.4), (["left", "right"], 0.6)):
        heard.layers(names)
        for _ in range(round(seconds / 0.02)):
            player.run(0.02)
            time.sleep(0.006)
    heard.stop()
    tape = np.fromfile(tmp_path / "heard.raw", np.int16).reshape(-1, 2).astype(np.float64)
    left, right = (_peaks(tape[:, side]) for side in (0, 1))
    assert len(left) >= 3
    assert set(left) <= set(right)
    assert set(np.diff(right)) == {loop}


def _peaks(track: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> list[int]:
    """Returns where the clicks on a track stand."""
    loud = np.flatnonzero(track > 1500)
    groups = np.split(loud, np.flatnonzero(np.diff(loud) > 1000) + 1)
    return [int(group[np.argmax(track[group])]) for group in groups if len(group)]


def test_layers_fade_over_eight_tenths_of_a_second(player: Player) -> None:
    """A named layer must come up in 0.8 s to the client's gain, the others must stay silent, and then all is at rest."""
    player.audio.open(Shop(kick=SHORT, bass=SHORT), ["kick", "bass"])
    player.audio.layers(["kick"])
    player.settle()
    assert player.loudness() == {"kick": 0.0, "bass": 0.0}
    assert player.run(0.4)
    assert player.loudness()["kick"] == pytest.approx(0.6 * 0.707, abs=0.02)
    assert not player.run(0.5)
    assert player.loudness() == {"kick": pytest.approx(0.6, abs=0.01), "bass": 0.0}
    assert not player.audio.busy


def test_a_layer_that_turns_round_does_not_jump(player: Player) -> None:
    """A cue in the middle of a fade must go on from where the fade stands."""
    player.audio.open(Shop(kick=SHORT), ["kick"])
    player.audio.layers(["kick"])
    player.settle()
    player.run(0.4)
    before = player.loudness()["kick"]
    player.audio.layers([])
    player.run(0.02)
    assert abs(player.loudness()["kick"] - before) < 0.04


def test_layers_that_have_faded_stop_and_begin_again_together(player: Player) -> None:
    """When nothing is left to hear the layers must stop, and the next cue must start them."""
    player.audio.open(Shop(kick=SHORT, bass=SHORT), ["kick", "bass"])
    player.audio.layers(["kick"])
    player.settle()
    player.run(1.0)
    assert player.audio._layers.running
    player.audio.fade_out()
    player.run(1.0)
    assert not player.audio._layers.running
    assert not pygame.mixer.get_busy()
    player.audio.layers(["bass"])
    player.run(0.02)
    assert player.audio._layers.running


def test_no_layer_begins_before_all_are_here(player: Player, caplog: pytest.LogCaptureFixture) -> None:
    """A layer that takes long must be waited for, so that it is in phase; one that is missing or broken must not be."""
    slow = Shop(kick=SHORT, bass=SHORT, ride=b"OggS but no more")

    def read(name: str) -> bytes | None:
        if name == "bass":
            time.sleep(0.2)
        return slow(name)

    player.audio.open(read, ["kick", "hum", "ride", "bass"])
    player.audio.layers(["kick", "hum", "ride"])
    time.sleep(0.1)
    player.run(0.1)
    assert not player.audio._layers.running
    player.settle()
    assert player.audio._layers.running
    assert set(player.loudness()) == {"kick", "bass"}
    assert "hum is missing" in caplog.text
    assert "ride cannot be played" in caplog.text


def test_only_lost_layers_wanted_is_rest(player: Player) -> None:
    """A cue that names nothing that can be heard must leave nothing running."""
    player.audio.open(Shop(kick=SHORT), ["kick", "hum"])
    player.audio.layers(["hum", "unheard_of"])
    player.settle()
    assert not player.run(0.1)
    player.audio.layers(["kick"])
    player.run(1.0)
    player.audio.layers(["hum"])
    assert not player.run(1.0)
    assert not pygame.mixer.get_busy()


def test_airs_cross_over(player: Player) -> None:
    """The new air must come up while the old one goes, in 1.2 s, and the old sound must then be let go of."""
    player.audio.open(Shop(pool_air=SHORT, bus_air=SHORT), [])
    player.audio.air("pool_air")
    player.settle()
    player.run(1.3)
    player.audio.air("bus_air")
    player.settle()
    assert player.run(0.6)
    loud = {air.name: air.sound.get_volume() for air in player.audio._airs._airs}
    assert loud["pool_air"] == pytest.approx(loud["bus_air"], abs=0.03)
    assert loud["pool_air"] == pytest.approx(0.6 * 0.707, abs=0.03)
    assert not player.run(0.7)
    assert [air.name for air in player.audio._airs._airs] == ["bus_air"]
    player.audio.air(None)
    assert not player.run(1.3)
    assert not pygame.mixer.get_busy()


def test_an_air_named_again_goes_on(player: Player) -> None:
    """A cue for the air that already sounds, or is just leaving, must not fetch or start it again."""
    shop = Shop(pool_air=SHORT)
    player.audio.open(shop, [])
    player.audio.air("pool_air")
    player.audio.air("pool_air")
    player.settle()
    player.run(0.5)
    player.audio.air(None)
    player.run(0.1)
    player.audio.air("pool_air")
    player.run(1.3)
    assert shop.asked == ["pool_air"]
    assert player.audio._airs._airs[0].sound.get_volume() == pytest.approx(0.6, abs=0.01)


def test_a_third_air_takes_the_place_of_the_quieter_one(player: Player) -> None:
    """Scenes that change faster than airs fade must never keep more than two airs."""
    player.audio.open(Shop(one=SHORT, two=SHORT, three=SHORT), [])
    for name, seconds in (("one", 1.3), ("two", 0.2), ("three", 0.2)):
        player.audio.air(name)
        player.settle()
        player.run(seconds)
    assert [air.name for air in player.audio._airs._airs] == ["one", "three"]
    player.run(1.3)
    assert [air.name for air in player.audio._airs._airs] == ["three"]


def test_an_air_that_comes_too_late_is_dropped(player: Player) -> None:
    """An air that is no longer wanted when it has been decoded must not be heard."""
    player.audio.open(Shop(pool_air=SHORT), [])
    player.audio.air("pool_air")
    player.audio.air(None)
    player.settle()
    assert not player.audio._airs._airs


def test_a_sound_is_played_once_and_kept(player: Player) -> None:
    """A single sound must be read once, however often it is played, and leave the loop at rest."""
    shop = Shop(whistle=SHORT)
    player.audio.open(shop, [])
    player.audio.once("whistle")
    player.settle()
    assert pygame.mixer.get_busy()
    player.audio.once("whistle")
    assert shop.asked == ["whistle"]
    assert not player.audio.pump(player.now)


def test_the_interface_has_its_own_sounds(player: Player) -> None:
    """The interface's ticks must come from its own reader, with no story open."""
    player.audio.tick("ui_page")
    player.settle()
    assert pygame.mixer.get_busy()


def test_a_missing_sound_is_logged_once_and_the_story_goes_on(player: Player, caplog: pytest.LogCaptureFixture) -> None:
    """A sound that is missing must cost one line in the log and be asked for once."""
    shop = Shop()
    player.audio.open(shop, [])
    for _ in range(3):
        player.audio.once("whistle")
        player.audio.air("pool_air")
        player.settle()
    assert sorted(shop.asked) == ["pool_air", "whistle"]
    assert caplog.text.count("is missing") == 2


@pytest.mark.parametrize(
    "stream",
    [b"", b"no sound at all", SHORT[: len(SHORT) // 2], SHORT[:60], b"OggS" + bytes(400)],
    ids=["empty", "text", "half", "head", "zeros"],
)
def test_a_broken_sound_never_stops_the_thread(player: Player, stream: bytes) -> None:
    """Whatever bytes come, the next good sound must still be played."""
    player.audio.open(Shop(bad=stream, good=SHORT), [])
    player.audio.once("bad")
    player.settle()
    player.audio.once("good")
    player.settle()
    assert "good" in player.audio._singles


def test_a_reader_that_raises_is_a_missing_sound(player: Player, caplog: pytest.LogCaptureFixture) -> None:
    """A pack that fails while it is read must be logged; other sounds go on."""

    def read(name: str) -> bytes | None:
        raise OSError(f"the disk with {name} is gone")

    player.audio.open(read, ["kick"])
    player.settle()
    assert "the disk with kick is gone" in caplog.text


def test_volumes_act_at_once_and_mute_silences_at_once(player: Player) -> None:
    """A slider must be heard while it is dragged, and an unfocused window must be silent without a fade."""
    player.audio.open(Shop(kick=SHORT, pool_air=SHORT, whistle=SHORT), ["kick"])
    player.audio.layers(["kick"])
    player.audio.air("pool_air")
    player.settle()
    player.run(1.3)
    air = player.audio._airs._airs[0].sound
    player.audio.volumes(50, 0, 100)
    assert player.loudness()["kick"] == pytest.approx(0.3, abs=0.01)
    assert air.get_volume() == 0
    player.audio.volumes(50, 100, 100)
    player.audio.once("whistle")
    player.settle()
    player.audio.mute(muted=True)
    assert player.loudness()["kick"] == 0
    assert air.get_volume() == 0
    assert not any(pygame.mixer.Channel(number).get_busy() for number in range(3, pygame.mixer.get_num_channels()))
    player.audio.mute(muted=False)
    assert player.loudness()["kick"] == pytest.approx(0.3, abs=0.01)
    assert player.audio._layers.running


def test_a_loop_that_was_held_up_does_not_make_a_fade_jump(player: Player) -> None:
    """However late the next pump comes, a fade must move on by at most a tenth of a second."""
    player.audio.open(Shop(kick=SHORT), ["kick"])
    player.audio.layers(["kick"])
    player.settle()
    player.now += 30
    player.audio.pump(player.now)
    assert player.loudness()["kick"] < 0.15


def test_the_last_storys_sounds_are_let_go_of(player: Player) -> None:
    """Opening another story must stop and free what the last one held, and drop what was still on its way."""
    first = Shop(kick=SHORT, pool_air=SHORT, whistle=SHORT)
    player.audio.open(first, ["kick"])
    player.audio.layers(["kick"])
    player.audio.air("pool_air")
    player.audio.once("whistle")
    player.settle()
    held = [weakref.ref(kept) for kept in (player.audio._layers._sounds["kick"], player.audio._airs._airs[0].sound)]
    player.audio.once("late")
    player.audio.open(Shop(), [])
    player.settle()
    gc.collect()
    assert not pygame.mixer.get_busy()
    assert [kept() for kept in held] == [None, None]
    assert not player.audio._singles
    assert not player.audio.busy


def test_what_would_take_too_much_memory_is_left_out(player: Player, caplog: pytest.LogCaptureFixture) -> None:
    """An air over 30 s, and layers over 20 MB together, must be refused with a line in the log."""
    long = ogg(np.zeros((31 * 8000, 1)), 8000)
    player.audio.open(Shop(pool_air=long, a=lasting(100), b=lasting(20)), ["a", "b"])
    player.audio.air("pool_air")
    player.settle()
    assert "pool_air would last 31.0 s" in caplog.text
    assert "layer b is left out" in caplog.text
    assert not player.audio._airs._airs


def test_a_whole_story_stays_under_32_megabytes(player: Player) -> None:
    """Fifteen layers of 7.2 s, two airs of 25 s that cross, and many single sounds must fit."""
    layers = {f"layer{number}": lasting(7.2) for number in range(15)}
    singles = {f"single{number}": lasting(2.5) for number in range(5)}
    player.audio.open(Shop(**layers, **singles, one=lasting(25.2), two=lasting(25.2)), list(layers))
    player.audio.layers(list(layers))
    for name, seconds in (("one", 1.3), ("two", 0.2)):
        player.audio.air(name)
        player.settle()
        player.run(seconds)
    for name in singles:
        player.audio.once(name)
        player.settle()
    kept = [*player.audio._layers._sounds.values(), *(air.sound for air in player.audio._airs._airs), *player.audio._singles.values()]
    assert len(player.audio._layers._sounds) == 15
    assert len(player.audio._airs._airs) == 2
    assert sum(map(sound._size, kept)) < 32_000_000


def test_more_layers_than_channels_are_cut(player: Player, caplog: pytest.LogCaptureFixture) -> None:
    """A story with a hundred layers must play the first ones and say so in the log."""
    names = [f"layer{number}" for number in range(100)]
    player.audio.open(Shop(), names)
    player.settle()
    assert "Of 100 layers" in caplog.text


def test_files_are_read_from_a_folder(tmp_path: Path) -> None:
    """The interface's sounds must be found by name in their folder, and what is not there must be None."""
    (tmp_path / "ui_page.ogg").write_bytes(SHORT)
    read = sound.files(tmp_path)
    assert read("ui_page") == SHORT
    assert read("ui_none") is None


def test_stopping_twice_over_is_quiet() -> None:
    """Ending must end the thread even while sounds are on their way."""
    made = sound.start()
    assert isinstance(made, Audio)
    made.open(Shop(**{f"layer{number}": lasting(3) for number in range(6)}), [f"layer{number}" for number in range(6)])
    made.stop()
    assert not made._decoder._thread.is_alive()
    assert pygame.mixer.get_init() is None


@pytest.fixture(autouse=True)
def _logged(caplog: pytest.LogCaptureFixture) -> None:
    """Catches what is logged."""
    caplog.set_level(logging.INFO, logger="game.ui")


def test_only_layers_of_the_scene_are_in_memory(player: Player) -> None:
    """Layers that are held must be here before they are wanted, and go when others are held and it is quiet."""
    shop = Shop(kick=SHORT, bass=SHORT, hum=SHORT)
    player.audio.open(shop, ["kick", "bass", "hum"], held=())
    player.settle()
    assert shop.asked == []
    player.audio.hold(["kick", "bass"])
    player.audio.layers(["kick"])
    player.settle()
    assert set(player.loudness()) == {"kick", "bass"}
    player.run(1.0)
    player.audio.hold(["hum"])
    player.settle()
    assert set(player.loudness()) == {"kick", "bass", "hum"}
    player.audio.fade_out()
    player.run(1.0)
    assert set(player.loudness()) == {"hum"}
    player.audio.layers(["hum", "kick"])
    player.settle()
    player.run(1.0)
    assert player.loudness() == {"hum": pytest.approx(0.6, abs=0.01), "kick": pytest.approx(0.6, abs=0.01)}


def test_a_layer_nobody_held_joins_in_step(player: Player) -> None:
    """One that is wanted while others play and was not at hand must have all of them begin again together."""
    player.audio.open(Shop(kick=SHORT, bass=SHORT), ["kick", "bass"], held=())
    player.audio.layers(["kick"])
    player.settle()
    player.run(1.0)
    player.audio.layers(["kick", "bass"])
    player.settle()
    player.run(1.0)
    assert player.audio._layers._playing == {"kick", "bass"}
    assert player.loudness() == {"kick": pytest.approx(0.6, abs=0.01), "bass": pytest.approx(0.6, abs=0.01)}
