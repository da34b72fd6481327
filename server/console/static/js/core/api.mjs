// The wire between page and server: JSON in size classes, the session's token, and word that something changed.
const BASE = "/console/api/";
const GROUPS = "/api/v1/group/";

export class ApiError extends Error {
  constructor(status, code, message) {
    super(message || code);
    this.status = status;
    this.code = code;
  }
}

export class Api {
  #token = "";

  /** Told whether the line is up, at every answer and every failure. @type {(up: boolean) => void} */
  line = () => undefined;

  /** Starts a page: gets its token. */
  async hello() {
    return this.#answer(await this.#fetch("hello", { method: "GET" }));
  }

  /** Asks for something. Throws an ApiError; `offline` where the server cannot be reached. */
  async post(path, body = {}) {
    return this.#answer(await this.#fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json", "X-Threshold-Token": this.#token }, body: JSON.stringify(body),
    }));
  }

  /** Asks for something about groups: with a room's secret, or without one to make a room. What has no body only looks. */
  async group(path, secret, body = null) {
    const headers = { "Content-Type": "application/json", ...(secret ? { Authorization: `Bearer ${secret}` } : { "X-Threshold-Token": this.#token }) };
    return this.#answer(await this.#fetch(path, body ? { method: "POST", headers, body: JSON.stringify(body) } : { method: "GET", headers }, GROUPS));
  }

  async #fetch(path, options, base = BASE) {
    try {
      const response = await fetch(base + path, { credentials: "same-origin", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer", ...options });
      this.line(true);
      return response;
    } catch {
      this.line(false);
      throw new ApiError(0, "offline", "");
    }
  }

  async #answer(response) {
    let body;
    try {
      body = await response.json();
    } catch {
      throw new ApiError(response.status, "offline", "");
    }
    if (!response.ok) throw new ApiError(response.status, body.error, body.message);
    if (body.token) this.#token = body.token;
    return body;
  }

  forget() {
    this.#token = "";
  }

  /** Calls back whenever something changed, until the returned function is called. */
  listen(changed) {
    const source = new EventSource(`${BASE}events`);
    source.addEventListener("changed", () => changed());
    source.addEventListener("open", () => { this.line(true); changed(); });
    source.addEventListener("error", () => this.line(false));
    return () => source.close();
  }
}
