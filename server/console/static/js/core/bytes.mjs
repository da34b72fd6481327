// Bytes: joined, compared, and written as base64url without padding.
import sodium from "./sodium.mjs";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** @param {string} text */
export const utf8 = (text) => encoder.encode(text);

/** @param {Uint8Array} bytes Throws a TypeError for bytes that are no UTF-8. */
export const text = (bytes) => decoder.decode(bytes);

/** @param {Uint8Array} bytes */
export const encode = (bytes) => sodium.to_base64(bytes, sodium.base64_variants.URLSAFE_NO_PADDING);

/** @param {string} written Throws an Error for anything else. */
export const decode = (written) => sodium.from_base64(written, sodium.base64_variants.URLSAFE_NO_PADDING);

/** @param {...Uint8Array} parts */
export function join(...parts) {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let place = 0;
  for (const part of parts) {
    joined.set(part, place);
    place += part.length;
  }
  return joined;
}

/** Four bytes, the highest first. @param {number} value */
export function u32(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** @param {Uint8Array} bytes @param {number} [place] */
export const readU32 = (bytes, place = 0) => new DataView(bytes.buffer, bytes.byteOffset + place, 4).getUint32(0);

/** @param {Uint8Array} one @param {Uint8Array} other */
export const same = (one, other) => one.length === other.length && sodium.memcmp(one, other);

export const random = (size) => sodium.randombytes_buf(size);

/** BLAKE2b without a key. @param {number} size @param {...Uint8Array} parts */
export const hash = (size, ...parts) => sodium.crypto_generichash(size, join(...parts));
