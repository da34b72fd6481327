// Pages are made of elements, never of text that is read as HTML.

/** @param {string} tag `div.class.other` @param {object|null} attributes functions become listeners @param {...(Node|string|null|false)} children */
export function h(tag, attributes, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name);
  if (classes.length) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== false && child !== undefined && child !== ""));
  return made;
}

/** Lit: somebody waits or is here. Always beside words. */
export const door = (lit) => h(lit ? "i.door.lit" : "i.door", { "aria-hidden": "true" });

export const button = (text, click, kind = "", id = null) => h(kind ? `button.${kind}` : "button", { type: "button", click, id }, text);

/** A table that stays one for screen readers where a narrow page sets its rows as blocks. @param {string[]} heads @param {Node[][][]} rows */
export const table = (heads, rows) => h("table", { role: "table" },
  h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads.map((words) => h("th", { role: "columnheader", scope: "col" }, words)))),
  h("tbody", { role: "rowgroup" }, rows.map((cells) => h("tr", { role: "row" }, cells.map((cell, place) => h("td", { role: "cell", "data-head": heads[place] }, ...cell))))));

let ids = 0;

/** A field with its label. */
export function field(label, control, hint = "") {
  ids += 1;
  control.id ||= `field-${ids}`;
  const note = hint ? h("p.small", { id: `${control.id}-hint` }, hint) : null;
  if (note) control.setAttribute("aria-describedby", note.id);
  return h("div.field", null, h("label", { for: control.id }, label), note, control);
}

/** Says something to screen readers. */
export function say(text) {
  const place = document.getElementById("said");
  place.textContent = "";
  place.textContent = text;
}

/** A place for a sentence that says what went wrong; read out when it is filled. */
export const trouble = () => h("p.said", { role: "alert" });

/** Asks something in a dialog; resolves to what `value` returns, or null. */
export function ask(title, body, yes, no, value = () => true) {
  return new Promise((resolve) => {
    const id = `dialog-${(ids += 1)}`;
    let answer = null;
    const form = h("form", { method: "dialog", submit: () => { answer = value(); } },
      h("h2", { id }, title), body,
      h("div.row.end", null, h("button", { type: "button", click: () => made.close() }, no), yes && h("button.main", { type: "submit" }, yes)));
    const made = h("dialog", { "aria-labelledby": id, close: () => { made.remove(); resolve(answer); } }, form);
    document.body.append(made);
    made.showModal();
  });
}

/** Runs something once at a time for a control, and says what went wrong. */
export async function busy(control, place, work, sentence) {
  if (control.getAttribute("aria-disabled") === "true") return undefined;
  control.setAttribute("aria-disabled", "true");
  place.textContent = "";
  try {
    return await work();
  } catch (fault) {
    place.textContent = sentence(fault);
    return undefined;
  } finally {
    control.removeAttribute("aria-disabled");
  }
}
