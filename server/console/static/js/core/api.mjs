// The wire between page and server: JSON in size classes, the session's token, and word that something changed.
const BASE = "/console/api/";

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

  async #fetch(path, options) {
    try {
      const response = await fetch(BASE + path, { credentials: "same-origin", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer", ...options });
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
