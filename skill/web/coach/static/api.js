// The coach's own JSON. Every request says whose browser this is; nothing goes anywhere else.

import { has, locale, t } from "./texts.js";

const KEY = "limber-user";

export const user = {
  get id() {
    let id = localStorage.getItem(KEY);
    if (!id) this.id = id = drawn();
    return id;
  },
  set id(id) { localStorage.setItem(KEY, id); },
  renew() { this.id = drawn(); },
};

function drawn() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
export const release = document.documentElement.dataset.release;

/** What the coach takes this browser for: a developer may want to see what a screen is sent. */
export const device = { screen: false };

export class Unreachable extends Error {
  /** Whether the same may go well a little later. */
  again = false;
}

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { "X-Limber-User": user.id, ...options.headers } });
  } catch {
    throw Object.assign(new Unreachable(t("note.unreachable")), { again: true });
  }
  if (!answer.ok) throw Object.assign(new Unreachable(wrong(answer.status)), { again: answer.status >= 500 });
  return answer.json();
}

const wrong = (status) => t(has(`errors.${status}`) ? `errors.${status}` : "note.wrong");

const query = (wishes) => new URLSearchParams({ ...wishes, zone, locale });
const posted = (wish) => ({
  method: "POST",
  keepalive: Boolean(wish.end),
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ ...wish, ...(device.screen && { device: "screen" }), zone, locale }),
});

export const progress = (at) => call(`/api/progress?${query({ at })}`);
export const exported = () => call("/api/export");
export const film = (name) => call(`/figures/${release}/${name}.json?${new URLSearchParams({ locale })}`);

/** One turn. The end of a session is told even if the page goes away meanwhile. */
export const turn = (wish) => call("/api/turn", posted(wish));

/** The turns that follow if nobody says a word. */
export const ahead = async (wish) => (await call("/api/ahead", posted(wish))).turns;

/** A page to read, as it comes from the service. */
export async function page(path) {
  const answer = await fetch(path).catch(() => null);
  if (!answer) throw new Unreachable(t("note.not_loaded"));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}
