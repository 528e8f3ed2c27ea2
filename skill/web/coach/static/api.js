// The coach's own JSON. Every request says whose browser this is; nothing goes anywhere else.

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

export class Unreachable extends Error {}

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { "X-Limber-User": user.id, ...options.headers } });
  } catch {
    throw new Unreachable("The coach cannot be reached just now. Is it still running?");
  }
  if (!answer.ok) throw new Unreachable((await answer.text()).trim() || "Something went wrong here.");
  return answer.json();
}

const query = (wishes) => new URLSearchParams({ ...wishes, zone, locale: navigator.language });

export const library = () => call(`/api/library?${query({})}`);
export const progress = (at) => call(`/api/progress?${query({ at })}`);
export const exported = () => call("/api/export");

/** One turn. The end of a session is told even if the page goes away meanwhile. */
export const turn = (wish) =>
  call("/api/turn", {
    method: "POST",
    keepalive: Boolean(wish.end),
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...wish, zone, locale: navigator.language }),
  });
