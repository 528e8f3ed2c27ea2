// The browser's own recognition, where it has one. It may send what it hears to the browser's maker:
// it listens only while it is switched on, and says so.

import { list, locale, t } from "./texts.js";

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const escaped = (words) => words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
/** A wish after a word that calls the page; the skill's own name opens it and calls nobody. */
const CALLED = new RegExp(`^\\s*(?!${escaped(t("name"))}\\b)(?:${list("called").map(escaped).join("|")})[,.]?\\s+(.+)$`, "i");

export class Ear {
  #listening = null;
  on = false;
  /** While she speaks only words after its call count: otherwise she would hear herself. */
  called = true;

  constructor(heard, trouble) {
    this.heard = heard;
    this.trouble = trouble;
  }

  get possible() { return Boolean(Recognition); }

  switch(on) {
    this.on = on && this.possible;
    if (this.on) this.#listen();
    else this.#listening?.abort();
  }

  #listen() {
    const session = (this.#listening = new Recognition());
    session.continuous = true;
    session.lang = locale;
    if ("processLocally" in session) session.processLocally = true;
    session.onresult = (event) => {
      const words = event.results[event.results.length - 1][0].transcript.trim();
      const called = CALLED.exec(words);
      if (called) this.heard(called[1]);
      else if (!this.called && words) this.heard(words);
    };
    session.onerror = (event) => {
      if (event.error === "no-speech" || event.error === "aborted") return;
      if (event.error === "language-not-supported" && session.processLocally) return;
      this.on = false;
      this.trouble(event.error);
    };
    session.onend = () => { if (this.on) this.#listen(); };
    session.start();
  }
}
