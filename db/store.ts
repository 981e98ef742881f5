/** The store of one device: its own small file, and a folder for each round with the round's file and its packets. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '#core/refusal.ts'
import { type DeviceFile, openDeviceFile, openRoundFile, type RoundFile } from './open.ts'
import { addKnownRound, type KnownRound, listKnownRounds, putSetting, setting } from './queries/device.ts'

export type Store = {
  readonly folder: string
  /** The name of this device's chain in every ledger. */
  readonly chain: string
  readonly device: DeviceFile
  rounds(): KnownRound[]
  /** @throws Refused `unknown-round`. */
  round(id: string): RoundFile
  folderOf(id: string): string
  addRound(id: string, createdAt: string): RoundFile
  close(): void
}

/** Opens the store in a folder, making it when it is new. */
export function openStore(folder: string): Store {
  const device = openDeviceFile(path.join(folder, 'device.sqlite'))
  const files = new Map<string, RoundFile>()
  const folderOf = (id: string) => path.join(folder, 'rounds', id)
  const fileOf = (id: string) => path.join(folderOf(id), 'round.sqlite')
  let chain = setting(device, 'chain')
  if (!chain) {
    chain = randomUUID().slice(0, 8)
    putSetting(device, 'chain', chain)
  }
  const opened = (id: string) => {
    const file = files.get(id) ?? openRoundFile(fileOf(id))
    files.set(id, file)
    return file
  }
  return {
    folder,
    chain,
    device,
    folderOf,
    rounds: () => listKnownRounds(device),
    round(id) {
      const known = files.has(id) || listKnownRounds(device).some((round) => round.id === id)
      if (!known || !existsSync(fileOf(id))) refuse('unknown-round', { round: id })
      return opened(id)
    },
    addRound(id, createdAt) {
      const file = opened(id)
      addKnownRound(device, { id, folder: path.join('rounds', id), createdAt })
      return file
    },
    close() {
      for (const file of files.values()) file.$client.close()
      files.clear()
      device.$client.close()
    },
  }
}
