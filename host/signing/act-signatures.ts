/** Signs acts done at the desk with unlocked keys, and checks the signatures that come from seats. */
import type { KeyObject } from 'node:crypto'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { fromBase64, toBase64 } from '#core/opc/base64.ts'
import { refuse } from '#core/refusal.ts'
import { type ActAlgorithm, type ActSignature, actAlgorithms, actText, personOf, secretary } from '#core/signing/act.ts'
import { type Certified, type Keys, keyKinds, keysOf, secondHolds } from '#core/signing/keys.ts'
import { secondAlgorithm } from '#core/signing/sm2.ts'
import type { ReadHandle } from '#db/open.ts'
import { entriesOf } from '#db/queries/ledger.ts'
import type { Decision } from '#db/record.ts'
import { type Ctx, timestamp } from '../host.ts'
import { publicKeyOf } from './certificates.ts'
import { unlock, unlocked } from './keyring.ts'
import { isSigned, secondWith, signWith } from './signing-keys.ts'

/** What a seat sends along with an act it has signed: one value for each decision of the act. */
export type SeatSignature = Pick<ActSignature, 'certificate' | 'algorithm' | 'at'> & {
  readonly values: readonly string[]
  /** Second signatures of the same, where the round asks for them. */
  readonly seconds?: readonly string[] | undefined
}

const seatSignatureSchema = z.strictObject({
  certificate: z.string().regex(/^[0-9a-f]{64}$/),
  algorithm: z.enum(actAlgorithms),
  at: z.iso.datetime(),
  values: z.array(z.string().max(1_000)).max(200),
  seconds: z.array(z.string().max(200)).max(200).optional(),
})

/** Reads what a seat sends in its header: JSON in base64. Anything else is no signature. */
export function readSeatSignature(header: unknown): SeatSignature | null {
  if (typeof header !== 'string') return null
  try {
    const read = seatSignatureSchema.safeParse(JSON.parse(Buffer.from(header, 'base64').toString('utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** A seat that was asked to sign must answer within this time, by the host's clock. */
const patience = 10 * 60_000

/** The round's certificates as they stand. */
export function roundKeys(file: ReadHandle): Keys {
  return keysOf(entriesOf(file, keyKinds))
}

/**
 * The signature of each decision, in order; null where whoever decides has no key yet.
 * @throws Refused `signature-needed` (its detail is what to sign), `signature-wrong`.
 */
export function signaturesOf(
  ctx: Ctx,
  room: { id: string; file: ReadHandle },
  decisions: readonly Decision[],
): (ActSignature | null)[] {
  const keys = roundKeys(room.file)
  if (!keys.authority) return decisions.map(() => null)
  const texts = (at: string) => decisions.map((decision) => actText({ ...decision, round: room.id }, at))
  if (ctx.caller.seat) return seatSignatures(ctx, keys, texts)
  const at = timestamp(ctx.host)
  return texts(at).map((text, index) => deskSignature(ctx, room.id, keys, { decision: decisions[index], text, at }))
}

/** Opens the secretary's key with its PIN for an act that must be signed; without a PIN it has to be open already. */
export async function openSecretaryKey({ host }: Ctx, round: string, pin: string | undefined): Promise<void> {
  if (pin !== undefined) await unlock(host, { round, person: secretary, pin })
}

/**
 * A move by hand is nobody's unless somebody signs it: where the secretary has a key, it must be open.
 * @throws Refused `key-locked`.
 */
export function demandSecretaryKey({ host }: Ctx, room: { id: string; file: ReadHandle }): void {
  const certified = roundKeys(room.file).current.get(secretary)
  if (certified && !unlocked(host, room.id, secretary)) refuse('key-locked', { name: certified.name })
}

function seatSignatures(ctx: Ctx, keys: Keys, texts: (at: string) => string[]): (ActSignature | null)[] {
  const { seat, signature } = ctx.caller
  const certified = keys.current.get(seat?.expert ?? '')
  const now = timestamp(ctx.host)
  // A key that lies on the laptop is used there, not from the seat.
  if (!certified || certified.place !== 'seat') return texts(now).map(() => null)
  if (!signature) return refuse('signature-needed', { at: now, acts: texts(now) })
  const { certificate, algorithm, at, values, seconds } = signature
  const isFresh = Math.abs(Date.parse(at) - Date.parse(now)) < patience
  const key = certificate === certified.fingerprint ? actKeyOf(certified) : null
  const wanted = texts(at)
  if (!isFresh || key?.algorithm !== algorithm || values.length !== wanted.length) return refuse('signature-wrong')
  return wanted.map((text, index) => {
    const value = values[index] ?? ''
    const data = utf8ToBytes(text)
    if (!isSigned(key.key, algorithm, { data, value: bytesOf(value) })) return refuse('signature-wrong')
    const single = { certificate, algorithm, at, value }
    if (!keys.authority?.second) return single
    const second = { algorithm: secondAlgorithm, value: seconds?.[index] ?? '' } as const
    if (!secondHolds(keys, certified, { data, second })) return refuse('signature-wrong')
    return { ...single, second }
  })
}

function bytesOf(value: string): Uint8Array {
  try {
    return fromBase64(value)
  } catch {
    return refuse('signature-wrong')
  }
}

/** The key a certificate's owner signs acts with: a browser without Ed25519 signs them with the certified key itself. */
export function actKeyOf({ acts, algorithm, certificate }: Certified): {
  algorithm: ActAlgorithm
  key: KeyObject | Uint8Array
} {
  return acts ? { algorithm: acts.algorithm, key: fromBase64(acts.key) } : { algorithm, key: publicKeyOf(certificate) }
}

/** By the person's own unlocked key; else by the secretary's, who then enters it for them; else none. */
function deskSignature(
  { host }: Ctx,
  round: string,
  keys: Keys,
  { decision, text, at }: { decision: Decision | undefined; text: string; at: string },
): ActSignature | null {
  const person = decision && personOf(decision)
  for (const signer of person === secretary ? [secretary] : [person ?? secretary, secretary]) {
    const own = unlocked(host, round, signer)
    const certified = keys.current.get(signer)
    if (!own || !certified?.acts) continue
    const data = utf8ToBytes(text)
    const value = toBase64(signWith(own.acts, 'Ed25519', data))
    const single = { certificate: certified.fingerprint, algorithm: 'Ed25519', at, value } as const
    return keys.authority?.second && own.sm2 ? { ...single, second: secondWith(own.sm2, data) } : single
  }
  return null
}
