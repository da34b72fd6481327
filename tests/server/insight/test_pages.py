"""The pages of figures over a real app and database: who comes in, what is said, and what is never said."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from server.accounts.guard import COOKIE
from server.insight import bars, estimate, weeks
from tests.server.insight import played
from tests.server.wires import AppWire, get

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from tests.server.organisation import Organisation
    from tests.server.wires import Answer

STORY = "/console/insight/second-verse@1.1/"


@pytest.fixture
def read(app: Flask, organisation: Organisation) -> Callable[[str], Answer]:
    """Returns what asks for pages as a researcher, of a story that a public has played."""
    insight = organisation.house.insight
    played.fill(insight, played.register(insight))
    cookie, wire = played.researcher(organisation.house, "ines"), AppWire(app)
    return lambda path: get(wire, path, {"Cookie": f"{COOKIE}={cookie}", "Accept-Language": "en"})


def text(answer: Answer) -> str:
    """Returns a page's words, without its marks and with plain blanks."""
    plain = unescape(re.sub(r"<[^>]*>", " ", answer.raw.decode()))
    return " ".join(re.sub("[\u2066-\u2069]", "", plain).replace("\u00a0", " ").split())


def sheet(answer: Answer, name: str) -> str:
    """Returns the part of a story's page that holds one question."""
    return answer.raw.decode().split(f'id="{name}"')[1].split("</section>")[0]


def test_nobody_but_researchers_comes_in(app: Flask, organisation: Organisation) -> None:
    """Without a session or without the role every page is a plain sentence and a way on; with it, it opens."""
    wire = AppWire(app)
    counsellor = organisation.counsellor(wire, "maren")
    researcher = played.researcher(organisation.house, "ines")
    for path in ("/console/insight/", STORY, f"{STORY}answers.csv", "/console/insight/plan"):
        nobody = get(wire, path, {"Accept-Language": "en"})
        assert (nobody.status, "Please sign in again." in text(nobody)) == (401, True)
        assert 'href="/console/"' in nobody.raw.decode()
        assert get(wire, path, {"Cookie": f"{COOKIE}={counsellor.cookie}"}).status == 403
    for path in ("/console/insight/", "/console/insight/plan"):
        assert get(wire, path, {"Cookie": f"{COOKIE}={researcher}"}).status == 200
    unknown = get(wire, STORY, {"Cookie": f"{COOKIE}={researcher}"})
    assert (unknown.status, unknown.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert "No story is registered yet." in text(get(wire, "/console/insight/", {"Cookie": f"{COOKIE}={researcher}"}))


def test_pages_hold_no_script_and_no_style(read: Callable[[str], Answer]) -> None:
    """Pages run nothing, carry no style of their own, ask this server alone and are stored nowhere."""
    for path in ("/console/insight/", STORY, "/console/insight/plan"):
        answer = read(path)
        assert answer.status == 200
        assert not re.search(rb"<script|<style|\sstyle=|\son\w+=|https?://", answer.raw)
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "script-src" not in policy
        assert "form-action 'self'" in policy
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_storys_page_says_intervals_and_nothing_finer(read: Callable[[str], Answer], organisation: Organisation) -> None:
    """Each answer's interval is there in words and drawn, numbers come in tens, and no exact one stands anywhere on the page."""
    page = read(STORY)
    said, insight = text(page), organisation.house.insight
    mika = sheet(page, "mika")
    assert "about 1,570 answers" in unescape(mika)
    assert "Most often, between" in said
    low, high = map(int, re.search(r"Most often, between (\d+) % and (\d+) %", said).groups())  # type: ignore[union-attr]  # it was just found
    assert low < 56 < high
    assert len(re.findall(r'<svg class="bar', mika.split("<details")[0])) == 4
    for asked in insight.releases()[0].questions:
        exact = sum(sum(week.counts) for week in insight.weeks(asked.id))
        # Smaller ones could be the ends of an interval.
        assert exact < 100 or not re.search(rf"\b({exact}|{exact:,})\b", said)


def test_how_many_began_a_story_is_said_in_tens(read: Callable[[str], Answer]) -> None:
    """Each game that takes part tells its language once, so that their number is that of beginnings."""
    assert "About 3,900 of those who take part have begun it. Each counts once." in text(read(STORY))


def test_little_is_said_of_few_answers(read: Callable[[str], Answer]) -> None:
    """Below a hundred answers a page says how many are needed, below ten not even how many there are."""
    page = read(STORY)
    ending, before = sheet(page, "ending"), sheet(page, "before_after")
    assert "Too few answers: 70 of about 980." in ending
    assert 'class="progress"' in ending
    assert 'class="bar' not in ending + before
    assert "Fewer than ten answers so far." in before
    assert not re.search(r"\b\d+\b(?! \w* ?%)", re.sub(r"<[^>]*>", "", before))


def test_a_difference_is_said_only_where_it_is_clear(read: Callable[[str], Answer]) -> None:
    """Where the most frequent answers cannot be told apart, a page says so; weeks that may be alike are not called different."""
    language, mika = sheet(read(STORY), "language"), sheet(read(STORY), "mika")
    assert "or “English”; between these there is no clear difference." in re.sub("[\u2066-\u2069]", "", unescape(language))
    assert "Between the weeks there is no clear difference." in mika


def test_weeks_that_were_tampered_with_are_named_and_left_out(read: Callable[[str], Answer], organisation: Organisation) -> None:
    """A week that no players could have made is said to be left out, and is not in the sums."""
    length = sheet(read(STORY), "length")
    assert "look tampered with and are left out" in length
    assert "about 900 answers" in length
    assert len(organisation.house.insight.quarantined("second-verse@1.1/length")) == 1


def test_the_running_week_is_not_shown(read: Callable[[str], Answer], organisation: Organisation) -> None:
    """What comes in this week changes nothing on the page."""
    insight = organisation.house.insight
    before = read(STORY).raw
    asked = insight.releases()[0].questions[0]
    played.add(insight, asked, weeks.monday(insight.today()), [300, 60, 60, 60])
    insight.flush()
    assert read(STORY).raw == before


def test_the_table_holds_what_the_page_shows(read: Callable[[str], Answer]) -> None:
    """The table has intervals and numbers in tens, nothing where the page is silent, and nothing that a spreadsheet computes."""
    answer = read(f"{STORY}answers.csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="second-verse-1.1.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.raw.decode())))
    assert {row["question"] for row in rows} == set(played.PUBLIC)
    for row in rows:
        shown = row["state"] == "shown"
        assert shown == bool(row["low_percent"]) == bool(row["high_percent"])
        assert (row["answers_about"] == "") == (row["state"] == "none")
        assert not row["answers_about"] or int(row["answers_about"]) % 10 == 0
        assert not shown or 0 <= int(row["low_percent"]) < int(row["high_percent"]) <= 100
        assert not row["answer_text"].startswith("=")


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Wie gezählt wird"), ("fr", "Comment on compte"), ("sv", "Så här räknas det"), ("ar", "كيف يُحسب هذا")]
)
def test_pages_speak_the_language_asked_for(read: Callable[[str], Answer], language: str, words: str) -> None:
    """A page is in the language of its address, runs in its direction, and keeps it in every way on."""
    page = read(f"{STORY}?lang={language}").raw.decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert words in page
    ways = re.findall(r'href="(/console/insight/[^"]*)"', page)
    assert ways
    assert all(f"lang={language}" in way for way in ways)


def test_the_planner_reckons_and_says_what_it_cannot_read(read: Callable[[str], Answer]) -> None:
    """The planner says how many players a difference takes, and asks again where a number is none or out of bounds."""
    assert "To see a difference of 20 points between two of 4 endings, you need about 2,500 players" in text(
        read("/console/insight/plan?points=20&endings=4&questions=6")
    )
    assert "you need about 810 players" in text(read("/console/insight/plan?points=20&endings=4&questions=2"))
    for wrong in ("points=0", "points=100", "points=ten", "endings=1", "questions=7", "points=-5", "points=%C2%B2", "points=9999999999"):
        answer = read(f"/console/insight/plan?{wrong}")
        assert (answer.status, "Please give whole numbers" in text(answer)) == (200, True)


def test_a_bar_stays_on_its_line_and_its_label_is_text() -> None:
    """Whatever the interval, a bar lies between 0 and 100 and can be seen; a label is never read as marks."""
    for low, high in ((0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.4, 0.61)):
        drawn = bars.bar(estimate.Estimate(low, high, 100, None, 800), '<b>"it"</b>')
        x, width = (float(number) for number in re.search(r'class="span" x="([\d.]+)%" width="([\d.]+)%"', drawn).groups())  # type: ignore[union-attr]  # every bar has one
        assert x >= 0
        assert x + width <= 100.01
        assert width >= 0.5
        assert "<b>" not in drawn
