// One conversation: reading, writing, and who is in it. A letter is sent exactly once, however often the line breaks.
import { decode, encode, random, utf8 } from "./bytes.mjs";
import * as entries from "./entry.mjs";
import { Stream } from "./stream.mjs";
import { ApiError } from "./api.mjs";
import { newLabel } from "./labels.mjs";

const ROTATE_DAYS = 7;
const TRIES = 6;

export class Conversation {
  /** @param {import("./desk.mjs").Desk} desk @param {string} id */
  constructor(desk, id) {
    this.desk = desk;
    this.id = id;
    this.bytes = decode(id);
    this.#begin();
  }

  #begin() {
    const { keys, roster, vault } = this.desk;
    const head = vault.heads[this.id] ?? null;
    this.stream = new Stream(this.bytes, { sign: keys.sign, box: keys.box, roster, known: vault.known, head });
    this.state = "";
    this.offer = "";
    this.pids = [];
  }

  /** Reads what came since, page by page. */
  async refresh() {
    let last = -1;
    do {
      const page = await this.desk.api.post("read", { conversation: this.id, after: this.stream.last });
      this.stream.take(page.entries, page.wraps);
      Object.assign(this, { state: page.state, offer: page.offer, pids: page.members });
      last = page.entries.length ? page.last : this.stream.last;
    } while (this.stream.last < last);
    this.stream.close();
  }

  /** Reads everything anew: after the list of people has changed, or earlier letters were opened. */
  async reread() {
    this.#begin();
    await this.refresh();
  }

  /** Remembers how far it was read, so that a server that goes back is found out. */
  async seen() {
    const { vault } = this.desk;
    const head = this.stream.head();
    const known = [...this.stream.verified];
    const before = vault.heads[this.id];
    if (head && (!before || before.seq < head.seq || known.length > vault.known.length)) {
      vault.heads[this.id] = head;
      vault.known = [...new Set([...vault.known, ...known])];
      await this.desk.keep();
    }
  }

  get unread() {
    return this.stream.last > (this.desk.vault.heads[this.id]?.seq ?? -1);
  }

  /** A label that only this counsellor sees. */
  async label() {
    const { labels } = this.desk.vault;
    if (!labels[this.id]) {
      labels[this.id] = newLabel(Object.values(labels));
      await this.desk.keep();
    }
    return labels[this.id];
  }

  /** The people who can read, as `{pid, role, name, kind, mine}`. */
  readers() {
    return [...this.stream.members.values()].map((member) => {
      const person = this.desk.roster.staff.find((one) => one.id === member.staff);
      return { pid: member.pid, role: member.role, staff: member.staff ?? "", name: person?.name ?? member.name, kind: person?.kind ?? "", mine: member.pid === this.desk.pid };
    });
  }

  /** The client's newest box key: announced in a letter, or named in the last epoch. */
  #clientBox() {
    const client = this.stream.client;
    let box = client?.box;
    for (const record of this.stream.records) {
      if (!record.reason && record.sender === client?.pid && typeof record.body?.box === "string") box = decode(record.body.box);
    }
    return box;
  }

  // Writing

  write(text) {
    return this.#say({ t: "text", text });
  }

  askForHistory(pid) {
    return this.#say({ t: "history", pid });
  }

  propose(agreement) {
    return this.#say({ t: "agreement", id: encode(random(16)), ...agreement });
  }

  agree(id) {
    return this.#say({ t: "agreed", id });
  }

  async deleteLetter(id) {
    await this.desk.api.post("erase", { what: "entry", conversation: this.id, entry: id });
    await this.#say({ t: "gone", ids: [id] });
    await this.reread();
  }

  /** Sends a body with the same entry id until it is there: others may write in between, or an answer may be lost. */
  async #say(body) {
    await this.#rotateIfOld();
    const id = random(16);
    await this.#until(id, (entry, common) => {
      entry.sealed = entries.seal(this.bytes, entry, { ...common, key: this.stream.era.key, body: utf8(JSON.stringify(body)) });
      return ["send", { conversation: this.id, entry: entries.written(entry) }];
    });
  }

  async #until(id, made, epoch = 0) {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (this.stream.ids.has(encode(id))) return;
      if (!this.stream.era || !this.stream.previous) throw new ApiError(409, "broken", "");
      const entry = { id, epoch: this.stream.epoch + epoch, seq: this.stream.last + 1, sender: entries.pid(this.desk.keys.sign) };
      const [path, body] = made(entry, { previous: this.stream.previous, secret: this.desk.keys.secret });
      try {
        await this.desk.api.post(path, body);
      } catch (fault) {
        if (!(fault instanceof ApiError) || !["behind", "offline", "later"].includes(fault.code) || tries === TRIES - 1) throw fault;
      }
      await this.refresh();
    }
  }

  // Who is in it

  /** The first thing after taking it on: a key that the others on duty do not have. */
  accept() {
    return this.#rekey("accept", [this.stream.client, this.#self()]);
  }

  /** Brings a colleague in; they read what follows. */
  bringIn(person) {
    return this.#rekey("join", [...this.stream.members.values(), this.#listed(person)]);
  }

  /** Lets a counsellor go, oneself too. */
  remove(pid) {
    return this.#rekey("leave", [...this.stream.members.values()].filter((member) => member.pid !== pid));
  }

  /** Gives it back to all on duty for an offer; the first letter goes along. */
  async handBack(offer) {
    const listed = this.desk.roster.offers.find((one) => one.id === offer);
    const people = this.desk.roster.staff.filter((person) => listed.staff.includes(person.id)).map((person) => this.#listed(person));
    await this.#rekey("handback", [this.stream.client, ...people], offer);
    this.desk.conversations.delete(this.id);
  }

  #listed(person) {
    const sign = decode(person.sign);
    return { pid: encode(entries.pid(sign)), role: "staff", staff: person.id, name: person.name, sign, box: decode(person.box) };
  }

  #self() {
    return this.#listed(this.desk.roster.staff.find((person) => person.id === this.desk.me.id));
  }

  async #rotateIfOld() {
    const day = this.stream.era?.day;
    if (day && Date.now() - Date.parse(`${day}T00:00:00Z`) > ROTATE_DAYS * 86400000) await this.#rekey("rotate", [...this.stream.members.values()]);
  }

  async #rekey(why, people, offer = null) {
    const id = random(16);
    const members = [...new Map(people.map((member) => [member.pid, member])).values()].map((member) => (
      member.role === "client" ? { ...member, box: this.#clientBox() } : member
    ));
    await this.#until(id, (entry, common) => {
      const key = random(32);
      const body = {
        t: "epoch",
        why,
        commit: encode(entries.commitment(this.bytes, entry.epoch, key)),
        members: members.map((member) => ({
          pid: member.pid, role: member.role, ...(member.staff ? { staff: member.staff } : {}), name: member.name ?? "", sign: encode(member.sign), box: encode(member.box),
        })),
      };
      entry.sealed = entries.seal(this.bytes, entry, { ...common, key, body: utf8(JSON.stringify(body)) });
      const wraps = members.map((member) => this.#wrap(member, entry.epoch, key));
      const first = offer && this.stream.eras.get(0)?.key;
      if (first) wraps.push(...members.map((member) => this.#wrap(member, 0, first)));
      const asked = { conversation: this.id, entry: entries.written(entry), members: members.map((member) => member.pid), wraps };
      return ["rekey", offer ? { ...asked, offer } : asked];
    }, 1);
  }

  #wrap(member, epoch, key) {
    return { to: member.pid, epoch, sealed: encode(entries.wrap(this.bytes, epoch, key, member.box)) };
  }
}
