// Sentences of one's own, and the numbers to call: kept in the counsellor's vault, put in by hand, never sent by themselves.
import { busy, button, field, h, say, trouble } from "./dom.mjs";
import { t } from "./words.mjs";
import { sentence } from "./faults.mjs";
import { frame } from "./frame.mjs";

/** Pairs of a number and what it is; the ones that hold in all of the EU until others are written. */
export function crisisLines(vault) {
  if (vault.crisis?.length) return vault.crisis;
  return [["112", t("emergency, everywhere in the EU")], ["116 111", t("for children and young people")], ["116 123", t("for anyone who feels low")]];
}

export function snippets(app) {
  const { vault } = app.desk;
  const place = trouble();
  const own = h("textarea", { rows: "8", maxlength: "6000", dir: "auto" });
  own.value = vault.snippets.join("\n");
  const card = h("textarea", { rows: "5", maxlength: "2000", dir: "auto" });
  const written = crisisLines(vault).map(([number, what]) => `${number} = ${what}`).join("\n");
  card.value = written;
  const keep = button(t("Keep"), () => busy(keep, place, async () => {
    const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
    vault.snippets = lines(own.value);
    // What was never changed stays in whichever language the page is.
    if (card.value !== written) vault.crisis = lines(card.value).map((line) => line.split("=").map((part) => part.trim())).filter((parts) => parts.length === 2);
    await app.desk.keep();
    await app.show();
    say(t("Kept"));
  }, sentence), "main");
  frame(app, "snippets", t("Snippets, crisis card"), h("div", null, h("h1", null, t("Snippets, crisis card")),
    h("p.lead", null, t("Only you see these. A snippet is added to a letter, and never sent by itself.")),
    h("div.sheet.pad.narrow", null, field(t("Snippets, one on each line"), own), field(t("Crisis card: a number, an equals sign, what it is"), card, t("Numbers and hours differ from country to country. Check them, and note the day you did.")), place, h("div.row", null, keep))));
}
