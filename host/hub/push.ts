/** A finished round goes into the bureau's collection: checked on the way in, and as often as one likes. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inOrder } from '#core/ledger/causality.ts'
import { refuse } from '#core/refusal.ts'
import { type HubOutcome, openHub } from '#db/hub.ts'
import { hashFile } from '#db/packet-files.ts'
import { allFields } from '#db/queries/packets.ts'
import { plantRound } from '../archive/contents.ts'
import { ledgerFindings, type OpenBundle, withBundle } from '../archive/open.ts'
import { type Ctx, openHost } from '../host.ts'
import { enter } from '../room.ts'
import { computeResult } from '../views/results.ts'
import { titleOf } from '../views/titles.ts'

export type HubPush = {
  round: string
  title: string
  entries: number
  added: number
  outcomes: number
  ledgerHead: string
}

/**
 * @throws Refused as `withBundle`; `damaged-bundle` where ledger or files do not hold; `not-finished`; `hub-unreachable`,
 * `hub-knows-otherwise` (the collection has another history of this round).
 */
export async function pushArchive(
  ctx: Ctx,
  input: { path: string; to: string; passphrase?: string | undefined },
): Promise<HubPush> {
  const file = path.resolve(input.path)
  return withBundle(file, input, async (bundle) => {
    const { manifest } = bundle
    if (manifest.kind !== 'archive') refuse('not-finished', { path: file })
    const [finding] = ledgerFindings(bundle)
    if (finding) refuse('damaged-bundle', { path: file, why: finding })
    for (const hash of manifest.files) await bundle.withFile(hash, async () => {})
    const results = await outcomesOf(ctx, bundle, file)
    const archive = await hashFile(file)
    const hub = await openHub(input.to)
    try {
      const { round, title, entries, head } = manifest
      const [first] = results
      const row = { round, title, organiser: '', scheme: '', activity: first?.activity ?? '', head, entries, archive }
      const created = inOrder(bundle.entries).find(({ kind }) => kind === 'round.created')
      const { organiser, scheme, activity } = (created?.payload ?? nothing) as typeof nothing
      const added = await hub.push({ ...row, organiser, scheme, activity }, bundle.entries, results)
      return { round, title, entries, added, outcomes: results.length, ledgerHead: head }
    } finally {
      await hub.close()
    }
  })
}

const nothing = { organiser: '', scheme: '', activity: '' }

/** The outcomes by the product's own views, on a store that lasts as long as this takes. */
async function outcomesOf(ctx: Ctx, bundle: OpenBundle, file: string): Promise<HubOutcome[]> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'jiangping-hub-'))
  const host = openHost(scratch, { now: ctx.host.now, schemes: ctx.host.schemes })
  try {
    await plantRound({ ...ctx, host }, { ...bundle, manifest: { ...bundle.manifest, files: [] } }, { readOnly: true })
    const { round } = bundle.manifest
    const own = { ...ctx, host }
    const room = enter(own, round)
    if (!room.frozen) refuse('not-finished', { path: file })
    const frozen = bundle.entries.find(({ kind }) => kind === 'result.frozen')
    const titles = titleOf(room, allFields(room.file))
    return computeResult(own, { round }).rows.map(({ packet, decision, decisionCode }) => {
      const { workshop, unit, leader, occupation } = titles(packet)
      return {
        round,
        packet,
        ...{ workshop, unit, leader, occupation },
        level: room.scheme.short['zh-CN'],
        activity: room.row.activity,
        decision: decision['zh-CN'],
        code: decisionCode,
        day: (frozen?.at ?? bundle.manifest.at).slice(0, 10),
      }
    })
  } finally {
    await host.close()
    await rm(scratch, { recursive: true, force: true })
  }
}
