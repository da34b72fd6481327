// Asks every second and a half what changed, and sends answers until they are there. Without it the page works by its forms alone.
(function () {
  "use strict";
  var root = document.getElementById("now");
  if (!root || !window.fetch || !window.DOMParser) return;
  var place = root.dataset.now, home = place.replace(/\/now$/, ""), tag = "", kept = "threshold" + home, wait = 1500, timer = 0, asking = false;
  // An answer that is on its way: what is sent, for which round.
  var sending = null;
  try { sending = JSON.parse(sessionStorage.getItem(kept)); } catch (fault) { sending = null; }

  function keep() {
    try { if (sending) sessionStorage.setItem(kept, JSON.stringify(sending)); else sessionStorage.removeItem(kept); } catch (fault) { return; }
  }
  function part(id) { return document.getElementById(id); }
  function request(way, options) {
    var stop = window.AbortController ? new AbortController() : null;
    if (stop) { options.signal = stop.signal; setTimeout(function () { stop.abort(); }, 8000); }
    options.credentials = "same-origin";
    options.cache = "no-store";
    return fetch(way, options);
  }

  // Puts in what differs, part by part, so that neither focus nor what is being written is lost.
  function put(text) {
    var made = new DOMParser().parseFromString(text, "text/html");
    ["q", "ledge"].forEach(function (id) {
      var old = part(id), fresh = made.getElementById(id);
      if (!old || !fresh) return;
      if (!old.source) old.source = old.outerHTML;
      if (old.source === fresh.outerHTML) return;
      var focus = document.activeElement, name = focus && old.contains(focus) ? focus.id || "q" : "", field = part("words");
      var draft = field && old.dataset.round === fresh.dataset.round ? field.value : null;
      fresh.source = fresh.outerHTML;
      Array.prototype.forEach.call(old.querySelectorAll("details[open]"), function (one) {
        var same = fresh.querySelector("#" + one.id);
        if (same) same.open = true;
      });
      old.replaceWith(fresh);
      if (draft !== null && part("words")) part("words").value = draft;
      if (name) (part(name) || fresh).focus();
    });
    var leave = document.querySelector(".top form");
    if (leave && part("q").hasAttribute("data-over")) leave.remove();
    var ear = part("ear"), said = made.getElementById("ear");
    if (ear && said && ear.textContent !== said.textContent) ear.textContent = said.textContent;
    show(false);
  }

  // Shows on the choice itself that it is on its way, and says so in words once it did not get through.
  function show(failed) {
    var q = part("q");
    if (sending && (q.dataset.round !== sending.round || (!q.classList.contains("vote") && !q.classList.contains("words") && !q.classList.contains("paused")))) { sending = null; keep(); }
    if (!sending) return;
    var button = sending.choice ? part("c" + sending.choice) : part("words-send");
    if (!button) return;
    button.classList.add("sending");
    if (failed) sending.failed = true;
    if (sending.failed) {
      if (sending.choice) button.querySelector("small").textContent = root.dataset.trying; else button.textContent = root.dataset.trying;
      if (part("ear").textContent !== root.dataset.later) part("ear").textContent = root.dataset.later;
    }
  }

  function send() {
    var mine = sending, form = new URLSearchParams(mine);
    return request(home, { method: "POST", body: form, headers: { "X-Threshold-Script": "1" } }).then(function (answer) {
      if (answer.status === 429 || answer.status >= 500) throw new Error("later");
      if (sending === mine) { sending = null; keep(); }
      part("q").source = "";
      if (!answer.ok) { location.reload(); return null; }
      tag = "";
      return answer.text();
    });
  }
  function look() {
    return request(place, { headers: tag ? { "If-None-Match": tag } : {} }).then(function (answer) {
      if (answer.status === 304) return null;
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) { location.reload(); return null; }
      if (!answer.ok) throw new Error("later");
      tag = answer.headers.get("ETag") || "";
      return answer.text();
    });
  }
  function turn() {
    clearTimeout(timer);
    if (asking) return;
    asking = true;
    (sending ? send() : look()).then(function (text) {
      if (text) put(text);
      asking = false;
      again(sending ? 0 : wait);
    }, function () {
      asking = false;
      show(true);
      again(wait);
    });
  }
  function again(after) { if (!part("q").hasAttribute("data-over")) timer = setTimeout(turn, after); }

  root.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter || document.activeElement;
    if (!form.elements.do || form.elements.do.type !== "hidden") return;
    var data = { do: form.elements.do.value, round: form.elements.round.value };
    if (data.do === "vote") {
      if (!button || button.name !== "choice") return;
      data.choice = button.value;
    } else data.words = form.elements.words.value;
    event.preventDefault();
    Array.prototype.forEach.call(form.querySelectorAll(".sending"), function (one) {
      one.classList.remove("sending");
      if (one.getAttribute("aria-pressed") === "false") one.querySelector("small").textContent = "";
    });
    sending = data;
    keep();
    show(false);
    turn();
  });
  addEventListener("online", turn);
  addEventListener("pageshow", turn);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) turn(); });
  if (sending) show(false);
  again(0);
})();
