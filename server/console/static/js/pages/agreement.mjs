// What a conversation is for: goals in the writer's words, form, rhythm and rules; either side proposes, and it holds when the other says yes.
import { ask, button, field, h } from "./dom.mjs";
import { day, t } from "./words.mjs";

/** What holds, and what waits for an answer. */
function state(view) {
  const records = view.stream.records.filter((record) => !record.reason && !record.deleted);
  const all = records.filter((record) => record.body?.t === "agreement");
  const yes = (record) => records.find((other) => other.body?.t === "agreed" && other.body.id === record.body.id && other.sender !== record.sender);
  const agreed = all.filter(yes).at(-1);
  return { agreed, since: agreed && yes(agreed).day, open: all.at(-1) !== agreed ? all.at(-1) : null };
}

/** In a few words, for where it is folded up. */
export function inShort(view) {
  const { agreed, open } = state(view);
  if (open && open.sender !== view.desk.pid) return t("{name} proposes this.", { name: view.name(open.sender) });
  return agreed?.body.goals?.[0] ?? t("Nothing is agreed yet.");
}

/** Everything about it, but its heading. */
export function agreement(view) {
  const { agreed, since, open } = state(view);
  const shown = agreed ? terms(view, agreed.body, t("Agreed on {day}.", { day: day(since) })) : h("p.small", null, t("Nothing is agreed yet: what the letters are for, how often, and what stays out."));
  const answer = open && (open.sender === view.desk.pid
    ? h("p.small.whole", null, t("Your proposal waits for an answer."))
    : h("div.whole.proposal", null, terms(view, open.body, t("{name} proposes this.", { name: view.name(open.sender) })),
      h("div.row", null, button(t("Agree"), (event) => view.act(event.currentTarget, () => view.one.agree(open.body.id)), "", "agree"))));
  return [shown, answer];
}

/** The way to another one. */
export function proposing(view) {
  const { agreed } = state(view);
  return button(agreed ? t("Propose a change") : t("Propose what this is for"), () => propose(view, agreed?.body), "link", "propose");
}

function terms(view, body, last) {
  const lines = [body.form, body.rhythm, body.rules].filter(Boolean);
  return [h("ol", null, (body.goals ?? []).map((goal) => h("li", null, h("span", { dir: "auto" }, goal)))),
    h("div.small", null, lines.map((text) => h("p", { dir: "auto" }, text)),
      h("p", null, t("Letters are deleted after {count} days.", { count: view.desk.roster.organisation.retention_days })), h("p", null, last))];
}

async function propose(view, before) {
  const goals = h("textarea", { rows: "4", maxlength: "2000", dir: "auto" });
  goals.value = (before?.goals ?? []).join("\n");
  const others = ["form", "rhythm", "rules"].map((name) => h("input", { type: "text", maxlength: "300", dir: "auto", value: before?.[name] ?? "" }));
  const labels = [t("In which form, such as letters"), t("How often"), t("Rules, such as a word that stops it")];
  const body = h("div", null, field(t("Goals, one on each line, in the writer’s own words"), goals), ...others.map((input, place) => field(labels[place], input)));
  const said = await ask(t("What are the letters for?"), body, t("Propose"), t("Cancel"), () => ({
    goals: goals.value.split("\n").map((line) => line.trim()).filter(Boolean), form: others[0].value, rhythm: others[1].value, rules: others[2].value,
  }));
  if (said?.goals.length) await view.act(h("i", null), () => view.one.propose(said));
}
