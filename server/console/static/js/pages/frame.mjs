// The window at the side with its ways, and the page beside it.
import { button, door, h } from "./dom.mjs";
import { t, tn } from "./words.mjs";

export const KINDS = () => ({
  professional: t("professional"), former: t("has left a group"), survivor: t("survivor"), peer: t("peer"),
});

/** Shows a page in its frame; `extra` are further ways, such as conversations. */
export function frame(app, here, title, content, { waiting = app.waiting, extra = [], thread = false } = {}) {
  const { desk } = app;
  const counsellor = desk.me.roles.includes("counsellor");
  const way = (hash, words, ...rest) => h("a", { href: `#${hash}`, "aria-current": here === hash ? "page" : null }, words, ...rest);
  const ways = [
    counsellor && way("inbox", t("Inbox"), waiting > 0 && h("span.n", null, tn("{count} waits", "{count} wait", waiting), door(true))),
    counsellor && way("snippets", t("Snippets, crisis card")),
    way("settings", t("My offers and key")),
    desk.me.roles.includes("administrator") && way("admin", t("Administration")),
  ];
  const main = h(thread ? "main.thread" : "main.page", { id: "main", tabindex: "-1" }, content);
  app.root.replaceChildren(
    h("a.skip", { href: "#main", click: (event) => { event.preventDefault(); main.focus(); } }, t("Skip to the page")),
    h("div.frame", null,
      h("div.rail", null, h("p.mark", null, "Threshold"), h("p.org", null, desk.me.organisation.name),
        h("nav", { "aria-label": t("Console") }, ...ways, ...extra),
        h("div.me", null, h("span", null, h("b", null, desk.me.display), `, ${KINDS()[desk.me.kind]}`), button(t("Lock the console"), () => app.lock()))),
      main));
  document.title = `${title} · Threshold`;
  const head = main.querySelector("h1");
  if (head && app.moved) {
    head.tabIndex = -1;
    head.focus();
  }
  app.moved = false;
  return main;
}
