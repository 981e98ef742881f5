/** What the collection knows of earlier awards, bans and repeat applicants, signed, for the next round's eligibility. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { canonicalJson, fingerprintOf } from '#core/ledger/entry.ts'
import { refuse } from '#core/refusal.ts'
import { onDisk, writeWhole } from '#db/disk.ts'
import { type HubOutcome, openHub } from '#db/hub.ts'
import { listEarlierWorkshops, putSetting, replaceEarlierWorkshops, setting } from '#db/queries/device.ts'
import { showRegister } from '../acts/import-register.ts'
import type { RegisterView } from '../api/shapes.ts'
import { type Ctx, type Host, timestamp } from '../host.ts'

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

const failed = '不合格'

/** Asks the collection and signs what it says. @throws Refused `hub-unreachable`, `disk-full`, `read-only-place`. */
export async function extractFromHub(
  ctx: Ctx,
  input: { from: string; to: string; unit?: string | undefined; leader?: string | undefined },
): Promise<{ path: string; workshops: number; bans: number; applications: number; signer: string }> {
  const { unit, leader } = input
  const hub = await openHub(input.from)
  const rows = await hub.outcomes({ unit, leader }).finally(() => hub.close())
  const bare = {
    format: 'jiangping-extract' as const,
    version: 1 as const,
    at: timestamp(ctx.host),
    asked: { ...(unit !== undefined && { unit }), ...(leader !== undefined && { leader }) },
    workshops: workshopsIn(rows),
    bans: rows.filter(isBan).map(applicationOf),
    applications: rows.map(applicationOf),
  }
  const { privateKey, key, signer } = signingKey(ctx.host)
  const signature = sign(null, Buffer.from(canonicalJson({ ...bare, signer, key })), privateKey).toString('base64')
  const target = path.resolve(input.to)
  const whole: Extract = { ...bare, signer, key, signature }
  await writeWhole(target, async (part) => writeFileSync(part, `${JSON.stringify(whole, null, 2)}\n`))
  return {
    path: target,
    workshops: bare.workshops.length,
    bans: bare.bans.length,
    applications: rows.length,
    signer,
  }
}

type Row = HubOutcome & { head: string }
const isBan = ({ decision }: Row) => decision.startsWith(failed)

function applicationOf(row: Row): z.infer<typeof application> {
  const { round, head, day, workshop: name, leader, unit, occupation, activity, decision } = row
  return { round, head, day, workshop: name, leader, unit, occupation, activity, decision }
}

/** One line a workshop: named when it was first selected, ended when it failed its last assessment. */
function workshopsIn(rows: readonly Row[]): z.infer<typeof workshop>[] {
  const byWorkshop = Map.groupBy(rows, ({ leader, unit, occupation }) => `${leader}\n${unit}\n${occupation}`)
  return [...byWorkshop.values()].flatMap((history) => {
    const oldest = history.toReversed()
    const award = oldest.find(({ code }) => code === 'selected' || code === 'graded')
    if (!award) return []
    const { workshop: name, leader, unit, occupation, level, day } = award
    const isEnded = history[0] !== undefined && isBan(history[0])
    return [
      {
        name,
        leader,
        unit,
        occupation,
        level,
        named: day,
        state: isEnded ? ('ended' as const) : ('standing' as const),
      },
    ]
  })
}

/** The key of the office that keeps the collection: made once, on this computer. */
function signingKey(host: Host) {
  const place = path.join(host.store.folder, 'hub', 'signing-key.pem')
  if (!existsSync(place)) {
    mkdirSync(path.dirname(place), { recursive: true })
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(place, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  const privateKey = createPrivateKey(readFileSync(place))
  const key = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  return { privateKey, key, signer: fingerprintOf(key).slice(0, 16) }
}

const signerKey = 'extract.signer'

/**
 * Adds an extract to the register of earlier workshops, where eligibility looks. The first extract's signer is the one
 * this computer believes from then on, unless another is named.
 * @param input.signer the sixteen digits the sender gave by other means.
 * @throws Refused `not-an-extract`, `altered-extract`, `unknown-signer`, `place-gone`.
 */
export async function takeExtract(
  ctx: Ctx,
  input: { path: string; signer?: string | undefined },
): Promise<RegisterView & { signer: string; bans: number; applications: number }> {
  const file = path.resolve(input.path)
  const spelled = await onDisk(file, async () => readFileSync(file, 'utf8'))
  const read = extractSchema.safeParse(parsed(spelled))
  if (!read.success) return refuse('not-an-extract', { path: file })
  const { signature, ...bare } = read.data
  const { device } = ctx.host.store
  const believed = input.signer ?? setting(device, signerKey)
  if (!holds(bare, signature)) refuse('altered-extract', { path: file })
  if (believed !== undefined && believed !== bare.signer) refuse('unknown-signer', { signer: bare.signer, believed })
  putSetting(device, signerKey, bare.signer)
  const here = listEarlierWorkshops(device).map(({ position: _, ...row }) => row)
  const nameOf = (row: { leader: string; unit: string; occupation: string }) =>
    `${row.leader}\n${row.unit}\n${row.occupation}`
  const told = new Map(bare.workshops.map((row) => [nameOf(row), row]))
  const own = here.filter((row) => !told.has(nameOf(row)))
  replaceEarlierWorkshops(device, [...own, ...told.values()])
  putSetting(device, 'register.source', path.basename(file))
  putSetting(device, 'register.importedAt', timestamp(ctx.host))
  return { ...showRegister(ctx), signer: bare.signer, bans: bare.bans.length, applications: bare.applications.length }
}

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
