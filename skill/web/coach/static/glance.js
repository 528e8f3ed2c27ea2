// What a glance from the floor shows: the figure, the limb that is meant, a ring that empties, what is next.

import { $, capital, el } from "./dom.js";
import { counted, t } from "./texts.js";

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
    return last ? { name: last.title, what: [$("limb").textContent, t(`stage.phases.${last.phase}`)].filter(Boolean).join(" · ") } : null;
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
    $("count").textContent = work ? String(Math.max(0, Math.ceil(seconds - 0.05))) : t(`stage.words.${stage.phase}`);
    this.#limb(this.figure.at(this.player.turn, at));
    this.#once(`${stage.at}`, () => {
      if (!this.player.turn.ends) this.offer.at(stage);
      this.#dial(stage.phase, stage.side);
      $("count").classList.toggle("word", !work);
      $("unit").textContent = work ? t("stage.seconds") : "";
      $("phase").textContent = t(`stage.phases.${stage.phase}`);
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
      this.#word(t("stage.listen"), "");
      $("phase").textContent = WORK.has(stage.phase) ? counted("stage.to_go", Math.round(stage.left)) : "";
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
      this.#word(t("stage.rest"), "");
      $("phase").textContent = coming.stretch === this.#last?.stretch ? t("stage.then") : t("stage.next");
      $("next").replaceChildren();
      this.#what(coming);
    });
  }

  #done() {
    const listening = this.player.doing === "listening";
    this.#once(`done ${listening}`, () => {
      this.#dial("", null);
      this.#word(t(listening ? "stage.listening" : "stage.done"), "");
      $("phase").textContent = listening ? t("stage.your_turn") : "";
      $("next").replaceChildren();
    });
    if (listening) $("unit").textContent = t("stage.wait");
  }

  /** A question, or an answer about something else: what was being done stays. */
  #between() {
    const { doing } = this.player;
    if (this.#last) this.#limb(this.figure.hold(this.#last));
    else this.figure.clear();
    this.#once(`between ${doing}`, () => {
      this.#dial("", this.#last?.side, Boolean(this.#last));
      this.#word(t({ listening: "stage.listening", saying: "stage.listen" }[doing] ?? "stage.your_turn"), doing === "listening" ? t("stage.wait") : "");
      $("phase").textContent = doing === "saying" ? "" : t("stage.your_turn");
      $("next").replaceChildren();
      if (this.#last) this.#what(this.#last);
      else this.#unnamed(t("stage.what"), "");
    });
  }

  /** What was being held stays to be seen while it waits. */
  #paused() {
    if (this.#last) this.#limb(this.figure.hold(this.#last));
    this.#once("paused", () => {
      $("dial").toggleAttribute("data-waits", true);
      if (this.#last) this.#what(this.#last);
      $("phase").textContent = this.#last?.remains && WORK.has(this.#last.phase) ? counted("stage.to_go", Math.ceil(this.#last.remains)) : "";
      this.#word(t("stage.paused"), "");
      $("next").replaceChildren();
    });
  }

  #closed() {
    const offered = this.offer.left;
    if (offered?.stretch) this.#limb(this.figure.hold(offered));
    this.#once(`closed ${offered?.name}`, () => {
      this.#dial("", null);
      this.#word(t("stage.ready"), "");
      $("phase").textContent = "";
      $("next").replaceChildren();
      this.#last = null;
      if (!offered) {
        this.#limb("");
        this.figure.clear();
      }
      this.caption(t(offered ? "stage.kept" : "stage.press"));
      if (offered) this.#unnamed(t("stage.go_on_with", offered), "");
      else this.#unnamed(t("stage.hello"), t("stage.about"));
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
    $("name").textContent = stage.title;
    $("side").textContent = stage.side_name ? capital(t("stage.side", { side: stage.side_name })) : "";
    const round = stage.rounds > 1 ? t("stage.round", { number: stage.repetition, count: stage.rounds }) : "";
    const item = stage.items > 1 ? t("stage.item", { number: stage.item, count: stage.items }) : "";
    $("times").textContent = [round, item].filter(Boolean).join(", ");
  }

  #next(stage) {
    const { stages, next } = this.player.turn;
    const work = stages.slice(stages.indexOf(stage) + 1).find((each) => WORK.has(each.phase));
    const then = work ? described(stage, work) : next ? next.title : t("stage.the_end");
    $("next").replaceChildren(el("span", {}, `${t(work || next ? "stage.next" : "stage.then")} `), el("b", {}, then));
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
  if (then.item !== now.item) return then.title;
  const side = then.side_name && then.side !== now.side ? t("stage.side", { side: then.side_name }) : "";
  const round = then.repetition !== now.repetition ? t("stage.round", { number: then.repetition, count: then.rounds }) : "";
  const same = then.phase === "hold" ? counted("stage.hold_for", Math.round(then.left)) : t("stage.phases.move");
  return capital([side, round].filter(Boolean).join(", ") || same);
}
