// The one big button, the things to say, the keyboard, the ear.

import { $, el } from "./dom.js";
import { Ear } from "./ear.js";

const CHIPS = {
  closed: ["start child's pose", "start the bridge"],
  idle: ["list the routines", "list the stretches", "stop"],
  choosing: ["the first one", "the second one", "stop"],
  confirming: ["yes", "no"],
  practising: ["next", "repeat", "how long left", "easier", "stop"],
  paused: ["start over", "stop"],
  hurting: ["easier", "make it shorter", "leave this one out", "help"],
  making: ["that's everything", "cancel"],
};
const BUTTON = { closed: ["Start", null], practising: ["Pause", "pause"], paused: ["Go on", "resume"] };
const PRESSABLE = new Set(["INPUT", "BUTTON", "A", "SUMMARY", "TEXTAREA", "SELECT"]);

export class Controls {
  constructor(session, drawer) {
    this.session = session;
    this.ear = new Ear((words) => session.say(words), (why) => this.#deaf(why));
    $("main-button").addEventListener("click", () => this.press());
    $("say").addEventListener("submit", (event) => {
      event.preventDefault();
      const words = $("words").value.trim();
      $("words").value = "";
      $("words").blur(); // the space bar pauses again
      if (words) session.say(words);
    });
    $("listen").hidden = !this.ear.possible;
    $("listen").addEventListener("click", () => this.#listen(!this.ear.on));
    document.addEventListener("keydown", (event) => this.#key(event, drawer));
    this.show();
  }

  /** Start, pause, or go on. */
  press() {
    const [, words] = BUTTON[this.session.mode] ?? ["Stop", "stop"];
    return words ? this.session.say(words) : this.session.launch();
  }

  show() {
    const { mode } = this.session;
    document.body.dataset.mode = mode;
    $("main-button").firstElementChild.textContent = (BUTTON[mode] ?? ["Stop"])[0];
    $("chips").replaceChildren(...CHIPS[mode].map((words) => el("button", { type: "button", class: "quiet", onclick: () => this.session.say(words) }, words.charAt(0).toUpperCase() + words.slice(1))));
  }

  #listen(on) {
    this.ear.switch(on);
    $("listen").setAttribute("aria-pressed", String(this.ear.on));
    $("note").textContent = this.ear.on ? "Listening. While the coach speaks, say “limber” first: “limber, pause”. Your browser may send what it hears to its maker." : "";
  }

  #deaf(why) {
    $("listen").setAttribute("aria-pressed", "false");
    $("note").textContent = why === "not-allowed" ? "The browser did not let the coach listen. You can type instead." : "The browser cannot listen just now. You can type instead.";
  }

  #key(event, drawer) {
    if (event.ctrlKey || event.metaKey || event.altKey || $("ask").open) return;
    const target = document.activeElement;
    if (event.key === "Escape") {
      if (target === $("words")) target.blur();
      else if (!$("drawer").hidden) drawer.toggle(false);
      return;
    }
    if (target && PRESSABLE.has(target.tagName)) return;
    const action = { " ": () => this.press(), "/": () => { location.hash = "#/"; $("words").focus(); }, d: () => drawer.toggle() }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}
