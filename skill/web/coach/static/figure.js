// The figure on the stage: it moves as the words go, along the frames that come with each answer.

import * as api from "./api.js";
import { $ } from "./dom.js";

const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const AGAIN = 4000; // milliseconds after which a film that did not come is sent for again
const NO_SIDE = "left"; // the film of a stretch without sides

export class Figure {
  #films = new Map();
  #shown = "";
  #loading = Promise.resolve();

  /** Fetches the films of an answer before they are needed. */
  load(turn) {
    for (const { stretch, side } of [...turn.poses, ...(turn.next ? [turn.next] : [])]) this.#film(stretch, side);
  }

  /** The body at a second of an answer; tells which limb is meant. */
  at(turn, at) {
    const index = Math.max(0, turn.poses.findLastIndex((pose) => pose.at <= at));
    const pose = turn.poses[index];
    if (!pose) return "";
    const film = this.#film(pose.stretch, pose.side);
    if (!film) return "";
    const before = turn.poses[index - 1];
    const way = before?.stretch === pose.stretch && at >= pose.at ? between(film, before.frame, pose.frame) : null;
    const done = pose.moving ? (at - pose.at) / pose.moving : 1;
    if (!way || done >= 1) this.#frame(film, pose.stretch, pose.frame, pose.side);
    else if (STILL.matches) this.#frame(film, pose.stretch, pose.frame, pose.side);
    else {
      const step = Math.floor(done * (way.length + 1));
      if (step) this.#show(`${pose.stretch} ${pose.side} ${before.frame} ${pose.frame} ${step}`, way[step - 1], film, pose.frame);
      else this.#frame(film, pose.stretch, before.frame, pose.side);
    }
    return film.frames[pose.frame].limb;
  }

  /** The hold of a stretch; tells which limb is meant. */
  hold({ stretch, side }) {
    const film = this.#film(stretch, side);
    if (film) this.#frame(film, stretch, "hold", side);
    return film?.frames.hold.limb ?? "";
  }

  clear() {
    if (this.#shown) $("picture").replaceChildren();
    this.#shown = "";
  }

  #frame(film, stretch, frame, side) { this.#show(`${stretch} ${side} ${frame}`, film.frames[frame], film, frame); }

  #show(key, { view, drawing }, film, frame) {
    if (key === this.#shown) return;
    this.#shown = key;
    const parsed = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}">${drawing}</svg>`, "image/svg+xml");
    const svg = document.importNode(parsed.documentElement, true);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${film.title}. ${film.frames[frame].seen}`);
    svg.dataset.key = key;
    $("picture").replaceChildren(svg);
  }

  /** The film if it is here; else it is sent for, one after the other, and nothing. */
  #film(stretch, side) {
    const key = `${stretch}-${side ?? NO_SIDE}`;
    const film = this.#films.get(key);
    if (film === undefined) {
      this.#films.set(key, null);
      this.#loading = this.#loading.then(() => api.film(key)).then(
        (got) => this.#films.set(key, got),
        () => setTimeout(() => this.#films.delete(key), AGAIN));
    }
    return film ?? null;
  }
}

function between(film, start, end) {
  return film.between[`${start}>${end}`] ?? film.between[`${end}>${start}`]?.toReversed() ?? null;
}
