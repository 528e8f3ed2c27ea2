// The screen stays on while one practises, and comes back on with the page.

export class Awake {
  #lock = null;
  #wanted = false;

  constructor() {
    document.addEventListener("visibilitychange", () => this.#take());
  }

  set(wanted) {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted) this.#take();
    else this.#lock?.release().catch(() => {});
  }

  async #take() {
    if (!this.#wanted || document.hidden || (this.#lock && !this.#lock.released)) return;
    try {
      this.#lock = await navigator.wakeLock?.request("screen") ?? null;
    } catch {
      this.#lock = null; // the battery is low, or the browser does not want to: the practice goes on
    }
  }
}
