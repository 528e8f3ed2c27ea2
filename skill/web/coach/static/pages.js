// The views: the coach and progress are here, the library comes from the service as it is read without a
// script. Going from one to another does not end what is being coached.

import * as api from "./api.js";
import { $, el } from "./dom.js";
import { t } from "./texts.js";

const HERE = { "/": "coach", "/progress": "progress" };
const READING = /^\/(library|stretches\/[a-z_]+|routines\/[a-z_]+)$/;

export class Pages {
  constructor(views, on) {
    this.views = views;
    this.on = on;
    document.addEventListener("click", (event) => this.#click(event));
    document.addEventListener("input", (event) => { if (event.target.id === "find") find(event.target.value); });
    window.addEventListener("popstate", () => this.#show(location.pathname));
    this.#named = location.pathname;
    this.#keep(HERE[location.pathname]);
    this.views[HERE[location.pathname]]?.open().catch((error) => this.#trouble(error));
  }

  #named;

  go(path) {
    if (path !== location.pathname) history.pushState(null, "", path);
    return this.#show(path).then(() => $("main").focus({ preventScroll: true }));
  }

  #click(event) {
    const start = event.target.closest("[data-start]");
    if (start) return this.on.start({ id: start.dataset.start, name: start.dataset.name });
    if (event.target.closest("[data-print]")) return window.print();
    const link = event.target.closest("a[href]");
    if (!link || link.origin !== location.origin || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const path = link.pathname;
    if (link.hash || !(path in HERE || READING.test(path))) return;
    event.preventDefault();
    this.go(path);
  }

  async #show(path) {
    const view = HERE[path] ?? "reading";
    try {
      if (view === "reading" && this.#named !== path) await this.#read(path);
      for (const name of ["coach", "reading", "progress"]) $(name).hidden = name !== view;
      document.body.dataset.view = view;
      this.#keep(view);
      for (const link of document.querySelectorAll("nav a")) {
        if (link.dataset.view === view) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
      if (view !== "reading") document.title = t("app.name");
      window.scrollTo(0, 0);
      await this.views[view]?.open();
    } catch (error) {
      this.#trouble(error);
    }
  }

  /** Where somebody had read to is kept; the stage, which changes its size, would be loaded half scrolled away. */
  #keep(view) { history.scrollRestoration = view === "coach" ? "manual" : "auto"; }

  async #read(path) {
    const page = await api.page(path);
    $("reading").replaceChildren(...document.importNode(page.getElementById("reading"), true).childNodes);
    document.title = page.title;
    this.#named = path;
  }

  #trouble(error) {
    if (!(error instanceof api.Unreachable)) throw error;
    const shown = ["coach", "reading", "progress"].map($).find((view) => !view.hidden);
    shown.querySelector(".trouble")?.remove();
    shown.prepend(el("p", { class: "note trouble", role: "status" }, error.message));
  }
}

/** Shows what has all of the words among its names, its place and what it is for. */
function find(text) {
  const wanted = text.toLowerCase().split(" ").filter(Boolean);
  let any = false;
  for (const each of document.querySelectorAll("#reading [data-find]")) {
    each.hidden = !wanted.every((word) => each.dataset.find.includes(word));
    any ||= !each.hidden;
  }
  for (const group of document.querySelectorAll(".shelf")) group.hidden = !group.querySelector("[data-find]:not([hidden])");
  $("library-empty").hidden = any;
}
