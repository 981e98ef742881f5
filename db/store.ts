/** The store of one device: its own small file, and a folder for each round with the round's file and its packets. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
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
  /** Whether that round lies here. */
  has(id: string): boolean
  /** @throws Refused `unknown-round`. */
  round(id: string): RoundFile
  folderOf(id: string): string
  addRound(id: string, createdAt: string): RoundFile
  /** Takes a whole folder of a round, made elsewhere on the same disk, into the store. */
  adoptRound(id: string, createdAt: string, from: string, readOnly: boolean): RoundFile
  /** Puts a folder in a round's place; what was there is renamed to `before`. */
  replaceRound(id: string, createdAt: string, from: string, before: string | null): void
  /** From here on this device decides under a new name: an old copy of its work may be elsewhere. */
  beginNewChain(): void
  /** Whether a round is an archive that is only looked at. */
  isReadOnly(id: string): boolean
  close(): void
}

/** Opens the store in a folder, making it when it is new. */
export function openStore(folder: string): Store {
  const device = openDeviceFile(path.join(folder, 'device.sqlite'))
  const files = new Map<string, RoundFile>()
  const folderOf = (id: string) => path.join(folder, 'rounds', id)
  const fileOf = (id: string) => path.join(folderOf(id), 'round.sqlite')
  let chain = setting(device, 'chain') ?? ''
  if (chain === '') {
    chain = newChainName()
    putSetting(device, 'chain', chain)
  }
  const isReadOnly = (id: string) => listKnownRounds(device).some((round) => round.id === id && round.readOnly)
  const opened = (id: string) => {
    const known = files.get(id)
    if (known) return known
    const file = openRoundFile(fileOf(id))
    // Whatever act forgets to ask: the file itself takes no change.
    if (isReadOnly(id)) file.$client.pragma('query_only = ON')
    files.set(id, file)
    return file
  }
  const has = (id: string) => files.has(id) || listKnownRounds(device).some((round) => round.id === id)
  return {
    folder,
    has,
    get chain() {
      return chain
    },
    device,
    folderOf,
    rounds: () => listKnownRounds(device),
    round(id) {
      if (!has(id) || !existsSync(fileOf(id))) refuse('unknown-round', { round: id })
      return opened(id)
    },
    addRound(id, createdAt) {
      const file = opened(id)
      addKnownRound(device, { id, folder: path.join('rounds', id), createdAt, readOnly: false })
      return file
    },
    adoptRound(id, createdAt, from, readOnly) {
      mkdirSync(path.join(folder, 'rounds'), { recursive: true })
      renameSync(from, folderOf(id))
      addKnownRound(device, { id, folder: path.join('rounds', id), createdAt, readOnly })
      return opened(id)
    },
    replaceRound(id, createdAt, from, before) {
      files.get(id)?.$client.close()
      files.delete(id)
      if (before !== null && existsSync(folderOf(id))) renameSync(folderOf(id), before)
      renameSync(from, folderOf(id))
      if (!listKnownRounds(device).some((round) => round.id === id)) {
        addKnownRound(device, { id, folder: path.join('rounds', id), createdAt, readOnly: false })
      }
    },
    beginNewChain() {
      chain = newChainName()
      putSetting(device, 'chain', chain)
    },
    isReadOnly,
    close() {
      for (const file of files.values()) file.$client.close()
      files.clear()
      device.$client.close()
    },
  }
}

const newChainName = () => randomUUID().slice(0, 8)
