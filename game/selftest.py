"""`threshold --selftest`: opens every story, draws one frame of each screen, and says what it found."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import ThresholdError
from game.settings import SettingsFile

if TYPE_CHECKING:
    from game.app import App
    from game.paths import Paths
    from game.ui.picture import Wanted

FINE, FAULTY = 0, 1
_PICTURES_WITHIN = 60.0


def run(paths: Paths) -> int:
    """Tests this installation on saves and settings of its own; returns 0 where everything holds, else 1."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")) and sys.platform == "linux":
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.paths import below  # noqa: PLC0415 - the self-test keeps nothing of the player's

    with tempfile.TemporaryDirectory() as folder:
        trial = below(Path(folder))
        faults = _drawn(paths, trial)
    for fault in faults:
        _say(f"FAULT  {fault}")
    _say("faulty" if faults else "fine")
    return FAULTY if faults else FINE


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _drawn(paths: Paths, trial: Paths) -> list[str]:
    from dataclasses import replace  # noqa: PLC0415 - as below

    from game.app import App, Options  # noqa: PLC0415 - the window's libraries, only when they are tested

    places = replace(trial, packs=paths.packs, catalogues=paths.catalogues, fonts=paths.fonts)
    try:
        app = App(places, SettingsFile(places.settings), Options(windowed=True))
    except ThresholdError as fault:
        return [str(fault)]
    try:
        app.begin()
        return [*_screens(app), *_stories(app)]
    finally:
        app.end()


def _screens(app: App) -> list[str]:
    from game.scenes.shell import CORRESPONDING, Question, Route  # noqa: PLC0415 - screens need the window's libraries

    faults: list[str] = []
    if not any(shelved.book for shelved in app.shell.shelf):
        faults.append(f"no story in {app.paths.packs}")
    app.shell.chosen = next((shelved for shelved in app.shell.shelf if shelved.book), None)
    app.shell.question = Question("Is this the self-test?", "Yes", lambda: None)
    needs_story = {Route.READING, Route.MENU, Route.BACKLOG, Route.SAVE, Route.LOAD}
    order = [route for route in Route if route not in needs_story | CORRESPONDING]
    if app.shell.chosen is not None:
        order += [Route.READING, Route.MENU, Route.BACKLOG, Route.SAVE, Route.LOAD]
    for route in order:
        started = time.perf_counter()
        if route is not Route.SHELF:
            app.director.go(route)
        app.frame()
        _say(f"screen {route.value:10} {len(app.top.widgets):3} controls  {(time.perf_counter() - started) * 1000:6.1f} ms")
        faults += [f"{route.value}: the control {widget.key} has no name" for widget in app.top.widgets if not widget.name]
        if route not in needs_story:
            app.director.home()
    return faults


def _comes(app: App, order: Wanted, end: float) -> bool:
    """Tells whether a picture comes, with something in it, before a moment."""
    while (found := app.shell.pictures.get(order)) is None and time.monotonic() < end:
        time.sleep(0.005)
    app.shell.pictures.drop(order)
    return found is not None and bool(found.layers)


def _stories(app: App) -> list[str]:
    from game.story.journey import Journey  # noqa: PLC0415 - stories need theirs, which the test of the window does without
    from game.ui.picture import Wanted  # noqa: PLC0415 - as above

    faults: list[str] = []
    for shelved in app.shell.shelf:
        if shelved.book is None:
            faults.append(f"{shelved.path.name}: {shelved.reason}")
            continue
        manifest = shelved.book.manifest
        try:
            for language in shelved.book.languages:
                Journey.begin(shelved.book, language)
            for path in manifest.files:
                shelved.book.read(path)
        except ThresholdError as fault:
            faults.append(f"{manifest.id}: {fault}")
            continue
        pictures = [path for path in manifest.files if path.endswith(".svg")]
        end = time.monotonic() + _PICTURES_WITHIN
        # One after the other, for not all of them are kept at once.
        wanted = [Wanted(f"{manifest.id}|{path}", 320, 180) for path in pictures]
        blank = [order.name for order in wanted if not _comes(app, order, end)]
        faults += [f"{name} cannot be drawn" for name in blank]
        signed = "signed" if shelved.book.trusted else "not signed by a trusted key"
        _say(f"story  {manifest.id} {manifest.version}, {signed}: {len(manifest.files)} files, {len(wanted) - len(blank)} pictures drawn")
    return faults
