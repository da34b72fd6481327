// The console's words in the reader's language; the English text is the key, fields stand in {curly brackets}.
let book = { language: "en", texts: {}, forms: null };

export async function speak(language) {
  const answer = await fetch(`/console/catalogue/${language}.json`, { credentials: "same-origin" });
  if (answer.ok) book = await answer.json();
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
}

export const language = () => book.language;

const filled = (text, fields) => text.replace(/\{(\w+)\}/gu, (whole, name) => (name in fields ? String(fields[name]) : whole));

export function t(text, fields = {}) {
  const found = book.texts[text];
  return filled(typeof found === "string" && found ? found : text, fields);
}

/** A counted text; `{count}` is the number in the language's own digits. */
export function tn(one, many, count, fields = {}) {
  const forms = book.texts[one];
  const form = book.forms?.[count % 201];
  const text = forms && typeof forms === "object" && forms[String(form)] ? forms[String(form)] : count === 1 ? one : many;
  return filled(text, { count: new Intl.NumberFormat(book.language).format(count), ...fields });
}

/** Marks a text for the catalogues. */
export const marked = (text) => text;

/** A day in words. @param {string} iso */
const locale = () => navigator.languages.find((one) => one.split("-")[0] === book.language) ?? book.language;

export function day(iso, style = { weekday: "long", day: "numeric", month: "long" }) {
  if (!iso) return "";
  return new Intl.DateTimeFormat(locale(), { timeZone: "UTC", ...style }).format(new Date(`${iso}T00:00:00Z`));
}

/** A weekday where that says which one; else the date. @param {string} now an ISO day */
export function weekday(iso, now = new Date().toISOString().slice(0, 10)) {
  const near = Math.abs(Date.parse(iso) - Date.parse(now)) < 7 * 86400000;
  return day(iso, near ? { weekday: "long" } : { day: "numeric", month: "long" });
}

/** An ISO day some days later. */
export const later = (iso, days) => new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86400000).toISOString().slice(0, 10);

/** One of several texts by language. */
export function pick(texts) {
  return texts?.[book.language] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? "";
}

export const list = (names) => new Intl.ListFormat(book.language, { type: "conjunction" }).format(names);

export const languageName = (code) => new Intl.DisplayNames([book.language], { type: "language" }).of(code) ?? code;
