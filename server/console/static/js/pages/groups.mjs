// A room for a group over the internet: opened with a press, led with the facilitator's own page, gone with its end.
import { ask, busy, button, field, h, say, trouble } from "./dom.mjs";
import { t, tn } from "./words.mjs";
import { sentence } from "./faults.mjs";
import { frame } from "./frame.mjs";
import { encode, random } from "../core/bytes.mjs";

const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;

export async function groups(app) {
  const place = trouble();
  // A room that is over by now is no longer there to be shown.
  const state = app.room ? await app.api.group("state", app.room.host).catch(() => null) : null;
  if (!state) app.room = null;
  frame(app, "groups", t("Groups"), h("div", null, h("h1", null, t("Groups")),
    h("p.lead", null, t("A group that is not in one room comes in with phones or computers, by a code. No name, no account; who chose what is never kept.")),
    app.room ? open(app, state, place) : closed(app, place)));
}

function closed(app, place) {
  const make = button(t("Open a room"), () => busy(make, place, async () => {
    app.room = await app.api.group("create", "", { id: encode(random(16)), title: {} });
    await app.show();
    say(t("The room is open. Its code is {code}.", { code: spaced(app.room.code) }));
  }, sentence), "main", "open-room");
  return h("div.sheet.pad.narrow", null, h("p", null, t("To read a story together, open the room in the game instead: “Play with a group over the internet”, with your name, passphrase and code.")),
    place, h("div.row", null, make));
}

function open(app, state, place) {
  const { room } = app;
  const question = h("textarea", { rows: "2", maxlength: "300", required: true, dir: "auto" });
  const put = button(t("Ask the room"), () => busy(put, place, async () => {
    const text = question.value.trim();
    if (!text) return;
    const now = await app.api.group("state", room.host);
    await app.api.group("ask", room.host, {
      number: (now.round?.number ?? 0) + 1, question: "console", kind: "words", text: { [document.documentElement.lang]: text }, choices: [],
    });
    await app.show();
    say(t("The question is on every phone. Answers come to the page that leads."));
  }, sentence));
  return h("div.sheet.pad.narrow", null,
    h("dl.room", null, h("dt", null, t("Address")), h("dd", { dir: "ltr" }, `${location.host}/g`), h("dt", null, t("Code")), h("dd.digits", { id: "room-code", dir: "ltr" }, spaced(room.code))),
    h("p", { id: "room-here" }, tn("{count} is here", "{count} are here", state.here)),
    h("p", null, h("a", { href: `/g/lead/${room.lead}`, target: "_blank", rel: "noopener" }, t("Lead this room in a page of its own")), " ", h("span.small", null, t("Show that page to nobody: whoever has it leads the room."))),
    field(t("A question that everybody answers in their own words"), question, t("You read every answer first, without seeing whose it is.")),
    place, h("div.row", null, put, button(t("Look again"), () => app.show(), "link"), button(t("End the session"), () => end(app, place), "link")));
}

async function end(app, place) {
  if (!await ask(t("End the session?"), h("p", null, t("The room ends for everybody, and all that was answered is deleted.")), t("End the session"), t("Cancel"))) return;
  await busy(h("i", null), place, async () => {
    await app.api.group("end", app.room.host, {});
    await app.api.group("forget", app.room.host, {});
    app.room = null;
    await app.show();
  }, sentence);
}
