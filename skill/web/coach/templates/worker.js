// Keeps the page and what it has loaded, so that it opens and coaches without a network.

const RELEASE = "{{ release }}";
const SHELL = `limber-${RELEASE}`;
const FILES = [
  "/", "/library", "/manifest.webmanifest", "/icons/large.png", `/figures/${RELEASE}/style.css`,
{%- for name in names %}
  `/static/${RELEASE}/{{ name }}`,
{%- endfor %}
];
const FOR_EVER = [`/static/${RELEASE}/`, `/figures/${RELEASE}/`];
const PAGES = ["/library", "/stretches/", "/routines/", "/progress"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

// What an older release has kept would not fit this one's words and figures.
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("limber-") && !name.endsWith(RELEASE)) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (FOR_EVER.some((path) => pathname.startsWith(path))) event.respondWith(keptFirst(event.request));
  else if (pathname === "/" || FILES.includes(pathname) || PAGES.some((path) => pathname.startsWith(path))) event.respondWith(freshFirst(event.request, pathname));
});

async function keptFirst(request) {
  const cache = await caches.open(SHELL);
  return (await cache.match(request)) ?? keep(cache, request, await fetch(request));
}

async function freshFirst(request, pathname) {
  const cache = await caches.open(SHELL);
  try {
    return await keep(cache, pathname, await fetch(request));
  } catch {
    const kept = await cache.match(pathname);
    return kept ?? (request.mode === "navigate" ? cache.match("/") : Response.error());
  }
}

async function keep(cache, as, answer) {
  if (answer.ok) await cache.put(as, answer.clone());
  return answer;
}
