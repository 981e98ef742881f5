/**
 * Where this device keeps what the host does not have yet: IndexedDB, sealed with a key that only the seat's own session
 * gets from the host and that lives in the memory of the open page. Whoever sits at the device next finds neither marks
 * nor whose they are. Nothing here can be read without that session; nothing is lost when the page is closed.
 */

/** Entries by name; what was put is on disk when the promise is kept. */
export type Cabinet = {
  all: () => Promise<unknown[]>
  put: (name: string, value: unknown) => Promise<void>
  drop: (name: string) => Promise<void>
}

const database = 'jiangping-seat'
const drawer = 'sealed'
type Kept = { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function finished(work: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve()
    work.onabort = () => reject(work.error)
  })
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(drawer)
  return settled(request)
}

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The cabinet of one seat.
 * @param seal 32 bytes in base64url, from `me.show`
 * @throws what the browser says when it has no storage or no cryptography to offer
 */
export async function openCabinet(seal: string): Promise<Cabinet> {
  const raw = Uint8Array.from(atob(seal.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))
  const { subtle } = crypto
  const [key, namer] = await Promise.all([
    subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
    subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ])
  const words = new TextEncoder()
  // Names tell as much as marks: which application, which item. They are kept as codes.
  const coded = async (name: string) => hex(await subtle.sign('HMAC', namer, words.encode(name))).slice(0, 32)
  const owner = await coded('owner')
  const names = new Map<string, string>()
  const nameOf = async (name: string) => {
    const known = names.get(name) ?? `${owner}/${await coded(name)}`
    names.set(name, known)
    return known
  }
  const handle = await openDatabase()
  const write = async (change: (store: IDBObjectStore) => void) => {
    // Strict: on the disk, not only in the browser's hands, when it is called kept.
    const work = handle.transaction(drawer, 'readwrite', { durability: 'strict' })
    change(work.objectStore(drawer))
    // At once: a page that dies before it is told of its success has still kept it.
    work.commit()
    await finished(work)
  }
  const unseal = async ({ iv, sealed }: Kept): Promise<unknown[]> => {
    try {
      return [JSON.parse(new TextDecoder().decode(await subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)))]
    } catch {
      // Cut off by a full disk: nothing can be made of it.
      return []
    }
  }
  return {
    async all() {
      const store = handle.transaction(drawer).objectStore(drawer)
      const kept: Kept[] = await settled(store.getAll(IDBKeyRange.bound(`${owner}/`, `${owner}/~`)))
      return (await Promise.all(kept.map(unseal))).flat()
    },
    async put(name, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, key, words.encode(JSON.stringify(value)))
      const at = await nameOf(name)
      await write((store) => store.put({ iv, sealed } satisfies Kept, at))
    },
    async drop(name) {
      const at = await nameOf(name)
      await write((store) => store.delete(at))
    },
  }
}
