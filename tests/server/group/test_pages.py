"""The pages: what each state says, what a stranger's words and other sites can do, and what stands in no address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from server.group import tokens
from server.group.local import create_app
from server.group.words import LANGUAGES
from tests.server.group.sessions import KEY, facilitator, led

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from server.group.service import Group
    from tests.server.group.sessions import Led

EVIL = '<script>alert("1")</script>'


@pytest.fixture
def local(group: Group) -> Flask:
    """Returns the app that a game starts."""
    return create_app(group, KEY)


@pytest.fixture
def phone(local: Flask, room: Led) -> FlaskClient:
    """Returns a phone that is in."""
    made = local.test_client()
    assert made.post(f"/g/{room.code}", data={"do": "join"}).status_code == 303
    return made


@pytest.fixture
def lead(local: Flask, room: Led) -> FlaskClient:
    """Returns the facilitator's phone."""
    made = local.test_client()
    answer = made.get(f"/g/lead/{tokens.written(tokens.derived(KEY, 'lead', room.leader.room))}")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/g/lead")
    return made


def _text(answer: TestResponse) -> str:
    """Returns what a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)).split())


def test_each_state_says_what_is_so(local: Flask, room: Led, phone: FlaskClient) -> None:
    """None yet, sent, paused, closed, too few, removed, over and a wrong code each have their own words."""
    way = f"/g/{room.code}"
    assert "You are in" in _text(phone.get(way))
    room.ask()
    assert "You can change it until the vote closes." in _text(phone.get(way))
    assert phone.post(way, data={"do": "vote", "round": "1", "choice": "2"}).status_code == 303
    assert "Your vote “It’s only a song.”" in _text(phone.get(way))
    room.group.rooms.set(room.leader, "paused", on=True)
    assert "A short break." in _text(phone.get(way))
    room.group.rooms.set(room.leader, "paused", on=False)
    room.step("close")
    assert "The vote is closed." in _text(phone.get(way))
    room.step("reveal")
    assert "Too few to show." in _text(phone.get(way))
    room.group.rooms.kick(room.leader, 1)
    assert "You are no longer in this room" in _text(phone.get(way))
    assert phone.post(way, data={"do": "vote", "round": "1", "choice": "2"}).status_code == 303
    room.group.rooms.end(room.leader)
    assert "This room is over" in _text(phone.get(way))
    room.group.rooms.forget(room.leader)
    gone, wrong = phone.get(way), local.test_client().get("/g/100001")
    assert (gone.status_code, wrong.status_code) == (404, 404)
    assert "This room is over" in _text(gone)
    assert "There is no room with this code" in _text(wrong)


def test_a_phone_that_left_may_come_back(room: Led, phone: FlaskClient) -> None:
    """After leaving, the page offers the door; coming in again gives the same seat."""
    way = f"/g/{room.code}"
    assert phone.post(way, data={"do": "leave"}).status_code == 303
    assert room.state.here == 0
    assert "Come in with this phone" in _text(phone.get(way))
    assert phone.get(f"{way}/now").status_code == 401
    assert phone.post(way, data={"do": "join"}).status_code == 303
    assert "Seat 1" in _text(phone.get(way))


def test_nothing_changed_is_said_in_no_words(room: Led, phone: FlaskClient) -> None:
    """What changes in a page has a mark; with it the answer is 304, until something changes."""
    way = f"/g/{room.code}/now"
    first = phone.get(way)
    mark = {"If-None-Match": first.headers["ETag"]}
    assert (first.status_code, phone.get(way, headers=mark).status_code) == (200, 304)
    room.ask()
    assert phone.get(way, headers=mark).status_code == 200


def test_words_of_others_stay_words(room: Led, phone: FlaskClient, lead: FlaskClient) -> None:
    """What a story or a phone says is never part of a page's own making."""
    room.group.rounds.ask(room.leader, 1, "q", "words", {"text": {"en": EVIL}, "choices": []})
    assert phone.post(f"/g/{room.code}", data={"do": "say", "round": "1", "words": EVIL}).status_code == 303
    for client, way in ((phone, f"/g/{room.code}"), (lead, "/g/lead"), (lead, "/g/lead/summary")):
        page = client.get(way).get_data(as_text=True)
        assert EVIL not in page
        assert "&lt;script&gt;" in page


def test_pages_may_load_nothing_from_elsewhere(room: Led, phone: FlaskClient, lead: FlaskClient) -> None:
    """Each page forbids everything but this server, keeps nothing, and names no other place."""
    for client, way in ((phone, "/g"), (phone, f"/g/{room.code}"), (phone, f"/g/{room.code}/now"), (lead, "/g/lead")):
        answer = client.get(way)
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert not re.search(r"(?:src|href|action)=\"(?!/g|\?lang=)", answer.get_data(as_text=True))
        assert not re.search(r"<style|style=|<script>|\son\w+=", answer.get_data(as_text=True))


def test_cookies_are_for_this_room_and_this_site_alone(local: Flask, room: Led) -> None:
    """A seat's cookie is read by no script, sent by no other site, and to no other room."""
    given = local.test_client().post(f"/g/{room.code}", data={"do": "join"}).headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict", f"Path=/g/{room.code}"} <= set(given.split("; "))


@pytest.mark.parametrize("page", ["/g", "/g/{code}"])
def test_coming_in_twice_is_coming_in_once(local: Flask, room: Led, page: str) -> None:
    """A form sent again, because it was pressed twice or its answer was lost, leads to the same seat, and in another room to none."""
    way, other = page.format(code=room.code), led(room.group)
    seat = re.search(r'name="seat" value="([\w-]+)"', local.test_client().get(way).get_data(as_text=True))
    assert seat is not None
    data = {"do": "join", "code": room.code, "seat": seat[1]}
    given = [local.test_client().post(way, data=data).headers["Set-Cookie"].partition(";")[0] for _ in range(3)]
    assert given == [f"threshold-seat={seat[1]}"] * 3
    assert room.state.here == 1
    elsewhere = local.test_client().post(f"/g/{other.code}", data=data).headers["Set-Cookie"]
    assert seat[1] not in elsewhere
    assert other.state.here == 1


def test_other_sites_and_other_secrets_do_not_lead(local: Flask, room: Led, lead: FlaskClient) -> None:
    """An order from another site, the projector's secret, a phone or a stranger change nothing."""
    room.ask()
    assert lead.post("/g/lead", data={"do": "close", "round": "1"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    stranger = local.test_client()
    assert stranger.get(f"/g/lead/{tokens.written(room.secret)}").status_code == 403
    assert stranger.get("/g/lead").status_code == 401
    assert stranger.post("/g/lead", data={"do": "close", "round": "1"}).status_code == 401
    assert room.round.state == "open"
    assert lead.post("/g/lead", data={"do": "dance", "round": "1"}).status_code == 400
    assert lead.post("/g/lead", data={"do": "close", "round": "7"}).status_code == 303
    assert room.round.state == "open"


def test_the_facilitators_phone_leads_a_whole_session(room: Led, lead: FlaskClient) -> None:
    """Each button does what it says, and what is left is a page to print and a table."""

    def press(what: str, **more: str) -> None:
        assert lead.post("/g/lead", data={"do": what, "round": "1", **more}).status_code == 303

    room.ask(ready=True)
    press("open")
    for token in room.join(5):
        room.vote(token, 2)
    press("close")
    press("reveal")
    assert room.round.votes == (0, 5, 0)
    press("talk-2")
    assert "What might make someone say so?" in _text(lead.get("/g/lead"))
    for what, name in (("pause", "paused"), ("blank", "blank"), ("lock", "locked")):
        press(what, on="1")
        assert getattr(room.state, name)
    press("kick", seat="2")
    assert [one.seat for one in room.group.rooms.seats(facilitator(room))] == [1, 3, 4, 5]
    press("end")
    assert "Only sums are left" in _text(lead.get("/g/lead"))
    assert "“It’s only a song.” 5 What might make someone say so?" in _text(lead.get("/g/lead/summary"))
    assert b",2,\xe2\x80\x9cIt\xe2\x80\x99s only a song.\xe2\x80\x9d,5,shown," in lead.get("/g/lead/summary.csv").data
    press("forget")
    assert lead.get("/g/lead").status_code == 401


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_is_spoken_to_in_its_language(local: Flask, room: Led, language: str) -> None:
    """Its wish is followed, a choice goes above it and is kept; what the story has in that language is said in it."""
    room.ask()
    client = local.test_client()
    client.post(f"/g/{room.code}", data={"do": "join"})
    page = client.get(f"/g/{room.code}", headers={"Accept-Language": f"{language},en;q=0.5"}).get_data(as_text=True)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert ("ماذا تقولون لميكا؟" in page) == (language == "ar")
    assert ('lang="en" dir="ltr">What do you say to Mika?' in page) == (language not in {"en", "ar"})
    client.get(f"/g/{room.code}?lang=sv", headers={"Accept-Language": language})
    assert '<html lang="sv"' in client.get(f"/g/{room.code}", headers={"Accept-Language": language}).get_data(as_text=True)


def test_a_phone_sees_a_moment_old_room_and_its_own_answer_at_once(group: Group) -> None:
    """Within a moment phones share one reading of the room; what a phone chose, or its host was shown, is never old."""
    from server.group.seen import Seen

    room, now = led(group), [0.0]
    room.ask()
    one, other = room.join(2)
    seen = Seen(group.rooms.database, group.rooms.here, 0.25, lambda: now[0])
    assert [mine.room.answered for token in (one, other) if (mine := seen.mine(room.code, token))] == [0, 0]
    room.vote(one, 2)
    assert [(mine.choice, mine.room.answered) for token in (one, other) if (mine := seen.mine(room.code, token))] == [(2, 0), (0, 0)]
    now[0] = 0.3
    assert [(mine.choice, mine.room.answered) for token in (one, other) if (mine := seen.mine(room.code, token))] == [(2, 1), (0, 1)]
    room.step("close")
    assert room.state.answered == 1
    assert [mine.room.round.state for token in (one, other) if (mine := seen.mine(room.code, token)) and mine.room.round] == ["closed"] * 2
