// Coming in: signing in, the second factor, unlocking, and coming back with a recovery code.
import { busy, button, field, h, trouble } from "./dom.mjs";
import { t } from "./words.mjs";
import { sentence } from "./faults.mjs";

/** A page beside the window. */
export function gate(app, title, ...children) {
  const head = h("h1", { tabindex: "-1" }, title);
  app.root.replaceChildren(h("div.gate", null,
    h("div.view", null, h("p.mark", null, "Threshold"), h("p", null, app.hello.organisation), h("p", null, t("Letters open in this page and nowhere else."))),
    h("main.in", null, h("div", null, head, ...children))));
  document.title = `${title} · Threshold`;
  app.here = "";
  head.focus();
}

const input = (type, attributes) => h("input", { type, autocomplete: "off", required: true, maxlength: "1000", ...attributes });

export function signIn(app, why = "") {
  const name = input("text", { autocomplete: "username", autocapitalize: "none", spellcheck: "false", maxlength: "80" });
  const words = input("password", { autocomplete: "current-password" });
  const place = trouble();
  const send = h("button.main", { type: "submit" }, t("Sign in"));
  const form = h("form", {
    submit: (event) => {
      event.preventDefault();
      busy(send, place, async () => {
        const ways = await app.desk.signIn(name.value, words.value, app.hello.deployment);
        words.value = "";
        if (ways.length) second(app, ways);
        else app.finishEnrolling();
      }, (fault) => (fault.code === "session" ? t("Name and passphrase do not fit together.") : sentence(fault)));
    },
  }, why && h("p.lead", { role: "status" }, why), field(t("Name"), name), field(t("Passphrase"), words), place,
  h("div.row", null, send, button(t("I have only my recovery code"), () => recover(app), "link")));
  gate(app, t("Good to see you"), form);
  name.focus();
}

function second(app, ways) {
  const code = input("text", { inputmode: "numeric", autocomplete: "one-time-code", maxlength: "12" });
  const place = trouble();
  const send = h("button.main", { type: "submit" }, t("Go on"));
  const wrong = (fault) => (fault.code === "session" ? t("That code is not right, or was used already. Wait for the next one.") : sentence(fault));
  const form = h("form", {
    submit: (event) => {
      event.preventDefault();
      busy(send, place, async () => { await app.desk.codeIn(code.value); app.enter(); }, wrong);
    },
  }, ways.includes("totp") && field(t("The six digits from your generator of codes"), code), place,
  h("div.row", null, ways.includes("totp") && send, ways.includes("passkey") && h("button.main", {
    type: "button", click: (event) => busy(event.currentTarget, place, async () => { await app.desk.passkeyIn(); app.enter(); }, wrong),
  }, t("Use a passkey")), button(t("Back"), () => signIn(app), "link")));
  gate(app, t("And once more"), form);
  code.focus();
}

/** The session lasts, but the keys are gone from memory. */
export function unlock(app, why) {
  const words = input("password", { autocomplete: "current-password" });
  const place = trouble();
  const send = h("button.main", { type: "submit" }, t("Unlock"));
  const form = h("form", {
    submit: (event) => {
      event.preventDefault();
      busy(send, place, async () => { await app.desk.unlockWith(words.value, app.hello.deployment); app.enter(); },
        (fault) => (fault.code ? sentence(fault) : t("That passphrase does not open it.")));
    },
  }, h("p.lead", null, why), field(t("Passphrase"), words), place,
  h("div.row", null, send, button(t("Sign out"), () => app.signOut(), "link")));
  gate(app, t("Locked"), form);
  words.focus();
}

export const ADVICE = () => t("Four or more words that do not belong together, which you use nowhere else. Nobody can reset it for you.");
export const SHORTEST = 16;

/** Two fields for a new passphrase; `value()` is empty until they are good. */
export function freshPassphrase() {
  const one = input("password", { autocomplete: "new-password" });
  const two = input("password", { autocomplete: "new-password" });
  const fields = [field(t("A new passphrase"), one, ADVICE()), field(t("The same once more"), two)];
  const fault = () => (one.value.length < SHORTEST ? t("Please make it longer: sixteen letters or more.") : one.value === two.value ? "" : t("The two differ."));
  return { fields, fault, value: () => one.value };
}

function recover(app) {
  const name = input("text", { autocomplete: "username", autocapitalize: "none", maxlength: "80" });
  const code = input("text", { autocapitalize: "characters", spellcheck: "false", maxlength: "80" });
  const fresh = freshPassphrase();
  const place = trouble();
  const send = h("button.main", { type: "submit" }, t("Set the passphrase"));
  const form = h("form", {
    submit: (event) => {
      event.preventDefault();
      place.textContent = fresh.fault();
      if (place.textContent) return;
      busy(send, place, async () => {
        await app.desk.recover(name.value, code.value, fresh.value(), app.hello.deployment);
        await app.start(t("Your new passphrase holds. Sign in with it."));
      }, (fault) => (fault.code === "session" ? t("Name and recovery code do not fit together.") : sentence(fault)));
    },
  }, field(t("Name"), name), field(t("Recovery code, from your paper"), code), ...fresh.fields, place,
  h("div.row", null, send, button(t("Back"), () => signIn(app), "link")));
  gate(app, t("Come back with your recovery code"), form);
  name.focus();
}
