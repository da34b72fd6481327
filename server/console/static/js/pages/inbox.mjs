// Who waits, and whose turn it is. The first line says what is owed, in words.
import { busy, button, door, h, say, trouble } from "./dom.mjs";
import { day, later, list, pick, t, tn, weekday, languageName } from "./words.mjs";
import { ROSTER, sentence } from "./faults.mjs";
import { frame } from "./frame.mjs";
import { today } from "../core/desk.mjs";

export const ROOM = 10;

export async function inbox(app) {
  const { desk } = app;
  const [waiting, mine] = await Promise.all([desk.queue(), desk.mine()]);
  const news = app.here === "inbox" && waiting.length > app.waiting;
  app.waiting = waiting.length;
  const firsts = await Promise.all(waiting.map(async (row) => ({ ...row, one: await desk.open(row.id) })));
  const held = await Promise.all(mine.map(async (row) => {
    const one = await desk.open(row.id);
    return { ...row, one, label: await one.label() };
  }));
  const place = trouble();
  if (desk.rosterTrouble) place.textContent = ROSTER()[desk.rosterTrouble] ?? ROSTER().signature;
  const page = h("div", null,
    h("h1", null, greeting(desk.me.display)), owed(desk, firsts, held), place,
    h("div.cols", null, queue(app, firsts, held, place), own(app, held)));
  frame(app, "inbox", t("Inbox"), page);
  if (news) say(t("A new first message waits."));
}

function greeting(name) {
  const hour = new Date().getHours();
  const words = hour < 11 ? t("Good morning, {name}", { name }) : hour < 18 ? t("Good afternoon, {name}", { name }) : t("Good evening, {name}", { name });
  return words;
}

const offerOf = (desk, row) => desk.roster.offers.find((offer) => offer.id === row.offer);

/** The day by which an answer was promised. */
export const due = (desk, row) => later(row.turn_day ?? row.day, offerOf(desk, row)?.reply_days ?? 2);

const atMyTurn = (row) => !row.answered;

function owed(desk, firsts, held) {
  const days = [...firsts.map((row) => due(desk, row)), ...held.filter(atMyTurn).map((row) => due(desk, row))].sort();
  const now = today();
  const tonight = days.filter((one) => one === now).length;
  const late = days.filter((one) => one < now).length;
  if (!days.length) return h("p.lead", null, h("b", null, t("Nobody is waiting. Good night.")));
  const first = late ? tn("{count} answer is late.", "{count} answers are late.", late)
    : tonight ? tn("{count} answer is promised for today.", "{count} answers are promised for today.", tonight) : t("Nothing is promised for today.");
  const next = days.find((one) => one > now);
  const then = next && t("The next promised day is {day}.", { day: day(next) });
  return h("p.lead", null, h("b", null, first), then ? ` ${then}` : "");
}

function queue(app, firsts, held, place) {
  const { desk } = app;
  const offers = desk.roster.offers.filter((offer) => offer.staff.includes(desk.me.id));
  const oldest = [...firsts].sort((one, other) => due(desk, one).localeCompare(due(desk, other)))[0];
  const hide = button(app.hidden ? t("Show the words") : t("Hide the words"), () => { app.hidden = !app.hidden; app.show(); }, "link", "hide");
  const blocks = offers.map((offer) => {
    const within = tn("answers within {count} day", "answers within {count} days", offer.reply_days);
    const rows = firsts.filter((row) => row.offer === offer.id).sort((one, other) => one.day.localeCompare(other.day));
    return h(rows.length ? "section.sheet.offer" : "section.sheet.offer.none", { "aria-label": pick(offer.title) },
      h("header", null, door(rows.length), h("h3", null, pick(offer.title)), h("span.small", null, `${list(offer.languages.map(languageName))} · ${within}`),
        h("span.w", null, rows.length ? tn("{count} waiting", "{count} waiting", rows.length) : t("Nobody is waiting"))),
      ...rows.map((row) => first(app, row, held.length, row === oldest, place)));
  });
  return h("section", { "aria-labelledby": "new" },
    h("div.sec", null, h("h2", { id: "new" }, t("New first messages")), h("span.small", null, t("Only those on duty can open these."), " ", hide)),
    offers.length ? blocks : h("p.sheet.pad", null, t("You are on duty for no offer yet. Your administrator puts you there.")));
}

const promised = (iso) => (iso < today() ? t("Promised for {day}", { day: weekday(iso) }) : t("Answer by {day}", { day: weekday(iso) }));

// Texts stand alone, never inside another text or a template: those that look for them for the translators would miss them.
const when = (iso) => (iso === today() ? t("today") : weekday(iso));

function first(app, row, load, oldest, place) {
  const { desk } = app;
  const came = t("came {day}", { day: when(row.day) });
  const letters = row.one.stream.records.filter((record) => !record.reason && (record.body?.t === "open" || record.body?.t === "text"));
  const text = letters.map((record) => record.body.text).join("\n\n");
  const language = letters[0]?.body.language ?? "";
  const says = app.hidden ? null : h("p.says", { lang: language || null, dir: "auto" }, text || t("This letter did not come as it was sent. Do not take it on; tell your administrator."));
  const open = says && text.length > 140 ? button(t("Read"), (event) => {
    const shown = says.classList.toggle("open");
    event.currentTarget.textContent = shown ? t("Less") : t("Read");
  }, "link", `read-${row.id}`) : null;
  const take = load >= ROOM
    ? h("p.small", null, t("You have {count} of {most}. Others on duty see this.", { count: load, most: ROOM }))
    : button(t("Take on"), (event) => busy(event.currentTarget, place, async () => {
      await desk.claim(row.id);
      app.go(`thread/${row.id}`);
    }, (fault) => { app.later(); return sentence(fault); }), oldest ? "main" : "", `take-${row.id}`);
  return h("div.first", null, says,
    h("p.small.when", null, h("b", null, promised(due(desk, row))), ` · ${came}`, language ? ` · ${languageName(language)}` : ""),
    h("div.row", null, open, take));
}

/** When the newest letter came, and who else is in it. */
function told(row) {
  const others = row.one.readers().filter((reader) => reader.role === "staff" && !reader.mine).map((reader) => reader.name);
  return [atMyTurn(row) && t("A letter came {day}.", { day: when(row.turn_day) }), others.length && t("With {names}.", { names: list(others) })].filter(Boolean).join(" ");
}

function own(app, held) {
  const { desk } = app;
  const room = Math.max(0, ROOM - held.length);
  const turn = held.filter(atMyTurn).sort((one, other) => due(desk, one).localeCompare(due(desk, other)));
  const theirs = held.filter((row) => !atMyTurn(row));
  const line = (row, right) => h("li", null, h("a", { href: `#thread/${row.id}`, id: `own-${row.id}` }, door(atMyTurn(row)), h("b", null, row.label), h("span.day", null, right), h("span.small", null, told(row))));
  const notice = desk.notices?.get(desk.me.id);
  return h("section", { "aria-labelledby": "own" },
    h("div.sec", null, h("h2", { id: "own" }, t("My conversations")), h("span.room", null, h("span.doors", { "aria-hidden": "true" }, Array.from({ length: ROOM }, (_, place) => door(place < held.length))), h("b", null, tn("room for {count}", "room for {count}", room)))),
    h("div.sheet.mine", null,
      h("h3", null, t("Your turn")), turn.length ? h("ul", null, turn.map((row) => line(row, t("by {day}", { day: weekday(due(desk, row)) })))) : h("p.small", null, t("Nothing.")),
      h("hr", null),
      h("h3", null, t("Their turn. Nothing for you to do.")), theirs.length ? h("ul", null, theirs.map((row) => line(row, t("you wrote {day}", { day: when(row.turn_day) })))) : h("p.small", null, t("Nothing."))),
    h("div.sheet.pad.aside-note", null, h("div", null,
      h("h3", null, notice?.until >= today() ? t("You are away until {day}", { day: day(notice.until) }) : t("Away notice is off")),
      h("p.small", null, notice?.until >= today() ? t("Writers read it before they write.") : t("Writers read your usual reply time."))), h("a.button", { href: "#settings" }, t("Set days away"))),
    h("p.small.pad", null, t("Threshold does not know if a writer has read your answer, or when they were here. So nobody does.")));
}
