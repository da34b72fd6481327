// From what people type to keys: passphrases and recovery codes of staff (docs/protocol.md).
import sodium from "./sodium.mjs";
import { hash, join, utf8 } from "./bytes.mjs";

const PASSES = 3;
const MEMORY = 64 * 1024 * 1024;
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SEPARATOR = new Uint8Array(1);
export const LONGEST = 1000;

/** A name as accounts are found by. @param {string} name */
export const folded = (name) => name.toLowerCase().split(/\s+/u).filter(Boolean).join(" ");

/** @param {Uint8Array} words @param {string} domain @param {Uint8Array} deployment @param {string} name */
function seed(words, domain, deployment, name) {
  const salt = hash(16, utf8(domain), deployment, SEPARATOR, utf8(folded(name)));
  return sodium.crypto_pwhash(32, words, salt, PASSES, MEMORY, sodium.crypto_pwhash_ALG_ARGON2ID13);
}

function split(from, context) {
  const keys = { auth: sodium.crypto_kdf_derive_from_key(32, 1, context, from), key: sodium.crypto_kdf_derive_from_key(32, 2, context, from) };
  sodium.memzero(from);
  return keys;
}

/** What signs in (`auth`), and what opens the vault (`key`). Throws a RangeError for an endless passphrase. */
export function fromPassphrase(passphrase, deployment, name) {
  if (passphrase.length > LONGEST) throw new RangeError("too long");
  return split(seed(utf8(passphrase.normalize("NFKC")), "threshold staff v1", deployment, name), "thrstaff");
}

/** The same from a recovery code, however it is typed. */
export function fromRecovery(code, deployment, name) {
  return split(seed(utf8(plainCode(code)), "threshold recovery v1", deployment, name), "thrrecov");
}

/** A recovery code without what people put between its letters; easily confused letters are put right. */
export const plainCode = (code) => code.slice(0, LONGEST).toUpperCase().replace(/[^0-9A-Z]/gu, "").replace(/[IL]/gu, "1").replace(/O/gu, "0");

/** Twenty random bytes in eight groups of four letters. */
export function recoveryCode() {
  const bytes = sodium.randombytes_buf(20);
  let bits = 0;
  let held = 0;
  let letters = "";
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      letters += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  sodium.memzero(bytes);
  return letters.match(/.{4}/gu).join("-");
}

/** What is read aloud before keys are signed. */
export function fingerprint(sign, box) {
  return sodium.to_hex(hash(32, join(sign, box)).slice(0, 10)).match(/.{4}/gu).join(" ");
}
