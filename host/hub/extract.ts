/** What the collection knows of earlier awards, bans and repeat applicants, signed, for the next round's eligibility. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { canonicalJson, fingerprintOf } from '#core/ledger/entry.ts'
import { writeWhole } from '#db/disk.ts'
import { type HubOutcome, openHub } from '#db/hub.ts'
import { type Ctx, type Host, timestamp } from '../host.ts'
import type { EarlierApplication, Extract } from './signed-extract.ts'

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

function applicationOf(row: Row): EarlierApplication {
  const { round, head, day, workshop: name, leader, unit, occupation, activity, decision } = row
  return { round, head, day, workshop: name, leader, unit, occupation, activity, decision }
}

/** One line a workshop: named when it was first selected, ended when it failed its last assessment. */
function workshopsIn(rows: readonly Row[]): Extract['workshops'] {
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
