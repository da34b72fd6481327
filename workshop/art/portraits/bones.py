"""Shapes a nose from a few measures, and cuts the three lights around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Nose:
    """A nose by its measures in pixels: how far bridge, middle and tip stand out, where tip, wing and base lie, and how it bends.

    `bend` moves the middle and the tip sideways; `crook` sinks and shifts the part between: a nose that was broken once.
    """

    bridge: float = 6
    middle: float = 22
    tip: float = 42
    tip_v: float = 60
    wing: float = 30
    wing_v: float = 60
    base: float = 75
    bend: tuple[float, float] = (0, 0)
    crook: tuple[float, float] = (0, 0)

    def ridge(self) -> str:
        """Returns the line from between the brows to the tip."""
        m, t, v = self.bend[0] + 4, self.bend[1] + 2, self.tip_v
        low = f"{(m + t) / 2 + self.crook[0]:.1f} {v * 0.76:.0f} {self.tip * 0.8 - self.crook[1]:.1f}"
        return f"5 -26; 5 -6 {self.bridge}; {m} {v * 0.38:.0f} {self.middle}; {low}; {t} {v} {self.tip}"

    def side(self) -> str:
        """Returns the near side plane, from the ridge to where the nose meets the cheek."""
        t, w, wv = self.bend[1], self.wing, self.wing_v
        tip = f"{t + 5} {self.tip_v + 5} {self.tip - 3}; {t + 11} {self.tip_v + 9} {self.tip - 9}"
        wing = f"{w - 4} {wv + 11} 10; {w + 1} {wv} 2; {w - 5} {wv - 14} 2; {w * 0.6:.0f} {wv * 0.34:.0f}; 18 -4; 22 -26!"
        return f"{self.ridge().replace('5 -26', '9 -28!', 1)}; {tip}; {wing}"

    def under(self) -> str:
        """Returns the underside: the darkest plane of a face."""
        t, w, b = self.bend[1], self.wing, self.base
        front = f"{t} {self.tip_v + 4} {self.tip - 1}!; {t - 16} {b - 6} 18; {t - 4} {b - 1} 20"
        return f"{front}; {t + 11} {b} 20; {w - 1} {self.wing_v + 10} 7!; {t + 13} {b - 8} 30"

    def crease(self) -> str:
        """Returns the fold behind the near wing."""
        w, v = self.wing, self.wing_v
        return f"{w - 4} {v - 12} 4; {w + 2} {v} 3; {w - 3} {v + 11} 8"

    def cut(self) -> str:
        """Returns the border of a light that runs down the ridge to the tip."""
        return f"40 -33; 14 -30!; {self.ridge().split(';', 1)[1].strip()}!"


@dataclass(frozen=True)
class Cut:
    """Where light stops on a face: temple, cheekbone and jaw as distances from the middle line, heights of cheek and chin, all in pixels.

    `hollow` is how dark the planes under the cheekbone and beside the temple are.
    """

    temple: float = 64
    cheek: float = 84
    cheek_v: float = 22
    jaw: float = 58
    chin: float = 172
    hollow: float = 0.14

    def below_cheek(self) -> str:
        """Returns the plane that falls away under the near cheekbone."""
        v, c, j = self.cheek_v, self.cheek, self.jaw
        front = f"{c + 14} {v - 4}!; {c} {v + 26}; {j + 14} {v + 62}; {j + 8} {v + 100}!"
        return f"{front}; {j + 22} {v + 84}; {c + 8} {v + 52}; {c + 24} {v + 20}!"

    def beside_temple(self) -> str:
        """Returns the plane beside the near temple."""
        return f"{self.temple + 14} -120!; {self.temple + 18} -60; {self.temple + 26} -20!; 120 -10!; 120 -140!"


def lights(nose: Nose, cut: Cut) -> dict[str, tuple[str, ...]]:
    """Returns the lit shapes of each mood: a whole side, a strip with a triangle on the near cheek, and brow with cheek tops."""
    w, v, c = nose.wing, cut.cheek_v, cut.cheek
    brow = f"40 -220!; {cut.temple - 10} -110; {cut.temple - 2} -60; {cut.temple} -38!"
    base, wing = nose.base + 2, nose.wing_v
    under = f"{nose.bend[1] + 4} {base}; {w - 8} {base}; {w + 6} {wing + 2}; {w - 3} {wing - 16}; {w} {v + 5}!"
    cheek = f"52 {v - 1}; {c - 4} {v}!; {c} {v + 20}; {c - 10} {v + 46}; {cut.jaw + 9} {v + 66}"
    chin = f"{cut.jaw} {cut.chin - 60}; {cut.jaw - 12} {cut.chin - 36}; {cut.jaw - 24} {cut.chin - 16}; {cut.jaw - 32} 210!; -210 210!"
    triangle = f"{w + 2} {v}!; {c - 12} {v - 4}; {c - 3} {v + 4}!; {c - 24} {v + 28}; {w + 12} {v + 56}!; {w + 2} {v + 26}"
    top = f"{w} {v + 2}!; {c - 14} {v - 3}; {c} {v + 4}!; {c - 18} {v + 28}; {w + 14} {v + 42}!; {w + 2} {v + 24}"
    ridge = nose.cut().split("!;", 1)[1]
    strip = f"-200 -220!; -30 -220!; -12 -90; -4 -38!; {ridge}; -14 {nose.base}; -9 92; -7 112; -2 134; -10 210!; -210 210!"
    far = f"-22 {nose.tip_v + 6}; -46 {nose.tip_v + 8}; -70 {nose.tip_v + 12}; -200 {nose.tip_v}!"
    whole = (f"-200 -220!; {brow}; {nose.cut()}; {under}; {cheek}; {chin}",)
    return {
        "open": whole,
        "glad": whole,
        "guarded": (strip, triangle),
        "hurt": (f"-200 -220!; {brow}; {nose.cut()}; {far}", top),
    }
