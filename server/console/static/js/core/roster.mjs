// The signed list of people, keys and offers: checked before it is read.
import sodium from "./sodium.mjs";
import { decode, encode, join, text, utf8 } from "./bytes.mjs";

const SEPARATOR = new Uint8Array(1);
const DAY = 86400000;
const LONGEST_DAYS = 35;
const PIN = "threshold1:";

export class RosterError extends Error {}

/** The deployment and root key of a pin. Throws a RosterError for anything else. */
export function readPin(pin) {
  const bytes = pin.startsWith(PIN) ? decode(pin.slice(PIN.length)) : new Uint8Array();
  if (bytes.length !== 48) throw new RosterError("foreign");
  return { deployment: bytes.slice(0, 16), root: bytes.slice(16) };
}

/** Returns a signed document's text. Throws a RosterError where the signature is another's. */
export function signedText(document, domain, key) {
  try {
    const payload = decode(document.payload);
    if (sodium.crypto_sign_verify_detached(decode(document.signature), join(utf8(domain), SEPARATOR, payload), key)) return text(payload);
  } catch {
    // Not base64url, or not UTF-8: not signed by anybody.
  }
  throw new RosterError("signature");
}

/** @param {string} domain @param {string} payload @param {Uint8Array} secret */
export function sign(domain, payload, secret) {
  const bytes = utf8(payload);
  return { payload: encode(bytes), signature: encode(sodium.crypto_sign_detached(join(utf8(domain), SEPARATOR, bytes), secret)) };
}

/** Returns a roster. Throws a RosterError: `signature`, `foreign`, `expired`, `early`, `older`. @param {string} today an ISO day */
export function readRoster(document, pin, today, seen = 0) {
  const roster = JSON.parse(signedText(document, "threshold roster v1", pin.root));
  const day = (iso) => Date.parse(`${iso}T00:00:00Z`);
  if (roster.v !== 1 || roster.deployment !== encode(pin.deployment)) throw new RosterError("foreign");
  if (day(roster.issued) > day(today) + DAY) throw new RosterError("early");
  if (!(day(roster.expires) >= day(today)) || day(roster.expires) > day(roster.issued) + LONGEST_DAYS * DAY) throw new RosterError("expired");
  if (roster.version < seen) throw new RosterError("older");
  return roster;
}

/** The notices that are signed by the people whose they are, by staff id. */
export function readNotices(documents, roster) {
  const found = new Map();
  for (const document of documents) {
    for (const person of roster.staff) {
      try {
        const notice = JSON.parse(signedText(document, "threshold notice v1", decode(person.sign)));
        if (notice.staff === person.id) found.set(person.id, notice);
      } catch {
        // Another's: the next person is tried.
      }
    }
  }
  return found;
}
