"""Every contact screen with something on it, and no server: desks are handed what a server would have sent.

Why so long: who answers, what was written, and one short way to each screen.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

import pygame

from game.contact import thread as threads
from game.contact.coding import Id, Key
from game.contact.configuration import Configuration, Pin
from game.contact.correspondence import Correspondence
from game.contact.errors import OfflineError
from game.contact.phrase import Phrase
from game.contact.post import Stage, Ticket
from game.contact.remember import NAME
from game.contact.roster import Directory, Notice, Offer, Organisation, Roster, Staff
from game.scenes.contact_desk import Desk
from game.scenes.contact_door import DoorScreen
from game.scenes.contact_thread import ThreadScreen
from game.scenes.shell import Route

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pytest

    from tests.game.scenes.player import Player

TODAY = dt.date(2026, 3, 14)
_ID, _KEY = 16, 32
_MAREN, _YUSUF, _INES = (Id(bytes([number]) * _ID) for number in (1, 2, 3))
_CONVERSATION = b"c" * _ID
PHRASE = Phrase(("lantern", "orbit", "candy", "velvet", "hockey", "among", "puzzle"), "english")
WORDS = {
    "en": "Hi. I played a story about a band and it’s kind of about my brother too.\n"
    "He has new friends and he talks like them now. I don’t want to lose him.",
    "ar": "مرحبًا. لعبتُ قصة عن فرقة موسيقية، وهي تشبه ما يحدث مع أخي.\nله أصدقاء جدد وصار يتكلم مثلهم. لا أريد أن أفقده.",  # noqa: RUF001  Arabic
}
ANSWER = {
    "en": "Thank you for writing. You noticed how he talks before anybody else did. What was he like a year ago?",
    "ar": "شكرًا لأنك كتبت. لاحظتَ كيف يتكلم قبل أي أحد آخر. كيف كان قبل سنة؟",
}
GOALS = {"en": ("Talk to him without shouting.", "Nobody at home finds out."), "ar": ("أن أتكلم معه دون صراخ.", "ألّا يعرف أحد في البيت.")}

TERMS = {
    "en": ("Letters, no calls.", "About one letter a week.", "Some things stay out. I say which."),
    "ar": ("رسائل، دون مكالمات.", "رسالة في الأسبوع تقريبًا.", "بعض الأمور تبقى خارجًا. أنا أقول أيّها."),
}


def _texts(en: str, ar: str) -> dict[str, str]:
    return {"en": en, "ar": ar}


def _person(identity: Id, name: str, kind: str, about: dict[str, str], **more: str) -> Staff:
    return Staff(identity, name, kind, about, ("en", "ar"), Key(b"s" * _KEY), Key(b"b" * _KEY), **more)  # type: ignore[arg-type]  # kinds of the list


def _offer(slug: str, title: dict[str, str], text: dict[str, str], staff: tuple[Id, ...], **more: tuple[str, ...]) -> Offer:
    lists: dict[str, tuple[str, ...]] = {"kinds": (), "forms": ("letters",), "topics": (), "languages": (), "times": (), **more}
    return Offer(slug, title, text, **lists, ages=(12, 27), staff=staff, reply_days=2)


def directory() -> Directory:
    """Returns an organisation with three people, of whom one is away."""
    organisation = Organisation(
        Id(b"o" * _ID),
        _texts("Lantern", "فانوس"),
        _texts("We answer letters, and we never hurry you.", "نجيب على الرسائل، ولا نستعجل أحدًا."),
        _texts(
            "If a life is in danger, we may have to call somebody. We tell you first.",
            "إن كانت حياة أحد في خطر فقد نضطر إلى الاتصال بأحد. نخبرك أولًا.",
        ),
        60,
    )
    people = (
        _person(_MAREN, "Maren", "professional", _texts("Asks more than she tells.", "تسأل أكثر مما تقول."), age="40s", gender="woman"),
        _person(_YUSUF, "Yusuf", "former", _texts("Left when he was nineteen.", "خرج وهو في التاسعة عشرة."), age="20s", gender="man"),
        _person(_INES, "Ines", "peer", _texts("Plays the same games as you.", "تلعب الألعاب نفسها."), age="20s", gender="woman"),
    )
    offers = (
        _offer(
            "letters",
            _texts("Letters", "رسائل"),
            _texts("Write when you like, as long as you like.", "اكتب متى شئت، وبقدر ما شئت."),
            (_MAREN, _YUSUF),
            topics=("leaving", "family"),
            times=("any-day",),
        ),
        _offer(
            "talk",
            _texts("Just talk", "حديث فقط"),
            _texts("About anything.", "عن أي شيء."),
            (_INES,),
            topics=("just-talk",),
            forms=("chat",),
        ),
    )
    notice = Notice(_YUSUF, TODAY - dt.timedelta(3), TODAY + dt.timedelta(9), {})
    return Directory(Roster(1, Id(b"d" * _ID), 1, TODAY, TODAY + dt.timedelta(30), organisation, people, offers), (notice,))


def conversation(language: str, state: str = "held") -> threads.Thread:
    """Returns a conversation in which everything happened once: letters, somebody new, a question, an agreement and a new proposal."""
    said, day = language if language in WORDS else "en", dt.timedelta(1)
    you = threads.Reader(b"p" * _ID, "", "client", mine=True)
    maren, ines = threads.Reader(_MAREN, "Maren", "staff", "professional"), threads.Reader(_INES, "Ines", "staff", "peer")
    first = threads.Letter(seq=1, day=TODAY - 3 * day, mine=True, id=b"1" * _ID, text=WORDS[said])
    if state == "waiting":
        return threads.Thread(_CONVERSATION, state, "letters", (first,), (you, maren), None, None, (), late=False, last=1)
    agreed = threads.Agreement(b"a" * _ID, GOALS[said], *TERMS[said], "", mine=True)
    proposal = threads.Agreement(b"b" * _ID, GOALS[said][:1], *TERMS[said], "Maren", mine=False)
    question = threads.Question(seq=7, day=TODAY, name="Maren", pid=_INES, about="Ines", yes=None)
    items = (
        first,
        threads.Change(seq=2, day=TODAY - 2 * day, name="Maren", why="accept"),
        threads.Letter(seq=3, day=TODAY - 2 * day, name="Maren", id=b"3" * _ID, text=ANSWER[said]),
        threads.Broken(seq=4, day=TODAY - day, reason=threads.Reason.SIGNATURE),
        threads.Removed(seq=5, day=TODAY - day, mine=True),
        threads.Change(seq=6, day=TODAY, name="Maren", why="invite", came=(ines,)),
        question,
        threads.Proposed(seq=8, day=TODAY, name="Maren", agreement=proposal),
    )
    return threads.Thread(_CONVERSATION, state, "letters", items, (you, maren, ines), agreed, proposal, (question,), late=True, last=8)


def freeze(patch: pytest.MonkeyPatch) -> None:
    """Has it be the same day on every desk."""
    patch.setattr(Desk, "today", staticmethod(lambda: TODAY))


def door(player: Player, origin: str = "https://lantern.example") -> None:
    """Opens contact: nothing is asked of any server, as everything that is asked for is on the desk."""
    shell, language = player.app.shell, player.app.shell.words.language
    found = Configuration(origin, Pin(b"d" * _ID, b"r" * _KEY))
    shell.contact = Desk(found, Correspondence(found, language, shell.wake, player.paths.data), language, directory())
    player.go(Route.CONTACT)


def _desk(player: Player) -> Desk:
    desk = player.app.shell.contact
    assert desk is not None
    return desk


def _said(player: Player) -> str:
    return "ar" if player.app.shell.words.rtl else "en"


def _type(player: Player, text: str) -> None:
    player.app.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))


def _go(route: Route) -> Callable[[Player], None]:
    return lambda player: player.go(route)


def _failed(player: Player) -> None:
    """Stands at the door of a server that cannot be reached."""
    desk, ticket = _desk(player), _ticket(Stage.FAILED)
    ticket.error = OfflineError()
    desk.directory, desk.trouble, desk.ticket, desk.taken = None, ticket.error.say_before(player.app.shell.t), ticket, True
    player.top.refresh()


def _ticket(stage: Stage) -> Ticket[None]:
    ticket: Ticket[None] = Ticket(lambda _: None, lambda: None)
    ticket.stage = stage
    return ticket


def _write(player: Player) -> None:
    player.go(Route.WRITE)
    _type(player, WORDS[_said(player)])


def _sending(player: Player) -> None:
    _write(player)
    _desk(player).ticket, _desk(player).taken = _ticket(Stage.PROVING), False
    player.top.refresh()


def _phrase(player: Player) -> None:
    _desk(player).phrase, _desk(player).fresh = PHRASE, True
    player.go(Route.PHRASE)


def _mend(player: Player) -> None:
    """Types six words, of which one is on no list."""
    player.go(Route.RETURN)
    _type(player, "abandon abilitx able about above absent ")


def _remembers(player: Player) -> None:
    """Has this device remember words."""
    player.paths.data.mkdir(parents=True, exist_ok=True)
    (player.paths.data / NAME).touch()


def _return(player: Player) -> None:
    _remembers(player)
    player.go(Route.RETURN)


def _remember(player: Player) -> None:
    _phrase(player)
    player.go(Route.REMEMBER)
    _type(player, "lanterns in June")


def _recall(player: Player) -> None:
    _return(player)
    player.go(Route.RECALL)


def _thread(player: Player, state: str = "held") -> None:
    _desk(player).thread = conversation(_said(player), state)
    player.go(Route.THREAD)


def _begun(player: Player) -> None:
    """Has begun to answer, at the top of the conversation."""
    _thread(player)
    _type(player, WORDS[_said(player)])
    assert isinstance(player.top, ThreadScreen)
    player.top.scroll(-player.top.content)


def _people(player: Player) -> None:
    _thread(player)
    _desk(player).summaries = (threads.Summary(b"e" * _ID, "held", "talk", unread=True),)
    _remembers(player)
    player.go(Route.PEOPLE)


def _delete(player: Player) -> None:
    _people(player)
    player.top.press(player.widget("mailbox"))


def _agreement(player: Player) -> None:
    _thread(player)
    player.go(Route.AGREEMENT)


# Each begins at the door, with who answers known.
VIEWS: Mapping[str, Callable[[Player], None]] = MappingProxyType(
    {
        "door": lambda _: None,
        "unreached": _failed,
        "kept": _go(Route.KEPT),
        "wishes": _go(Route.WISHES),
        "write": _write,
        "sending": _sending,
        "phrase": _phrase,
        "return": _return,
        "mend": _mend,
        "remember": _remember,
        "recall": _recall,
        "waiting": lambda player: _thread(player, "waiting"),
        "thread": _thread,
        "begun": _begun,
        "people": _people,
        "delete": _delete,
        "agreement": _agreement,
    }
)


def show(player: Player, view: str) -> None:
    """Brings a view up: from the door, or from a view that was shown before."""
    while not isinstance(player.top, DoorScreen):
        player.app.director.back()
    desk = _desk(player)
    desk.draft.clear()
    desk.directory, desk.offer, desk.trouble, desk.ticket = directory(), "letters", "", None
    desk.thread, desk.summaries, desk.phrase, desk.fresh = None, (), None, False
    (player.paths.data / NAME).unlink(missing_ok=True)
    player.top.focus.key, player.top.offset = player.top.first(), 0.0
    player.top.refresh()
    VIEWS[view](player)


def _over(view: str, player: Player) -> None:
    door(player)
    show(player, view)


# As those of other screens: each from the shelf.
OVER: Mapping[str, Callable[[Player], None]] = MappingProxyType({f"contact-{view}": partial(_over, view) for view in VIEWS})
