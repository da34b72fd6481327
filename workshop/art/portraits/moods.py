"""Names the four moods: how much light a face takes, where the head goes, and what eyes, brows and mouth do."""

from __future__ import annotations

from dataclasses import dataclass

Three = tuple[float, float, float]


@dataclass(frozen=True)
class Mood:
    """One mood of one person.

    `lid` and `low` open the upper and raise the lower lid (1 is wide, 1 is shut); `gaze` moves the irises in pixels;
    `brow` and `far_brow` lower a brow's inner end, middle and outer end; `corners` lower the near and far corner of the mouth;
    `press` thins the lips and `smile` parts them; `yaw`, `pitch` and `roll` turn the head in degrees from where it rests.
    """

    lid: float
    low: float
    gaze: tuple[float, float]
    brow: Three
    corners: tuple[float, float]
    far_brow: Three | None = None
    press: float = 0
    smile: float = 0
    yaw: float = 0
    pitch: float = 0
    roll: float = 0
    move: tuple[float, float] = (0, 0)
    shoulders: float = 0
    dim: float = 0
    warmth: float = 1
    zoom: float = 1
    shift: tuple[float, float] = (0, 0)


OPEN = Mood(lid=0.93, low=0.12, gaze=(-1, -1), brow=(-4, -6, -2), corners=(-6, -5), roll=-3, shoulders=6, zoom=1.19, shift=(-12, 26))
GUARDED = Mood(
    lid=0.66,
    low=0.2,
    gaze=(9, 1),
    brow=(5, 4, 2),
    corners=(3, 2),
    press=1,
    yaw=-4,
    pitch=2,
    roll=2,
    move=(4, 8),
    shoulders=-14,
    dim=0.2,
    warmth=0.7,
    zoom=1.15,
    shift=(14, 18),
)
HURT = Mood(
    lid=0.52,
    low=-0.05,
    gaze=(-3, 8),
    brow=(-11, -1, 6),
    corners=(6, 5),
    press=0.45,
    yaw=3,
    pitch=10,
    roll=-7,
    move=(-4, 12),
    shoulders=12,
    dim=0.25,
    warmth=0.6,
    zoom=1.14,
    shift=(-2, 20),
)
GLAD = Mood(
    lid=0.66,
    low=0.62,
    gaze=(-2, -2),
    brow=(-8, -10, -4),
    corners=(-12, -10),
    smile=0.85,
    yaw=2,
    pitch=-3,
    roll=3,
    shoulders=-2,
    warmth=1.15,
    zoom=1.2,
    shift=(-8, 26),
)
