"""Phones in a group: real browsers at three sizes, with a script and without, in two directions, offline for a while and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import desk, looks
from tests.server.group.hosted import Hosted, Room, hosting

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from playwright.sync_api import Page

SMALL, PHONE, TABLET = ({"width": 360, "height": 640}, {"width": 390, "height": 844}, {"width": 768, "height": 1024})
LANGUAGES = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "sv": "sv-SE", "tr": "tr-TR", "ar": "ar-EG"}
MOST_BYTES = 30_000
# A look takes a second and a half; this is three of them.
SOON = 5000


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Generator[Hosted]:
    """Serves rooms for the tests of this file."""
    with hosting(tmp_path_factory.mktemp("group") / "rooms") as made:
        yield made


def way(hosted: Hosted, path: str = "") -> str:
    """Returns an address as a phone types it."""
    return f"http://localhost:{hosted.port}/g{path}"


def come_in(page: Page, hosted: Hosted, room: Room) -> Page:
    """Scans the code, and comes in."""
    page.goto(way(hosted, f"/{room.code}"))
    page.locator("button.main").click()
    page.locator("#q").wait_for()
    return page


def test_six_phones_vote_from_code_to_result(hosted: Hosted, page: Callable[..., Page]) -> None:
    """At three sizes, in two directions and lights, with a script and without, six phones vote; the count, the hiding and the sums hold."""
    room = hosted.room()
    kinds: list[dict[str, object]] = [
        {"viewport": SMALL},
        {"viewport": PHONE, "color_scheme": "dark"},
        {"viewport": TABLET},
        {"viewport": PHONE, "locale": "ar-EG", "color_scheme": "dark"},
        {"viewport": SMALL, "locale": "ar-EG"},
        {"viewport": PHONE, "locale": "de-DE", "java_script_enabled": False},
    ]
    phones = [come_in(page(**kind, **looks.STILL), hosted, room) for kind in kinds]
    for number, phone in enumerate(phones):
        desk.shot(phone, f"group-in-{number}")
    room.ask()
    phones[5].get_by_role("link", name="Noch einmal nachsehen").click()
    for number, phone in enumerate(phones):
        phone.locator(f"#c{1 + number % 2}").click(timeout=SOON)
        expect(phone.locator(f"#c{1 + number % 2}")).to_have_attribute("aria-pressed", "true", timeout=SOON)
        assert not phone.locator(".sum").count()
        desk.shot(phone, f"group-vote-{number}")
    phones[0].locator("#c2").click()
    expect(phones[0].locator("#c2")).to_have_attribute("aria-pressed", "true", timeout=SOON)
    expect(phones[1].locator("#ledge")).to_contain_text("Everybody has answered", timeout=SOON)
    room.post("close", number=1)
    expect(phones[0].locator("#q.closed")).to_be_visible(timeout=SOON)
    desk.shot(phones[0], "group-closed-0")
    room.post("discuss", number=1, choice=2)
    room.post("reveal", number=1)
    phones[5].get_by_role("link", name="Noch einmal nachsehen").click()
    for number, phone in enumerate(phones):
        expect(phone.locator("#q.result")).to_be_visible(timeout=SOON)
        assert [int(re.sub(r"\D", "", one)) for one in phone.locator(".sum").all_inner_texts()] == [2, 4, 0]
        desk.shot(phone, f"group-result-{number}")
    room.post("end")
    expect(phones[0].locator("#q.over")).to_be_visible(timeout=SOON)
    desk.shot(phones[0], "group-over-0")


def test_a_phone_without_a_link_keeps_its_choice_and_sends_it_once(hosted: Hosted, page: Callable[..., Page]) -> None:
    """Offline the choice stays and says that it tries again; back online it is sent by itself, and counted once."""
    room = hosted.room()
    phone = come_in(page(viewport=PHONE, **looks.STILL), hosted, room)
    room.ask()
    phone.locator("#c1").wait_for(timeout=SOON)
    phone.context.set_offline(True)
    phone.locator("#c3").click()
    expect(phone.locator("#c3")).to_contain_text("Trying again", timeout=SOON)
    desk.shot(phone, "group-trying")
    assert room.state["answered"] == 0
    phone.wait_for_timeout(3000)
    phone.context.set_offline(False)
    expect(phone.locator("#c3")).to_have_attribute("aria-pressed", "true", timeout=SOON)
    expect(phone.locator("#c3")).to_contain_text("Your vote")
    assert room.state["answered"] == 1
    phone.context.set_offline(True)
    room.ask(2)
    phone.wait_for_timeout(3000)
    phone.context.set_offline(False)
    expect(phone.locator("#q")).to_have_attribute("data-round", "2", timeout=SOON)
    phone.reload()
    expect(phone.locator("#q")).to_have_attribute("data-round", "2")
    assert room.state["here"] == 1


def test_the_keyboard_and_the_ear_suffice(hosted: Hosted, page: Callable[..., Page]) -> None:
    """Focus stays where it is while the page changes below it; what is new is said once; Enter votes."""
    room = hosted.room()
    phone = come_in(page(viewport=PHONE, **looks.STILL), hosted, room)
    room.ask()
    expect(phone.get_by_role("status")).to_have_text("A new question: What do you say to Mika?", timeout=SOON)
    phone.locator("#c2").focus()
    (other,) = hosted.phones(room, 1)
    assert other.vote(1, 1) == 303
    expect(phone.locator("#ledge")).to_contain_text("1 of 2 have answered", timeout=SOON)
    assert phone.evaluate("document.activeElement.id") == "c2"
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("status")).to_have_text("Your vote: 2", timeout=SOON)
    assert phone.evaluate("document.activeElement.id") == "c2"
    expect(phone.get_by_role("button", name="2 Your vote “It’s only a song.”")).to_be_visible()


def test_words_wait_for_the_facilitators_phone(hosted: Hosted, page: Callable[..., Page]) -> None:
    """Words go from a phone to the facilitator's page, which shows or hides them; the projector has the shown ones alone."""
    room = hosted.room()
    phone = come_in(page(viewport=PHONE, **looks.STILL), hosted, room)
    lead = page(viewport=PHONE, java_script_enabled=False, **looks.STILL)
    lead.goto(way(hosted, f"/lead/{room.lead}"))
    assert room.lead not in lead.url
    room.ask(kind="words", question="ask")
    phone.locator("#words").fill("Why did nobody ask?")
    desk.shot(phone, "group-words")
    phone.locator("#words-send").click()
    expect(phone.locator("#q")).to_contain_text("Sent. You can change it.", timeout=SOON)
    lead.reload()
    expect(lead.get_by_text("Why did nobody ask?")).to_be_visible()
    assert room.state["round"]["words"] == []
    desk.shot(lead, "group-lead-words")
    assert looks.cut(phone) == []
    lead.get_by_role("button", name="Show", exact=True).click()
    assert room.state["round"]["words"] == ["Why did nobody ask?"]
    lead.get_by_role("button", name="Close").click()
    expect(phone.locator("#q")).to_contain_text("Why did nobody ask?", timeout=SOON)
    lead.get_by_text("Remove a phone").click()
    lead.get_by_role("button", name="Remove seat 1").click()
    expect(phone.locator("#q.removed")).to_be_visible(timeout=SOON)
    desk.shot(phone, "group-removed")
    lead.get_by_text("End the session").click()
    lead.get_by_role("button", name="End it now").click()
    lead.get_by_role("link", name="Summary").click()
    expect(lead.get_by_role("heading", name="Second Verse")).to_be_visible()
    desk.shot(lead, "group-summary")


def test_the_facilitators_page_leads_by_large_buttons(hosted: Hosted, page: Callable[..., Page]) -> None:
    """With its script the page follows by itself; each step is a button of at least 48 points."""
    room = hosted.room()
    phones = hosted.phones(room, 4)
    lead = page(viewport=PHONE, **looks.STILL)
    lead.goto(way(hosted, f"/lead/{room.lead}"))
    room.ask()
    lead.get_by_role("button", name="Close").wait_for(timeout=SOON)
    for phone in phones:
        assert phone.vote(1, 2) == 303
    expect(lead.locator("#ledge")).to_contain_text("4 of 4 have answered", timeout=SOON)
    desk.shot(lead, "group-lead")
    assert min(one.bounding_box()["height"] for one in lead.get_by_role("button").all() if one.is_visible()) >= 48  # type: ignore[index]  # it is there
    lead.get_by_role("button", name="Close").click()
    lead.get_by_role("button", name="Show what came out").click()
    expect(lead.locator("#q")).to_contain_text("Too few to show")
    desk.shot(lead, "group-lead-few")
    assert looks.faults(lead) == []
    assert looks.cut(lead) == []
    for name in ("Pause", "Darken the screen", "Let nobody else in"):
        lead.get_by_role("button", name=name).click()
    state = room.state
    assert (state["paused"], state["blank"], state["locked"]) == (True, True, True)
    newcomer = page(viewport=PHONE)
    newcomer.goto(way(hosted, f"/{room.code}"))
    newcomer.locator("button.main").click()
    expect(newcomer.get_by_role("heading", name="The door is closed")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_readable_in_every_language(language: str, hosted: Hosted, page: Callable[..., Page]) -> None:
    """No page scrolls sideways, no word is cut at any size, and axe finds no fault in either light."""
    room, found = hosted.room(), list[str]()
    phone = page(viewport=SMALL, locale=LANGUAGES[language], **looks.STILL)

    def look(name: str) -> None:
        """Looks at the page at every size and in both lights."""
        for size in (SMALL, PHONE, TABLET):
            phone.set_viewport_size(size)  # type: ignore[arg-type]  # width and height
            found.extend(f"{language} {name} {size['width']}: {fault}" for fault in looks.cut(phone))
        for light in ("light", "dark"):
            phone.set_viewport_size(PHONE)  # type: ignore[arg-type]  # as above
            phone.emulate_media(color_scheme=light, reduced_motion="reduce")
            found.extend(f"{language} {name} {light}: {fault}" for fault in looks.faults(phone))
            desk.shot(phone, f"group-{name}-{language}-{light}")

    phone.goto(way(hosted))
    look("front")
    phone.locator("#code").fill("12")
    phone.keyboard.press("Enter")
    phone.locator("#wrong").wait_for()
    look("wrong")
    phone.goto(way(hosted, "/000001"))
    look("nowhere")
    phone.goto(way(hosted, f"/{room.code}"))
    look("join")
    come_in(phone, hosted, room)
    look("waiting")
    room.ask()
    phone.locator("#c1").click(timeout=SOON)
    expect(phone.locator("#c1")).to_have_attribute("aria-pressed", "true", timeout=SOON)
    look("voted")
    room.post("reveal", number=1)
    phone.locator("#q.few").wait_for(timeout=SOON)
    look("few")
    room.post("reopen", number=1)
    for other in hosted.phones(room, 5):
        assert other.vote(1, 3) == 303
    room.post("reveal", number=1)
    phone.locator("#q.result").wait_for(timeout=SOON)
    look("result")
    assert phone.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert found == []


def test_a_phone_takes_less_than_thirty_kilobytes(hosted: Hosted, page: Callable[..., Page]) -> None:
    """From the code to a result, everything that a phone is sent is under 30 KB, and all of it comes from this server."""
    room = hosted.room()
    phone = page(viewport=PHONE)
    sizes: dict[str, int] = {}
    phone.on("response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", "0"))}))
    come_in(phone, hosted, room)
    room.ask()
    phone.locator("#c1").click(timeout=SOON)
    expect(phone.locator("#c1")).to_have_attribute("aria-pressed", "true", timeout=SOON)
    phone.wait_for_timeout(2000)
    print({url.rpartition("/")[2]: size for url, size in sizes.items()}, sum(sizes.values()))
    assert sum(sizes.values()) < MOST_BYTES
    assert all(url.startswith(way(hosted)) for url in sizes)


def test_a_language_can_be_chosen(hosted: Hosted, page: Callable[..., Page]) -> None:
    """Whoever chooses a language keeps it, in the room too."""
    room = hosted.room()
    phone = page(viewport=PHONE)
    phone.goto(way(hosted, f"/{room.code}"))
    phone.get_by_role("link", name="Türkçe").click()
    expect(phone.locator("h1")).to_have_text("Bu telefonla içeri gel")
    come_in(phone, hosted, room)
    expect(phone.locator("h1")).to_have_text("İçeridesin")
