// The sheet to write on, and what lies beside it: notes on the craft, one's own sentences, numbers to call. Nothing is sent but by Send.
import { ask, busy, button, field, h, say } from "./dom.mjs";
import { list, pick, t } from "./words.mjs";
import { ROSTER, sentence } from "./faults.mjs";
import { crisisLines } from "./snippets.mjs";

const LONGEST = 8000;

const CRAFT = () => [t("Questions before advice."), t("Calm and casual, as at a kitchen table."), t("Pick up what they still like doing."), t("From your own life only if it is true.")];

export function composer(view) {
  const { desk } = view;
  const others = view.readers.filter((reader) => !reader.mine).map((reader) => view.name(reader.pid));
  const label = t("Your letter to {names}", { names: list(others) });
  const closed = desk.rosterTrouble && desk.rosterTrouble !== "unlisted" ? ROSTER()[desk.rosterTrouble] ?? ROSTER().signature : "";
  if (closed || !view.stream.era) return h("div.write", null, h("p.said", null, closed || t("Nothing can be written into this conversation at the moment.")));
  const send = button(t("Send"), () => post(view, send), "main", "send");
  const paper = sheet(view, send, label);
  const top = view.narrow
    ? [h("label.sr", { for: "letter" }, label), note(view)]
    : [h("label", { for: "letter" }, label), h("span.small", null, t("Kept in this page only, until you send it"))];
  const ways = view.narrow
    ? [button(t("Snippets"), () => choose(view), "", "snippets"), button(t("Crisis card"), () => numbers(view), "", "numbers")]
    : [giveBack(view)];
  return h("div.write", null, h("div.top", null, ...top), paper, view.place, h("div.row", null, ...ways, send));
}

function sheet(view, send, label) {
  const { app, one } = view;
  const paper = h("textarea", {
    id: "letter", maxlength: LONGEST, dir: "auto", spellcheck: "true", rows: "3", placeholder: view.narrow ? label : null,
    input: () => app.drafts.set(one.id, paper.value),
    keydown: (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send.click(); },
  });
  paper.value = app.drafts.get(one.id) ?? "";
  view.paper = paper;
  return paper;
}

async function post(view, send) {
  const text = view.paper.value.trim();
  if (!text) return;
  await busy(send, view.place, async () => {
    await view.one.write(text);
    view.app.drafts.delete(view.one.id);
    await view.app.show();
    say(t("Sent"));
  }, sentence);
}

/** Adds words to what is being written. */
function add(view, text) {
  if (!view.paper) return;
  view.paper.value = [view.paper.value.trimEnd(), text].filter(Boolean).join("\n");
  view.app.drafts.set(view.one.id, view.paper.value);
  view.paper.focus();
}

/** Puts a conversation back where all on duty see it. */
export function giveBack(view, kind = "") {
  return button(t("Give it back"), async () => {
    const choice = h("select", null, view.desk.roster.offers.map((offer) => h("option", { value: offer.id, selected: offer.id === view.one.offer }, pick(offer.title))));
    const body = h("div", null, h("p", null, t("All on duty for the offer see the first letter again, and you are out. The writer sees that.")), field(t("Offer"), choice));
    const said = await ask(t("Give it back?"), body, t("Give it back"), t("Cancel"), () => choice.value);
    if (said) await busy(h("i", null), view.place, async () => { await view.one.handBack(said); view.app.go("inbox"); }, sentence);
  }, kind, "give-back");
}

const craft = () => h("ul.craft", null, CRAFT().map((line) => h("li", null, line)));

/** One note at a time, another one with each letter; the rest behind "More notes". */
function note(view) {
  const notes = CRAFT();
  return [h("span.small", null, notes[view.stream.records.length % notes.length]),
    button(t("More notes"), () => ask(t("While you write"), h("div.stack", null, craft(), h("p.small", null, t("What you begin is kept in this page only, until you send it."))), "", t("Close")), "link", "notes")];
}

async function choose(view) {
  let chosen = "";
  const take = (text) => (event) => { chosen = text; event.currentTarget.closest("dialog").close(); };
  const { snippets } = view.desk.vault;
  await ask(t("Your snippets"), snippets.length ? h("ul.snips", null, snippets.map((text) => h("li", null, h("span", { dir: "auto" }, text), button(t("Add"), take(text), "link"))))
    : h("p", null, t("You have none yet. Write them under “Snippets, crisis card”.")), "", t("Close"));
  if (chosen) add(view, chosen);
}

const card = (lines) => h("dl", null, lines.flatMap(([number, what]) => [h("dt", { dir: "ltr" }, number), h("dd", null, what)]));

const asLetter = (lines) => lines.map(([number, what]) => `${number}: ${what}`).join("\n");

async function numbers(view) {
  const lines = crisisLines(view.desk.vault);
  if (await ask(t("If a life is in danger"), h("div.crisis", null, card(lines)), t("Add to letter"), t("Close"))) add(view, asLetter(lines));
}

/** At the side of a wide page: notes and snippets, and at its foot the numbers. */
export function beside(view) {
  const { snippets } = view.desk.vault;
  const lines = crisisLines(view.desk.vault);
  return [
    h("section.sheet.card.pad", { "aria-labelledby": "craft" }, h("h2", { id: "craft" }, t("While you write")), craft(),
      snippets.length > 0 && [h("hr", null), h("h3.small", null, t("Your snippets")), h("ul.snips", null, snippets.map((text) => h("li", null, h("span", { dir: "auto" }, text), button(t("Add"), () => add(view, text), "link"))))]),
    h("section.sheet.card.pad.crisis", { "aria-labelledby": "crisis" },
      h("div.spread", null, h("h2", { id: "crisis" }, t("If a life is in danger")), button(t("Add to letter"), () => add(view, asLetter(lines)), "link")), card(lines)),
  ];
}
