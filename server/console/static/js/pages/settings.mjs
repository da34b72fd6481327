// One's own offers, key, days away, passphrase, language and light.
import { busy, button, field, h, say, trouble } from "./dom.mjs";
import { language, languageName, list, pick, speak, t, tn } from "./words.mjs";
import { sentence } from "./faults.mjs";
import { frame } from "./frame.mjs";
import { freshPassphrase } from "./enter.mjs";
import { today } from "../core/desk.mjs";

export const LANGUAGES = ["en", "de", "fr", "sv", "ar"];

export function settings(app) {
  const { desk } = app;
  frame(app, "settings", t("My offers and key"), h("div", null, h("h1", null, t("My offers and key")),
    h("div.cards", null, offers(desk), key(desk), away(app), passphrase(app), looks(app))));
}

const card = (title, ...children) => h("section.sheet.pad.card", null, h("h2", null, title), ...children);

function offers(desk) {
  const mine = desk.roster.offers.filter((offer) => offer.staff.includes(desk.me.id));
  return card(t("On duty for"), mine.length
    ? h("ul.stack", null, mine.map((offer) => h("li", null, h("b", null, pick(offer.title)), h("p.small", null, list(offer.languages.map(languageName))),
      h("p.small", null, tn("answers within {count} day", "answers within {count} days", offer.reply_days)))))
    : h("p", null, t("You are on duty for no offer yet. Your administrator puts you there.")));
}

function key(desk) {
  return card(t("Your key"), h("p", null, t("Read these digits to your administrator, by voice, before the list is signed.")), h("p.code.digits", { dir: "ltr" }, desk.fingerprint()));
}

function away(app) {
  const { desk } = app;
  const place = trouble();
  const last = desk.notices.get(desk.me.id);
  const notice = last?.until >= today() ? last : null;
  const [from, until] = [notice?.from ?? today(), notice?.until ?? today()].map((value) => h("input", { type: "date", value, required: true }));
  const words = h("input", { type: "text", maxlength: "300", value: pick(notice?.text ?? {}) });
  const set = (off) => (event) => (!off && until.value < from.value ? wrong(t("The last day is before the first.")) : busy(event.currentTarget, place, async () => {
    const ended = new Date(Date.now() - 86400000).toISOString().slice(0, 10);
    await desk.setAway(off ? ended : from.value, off ? ended : until.value, { [language()]: words.value });
    app.show();
  }, sentence));
  const wrong = (words) => { place.textContent = words; };
  return card(t("Days away"), h("p.small", null, t("Writers read this before they write. It is signed with your key.")),
    field(t("From"), from), field(t("Until"), until), field(t("In a few words, if you like"), words), place,
    h("div.row", null, button(t("Set days away"), set(false)), notice && button(t("I am back"), set(true), "link")));
}

function passphrase(app) {
  const place = trouble();
  const old = h("input", { type: "password", autocomplete: "current-password", maxlength: "1000" });
  const fresh = freshPassphrase();
  const change = button(t("Change it"), () => {
    place.textContent = fresh.fault();
    if (!place.textContent) busy(change, place, async () => { await app.desk.changePassphrase(old.value, fresh.value()); app.show().then(() => say(t("Changed"))); },
      (fault) => (fault.code === "session" ? t("The old passphrase is not right.") : sentence(fault)));
  });
  const passkey = button(t("Add a passkey"), () => busy(passkey, place, async () => { await app.desk.addPasskey(); say(t("Added")); }, (fault) => (fault.code ? sentence(fault) : t("The passkey was not made."))));
  return card(t("Passphrase and passkeys"), field(t("The old passphrase"), old), ...fresh.fields, place, h("div.row", null, change, passkey));
}

function looks(app) {
  const tongue = h("select", { change: async () => { await speak(tongue.value); app.show(); } }, LANGUAGES.map((code) => h("option", { value: code, selected: code === language() }, new Intl.DisplayNames([code], { type: "language" }).of(code))));
  const light = h("select", {
    change: () => { if (light.value) document.documentElement.dataset.theme = light.value; else delete document.documentElement.dataset.theme; },
  }, [["", t("As this device")], ["dark", t("Dark")], ["light", t("Light")]].map(([value, words]) => h("option", { value, selected: value === (document.documentElement.dataset.theme ?? "") }, words)));
  return card(t("Language and light"), field(t("Language"), tongue), field(t("Light"), light), h("p.small", null, t("Both last until this page is closed: the browser keeps nothing.")));
}

