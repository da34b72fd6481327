// One conversation: letters, comings and goings, what was agreed, who can read, and the sheet to write on.
import { ask, busy, button, door, h, say, trouble } from "./dom.mjs";
import { day, list, t, tn } from "./words.mjs";
import { REASONS, sentence } from "./faults.mjs";
import { frame } from "./frame.mjs";
import * as agreed from "./agreement.mjs";
import * as who from "./people.mjs";
import { beside, composer, giveBack } from "./composer.mjs";

export async function thread(app, id) {
  const { desk } = app;
  const one = await desk.open(id);
  const before = desk.vault.heads[id]?.seq ?? -1;
  const label = await one.label();
  const held = await desk.mine();
  const labels = desk.vault.labels;
  const ways = ["Your turn", "Their turn"].flatMap((cap) => {
    const rows = held.filter((row) => (cap === "Your turn" ? !row.answered : row.answered));
    return rows.length ? [h("p.cap", null, cap === "Your turn" ? t("Your turn") : t("Their turn")),
      ...rows.map((row) => h("a.sub", { href: `#thread/${row.id}`, id: `way-${row.id}`, "aria-current": row.id === id ? "page" : null }, labels[row.id] ?? t("New"),
        !row.answered && h("span.n", null, h("span.sr", null, t("waits for you")), door(true))))] : [];
  });
  const view = new View(app, one, label);
  frame(app, `thread/${id}`, label, [view.talk(), ...(view.narrow ? [] : [view.aside()])], { extra: ways, thread: true });
  if (one.stream.last > before && before >= 0) say(t("There is something new in this conversation."));
  await one.seen();
}

class View {
  constructor(app, one, label) {
    Object.assign(this, { app, one, label, desk: app.desk, stream: one.stream });
    this.place = trouble();
    this.readers = one.readers();
    this.client = one.stream.client;
    this.narrow = app.narrow.matches;
  }

  name(pid) {
    if (pid === this.desk.pid) return t("You");
    if (pid === this.client?.pid) return this.label;
    const person = this.readers.find((reader) => reader.pid === pid) ?? this.#past(pid);
    return person?.name ?? t("Somebody who left");
  }

  #past(pid) {
    for (const era of this.stream.eras.values()) if (era.members.has(pid)) return era.members.get(pid);
    return null;
  }

  side(pid) {
    return pid === this.desk.pid ? "me" : pid === this.client?.pid ? "writer" : "other";
  }

  async act(control, work) {
    await busy(control, this.place, async () => {
      await work();
      this.app.show();
    }, sentence);
  }

  talk() {
    return h("section.talk", { "aria-label": t("Conversation {label}", { label: this.label }) },
      h("header", null, h("h1", null, this.label), h("span.small", null, t("a label only you see"))),
      this.narrow ? this.folded() : this.agreement(), this.flow(), composer(this));
  }

  agreement() {
    return h("section.sheet.agree", { "aria-labelledby": "agreed" }, h("div.spread", null, h("h2", { id: "agreed" }, t("What we agreed")), agreed.proposing(this)), ...agreed.agreement(this));
  }

  aside() {
    return h("div.aside", null,
      h("section.sheet.card.pad", { "aria-labelledby": "who" }, h("h2", { id: "who" }, t("Who can read this")), ...who.people(this)), ...beside(this));
  }

  // Where there is no room beside the letters, both fold up above them.
  folded() {
    const { folds } = this.app;
    const fold = (name, head, ...content) => h("details", {
      open: folds.has(name), toggle: (event) => folds[event.currentTarget.open ? "add" : "delete"](name),
    }, h("summary", { id: `fold-${name}` }, h("span", null, ...head)), h("div", null, ...content));
    return h("div.sheet.folds", null,
      fold("agreed", [h("h2", null, t("What we agreed")), h("span.small", { dir: "auto" }, agreed.inShort(this))], ...agreed.agreement(this), h("div.row", null, agreed.proposing(this))),
      fold("who", [door(true), h("h2.small", null, who.inShort(this))], ...who.people(this, giveBack(this, "link"))));
  }

  // Letters

  flow() {
    const rows = [];
    let shownDay = "";
    if (this.stream.late) rows.push(h("p.rule", null, h("span", null, t("What came before is not yours to read, or its days are over."))));
    for (const record of this.stream.records) {
      if (record.day && record.day !== shownDay) {
        shownDay = record.day;
        rows.push(h("p.rule", null, h("span", null, day(record.day))));
      }
      rows.push(...this.row(record));
    }
    return h("div.flow", { role: "log", tabindex: "0", "aria-label": t("Letters") }, h("div.in", null, rows));
  }

  row(record) {
    if (record.reason === "key" || (record.reason === "member" && record.epoch < this.stream.accepted)) return [];
    if (record.reason) return [this.broken(record.reason)];
    if (record.deleted) return [h("p.rule", null, h("span", null, t("{name} deleted a letter.", { name: this.name(record.sender) })))];
    const name = this.name(record.sender);
    const rule = (text, lit = false) => [h("p.rule.join", null, h("span", null, door(lit), text))];
    const { body } = record;
    switch (body?.t) {
      case "open": case "text": return [this.letter(record, body.text)];
      case "epoch": return this.change(record, body);
      case "ask": return rule(body.what === "another" ? t("{name} asks for another counsellor.", { name }) : t("{name} asks for somebody to join.", { name }))
        .concat(body.text ? [this.letter(record, body.text)] : []);
      case "history": return rule(t("{name} asked whether {other} may read what came before.", { name, other: this.name(body.pid) }));
      case "consent": return rule(body.yes ? t("{name} said yes: {other} may read what came before.", { name, other: this.name(body.pid) }) : t("{name} said no: {other} reads only what came after.", { name, other: this.name(body.pid) }), body.yes);
      case "agreement": return rule(t("{name} proposed what the letters are for.", { name }));
      case "agreed": return rule(t("{name} agreed.", { name }), true);
      case "gone": return [];
      default: return rule(t("{name} sent something that this version does not know.", { name }));
    }
  }

  letter(record, text) {
    const side = this.side(record.sender);
    const away = side === "me" && record.body.t === "text" ? button(t("Delete"), (event) => this.delete(event.currentTarget, record.id), "link", `delete-${record.id}`) : null;
    return h(`article.say.${side}`, null, h("p.who", null, this.name(record.sender), away), h("div.body", { dir: "auto", lang: record.body.language ?? null }, text));
  }

  async delete(control, id) {
    if (await ask(t("Delete this letter?"), h("p", null, t("It goes for everybody in the conversation. That it was there stays visible.")), t("Delete"), t("Keep"))) {
      await this.act(control, () => this.one.deleteLetter(id));
    }
  }

  change(record, body) {
    const eras = this.stream.eras;
    const before = [...(eras.get(record.epoch - 1)?.members.keys() ?? [])];
    const now = [...(eras.get(record.epoch)?.members.keys() ?? [])];
    const came = now.filter((pid) => !before.includes(pid));
    const went = before.filter((pid) => !now.includes(pid));
    const names = (pids) => list(pids.map((pid) => this.name(pid)));
    const line = (text, lit) => h("p.rule.join", null, h("span", null, door(lit), text));
    if (body.why === "rotate") return [];
    if (body.why === "accept") return [line(t("{name} took this conversation on.", { name: this.name(record.sender) }), true)];
    if (body.why === "handback") return [line(t("{name} gave it back to all on duty.", { name: this.name(record.sender) }), false)];
    return [
      came.length && before.length && line(tn("{names} joined. They see only what comes after.", "{names} joined. They see only what comes after.", came.length, { names: names(came) }), true),
      went.length && line(tn("{names} left.", "{names} left.", went.length, { names: names(went) }), false),
    ].filter(Boolean);
  }

  broken(reason) {
    const why = REASONS()[reason] ?? t("It does not have the agreed form, or is not from somebody in this conversation.");
    return h("div.broken", null, h("p", null, t("A letter here did not come as it was sent. It is not shown.")),
      button(t("What this means"), () => ask(t("What this means"), h("div.stack", null, h("p", null, why), h("p", null, t("It may be a fault of the server, or somebody may be meddling. Write nothing that depends on it, and tell your administrator by voice."))), "", t("Close")), "link"));
  }
}
