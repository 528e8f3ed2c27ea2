// What a glance from the floor shows: the stretch, the side, a ring that empties, what comes next.

import { $, el, title } from "./dom.js";

const PHASES = { settle: "Get into position", step: "How to get in", hold: "Hold", move: "Move slowly", switch: "Change sides", release: "Come out of it" };
const WORDS = { settle: "Settle", step: "Listen", switch: "Change", release: "Ease out" };
const WORK = new Set(["hold", "move"]);
const FULL = 1000; // the ring's length, as its pathLength says

export class Glance {
  #key = "";
  #last = null;

  constructor(player, session) {
    this.player = player;
    this.session = session;
  }

  /** Draws the moment. */
  draw() {
    const { player, session } = this;
    const stage = player.doing === "saying" ? player.stage : null;
    document.body.toggleAttribute("data-listening", player.doing === "listening");
    if (stage) this.#stage(stage, player.at);
    else if (player.doing === "listening") this.#still("Listening", Math.ceil(player.listeningLeft), "say something, or just wait");
    else if (["paused", "hurting"].includes(session.mode) && this.#last) this.#still("Paused", "", "");
    else if (player.doing === "saying") this.#still(this.#coaching() ? "Rest" : "Listen", "", "");
    else if (session.mode === "closed") this.#closed();
  }

  /** A new answer: what it is about is shown at once. */
  turn(turn) {
    this.#key = "";
    if (turn.stages.length) this.#last = turn.stages[0];
    if (turn.mode === "idle" && !turn.stages.length) this.#last = null;
  }

  #coaching() { return Boolean(this.player.turn?.stages.length); }

  #stage(stage, at) {
    const left = stage.at + stage.seconds - at;
    const work = WORK.has(stage.phase);
    const seconds = work ? stage.left - (at - stage.at) : left;
    const whole = work ? stage.whole : stage.seconds;
    this.#last = stage;
    $("ring").style.strokeDashoffset = String(FULL * (1 - Math.max(0, Math.min(1, seconds / whole))));
    $("count").textContent = work ? String(Math.max(0, Math.ceil(seconds - 0.05))) : WORDS[stage.phase];
    this.#once(`${stage.at}`, () => {
      $("dial").dataset.phase = stage.phase;
      $("dial").removeAttribute("data-waits");
      $("dial").dataset.side = stage.side ?? "";
      $("count").classList.toggle("word", !work);
      $("unit").textContent = work ? "seconds" : "";
      $("phase").textContent = PHASES[stage.phase];
      this.#what(stage);
      this.#next(stage);
    });
  }

  #what(stage) {
    $("name").textContent = title(stage.name);
    $("side").textContent = stage.side_name ? `${title(stage.side_name)} side` : "";
    const round = stage.rounds > 1 ? `${stage.repetition} of ${stage.rounds}` : "";
    const item = stage.items > 1 ? `stretch ${stage.item} of ${stage.items}` : "";
    $("times").textContent = [round, item].filter(Boolean).join(", ");
  }

  #next(stage) {
    const stages = this.player.turn.stages;
    const coming = stages.slice(stages.indexOf(stage) + 1);
    const work = coming.find((each) => WORK.has(each.phase));
    $("next").replaceChildren(el("span", {}, work ? "Next " : "Then "), el("b", {}, work ? described(stage, work) : "rest"));
  }

  #still(phase, count, unit) {
    this.#once(phase, () => {
      // What was being held stays to be seen while it waits.
      if (phase !== "Paused") delete $("dial").dataset.phase;
      $("dial").toggleAttribute("data-waits", phase === "Paused");
      $("phase").textContent = phase === "Listening" ? "Your turn" : "";
      $("count").classList.toggle("word", true);
      $("next").replaceChildren();
      if (this.#last) this.#what(this.#last);
      else this.#unnamed();
    });
    $("count").textContent = phase;
    $("unit").textContent = unit;
  }

  #closed() {
    this.#once("closed", () => {
      delete $("dial").dataset.phase;
      $("dial").dataset.side = "";
      $("phase").textContent = "";
      $("count").classList.add("word");
      $("count").textContent = "Ready";
      $("unit").textContent = "";
      $("next").replaceChildren();
      $("caption").textContent = "Press Start, then put the screen where you can see it.";
      this.#last = null;
      this.#unnamed();
    });
  }

  #unnamed() {
    const closed = this.session.mode === "closed";
    $("name").textContent = closed ? "Lie down. I’ll count." : "What would you like?";
    $("side").textContent = "";
    $("times").textContent = closed ? "Back stretches, talked through and timed." : "";
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
