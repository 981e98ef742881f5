/**
 * What a tablet takes along on a visit: IndexedDB, sealed like the seat's cabinet, photos included. Unlike there the key
 * stays on the device while its person sits at it, so that a page killed far from the host goes on: as an object that
 * opens and cannot be taken out, and gone when the seat is given back. What was not sent opens again with the session's seal.
 */

/** Things by name; what was put is on disk when the promise is kept. */
export type Luggage = {
  get: (name: string) => Promise<unknown>
  put: (name: string, value: unknown) => Promise<void>
  getBytes: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  putBytes: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  drop: (name: string) => Promise<void>
}

type Holder = { readonly round: string; readonly expert: string }
type Keys = { readonly seal: CryptoKey; readonly namer: CryptoKey }
type Kept = { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }

const database = 'jiangping-visits'
const stores = { keys: 'keys', things: 'things' } as const

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

let opened: Promise<IDBDatabase> | undefined
function handle(): Promise<IDBDatabase> {
  opened ??= (async () => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => {
      for (const store of Object.values(stores)) request.result.createObjectStore(store)
    }
    return settled(request)
  })()
  return opened
}

async function write(store: string, change: (of: IDBObjectStore) => void): Promise<void> {
  // Strict: on the disk, not only in the browser's hands, when it is called kept.
  const work = (await handle()).transaction(store, 'readwrite', { durability: 'strict' })
  change(work.objectStore(store))
  work.commit()
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve()
    work.onabort = () => reject(work.error)
  })
}

async function read<T>(store: string, key: string): Promise<T | undefined> {
  const base = await handle()
  return settled<T | undefined>(base.transaction(store).objectStore(store).get(key))
}

async function keysFrom(seal: string): Promise<Keys> {
  const raw = Uint8Array.from(atob(seal.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))
  const { subtle } = crypto
  const [key, namer] = await Promise.all([
    subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
    subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ])
  return { seal: key, namer }
}

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The luggage of one seat.
 * @param seal from `me.show`; null away from the host: then the key that stayed here opens it.
 * @returns null when there is neither.
 * @throws what the browser says when it has no storage or no cryptography to offer.
 */
export async function openLuggage({ round, expert }: Holder, seal: string | null): Promise<Luggage | null> {
  const owner = `${round}/${expert}`
  const keys = seal === null ? await read<Keys>(stores.keys, owner) : await keysFrom(seal)
  if (!keys) return null
  if (seal !== null) await write(stores.keys, (of) => of.put(keys, owner))
  const { subtle } = crypto
  const words = new TextEncoder()
  // Names tell which applications were visited: they are kept as codes.
  const coded = async (name: string) => hex(await subtle.sign('HMAC', keys.namer, words.encode(`visit ${name}`)))
  const putBytes = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, keys.seal, bytes)
    const at = await coded(name)
    await write(stores.things, (of) => of.put({ iv, sealed } satisfies Kept, at))
  }
  const getBytes = async (name: string) => {
    const kept = await read<Kept>(stores.things, await coded(name))
    if (!kept) return undefined
    try {
      return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, keys.seal, kept.sealed))
    } catch {
      // Cut off by a full disk: nothing can be made of it.
      return undefined
    }
  }
  return {
    putBytes,
    getBytes,
    put: (name, value) => putBytes(name, words.encode(JSON.stringify(value))),
    async get(name) {
      const bytes = await getBytes(name)
      return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as unknown)
    },
    async drop(name) {
      const at = await coded(name)
      await write(stores.things, (of) => of.delete(at))
    },
  }
}

/** Takes every key off this device: whoever sits here next opens nothing. */
export async function forgetLuggageKeys(): Promise<void> {
  if (!('indexedDB' in globalThis)) return
  await write(stores.keys, (of) => of.clear()).catch(() => {})
}
