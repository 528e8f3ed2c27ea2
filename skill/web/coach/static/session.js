// The conversation: one turn after the other, on a session that travels to the coach and back.

import * as api from "./api.js";

export class Session {
  #kept = "";
  #asking = 0;
  /** What the conversation is about: `closed`, `idle`, `choosing`, `confirming`, `practising`, `paused`, `hurting`, `making`. */
  mode = "closed";

  constructor(clock, player, on) {
    this.clock = clock;
    this.player = player;
    this.on = on;
  }

  get open() { return this.#kept !== ""; }

  launch() { return this.#turn({ say: "open limber back" }, ""); }

  say(words) { return this.#turn({ say: words }, words); }

  start(entry, name) { return this.#turn({ start: entry }, `start ${name}`); }

  /** Nobody has spoken, or the person has gone; the coach keeps the place. */
  async end(why, last = false) {
    if (!this.open) return;
    const session = this.#kept;
    const at = this.clock.iso();
    this.#close();
    try {
      const turn = await api.turn({ end: why, at, session });
      if (!last) this.on.turn(turn, "");
    } catch (error) {
      this.on.trouble(error);
    }
  }

  /** What was played has played out. */
  playedOut(turn) {
    if (turn.ends || !this.open) this.#close();
    else this.end("silence").then(() => this.on.note("Nobody spoke, so the session has ended. Your place is kept."));
  }

  async #turn(wish, words) {
    const asking = ++this.#asking;
    this.player.stop();
    if (!this.open) this.clock.catchUp();
    this.clock.hold();
    this.on.asked(words);
    try {
      const turn = await api.turn({ ...wish, at: this.clock.iso(), session: this.#kept });
      if (asking !== this.#asking) return null;
      this.#kept = turn.session;
      this.mode = turn.mode || "idle";
      this.on.turn(turn, words);
      this.player.play(turn);
      return turn;
    } catch (error) {
      if (!(error instanceof api.Unreachable)) throw error;
      this.clock.go();
      this.on.trouble(error);
      return null;
    }
  }

  #close() {
    this.#kept = "";
    this.mode = "closed";
    this.on.closed();
  }
}
