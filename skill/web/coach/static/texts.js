// The page's words in its language: they come along in the page, and buttons say them to the coach.

const CHOSEN = "limber-locale"; // the service reads this cookie; it is set only where somebody chooses
const FOR = 365 * 24 * 3600; // seconds

const told = JSON.parse(document.getElementById("texts").textContent);
export const locale = document.documentElement.lang;
const kinds = new Intl.PluralRules(locale);

/** A text with its places filled. */
export const t = (key, fill = {}) => told[key].replace(/\{(\w+)\}/g, (_, name) => fill[name]);

/** A text that counts, in the form for so many. */
export function counted(key, count, fill = {}) {
  const kind = `${key}.${kinds.select(count)}`;
  return t(kind in told ? kind : `${key}.other`, { count, ...fill });
}

/** Several texts. */
export const list = (key) => told[key];

/** Whether there is such a text. */
export const has = (key) => key in told;

/** The page in another language from now on. */
export function choose(wanted) {
  document.cookie = `${CHOSEN}=${wanted}; path=/; max-age=${FOR}; samesite=lax`;
  location.reload();
}
