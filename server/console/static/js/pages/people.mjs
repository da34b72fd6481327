// Who can read a conversation: names and roles, what is not hidden, bringing somebody in, and letting somebody go.
import { ask, busy, button, door, field, h } from "./dom.mjs";
import { list, t, tn } from "./words.mjs";
import { sentence } from "./faults.mjs";
import { KINDS } from "./frame.mjs";

/** In a few words, for where it is folded up. */
export function inShort(view) {
  const mine = (reader) => Number(!reader.mine);
  return t("{names} can read this", { names: list([...view.readers].sort((one, other) => mine(one) - mine(other)).map((reader) => view.name(reader.pid))) });
}

/** Everything about it, but its heading; `extra` are further ways. */
export function people(view, ...extra) {
  const rows = view.readers.map((reader) => {
    const kind = reader.role === "client" ? t("the writer") : KINDS()[reader.kind] ?? "";
    const out = reader.role === "staff" && (!reader.mine || view.readers.length > 2)
      ? button(reader.mine ? t("Leave") : t("Remove"), (event) => remove(view, event.currentTarget, reader), "link", `out-${reader.pid}`) : null;
    return h("li", null, door(true), h("span", null, h(`b.${view.side(reader.pid)}`, null, view.name(reader.pid)), h("span.small", null, ` ${kind}`)), out);
  });
  const letters = view.stream.records.filter((record) => record.reason !== "key").length;
  const checked = view.stream.whole
    ? tn("The one entry is here, in order, from a person named in your signed list.", "All {count} entries are here, in order, from the people named in your signed list.", letters)
    : t("Not everything here came as it was sent. The places are marked.");
  const colleagues = view.desk.roster.staff.filter((person) => !view.readers.some((reader) => reader.staff === person.id));
  return [h("ul.people", null, rows), h("hr", null),
    h("p.small", null, t("Letters are locked where they are written and opened here, in this page. Neither the server nor your administrator can open them.")),
    h("p.small", null, t("Not hidden: that some address wrote, on which day, and roughly how much.")),
    h("p.small", null, checked), history(view),
    h("div.row", null, colleagues.length > 0 && button(t("Bring someone in"), () => bringIn(view, colleagues), "link", "bring"), ...extra)];
}

/** Whether a newcomer may read what came before: the question, or that it waits for its answer. */
function history(view) {
  const newcomer = view.readers.find((reader) => reader.role === "staff" && !reader.mine);
  if (!newcomer) return null;
  const said = view.stream.records.filter((record) => !record.reason && ["history", "consent"].includes(record.body?.t) && record.body.pid === newcomer.pid).at(-1)?.body;
  if (said?.t === "consent" && said.yes) return null;
  if (said?.t === "history") return h("p.small.waits", null, door(false), t("{label} has not answered yet.", { label: view.label }));
  return h("div.row", null, button(t("Ask whether {name} may read it all", { name: newcomer.name }), (event) => view.act(event.currentTarget, () => view.one.askForHistory(newcomer.pid)), "link", "history"));
}

async function bringIn(view, colleagues) {
  const choice = h("select", null, colleagues.map((person) => h("option", { value: person.id }, `${person.name}, ${KINDS()[person.kind]}`)));
  const body = h("div", null, h("p", null, t("{label} sees that somebody joins. They read what comes after; what came before only if {label} says yes.", { label: view.label })), field(t("Who"), choice));
  const id = await ask(t("Bring someone in"), body, t("Bring in"), t("Cancel"), () => choice.value);
  if (id) await view.act(h("i", null), () => view.one.bringIn(colleagues.find((person) => person.id === id)));
}

async function remove(view, control, reader) {
  const title = reader.mine ? t("Leave this conversation?") : t("Remove {name}?", { name: reader.name });
  if (!await ask(title, h("p", null, t("A new key begins without them. What they have read, they have read.")), reader.mine ? t("Leave") : t("Remove"), t("Cancel"))) return;
  await busy(control, view.place, async () => {
    await view.one.remove(reader.pid);
    if (reader.mine) view.app.go("inbox");
    else view.app.show();
  }, sentence);
}
