// The browser's own voice. Only voices of this machine are used: others would send the words away.

import { locale } from "./texts.js";

const PATIENCE = 2500; // milliseconds in which a sentence has to begin, or there is no voice after all

export class Voice {
  #engine = window.speechSynthesis;
  #voice = null;
  #broken = false;
  on = true;

  constructor() {
    const [language] = locale.split("-");
    const choose = () => {
      const here = (this.#engine?.getVoices() ?? []).filter((voice) => voice.localService);
      this.#voice = here.find((v) => v.lang === locale) ?? here.find((v) => v.lang.startsWith(language)) ?? null;
    };
    choose();
    this.#engine?.addEventListener?.("voiceschanged", choose);
  }

  /** Whether sentences are heard; otherwise they are only shown. */
  get audible() { return this.on && this.#voice !== null && !this.#broken; }

  /** Says a sentence; resolves once it is over. */
  say(text) {
    return new Promise((resolve) => {
      const sentence = new SpeechSynthesisUtterance(text);
      sentence.voice = this.#voice;
      sentence.lang = this.#voice.lang;
      const mute = setTimeout(() => { this.#broken = true; this.quiet(); resolve(); }, PATIENCE);
      sentence.onstart = () => clearTimeout(mute);
      sentence.onend = sentence.onerror = () => { clearTimeout(mute); resolve(); };
      this.#engine.speak(sentence);
    });
  }

  quiet() { this.#engine?.cancel(); }
}
