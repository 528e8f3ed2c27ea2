// The one big button, the things to say, the keyboard, the ear.

import { $, capital, el } from "./dom.js";
import { Ear } from "./ear.js";
import { list, t } from "./texts.js";

// What the big button shows, and what it says; it opens the conversation where it says nothing.
const BUTTON = { closed: ["controls.start", null], practising: ["controls.pause", "say.pause"], paused: ["controls.go_on", "say.resume"] };
const OTHERWISE = ["controls.stop", "say.stop"];
const PRESSABLE = new Set(["INPUT", "BUTTON", "A", "SUMMARY", "TEXTAREA", "SELECT"]);

export class Controls {
  constructor(session, drawer, offer) {
    this.session = session;
    this.offer = offer;
    this.ear = new Ear((words) => session.say(words), (why) => this.#deaf(why));
    $("main-button").addEventListener("click", () => this.press());
    $("say").addEventListener("submit", (event) => {
      event.preventDefault();
      const words = $("words").value.trim();
      $("words").value = "";
      $("words").blur(); // the space bar pauses again
      if (words) session.say(words);
    });
    $("more").addEventListener("click", () => {
      this.#unfold(!document.body.hasAttribute("data-unfolded"));
      $("fold").scrollIntoView({ block: "nearest" }); // a small phone has no room for it below the words
    });
    $("afresh").addEventListener("click", () => { offer.drop(); session.launch(); });
    $("hands-free").addEventListener("click", () => { this.#listen(true); this.press(); });
    $("listen").hidden = !this.ear.possible;
    $("listen").addEventListener("click", () => this.#listen(!this.ear.on));
    document.addEventListener("keydown", (event) => this.#key(event, drawer));
    this.show();
  }

  /** Start, pause, or go on. */
  press() {
    if (this.#offered) return this.session.say(t("say.resume"));
    const [, words] = BUTTON[this.session.mode] ?? OTHERWISE;
    return words ? this.session.say(t(words)) : this.session.launch();
  }

  get #offered() { return this.session.mode === "closed" && this.offer.left; }

  show() {
    const { mode } = this.session;
    document.body.dataset.mode = mode;
    $("main-button").firstElementChild.textContent = t(this.#offered ? "controls.go_on" : (BUTTON[mode] ?? OTHERWISE)[0]);
    $("afresh").hidden = !this.#offered;
    $("hands-free").hidden = mode !== "closed" || Boolean(this.#offered) || !this.ear.possible || this.ear.on;
    this.#unfold(false);
    $("chips").replaceChildren(...list(`chips.${mode}`).map((words) => el("button", { type: "button", class: "quiet", onclick: () => this.session.say(words) }, capital(words))));
  }

  /** While one practises everything but Pause is folded away. */
  #unfold(open) {
    document.body.toggleAttribute("data-unfolded", open);
    $("more").setAttribute("aria-expanded", String(open));
    $("more").textContent = t(open ? "controls.less" : "controls.more");
  }

  #listen(on) {
    this.ear.switch(on);
    $("listen").setAttribute("aria-pressed", String(this.ear.on));
    $("note").textContent = this.ear.on ? t("note.listening") : "";
  }

  #deaf(why) {
    $("listen").setAttribute("aria-pressed", "false");
    $("note").textContent = t(why === "not-allowed" ? "note.not_allowed" : "note.deaf");
  }

  #key(event, drawer) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const target = document.activeElement;
    if (event.key === "Escape") {
      if (target === $("words")) target.blur();
      else if (!$("drawer").hidden) drawer.toggle(false);
      return;
    }
    if (target && PRESSABLE.has(target.tagName)) return;
    const action = { " ": () => this.press(), "/": () => { this.#unfold(true); $("words").focus(); }, d: () => drawer.toggle() }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}
