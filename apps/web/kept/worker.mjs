/* global self, caches */

// Runs beside the pages on devices that opened one of those below, so that these open again without a network. It keeps
// files of the build and nothing else: no answer of the API ever passes through it. The build fills in `KEPT`.

/** @type {{ release: string, entry: string, files: string[] }} */
const KEPT = __KEPT__;
const STORE_PREFIX = 'jiayuan-pages-';
const STORE = `${STORE_PREFIX}${KEPT.release}`;
const SHELL = '/index.html';
/** A network that is there and answers nothing counts as none after so long, in milliseconds. */
const PATIENCE_MS = 5_000;
/** The pages that are made for the road; every other says without a network what the browser says. */
const PAGES = [/^\/assemblies\/[^/]+\/sweep\/?$/, /^\/recount\/?$/];

/** All or nothing: half a release opens no page. A shell of another release than the files is refused. */
async function keepRelease() {
  const answer = await fetch(SHELL, { cache: 'no-store' });
  const text = await answer.text();
  if (!answer.ok || !text.includes(KEPT.entry)) throw new Error('the server has another release by now');
  const store = await caches.open(STORE);
  await store.addAll(KEPT.files);
  // It says of itself that it came from here: it asks for the release of the server before it talks to it.
  const shell = text.replace('<html', '<html data-kept');
  await store.put(SHELL, new Response(shell, { headers: answer.headers }));
}

async function forgetFormer() {
  const names = await caches.keys();
  const former = names.filter((name) => name.startsWith(STORE_PREFIX) && name !== STORE);
  await Promise.all(former.map((name) => caches.delete(name)));
}

async function kept(path) {
  const store = await caches.open(STORE);
  return store.match(path);
}

/** The server's own page wherever it can be had, so that a new release is taken with the next load. */
async function pageFor(request) {
  const fromServer = fetch(request);
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE_MS));
  const answer = await Promise.race([fromServer, late]).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await kept(SHELL)) ?? fromServer;
}

self.addEventListener('install', (event) => event.waitUntil(keepRelease().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(forgetFormer()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (PAGES.some((page) => page.test(pathname))) event.respondWith(pageFor(request));
    return;
  }
  // But for the icon, their names are made of their content: what is kept is what the server would send.
  if (KEPT.files.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)));
});
