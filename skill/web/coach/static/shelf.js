// The library: browse, read, start with one press.

import * as api from "./api.js";
import { $, el, title } from "./dom.js";

const PLACES = { floor: "On the floor", bed: "On a bed", chair: "On a chair", standing: "Standing" };
const LEVELS = { gentle: "Gentle", standard: "Usual", longer: "Longer" };

export class Shelf {
  #shown = null;

  constructor(start) {
    this.start = start;
    $("find").addEventListener("input", () => this.#find($("find").value));
  }

  async open() {
    this.#shown ??= this.#show(await api.library());
  }

  #show({ stretches, routines }) {
    $("routines").replaceChildren(...routines.map((routine) => this.#routine(routine)));
    const groups = Object.entries(PLACES).map(([place, heading]) => {
      const there = stretches.filter((stretch) => stretch.place === place);
      return el("section", { class: "shelf" }, el("h2", { class: "group" }, heading), ...there.map((s) => this.#stretch(s)));
    });
    $("stretches").replaceChildren(...groups.filter((group) => group.childElementCount > 1));
    return true;
  }

  #start(entry) {
    return el("button", { type: "button", class: "start", "aria-label": `Start ${entry.name}`, onclick: () => this.start(entry) }, "Start");
  }

  #routine(routine) {
    return el("article", { class: "card routine", "data-find": found(routine.name, routine.summary, ...routine.stretches.map((s) => s.name)) },
      el("h3", {}, title(routine.name)),
      el("p", {}, routine.summary, routine.asks_for ? ` It needs ${routine.asks_for}.` : ""),
      el("ol", {}, routine.stretches.map((stretch) => el("li", {}, title(stretch.name)))),
      el("p", { class: "source" }, sources(routine.sources)),
      this.#start(routine));
  }

  #stretch(stretch) {
    const usual = stretch.doses.find((dose) => dose.level === "standard");
    return el("article", { class: "stretch", "data-id": stretch.id, "data-find": found(stretch.name, stretch.position, PLACES[stretch.place], ...stretch.areas, ...stretch.needs) },
      el("div", { class: "line" },
        el("details", {},
          el("summary", {}, el("h3", {}, title(stretch.name)), el("span", { class: "dose" }, usual.in_words)),
          detail(stretch)),
        this.#start(stretch)));
  }

  #find(text) {
    const wanted = found(text).split(" ").filter(Boolean);
    let any = false;
    for (const each of document.querySelectorAll("#library [data-find]")) {
      each.hidden = !wanted.every((word) => each.dataset.find.includes(word));
      any ||= !each.hidden;
    }
    for (const group of document.querySelectorAll(".shelf")) group.hidden = !group.querySelector("[data-find]:not([hidden])");
    $("library-empty").hidden = any;
  }
}

const found = (...words) => words.join(" ").toLowerCase();

function sources(titles) { return `Source: ${titles.map((name) => (name === "our own" ? name : `“${name}”`)).join(", ")}`; }

function part(heading, ...content) { return el("section", {}, el("h4", {}, heading), ...content); }

function said(text, from) {
  return [el("p", {}, text), from.length ? el("p", { class: "source" }, sources(from)) : null];
}

function detail(stretch) {
  const needs = [...stretch.needs, ...stretch.helps.map((thing) => `${thing}, if you have one`)];
  return el("div", { class: "detail" },
    el("div", {},
      part(`How to, ${stretch.position}`, el("ol", {}, stretch.steps.map((step) => el("li", {}, step))), el("p", { class: "source" }, sources(stretch.step_sources))),
      part("Coming out of it", el("p", {}, stretch.release)),
      part("What it may help", ...said(stretch.benefit, stretch.benefit_sources)),
      part("An easier way", ...said(stretch.easier, stretch.easier_sources))),
    el("div", {},
      part("How long, how often", el("table", {}, el("tbody", {}, stretch.doses.map(dose)))),
      stretch.cautions.length ? part("Take care", ...stretch.cautions.map((caution) => el("p", {}, caution)), el("p", { class: "source" }, sources(stretch.caution_sources.length ? stretch.caution_sources : ["our own"]))) : null,
      needs.length ? part("Have in reach", el("p", {}, needs.join("; "))) : null));
}

function dose({ level, in_words: words, figures }) {
  return el("tr", {}, el("th", { scope: "row" }, LEVELS[level]),
    el("td", {}, words, ...figures.map(({ what, value, sources: from }) => el("div", { class: "source" }, `${title(what)}: ${value}. ${sources(from)}`))));
}
