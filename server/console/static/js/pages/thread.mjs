// One conversation: letters, comings and goings, what was agreed, who can read, and the sheet to write on.
import { ask, busy, button, door, field, h, say, trouble } from "./dom.mjs";
import { day, list, pick, t, tn } from "./words.mjs";
import { REASONS, ROSTER, sentence } from "./faults.mjs";
import { frame, KINDS } from "./frame.mjs";
import { crisisLines } from "./snippets.mjs";

const LONGEST = 8000;

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
      ...rows.map((row) => h("a.sub", { href: `#thread/${row.id}`, "aria-current": row.id === id ? "page" : null }, labels[row.id] ?? t("New"),
        !row.answered && h("span.n", null, h("span.sr", null, t("waits for you")), door(true))))] : [];
  });
  const view = new View(app, one, label);
  frame(app, `thread/${id}`, label, [view.talk(), view.aside()], { extra: ways, thread: true });
  if (one.stream.last > before && before >= 0) say(t("There is something new in this conversation."));
  await one.seen();
}

class View {
  constructor(app, one, label) {
    Object.assign(this, { app, one, label, desk: app.desk, stream: one.stream });
    this.place = trouble();
    this.readers = one.readers();
    this.client = one.stream.client;
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
      this.agreement(), this.flow(), this.composer());
  }

  // What was agreed

  agreement() {
    const records = this.stream.records.filter((record) => !record.reason && !record.deleted);
    const all = records.filter((record) => record.body?.t === "agreement");
    const yes = (record) => records.find((other) => other.body?.t === "agreed" && other.body.id === record.body.id && other.sender !== record.sender);
    const agreed = all.filter(yes).at(-1);
    const open = all.at(-1) !== agreed ? all.at(-1) : null;
    const change = button(agreed ? t("Propose a change") : t("Propose what this is for"), () => this.propose(agreed?.body), "link");
    const shown = agreed ? this.terms(agreed.body, t("Agreed on {day}.", { day: day(yes(agreed).day) })) : h("p.small", null, t("Nothing is agreed yet: what the letters are for, how often, and what stays out."));
    const answer = open && (open.sender === this.desk.pid
      ? h("p.small", null, t("Your proposal waits for an answer."))
      : h("div", null, this.terms(open.body, t("{name} proposes this.", { name: this.name(open.sender) })),
        h("div.row", null, button(t("Agree"), (event) => this.act(event.currentTarget, () => this.one.agree(open.body.id)), "main"))));
    return h("section.sheet.agree", { "aria-labelledby": "agreed" }, h("div.spread", null, h("h2", { id: "agreed" }, t("What we agreed")), change), shown, answer);
  }

  terms(body, last) {
    const lines = [body.form, body.rhythm, body.rules].filter(Boolean);
    return [h("ol", null, (body.goals ?? []).map((goal) => h("li", null, h("span", { dir: "auto" }, goal)))),
      h("p.small", null, ...lines.flatMap((text) => [text, h("br", null)]),
        t("Letters are deleted after {count} days.", { count: this.desk.roster.organisation.retention_days }), h("br", null), last)];
  }

  async propose(before) {
    const goals = h("textarea", { rows: "4", maxlength: "2000" });
    goals.value = (before?.goals ?? []).join("\n");
    const others = ["form", "rhythm", "rules"].map((name) => h("input", { type: "text", maxlength: "300", value: before?.[name] ?? "" }));
    const labels = [t("In which form, such as letters"), t("How often"), t("Rules, such as a word that stops it")];
    const body = h("div", null, field(t("Goals, one on each line, in the writer’s own words"), goals), ...others.map((input, place) => field(labels[place], input)));
    const said = await ask(t("What are the letters for?"), body, t("Propose"), t("Cancel"), () => ({
      goals: goals.value.split("\n").map((line) => line.trim()).filter(Boolean), form: others[0].value, rhythm: others[1].value, rules: others[2].value,
    }));
    if (said?.goals.length) await this.act(h("i", null), () => this.one.propose(said));
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
    const away = side === "me" && record.body.t === "text" ? button(t("Delete"), (event) => this.delete(event.currentTarget, record.id), "link") : null;
    return h(`div.say.${side}`, null, h("p.who", null, this.name(record.sender), away), h("div.body", { dir: "auto", lang: record.body.language ?? null }, text));
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

  // Writing

  composer() {
    const others = this.readers.filter((reader) => !reader.mine).map((reader) => this.name(reader.pid));
    const label = t("Your letter to {names}", { names: list(others) });
    const closed = this.desk.rosterTrouble && this.desk.rosterTrouble !== "unlisted" ? ROSTER()[this.desk.rosterTrouble] ?? ROSTER().signature : "";
    if (closed || !this.stream.era) return h("div.write", null, h("p.said", null, closed || t("Nothing can be written into this conversation at the moment.")));
    const paper = h("textarea", { id: "letter", maxlength: LONGEST, dir: "auto", spellcheck: "true", rows: "3" });
    paper.value = this.app.drafts.get(this.one.id) ?? "";
    paper.addEventListener("input", () => this.app.drafts.set(this.one.id, paper.value));
    this.paper = paper;
    const send = button(t("Send"), () => {
      const text = paper.value.trim();
      if (text) busy(send, this.place, async () => {
        await this.one.write(text);
        this.app.drafts.delete(this.one.id);
        say(t("Sent"));
        this.app.show();
      }, sentence);
    }, "main");
    paper.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send.click(); });
    return h("div.write", null, h("div.top", null, h("label", { for: "letter" }, label), h("span.small", null, t("Kept in this page only, until you send it"))),
      paper, this.place, h("div.row", null, button(t("Give it back"), () => this.handBack()), send));
  }

  add(text) {
    if (!this.paper) return;
    this.paper.value = [this.paper.value.trimEnd(), text].filter(Boolean).join("\n");
    this.app.drafts.set(this.one.id, this.paper.value);
    this.paper.focus();
  }

  async handBack() {
    const offers = this.desk.roster.offers;
    const choice = h("select", null, offers.map((offer) => h("option", { value: offer.id, selected: offer.id === this.one.offer }, pick(offer.title))));
    const said = await ask(t("Give it back?"), h("div", null, h("p", null, t("All on duty for the offer see the first letter again, and you are out. The writer sees that.")), field(t("Offer"), choice)), t("Give it back"), t("Cancel"), () => choice.value);
    if (said) await busy(h("i", null), this.place, async () => { await this.one.handBack(said); this.app.go("inbox"); }, sentence);
  }

  // At the side

  aside() {
    return h("div.aside", null, this.whoCanRead(), this.whileYouWrite(), this.crisis());
  }

  whoCanRead() {
    const rows = this.readers.map((reader) => {
      const kind = reader.role === "client" ? t("the writer") : KINDS()[reader.kind] ?? "";
      const out = reader.role === "staff" && (!reader.mine || this.readers.length > 2)
        ? button(reader.mine ? t("Leave") : t("Remove"), (event) => this.remove(event.currentTarget, reader), "link") : null;
      return h("li", null, door(true), h("span", null, h(`b.${this.side(reader.pid)}`, null, this.name(reader.pid)), h("span.small", null, ` ${kind}`)), out);
    });
    const letters = this.stream.records.filter((record) => record.reason !== "key").length;
    const checked = this.stream.whole
      ? tn("The one entry is here, in order, from a person named in your signed list.", "All {count} entries are here, in order, from the people named in your signed list.", letters)
      : t("Not everything here came as it was sent. The places are marked.");
    const colleagues = this.desk.roster.staff.filter((person) => !this.readers.some((reader) => reader.staff === person.id));
    const newcomer = this.readers.find((reader) => reader.role === "staff" && !reader.mine);
    return h("section.sheet.card.pad", { "aria-labelledby": "who" }, h("h2", { id: "who" }, t("Who can read this")), h("ul.people", null, rows), h("hr", null),
      h("p.small", null, t("Letters are locked where they are written and opened here, in this page. Neither the server nor your administrator can open them.")),
      h("p.small", null, t("Not hidden: that some address wrote, on which day, and roughly how much.")),
      h("p.small", null, checked),
      h("div.row", null, colleagues.length > 0 && button(t("Bring someone in"), () => this.bringIn(colleagues), "link"),
        newcomer && button(t("Ask whether {name} may read it all", { name: newcomer.name }), (event) => this.act(event.currentTarget, () => this.one.askForHistory(newcomer.pid)), "link")));
  }

  async bringIn(colleagues) {
    const choice = h("select", null, colleagues.map((person) => h("option", { value: person.id }, `${person.name}, ${KINDS()[person.kind]}`)));
    const body = h("div", null, h("p", null, t("{label} sees that somebody joins. They read what comes after; what came before only if {label} says yes.", { label: this.label })), field(t("Who"), choice));
    const id = await ask(t("Bring someone in"), body, t("Bring in"), t("Cancel"), () => choice.value);
    if (id) await this.act(h("i", null), () => this.one.bringIn(colleagues.find((person) => person.id === id)));
  }

  async remove(control, reader) {
    const title = reader.mine ? t("Leave this conversation?") : t("Remove {name}?", { name: reader.name });
    if (!await ask(title, h("p", null, t("A new key begins without them. What they have read, they have read.")), reader.mine ? t("Leave") : t("Remove"), t("Cancel"))) return;
    await busy(control, this.place, async () => {
      await this.one.remove(reader.pid);
      if (reader.mine) this.app.go("inbox");
      else this.app.show();
    }, sentence);
  }

  whileYouWrite() {
    const snippets = this.desk.vault.snippets;
    return h("section.sheet.card.pad", { "aria-labelledby": "craft" }, h("h2", { id: "craft" }, t("While you write")),
      h("ul.craft", null, [t("Questions before advice."), t("Calm and casual, as at a kitchen table."), t("Pick up what they still like doing."), t("From your own life only if it is true.")].map((line) => h("li", null, line))),
      snippets.length > 0 && [h("hr", null), h("h3.small", null, t("Your snippets")), h("ul.snips", null, snippets.map((text) => h("li", null, h("span", { dir: "auto" }, text), button(t("Add"), () => this.add(text), "link"))))]);
  }

  crisis() {
    const lines = crisisLines(this.desk.vault);
    return h("section.sheet.card.pad.crisis", { "aria-labelledby": "crisis" },
      h("div.spread", null, h("h2", { id: "crisis" }, t("If a life is in danger")), button(t("Add to letter"), () => this.add(lines.map(([number, what]) => `${number}: ${what}`).join("\n")), "link")),
      h("dl", null, lines.flatMap(([number, what]) => [h("dt", { dir: "ltr" }, number), h("dd", null, what)])));
  }
}
