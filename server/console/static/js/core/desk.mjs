// A counsellor's desk: keys in memory while it is unlocked, the list of people, and the conversations.
import sodium from "./sodium.mjs";
import { decode, encode, join, random, utf8 } from "./bytes.mjs";
import * as kdf from "./kdf.mjs";
import { openVault, sealVault } from "./vault.mjs";
import { readNotices, readPin, readRoster, sign as signDocument } from "./roster.mjs";
import { pid } from "./entry.mjs";
import { ApiError } from "./api.mjs";
import { Conversation } from "./conversation.mjs";

export const today = () => new Date().toISOString().slice(0, 10);

export class Desk {
  #keys = null;
  #vaultKey = null;
  #keeping = Promise.resolve();

  /** @param {import("./api.mjs").Api} api */
  constructor(api) {
    this.api = api;
    this.me = null;
    this.vault = null;
    this.conversations = new Map();
  }

  get unlocked() {
    return this.#keys !== null;
  }

  // Signing in

  /** The first factor; returns which second ones there are. */
  async signIn(name, passphrase, deployment) {
    const made = kdf.fromPassphrase(passphrase, decode(deployment), name);
    try {
      const { second } = await this.api.post("sign-in", { name, auth: encode(made.auth) });
      this.#vaultKey = made.key;
      return second;
    } catch (fault) {
      sodium.memzero(made.key);
      throw fault;
    } finally {
      sodium.memzero(made.auth);
    }
  }

  async codeIn(totp) {
    await this.api.post("second", { totp });
    await this.unlock();
  }

  async passkeyIn() {
    const { options } = await this.api.post("passkey-options");
    const answer = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    await this.api.post("second", { passkey: answer.toJSON() });
    await this.unlock();
  }

  /** Opens a page that was locked, or loaded anew, while its session lasts. */
  async unlockWith(passphrase, deployment) {
    this.me = await this.api.post("me");
    const made = kdf.fromPassphrase(passphrase, decode(deployment), this.me.name);
    sodium.memzero(made.auth);
    this.#vaultKey = made.key;
    await this.unlock();
  }

  /** Opens the vault and the list of people. Throws an Error where the passphrase is wrong, a RosterError where the list is. */
  async unlock() {
    this.me = await this.api.post("me");
    this.pin = readPin(this.me.pin);
    this.vault = openVault(this.#vaultKey, decode(this.me.id), this.me.vault.version, decode(this.me.vault.sealed));
    this.#version = this.me.vault.version;
    const seed = decode(this.vault.sign);
    const signing = sodium.crypto_sign_seed_keypair(seed);
    sodium.memzero(seed);
    const secret = decode(this.vault.box);
    this.#keys = { sign: signing.publicKey, secret: signing.privateKey, box: { secret, public: sodium.crypto_scalarmult_base(secret) } };
    this.pid = encode(pid(signing.publicKey));
    for (const [name, empty] of Object.entries({ labels: {}, snippets: [], heads: {}, known: [], roster: 0, aside: [] })) this.vault[name] ??= empty;
    await this.refreshList();
  }

  #version = 0;

  /** Takes keys from memory: what is on the screen is the page's to clear. */
  lock() {
    for (const key of this.#keys ? [this.#keys.secret, this.#keys.box.secret] : []) sodium.memzero(key);
    if (this.#vaultKey) sodium.memzero(this.#vaultKey);
    this.#keys = null;
    this.#vaultKey = null;
    this.vault = null;
    this.conversations.clear();
  }

  async signOut() {
    this.lock();
    await this.api.post("sign-out");
    this.api.forget();
  }

  get keys() {
    return this.#keys;
  }

  fingerprint() {
    return kdf.fingerprint(this.#keys.sign, this.#keys.box.public);
  }

  // The list of people

  /** Fetches and checks the list; `rosterTrouble` says why nobody can be written to, or is empty. */
  async refreshList() {
    const said = await this.api.post("directory");
    this.rosterTrouble = "";
    this.roster = { staff: [], offers: [], organisation: { name: {}, retention_days: 0 }, version: 0 };
    this.notices = new Map();
    if (!said.roster) {
      this.rosterTrouble = "none";
      return;
    }
    try {
      this.roster = readRoster(said.roster, this.pin, today(), this.vault.roster);
      this.notices = readNotices(said.notices, this.roster);
      const mine = this.roster.staff.find((person) => person.id === this.me.id);
      if (!mine || mine.sign !== encode(this.#keys.sign)) this.rosterTrouble = this.me.roles.includes("counsellor") ? "unlisted" : "";
    } catch (fault) {
      this.rosterTrouble = fault.message;
      return;
    }
    if (this.roster.version > this.vault.roster) {
      this.vault.roster = this.roster.version;
      await this.keep();
    }
  }

  /** Writes the vault, one write after the other. */
  keep() {
    this.#keeping = this.#keeping.catch(() => undefined).then(async () => {
      const version = this.#version + 1;
      const sealed = encode(sealVault(this.#vaultKey, decode(this.me.id), version, this.vault));
      await this.api.post("keep", { version, sealed });
      this.#version = version;
    });
    return this.#keeping;
  }

  // Conversations

  async queue() {
    return (await this.api.post("queue")).waiting;
  }

  async mine() {
    return (await this.api.post("mine")).conversations;
  }

  /** Returns a conversation, read up to now. */
  async open(id) {
    if (!this.conversations.has(id)) this.conversations.set(id, new Conversation(this, id));
    const one = this.conversations.get(id);
    await one.refresh();
    return one;
  }

  /** Takes a first letter on: the others on duty are out, and a new key begins. */
  async claim(id) {
    await this.api.post("claim", { conversation: id });
    this.conversations.delete(id);
    const one = await this.open(id);
    await one.accept();
    return one;
  }

  // One's own settings

  async setAway(from, until, words) {
    const notice = JSON.stringify({ staff: this.me.id, from, until, text: words });
    await this.api.post("notice", { notice: signDocument("threshold notice v1", notice, this.#keys.secret) });
    await this.refreshList();
  }

  async changePassphrase(old, fresh) {
    const before = kdf.fromPassphrase(old, this.pin.deployment, this.me.name);
    const after = kdf.fromPassphrase(fresh, this.pin.deployment, this.me.name);
    const version = this.#version + 1;
    const vault = encode(sealVault(after.key, decode(this.me.id), version, this.vault));
    await this.api.post("passphrase", { auth: encode(before.auth), new_auth: encode(after.auth), vault, version });
    sodium.memzero(this.#vaultKey);
    this.#vaultKey = after.key;
    this.#version = version;
  }

  async addPasskey() {
    const { options } = await this.api.post("passkey-begin");
    const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    await this.api.post("passkey-confirm", { passkey: made.toJSON() });
  }

  // Coming in, and back

  /** Makes keys and takes an invitation up; returns the recovery code, which is shown once. */
  async enrol(token, invitation, passphrase) {
    const deployment = decode(invitation.deployment);
    const own = kdf.fromPassphrase(passphrase, deployment, invitation.name);
    const code = kdf.recoveryCode();
    const spare = kdf.fromRecovery(code, deployment, invitation.name);
    const signSeed = random(32);
    const signing = sodium.crypto_sign_seed_keypair(signSeed);
    const box = sodium.crypto_box_keypair();
    const id = decode(invitation.id);
    const said = { sign: encode(signSeed), box: encode(box.privateKey) };
    await this.api.post("enrol", {
      token,
      auth: encode(own.auth),
      vault: encode(sealVault(own.key, id, 1, said)),
      recovery: encode(sealVault(spare.key, id, 1, said)),
      recovery_auth: encode(spare.auth),
      sign: encode(signing.publicKey),
      box: encode(box.publicKey),
      proof: encode(sodium.crypto_sign_detached(join(utf8("threshold enrol v1"), id, box.publicKey), signing.privateKey)),
    });
    this.#vaultKey = own.key;
    sodium.memzero(signSeed);
    sodium.memzero(signing.privateKey);
    return { code, fingerprint: kdf.fingerprint(signing.publicKey, box.publicKey) };
  }

  /** Sets a new passphrase with the recovery code; labels and snippets begin anew, keys stay. */
  async recover(name, code, passphrase, deployment) {
    const spare = kdf.fromRecovery(code, decode(deployment), name);
    const found = await this.api.post("recover", { name, recovery_auth: encode(spare.auth) });
    const keys = openVault(spare.key, decode(found.id), 1, decode(found.recovery));
    const own = kdf.fromPassphrase(passphrase, decode(deployment), name);
    const version = found.version + 1;
    const vault = encode(sealVault(own.key, decode(found.id), version, keys));
    await this.api.post("passphrase", { new_auth: encode(own.auth), vault, version });
  }
}

export { ApiError };
