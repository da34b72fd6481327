"""A player who takes part, and no server: what is noted, what waits and what was sent is put into the file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from game.insight import asked
from game.insight.book import Noted, Open, Pages, Sent, Waiting
from game.insight.part import Part
from game.scenes.shell import Route
from game.scenes.telling import Telling

if TYPE_CHECKING:
    from tests.game.scenes.player import Player

# Nobody listens there.
NOWHERE = "http://127.0.0.1:9"
NOON = int(dt.datetime(2026, 3, 14, 12, tzinfo=dt.UTC).timestamp())
_DAY = 24 * 3600


def _waiting(question: str, told: str, place: int, days: int) -> Waiting:
    body = f'{{"v":1,"q":"low-water@1.0.0/{question}","a":{place},"pow":5629499534213120}}'.ljust(256)
    return Waiting("low-water@1.0.0", question, told, NOON + days * _DAY, body, NOON)


PAGES = Pages(
    {
        "low-water": Open(
            "low-water@1.0.0",
            NOON + 2 * _DAY,
            (
                Noted(asked.of("how_it_ended", "ending", ("together", "alone"))),
                Noted(asked.of("help_page", "help_opened", ("opened", "not_opened"))),
                Noted(asked.language(("en", "ar"))),
            ),
        )
    },
    (_waiting("language", "ar", 0, 1), _waiting("where_it_stopped", "chapter_1", 1, 3)),
    (Sent("low-water@1.0.0", "how_long", "to_60", dt.date(2026, 3, 12)),),
)


def takes_part(player: Player, pages: Pages = Pages(), origin: str = "https://insight.example") -> Part:  # noqa: B008  it never changes
    """Has a build that knows where answers go; what is in the file is `pages`."""
    part = Part(player.paths.data, origin)
    part.book._pages = pages
    player.app.shell.telling = Telling(part)
    return part


def text_of(player: Player) -> str:
    """Returns every word of the screen on top."""
    return "\n".join(f"{widget.name} {widget.value}" for widget in player.top.widgets)


def ticking(player: Player, origin: str, clock: list[int]) -> Part:
    """Has a player take part whose clock is set by hand, and whose pauses are short."""
    part = Part(player.paths.data, origin, pause=(0, 1), clock=lambda: clock[0])
    assert part.join()
    player.app.shell.telling = Telling(part)
    player.app.shell.settings.insight = True
    return part


def begin(player: Player) -> None:
    """Opens the story's note and starts it."""
    player.app.director.only()
    player.app.shell.chosen = player.app.shell.shelf[0]
    player.go(Route.NOTE)
    player.top.press(player.widget("start"))


def read_through(player: Player, choice: str = "choice-0") -> None:
    """Reads to the end, always by the same choice."""
    player.to_choices()
    while player.session.page.choices:
        player.top.press(player.widget(choice))
        player.to_choices()


def noted(part: Part, story: str = "low-water") -> dict[str, str | None]:
    """Returns what is noted of the story's first reading."""
    return {one.asked.kind: None if one.answer is None else one.asked.options[one.answer] for one in part.book.pages.open[story].noted}
