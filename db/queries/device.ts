/** The device's own file: its rounds and settings. */
import { asc, eq } from 'drizzle-orm'
import type { DeviceFile } from '../open.ts'
import { earlierWorkshops, knownRounds, settings } from '../schema/device.ts'

export type KnownRound = typeof knownRounds.$inferSelect

export function listKnownRounds(device: DeviceFile): KnownRound[] {
  return device.select().from(knownRounds).orderBy(asc(knownRounds.createdAt)).all()
}

export function addKnownRound(device: DeviceFile, round: KnownRound): void {
  device.insert(knownRounds).values(round).run()
}

export function setting(device: DeviceFile, key: string): string | undefined {
  return device.select().from(settings).where(eq(settings.key, key)).get()?.value
}

export function putSetting(device: DeviceFile, key: string, value: string): void {
  device.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } }).run()
}

export type EarlierWorkshopRecord = typeof earlierWorkshops.$inferSelect

export function listEarlierWorkshops(device: DeviceFile): EarlierWorkshopRecord[] {
  return device.select().from(earlierWorkshops).orderBy(asc(earlierWorkshops.position)).all()
}

/** The whole register anew: an import replaces what was there. */
export function replaceEarlierWorkshops(
  device: DeviceFile,
  rows: readonly Omit<EarlierWorkshopRecord, 'position'>[],
): void {
  device.transaction((handle) => {
    handle.delete(earlierWorkshops).run()
    rows.forEach((row, index) => {
      handle
        .insert(earlierWorkshops)
        .values({ position: index + 1, ...row })
        .run()
    })
  })
}
