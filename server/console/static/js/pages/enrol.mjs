// The first time: a passphrase, keys made in this page, a recovery code on paper, a second factor, and digits to read aloud.
import { busy, button, field, h, trouble } from "./dom.mjs";
import { t } from "./words.mjs";
import { sentence } from "./faults.mjs";
import { freshPassphrase, gate } from "./enter.mjs";

export async function enrol(app, token) {
  let invitation;
  try {
    invitation = await app.api.post("invitation", { token });
  } catch (fault) {
    gate(app, t("This link is no longer good"), h("p.lead", null, fault.code === "unknown" ? t("It was used already, or a week has passed. Ask for a new one.") : sentence(fault)));
    return;
  }
  const fresh = freshPassphrase();
  const place = trouble();
  const send = h("button.main", { type: "submit" }, t("Make my keys"));
  const form = h("form", {
    submit: (event) => {
      event.preventDefault();
      place.textContent = fresh.fault();
      if (place.textContent) return;
      busy(send, place, async () => paper(app, invitation, await app.desk.enrol(token, invitation, fresh.value())), sentence);
    },
  }, h("p.lead", null, t("{organisation} invites you as {name}.", { organisation: invitation.organisation, name: invitation.display })),
  h("p", null, t("Your keys are made in this page. Letters to you can be opened with them alone; the server never gets them.")),
  ...fresh.fields, place, h("div.row", null, send));
  gate(app, t("Welcome"), form);
}

// Two lines, so that no group of letters is broken.
const inTwo = (groups, between) => [groups.slice(0, 4).join(between), h("br", null), groups.slice(4).join(between)];

function paper(app, invitation, made) {
  gate(app, t("Your recovery code"), h("div.card", null,
    h("p", null, t("Print it or write it down, and keep it where only you find it. It is shown this once. Without it, a forgotten passphrase means new keys.")),
    h("p.small", null, t("For {name}", { name: invitation.name })),
    h("p.code", { dir: "ltr" }, ...inTwo(made.code.match(/.{4}-?/gu), "")),
    h("div.row.no-print", null, button(t("Print"), () => window.print()), button(t("I have it"), () => factor(app), "main"))));
}

/** A generator of codes, or a passkey. */
export function factor(app) {
  const place = trouble();
  const codes = h("button.main", { type: "button", click: () => busy(codes, place, async () => totp(app, await app.api.post("totp-begin")), sentence) }, t("A generator of codes"));
  const key = h("button", {
    type: "button", click: () => busy(key, place, async () => { await app.desk.addPasskey(); await app.desk.unlock(); digits(app); },
      (fault) => (fault.code ? sentence(fault) : t("The passkey was not made. Try again, or use a generator of codes."))),
  }, t("A passkey on this device"));
  gate(app, t("A second proof that it is you"), h("div.card", null,
    h("p", null, t("From now on you need two things: your passphrase, and something you have.")), place, h("div.row", null, codes, key)));
}

function totp(app, made) {
  const code = h("input", { type: "text", inputmode: "numeric", autocomplete: "one-time-code", maxlength: "12", required: true });
  const place = trouble();
  const send = h("button.main", { type: "submit" }, t("Go on"));
  const drawn = document.importNode(new DOMParser().parseFromString(made.picture, "image/svg+xml").documentElement, true);
  const picture = h("div.qr", { role: "img", "aria-label": t("The same secret as a picture to scan") }, drawn);
  const form = h("form", {
    submit: (event) => {
      event.preventDefault();
      busy(send, place, async () => {
        await app.api.post("totp-confirm", { totp: code.value });
        await app.desk.unlock();
        digits(app);
      }, (fault) => (fault.code === "session" ? t("That code is not right. Is the clock of your phone right?") : sentence(fault)));
    },
  }, h("p", null, t("Scan this with your generator of codes, or type the secret in.")), picture, h("p.code", { dir: "ltr" }, ...inTwo(made.secret.match(/.{4}/gu), " ")),
  field(t("The six digits it shows now"), code), place, h("div.row", null, send));
  gate(app, t("Your generator of codes"), form);
}

function digits(app) {
  gate(app, t("Read these to your administrator"), h("div.card", null,
    h("p", null, t("By voice, not by e-mail. They show that the key in the signed list is really yours.")),
    h("p.code", { dir: "ltr" }, app.desk.fingerprint()),
    h("p.small", null, t("You find them again under “My offers and key”. As soon as the list is signed, letters reach you.")),
    h("div.row", null, button(t("Open the console"), () => app.enter(), "main"))));
}
