// Practices that were loaded, for a time without a network: the first answer, and those that follow it.

import { release } from "./api.js";

const PLACE = `limber-practices-${release}`;
const address = (practice) => `/kept/${encodeURIComponent(practice)}`;

export async function keep(practice, turns) {
  if (!window.caches) return;
  const kept = await caches.open(PLACE);
  await kept.put(address(practice), new Response(JSON.stringify(turns), { headers: { "Content-Type": "application/json" } }));
}

/** The answers of a practice from its first word, or none where it was never loaded. */
export async function kept(practice) {
  if (!window.caches) return [];
  const found = await (await caches.open(PLACE)).match(address(practice));
  return found ? found.json() : [];
}

/** Nothing is left of what was practised here. */
export const forget = () => window.caches?.delete(PLACE);

/** The same answer as if it had been given at another time. */
export const at = (turn, iso) => ({ ...turn, at: iso, exchanges: [], session: "" });
