// What was going on when the page was left: the next visit offers to go on with it.

import { title } from "./dom.js";

const KEY = "limber-under-way";
const FOR = 12 * 3600 * 1000; // milliseconds for which it is offered before a word is said

export class Offer {
  /** The name of what was left, or nothing. */
  get name() {
    const left = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return left && Date.now() - left.at < FOR ? left.name : "";
  }

  /** An answer came: what it coaches is under way, and a farewell ends it. */
  turn(turn) {
    if (turn.ends) this.drop();
    else if (turn.stages.length) localStorage.setItem(KEY, JSON.stringify({ name: title(turn.stages[0].name), at: Date.now() }));
  }

  drop() { localStorage.removeItem(KEY); }
}
