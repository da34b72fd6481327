"""The sheet that letters are written on: keys, clipboard, input methods, mouse, both directions of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.draft import Draft
from game.ui.field import Field
from game.ui.geometry import Rect, Space
from game.ui.surface import offscreen
from game.ui.text import Typesetter
from game.ui.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Generator

    from game.paths import Paths

WIDTH = 420.0
ENGLISH = "Hi. I played a story about a band and it is kind of about my brother too. I do not know what to do."
ARABIC = "مرحبا. لعبت قصة عن فرقة وهي تشبه قصة أخي أيضا. لا أعرف ماذا أفعل."


@pytest.fixture(scope="module")
def typesetter(shipped_paths: Paths) -> Typesetter:
    """Returns the typesetter with the fonts that are shipped."""
    return Typesetter(shipped_paths.fonts)


@pytest.fixture(scope="module")
def shipped_paths() -> Paths:
    """Returns where the game's own files are."""
    from game import paths

    return paths.find()


@pytest.fixture
def window() -> Generator[pygame.Window]:
    """Opens a window, without which there is no clipboard."""
    pygame.display.init()
    opened = pygame.Window("field", (640, 360))
    yield opened
    opened.destroy()


def sheet(typesetter: Typesetter, text: str = "", *, lines: bool = True) -> Field:
    """Returns a sheet of paper with a text on it, the caret behind it."""
    field = Field(Draft(text, lines=lines), typesetter)
    field.height(WIDTH, Space(1280, 720, 1.0, rtl=False), 3)
    field.rect = Rect(100, 50, WIDTH, 300)
    return field


def press(field: Field, key: int, *, mod: int = 0, unicode: str = "") -> bool:
    """Presses a key."""
    return field.key(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=unicode))


def test_up_and_down_go_from_line_to_line_and_keep_their_column(typesetter: Typesetter) -> None:
    """Through lines of different length, the caret comes back to the column it left."""
    field = sheet(typesetter, f"{ENGLISH}\n\nShort.\n{ENGLISH}")
    press(field, pygame.K_HOME, mod=pygame.KMOD_CTRL)
    for _ in range(7):
        press(field, pygame.K_RIGHT)
    rows = len(field.rows())
    assert rows > 8
    for _ in range(rows - 1):
        assert press(field, pygame.K_DOWN)
    assert not press(field, pygame.K_DOWN)
    for _ in range(rows - 1):
        assert press(field, pygame.K_UP)
    assert field.draft.caret == 7


@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
def test_arrows_go_the_way_they_point(typesetter: Typesetter, text: str) -> None:
    """Left moves the caret to the left on the screen, in either direction of writing; within one joined shape it may stand still."""
    field = sheet(typesetter, text)
    press(field, pygame.K_HOME, mod=pygame.KMOD_CTRL)
    towards = pygame.K_LEFT if field.rows()[0].rtl else pygame.K_RIGHT
    first = field.rows()[0]
    before = field.caret_rect().x
    for _ in range(first.end - first.start - 2):
        press(field, towards)
        now = field.caret_rect().x
        assert (now < before + 0.5) if first.rtl else (now > before)
        before = now


@given(st.lists(st.sampled_from(["left", "right", "up", "down", "home", "end", "del", "back", "a", "ب", " ", "\n"]), max_size=40))
def test_the_caret_always_stands_on_the_paper(typesetter: Typesetter, acts: list[str]) -> None:
    """Whatever is typed and pressed, in mixed scripts, the caret stands inside the sheet's width and lines cover the text."""
    field = sheet(typesetter, f"{ENGLISH} {ARABIC}\n{ARABIC}")
    keys = {
        "left": pygame.K_LEFT,
        "right": pygame.K_RIGHT,
        "up": pygame.K_UP,
        "down": pygame.K_DOWN,
        "home": pygame.K_HOME,
        "end": pygame.K_END,
        "del": pygame.K_DELETE,
        "back": pygame.K_BACKSPACE,
        "\n": pygame.K_RETURN,
    }
    for act in acts:
        if act in keys:
            press(field, keys[act])
        else:
            field.handle(pygame.event.Event(pygame.TEXTINPUT, text=act))
    at = field.caret_rect()
    assert field.rect.x <= at.x <= field.rect.right
    assert "".join(row.text for row in field.rows()) == field.draft.text.replace("\n", "")
    field.reveal()
    assert field.rect.y <= field.caret_rect().y <= field.rect.bottom


@pytest.mark.usefixtures("window")
def test_copying_cutting_and_pasting_go_through_the_system_s_clipboard(typesetter: Typesetter) -> None:
    """A word is selected by Shift and arrows, cut, put back in, and all of it taken back again."""
    field = sheet(typesetter, "one two")
    press(field, pygame.K_LEFT, mod=pygame.KMOD_CTRL | pygame.KMOD_SHIFT)
    assert field.draft.selected == "two"
    press(field, pygame.K_x, mod=pygame.KMOD_CTRL)
    assert (field.draft.text, pygame.scrap.get_text()) == ("one ", "two")
    press(field, pygame.K_HOME)
    press(field, pygame.K_v, mod=pygame.KMOD_CTRL)
    assert field.draft.text == "twoone "
    press(field, pygame.K_a, mod=pygame.KMOD_CTRL)
    press(field, pygame.K_c, mod=pygame.KMOD_META)
    assert pygame.scrap.get_text() == "twoone "
    for _ in range(2):
        press(field, pygame.K_z, mod=pygame.KMOD_CTRL)
    assert field.draft.text == "one two"
    press(field, pygame.K_z, mod=pygame.KMOD_CTRL | pygame.KMOD_SHIFT)
    assert field.draft.text == "one "


def test_what_an_input_method_composes_is_shown_and_not_yet_written(typesetter: Typesetter) -> None:
    """While a word is composed keys belong to the input method; only what it hands over stands in the text."""
    field = sheet(typesetter, "私は")
    field.handle(pygame.event.Event(pygame.TEXTEDITING, text="にほんg", start=4, length=0))
    assert (field.composed, field.draft.text) == ("にほんg", "私は")
    assert press(field, pygame.K_BACKSPACE)
    assert press(field, pygame.K_RETURN)
    assert not press(field, pygame.K_TAB)
    assert field.draft.text == "私は"
    field.handle(pygame.event.Event(pygame.TEXTINPUT, text="日本"))
    assert (field.composed, field.draft.text) == ("", "私は日本")


@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
def test_the_mouse_puts_the_caret_where_it_points_and_drags_a_selection(typesetter: Typesetter, text: str) -> None:
    """A press beside the caret's own place finds that place again; a drag selects; two clicks take a word."""
    field = sheet(typesetter, text)
    for place in (3, len(text) // 2, len(text) - 2):
        field.draft.move(place)
        at = field.caret_rect()
        field.draft.move(0)
        where = (round(at.x), round(at.y + at.h / 2))
        field.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=where, button=1, clicks=1))
        field.handle(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=where, button=1))
        assert abs(field.draft.caret - place) <= 1
    field.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=where, button=1, clicks=2))
    assert field.draft.selected.strip()
    begun = field.draft.caret
    field.handle(
        pygame.event.Event(
            pygame.MOUSEMOTION, pos=(round(field.rect.x + WIDTH / 2), round(field.rect.y + 20)), rel=(0, 0), buttons=(1, 0, 0)
        )
    )
    assert field.draft.caret != begun
    assert field.draft.selected


def test_a_sheet_of_one_line_leaves_enter_to_its_screen(typesetter: Typesetter) -> None:
    """Where there is one line, Enter writes nothing; everywhere, letters press no button of the screen."""
    one, many = sheet(typesetter, "abc", lines=False), sheet(typesetter, "abc")
    press(one, pygame.K_RETURN, unicode="\r")
    press(many, pygame.K_RETURN, unicode="\r")
    assert (one.draft.text, many.draft.text) == ("abc", "abc\n")
    assert press(one, pygame.K_SPACE, unicode=" ")
    assert press(one, pygame.K_m, unicode="m")
    assert one.draft.text == "abc"


def test_the_caret_blinks_by_the_clock(typesetter: Typesetter) -> None:
    """Counted from what was drawn, the next blink comes nearer, is due, and shows the caret the other way."""
    field, space = sheet(typesetter, "a"), Space(1280, 720, 1.0, rtl=False)
    draw = offscreen(640, 360).getCanvas()
    field.paint(draw, THEMES["dusk"], space, 100.0, focused=True, still=False)
    wait = field.due(100.0)
    assert 0 < wait <= 0.6
    assert field.due(100.0 + wait) <= 0
    assert field.blink(100.0, still=False) != field.blink(100.0 + wait + 0.01, still=False)
    assert field.blink(100.0 + wait + 0.01, still=True)


def test_what_was_written_is_forgotten_whole(typesetter: Typesetter) -> None:
    """After forgetting there is no text, no composed word and no way back to it."""
    field = sheet(typesetter, ENGLISH)
    field.handle(pygame.event.Event(pygame.TEXTEDITING, text="x", start=0, length=1))
    field.forget()
    assert (field.draft.text, field.composed) == ("", "")
    press(field, pygame.K_z, mod=pygame.KMOD_CTRL)
    assert field.draft.text == ""


def test_an_empty_sheet_is_begun_where_its_reader_begins(typesetter: Typesetter) -> None:
    """Before there is a letter, the caret stands at the side where reading begins; a new paragraph goes on as the one before."""
    for rtl in (False, True):
        field = sheet(typesetter)
        field.height(WIDTH, Space(1280, 720, 1.0, rtl=rtl), 3)
        assert (field.caret_rect().x > 100 + WIDTH / 2) is rtl
    field.draft.insert("Hello.\n")
    assert field.caret_rect().x < 100 + WIDTH / 2
    field.draft.select_all()
    field.draft.insert(f"{ARABIC}\n")
    assert field.caret_rect().x > 100 + WIDTH / 2


@pytest.mark.parametrize("tall", [30, 75, 110, 163, 300])
def test_lines_are_seen_whole_or_not_at_all(typesetter: Typesetter, tall: int) -> None:
    """However low the paper is, the line with the caret is seen whole, and none above or below it is cut in half."""
    field = sheet(typesetter, "\n".join([ENGLISH] * 6))
    field.rect = field.rect._replace(h=tall)
    line = field.caret_rect().h
    for _ in range(9):
        field.reveal()
        caret = field.caret_rect()
        assert abs(field.offset / line - round(field.offset / line)) < 1e-6
        assert caret.y >= field.rect.y - 1
        assert caret.bottom <= max(field.rect.bottom, field.rect.y + line) + 1
        press(field, pygame.K_UP)
