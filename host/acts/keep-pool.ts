/** Keeps the pool of experts of this device up to date from an Excel list. */
import { fingerprintOf } from '#core/ledger/entry.ts'
import { savePool, wholePool } from '#db/queries/pool.ts'
import type { PoolView } from '../api/shapes.ts'
import { type Ctx, timestamp } from '../host.ts'
import { readPoolList } from '../intake/roster.ts'

/** @throws Refused `bad-roster`, `not-found`. Who is known already (same name and unit) is brought up to date. */
export async function importPool(ctx: Ctx, { path }: { path: string }): Promise<PoolView> {
  const people = await readPoolList(path)
  const updatedAt = timestamp(ctx.host)
  savePool(
    ctx.host.store.device,
    people.map((person) => ({
      ...person,
      id: fingerprintOf(`${person.name}/${person.unit}`).slice(0, 16),
      updatedAt,
    })),
  )
  return listPool(ctx)
}

/** Everybody this device knows. */
export function listPool(ctx: Ctx): PoolView {
  const people = wholePool(ctx.host.store.device)
  const classes = [...new Set(people.flatMap((person) => person.classes))].toSorted((a, b) => a.localeCompare(b, 'zh'))
  return { people, classes }
}
