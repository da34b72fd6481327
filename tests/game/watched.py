"""Runs the game's own loop and writes down, after every step, what it shows; for tests that look at it from another process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pygame

from game import app, cli


def run(told: str, orders: str, arguments: list[str]) -> None:
    """Starts the game with arguments, begins the story, takes its second choice and then its first, and goes on as the loop does.

    A story that `--choices` opened already is left where it stands.
    """
    del orders
    step, state = app.App.step, {"begun": False, "shown": []}

    def watched(self: app.App) -> None:
        if not state["begun"]:
            state["begun"] = True
            _begin(self, state)
        step(self)
        half = Path(told + ".half")
        half.write_text(json.dumps(_seen(self, state)), "utf-8")
        half.replace(told)

    app.App.step = watched  # type: ignore[method-assign]
    raise SystemExit(cli.main(arguments))


def _begin(game: app.App, state: dict[str, Any]) -> None:
    game.frame()
    if game.shell.session is not None:
        return
    press = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0)
    game.handle(press)
    session = game.shell.session
    assert session is not None, game.shell.banner
    session.choose(1)
    session.choose(0)
    game.director.reread()
    for _ in range(3):
        state["shown"].append(game.overlay is not None and game.overlay.shown)
        game.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F3, mod=0, unicode="", scancode=0))


def _seen(game: app.App, state: dict[str, Any]) -> dict[str, Any]:
    session = game.shell.session
    return {
        "lines": [line.text for line in session.page.lines] if session else [],
        "turn": len(session.journey.turns) - 1 if session else -1,
        "banner": game.shell.banner,
        "overlay": game.overlay.lines(game.shell) if game.overlay is not None else [],
        "shown": state["shown"],
    }
