// Administration: people, offers, the organisation's words, the signed list, and what staff did. No page here reads a letter.
import { ask, busy, button, field, h, say, table, trouble } from "./dom.mjs";
import { day, languageName, list, pick, t, tn } from "./words.mjs";
import { sentence } from "./faults.mjs";
import { frame, KINDS } from "./frame.mjs";
import { LANGUAGES } from "./settings.mjs";

const ROLES = () => ({ counsellor: t("counsellor"), administrator: t("administrator"), supervisor: t("supervisor"), researcher: t("researcher (reads figures, no letters)"), facilitator: t("facilitator (opens rooms for groups, no letters)") });
const STATES = () => ({ invited: t("invited"), active: t("active"), suspended: t("suspended") });

export async function admin(app) {
  const [people, offers, organisation, roster, audit] = await Promise.all(
    ["people", "offers", "organisation", "roster", "audit"].map((part) => app.api.post(`admin/${part}`)),
  );
  const place = trouble();
  const act = (control, work) => busy(control, place, async () => { await work(); app.show(); }, sentence);
  frame(app, "admin", t("Administration"), h("div", null, h("h1", null, t("Administration")),
    h("p.lead", null, t("You decide who answers and for how long letters are kept. You cannot read any.")), place,
    h("div.stack", null,
      peopleCard(app, people.people, act), offersCard(app, offers.offers, people.people, act), rosterCard(app, roster, act),
      organisationCard(app, organisation, act), auditCard(audit.audit))));
}

const card = (title, ...children) => h("section.sheet.pad.card", null, h("h2", null, title), ...children);

const checks = (all, chosen) => Object.entries(all).map(([value, words]) => h("label.check", null, h("input", { type: "checkbox", value, checked: chosen.includes(value) }), words));

const ticked = (boxes) => boxes.map((label) => label.querySelector("input")).filter((box) => box.checked).map((box) => box.value);

const options = (all, chosen) => Object.entries(all).map(([value, words]) => h("option", { value, selected: value === chosen }, words));

// People

function peopleCard(app, people, act) {
  const rows = people.map((person) => [
    [h("b", null, person.display), h("p.small", null, person.name)],
    [list(person.roles.map((role) => ROLES()[role])), h("p.small", null, KINDS()[person.kind])],
    [STATES()[person.state], person.fingerprint && h("p.small.digits", { dir: "ltr" }, person.fingerprint)],
    [h("div.row", null,
      button(t("Change"), () => personDialog(app, person, act), "link"),
      person.state === "suspended"
        ? button(t("Let back in"), (event) => act(event.currentTarget, () => app.api.post("admin/resume", { id: person.id })), "link")
        : button(t("Suspend"), (event) => act(event.currentTarget, () => app.api.post("admin/suspend", { id: person.id })), "link"),
      button(t("New link"), (event) => reset(app, person, event.currentTarget, act), "link"))]]);
  return card(t("People"), table([t("Name"), t("Role"), t("State and key"), t("What you can do")], rows),
    h("div.row", null, button(t("Invite somebody"), () => personDialog(app, null, act))));
}

async function reset(app, person, control, act) {
  if (!await ask(t("A new link for {name}?", { name: person.display }), h("p", null, t("Their sessions and keys end. Letters that only they could read can no longer be read by anybody here.")), t("Make the link"), t("Cancel"))) return;
  await act(control, async () => link((await app.api.post("admin/reset", { id: person.id })).invitation));
}

const link = (token) => ask(t("Give them this link"), h("div", null, h("p", null, t("It is shown this once, and is good for a week and one person.")), h("p.code", { dir: "ltr" }, `${location.origin}/console/#enrol/${token}`)), "", t("Close"));

async function personDialog(app, person, act) {
  const name = h("input", { type: "text", maxlength: "80", required: true, value: person?.name ?? "", disabled: Boolean(person) });
  const display = h("input", { type: "text", maxlength: "80", required: true, value: person?.display ?? "" });
  const kind = h("select", null, options(KINDS(), person?.kind ?? "professional"));
  const roles = checks(ROLES(), person?.roles ?? ["counsellor"]);
  const tongues = checks(Object.fromEntries(LANGUAGES.map((code) => [code, languageName(code)])), person?.languages ?? ["en"]);
  const about = h("textarea", { rows: "2", maxlength: "600" });
  about.value = pick(person?.about ?? {});
  const body = h("div", null, field(t("Name to sign in with"), name), field(t("Name that writers read"), display), field(t("Who they are to writers"), kind),
    h("fieldset", null, h("legend", null, t("Roles")), roles), h("fieldset", null, h("legend", null, t("Languages they answer in")), tongues), field(t("One sentence about them, for writers"), about));
  const said = await ask(person ? person.display : t("Invite somebody"), body, person ? t("Keep") : t("Make the link"), t("Cancel"), () => ({
    name: name.value, display: display.value, kind: kind.value, roles: ticked(roles), languages: ticked(tongues),
    about: about.value ? { ...(person?.about ?? {}), [document.documentElement.lang]: about.value } : {}, age: person?.age ?? null, gender: person?.gender ?? null,
  }));
  if (!said) return;
  await act(h("i", null), async () => {
    if (person) await app.api.post("admin/change", { id: person.id, ...said });
    else await link((await app.api.post("admin/invite", said)).invitation);
  });
}

// Offers

const FORMS = () => ({ letters: t("letters"), chat: t("chat"), call: t("a call at an agreed time") });

function offersCard(app, offers, people, act) {
  const names = new Map(people.map((person) => [person.id, person.display]));
  const rows = offers.map((offer) => [[h("b", null, pick(offer.title)), h("p.small", null, pick(offer.text))],
    [list(offer.staff.map((id) => names.get(id) ?? "?")) || t("nobody")],
    [tn("{count} day", "{count} days", offer.reply_days)],
    [h("div.row", null, button(t("Change"), () => offerDialog(app, offer, people, act), "link"),
      button(t("Delete"), (event) => act(event.currentTarget, () => app.api.post("admin/offer-delete", { id: offer.id })), "link"))]]);
  return card(t("Offers"), h("p.small", null, t("Writers see a change as soon as the list below is signed.")),
    table([t("Offer"), t("On duty"), t("Answers within"), t("What you can do")], rows),
    h("div.row", null, button(t("Add an offer"), () => offerDialog(app, null, people, act))));
}

async function offerDialog(app, offer, people, act) {
  const id = h("input", { type: "text", pattern: "[a-z0-9][a-z0-9\\-]{0,59}", required: true, value: offer?.id ?? "", disabled: Boolean(offer) });
  const texts = ["title", "text"].map((part) => h("textarea", { rows: "2", maxlength: "600", required: true }));
  texts.forEach((area, place) => { area.value = pick(offer?.[["title", "text"][place]] ?? {}); });
  const kinds = checks(KINDS(), offer?.kinds ?? ["professional"]);
  const forms = checks(FORMS(), offer?.forms ?? ["letters"]);
  const tongues = checks(Object.fromEntries(LANGUAGES.map((code) => [code, languageName(code)])), offer?.languages ?? ["en"]);
  const duty = checks(Object.fromEntries(people.filter((person) => person.roles.includes("counsellor")).map((person) => [person.id, person.display])), offer?.staff ?? []);
  const reply = h("input", { type: "number", min: "1", max: "30", value: offer?.reply_days ?? 2, required: true });
  const set = (title, boxes) => h("fieldset", null, h("legend", null, title), boxes);
  const body = h("div", null, field(t("A short name in small letters"), id), field(t("Title"), texts[0]), field(t("In a sentence"), texts[1]),
    set(t("Who answers"), kinds), set(t("How"), forms), set(t("Languages"), tongues), set(t("On duty"), duty), field(t("Answers within so many days: a promise"), reply));
  const tongue = document.documentElement.lang;
  const said = await ask(offer ? pick(offer.title) : t("Add an offer"), body, t("Keep"), t("Cancel"), () => ({
    ...(offer ?? {}), id: id.value, place: offer?.place ?? 50, title: { ...(offer?.title ?? {}), [tongue]: texts[0].value }, text: { ...(offer?.text ?? {}), [tongue]: texts[1].value },
    kinds: ticked(kinds), forms: ticked(forms), languages: ticked(tongues), staff: ticked(duty), reply_days: Number(reply.value),
  }));
  if (said) await act(h("i", null), () => app.api.post("admin/offer", said));
}

// The signed list

function rosterCard(app, state, act) {
  const file = h("input", { type: "file", accept: ".json,application/json" });
  const download = button(t("Save the draft"), () => {
    const bytes = Uint8Array.from(atob(state.draft.replace(/-/gu, "+").replace(/_/gu, "/")), (letter) => letter.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: "application/json" }));
    h("a", { href: url, download: "roster-draft.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  });
  const publish = button(t("Publish the signed list"), (event) => act(event.currentTarget, async () => {
    if (!file.files[0]) return;
    await app.api.post("admin/roster-publish", { roster: JSON.parse(await file.files[0].text()) });
    say(t("Published"));
  }));
  return card(t("The signed list"),
    h("p", null, state.version ? t("Version {version} is in force until {day}.", { version: state.version, day: day(state.expires) }) : t("None is signed yet: nobody can write.")),
    state.differs.length > 0 && [h("p", null, t("The next one changes:")), h("ul", null, state.differs.map((line) => h("li", { dir: "ltr" }, line)))],
    h("p.small", null, t("Save the draft, have everybody read you their digits, sign it where the root key is, and publish it here.")),
    h("ul", null, state.people.map((person) => h("li", null, person.name, " ", h("span.digits.small", { dir: "ltr" }, person.fingerprint)))),
    h("div.row", null, download), field(t("The signed list, a file"), file), h("div.row", null, publish));
}

// The organisation

function organisationCard(app, one, act) {
  const name = h("input", { type: "text", maxlength: "80", required: true, value: one.name });
  const tongue = document.documentElement.lang;
  const [about, limits] = ["about", "limits"].map((part) => {
    const area = h("textarea", { rows: "3", maxlength: "2000" });
    area.value = one[part][tongue] ?? pick(one[part]);
    return area;
  });
  const days = h("input", { type: "number", min: "30", max: "90", value: one.retention_days, required: true });
  const keep = button(t("Keep"), (event) => act(event.currentTarget, () => app.api.post("admin/organisation-change", {
    name: name.value, about: { ...one.about, [tongue]: about.value }, limits: { ...one.limits, [tongue]: limits.value }, retention_days: Number(days.value),
  })));
  return card(t("Your organisation"), field(t("Name"), name), field(t("What it is, for writers"), about), field(t("The limits of what stays private, for writers"), limits),
    field(t("Letters are deleted after so many days (30 to 90)"), days), h("div.row", null, keep));
}

// By what the server notes down.
const ACTS = () => ({
  invited: t("invited somebody"), changed: t("changed an account"), suspended: t("suspended an account"), resumed: t("let somebody back in"), reset: t("made a new link"),
  "changed an offer": t("changed an offer"), "deleted an offer": t("deleted an offer"), "changed the organisation": t("changed the organisation"),
  "published a roster": t("published a signed list"), enrolled: t("made their keys"), "changed their passphrase": t("changed their passphrase"),
});

function auditCard(rows) {
  return h("section.sheet.pad.card.log", null, h("h2", null, t("What staff did")), h("p.small", null, t("Only to accounts and settings. Nothing about writers is noted anywhere.")),
    table([t("Day"), t("Who"), t("What")], rows.slice(0, 40).map((row) => [
      [day(row.day, { day: "numeric", month: "short" })], [row.who], [ACTS()[row.act] ?? row.act, row.what && h("p.small", { dir: "ltr" }, row.what)]])));
}
