// What a glance from the floor shows: the figure, the limb that is meant, a ring that empties, what is next.

import { $, el, title } from "./dom.js";

const PHASES = { settle: "Get into position", step: "How to get in", hold: "Hold", move: "Move slowly", switch: "Change sides", release: "Come out of it" };
const WORDS = { settle: "Settle", step: "Listen", switch: "Change", release: "Ease out" };
const WORK = new Set(["hold", "move"]);
const FULL = 1000; // the ring's length, as its pathLength says
const LONG = 70, LONGER = 130; // letters from which a caption is smaller

export class Glance {
  #key = "";
  #last = null; // the stage that was shown last

  constructor(player, session, figure, offer) {
    this.player = player;
    this.session = session;
    this.figure = figure;
    this.offer = offer;
  }

  /** What is being done, for the lock screen. */
  get told() {
    const last = this.#last;
    return last ? { name: title(last.name), what: [$("limb").textContent, PHASES[last.phase]].filter(Boolean).join(" · ") } : null;
  }

  /** Draws the moment. */
  draw() {
    const { player, session } = this;
    document.body.toggleAttribute("data-listening", player.doing === "listening");
    document.body.toggleAttribute("data-waiting", session.waiting);
    if (session.waiting) return; // what is being done stays to be seen until the answer is there
    const { turn } = player;
    const stage = player.doing === "saying" ? player.stage : null;
    document.body.dataset.phase = stage?.phase ?? "";
    if (session.mode === "closed") this.#closed();
    else if (session.mode === "paused") this.#paused();
    else if (stage) this.#stage(stage, player.at);
    else if (!turn?.stages.length) this.#between();
    else if (player.at < turn.stages[0].at) this.#before(turn.stages[0]);
    else this.#rest(turn);
  }

  /** A new answer: what it is about is shown at once. */
  turn(turn) {
    this.#key = "";
    if (turn.stages.length) this.#last = turn.stages[0];
    else if (turn.mode === "idle") this.#last = null;
    this.figure.load(turn);
  }

  caption(text) {
    $("caption").textContent = text;
    $("caption").dataset.long = text.length > LONGER ? "more" : text.length > LONG ? "yes" : "";
    this.#felt();
  }

  #stage(stage, at) {
    const left = stage.at + stage.seconds - at;
    const work = WORK.has(stage.phase);
    const seconds = work ? stage.left - (at - stage.at) : left;
    this.#last = { ...stage, remains: seconds };
    this.#ring(seconds / (work ? stage.whole : stage.seconds));
    $("count").textContent = work ? String(Math.max(0, Math.ceil(seconds - 0.05))) : WORDS[stage.phase];
    this.#limb(this.figure.at(this.player.turn, at));
    this.#once(`${stage.at}`, () => {
      if (!this.player.turn.ends) this.offer.at(stage);
      this.#dial(stage.phase, stage.side);
      $("count").classList.toggle("word", !work);
      $("unit").textContent = work ? "seconds" : "";
      $("phase").textContent = PHASES[stage.phase];
      this.#what(stage);
      $("felt").textContent = work ? stage.felt : "";
      this.#felt();
      this.#next(stage);
    });
  }

  /** She speaks before a start, or answers a question: the practice stays to be seen. */
  #before(stage) {
    this.#limb(this.figure.at(this.player.turn, stage.at));
    this.#once("before", () => {
      this.#dial(stage.phase, stage.side, true);
      this.#ring(WORK.has(stage.phase) ? stage.left / stage.whole : 1);
      this.#word("Listen", "");
      $("phase").textContent = WORK.has(stage.phase) ? `${Math.round(stage.left)} seconds to go` : "";
      this.#what(stage);
      this.#next(stage);
    });
  }

  /** Nothing is done: what comes next is shown, so that one can get ready for it. */
  #rest(turn) {
    const { player } = this;
    const coming = turn.stages.find((stage) => stage.at > player.at) ?? turn.next;
    if (!coming) return this.#done();
    this.#limb(this.figure.hold(coming));
    this.#once(`rest ${coming.stretch} ${coming.side}`, () => {
      this.#dial("", coming.side);
      this.#word("Rest", "");
      $("phase").textContent = coming.stretch === this.#last?.stretch ? "Then" : "Next";
      $("next").replaceChildren();
      this.#what(coming);
    });
  }

  #done() {
    const listening = this.player.doing === "listening";
    this.#once(`done ${listening}`, () => {
      this.#dial("", null);
      this.#word(listening ? "Listening" : "Done", "");
      $("phase").textContent = listening ? "Your turn" : "";
      $("next").replaceChildren();
    });
    if (listening) $("unit").textContent = "say something, or just wait";
  }

  /** A question, or an answer about something else: what was being done stays. */
  #between() {
    const { doing } = this.player;
    if (this.#last) this.#limb(this.figure.hold(this.#last));
    else this.figure.clear();
    this.#once(`between ${doing}`, () => {
      this.#dial("", this.#last?.side, Boolean(this.#last));
      this.#word({ listening: "Listening", saying: "Listen" }[doing] ?? "Your turn", doing === "listening" ? "say something, or just wait" : "");
      $("phase").textContent = doing === "saying" ? "" : "Your turn";
      $("next").replaceChildren();
      if (this.#last) this.#what(this.#last);
      else this.#unnamed("What would you like?", "");
    });
  }

  /** What was being held stays to be seen while it waits. */
  #paused() {
    if (this.#last) this.#limb(this.figure.hold(this.#last));
    this.#once("paused", () => {
      $("dial").toggleAttribute("data-waits", true);
      if (this.#last) this.#what(this.#last);
      $("phase").textContent = this.#last?.remains && WORK.has(this.#last.phase) ? `${Math.ceil(this.#last.remains)} seconds to go` : "";
      this.#word("Paused", "");
      $("next").replaceChildren();
    });
  }

  #closed() {
    const offered = this.offer.left;
    if (offered?.stretch) this.#limb(this.figure.hold(offered));
    this.#once(`closed ${offered?.name}`, () => {
      this.#dial("", null);
      this.#word("Ready", "");
      $("phase").textContent = "";
      $("next").replaceChildren();
      this.#last = null;
      if (!offered) {
        this.#limb("");
        this.figure.clear();
      }
      this.caption(offered ? "Your place is kept, to the second." : "Press Start, then put the screen where you can see it.");
      if (offered) this.#unnamed(`Go on with ${offered.name}?`, "");
      else this.#unnamed("Lie down. I’ll count.", "Back stretches, shown, talked through and timed.");
    });
  }

  /** What is being said need not stand there twice. */
  #felt() {
    const said = $("caption").textContent;
    $("felt").style.visibility = said && $("felt").textContent.includes(said) ? "hidden" : "";
  }

  #dial(phase, side, waits = false) {
    if (phase) $("dial").dataset.phase = phase;
    else delete $("dial").dataset.phase;
    $("dial").toggleAttribute("data-waits", waits);
    $("stage").dataset.side = side ?? "";
    $("dial").dataset.side = side ?? "";
    $("felt").textContent = "";
  }

  #ring(share) { $("ring").style.strokeDashoffset = String(FULL * (1 - Math.max(0, Math.min(1, share)))); }

  #word(word, unit) {
    $("count").classList.add("word");
    $("count").textContent = word;
    $("unit").textContent = unit;
  }

  #limb(text) { if ($("limb").textContent !== text) $("limb").textContent = text; }

  #what(stage) {
    $("name").textContent = title(stage.name);
    $("side").textContent = stage.side_name ? `${title(stage.side_name)} side` : "";
    const round = stage.rounds > 1 ? `${stage.repetition} of ${stage.rounds}` : "";
    const item = stage.items > 1 ? `stretch ${stage.item} of ${stage.items}` : "";
    $("times").textContent = [round, item].filter(Boolean).join(", ");
  }

  #next(stage) {
    const { stages, next } = this.player.turn;
    const work = stages.slice(stages.indexOf(stage) + 1).find((each) => WORK.has(each.phase));
    const then = work ? described(stage, work) : next ? title(next.name) : "the end";
    $("next").replaceChildren(el("span", {}, work || next ? "Next " : "Then "), el("b", {}, then));
  }

  #unnamed(name, more) {
    $("name").textContent = name;
    $("side").textContent = "";
    $("times").textContent = more;
  }

  #once(key, draw) {
    if (this.#key === key) return;
    this.#key = key;
    draw();
  }
}

function described(now, then) {
  if (then.item !== now.item) return title(then.name);
  const side = then.side_name && then.side !== now.side ? `${then.side_name} side` : "";
  const round = then.repetition !== now.repetition ? `${then.repetition} of ${then.rounds}` : "";
  const same = then.phase === "hold" ? `hold, ${Math.round(then.left)} seconds` : "move slowly";
  return title([side, round].filter(Boolean).join(", ") || same);
}
