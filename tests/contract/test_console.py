"""What the game seals the console opens, and the other way round; what was changed on the way neither takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from mnemonic import Mnemonic
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt, crypto_sign_open

from tests.contract.primitives import b64

if TYPE_CHECKING:
    from playwright.sync_api import Page

VECTORS = Path(__file__).parent / "vectors"
# Everything the console's modules export, under one name in the page.
MODULES = """async (given) => {
  const base = "/console/static/js/core/";
  const names = ["bytes", "kdf", "vault", "entry", "roster", "labels", "sodium"];
  const m = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await import(`${base}${name}.mjs`)])));
  const {decode, encode, utf8} = m.bytes;
  const vectors = given.vectors;
  %s
}"""


def vectors(name: str) -> Any:  # noqa: ANN401  JSON
    """Returns a file of vectors."""
    return json.loads((VECTORS / f"{name}.json").read_text("utf-8"))


def run(console: Page, script: str, **given: Any) -> Any:  # noqa: ANN401  JSON in and out
    """Runs a script with the console's modules and returns what it returns."""
    return console.evaluate(MODULES % script, given)


def test_staff_keys_are_the_same_everywhere(console: Page) -> None:
    """Passphrase and recovery code lead to the same keys, the fingerprint to the same digits."""
    made = vectors("staff")
    found = run(
        console,
        """
        const own = m.kdf.fromPassphrase(vectors.passphrase, decode(vectors.deployment), vectors.name);
        const spare = m.kdf.fromRecovery(` ${vectors.recovery.code.toLowerCase()} `, decode(vectors.deployment), vectors.name);
        const print = m.kdf.fingerprint(decode(vectors.sign.public), decode(vectors.box));
        return [own.auth, own.key, spare.auth, spare.key].map(encode).concat(print);
        """,
        vectors=made,
    )
    recovery = made["recovery"]
    assert found == [made["auth"], made["vault"], recovery["auth"], recovery["vault"], made["fingerprint"]]


def test_a_recovery_code_has_its_form(console: Page) -> None:
    """Eight groups of four, of letters that are not confused with each other."""
    codes = run(console, "return Array.from({length: 50}, () => m.kdf.recoveryCode());", vectors={})
    assert len(set(codes)) == 50
    assert all(len(code) == 39 and not set("ILOU") & set(code) for code in codes)


def test_vaults_open_and_only_with_their_own_key_owner_and_version(console: Page) -> None:
    """The console opens a vault that was sealed elsewhere, and none as another version."""
    made = vectors("vault")
    found = run(
        console,
        """
        const [key, owner] = [decode(vectors.key), decode(vectors.owner)];
        const refused = (version, sealed) => {
          try { return !m.vault.openVault(key, owner, version, sealed); } catch { return true; }
        };
        return vectors.cases.map((one) => {
          const sealed = decode(one.sealed);
          return [JSON.stringify(m.vault.openVault(key, owner, one.version, sealed)), refused(one.version + 1, sealed)];
        });
        """,
        vectors=made,
    )
    assert [[json.loads(text), refused] for text, refused in found] == [[json.loads(case["json"]), True] for case in made["cases"]]


def test_wraps_open(console: Page) -> None:
    """A wrapped key comes out, for its own conversation and epoch alone."""
    made = vectors("wrap")
    found = run(
        console,
        """
        const box = {public: decode(vectors.box.public), secret: decode(vectors.box.secret)};
        const [conversation, sealed] = [decode(vectors.conversation), decode(vectors.sealed)];
        const key = m.entry.unwrap(conversation, vectors.epoch, sealed, box);
        const other = m.entry.unwrap(conversation, vectors.epoch + 1, sealed, box);
        return [encode(key), other, encode(m.entry.commitment(conversation, vectors.epoch, key))];
        """,
        vectors=made,
    )
    assert found == [made["key"], None, made["commit"]]


def test_entries_open_and_no_flipped_bit_does(console: Page) -> None:
    """Each entry opens, is its writer's and has the known hash; with any of many bits flipped it does not open."""
    made = vectors("entry")
    found = run(
        console,
        """
        const conversation = decode(vectors.conversation);
        const key = decode(vectors.key);
        return vectors.entries.map(({wire}) => {
          const entry = m.entry.read(wire);
          const opened = m.entry.unseal(conversation, entry, key);
          let slipped = 0;
          for (let place = 0; place < entry.sealed.length; place += 7) {
            const sealed = entry.sealed.slice();
            sealed[place] ^= 1 << (place % 8);
            if (m.entry.unseal(conversation, {...entry, sealed}, key)) slipped += 1;
          }
          for (const change of [{seq: entry.seq + 1}, {epoch: entry.epoch + 1}, {sender: entry.id}]) {
            if (m.entry.unseal(conversation, {...entry, ...change}, key)) slipped += 1;
          }
          const mine = m.entry.isBy(conversation, entry, opened, decode(vectors.sign.public));
          const other = m.entry.isBy(conversation, entry, opened, key);
          const body = new TextDecoder().decode(opened.body);
          return [body, encode(opened.previous), encode(m.entry.hashOf(conversation, entry)), mine, other, slipped];
        });
        """,
        vectors=made,
    )
    assert found == [[one["body"], one["previous"], one["hash"], True, False, 0] for one in made["entries"]]


@pytest.mark.parametrize("case", vectors("roster")["cases"], ids=lambda case: case["name"])
def test_rosters_are_judged_alike(console: Page, case: dict[str, Any]) -> None:
    """A good list is read, and one that is expired, early, older, another's or unsigned is refused."""
    made = vectors("roster")
    script = """
        const pin = {deployment: decode(given.deployment), root: decode(given.root)};
        try {
          return ["ok", m.roster.readRoster(vectors.signed, pin, vectors.today, vectors.seen).version];
        } catch (fault) {
          return ["no", String(fault.message)];
        }
    """
    outcome, detail = run(console, script, vectors=case, root=made["root"], deployment=made["deployment"])
    assert (outcome == "ok") == (case["outcome"] == "ok"), detail


def test_what_the_console_seals_others_open(console: Page) -> None:
    """Entry, vault and signed document made in the browser are what the protocol says, byte by byte."""
    seed, key, conversation = bytes(range(32)), bytes(range(32, 64)), bytes(range(16))
    made = run(
        console,
        """
        const pair = m.sodium.default.crypto_sign_seed_keypair(decode(vectors.seed));
        const [key, conversation] = [decode(vectors.key), decode(vectors.conversation)];
        const entry = {id: decode(vectors.conversation), epoch: 2, seq: 7, sender: m.entry.pid(pair.publicKey)};
        const previous = m.entry.beginning(conversation);
        entry.sealed = m.entry.seal(conversation, entry, {key, previous, secret: pair.privateKey, body: utf8("grüße")});
        const vault = m.vault.sealVault(key, conversation, 3, {says: "ß"});
        const signed = m.roster.sign("threshold notice v1", '{"a":1}', pair.privateKey);
        const header = encode(m.entry.header(conversation, entry));
        return {public: encode(pair.publicKey), wire: m.entry.written(entry), header, vault: encode(vault), signed};
        """,
        vectors={"seed": b64(seed), "key": b64(key), "conversation": b64(conversation)},
    )
    from tests.server.client import unb64

    public, header, sealed = unb64(made["public"]), unb64(made["header"]), unb64(made["wire"]["sealed"])
    plain = crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], header, sealed[:24], key)
    length = int.from_bytes(plain[96:100], "big")
    body = plain[100 : 100 + length]
    assert body.decode() == "grüße"
    assert len(plain) == 256
    assert crypto_sign_open(plain[:64] + b"threshold entry v1" + header + plain[64:96] + body, public)
    vault = unb64(made["vault"])
    ad = b"threshold vault v1" + conversation + (3).to_bytes(4, "big")
    text = crypto_aead_xchacha20poly1305_ietf_decrypt(vault[24:], ad, vault[:24], key)
    assert json.loads(text[4 : 4 + int.from_bytes(text[:4], "big")]) == {"says": "ß"}
    signed = made["signed"]
    assert crypto_sign_open(unb64(signed["signature"]) + b"threshold notice v1\0" + unb64(signed["payload"]), public)


def test_no_label_is_a_word_of_a_phrase(console: Page) -> None:
    """A label on a counsellor's screen tells nothing of anybody's seven words, in any language there is a list for."""
    labels = run(console, "return m.labels.LABELS;", vectors={})
    words = {word for language in Mnemonic.list_languages() for word in Mnemonic(language).wordlist}
    assert not {label.lower() for label in labels} & words
    assert len(set(labels)) == len(labels)
