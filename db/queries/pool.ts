/** The pool of experts that a device keeps between rounds. */
import { asc } from 'drizzle-orm'
import type { DeviceFile } from '../open.ts'
import { pool } from '../schema/device.ts'

export type PoolRecord = typeof pool.$inferSelect

export function wholePool(device: DeviceFile): PoolRecord[] {
  return device.select().from(pool).orderBy(asc(pool.name), asc(pool.unit)).all()
}

/** Adds people, or brings what is known of them up to date; all or nothing. */
export function savePool(device: DeviceFile, people: readonly PoolRecord[]): void {
  device.transaction((handle) => {
    for (const person of people) {
      handle.insert(pool).values(person).onConflictDoUpdate({ target: pool.id, set: person }).run()
    }
  })
}
