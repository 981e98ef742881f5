/** The slip that travels beside an installer on a USB stick: what it is, and the publisher's signature under it. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import * as z from 'zod'
import { canonicalJson } from '#core/ledger/entry.ts'

const slip = z.strictObject({
  name: z.string().min(1).max(200),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 over the other three, in canonical JSON; base64. */
  signature: z.string(),
})
export type Slip = z.infer<typeof slip>
type Words = Omit<Slip, 'signature'>

/** The ending of a slip beside its installer. */
export const slipEnding = '.jpsig'

const bytesOf = ({ name, version, sha256 }: Words) => Buffer.from(canonicalJson({ name, version, sha256 }))

/** Signs a slip with the publisher's private key (PEM). */
export function signSlip(words: Words, privateKey: string): Slip {
  return { ...words, signature: sign(null, bytesOf(words), createPrivateKey(privateKey)).toString('base64') }
}

/** Reads a slip; null when it is none. */
export function readSlip(spelling: string): Slip | null {
  try {
    return slip.parse(JSON.parse(spelling))
  } catch {
    return null
  }
}

/** Whether the publisher whose public key (PEM) came with the program signed this slip. */
export function isSigned(given: Slip, publicKey: string): boolean {
  return verify(null, bytesOf(given), createPublicKey(publicKey), Buffer.from(given.signature, 'base64'))
}

/** True when `version` is later than `than`; both as "1.2.3". */
export function isNewer(version: string, than: string): boolean {
  const a = version.split('.').map(Number)
  const b = than.split('.').map(Number)
  const place = a.findIndex((part, index) => part !== b[index])
  return place >= 0 && (a[place] ?? 0) > (b[place] ?? 0)
}
