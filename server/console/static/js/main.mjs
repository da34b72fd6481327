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
import { groups } from "./pages/groups.mjs";
import { mayOpen } from "./pages/roles.mjs";

const IDLE = 15 * 60 * 1000;
const PAGES = { inbox, snippets, settings, admin, groups };

class App {
  constructor(root) {
    this.root = root;
    this.api = new Api();
    this.api.line = (up) => this.connected(up);
    this.desk = new Desk(this.api);
    this.drafts = new Map();
    this.waiting = 0;
    // The room for a group that this page opened.
    this.room = null;
    this.hidden = false;
    // The page that stands there: "inbox", "thread/…"; empty where none does. Another one is gone to, the same one is drawn anew.
    this.here = "";
    this.still = () => undefined;
    this.up = true;
    // What stands open in a narrow conversation, so that news does not fold it up.
    this.folds = new Set();
    this.narrow = matchMedia("(max-width: 1179px)");
    this.phone = matchMedia("(max-width: 760px)");
    for (const query of [this.narrow, this.phone]) query.addEventListener("change", () => this.root.querySelector(".frame") && this.show());
  }

  /** Shows the first page; `why` says what has just happened. */
  async start(why = "") {
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
    else signIn(this, why);
  }

  finishEnrolling() {
    factor(this);
  }

  way() {
    return location.hash.slice(1).split("/");
  }

  /** Everything is open: the page asked for, and word of changes. */
  enter() {
    if (this.way()[0] === "" || this.way()[0] === "enrol") history.replaceState(null, "", `#${this.#own("inbox")}`);
    this.still();
    this.still = this.desk.me.roles.includes("counsellor") ? this.api.listen(() => this.changed()) : () => undefined;
    this.touched = Date.now();
    this.touch();
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
      const [asked, id] = this.way();
      const page = this.#own(asked);
      try {
        if (page === "thread" && id) await thread(this, id);
        else await (PAGES[page] ?? inbox)(this);
      } catch (fault) {
        // What was locked while a page was on its way has its own page by now.
        if (this.desk.unlocked) this.trouble(fault);
      }
    });
    return this.turn;
  }

  // Whoever only administers has no page that shows letters, and the other way round.
  #own(page) {
    const { roles } = this.desk.me;
    if (page === "groups" && mayOpen(roles)) return page;
    if (page === "settings" || roles.includes(page === "admin" ? "administrator" : "counsellor")) return page;
    return roles.includes("counsellor") ? "inbox" : roles.includes("administrator") ? "admin" : mayOpen(roles) ? "groups" : "settings";
  }

  // What was focused and how far it was read, so that news never moves the page under somebody's hands.
  kept(here) {
    const active = document.activeElement;
    return this.here !== here ? null : { id: active?.id, words: active?.textContent, start: active?.selectionStart, end: active?.selectionEnd, flow: document.querySelector(".flow")?.scrollTop, top: scrollY };
  }

  restore(kept) {
    if (!kept) return;
    const place = kept.id ? document.getElementById(kept.id) : this.#only(kept.words);
    if (place && document.activeElement === document.body) {
      place.focus({ preventScroll: true });
      if (typeof kept.start === "number" && place.setSelectionRange) place.setSelectionRange(kept.start, kept.end);
    }
    const flow = document.querySelector(".flow");
    if (flow && kept.flow) flow.scrollTop = kept.flow;
    scrollTo(0, kept.top);
  }

  // The one control with these words; where several have them, none, lest a key press meets another than it was meant for.
  #only(words) {
    const found = [...this.root.querySelectorAll("a, button, summary")].filter((one) => words && one.textContent === words);
    return found.length === 1 ? found[0] : null;
  }

  /** Says on the page that the line is broken, and takes that away again. */
  connected(up = this.up) {
    const shown = document.getElementById("offline");
    if (up) shown?.remove();
    else if (!shown && this.desk.unlocked) {
      this.root.append(h("p.said", { id: "offline", role: "status" }, t("Not connected. What you wrote is still in this page.")));
    }
    this.up = up;
  }

  trouble(fault) {
    if (fault.code === "session") {
      this.wipe();
      signIn(this);
    } else if (fault.code === "offline") {
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
    // A machine that slept stops timers: what counts is the clock.
    if (this.desk.unlocked && Date.now() - this.touched > IDLE) {
      this.idled();
      return;
    }
    this.touched = Date.now();
    this.idle = setTimeout(() => this.idled(), IDLE);
  }

  idled() {
    if (this.desk.unlocked) this.lock(t("Nobody was here for a while, so it was locked. What you had begun to write is gone from this page."));
  }

  /** Back in front of somebody. */
  seen() {
    if (this.desk.unlocked && Date.now() - this.touched > IDLE) this.idled();
  }

  wipe() {
    this.still();
    this.drafts.clear();
    this.folds.clear();
    this.up = true;
    clearTimeout(this.idle);
    clearTimeout(this.soon);
    for (const dialog of document.querySelectorAll("dialog")) dialog.remove();
    document.getElementById("said").textContent = "";
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
addEventListener("hashchange", () => app.show());
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => app.touch(), { passive: true });
document.addEventListener("visibilitychange", () => app.seen());
addEventListener("pagehide", () => app.wipe());
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
await app.start();
