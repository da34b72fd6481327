"""Describes a sitter: skull, features, colours and moods, and what is drawn of that person alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workshop.art.portraits.bones import Cut, Nose
    from workshop.art.portraits.moods import Mood
    from workshop.art.portraits.solid import Head, Skull, Turn
    from workshop.art.svg import Picture


@dataclass(frozen=True)
class Paint:
    """A portrait's colours: five values of skin, eyes and lips, hair, clothes, and the ground from key light to night."""

    lit: str
    band: str
    shade: str
    deep: str
    bounce: str
    white: str
    iris: str
    lip: str
    ink: str
    hair: str
    hair_lit: str
    hair_back: str
    cloth: str
    cloth_lit: str
    cloth_dark: str
    key: str
    middle: str
    night: str
    rim: str


@dataclass(frozen=True)
class Eyes:
    """Eye corners as distances from the middle line, the outer corner's height, and lids and iris in pixels."""

    inner: float = 22
    outer: float = 78
    slant: float = 0
    upper: float = 18
    lower: float = 9
    iris: float = 13
    fold: float = 9
    lash: float = 6


@dataclass(frozen=True)
class Mouth:
    """Height, half width and the thickness of both lips in pixels."""

    v: float = 112
    half: float = 31
    upper: float = 8
    lower: float = 12
    bow: float = 2.5


@dataclass(frozen=True)
class Features:
    """Eyes, mouth, nose, brows as a line `"u v; ..."` on the skin, where light stops, and the ear: u, v, z and size."""

    eyes: Eyes
    mouth: Mouth
    nose: Nose
    cut: Cut
    brow: str
    brow_width: float
    ear: tuple[float, float, float, float] = (102, -6, -88, 1)


@dataclass(frozen=True)
class Sitting:
    """One sitter in one mood in front of one picture: what every part needs to draw itself."""

    picture: Picture
    sitter: Sitter
    mood_name: str
    mood: Mood
    head: Head

    @property
    def lit(self) -> bool:
        """Returns whether the key light covers the front of the face: open and glad."""
        return self.mood_name in {"open", "glad"}

    @property
    def paint(self) -> Paint:
        """Returns the sitter's colours."""
        return self.sitter.paint


@dataclass(frozen=True)
class Sitter:
    """A person to be drawn, with the parts that nobody else has."""

    name: str
    skull: Skull
    features: Features
    paint: Paint
    rest: Turn
    moods: Mapping[str, Mood]
    backdrop: Callable[[Sitting], str]
    back_hair: Callable[[Sitting], str]
    behind: Callable[[Sitting], str]
    torso: Callable[[Sitting], str]
    marks: Callable[[Sitting], str]
    hair: Callable[[Sitting], str]
    clothes: Callable[[Sitting], str]
    prop: Callable[[Sitting], str]
    neck: str
    neck_light: str
