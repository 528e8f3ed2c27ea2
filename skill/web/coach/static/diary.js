// Progress: a calendar of days and minutes, streak, favourites; export and delete.

import * as api from "./api.js";
import { $, el, title } from "./dom.js";

const MUCH = 600; // seconds from which a day counts as a long one
const WEEK = 7;

export class Diary {
  #kept = null;
  #month = null;

  constructor(clock, on) {
    this.clock = clock;
    this.on = on;
    $("earlier").addEventListener("click", () => this.#turn(-1));
    $("later").addEventListener("click", () => this.#turn(1));
    $("export").addEventListener("click", () => this.#export());
    $("delete").addEventListener("click", () => $("ask").showModal());
    $("ask").addEventListener("close", () => { if ($("ask").returnValue === "yes") this.#delete(); $("ask").returnValue = ""; });
  }

  async open() {
    this.#kept = await api.progress(this.clock.iso());
    this.#month = new Date(`${this.#kept.today.slice(0, 7)}-01T12:00:00`);
    this.#figures();
    this.#calendar();
    this.#lists();
  }

  #figures() {
    const { streak, seconds, stretches, days } = this.#kept;
    const figure = (value, what) => el("p", { class: "figure" }, el("b", {}, String(value)), el("span", {}, what));
    $("figures").replaceChildren(
      figure(streak, streak === 1 ? "day in a row" : "days in a row"),
      figure(Math.round(seconds / 60), "minutes in stretches"),
      figure(stretches, stretches === 1 ? "stretch finished" : "stretches finished"),
      figure(days.length, days.length === 1 ? "day" : "days in all"));
  }

  #turn(by) {
    this.#month.setMonth(this.#month.getMonth() + by);
    this.#calendar();
  }

  #calendar() {
    const first = this.#month;
    const language = document.documentElement.lang;
    $("month").textContent = first.toLocaleDateString(language, { month: "long", year: "numeric" });
    const monday = (first.getDay() + 6) % WEEK;
    const cells = Array.from({ length: 6 * WEEK }, (_, index) => new Date(first.getFullYear(), first.getMonth(), 1 + index - monday, 12));
    const weeks = Array.from({ length: 6 }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK)).filter((week) => week.some((day) => day.getMonth() === first.getMonth()));
    $("weekdays").replaceChildren(el("tr", {}, cells.slice(0, WEEK).map((day) => el("th", { scope: "col", abbr: day.toLocaleDateString(language, { weekday: "long" }) }, day.toLocaleDateString(language, { weekday: "short" })))));
    $("calendar").replaceChildren(...weeks.map((week) => el("tr", {}, week.map((day) => el("td", {}, day.getMonth() === first.getMonth() ? this.#day(day) : "")))));
  }

  #day(day) {
    const iso = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
    const done = this.#kept.days.find((each) => each.day === iso);
    const minutes = done ? Math.max(1, Math.round(done.seconds / 60)) : 0;
    const kind = ["day", done && "done", done?.seconds >= MUCH && "much", iso === this.#kept.today && "today"].filter(Boolean).join(" ");
    return el("div", { class: kind, "data-day": iso }, String(day.getDate()), done ? el("small", {}, `${minutes} min`) : null);
  }

  #lists() {
    const { favourites, unfinished } = this.#kept;
    const row = (name, more, action, press) => el("li", {}, el("span", {}, title(name), el("small", {}, more)), el("button", { type: "button", class: "start", "aria-label": `${action} ${name}`, onclick: press }, action));
    $("favourites").replaceChildren(...(favourites.length
      ? favourites.map((each) => row(each.name, each.count === 1 ? "once" : `${each.count} times`, "Start", () => this.on.start(each)))
      : [el("li", { class: "empty" }, "What you do most will stand here.")]));
    $("unfinished").replaceChildren(...(unfinished.length
      ? unfinished.map((each) => row(each.name, each.name === each.stretch ? since(each.saved_at) : `at ${each.stretch}, ${since(each.saved_at)}`, "Go on", () => this.on.goOn(each)))
      : [el("li", { class: "empty" }, "Nothing is left unfinished.")]));
  }

  async #export() {
    const text = JSON.stringify(await api.exported(), null, 2);
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    el("a", { href: url, download: "limber-back.json" }).click();
    URL.revokeObjectURL(url);
    $("data-note").textContent = "Saved as limber-back.json.";
  }

  async #delete() {
    $("data-note").textContent = "";
    $("data-note").textContent = await this.on.deleteAll();
    await this.open();
  }
}

function since(iso) {
  return new Date(iso).toLocaleDateString(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });
}
