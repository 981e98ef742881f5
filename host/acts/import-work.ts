/** The secretariat takes in what experts bring back on sticks: any number of bundles, in any order, any of them twice. */

import { timingSafeEqual } from 'node:crypto'
import path from 'node:path'
import { openConflicts } from '#core/ledger/conflicts.ts'
import type { Entry } from '#core/ledger/entry.ts'
import { titleOfKind } from '#core/ledger/sentences.ts'
import { Refused, refusal, refuse, sentenceOf } from '#core/refusal.ts'
import { diskRefusal } from '#db/disk.ts'
import { bundleKey } from '#db/queries/bundle-keys.ts'
import { allMembers } from '#db/queries/people.ts'
import type { ImportedWork, WorkImport } from '../api/shapes.ts'
import { takeIn } from '../archive/contents.ts'
import type { Manifest } from '../archive/manifest.ts'
import { kindName, lookAtBundle, withBundle } from '../archive/open.ts'
import { proofOf } from '../archive/pack.ts'
import type { Ctx } from '../host.ts'
import { enter, type Room } from '../room.ts'
import type { UnprovedAct } from '../signing/arriving-acts.ts'
import { backUpBefore } from './create-backup.ts'

/** One that is refused says why and stops none of the others. */
export async function importWork(ctx: Ctx, input: { round: string; paths: readonly string[] }): Promise<WorkImport> {
  const room = enter(ctx, input.round)
  await backUpBefore(ctx, room, 'before-import')
  const answer: WorkImport = { imported: [], refused: [] }
  for (const one of input.paths) {
    const file = path.resolve(one)
    try {
      answer.imported.push(await importOne(ctx, room, file))
    } catch (error) {
      const reason = error instanceof Refused ? error.refusal : diskRefusal(error, file)
      if (!reason) throw error
      answer.refused.push({ path: file, code: reason.code, message: sentenceOf(reason, ctx.caller.lang) })
    }
  }
  return answer
}

async function importOne(ctx: Ctx, room: Room, file: string): Promise<ImportedWork> {
  const look = await lookAtBundle(file)
  if (look.kind !== 'work') {
    const { kind, instead } = kindName(look.kind)
    return refuse('wrong-bundle', { path: file, kind, instead })
  }
  if (look.round !== room.id) return refuse('other-round', { round: look.title })
  return withBundle(file, { identity: bundleKey(room.file, 'identity') }, async (bundle) => {
    demandProof(room, file, bundle.manifest)
    const { added, known, waiting, ledger, unproved } = await takeIn(ctx, room, bundle)
    const { from, at } = bundle.manifest
    return {
      path: file,
      from,
      at,
      // A device whose clock is ahead of ours: its times are told, never corrected.
      clockAheadSeconds: Math.max(0, Math.round((Date.parse(at) - ctx.host.now().getTime()) / 1_000)),
      people: namesOf(room, bundle.entries),
      added: added.length,
      known,
      waiting: waiting.length,
      conflicts: openConflicts(ledger).length,
      unproved: unproved.map((one) => unprovedIn(ctx, one)),
    }
  })
}

/** The act is named: which device, which entry, of whom. */
function unprovedIn({ caller }: Ctx, { entry, after }: UnprovedAct): ImportedWork['unproved'][number] {
  const { chain, seq, kind, by } = entry
  const reason = refusal('wrong-act-signature', {
    chain,
    seq,
    kind: titleOfKind(kind)[caller.lang],
    name: by.name,
    after,
  })
  return { chain, seq, kind, name: by.name, after, code: reason.code, message: sentenceOf(reason, caller.lang) }
}

/** Made on a device that held a package of this round: who only knows the public key cannot make one. */
function demandProof(room: Room, file: string, { proof, ...manifest }: Manifest): void {
  const seal = bundleKey(room.file, 'seal') ?? ''
  const expected = Buffer.from(proofOf(manifest, seal))
  const given = Buffer.from(proof ?? '')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    refuse('damaged-bundle', { path: file, why: 'proof' })
  }
}

function namesOf(room: Room, entries: readonly Entry[]): string[] {
  const people = new Map(allMembers(room.file).map(({ expert, person }) => [expert, person.name]))
  return [...new Set(entries.flatMap(({ by }) => people.get(by.expert ?? '') ?? []))]
}
