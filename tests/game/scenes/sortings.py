"""Messages to sort, and somebody who asks for them: the test story with eight of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec

from game.scenes.shell import Route, Sorting
from game.scenes.sorting import SortScreen
from game.story.manifest import Message
from game.story.pack import Book

if TYPE_CHECKING:
    from game.story.sorting import Sorted
    from tests.game.scenes.player import Player

# Two are not told in Arabic: they are read in the story's own language there.
MESSAGES = {
    "anchor": Message(
        {
            "en": "We’re at the gate from eight. Come if you like, and if you’d rather sleep, that’s fine too.",
            "ar": "نحن عند البوابة منذ الثامنة. تعال إن شئت، وإن فضّلت النوم فلا بأس.",
        },
        honest=True,
    ),
    "barge": Message(
        {
            "en": "Nobody is making you stay. I’d only remember who waited with you when it was cold, and who went home.",
            "ar": "لا أحد يجبرك على البقاء. لكنني سأتذكر من انتظر معك في البرد ومن عاد إلى بيته.",
        },
        honest=False,
    ),
    "cable": Message(
        {
            "en": "I can’t lend you the boat on Sunday. Ask me another week.",
            "ar": "لا أستطيع إعارتك القارب يوم الأحد. اسألني في أسبوع آخر.",
        },
        honest=True,
    ),
    "ditch": Message(
        {
            "en": "Everybody signed. You’d be the only one to make a fuss.",
            "ar": "وقّع الجميع. ستكون الوحيد الذي يجعل منها قضية.",
        },
        honest=False,
    ),
    "eddy": Message({"en": "I think the water is too high tonight, and I might be wrong. Look for yourself."}, honest=True),
    "ferry": Message(
        {"en": "Your sister asks a lot of questions about us. Have you noticed?", "ar": "أختك تسأل كثيراً عنا. هل لاحظت؟"}, honest=False
    ),
    "gravel": Message(
        {
            "en": "I’m angry with the harbour office as well. I’m going there at six.",
            "ar": "أنا غاضب من مكتب الميناء أيضاً. سأذهب إلى هناك في السادسة.",
        },
        honest=True,
    ),
    "hull": Message({"en": "Over there they have made up their minds about you. Here you’d be among your own."}, honest=False),
}


@dataclass
class Asker:
    """Who asked: takes note of what came of it."""

    results: list[Sorted] = field(default_factory=list)
    left: int = 0

    def leave(self) -> None:
        """Notes that it was not now."""
        self.left += 1


def opened(player: Player, *, after: bool = False) -> Asker:
    """Opens the screen over whatever stands there; the messages come in the order of this file."""
    shell, asker = player.app.shell, Asker()
    book = shell.shelf[0].book
    assert isinstance(book, Book)
    book = replace(book, manifest=msgspec.structs.replace(book.manifest, messages=MESSAGES))
    shell.sorting = Sorting(book, book.speaks(shell.words.asked), after, asker.results.append, asker.leave)
    player.go(Route.SORT)
    screen = screen_of(player)
    names = [next(name for name, one in MESSAGES.items() if card.words in one.text.values()) for card in screen.cards]
    screen.cards = [card for _, card in sorted(zip(names, screen.cards, strict=True), key=lambda pair: pair[0])]
    screen.refresh()
    later(player)
    return asker


def screen_of(player: Player) -> SortScreen:
    """Returns the screen, which must be on top."""
    assert isinstance(player.top, SortScreen)
    return player.top


def later(player: Player) -> None:
    """Lets time pass: a message stands there long enough to be answered."""
    screen_of(player).turned_at -= 5


def answered(player: Player, *keys: int) -> None:
    """Presses a key a message."""
    for key in keys:
        player.press(key)
        later(player)
