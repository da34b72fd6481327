// The console: one page, its ways, and what happens when time passes.
import { Api } from "./core/api.mjs";
import { Desk } from "./core/desk.mjs";
import { button, h, say } from "./pages/dom.mjs";
import { speak, t } from "./pages/words.mjs";
import { sentence } from "./pages/faults.mjs";
import { gate, signIn, unlock } from "./pages/enter.mjs";
import { enrol, factor } from "./pages/enrol.mjs";
import { inbox } from "./pages/inbox.mjs";
import { thread } from "./pages/thread.mjs";
import { snippets } from "./pages/snippets.mjs";
import { settings } from "./pages/settings.mjs";
import { admin } from "./pages/admin.mjs";

const IDLE = 15 * 60 * 1000;
const PAGES = { inbox, snippets, settings, admin };

class App {
  constructor(root) {
    this.root = root;
    this.api = new Api();
    this.desk = new Desk(this.api);
    this.drafts = new Map();
    this.waiting = 0;
    this.hidden = false;
    this.moved = true;
    this.still = () => undefined;
  }

  async start() {
    await speak(document.documentElement.lang);
    try {
      this.hello = await this.api.hello();
    } catch (fault) {
      this.root.replaceChildren(h("main.plain", null, h("h1", null, t("Not connected")), h("p", null, sentence(fault))));
      return;
    }
    const [page, token] = this.way();
    if (page === "enrol" && token) {
      history.replaceState(null, "", location.pathname);
      await enrol(this, token);
    } else if (this.hello.stage === "full") unlock(this, t("Your letters are locked. Your passphrase opens them."));
    else if (this.hello.stage === "enrol") signIn(this);
    else signIn(this);
  }

  finishEnrolling() {
    factor(this);
  }

  way() {
    return location.hash.slice(1).split("/");
  }

  /** Everything is open: the page asked for, and word of changes. */
  enter() {
    if (this.way()[0] === "" || this.way()[0] === "enrol") history.replaceState(null, "", `#${this.desk.me.roles.includes("counsellor") ? "inbox" : "admin"}`);
    this.still();
    this.still = this.desk.me.roles.includes("counsellor") ? this.api.listen(() => this.changed()) : () => undefined;
    this.touch();
    this.moved = true;
    this.show();
  }

  go(hash) {
    if (location.hash === `#${hash}`) this.show();
    else location.hash = hash;
  }

  /** Shows the page of the address; one after the other, and only the newest. */
  show() {
    this.turn = (this.turn ?? Promise.resolve()).then(async () => {
      if (!this.desk.unlocked) return;
      const [page, id] = this.way();
      const kept = this.#kept();
      try {
        if (page === "thread" && id) await thread(this, id);
        else await (PAGES[page] ?? inbox)(this);
        this.#restore(kept);
      } catch (fault) {
        this.trouble(fault);
      }
    });
    return this.turn;
  }

  // What was focused and how far it was read, so that news never moves the page under somebody's hands.
  #kept() {
    const active = document.activeElement;
    return this.moved ? null : { id: active?.id, start: active?.selectionStart, flow: document.querySelector(".flow")?.scrollTop, hash: location.hash, top: scrollY };
  }

  #restore(kept) {
    if (!kept || kept.hash !== location.hash) return;
    const place = kept.id && document.getElementById(kept.id);
    if (place) {
      place.focus({ preventScroll: true });
      if (typeof kept.start === "number" && place.setSelectionRange) place.setSelectionRange(kept.start, kept.start);
    }
    const flow = document.querySelector(".flow");
    if (flow && kept.flow) flow.scrollTop = kept.flow;
    scrollTo(0, kept.top);
  }

  trouble(fault) {
    if (fault.code === "session") {
      this.wipe();
      signIn(this);
    } else if (fault.code === "offline") {
      say(sentence(fault));
      this.later();
    } else if (fault.code === "unknown") {
      this.desk.conversations.clear();
      if (location.hash !== "#inbox") this.go("inbox");
    } else gate(this, t("Something went wrong"), h("p.lead", null, sentence(fault)), h("div.row", null, button(t("Try again"), () => this.show(), "main")));
  }

  /** Looks again in a moment. */
  later() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.show(), 3000);
  }

  /** The server said that something changed; a dialog or half-written field is left alone. */
  changed() {
    const [page] = this.way();
    if (!this.desk.unlocked || document.querySelector("dialog") || !["", "inbox", "thread"].includes(page)) return;
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.show(), 150);
  }

  touch() {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.desk.unlocked && this.lock(t("Nobody was here for a while, so it was locked. What you had begun to write is gone from this page.")), IDLE);
  }

  wipe() {
    this.still();
    this.drafts.clear();
    this.desk.lock();
    document.title = "Threshold";
    this.root.replaceChildren();
  }

  lock(why = t("Nothing can be read until you unlock it.")) {
    this.wipe();
    unlock(this, why);
  }

  async signOut() {
    try {
      await this.desk.signOut();
    } finally {
      this.wipe();
      location.replace(location.pathname);
    }
  }
}

const app = new App(document.getElementById("app"));
addEventListener("hashchange", () => { app.moved = true; app.show(); });
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => app.touch(), { passive: true });
addEventListener("pagehide", () => app.wipe());
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
await app.start();
