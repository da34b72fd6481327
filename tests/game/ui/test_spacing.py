"""Space between lines, letters and words, and straight edges: only where they belong, and nothing is lost by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import skia
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.paths import below
from game.ui.text import Spacing, Style, Typesetter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.ui.text import Block

ENGLISH = "The kettle took its time. Outside, the last bus went by with its lights on and nobody in it, and then it was quiet."
ARABIC = "استغرقت الغلاية وقتها. في الخارج مرت الحافلة الأخيرة وأضواؤها مضاءة ولا أحد فيها ثم عاد الشارع هادئا من جديد لبعض الوقت."
PAGE = Style(28, "prose", page=True, colour=0xFF000000)
WIDE = 380


@pytest.fixture(scope="module")
def typesetter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    """Returns a typesetter with the bundled fonts."""
    found = below(tmp_path_factory.mktemp("spacing"))
    if not (found.fonts / "literata-latin-400-normal.woff").is_file():
        pytest.skip("The fonts are not here: python -m tools.build vendor")
    return Typesetter(found.fonts)


def _tuned(typesetter: Typesetter, spacing: Spacing) -> Typesetter:
    typesetter.tune(scale=0.7, reading="literata", spacing=spacing)
    return typesetter


def _inked(block: Block) -> NDArray[np.bool_]:
    """Returns which pixels of a block are inked, in a field with room on every side."""
    surface = skia.Surface(WIDE + 40, round(block.height) + 40)
    surface.getCanvas().clear(0xFFFFFFFF)
    block.paint(surface.getCanvas(), 20, 20)
    flat = np.frombuffer(surface.makeImageSnapshot().tobytes(), dtype=np.uint8)
    return flat.reshape(surface.height(), surface.width(), 4)[:, :, 0] < 128


def test_lines_move_apart(typesetter: Typesetter) -> None:
    """Lines of prose and of airy texts must be as much higher as was asked; labels stay as they are."""
    plain = _tuned(typesetter, Spacing()).set(ENGLISH, PAGE, WIDE).height
    label = typesetter.set("Menu", Style(20, "ui")).height
    assert _tuned(typesetter, Spacing(lines=2.0)).set(ENGLISH, PAGE, WIDE).height == pytest.approx(plain * 2, rel=0.02)
    assert typesetter.set("Menu", Style(20, "ui")).height == label
    assert typesetter.set("Menu", Style(20, "ui", airy=True)).height == pytest.approx(label * 2, rel=0.05)


def test_letters_and_words_move_apart_but_never_joined_ones(typesetter: Typesetter) -> None:
    """Space between letters must widen Latin and leave Arabic and Devanagari joined; space between words widens all of them."""
    texts = (ENGLISH, ARABIC, "सुप्रभात और शुभ रात्रि")
    plain = [_tuned(typesetter, Spacing()).width(text, PAGE) for text in texts]
    letters = [_tuned(typesetter, Spacing(letters=0.1)).width(text, PAGE) for text in texts]
    words = [_tuned(typesetter, Spacing(words=0.3)).width(text, PAGE) for text in texts]
    assert letters[0] > plain[0] * 1.1
    assert letters[1:] == plain[1:]
    assert all(after > before for before, after in zip(plain, words, strict=True))


@pytest.mark.parametrize(("text", "rtl"), [(ENGLISH, False), (ARABIC, True)])
def test_edges_are_straight_but_for_the_last_line(typesetter: Typesetter, text: str, rtl: bool) -> None:  # noqa: FBT001 - a case
    """Every line but the last must reach both edges; the last begins where one begins to read, also from the right."""
    block = _tuned(typesetter, Spacing(justified=True)).set(text, PAGE, WIDE)
    ink = _inked(block)
    line = typesetter.line(PAGE) * (1.12 if rtl else 1)
    count = round(block.height / line)
    assert count >= 3
    for number in range(count):
        inked = np.flatnonzero(ink[20 + round(number * line) : 20 + round((number + 1) * line)].any(axis=0))
        near, far = (20 + WIDE - inked.max(), inked.min() - 20) if rtl else (inked.min() - 20, 20 + WIDE - inked.max())
        assert -6 <= near <= 8
        assert (far <= 8) == (number < count - 1)


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from([ENGLISH, ARABIC]),
    st.floats(1, 2),
    st.floats(0, 0.2),
    st.floats(0, 0.6),
    st.booleans(),
    st.integers(120, WIDE),
)
def test_nothing_is_cut(
    typesetter: Typesetter,
    text: str,
    lines: float,
    letters: float,
    words: float,
    both: bool,  # noqa: FBT001 - given by hypothesis
    width: int,
) -> None:
    """However far apart, every letter must lie inside the block, but for the overhang of slanted or dotted ones."""
    block = _tuned(typesetter, Spacing(lines, letters, words, both)).set(text, PAGE, width)
    ink = _inked(block)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    assert rows.min() >= 20
    assert rows.max() <= 20 + block.height
    assert columns.min() >= 20 - 6
    assert columns.max() <= 20 + width + 6
