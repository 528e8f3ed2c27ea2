// The one big button, the things to say, the keyboard, the ear.

import { $, el } from "./dom.js";
import { Ear } from "./ear.js";

const CHIPS = {
  closed: ["start child's pose", "start the bridge"],
  idle: ["list the routines", "list the stretches", "stop"],
  choosing: ["the first one", "the second one", "stop"],
  sides: ["left", "right", "stop"],
  confirming: ["yes", "no"],
  practising: ["next", "repeat", "how long left", "easier", "stop"],
  paused: ["start over", "stop"],
  hurting: ["easier", "make it shorter", "leave this one out", "help"],
  making: ["that's everything", "cancel"],
};
const BUTTON = { closed: ["Start", null], practising: ["Pause", "pause"], paused: ["Go on", "resume"] };
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
    $("more").addEventListener("click", () => this.#unfold(!document.body.hasAttribute("data-unfolded")));
    $("afresh").addEventListener("click", () => { offer.drop(); session.launch(); });
    $("hands-free").addEventListener("click", () => { this.#listen(true); this.press(); });
    $("listen").hidden = !this.ear.possible;
    $("listen").addEventListener("click", () => this.#listen(!this.ear.on));
    document.addEventListener("keydown", (event) => this.#key(event, drawer));
    this.show();
  }

  /** Start, pause, or go on. */
  press() {
    if (this.#offered) return this.session.say("resume");
    const [, words] = BUTTON[this.session.mode] ?? ["Stop", "stop"];
    return words ? this.session.say(words) : this.session.launch();
  }

  get #offered() { return this.session.mode === "closed" && this.offer.left; }

  show() {
    const { mode } = this.session;
    document.body.dataset.mode = mode;
    $("main-button").firstElementChild.textContent = this.#offered ? "Go on" : (BUTTON[mode] ?? ["Stop"])[0];
    $("afresh").hidden = !this.#offered;
    $("hands-free").hidden = mode !== "closed" || Boolean(this.#offered) || !this.ear.possible || this.ear.on;
    this.#unfold(false);
    $("chips").replaceChildren(...CHIPS[mode].map((words) => el("button", { type: "button", class: "quiet", onclick: () => this.session.say(words) }, words.charAt(0).toUpperCase() + words.slice(1))));
  }

  /** While one practises everything but Pause is folded away. */
  #unfold(open) {
    document.body.toggleAttribute("data-unfolded", open);
    $("more").setAttribute("aria-expanded", String(open));
    $("more").textContent = open ? "Less" : "More";
  }

  #listen(on) {
    this.ear.switch(on);
    $("listen").setAttribute("aria-pressed", String(this.ear.on));
    $("note").textContent = this.ear.on ? "Listening. While the coach speaks, say “limber” first: “limber, pause”. Your browser may send what it hears to its maker." : "";
  }

  #deaf(why) {
    $("listen").setAttribute("aria-pressed", "false");
    $("note").textContent = why === "not-allowed" ? "The browser does not let this page listen. To change that, press the sign to the left of the address, allow the microphone, and load the page again. Until then you can press or type." : "The browser cannot listen just now. You can type instead.";
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
