"""What a screen reader does, and no more: finds the game over AT-SPI, reads its tree, acts through it, and hears what is announced.

Runs under the system's Python, which has libatspi's bindings (Debian: python3-gi, gir1.2-atspi-2.0); one JSON line in, one out.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 - the version is chosen first

SPOKEN: list[str] = []
# The objects of the last tree, by the number that its nodes have: they stay what they are when others come and go.
OBJECTS: list[Any] = []
STATES = ("FOCUSED", "FOCUSABLE", "CHECKED", "PRESSED", "ENABLED", "SENSITIVE", "MODAL", "EDITABLE", "VISIBLE", "SHOWING")


def _pump(seconds: float = 0.02) -> None:
    """Lets events come in."""
    context, end = GLib.MainContext.default(), time.monotonic() + seconds
    while time.monotonic() < end:
        if not context.iteration(False):  # noqa: FBT003  GLib takes it by place
            time.sleep(0.002)


def enable() -> bool:
    """Says on the bus that a screen reader is there."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))  # noqa: FBT003  as above
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None, 0, 5000, None)
    listener = Atspi.EventListener.new(lambda event: SPOKEN.append(str(event.any_data)))
    listener.register("object:announcement")
    return True


def windows() -> list[Any]:
    """Returns every window that any program offers."""
    desktop = Atspi.get_desktop(0)
    found = []
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None:
            found += [program.get_child_at_index(at) for at in range(program.get_child_count())]
    return [window for window in found if window is not None]


def _node(at: Any, path: list[int]) -> list[dict[str, Any]]:  # noqa: ANN401  libatspi's own object
    """Returns one node as plain values, and those below it."""
    states = at.get_state_set()
    OBJECTS.append(at)
    found = {
        "number": len(OBJECTS) - 1,
        "path": path,
        "role": at.get_role_name(),
        "name": at.get_name() or "",
        "description": at.get_description() or "",
        "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        "actions": _actions(at),
        "attributes": dict(at.get_attributes() or {}),
        "language": at.get_object_locale() or "",
    }
    text = at.get_text_iface()
    if text is not None:
        found["text"] = Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
        found["caret"] = Atspi.Text.get_caret_offset(text)
    value = at.get_value_iface()
    if value is not None:
        found["value"] = Atspi.Value.get_current_value(value)
        found["limits"] = [Atspi.Value.get_minimum_value(value), Atspi.Value.get_maximum_value(value)]
    component = at.get_component_iface()
    if component is not None:
        box = Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW)
        found["box"] = [box.x, box.y, box.width, box.height]
    below = [at.get_child_at_index(number) for number in range(at.get_child_count())]
    return [found, *(node for number, child in enumerate(below) if child is not None for node in _node(child, [*path, number]))]


def _actions(at: Any) -> list[str]:  # noqa: ANN401  as above
    action = at.get_action_iface()
    return [Atspi.Action.get_action_name(action, place) for place in range(Atspi.Action.get_n_actions(action))] if action else []


def tree() -> list[dict[str, Any]]:
    """Returns every node of the first window."""
    for tries in range(9, -1, -1):
        _pump()
        OBJECTS.clear()
        try:
            found = windows()
            if not found:
                return []
            found[0].clear_cache()
            return _node(found[0], [])
        except GLib.Error:
            # What was about to be read went away meanwhile: then there is another tree to read.
            if not tries:
                raise
    return []


def act(number: int, name: str) -> bool:
    """Does one of a node's actions."""
    action = OBJECTS[number].get_action_iface()
    return bool(Atspi.Action.do_action(action, _actions(OBJECTS[number]).index(name)))


def focus(number: int) -> bool:
    """Moves the focus."""
    return bool(Atspi.Component.grab_focus(OBJECTS[number].get_component_iface()))


def set_value(number: int, value: float) -> bool:
    """Sets a value."""
    return bool(Atspi.Value.set_current_value(OBJECTS[number].get_value_iface(), value))


def write(number: int, text: str) -> bool:
    """Writes a text in place of what was written."""
    return bool(Atspi.EditableText.set_text_contents(OBJECTS[number].get_editable_text_iface(), text))


def spoken() -> list[str]:
    """Returns what was announced since the last time."""
    _pump(0.05)
    found, SPOKEN[:] = SPOKEN[:], []
    return found


VERBS = {verb.__name__: verb for verb in (enable, tree, act, focus, set_value, write, spoken)}


def main() -> None:
    """Answers line by line."""
    Atspi.init()
    Atspi.set_timeout(5000, 15000)
    for line in sys.stdin:
        verb, *rest = json.loads(line)
        try:
            answer: Any = VERBS[verb](*rest)
        except (GLib.Error, AttributeError, IndexError, ValueError) as fault:
            answer = {"fault": str(fault)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
