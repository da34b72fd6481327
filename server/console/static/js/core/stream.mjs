// A conversation as a counsellor reads it: every entry verified, what is refused kept in its place with a reason, nothing built on it.
import { decode, encode, same, text } from "./bytes.mjs";
import * as entries from "./entry.mjs";

const KINDS = new Set(["text", "ask", "history", "consent", "agreement", "agreed", "gone"]);
const OF_CLIENT = new Set(["ask", "consent"]);
const OF_STAFF = new Set(["history"]);

class Refused extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @typedef {{sign: Uint8Array, box: {public: Uint8Array, secret: Uint8Array}, roster: object, known: string[], head: {seq: number, hash: string}|null}} Eyes */

export class Stream {
  /** @param {Uint8Array} conversation @param {Eyes} eyes */
  constructor(conversation, eyes) {
    this.conversation = conversation;
    this.eyes = eyes;
    this.me = encode(entries.pid(eyes.sign));
    this.records = [];
    this.eras = new Map();
    this.epoch = -1;
    this.last = -1;
    this.late = false;
    this.accepted = -1;
    this.verified = new Set(eyes.known);
    this.hashes = new Map();
    this.seqs = new Set();
    this.ids = new Set();
    this.staffKeys = new Map(eyes.roster.staff.map((person) => [encode(entries.pid(decode(person.sign))), person]));
    if (eyes.head) this.hashes.set(eyes.head.seq, decode(eyes.head.hash));
  }

  /** Who can read now: members of the last epoch that was accepted, by pid. */
  get members() {
    return this.accepted < 0 ? new Map() : this.eras.get(this.accepted).members;
  }

  get client() {
    return [...this.members.values()].find((member) => member.role === "client") ?? null;
  }

  /** The present epoch, if it was accepted. */
  get era() {
    return this.epoch >= 0 && this.accepted === this.epoch ? this.eras.get(this.epoch) : null;
  }

  /** What the next entry names as the one before. */
  get previous() {
    return this.last < 0 ? entries.beginning(this.conversation) : this.hashes.get(this.last) ?? null;
  }

  get whole() {
    return this.records.every((record) => !record.reason || record.reason === "key");
  }

  /** The last entry that was verified; never behind the one seen before. */
  head() {
    const seqs = this.records.filter((record) => !record.reason && this.hashes.has(record.seq)).map((record) => record.seq);
    const newest = seqs.length ? Math.max(...seqs) : -1;
    if (this.eyes.head && this.eyes.head.seq >= newest) return this.eyes.head;
    return newest < 0 ? null : { seq: newest, hash: encode(this.hashes.get(newest)) };
  }

  /** Takes what came, in the order it came. */
  take(came, wraps) {
    for (const one of wraps) {
      const key = one.to === this.me && entries.unwrap(this.conversation, one.epoch, decode(one.sealed), this.eyes.box);
      const era = key && this.#era(one.epoch);
      if (era && !era.keys.some((there) => same(there, key))) era.keys.push(key);
    }
    for (const one of came) this.#take(entries.read(one));
    this.#letGo();
  }

  /** Holds the end of what came against the head seen before. */
  close() {
    const head = this.eyes.head;
    if (head && this.last < head.seq && !this.records.some((record) => record.reason === "rolled")) {
      this.records.push({ seq: head.seq, epoch: this.epoch, sender: "", day: null, reason: "rolled" });
    }
  }

  #era(epoch) {
    if (!this.eras.has(epoch)) this.eras.set(epoch, { keys: [], key: null, members: new Map(), day: null });
    return this.eras.get(epoch);
  }

  #take(entry) {
    const record = { seq: entry.seq, id: encode(entry.id), epoch: entry.epoch, sender: encode(entry.sender), day: entry.day, gone: entry.gone, body: null };
    try {
      if (this.seqs.has(entry.seq) || this.ids.has(record.id)) throw new Refused("twice");
      if (entry.seq <= this.last || entry.epoch < this.epoch) throw new Refused("header");
      this.#step(entry, record.id);
      if (entry.gone) this.#miss(entry);
      else record.body = this.#read(entry, record);
      this.#remember(entry);
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      record.reason = fault.reason;
    }
    this.records.push(record);
  }

  #step(entry, id) {
    if (this.last < 0 && entry.seq > 0) this.late = true;
    else if (entry.seq > this.last + 1) this.records.push({ seq: this.last + 1, epoch: this.epoch, sender: "", day: null, reason: "missing" });
    this.last = entry.seq;
    this.seqs.add(entry.seq);
    this.ids.add(id);
  }

  #remember(entry) {
    const found = entry.gone ? entry.hash : entries.hashOf(this.conversation, entry);
    const head = this.eyes.head;
    if (head && head.seq === entry.seq && !same(decode(head.hash), found)) {
      this.hashes.delete(entry.seq);
      throw new Refused("rolled");
    }
    this.hashes.set(entry.seq, found);
  }

  #miss(entry) {
    if (entry.epoch <= this.epoch) return;
    const era = this.#enter(entry);
    if (entry.epoch > 0) throw new Refused("gone");
    era.key = era.keys[0] ?? null;
  }

  #enter(entry) {
    this.epoch = entry.epoch;
    const era = this.#era(entry.epoch);
    era.day = entry.day;
    return era;
  }

  #read(entry, record) {
    if (entry.epoch > this.epoch) return this.#begin(entry, this.#enter(entry));
    const era = this.eras.get(entry.epoch);
    const { opened } = this.#unseal(entry, era);
    this.#judge(entry, opened, era.members.get(record.sender)?.sign ?? this.#loneClient(entry, record));
    const said = this.#said(opened, "body");
    if (said.t === "open" || said.t === "epoch") throw new Refused("start");
    if (!KINDS.has(said.t)) return { t: "strange" };
    const client = era.members.get(record.sender)?.role !== "staff";
    if ((client ? OF_STAFF : OF_CLIENT).has(said.t)) throw new Refused("body");
    return said;
  }

  #loneClient(entry, record) {
    const headless = entry.epoch === 0 && this.accepted < 0 && this.records.some((one) => one.seq === 0 && one.gone);
    const later = headless && this.loneClientKey;
    return later && encode(entries.pid(later)) === record.sender ? later : null;
  }

  #said(opened, reason) {
    let said = null;
    try {
      said = JSON.parse(text(opened.body));
    } catch {
      throw new Refused(reason);
    }
    if (said === null || typeof said !== "object" || typeof said.t !== "string") throw new Refused(reason);
    return said;
  }

  #unseal(entry, era) {
    const keys = era.key ? [era.key] : era.keys;
    if (!keys.length) throw new Refused("key");
    for (const key of keys) {
      const opened = entries.unseal(this.conversation, entry, key);
      if (opened) return { opened, key };
    }
    throw new Refused("sealed");
  }

  #judge(entry, opened, sign) {
    if (!sign) throw new Refused("member");
    if (!entries.isBy(this.conversation, entry, opened, sign)) throw new Refused("signature");
    const before = entry.seq === 0 ? entries.beginning(this.conversation) : this.hashes.get(entry.seq - 1);
    if (before && !same(opened.previous, before)) throw new Refused("previous");
  }

  #begin(entry, era) {
    const { opened, key } = this.#unseal(entry, era);
    const said = this.#said(opened, "start");
    if (said.t !== (entry.seq ? "epoch" : "open") || (entry.epoch === 0) !== (entry.seq === 0)) throw new Refused("start");
    const members = this.#members(said);
    this.#judge(entry, opened, this.#starter(entry, members));
    if (said.commit !== encode(entries.commitment(this.conversation, entry.epoch, key)) || !this.#isWhole(said, members)) throw new Refused("start");
    this.#vouch(entry, members);
    Object.assign(era, { key, members });
    this.accepted = entry.epoch;
    return said;
  }

  #members(said) {
    try {
      const named = said.members.map((one) => [one.pid, { ...one, sign: decode(one.sign), box: decode(one.box) }]);
      if (new Map(named).size !== named.length) throw new Refused("start");
      return new Map(named);
    } catch {
      throw new Refused("start");
    }
  }

  // Who may begin an epoch: a member of the one before; to a newcomer, the client it names, or staff of the roster.
  #starter(entry, members) {
    const sender = encode(entry.sender);
    if (this.members.size) return this.members.get(sender)?.sign ?? null;
    const named = members.get(sender);
    if (named?.role === "client") return named.sign;
    return entry.seq && this.staffKeys.has(sender) ? decode(this.staffKeys.get(sender).sign) : null;
  }

  // One client, the same as before; everyone called by their key; and I among them.
  #isWhole(said, members) {
    const all = [...members.values()];
    const clients = all.filter((member) => member.role === "client");
    const before = this.client;
    const named = all.every((member) => member.pid === encode(entries.pid(member.sign)) && (member.role === "client") === !member.staff);
    const sameClient = clients.length === 1 && (!before || (before.pid === clients[0].pid && same(before.sign, clients[0].sign)));
    return named && sameClient && members.has(this.me) && (said.t !== "open" || said.sign === encode(clients[0].sign));
  }

  #vouch(entry, members) {
    const head = this.eyes.head;
    const known = head && entry.seq <= head.seq ? new Set(this.eyes.known) : new Set();
    const found = [];
    for (const member of members.values()) {
      if (member.role !== "staff") continue;
      const person = this.staffKeys.get(member.pid);
      const mark = `${member.pid} ${encode(member.box)}`;
      const listed = person && person.id === member.staff && person.box === encode(member.box);
      if (!listed && !known.has(mark)) throw new Refused("roster");
      found.push(mark);
    }
    for (const mark of found) this.verified.add(mark);
  }

  #letGo() {
    const named = new Set();
    for (const record of this.records) {
      if (record.body?.t === "gone") for (const id of record.body.ids ?? []) named.add(`${record.sender} ${id}`);
    }
    for (const record of this.records) {
      if (record.reason && record.reason !== "gone") continue;
      record.deleted = named.has(`${record.sender} ${record.id}`);
      if (record.gone) record.reason = record.deleted ? undefined : "gone";
    }
  }
}
