// The conversation: one turn after the other, on a session that travels to the coach and back.

import * as api from "./api.js";
import * as loaded from "./loaded.js";
import { t } from "./texts.js";

const AGAIN = 4000; // milliseconds after which what could not be sent is tried again
const OWED = "limber-owed";
const NO_WORD = new Set(["idle", "practising"]); // what a silence ends: everything else waits for an answer

export class Session {
  #kept = "";
  #asking = 0;
  #ahead = [];
  #owed = []; // what was played without the coach: wishes, each with its own time
  #owedTo = ""; // the session that they belong to
  #telling = null;
  #unsent = null;
  #paused = false; // here alone: the coach could not be told
  /** What the conversation is about: `closed`, `idle`, `choosing`, `sides`, `confirming`, `practising`, `paused`, `hurting`, `making`. */
  mode = "closed";
  /** Whether an answer is being waited for. */
  waiting = false;

  constructor(clock, player, on) {
    this.clock = clock;
    this.player = player;
    this.on = on;
    const left = JSON.parse(localStorage.getItem(OWED) ?? "null");
    if (left) {
      [this.#owedTo, this.#owed] = [left.session, left.owed];
      this.#again();
    }
    window.addEventListener("online", () => this.#again());
  }

  get open() { return this.mode !== "closed"; }

  launch() { return this.#turn({ say: t("say.open") }, ""); }

  say(words) {
    if (this.#paused && words === t("say.resume")) return this.#goOn();
    return this.#turn({ say: words }, words);
  }

  start(entry, name) { return this.#turn({ start: entry }, t("say.start_named", { name })); }

  /** The person has gone, or nobody has spoken; the coach keeps the place. */
  async end(why, last = false) {
    if (!this.open) return;
    const wish = { end: why, at: this.clock.iso() };
    this.#unsent = null;
    const session = this.#kept;
    const owes = this.#owed.length > 0;
    this.#close();
    if (owes) return this.#owe(session, wish);
    try {
      const turn = await api.turn({ ...wish, session });
      if (!last) this.on.turn(turn, "");
    } catch (error) {
      if (error.again) this.#owe(session, wish);
      this.on.trouble(error);
    }
  }

  /** What was played has played out: the practice goes on by itself, and whatever waits goes on waiting. */
  playedOut(turn) {
    if (turn.more) return this.#turn({ say: t("say.go_on") }, "", true);
    if (turn.ends || !this.open) return this.#close(true);
    if (NO_WORD.has(this.mode)) return this.end("silence").then(() => this.on.finished(turn));
  }

  async #turn(wish, words, own = false, again = false) {
    const asking = ++this.#asking;
    this.#unsent = null;
    this.player.stop();
    if (!this.open) this.clock.catchUp();
    this.clock.hold();
    this.on.asked(own || again ? "" : words);
    this.waiting = true;
    const at = this.clock.iso();
    try {
      await this.#tell();
      const turn = await api.turn({ ...wish, at, session: this.#kept });
      if (asking !== this.#asking) return null;
      this.#kept = turn.session;
      this.#play(turn, words);
      this.#load(turn);
      return turn;
    } catch (error) {
      if (!(error instanceof api.Unreachable)) throw error;
      return asking === this.#asking ? this.#without(error, wish, words, own, at) : null;
    } finally {
      if (asking === this.#asking) this.waiting = false;
    }
  }

  #play(turn, words) {
    this.#paused = false;
    this.mode = turn.mode || "idle";
    this.on.turn(turn, words);
    this.player.play(turn);
  }

  /** What follows is loaded while the network is there. */
  async #load(turn) {
    this.#ahead = [];
    if (!turn.stages?.length) return;
    const asking = this.#asking;
    const [first] = turn.stages;
    try {
      const turns = turn.more ? await api.ahead({ say: t("say.go_on"), at: new Date(Date.parse(turn.at) + 1000 * this.player.length(turn)).toISOString(), session: turn.session }) : [];
      if (asking === this.#asking) this.#ahead = turns;
      this.on.loaded(turns);
      if (first.item === 1 && first.phase === "settle" && first.repetition === 1) await loaded.keep(turn.practice, [loaded.at(turn, turn.at), ...turns]);
    } catch (error) {
      if (!(error instanceof api.Unreachable)) throw error; // without a network the next answer is all there is
    }
  }

  /** The network fails: the practice goes on with what was loaded, a pause is one, and words are kept. */
  async #without(error, wish, words, own, at) {
    const [next] = own ? this.#ahead : wish.start ? await loaded.kept(wish.start) : [];
    if (next) {
      this.#ahead = own ? this.#ahead.slice(1) : (await loaded.kept(wish.start)).slice(1);
      this.#owe(this.#kept, { ...wish, at });
      this.#play(loaded.at(next, at), words);
      this.on.note(t("note.loaded"));
      return next;
    }
    if (!error.again || (!own && !words)) {
      this.clock.go();
      this.on.trouble(error);
      return null;
    }
    if (words === t("say.pause") && this.player.turn?.stages.length) {
      this.#paused = true;
      this.mode = "paused";
      this.on.closed();
      this.on.note(t("note.paused"));
      return null;
    }
    this.#unsent = { wish, words, own };
    setTimeout(() => this.#again(), AGAIN);
    this.on.trouble(error);
    this.on.note(t(words ? "note.kept" : "note.goes_on", { why: error.message, words }));
    if (words && this.mode === "practising") this.player.goOn();
    else this.clock.go();
    return null;
  }

  #again() {
    const unsent = this.#unsent;
    if (unsent) this.#turn(unsent.wish, unsent.words, unsent.own, true);
    else if (this.#owed.length && !this.open) this.#tell().catch(() => setTimeout(() => this.#again(), AGAIN));
  }

  #goOn() {
    this.#paused = false;
    this.mode = "practising";
    this.on.closed();
    this.on.note("");
    this.player.goOn();
    return Promise.resolve(null);
  }

  #owe(session, wish) {
    if (!this.#owed.length) this.#owedTo = session;
    this.#owed.push(wish);
    this.#keepOwed();
    if (!this.open) setTimeout(() => this.#again(), AGAIN);
  }

  #keepOwed() {
    if (this.#owed.length) localStorage.setItem(OWED, JSON.stringify({ session: this.#owedTo, owed: this.#owed }));
    else localStorage.removeItem(OWED);
  }

  /** Tells the coach what was played without it, each at its own time; once, whoever asks for it. */
  #tell() {
    this.#telling ??= this.#tellAll().finally(() => { this.#telling = null; });
    return this.#telling;
  }

  async #tellAll() {
    if (!this.#owed.length) return;
    while (this.#owed.length) {
      try {
        this.#owedTo = (await api.turn({ ...this.#owed[0], session: this.#owedTo })).session;
      } catch (error) {
        if (error.again !== false) throw error; // what is refused for good is owed no more
      }
      this.#owed.shift();
      this.#keepOwed();
    }
    if (this.open) this.#kept = this.#owedTo;
  }

  #close(over = false) {
    this.#kept = "";
    this.#ahead = [];
    this.#paused = false;
    this.mode = "closed";
    this.on.closed(over);
  }
}
