// Progress: a calendar of days and minutes, streak, favourites; export and delete.

import * as api from "./api.js";
import { $, el } from "./dom.js";
import { counted, locale, t } from "./texts.js";

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
      figure(streak, counted("progress.streak", streak)),
      figure(Math.round(seconds / 60), counted("progress.minutes", Math.round(seconds / 60))),
      figure(stretches, counted("progress.stretches", stretches)),
      figure(days.length, counted("progress.days", days.length)));
  }

  #turn(by) {
    this.#month.setMonth(this.#month.getMonth() + by);
    this.#calendar();
  }

  #calendar() {
    const first = this.#month;
    $("month").textContent = first.toLocaleDateString(locale, { month: "long", year: "numeric" });
    const monday = (first.getDay() + 6) % WEEK;
    const cells = Array.from({ length: 6 * WEEK }, (_, index) => new Date(first.getFullYear(), first.getMonth(), 1 + index - monday, 12));
    const weeks = Array.from({ length: 6 }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK)).filter((week) => week.some((day) => day.getMonth() === first.getMonth()));
    $("weekdays").replaceChildren(el("tr", {}, cells.slice(0, WEEK).map((day) => el("th", { scope: "col", abbr: day.toLocaleDateString(locale, { weekday: "long" }) }, day.toLocaleDateString(locale, { weekday: "short" })))));
    $("calendar").replaceChildren(...weeks.map((week) => el("tr", {}, week.map((day) => el("td", {}, day.getMonth() === first.getMonth() ? this.#day(day) : "")))));
  }

  #day(day) {
    const iso = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
    const done = this.#kept.days.find((each) => each.day === iso);
    const minutes = done ? Math.max(1, Math.round(done.seconds / 60)) : 0;
    const kind = ["day", done && "done", done?.seconds >= MUCH && "much", iso === this.#kept.today && "today"].filter(Boolean).join(" ");
    return el("div", { class: kind, "data-day": iso }, String(day.getDate()), done ? el("small", {}, t("progress.minutes_short", { count: minutes })) : null);
  }

  #lists() {
    const { favourites, unfinished } = this.#kept;
    const row = ({ name, title }, more, action, press) => el("li", {}, el("span", {}, title, el("small", {}, more)), el("button", { type: "button", class: "start", "aria-label": `${action} ${name}`, onclick: press }, action));
    $("favourites").replaceChildren(...(favourites.length
      ? favourites.map((each) => row(each, counted("progress.times", each.count), t("progress.start"), () => this.on.start(each)))
      : [el("li", { class: "empty" }, t("progress.no_favourites"))]));
    $("unfinished").replaceChildren(...(unfinished.length
      ? unfinished.map((each) => row(each, each.name === each.stretch ? since(each.saved_at) : t("progress.at", { stretch: each.stretch, day: since(each.saved_at) }), t("progress.go_on"), () => this.on.goOn(each)))
      : [el("li", { class: "empty" }, t("progress.nothing_unfinished"))]));
  }

  async #export() {
    const text = JSON.stringify(await api.exported(), null, 2);
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    el("a", { href: url, download: "limber-back.json" }).click();
    URL.revokeObjectURL(url);
    $("data-note").textContent = t("progress.saved");
  }

  async #delete() {
    $("data-note").textContent = "";
    $("data-note").textContent = await this.on.deleteAll();
    await this.open();
  }
}

function since(iso) {
  return new Date(iso).toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long" });
}
