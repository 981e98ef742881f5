/** A finished small round whose archive, work bundle and store are bent bit by bit. */
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Refused } from '#core/refusal.ts'
import { verifyArchive } from '#host/archive/import.ts'
import { type Ctx, openHost } from '#host/host.ts'
import { proveRound } from '#host/views/round-proof.ts'
import type { FlipTrial } from './flipping.ts'
import { placesIn, tryFlips } from './flipping.ts'

/** Bends an archive at each place; `verify` must refuse it or name what is wrong. */
export function flipArchive(ctx: Ctx, archive: string, step = 1): Promise<FlipTrial> {
  const bent = `${archive}.bent`
  copyFileSync(archive, bent)
  return tryFlips(bent, placesIn(bent, step), async () => {
    try {
      const { ok } = await verifyArchive(ctx, { path: bent })
      return ok ? 'missed' : 'found'
    } catch (error) {
      if (error instanceof Refused) return 'found'
      throw error
    }
  })
}

/** Bends a bundle at each place; `take` is an import that must refuse it. */
export function flipBundle(bundle: string, step: number, take: (path: string) => Promise<number>): Promise<FlipTrial> {
  const bent = `${bundle}.bent`
  copyFileSync(bundle, bent)
  return tryFlips(bent, placesIn(bent, step), async () => ((await take(bent)) === 0 ? 'found' : 'missed'))
}

/**
 * Bends the round's file of a closed store at each place. A bit of a draft, of a free page or of unused space is no
 * decision: there the proof may hold, but then everything the ledger says must read as before.
 */
export async function flipStore(store: string, round: string, step: number, first = 0): Promise<FlipTrial> {
  const work = `${store}.bent`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  cpSync(store, work, { recursive: true })
  const file = path.join(work, 'rounds', round, 'round.sqlite')
  const head = await headIn(work, round)
  return tryFlips(file, placesIn(file, step, first), async () => {
    const now = await headIn(work, round)
    for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true })
    return now === 'found' ? 'found' : now === head ? 'harmless' : 'missed'
  })
}

/** The proof's answer on a store that is opened for it: `found`, or the ledger's head. */
async function headIn(store: string, round: string): Promise<string> {
  const host = openHost(store)
  const ctx: Ctx = { host, caller: { role: 'secretariat', name: '秘书处', door: 'desk', lang: 'zh-CN', seat: null } }
  try {
    const { ok, head } = await proveRound(ctx, { round })
    return ok ? head : 'found'
  } finally {
    await host.close()
  }
}
