"""One visit in a home of its own, run as a program: prints the files before and after forgetting, and the window's titles."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

import pygame

from game import log, paths
from game.app import App, Options
from game.scenes.shell import Route
from game.settings import SettingsFile

HOME = Path.home()


def listed() -> None:
    """Prints every file of the home."""
    for path in sorted(HOME.rglob("*")):
        if path.is_file():
            print(path.relative_to(HOME).as_posix())
    print("=====")


def main() -> None:
    """Plays, saves, takes a picture, exports; then forgets."""
    places = paths.find()
    log.begin(places.logs)
    app = App(places, SettingsFile(places.settings), Options(windowed=True))
    app._began_sound = True
    app.begin()
    titles = {app.window.title}
    app.shell.chosen = app.shell.shelf[0]
    app.director.go(Route.READING)
    app.frame()
    assert app.shell.session is not None
    app.shell.session.choose(0)
    app.shell.session.save(1, app.director.picture())
    for key in (pygame.K_F5, pygame.K_F12):
        app.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
    app.director.settle()
    for route in (Route.CONTACT, Route.BREAK):
        app.director.go(route)
        app.frame()
        titles.add(app.window.title)
    app.director.export()
    while app.shell.working:
        time.sleep(0.01)
        app.director.arrived()
    listed()
    app.director.forget(pictures=True)
    app.frame()
    app.end()
    listed()
    print("\n".join(titles))


if __name__ == "__main__":
    main()
