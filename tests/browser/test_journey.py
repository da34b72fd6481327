"""The whole way: a first letter, an answer, a colleague, coming back; two counsellors in browsers, a player with the game's own code."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tests.browser import desk
from tests.browser.client import Client, kinds, letters

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Demo


def test_a_letter_finds_an_answer_a_colleague_joins_and_the_writer_comes_back(  # noqa: PLR0915  one journey, step by step
    demo: Demo, page: Callable[..., Page], tmp_path: Path
) -> None:
    """Everything a conversation is made of works end to end, and nobody reads what is not theirs."""
    lena, tarek = page(color_scheme="light"), page(color_scheme="dark")
    desk.sign_in(lena, demo, "lena")
    lena.get_by_text("Nobody is waiting. Good night.").wait_for()

    client = Client(demo, tmp_path)
    phrase, _ = client.first("MARKER-ONE It is about my brother.")
    # It appears without a reload.
    lena.get_by_text("MARKER-ONE It is about my brother.").wait_for()
    desk.shot(lena, "inbox")
    lena.get_by_role("button", name="Hide the words").click()
    lena.get_by_text("MARKER-ONE").wait_for(state="detached")
    lena.get_by_role("button", name="Show the words").click()
    desk.take_on(lena)
    desk.write(lena, "What do you two still do together?")
    desk.shot(lena, "thread")
    client.close()

    # Another day, another device: an empty home and the seven words.
    client = Client(demo, tmp_path / "elsewhere")
    thread = client.back(phrase)
    assert letters(thread) == ["MARKER-ONE It is about my brother.", "What do you two still do together?"]
    client.wait(client.correspondence.write(thread.id, "We fix bikes."))
    lena.locator(".say.writer .body", has_text="We fix bikes.").wait_for()

    # A colleague joins: the writer sees it, and he reads only what follows.
    lena.get_by_role("button", name="Bring someone in").click()
    desk.confirm(lena, "Bring in")
    lena.get_by_text("Tarek joined.").wait_for()
    desk.write(lena, "Tarek was in for four years.")
    desk.sign_in(tarek, demo, "tarek")
    tarek.locator(".mine a").first.click()
    tarek.locator(".say .body", has_text="Tarek was in for four years.").wait_for()
    assert tarek.get_by_text("MARKER-ONE").count() == 0
    assert tarek.get_by_text("We fix bikes.").count() == 0
    desk.shot(tarek, "tandem")
    thread = client.wait(client.correspondence.read(thread.id))
    assert "Change" in kinds(thread)
    assert {reader.name for reader in thread.readers if not reader.mine} == {"Lena", "Tarek"}

    # Only the writer's yes opens what came before.
    lena.get_by_role("button", name="Ask whether Tarek may read it all").click()
    lena.get_by_text("asked whether Tarek may read").wait_for()
    thread = client.wait(client.correspondence.read(thread.id))
    (question,) = thread.questions
    client.wait(client.correspondence.answer(thread.id, question.pid, yes=True))
    tarek.reload()
    tarek.get_by_label("Passphrase").fill(demo.accounts["tarek"]["passphrase"])
    tarek.get_by_role("button", name="Unlock").click()
    tarek.locator(".say .body", has_text="MARKER-ONE").wait_for()

    # Who is removed reads no further.
    lena.get_by_role("button", name="Remove").click()
    desk.confirm(lena, "Remove")
    lena.get_by_text("Tarek left.").wait_for()
    desk.write(lena, "Only the two of us again.")
    tarek.goto(f"{demo.origin}/console/#inbox")
    tarek.reload()
    assert tarek.get_by_text("Only the two of us again.").count() == 0
    thread = client.wait(client.correspondence.read(thread.id))
    assert letters(thread)[-1] == "Only the two of us again."
    assert not thread.broken

    # A letter that was changed on the server is not shown, and its place is marked.
    with closing(sqlite3.connect(demo.folder / "threshold.sqlite")) as database:
        seq, sealed = database.execute("SELECT seq, sealed FROM entries ORDER BY seq DESC LIMIT 1").fetchone()
        database.execute("UPDATE entries SET sealed = ? WHERE seq = ?", (sealed[:200] + bytes([sealed[200] ^ 1]) + sealed[201:], seq))
        database.commit()
    lena.reload()
    lena.get_by_label("Passphrase").fill(demo.accounts["lena"]["passphrase"])
    lena.get_by_role("button", name="Unlock").click()
    lena.get_by_text("A letter here did not come as it was sent.").first.wait_for()
    desk.shot(lena, "broken")

    # Locking takes everything from the page; signing out has the browser forget.
    lena.get_by_role("button", name="Lock the console").click()
    lena.get_by_label("Passphrase").wait_for()
    assert "MARKER-ONE" not in lena.content()
    lena.get_by_role("button", name="Sign out").click()
    lena.get_by_label("Name").wait_for()
    lena.go_back()
    assert "MARKER-ONE" not in lena.content()
    client.close()
