// Plays one turn as a device does: the answer, eight seconds of listening, the reprompt, eight more.
//
// The clock is the measure. What is said may take longer than predicted: then the clock waits, and in a
// hold the next silences give back what was waited, so that thirty seconds last thirty seconds.

const TICK = 50; // milliseconds between two looks at the clock
const SHORTEST = 0.2; // seconds that are left of a silence that gives back
const AFTER = 0.1; // seconds after the last of the coaching until the next answer is asked for
const WORK = new Set(["hold", "move"]);

export class Player {
  #run = 0;
  #began = 0;
  #owed = 0;
  turn = null;
  /** `saying`, `listening`, or nothing. */
  doing = "";

  constructor(clock, voice, on) {
    this.clock = clock;
    this.voice = voice;
    this.on = on;
  }

  /** Seconds since the answer began. */
  get at() { return this.turn ? (this.clock.now() - this.#began) / 1000 : 0; }

  /** The stage somebody is in. */
  get stage() { return this.#stageAt(this.at); }

  /** Seconds until listening is over. */
  get listeningLeft() { return this.#listensUntil - this.at; }

  stop() {
    this.#run += 1;
    this.voice.quiet();
    this.doing = "";
  }

  /** Seconds until a turn has played out: one that more is to follow ends with its coaching. */
  length(turn) {
    const answer = turn.answer.seconds + turn.listening;
    if (turn.more) return Math.max(answer, ...turn.stages.map((stage) => stage.at + stage.seconds)) + AFTER;
    return turn.ends ? turn.answer.seconds : answer + turn.reprompt.seconds + turn.listening;
  }

  /** Plays a turn; calls `on.over` when it has played out and nobody has spoken. */
  play(turn) {
    this.stop();
    this.turn = turn;
    this.#began = Date.parse(turn.at);
    this.#owed = 0;
    this.clock.set(this.#began);
    return this.goOn();
  }

  /** Goes on with the turn where it was stopped: the sentence it was stopped in is said again. */
  async goOn() {
    this.stop();
    const run = this.#run;
    const { turn } = this;
    this.clock.go();
    try {
      let at = await this.#say(turn.answer, 0, run);
      if (!turn.ends) {
        at = await this.#listen(at, run);
        if (turn.reprompt.parts.length && at < this.length(turn) - AFTER) {
          at = await this.#say(turn.reprompt, at, run);
          if (!turn.more) await this.#listen(at, run);
        }
      }
      if (turn.more) await this.#until(this.length(turn), run);
      this.doing = "";
      this.on.over(turn);
    } catch (stopped) {
      if (stopped !== STOPPED) throw stopped;
    }
  }

  /** To the end of what is being said. */
  skip() {
    if (!this.turn || !this.doing) return;
    this.clock.own = true;
    const answer = this.turn.answer.seconds;
    const reprompt = answer + this.turn.listening;
    const ends = this.at < answer ? answer : reprompt + this.turn.reprompt.seconds;
    if (this.at < ends) this.clock.set(this.#began + (ends - 0.05) * 1000);
    this.voice.quiet();
  }

  async #say(spoken, from, run) {
    let at = from;
    for (const { text, seconds } of spoken.parts) {
      this.doing = "saying";
      const ends = at + seconds;
      if (this.turn.more && at >= this.length(this.turn) - AFTER) break;
      if (this.at >= ends) { at = ends; continue; }
      if (text) await this.#sentence(text, ends, run);
      else await this.#silence(at, ends, run);
      at = ends;
    }
    return at;
  }

  async #sentence(text, ends, run) {
    this.on.sentence(text);
    if (!this.voice.audible || this.clock.rate !== 1) return this.#until(ends, run);
    let said = false;
    const saying = this.voice.say(text).then(() => { said = true; });
    await this.#until(ends, run);
    if (said) return;
    const waiting = performance.now();
    this.clock.hold();
    await saying;
    this.#check(run);
    this.clock.go();
    this.#owed += (performance.now() - waiting) / 1000;
  }

  async #silence(at, ends, run) {
    if (!WORK.has(this.#stageAt(at + 0.01)?.phase)) this.#owed = 0;
    const given = Math.max(0, Math.min(this.#owed, ends - this.at - SHORTEST));
    if (given) this.clock.set(this.clock.now() + given * 1000);
    this.#owed -= given;
    await this.#until(ends, run);
  }

  #listensUntil = 0;

  async #listen(from, run) {
    this.#listensUntil = from + this.turn.listening;
    if (this.at >= this.#listensUntil) return this.#listensUntil;
    this.doing = "listening";
    this.on.listening();
    await this.#until(this.#listensUntil, run);
    return this.#listensUntil;
  }

  async #until(seconds, run) {
    this.#check(run);
    for (;;) {
      const left = (seconds - this.at) * 1000;
      if (left <= 0) return;
      // Whole milliseconds: a timer cuts the rest off, and would be set again and again for it.
      await new Promise((wake) => setTimeout(wake, Math.ceil(Math.min(left / this.clock.rate, TICK))));
      this.#check(run);
    }
  }

  #check(run) { if (run !== this.#run) throw STOPPED; }

  #stageAt(at) {
    return this.turn?.stages.find((stage) => stage.at <= at && at < stage.at + stage.seconds) ?? null;
  }
}

const STOPPED = Symbol("stopped");
