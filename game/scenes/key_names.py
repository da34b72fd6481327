"""What keys and their verbs are called in the interface's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.keys import Verb

if TYPE_CHECKING:
    from game.scenes.shell import Shell


def label(shell: Shell, name: str) -> str:
    """Returns what stands on a key."""
    t = shell.t
    known = {
        "escape": t("Esc"),
        "return": t("Enter"),
        "enter": t("Enter (digits)"),
        "space": t("Space"),
        "tab": t("Tab"),
        "shift+tab": t("Shift + Tab"),
        "page up": t("Page Up"),
        "page down": t("Page Down"),
        "backspace": t("Backspace"),
        "delete": t("Delete"),
        "insert": t("Insert"),
        "end": t("End"),
        "up": t("Up arrow"),
        "down": t("Down arrow"),
        "left": t("Left arrow"),
        "right": t("Right arrow"),
    }
    return known.get(name) or (name.upper() if len(name) == 1 or name[1:].isdigit() else name.capitalize())


def cap(shell: Shell, verb: Verb) -> str:
    """Returns what stands on the first key of a verb."""
    return label(shell, shell.keys.names(verb)[0])


def told(shell: Shell, verb: Verb) -> str:
    """Returns all the keys of a verb; those of a phone or of the digits' block go without saying."""
    names = [name for name in shell.keys.names(verb) if name not in {"ac back", "enter"}] or list(shell.keys.names(verb))
    return ", ".join(label(shell, name) for name in names)


def verbs(shell: Shell) -> dict[Verb, str]:
    """Returns what every verb is called."""
    t = shell.t
    return {
        Verb.READ_ON: t("Read on"),
        Verb.REWIND: t("Go back in the story"),
        Verb.FORWARD: t("Forward again"),
        Verb.SKIP: t("Skip what you have read"),
        Verb.AUTO: t("Read on by itself"),
        Verb.BACKLOG: t("What was read"),
        Verb.MENU: t("Menu"),
        Verb.HIDE: t("Hide the text"),
        Verb.QUICK_SAVE: t("Quick save"),
        Verb.QUICK_LOAD: t("Back to the quick save"),
        Verb.PRESS: t("Press what is marked"),
        Verb.BACK: t("Back"),
        Verb.NEXT: t("To the next button"),
        Verb.PREVIOUS: t("To the button before"),
        Verb.UP: t("Up"),
        Verb.DOWN: t("Down"),
        Verb.LEFT: t("Left, or less"),
        Verb.RIGHT: t("Right, or more"),
        Verb.READ_ALOUD: t("Read aloud"),
        Verb.FULLSCREEN: t("Full screen"),
        Verb.SCREENSHOT: t("Picture of the screen"),
        Verb.HELP: t("Help"),
    }
