"""The game over AT-SPI alone, as somebody plays it who hears the screen and never sees it."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from tests.game.access.conftest import CONTROLS, named, screen_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.game.access.conftest import Listener, Node

STATIC = frozenset({"label", "static", "heading", "image", "panel", "dialog", "frame", "status bar", "text"})
# How the second chapter begins.
SECOND = "Beet doesn’t mind frost."
PAGES = 200
TOLD = 5.0


def faults(nodes: list[Node]) -> list[str]:
    """Returns what somebody could not understand or use: no role, no name, no way to do it, no place."""
    found = []
    for node in nodes:
        role, name, where = node["role"], node["name"], f"{node['role']} {node['path']}"
        if role not in CONTROLS | STATIC:
            found.append(f"{where}: a role that says nothing")
        if not name and role not in {"status bar", "panel"}:
            found.append(f"{where}: no name")
        if role not in CONTROLS:
            continue
        if "FOCUSABLE" not in node["states"]:
            found.append(f"{where} {name}: cannot take the focus")
        if not node["actions"] and "value" not in node and "EDITABLE" not in node["states"]:
            found.append(f"{where} {name}: nothing can be done with it")
        if min(node["box"][2:]) < 1:
            found.append(f"{where} {name}: is nowhere")
    focused = [node for node in nodes if "FOCUSED" in node["states"]]
    if len(focused) != 1:
        found.append(f"{len(focused)} nodes have the focus")
    return found


def faults_once(reader: Listener, there: Callable[[list[Node]], object]) -> list[str]:
    """Waits until something is there, and returns what is wrong then; what comes right while the screen is still being told is no fault."""
    end: list[float] = []

    def told(nodes: list[Node]) -> bool:
        if not there(nodes):
            return False
        end.append(time.monotonic() + TOLD)
        return not faults(nodes) or time.monotonic() > end[0]

    return faults(reader.until(told))


def _said(nodes: list[Node]) -> list[tuple[str, str]]:
    """Returns what a tree says."""
    return [(node["role"], node["name"]) for node in nodes]


def _is_other(before: list[tuple[str, str]], nodes: list[Node]) -> bool:
    """Tells whether a tree says something else than before, and is the story's again."""
    return bool(named(nodes, "Menu")) and _said(nodes) != before


def test_every_screen_says_what_is_on_it(listening: Callable[..., Listener]) -> None:
    """On each screen, every control has a role, a name, a place and something to do, and exactly one has the focus."""
    reader = listening()
    ways: list[tuple[str, str]] = [
        ("Settings", "Settings"),
        ("Language", "Language"),
        ("Back", "Settings"),
        ("Back", "Stories"),
        ("Help", "Help"),
        ("Write to a person", "Write to a person"),
        ("Back", "Help"),
        ("Back", "Stories"),
        ("Second Verse", "Second Verse"),
        ("Start", "Second Verse"),
    ]
    seen = {"Stories": faults_once(reader, lambda nodes: screen_of(nodes) == "Stories")}
    for name, screen in ways:
        reader.press(name)
        seen[f"{name}: {screen}"] = faults_once(reader, lambda nodes, screen=screen: screen_of(nodes) == screen)  # type: ignore[misc]
    seen["reading"] = faults_once(reader, lambda nodes: named(nodes, "Menu"))
    reader.press("Menu")
    for name, screen in (
        ("What was read", "What was read"),
        ("Save", "Save"),
        ("Load", "Load"),
        ("Credits", "Credits"),
    ):
        reader.until(lambda nodes: named(nodes, "Read on"))
        reader.press(name)
        seen[name] = faults_once(reader, lambda nodes, screen=screen: screen_of(nodes) == screen)  # type: ignore[misc]
        reader.press("Back")
    assert {name: found for name, found in seen.items() if found} == {}


def test_settings_are_changed_by_a_screen_reader(listening: Callable[..., Listener]) -> None:
    """A picker, a slider and a switch move by the interface's own verbs, and say their new value."""
    reader = listening()
    nodes = reader.opens("Settings", "Settings")
    size = named(nodes, "Text size")[0]
    assert size["name"] == "Text size. 100 %"
    assert reader.ask("set_value", size["number"], size["value"] + 1)
    nodes = reader.until(lambda nodes: named(nodes, "Text size. 110 %"))
    music = named(nodes, "Music")[0]
    assert reader.ask("set_value", music["number"], 3)
    nodes = reader.until(lambda nodes: named(nodes, "Music. 30 %"))
    motion = named(nodes, "Less motion")[0]
    assert "PRESSED" not in motion["states"]
    assert reader.ask("act", motion["number"], motion["actions"][0])
    reader.until(lambda nodes: "PRESSED" in named(nodes, "Less motion")[0]["states"])


def test_a_chapter_is_played_by_a_screen_reader_alone(listening: Callable[..., Listener]) -> None:
    """From the shelf to the second chapter's first page, every line is announced once, in order, and every choice is made by its name."""
    reader = listening()
    reader.opens("Second Verse", "Second Verse")
    reader.press("Start")
    lines: list[str] = []
    chosen = 0
    nodes = reader.until(lambda nodes: named(nodes, "Menu"))
    for _ in range(PAGES * 10):
        said = [node["name"] for node in nodes if node["role"] == "label"]
        lines += [line for line in said if line not in lines]
        if any(line.startswith(SECOND) for line in said):
            break
        controls = [node for node in nodes if node["role"] == "push button"]
        onward = named(nodes, "Read on") or [node for node in controls if node["name"] not in {"Menu", "Quick exit"}]
        before = _said(nodes)
        chosen += not named(nodes, "Read on")
        assert reader.ask("act", onward[0]["number"], "click")
        nodes = reader.until(partial(_is_other, before))
    assert any(line.startswith(SECOND) for line in said), "the chapter did not end"
    assert chosen >= 10
    assert len(lines) > 100
    told = [line for line in lines if not line.startswith("[")]
    # What was shown last is still being told.
    reader.until(lambda _: told[-1] in reader.heard)
    assert [line for line in told if line not in reader.heard] == []
