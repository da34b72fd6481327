// The window at the side with its ways, and the page beside it.
import { button, door, h } from "./dom.mjs";
import { t, tn } from "./words.mjs";
import { mayOpen } from "./roles.mjs";

export const KINDS = () => ({
  professional: t("professional"), former: t("former member"), survivor: t("survivor"), peer: t("peer"),
});

/** Shows a page in its frame, unless it was locked meanwhile; `extra` are further ways, such as conversations. */
export function frame(app, here, title, content, { waiting = app.waiting, extra = [], thread = false } = {}) {
  const { desk } = app;
  if (!desk.unlocked) return;
  const counsellor = desk.me.roles.includes("counsellor");
  const home = counsellor ? "inbox" : "settings";
  // On a phone, every page but the first shows only the way back.
  const way = (hash, words, ...rest) => h(hash === home ? "a.home" : "a", { href: `#${hash}`, "aria-current": here === hash ? "page" : null }, h("span.way", null, words), ...rest);
  const ways = [
    counsellor && way("inbox", t("Inbox"), waiting > 0 && h("span.n", null, tn("{count} waits", "{count} wait", waiting), door(true))),
    counsellor && way("snippets", t("Snippets, crisis card")),
    mayOpen(desk.me.roles) && way("groups", t("Groups")),
    way("settings", t("My offers and key")),
    desk.me.roles.includes("administrator") && way("admin", t("Administration")),
    desk.me.roles.includes("researcher") && h("a", { href: `/console/insight/?lang=${document.documentElement.lang}` }, h("span.way", null, t("Insight"))),
  ];
  const main = h(thread ? "main.thread" : "main.page", { id: "main", tabindex: "-1" }, content);
  const kept = app.kept(here);
  app.root.replaceChildren(
    h("a.skip", { href: "#main", click: (event) => { event.preventDefault(); main.focus(); } }, t("Skip to the page")),
    h(thread ? "div.frame.talking" : "div.frame", null,
      h(here === home || !counsellor ? "div.rail" : "div.rail.inner", null, h("p.mark", null, "Threshold"), h("p.org", null, desk.me.organisation.name),
        h("nav", { "aria-label": t("Console") }, ...ways, ...extra),
        h("div.me", null, h("span", null, h("b", null, desk.me.display), `, ${KINDS()[desk.me.kind]}`), 
          button(t("Sign out"), () => app.signOut(), "out"), button(app.phone.matches ? t("Lock") : t("Lock the console"), () => app.lock()))),
      main));
  app.connected();
  document.title = `${title} · Threshold`;
  const head = main.querySelector("h1");
  if (head) {
    head.tabIndex = -1;
    // A name of its own: news brings the focus back to it, and not to a way with the same words.
    head.id ||= "page-head";
    if (!kept) head.focus();
  }
  app.restore(kept);
  app.here = here;
}
