"""Nothing can be seen that cannot be heard: every text a screen paints is the name, value or hint of something in its tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pygame
import pytest

from game.scenes.shell import Route
from game.ui import text as text_module
from game.ui.access import node_of
from tests.game.scenes import views

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.text import Block
    from tests.game.scenes.player import Player

# Marks that carry no words of their own: arrows of a picker, numbers of choices and steps, the caret of the neutral notepad.
MARKS = re.compile(r"[\s‹›·.,:|\[\]“”]+")


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Gathers every text that is painted from now on."""
    seen: set[str] = set()
    texts: dict[int, str] = {}
    lay_out, paint = text_module.Typesetter._lay_out, text_module.Block.paint

    def noted(self: text_module.Typesetter, text: str, *rest: object) -> Block:
        block = lay_out(self, text, *rest)  # type: ignore[arg-type]  # as it was called
        texts[id(block.paragraph)] = text
        return block

    def shown(self: Block, *rest: object) -> None:
        if id(self.paragraph) in texts:
            seen.add(texts[id(self.paragraph)])
        paint(self, *rest)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(text_module.Typesetter, "_lay_out", noted)
    monkeypatch.setattr(text_module.Block, "paint", shown)
    return seen


def _plain(text: str) -> str:
    return MARKS.sub(" ", text).strip().casefold()


def _unheard(player: Player, painted: set[str]) -> list[str]:
    """Returns what the screen on top paints and its tree does not say."""
    app = player.app
    app.shell.type.forget()
    app.director.curtain.forget()
    app.director.curtain.paint(app.canvas.draw, app.director.screens, app.shell, app.director.now, 0)
    painted.clear()
    app.top.paint(app.canvas.draw, app.director.now)
    parts = [part for widget in app.top.heard() for part in (widget.name, widget.value, widget.hint, widget.cap)]
    told = _plain(" ".join([app.top.name, *parts]))
    # Some lines are put together of a name and what stands behind it.
    parts = [part for text in painted for part in text.split(" · ")]
    return sorted(part for part in parts if _plain(part) and not _plain(part).isdigit() and _plain(part) not in told)


@pytest.mark.parametrize("view", [*views.VIEWS])
@pytest.mark.parametrize("lang", ["en", "ar-XB"])
def test_all_that_is_painted_can_be_heard(start: Callable[..., Player], painted: set[str], view: str, lang: str) -> None:
    """Each screen's texts are all in what screen readers are told."""
    player = start(lang=lang)
    views.show(player, view)
    assert _unheard(player, painted) == []


def test_what_is_painted_of_contact_can_be_heard(start: Callable[..., Player], painted: set[str]) -> None:
    """The door to contact says all that it shows."""
    player = start()
    player.go(Route.CONTACT)
    assert _unheard(player, painted) == []


@pytest.mark.parametrize("view", [*views.VIEWS])
def test_every_widget_becomes_a_node(start: Callable[..., Player], view: str) -> None:
    """Each widget has a name and a key of its own, and becomes a node with its actions."""
    player = start()
    views.show(player, view)
    heard = player.top.heard()
    assert len({widget.key for widget in heard}) == len(heard)
    for widget in heard:
        node = node_of(widget)
        assert (node.label or node.value or "").strip() or view == "away", widget
        assert widget.rect.w > 0, widget
    player.press(pygame.K_TAB)
    assert player.focus in {widget.key for widget in heard if widget.focusable} or view == "away"
