"""A demo that people have lived in: letters that wait, a conversation of three, an agreement, and one that waits for its writer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.browser import desk
from tests.browser.client import Client

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Demo

BROTHER = "Hi. I played a story about a band and it’s kind of about my brother too. He has new friends and he talks like them now."
ARABIC = "مرحبًا. خرجتُ قبل سنة، ولا أحد هنا يعرف ذلك. أريد أن أكتب لشخص عاش هذا."
LONG = (
    "I don’t know where to start. It began with the gym, and they were nice to me when nobody was. Then came the evenings, and the songs, "
    "and I sang along.\n\nMy grandmother heard one of them through the door. She did not say anything. She put the soup on the table and "
    "looked at me as if I had come to the wrong house, and I keep thinking of that. I have not been there for a week now."
)
BIKES = (
    "We fix bikes. He hardly talked about them this time. Then at dinner he said the thing about the neighbours and everyone laughed. "
    "I looked at my plate. Is that going along?"
)
GOALS = ("Stay close to my brother without going along.", "Know what to say at the table.", "Nobody at home finds out I write here.")


def settle(lena: Page, tarek: Page, demo: Demo, home: Path) -> None:
    """Fills a demo: both counsellors are signed in afterwards, and their pages show the inbox."""
    desk.sign_in(lena, demo, "lena")
    desk.sign_in(tarek, demo, "tarek")
    _three(lena, tarek, demo, home / "three")
    _answered(lena, demo, home / "answered")
    for number, (offer, words) in enumerate(
        (("letters-both", BROTHER), ("letters-both", "Not sure I’m right here. It’s more of a question."), ("letters-professional", LONG))
    ):
        _leave(demo, home / f"waits-{number}", offer, words)
    _leave(demo, home / "arabic", "letters-former", ARABIC, "ar")
    lena.get_by_role("link", name="Snippets").click()
    lena.get_by_label("Snippets, one on each line").fill("What was it like just before?\nYou can stop here any time.")
    lena.get_by_role("button", name="Keep").click()
    lena.locator("#said", has_text="Kept").wait_for(state="attached")
    _age(demo)
    lena.get_by_role("link", name="Inbox").click()
    lena.get_by_role("heading", name="My conversations").wait_for()


def _leave(demo: Demo, home: Path, offer: str, words: str, language: str = "en") -> None:
    """Leaves a first letter."""
    client = Client(demo, home, language)
    client.first(words, offer)
    client.close()


def _answered(lena: Page, demo: Demo, home: Path) -> None:
    """Has Lena answer a letter: now it is their turn."""
    _leave(demo, home, "letters-professional", "Is it all right if I only write on Sundays?")
    lena.goto(f"{demo.origin}/console/#inbox")
    desk.take_on(lena)
    desk.write(lena, "Sundays are good.")


def _three(lena: Page, tarek: Page, demo: Demo, home: Path) -> None:
    """Has a conversation of three with an agreement; it is the counsellors' turn."""
    client = Client(demo, home)
    _, thread = client.first(BROTHER)
    desk.take_on(lena)
    desk.write(lena, "Tarek was in for four years. Would it help if he joined us?")
    lena.get_by_role("button", name="Bring someone in").click()
    desk.confirm(lena, "Bring in")
    lena.get_by_text("Tarek joined.").wait_for()
    tarek.locator(".mine a").first.click()
    tarek.locator("#letter").wait_for()
    desk.write(tarek, "Hi. I won’t tell you what to do. What do you two still do together, just the two of you?")
    thread = client.wait(client.correspondence.propose(thread.id, GOALS, "Letters, no calls.", "About one a week.", "“Pause” stops it."))
    lena.get_by_role("button", name="Agree", exact=True).click()
    lena.get_by_text("You agreed.").wait_for()
    client.wait(client.correspondence.write(thread.id, BIKES))
    lena.locator(".say.writer .body", has_text="We fix bikes.").wait_for()
    client.close()


def _age(demo: Demo) -> None:
    """Lets days pass for what is in the database, so that not everything came today."""
    with closing(sqlite3.connect(demo.folder / "threshold.sqlite")) as database:
        longest = "SELECT id FROM conversations WHERE last > 4"
        database.execute(f"UPDATE entries SET day = date(day, '-4 days') WHERE epoch < 2 AND conversation_id IN ({longest})")  # noqa: S608  our own words
        database.execute("UPDATE conversations SET turn_day = date(turn_day, '-1 day'), day = date(day, '-1 day') WHERE last < 2")
        oldest = "SELECT id FROM conversations WHERE state = 'waiting' AND offer = 'letters-both' LIMIT 1"
        database.execute(f"UPDATE conversations SET turn_day = date(turn_day, '-1 day'), day = date(day, '-1 day') WHERE id IN ({oldest})")  # noqa: S608  our own words
        database.commit()
