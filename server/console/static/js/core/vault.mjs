// A vault: what only its owner opens, in a blob that the server keeps.
import sodium from "./sodium.mjs";
import { join, random, readU32, text, u32, utf8 } from "./bytes.mjs";

const NONCE = 24;
const SMALLEST = 1024;
const LARGEST = 131072;

const context = (owner, version) => join(utf8("threshold vault v1"), owner, u32(version));

/** @param {Uint8Array} key @param {Uint8Array} owner @param {number} version @param {object} said Throws a RangeError where it is too much. */
export function sealVault(key, owner, version, said) {
  const body = utf8(JSON.stringify(said));
  let size = SMALLEST;
  while (size < body.length + 4) size *= 2;
  if (size > LARGEST) throw new RangeError("the vault is full");
  const plain = new Uint8Array(size);
  plain.set(u32(body.length));
  plain.set(body, 4);
  const nonce = random(NONCE);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, context(owner, version), null, nonce, key);
  sodium.memzero(plain);
  return join(nonce, sealed);
}

/** Returns what a vault says; throws an Error where the key, owner or version is another. */
export function openVault(key, owner, version, sealed) {
  const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed.slice(NONCE), context(owner, version), sealed.slice(0, NONCE), key);
  const length = readU32(plain);
  if (length > plain.length - 4) throw new Error("not a vault");
  const said = JSON.parse(text(plain.subarray(4, 4 + length)));
  sodium.memzero(plain);
  return said;
}
