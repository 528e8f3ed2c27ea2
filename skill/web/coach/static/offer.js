// What was going on when the page was left: the next visit offers to go on with it.

const KEY = "limber-under-way";
const FOR = 12 * 3600 * 1000; // milliseconds for which it is offered before a word is said

export class Offer {
  /** The stretch that was left: its name, id and side; or nothing. */
  get left() {
    const left = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return left && Date.now() - left.at < FOR ? left : null;
  }

  /** An answer came: what it coaches is under way, and a farewell ends it. */
  turn(turn) {
    if (turn.ends) this.drop();
    else if (turn.stages.length) this.at(turn.stages[0]);
  }

  /** A stage of it has begun. */
  at({ name, stretch, side }) { localStorage.setItem(KEY, JSON.stringify({ name, stretch, side, at: Date.now() })); }

  drop() { localStorage.removeItem(KEY); }
}
