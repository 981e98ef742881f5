/** The host: what every door opens onto. One per store; holds the clock, the schemes and the news of changes. */
import { randomBytes, randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import type { Lang } from '#core/lang.ts'
import type { Door, Role } from '#core/ledger/entry.ts'
import type { Refusal } from '#core/refusal.ts'
import type { Scheme } from '#core/scheme/scheme.ts'
import { openStore, type Store } from '#db/store.ts'
import type { LiveEvent, Topic } from './api/shapes.ts'
import type { LanDoor } from './doors/lan.ts'
import type { Importing } from './intake/importing.ts'
import { openReaders, type Readers } from './intake/readers.ts'
import { type Log, type LogLine, logFolder, openLog } from './log.ts'
import { schemesOf } from './scheme-shelf.ts'
import type { SeatSignature } from './signing/act-signatures.ts'
import type { ComputerSecrets } from './signing/computer-secret.ts'
import type { KeyRequest } from './signing/key-requests.ts'
import type { Keyring } from './signing/keyring.ts'
import { version } from './version.ts'

// What an input lacks is told in Chinese first; the command line chooses by its --lang.
z.config(z.locales.zhCN())

export type Host = {
  readonly store: Store
  /** False while the store has never been opened: the pure rules then make none. */
  readonly hasStore: boolean
  /** The newest version of each, by id; those made in the program join when they are saved. */
  readonly schemes: Map<string, Scheme>
  /** The only clock. */
  now(): Date
  /** A fresh id that sorts by nothing and says what it names: "packet-7f3a91c2". */
  newId(kind: string): string
  /** A fresh secret of that many bytes, in a spelling fit for an address. */
  newSecret(bytes: number): string
  announce(round: string, topics: readonly Topic[]): void
  /** Calls back at every change until the returned function is called. */
  onChange(listener: (event: LiveEvent) => void): () => void
  /** Last sign of life of each seat's device, by "round/expert". Lost with the process, as it should be. */
  readonly heard: Map<string, string>
  /** What each seat's device last said of itself, by "round/expert". */
  readonly reports: Map<string, SeatReport>
  lan: LanDoor | null
  /** What went wrong with the last backup into a folder, until one succeeds. */
  readonly backupTrouble: Map<string, Refusal>
  /** Lets something go on after its caller was answered; closing waits for it. */
  later(work: Promise<void>): void
  /** Writes a line of the log; nothing before the store is open, for there is nowhere to write it. */
  log(line: LogLine): void
  /** Private keys unlocked on this laptop. Never written down, locked when the program ends. */
  readonly keyring: Keyring
  /** What binds keys to this computer. */
  readonly computer: ComputerSecrets
  /** Keys that seats have made and the secretary has not certified yet, by "round/person". */
  readonly keyRequests: Map<string, KeyRequest>
  /** The import that runs in a round, by round. */
  readonly importing: Map<string, Importing>
  /** The readers of packets, started when first needed. */
  readers(): Readers
  close(): Promise<void>
}

/** What a seat's device believes of itself. */
export type SeatReport = {
  /** Browser and system, in words. */
  device: string
  /** Changes on the device that the host has not confirmed. */
  waiting: number
  lastSent: string | null
  /** Seconds by which its clock is ahead of the host's. */
  clockAhead: number
}

/** Who is calling, through which door. */
export type Caller = {
  readonly role: Role
  readonly name: string
  readonly door: Door
  readonly lang: Lang
  /** Set for a seat: the only round and expert it may act for. */
  readonly seat: { readonly round: string; readonly expert: string } | null
  /** What a seat has signed of the act it asks for. */
  readonly signature?: SeatSignature | null
}

/** What an act or a view is given. */
export type Ctx = { readonly host: Host; readonly caller: Caller }

/** Opens the host on a store folder. Clock and randomness can be replaced; readers that are given stay open when it closes. */
export function openHost(
  folder: string,
  given: {
    now?: () => Date
    newId?: (kind: string) => string
    schemes?: ReadonlyMap<string, Scheme>
    computerSecret?: string | undefined
    readers?: Readers
  } = {},
): Host {
  let opened: Store | null = null
  let log: Log | null = null
  let schemes: Map<string, Scheme> | null = null
  const running = new Set<Promise<void>>()
  let readers: Readers | null = null
  const events = new EventEmitter()
  // One listener for each open screen; a panel has more than Node's default of ten.
  events.setMaxListeners(0)
  const host: Host = {
    // Opened when first needed: the pure rules answer without a store.
    get store() {
      if (!opened) {
        opened = openStore(folder)
        log = openLog(logFolder(folder))
        log.write({ event: 'opened', version, node: process.version, system: `${os.type()} ${os.release()}` })
      }
      return opened
    },
    get hasStore() {
      return opened !== null || existsSync(path.join(folder, 'device.sqlite'))
    },
    get schemes() {
      schemes ??= given.schemes ? new Map(given.schemes) : schemesOf(folder)
      return schemes
    },
    now: given.now ?? (() => new Date()),
    newId: given.newId ?? ((kind) => `${kind}-${randomUUID().slice(0, 8)}`),
    newSecret: (bytes) => randomBytes(bytes).toString('base64url'),
    announce(round, topics) {
      events.emit('change', { round, topics: [...topics] } satisfies LiveEvent)
    },
    onChange(listener) {
      events.on('change', listener)
      return () => events.off('change', listener)
    },
    heard: new Map(),
    backupTrouble: new Map(),
    reports: new Map(),
    lan: null,
    log: (line) => log?.write(line),
    keyring: new Map(),
    computer: { current: given.computerSecret ?? null, earlier: new Set() },
    keyRequests: new Map(),
    later(work) {
      const done = work.catch((error: unknown) => console.error(error)).finally(() => running.delete(done))
      running.add(done)
    },
    importing: new Map(),
    readers() {
      readers ??= given.readers ?? openReaders()
      return readers
    },
    async close() {
      host.keyring.clear()
      for (const job of host.importing.values()) job.cancel()
      await Promise.all(running)
      if (readers !== given.readers) await readers?.close()
      readers = null
      await host.lan?.close()
      host.lan = null
      opened?.close()
      opened = null
      log?.write({ event: 'closed' })
      await log?.close()
      log = null
    },
  }
  return host
}

/** The time as the record keeps it. */
export function timestamp(host: Host): string {
  return host.now().toISOString()
}
