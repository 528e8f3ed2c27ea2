// The developer's drawer: what went over the wire, the timeline, fast-forward, the clock and the user.

import { device, user } from "./api.js";
import { $, el } from "./dom.js";

const SPEEDS = [1, 4, 20];
const SETTING = "limber-developer";
const MOST = 30; // turns that are kept

export class Drawer {
  constructor(clock, player, on) {
    this.clock = clock;
    this.player = player;
    $("speeds").append(
      ...SPEEDS.map((speed) => el("button", { type: "button", class: "quiet", "data-speed": speed, "aria-pressed": String(speed === 1), onclick: () => this.speed(speed) }, `${speed}×`)),
      el("button", { type: "button", class: "quiet", id: "skip", onclick: () => player.skip() }, "To the end"));
    $("developer").addEventListener("click", () => this.toggle());
    $("drawer-close").addEventListener("click", () => this.toggle(false));
    $("clock-form").addEventListener("submit", (event) => {
      event.preventDefault();
      if ($("clock").value) on.setClock(new Date($("clock").value).getTime());
    });
    $("clock-now").addEventListener("click", () => on.setClock(null));
    $("user-form").addEventListener("submit", (event) => { event.preventDefault(); on.setUser($("user").value.trim()); });
    $("user-new").addEventListener("click", () => on.setUser(""));
    $("user").value = user.id;
    $("as-screen").addEventListener("change", () => { device.screen = $("as-screen").checked; });
    $("setting-developer").checked = this.allowed;
    $("setting-developer").addEventListener("change", () => {
      localStorage.setItem(SETTING, $("setting-developer").checked ? "on" : "off");
      this.#allow();
    });
    this.#allow();
  }

  /** Whether somebody has asked for it in the settings. */
  get allowed() { return localStorage.getItem(SETTING) === "on"; }

  #allow() {
    $("developer").hidden = !this.allowed;
    if (!this.allowed && !$("drawer").hidden) this.toggle(false);
  }

  toggle(open = $("drawer").hidden) {
    if (open && !this.allowed) return;
    $("drawer").hidden = !open;
    $("developer").setAttribute("aria-expanded", String(open));
    document.body.toggleAttribute("data-drawer", open);
    $(open ? "drawer-close" : this.allowed ? "developer" : "settings-open").focus();
  }

  speed(speed) {
    this.clock.rate = speed;
    if (speed !== 1) this.player.voice.quiet();
    for (const button of document.querySelectorAll("[data-speed]")) button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === speed));
  }

  turn(turn, words) {
    for (const exchange of turn.exchanges.slice(0, -1)) this.#add(exchange, null, "");
    if (turn.exchanges.length) this.#add(turn.exchanges.at(-1), turn, words);
    if (turn.stages) this.#timeline(turn);
  }

  #add({ request, response }, turn, words) {
    if ($("turns").firstElementChild?.classList.contains("empty")) $("turns").replaceChildren();
    const heard = turn?.heard;
    const slots = Object.entries(heard?.slots ?? {}).map(([name, slot]) => `${name}: ${slot.ids.join(", ") || slot.value || slot.heard}`);
    const folded = (name, text) => el("details", {}, el("summary", {}, name), el("pre", { tabindex: "0" }, text));
    $("turns").prepend(el("div", { class: "turn" },
      el("p", {}, words || request.request.type),
      el("code", {}, `${heard?.intent ?? request.request.reason ?? ""}${slots.length ? ` { ${slots.join("; ")} }` : ""}${heard ? ` · ${heard.tier}` : ""}`),
      turn?.answer ? folded("SSML", [turn.answer.ssml, turn.reprompt.ssml].filter(Boolean).join("\n\n")) : null,
      turn?.screen ? folded("Screen", JSON.stringify(turn.screen, null, 2)) : null,
      folded("Request", JSON.stringify(request, null, 2)),
      folded("Response", JSON.stringify(response, null, 2))));
    while ($("turns").childElementCount > MOST) $("turns").lastElementChild.remove();
  }

  #timeline(turn) {
    const spans = [turn.answer.seconds, turn.listening, turn.reprompt.seconds];
    this.whole = turn.ends ? spans[0] : spans.reduce((sum, seconds) => sum + seconds, 0);
    const at = (seconds) => `${(100 * seconds) / this.whole}%`;
    const bars = turn.stages.map((stage) => {
      const bar = el("span", { "data-phase": stage.phase, title: `${stage.name}, ${stage.phase} ${stage.repetition}${stage.side ? `, ${stage.side}` : ""}: ${stage.seconds} s` });
      bar.style.left = at(stage.at);
      bar.style.width = at(stage.seconds);
      return bar;
    });
    const reprompt = el("span", { class: "reprompt", title: "reprompt" });
    reprompt.style.left = at(spans[0] + spans[1]);
    $("timeline").replaceChildren(...bars, ...(turn.reprompt.parts.length && !turn.ends ? [reprompt] : []), $("cursor") ?? el("div", { class: "cursor", id: "cursor" }));
  }

  draw() {
    if ($("drawer").hidden) return;
    const { player } = this;
    $("cursor").style.left = this.whole ? `${Math.min(100, (100 * player.at) / this.whole)}%` : "0";
    const stage = player.stage;
    const place = stage ? `${stage.stretch} ${stage.repetition}/${stage.rounds} ${stage.side ?? ""} ${stage.phase}`.replace(/\s+/g, " ") : player.doing;
    $("position").textContent = player.turn ? `${player.doing ? `${player.at.toFixed(1)} s` : ""} ${place}`.trim() : "";
    if (document.activeElement !== $("clock")) {
      const local = new Date(this.clock.now() - new Date(this.clock.now()).getTimezoneOffset() * 60000);
      $("clock").value = local.toISOString().slice(0, 19);
    }
  }
}
