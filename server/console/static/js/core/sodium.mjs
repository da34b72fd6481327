// libsodium, ready to use. Everything secret in the console goes through here and stays in memory.
import sodium from "../../vendor/js/libsodium-wrappers.mjs";

await sodium.ready;

export default sodium;
