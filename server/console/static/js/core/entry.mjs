// Entries: sealed under an epoch's key, signed by their writer, chained to the one before; and the wraps that carry keys.
import sodium from "./sodium.mjs";
import { decode, encode, hash, join, random, readU32, u32, utf8 } from "./bytes.mjs";

const VERSION = Uint8Array.of(1);
const NONCE = 24;
const FRAME = 64 + 32 + 4;
const SMALLEST = 256;
const SIZES = 9;
export const LONGEST_BODY = 32000;

/** The id of a participant. @param {Uint8Array} sign */
export const pid = (sign) => hash(16, utf8("threshold participant v1"), sign);

export const beginning = (conversation) => hash(32, utf8("threshold start v1"), conversation);

export const commitment = (conversation, epoch, key) => hash(32, utf8("threshold epoch v1"), conversation, u32(epoch), key);

/** What is bound to an entry: `entry` has epoch, seq, sender and id, the last two as bytes. */
export const header = (conversation, entry) => join(VERSION, conversation, u32(entry.epoch), u32(entry.seq), entry.sender, entry.id);

/** The hash that the next entry names. */
export const hashOf = (conversation, entry) => hash(32, header(conversation, entry), entry.sealed);

/** Returns an entry's `sealed`. Throws a RangeError where the body is too long. */
export function seal(conversation, entry, { key, previous, secret, body }) {
  if (body.length > LONGEST_BODY) throw new RangeError("too long");
  const head = header(conversation, entry);
  const signature = sodium.crypto_sign_detached(join(utf8("threshold entry v1"), head, previous, body), secret);
  let size = SMALLEST;
  while (size < FRAME + body.length) size *= 2;
  const plain = new Uint8Array(size);
  plain.set(join(signature, previous, u32(body.length), body));
  const nonce = random(NONCE);
  return join(nonce, sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, head, null, nonce, key));
}

/** Returns `{signature, previous, body}`, or null where the key is another or a bit has changed. */
export function unseal(conversation, entry, key) {
  let plain;
  try {
    plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null, entry.sealed.subarray(NONCE), header(conversation, entry), entry.sealed.subarray(0, NONCE), key,
    );
  } catch {
    return null;
  }
  const fits = Array.from({ length: SIZES }, (_, power) => SMALLEST * 2 ** power).includes(plain.length);
  const length = fits ? readU32(plain, 96) : Infinity;
  if (length > LONGEST_BODY || FRAME + length > plain.length || plain.subarray(FRAME + length).some(Boolean)) return null;
  return { signature: plain.slice(0, 64), previous: plain.slice(64, 96), body: plain.slice(FRAME, FRAME + length) };
}

/** Tells whether an opened entry was signed by a key. */
export function isBy(conversation, entry, opened, sign) {
  try {
    return sodium.crypto_sign_verify_detached(
      opened.signature, join(utf8("threshold entry v1"), header(conversation, entry), opened.previous, opened.body), sign,
    );
  } catch {
    return false;
  }
}

/** An entry as it goes over the wire. */
export const written = (entry) => ({
  id: encode(entry.id), epoch: entry.epoch, seq: entry.seq, sender: encode(entry.sender), sealed: encode(entry.sealed),
});

/** An entry as it came. Throws an Error where it has not the agreed form. */
export function read(said) {
  const entry = { id: decode(said.id), epoch: said.epoch, seq: said.seq, sender: decode(said.sender), day: said.day ?? null, gone: said.gone === true };
  if (!Number.isInteger(entry.epoch) || !Number.isInteger(entry.seq) || entry.id.length !== 16 || entry.sender.length !== 16) throw new Error("malformed");
  if (entry.gone) entry.hash = decode(said.hash);
  else entry.sealed = decode(said.sealed);
  return entry;
}

/** An epoch's key for one member. */
export function wrap(conversation, epoch, key, box) {
  return sodium.crypto_box_seal(join(conversation, u32(epoch), key), box);
}

/** Returns the key in a wrap, or null where it is for another box, conversation or epoch. */
export function unwrap(conversation, epoch, sealed, box) {
  try {
    const plain = sodium.crypto_box_seal_open(sealed, box.public, box.secret);
    const fits = plain.length === 52 && sodium.memcmp(plain.slice(0, 20), join(conversation, u32(epoch)));
    return fits ? plain.slice(20) : null;
  } catch {
    return null;
  }
}
