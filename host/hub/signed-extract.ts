/** A signed extract of the collection: its shape, its signature, and the one this computer keeps. */
import { createPublicKey, verify } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { canonicalJson, fingerprintOf } from '#core/ledger/entry.ts'
import { refuse } from '#core/refusal.ts'
import type { Host } from '../host.ts'

const workshop = z.strictObject({
  name: z.string(),
  leader: z.string(),
  unit: z.string(),
  occupation: z.string(),
  level: z.string(),
  named: z.string(),
  state: z.enum(['standing', 'ended']),
})
const application = z.strictObject({
  round: z.string(),
  head: z.string(),
  day: z.string(),
  workshop: z.string(),
  leader: z.string(),
  unit: z.string(),
  occupation: z.string(),
  activity: z.string(),
  decision: z.string(),
})
const extractSchema = z.strictObject({
  format: z.literal('jiangping-extract'),
  version: z.literal(1),
  at: z.string(),
  asked: z.strictObject({ unit: z.string().optional(), leader: z.string().optional() }),
  /** Earlier awards, as the register of earlier workshops keeps them. */
  workshops: z.array(workshop),
  /** Failed assessments: whose plaque was taken, and when. */
  bans: z.array(application),
  /** Every application there was, so that one who comes again is seen. */
  applications: z.array(application),
  signer: z.string(),
  key: z.string(),
  signature: z.string(),
})
export type Extract = z.infer<typeof extractSchema>
export type EarlierApplication = z.infer<typeof application>

/**
 * Reads an extract and checks that its signature holds.
 * @param file how it is called in a sentence.
 * @throws Refused `not-an-extract`, `altered-extract`.
 */
export function readExtract(spelling: string, file: string): Extract {
  const read = extractSchema.safeParse(parsed(spelling))
  if (!read.success) return refuse('not-an-extract', { path: file })
  const { signature, ...bare } = read.data
  if (!holds(bare, signature)) refuse('altered-extract', { path: file })
  return read.data
}

const placeOf = (host: Host) => path.join(host.store.folder, 'hub', 'extract.json')

/** Keeps an extract as it came, signature and all; it takes the place of the one before. */
export function keepExtract(host: Host, extract: Extract): void {
  mkdirSync(path.dirname(placeOf(host)), { recursive: true })
  writeFileSync(placeOf(host), JSON.stringify(extract))
}

/** The extract that was taken in, checked anew; null while there is none. @throws Refused `altered-extract`. */
export function keptExtract(host: Host): Extract | null {
  const place = placeOf(host)
  let spelling: string
  try {
    spelling = readFileSync(place, 'utf8')
  } catch {
    return null
  }
  // Every view of eligibility asks: the same bytes are checked once.
  if (checked?.spelling !== spelling) checked = { spelling, extract: readExtract(spelling, place) }
  return checked.extract
}

let checked: { spelling: string; extract: Extract } | null = null

function parsed(spelling: string): unknown {
  try {
    return JSON.parse(spelling)
  } catch {
    return null
  }
}

function holds(bare: Omit<Extract, 'signature'>, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(bare.key, 'base64'), type: 'spki', format: 'der' })
    const isOwn = fingerprintOf(bare.key).slice(0, 16) === bare.signer
    return isOwn && verify(null, Buffer.from(canonicalJson(bare)), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
