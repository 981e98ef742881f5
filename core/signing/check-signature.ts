/** Checks one signature value, in a browser or on Node alike. */
import { ed25519 } from '@noble/curves/ed25519.js'
import type { ActAlgorithm } from './act.ts'

type Key = { readonly type: string }
/** The part of WebCrypto that is used: core is compiled without a browser's or Node's own types. */
type Subtle = {
  importKey(format: 'spki', bytes: Uint8Array, algorithm: object, extractable: boolean, uses: string[]): Promise<Key>
  verify(algorithm: object, key: Key, signature: Uint8Array, data: Uint8Array): Promise<boolean>
}

const webAlgorithms = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  Ed25519: { name: 'Ed25519' },
} as const

/** Every SPKI of an Ed25519 key begins so; the key's 32 bytes follow. */
const ed25519Head = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]

/** The SPKI of an Ed25519 key from its 32 bytes. */
export function ed25519Spki(key: Uint8Array): Uint8Array {
  return new Uint8Array([...ed25519Head, ...key])
}

/**
 * True when `signature` is of `data` by the key.
 * @param key SPKI. @param signature for ES256 r and s side by side.
 */
export async function isSignatureOf(given: {
  algorithm: ActAlgorithm
  key: Uint8Array
  data: Uint8Array
  signature: Uint8Array
}): Promise<boolean> {
  const { algorithm, key, data, signature } = given
  const subtle = (globalThis as { crypto?: { subtle?: Subtle } }).crypto?.subtle
  try {
    if (algorithm === 'Ed25519') {
      if (!hasEd25519Head(key)) return false
      // Browsers older than 2025 have no Ed25519 of their own.
      ownEd25519 ??= subtle ? canImport(subtle, key) : Promise.resolve(false)
      if (!(await ownEd25519)) return ed25519.verify(signature, data, key.subarray(12), { zip215: false })
    }
    if (!subtle) throw new Error('this browser checks signatures only on a secure page')
    return await subtle.verify(webAlgorithms[algorithm], await imported(subtle, algorithm, key), signature, data)
  } catch {
    return false
  }
}

/** Keys as the browser has taken them, by the very bytes they were given in: a ledger has thousands of acts by a few keys. */
const importedKeys = new WeakMap<Uint8Array, Map<ActAlgorithm, Promise<Key>>>()

function imported(subtle: Subtle, algorithm: ActAlgorithm, key: Uint8Array): Promise<Key> {
  const known = importedKeys.get(key) ?? new Map<ActAlgorithm, Promise<Key>>()
  importedKeys.set(key, known)
  const made = known.get(algorithm) ?? subtle.importKey('spki', key, webAlgorithms[algorithm], false, ['verify'])
  known.set(algorithm, made)
  return made
}

function hasEd25519Head(key: Uint8Array): boolean {
  return key.length === 44 && ed25519Head.every((byte, at) => key[at] === byte)
}

/** Found out once: the browser does not change. */
let ownEd25519: Promise<boolean> | null = null

function canImport(subtle: Subtle, key: Uint8Array): Promise<boolean> {
  const imported = subtle.importKey('spki', key, webAlgorithms.Ed25519, false, ['verify'])
  return imported.then(
    () => true,
    () => false,
  )
}
