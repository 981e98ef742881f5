/**
 * The expert's own keys, made on this device. The private parts cannot be taken out of the browser: it keeps them as
 * objects that only sign. What leaves the device are public parts and signatures.
 */
import { bytesToHex } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '#core/opc/base64.ts'
import { type ActAlgorithm, bindingText } from '#core/signing/act.ts'
import { makeSm2, type SealedSm2, signSeconds } from './own-sm2.ts'

type DocumentAlgorithm = 'RS256' | 'ES256'
export type OwnKeys = {
  readonly algorithm: DocumentAlgorithm
  readonly document: CryptoKeyPair
  /** Null in browsers without Ed25519: the document key signs acts too. */
  readonly acts: CryptoKeyPair | null
  /** For second signatures, where the round asks for them. */
  readonly sm2?: SealedSm2 | null
}
export type KeyRequest = {
  algorithm: DocumentAlgorithm
  key: string
  acts: { key: string; binding: string } | null
  sm2: { key: string; binding: string } | null
  proof: string
}

/** Where keys lie: the browser's database, or a test's map. */
export type KeyDrawer = {
  get(name: string): Promise<OwnKeys | undefined>
  put(name: string, keys: OwnKeys): Promise<void>
}

const made = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const
const used = {
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  Ed25519: { name: 'Ed25519' },
} as const satisfies Record<ActAlgorithm, object>

const text = (words: string) => new TextEncoder().encode(words)

/** Makes the keys; those of the browser cannot be exported. @param second with one for second signatures. */
export async function makeOwnKeys(algorithm: DocumentAlgorithm = 'RS256', second = false): Promise<OwnKeys> {
  const document = (await crypto.subtle.generateKey(made[algorithm], false, ['sign', 'verify'])) as CryptoKeyPair
  const acts = await crypto.subtle
    .generateKey({ name: 'Ed25519' }, false, ['sign', 'verify'])
    .then((pair) => pair as CryptoKeyPair)
    .catch(() => null)
  return { algorithm, document, acts, sm2: second ? await makeSm2() : null }
}

async function spki(key: CryptoKey): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.exportKey('spki', key)))
}

async function signed(key: CryptoKey, algorithm: ActAlgorithm, data: Uint8Array): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.sign(used[algorithm], key, new Uint8Array(data))))
}

/** The public parts, each signed by the document key, for the secretary to certify. */
export async function requestOf(keys: OwnKeys, who: { round: string; person: string }): Promise<KeyRequest> {
  const { algorithm, document, acts, sm2 } = keys
  const key = await spki(document.publicKey)
  const bind = (bound: string) => signed(document.privateKey, algorithm, text(bindingText({ ...who, key: bound })))
  const actKey = acts ? await spki(acts.publicKey) : null
  return {
    algorithm,
    key,
    acts: actKey === null ? null : { key: actKey, binding: await bind(actKey) },
    sm2: sm2 ? { key: sm2.point, binding: await bind(sm2.point) } : null,
    proof: await bind(key),
  }
}

/** True when this device holds the key a certificate is for. */
export async function isOwn(keys: OwnKeys | undefined, key: string): Promise<boolean> {
  return keys !== undefined && (await spki(keys.document.publicKey)) === key
}

/** Signs acts, as the host asks: one value for each text. */
export async function signActs(
  { algorithm, document, acts, sm2 }: OwnKeys,
  texts: readonly string[],
): Promise<{ algorithm: ActAlgorithm; values: string[]; seconds?: string[] }> {
  const [key, kind] = acts ? ([acts.privateKey, 'Ed25519'] as const) : ([document.privateKey, algorithm] as const)
  const values = await Promise.all(texts.map((one) => signed(key, kind, text(one))))
  return { algorithm: kind, values, ...(sm2 && { seconds: await signSeconds(sm2, texts) }) }
}

/** Signs the workbook: the canonical SignedInfo, as shown. */
export function signWorkbookText({ algorithm, document }: OwnKeys, words: string): Promise<string> {
  return signed(document.privateKey, algorithm, text(words))
}

/** Eight digits of a key's fingerprint: what the secretary reads off this screen. */
export async function codeOfKey(key: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64(key)))
  const digits = bytesToHex(digest.subarray(0, 4)).toUpperCase()
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

const database = 'jiangping-keys'
const store = 'keys'

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function within<T>(mode: IDBTransactionMode, use: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await opened()
  return new Promise<T>((resolve, reject) => {
    const transaction = base.transaction(store, mode)
    const request = use(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error)
  }).finally(() => base.close())
}

/** The browser's own drawer: keys lie in it as objects, not as bytes. */
export const browserDrawer: KeyDrawer = {
  get: (name) => within<OwnKeys | undefined>('readonly', (keys) => keys.get(name)),
  put: async (name, own) => {
    await within('readwrite', (keys) => keys.put(own, name))
  },
}
