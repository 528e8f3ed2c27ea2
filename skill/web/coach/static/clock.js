// The time everything goes by. It can be set, made to run faster, and held while nobody waits for it.

export class Clock {
  #base = Date.now();
  #since = performance.now();
  #rate = 1;
  #held = false;
  /** Set by hand or fast-forwarded: it is no longer the clock on the wall. */
  own = false;

  /** Milliseconds since 1970. */
  now() {
    return this.#held ? this.#base : this.#base + (performance.now() - this.#since) * this.#rate;
  }

  get rate() { return this.#rate; }

  set rate(rate) {
    this.set(this.now());
    this.#rate = rate;
    if (rate !== 1) this.own = true;
  }

  set(milliseconds) {
    this.#base = milliseconds;
    this.#since = performance.now();
  }

  hold() {
    this.set(this.now());
    this.#held = true;
  }

  go() {
    this.#since = performance.now();
    this.#held = false;
  }

  /** Where nobody has touched it, it lags by what was waited for; between two sessions it catches up. */
  catchUp() {
    if (!this.own && this.now() < Date.now()) this.set(Date.now());
  }

  iso() { return new Date(this.now()).toISOString(); }
}
