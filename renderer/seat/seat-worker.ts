/**
 * Runs in the browser beside the seat's pages: answers for the page and its files when the host cannot be reached. It
 * keeps nothing else: no answer of the host ever passes through it into a cache.
 */

/** The part of a service worker's world that is used here; the library of the pages has no types for it. */
type WorkerEvent = Event & { waitUntil(work: Promise<unknown>): void }
type FetchEvent = WorkerEvent & { request: Request; respondWith(answer: Promise<Response>): void }
type MessageToWorker = WorkerEvent & { data: { keep?: string[] }; ports: readonly MessagePort[] }
type WorkerScope = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
  addEventListener(name: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(name: 'message', listener: (event: MessageToWorker) => void): void
}
const scope = globalThis as unknown as WorkerScope

const cacheName = 'jiangping-seat-page'
/** A wireless network that has gone silent is no network. */
const patienceMs = 4_000

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))

async function keep(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  // The page itself may be newer; the files' names hold their fingerprints.
  await cache.addAll(paths.filter((path) => path === '/' || !known.has(path)))
  const wanted = new Set(paths)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (!wanted.has(pathname)) await cache.delete(request)
  }
}

scope.addEventListener('message', (event) => {
  const { keep: paths } = event.data
  if (!paths) return
  const [port] = event.ports
  event.waitUntil(
    keep(paths).then(
      () => port?.postMessage('kept'),
      () => port?.postMessage('not-kept'),
    ),
  )
})

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
  } catch (problem) {
    const kept = await caches.match('/', { cacheName })
    if (kept) return kept
    throw problem
  }
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName })) ?? fetch(request)
}

scope.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === '/') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request))
})
