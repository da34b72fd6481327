"""The keys on the help screen, in the players' page and in the table that the game goes by are the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from game.scenes.help import HelpScreen
from game.scenes.shell import Route
from game.ui.keys import DEFAULTS, Verb

if TYPE_CHECKING:
    from tests.game.scenes.player import Player

PAGE = Path(__file__).parents[3] / "docs" / "players.md"
# Keys of a phone and of the digits' block go without saying.
UNSAID = frozenset({"ac back", "enter"})
CAPS = {"return": "enter", "escape": "esc", "shift+tab": "shift + tab"}


def told(player: Player) -> dict[str, str]:
    """Returns what the help screen prints of the keys, read off its rows."""
    player.go(Route.HELP)
    rows = [widget.name.partition(": ") for widget in player.top.widgets if widget.icon == "keys"]
    return {what: keys for what, _, keys in rows}


def test_the_players_page_has_the_keys_of_the_help_screen(player: Player) -> None:
    """Row by row, in the same order."""
    table = re.search(r"\| to \| press \|\n\| --- \| --- \|\n((?:\|.*\|\n)+)", PAGE.read_text("utf-8"))
    assert table is not None
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1].splitlines()]
    assert [tuple(row) for row in rows] == [*told(player).items()]


def test_the_help_screen_has_every_key_that_the_game_goes_by(player: Player) -> None:
    """For each verb, in words, all of its keys."""
    rows = [{part.removesuffix(" arrow") for part in keys.lower().split(", ")} for keys in told(player).values()]
    for verb in Verb:
        assert {CAPS.get(name, name) for name in DEFAULTS[verb] if name not in UNSAID} in rows, verb
    assert isinstance(player.top, HelpScreen)


def test_a_changed_key_stands_in_the_help(player: Player) -> None:
    """What a player changed is what the help prints."""
    player.app.settings.keys = {"skip": ["k"]}
    assert told(player)["Skip what you have read"] == "K"
