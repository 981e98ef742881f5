/** A key that a seat has made and that waits for the secretary to certify it, face to face. */
import { createHash } from 'node:crypto'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64 } from '#core/opc/base64.ts'
import { refuse } from '#core/refusal.ts'
import { bindingText } from '#core/signing/act.ts'
import type { Keys } from '#core/signing/keys.ts'
import type { DocumentAlgorithm } from './certificates.ts'
import { isSigned } from './signing-keys.ts'

export type KeyRequest = {
  readonly algorithm: DocumentAlgorithm
  /** SPKI in base64. */
  readonly key: string
  readonly acts: { readonly key: string; readonly binding: string } | null
  /** The key of second signatures, where the round asks for them. */
  readonly sm2: { readonly key: string; readonly binding: string } | null
  /** The document key's signature of its own public part, so that nobody asks for a certificate of another's key. */
  readonly proof: string
}

/** Eight digits that both screens show: what the secretary and the expert compare. */
export function codeOf(request: Pick<KeyRequest, 'key'>): string {
  const digits = createHash('sha256').update(fromBase64(request.key)).digest('hex').slice(0, 8).toUpperCase()
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** @throws Refused `bad-key-request` when a signature in it does not fit, or a key is missing. */
export function checkKeyRequest(round: string, person: string, request: KeyRequest, { authority }: Keys): KeyRequest {
  const { algorithm, key, acts, sm2, proof } = request
  try {
    const spki = fromBase64(key)
    const owns = (text: string, value: string) =>
      isSigned(spki, algorithm, { data: utf8ToBytes(text), value: fromBase64(value) })
    if (!owns(bindingText({ round, person, key }), proof)) return refuse('bad-key-request')
    if ((sm2 !== null) !== (authority?.second !== undefined)) return refuse('bad-key-request')
    for (const bound of [acts, sm2]) {
      if (bound && !owns(bindingText({ round, person, key: bound.key }), bound.binding))
        return refuse('bad-key-request')
    }
  } catch {
    return refuse('bad-key-request')
  }
  return request
}
