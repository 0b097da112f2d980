/**
 * The service worker: keeps every file of the build, so that after one visit the app needs no network.
 *
 * Files are kept under an address that names their content, so one cache serves the version in use and the one
 * that waits. A new version waits until no tab shows the old one, or until the only tab is reloaded: no tab changes
 * under a person's hands. Other origins, and addresses that are no file of the build, are left alone.
 */
declare const self: ServiceWorkerGlobalScope;

/** Path to a hash of the content; empty where the path itself holds one. The build fills it in. */
declare const __FILES__: Readonly<Record<string, string>>;

const files = new Map(Object.entries(__FILES__));
const scope = self.registration.scope;
const cacheName = `corollary ${scope}`;
let hasYielded = false;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request);
  if (path !== undefined) event.respondWith(answer(request, path));
});

/** The path of the file asked for; undefined where the request is none of our business. */
function pathOf(request: Request): string | undefined {
  if (request.method !== 'GET' || request.headers.has('range') || !request.url.startsWith(scope))
    return undefined;
  const address = request.mode === 'navigate' ? request.url.replace(/[?#].*$/s, '') : request.url;
  const path = decodeURI(address.slice(scope.length)) || 'index.html';
  return files.has(path) ? path : undefined;
}

async function answer(request: Request, path: string): Promise<Response> {
  if (request.mode === 'navigate' && (await yieldsTo(request))) return again();
  const cache = await caches.open(cacheName);
  return (await cache.match(keptAs(path))) ?? fetch(request);
}

/** Whether a newer version takes over now: it waits, and this is a reload of the only tab. */
async function yieldsTo(request: Request): Promise<boolean> {
  const { waiting } = self.registration;
  if (!waiting || hasYielded || request.cache !== 'no-cache') return false;
  if ((await self.clients.matchAll({ type: 'window' })).length > 1) return false;
  hasYielded = true;
  waiting.postMessage('take over');
  return true;
}

/** An empty page, which asks for no icon either, that loads itself again: then the newer version answers. */
function again(): Response {
  return new Response('<!doctype html><link rel="icon" href="data:,">', {
    headers: { 'Content-Type': 'text/html', Refresh: '0' },
  });
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  for (const path of files.keys()) {
    const address = keptAs(path);
    if (!kept.has(address)) await cache.put(address, await load(path));
  }
}

/** One after the other, so that what the page is doing goes first. */
async function load(path: string): Promise<Response> {
  const address = path === 'index.html' ? scope : scope + encodeURI(path);
  const response = await fetch(address, { cache: files.get(path) ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  // A redirected response may not answer a navigation, so it is made anew.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

async function dropOthers(): Promise<void> {
  const cache = await caches.open(cacheName);
  const wanted = new Set([...files.keys()].map(keptAs));
  const old = (await cache.keys()).filter((request) => !wanted.has(request.url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

function keptAs(path: string): string {
  const mark = files.get(path);
  return scope + encodeURI(path) + (mark ? `?${mark}` : '');
}

export {};
