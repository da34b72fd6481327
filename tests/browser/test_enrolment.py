"""The first time, and coming back: an invitation, keys, both second factors, the list signed offline, the recovery code."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pyotp

from server.commands.demo import KEY, PASSPHRASE
from server.wire import decode
from tests.browser import desk
from tests.browser.client import Client

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Page

    from tests.browser.conftest import Demo

WORDS = "fern sundial teapot heron"
OTHER = "barley harbour mitten quilt"


def published(demo: Demo) -> dict[str, Any]:
    """Returns the list that everybody is given."""
    with urllib.request.urlopen(f"{demo.origin}/api/v1/directory") as answer:  # noqa: S310  our own server
        roster: dict[str, Any] = json.loads(decode(json.loads(answer.read())["roster"]["payload"]))
    return roster


def invited(admin: Page, name: str) -> str:
    """Invites somebody on the administrator's page and returns the link."""
    admin.get_by_role("button", name="Invite somebody").click()
    admin.get_by_label("Name to sign in with").fill(name.lower())
    admin.get_by_label("Name that writers read").fill(name)
    admin.get_by_label("One sentence about them").fill("Listens first.")
    desk.shot(admin, "admin-invite")
    desk.confirm(admin, "Make the link")
    link = admin.locator("dialog .code").inner_text()
    desk.shot(admin, "admin-link")
    desk.confirm(admin, "Close")
    return link


def put_on_duty(admin: Page, name: str) -> None:
    """Puts somebody on duty for the offer that goes to whoever is free."""
    admin.get_by_role("row", name="Whoever is free first").get_by_role("button", name="Change").click()
    admin.locator("dialog").get_by_label(name).check()
    desk.confirm(admin, "Keep")
    admin.locator("dialog").wait_for(state="detached")


def sign_offline(demo: Demo, draft: Path) -> Path:
    """Signs a draft as it is done on the machine that has the root key."""
    words, out = draft.with_name("words"), draft.with_name("signed.json")
    words.write_text(PASSPHRASE, "utf-8")
    command = [sys.executable, "-m", "server.cli", "roster", "sign", str(draft), "--out", str(out), "--yes"]
    subprocess.run([*command, "--key", str(demo.folder / KEY), "--passphrase-file", str(words)], check=True, capture_output=True)
    return out


def test_a_new_counsellor_makes_keys_is_signed_offline_and_gets_letters(
    demo: Demo, page: Callable[..., Page], at_desk: Callable[..., Page], tmp_path: Path
) -> None:
    """An invitation leads to keys, a recovery code that is shown once, codes, and, once signed, to letters."""
    admin, noor = at_desk("admin"), page()
    link = invited(admin, "Noor")

    code = desk.make_keys(noor, link, WORDS)
    assert [len(group) for group in code.split("-")] == [4] * 8
    assert "enrol" not in noor.url
    desk.shot(noor, "enrol-recovery")
    noor.get_by_role("button", name="I have it").click()
    noor.get_by_role("button", name="A generator of codes").click()
    secret = "".join(noor.locator(".code").inner_text().split())
    desk.shot(noor, "enrol-codes")
    noor.get_by_label("six digits").fill("000000")
    noor.get_by_role("button", name="Go on").click()
    noor.get_by_text("That code is not right.").wait_for()
    noor.get_by_label("six digits").fill(pyotp.TOTP(secret).now())
    noor.get_by_role("button", name="Go on").click()
    noor.get_by_role("heading", name="Read these to your administrator").wait_for()
    digits = noor.locator(".code").inner_text()
    assert code[:19] not in noor.content()
    desk.shot(noor, "enrol-digits")
    noor.get_by_role("button", name="Open the console").click()
    noor.get_by_text("Your key is not in the signed list yet.").wait_for()

    # The link was good once.
    late = page()
    late.goto(link)
    late.get_by_role("heading", name="This link is no longer good").wait_for()

    # The administrator compares the digits, takes the draft to the root key, and publishes what was signed there.
    put_on_duty(admin, "Noor")
    signed_list = admin.locator("section", has=admin.get_by_role("heading", name="The signed list"))
    signed_list.get_by_text(digits).wait_for()
    with admin.expect_download() as download:
        admin.get_by_role("button", name="Save the draft").click()
    draft = tmp_path / "draft.json"
    download.value.save_as(draft)
    admin.get_by_label("The signed list, a file").set_input_files(sign_offline(demo, draft))
    admin.get_by_role("button", name="Publish the signed list").click()
    admin.get_by_text("Version 2 is in force").wait_for()
    desk.shot(admin, "admin-published")
    assert "Noor" in [person["name"] for person in published(demo)["staff"]]

    # From now on first letters are sealed to her too, and her console opens them.
    client = Client(demo, tmp_path)
    client.first("Is somebody there?")
    client.close()
    noor.reload()
    noor.get_by_label("Passphrase").fill(WORDS)
    noor.get_by_role("button", name="Unlock").click()
    noor.get_by_text("Is somebody there?").wait_for()
    assert noor.get_by_text("Your key is not in the signed list yet.").count() == 0


def test_a_passkey_is_the_second_proof_and_signs_in_again(demo: Demo, page: Callable[..., Page]) -> None:
    """Somebody who enrols with a passkey signs out, and in again with it."""
    made = page()
    wire = made.context.new_cdp_session(made)
    wire.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    desk.make_keys(made, desk.invite(demo, "amir"), WORDS)
    made.get_by_role("button", name="I have it").click()
    made.get_by_role("button", name="A passkey on this device").click()
    made.get_by_role("button", name="Open the console").click()
    made.locator(".frame").wait_for()
    made.get_by_role("button", name="Sign out").click()
    made.get_by_label("Name").fill("amir")
    made.get_by_label("Passphrase").fill(WORDS)
    made.get_by_role("button", name="Sign in").click()
    made.get_by_role("button", name="Use a passkey").wait_for()
    assert made.get_by_label("six digits").count() == 0
    made.get_by_role("button", name="Use a passkey").click()
    made.locator(".frame").wait_for()


def test_the_recovery_code_sets_a_new_passphrase(demo: Demo, page: Callable[..., Page]) -> None:
    """With the code from the paper somebody sets a new passphrase; the old one is no longer good, and the keys are the same."""
    lena = page()
    lena.goto(f"{demo.origin}/console/")
    lena.get_by_role("button", name="I have only my recovery code").click()
    lena.get_by_label("Name").fill("lena")
    lena.get_by_label("Recovery code").fill(demo.accounts["lena"]["recovery"].lower())
    lena.get_by_label("A new passphrase").fill(OTHER)
    lena.get_by_label("The same once more").fill(OTHER)
    desk.shot(lena, "recover")
    lena.get_by_role("button", name="Set the passphrase").click()
    lena.get_by_text("Your new passphrase holds.").wait_for()
    lena.get_by_label("Name").fill("lena")
    lena.get_by_label("Passphrase").fill(demo.accounts["lena"]["passphrase"])
    lena.get_by_role("button", name="Sign in").click()
    lena.get_by_text("Name and passphrase do not fit together.").wait_for()
    demo.accounts["lena"]["passphrase"] = OTHER
    desk.sign_in(lena, demo, "lena")
    lena.get_by_role("heading", name="New first messages").wait_for()
    # With other keys than before, the list would not name her.
    assert lena.get_by_text("Your key is not in the signed list yet.").count() == 0
