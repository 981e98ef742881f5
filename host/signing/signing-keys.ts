/** Private keys as this laptop uses them: made, signed with, checked. Keys of tablets never come here. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { promisify } from 'node:util'
import { toBase64 } from '#core/opc/base64.ts'
import type { ActAlgorithm, ActSignature } from '#core/signing/act.ts'
import { type Sm2Key, secondAlgorithm, signSm2, sm2KeyFrom, sm2RandomBytes } from '#core/signing/sm2.ts'
import type { DocumentAlgorithm } from './certificates.ts'

const generate = promisify(generateKeyPair)

/** The two keys of a person: one for what Office must understand, one for acts. */
export type PrivateKeys = {
  readonly algorithm: DocumentAlgorithm
  readonly document: KeyObject
  readonly acts: KeyObject
  /** For second signatures; null where the round asks for none. */
  readonly sm2: Sm2Key | null
}

/** A fresh key of the kind Office understands. */
export async function makeDocumentKey(algorithm: DocumentAlgorithm): Promise<KeyObject> {
  const made =
    algorithm === 'RS256'
      ? await generate('rsa', { modulusLength: 2048, publicExponent: 65_537 })
      : await generate('ec', { namedCurve: 'P-256' })
  return made.privateKey
}

/** The keys of a person. @param second with one for second signatures. */
export async function makeKeys(algorithm: DocumentAlgorithm, second: boolean): Promise<PrivateKeys> {
  const [document, acts] = await Promise.all([makeDocumentKey(algorithm), generate('ed25519', {})])
  return { algorithm, document, acts: acts.privateKey, sm2: second ? sm2KeyFrom(randomBytes(sm2RandomBytes)) : null }
}

/** The public part as SPKI. */
export function spkiOf(key: KeyObject): Uint8Array {
  return new Uint8Array((key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }))
}

/** The second signature as it stands beside the first. */
export function secondWith(key: Sm2Key, data: Uint8Array): NonNullable<ActSignature['second']> {
  const value = signSm2(key, data, randomBytes(sm2RandomBytes))
  return { algorithm: secondAlgorithm, value: toBase64(value) }
}

/** Signs; for ES256 r and s side by side, as everything here has it. */
export function signWith(key: KeyObject, algorithm: ActAlgorithm, data: Uint8Array): Uint8Array {
  const digest = algorithm === 'Ed25519' ? null : 'sha256'
  return new Uint8Array(sign(digest, data, { key, dsaEncoding: 'ieee-p1363' }))
}

/** True when the value is of the data by the key (SPKI, or a key). Never throws. */
export function isSigned(
  key: KeyObject | Uint8Array,
  algorithm: ActAlgorithm,
  { data, value }: { data: Uint8Array; value: Uint8Array },
): boolean {
  try {
    const known =
      key instanceof Uint8Array ? createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' }) : key
    const kinds = { Ed25519: 'ed25519', RS256: 'rsa', ES256: 'ec' } as const
    if (known.asymmetricKeyType !== kinds[algorithm]) return false
    return verify(algorithm === 'Ed25519' ? null : 'sha256', data, { key: known, dsaEncoding: 'ieee-p1363' }, value)
  } catch {
    return false
  }
}

/** As the keystore keeps a key, and back. */
export const packKey = (key: KeyObject): string => key.export({ format: 'der', type: 'pkcs8' }).toString('base64')
export const unpackKey = (packed: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(packed, 'base64'), format: 'der', type: 'pkcs8' })
