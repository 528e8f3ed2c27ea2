// The session's transcript: what was said, as it is said.

import { $, el } from "./dom.js";
import { t } from "./texts.js";

export class Transcript {
  #said = null;

  you(words) {
    this.#said = null;
    if (words) this.#add(t("transcript.you"), el("p", { class: "you" }, words));
  }

  coach(sentence) {
    if (!this.#said) {
      this.#said = el("p");
      this.#add(t("transcript.coach"), this.#said);
    }
    this.#said.append(this.#said.textContent ? " " : "", sentence);
  }

  /** What is written, and not said. */
  card(text) {
    if (text) this.#add("", el("p", { class: "written" }, text));
    this.#said = null;
  }

  clear() {
    $("transcript").replaceChildren();
    $("transcript-empty").hidden = false;
    this.#said = null;
  }

  #add(who, what) {
    $("transcript-empty").hidden = true;
    $("transcript").append(el("li", {}, el("span", { class: "who" }, who), what));
  }
}
