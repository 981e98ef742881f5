/** Work of several devices, backups and archives. Types only: nothing here runs. */
import type { Text } from '#core/lang.ts'
import type { ballotChoices } from '#core/ledger/kinds.ts'
import type { Refusal } from '#core/refusal.ts'
import type { RoundView } from './rounds.ts'

export type BundleLook = {
  kind: Text
  instead: Text
  round: string
  title: string
  /** The chain of the device that made it. */
  from: string
  at: string
  locked: boolean
  /** The round is in this store; the bundle was made on this very device. */
  isHere: boolean
  isOwn: boolean
  is: 'package' | 'work' | 'archive'
}

export type SealedWork = { path: string; sha256: string; entries: number; files: number; ledgerHead: string }

/** `heldBack`: decisions left out because they would tell marks before their stage is closed. */
export type PackedBundle = SealedWork & { passphrase: string; heldBack: number }

export type OpenedPackage = RoundView & { added: number; known: number }

export type ImportedWork = {
  path: string
  from: string
  at: string
  /** How far that device's clock was ahead of this one's, when it was. */
  clockAheadSeconds: number
  people: string[]
  added: number
  known: number
  waiting: number
  /** Sheets and ballots of the round that now stand in two versions. */
  conflicts: number
  /** Acts that were not taken because their signature is wrong, and how many that stand on each went with it. */
  unproved: {
    chain: string
    seq: number
    kind: string
    name: string
    after: number
    code: string
    message: string
  }[]
}
export type WorkImport = { imported: ImportedWork[]; refused: { path: string; code: string; message: string }[] }

/**
 * `here`: handed in, once, whole. `repeated`: the same twice. `missing`: not handed in. `stale`: a fact changed on another
 * device meanwhile. `duplicate`: two versions that differ. `altered`: the rows are not what the ledger says.
 */
export type PairProof = {
  expert: string
  packet: string
  no: number
  seat: number
  name: string
  workshop: string
  state: 'here' | 'repeated' | 'recused' | 'missing' | 'stale' | 'duplicate' | 'altered'
}

export type ConflictView = {
  about: 'sheet' | 'ballot'
  expert: string
  packet: string
  seat: number
  name: string
  workshop: string
  versions: { hash: string; at: string; chain: string; door: string }[]
}
/** One version as its own person reads it. */
export type OwnVersion = ConflictView['versions'][number] & {
  /** Handed in on the very computer that answers. */
  isHere: boolean
  signedBy: 'self' | 'secretariat' | null
  opinion: string
  /** Of a sheet, by today's facts; null where the round has no rubric or a fact is missing. */
  total: string | null
  /** Of a ballot. */
  choice: (typeof ballotChoices)[number] | null
}
/** One item in all versions, side by side; null where a version has nothing on it. */
export type OwnConflictItem = {
  id: string
  name: Text
  max: string
  marks: ({ points: string | null; reason: string; pages: string[] } | null)[]
  differs: boolean
}
export type OwnConflict = Omit<ConflictView, 'versions'> & {
  no: number
  versions: OwnVersion[]
  /** The items this person judged, in printed order. */
  items: OwnConflictItem[]
}

export type CompletenessView = {
  ok: boolean
  pairs: PairProof[]
  conflicts: ConflictView[]
  /** Entries that came before what they stand on: a bundle of this device is still missing. */
  waiting: { chain: string; entries: number }[]
}

export type DeviceView = {
  chain: string
  /** This computer. */
  isOwn: boolean
  entries: number
  waiting: number
  lastAt: string | null
  /** Whose sheets and ballots came from it. */
  people: string[]
}
export type SeatDeviceView = {
  expert: string
  seat: number
  name: string
  joined: boolean
  joinedAt: string | null
  /** What the device calls itself: browser and system. */
  device: string
  lastHeard: string | null
  /** Nothing was heard of it for longer than a seat stays claimed. */
  silent: boolean
  /** What the device believes: changes still waiting on it, and when it last had an answer. */
  waiting: number | null
  lastSent: string | null
  /** Sheets that are here, of those it owes. */
  submitted: number
  owed: number
  /** Seconds by which the device's clock is ahead of this one's (behind: negative). */
  clockAhead: number | null
}
/** What a seat's device hears back: the host's clock, and by how much its own is off. */
export type SeatPulse = { now: string; clockAhead: number }

export type DevicesView = {
  devices: DeviceView[]
  seats: SeatDeviceView[]
  /** The package this round came by; null where it was begun here. */
  package: { title: string; at: string; from: string } | null
  /** Decisions made here since the package: what a work bundle would hold. */
  unsent: number
}

export type BackupView = { path: string; round: string; at: string; reason: string; size: number }
export type BackupsView = {
  folder: string
  second: string | null
  minutes: number
  here: BackupView[]
  there: BackupView[]
  trouble: { folder: string; reason: Refusal }[]
}

export type BackupComparison = {
  round: string
  title: string
  entriesHere: number
  entriesInBackup: number
  /** Decisions that restoring would put aside. */
  onlyHere: { kind: string; at: string }[]
  onlyInBackup: number
  headHere: string
  headInBackup: string
}
export type RestoredBackup = BackupComparison & {
  /** Where the round as it was lies now; null when it was not here. */
  before: string | null
  /** Packet files that neither the store nor the backup's folder has. */
  missingFiles: string[]
  now: RoundView
}

export type SalvagedRound = RoundView & {
  /** Entries that prove themselves and are in the round again. */
  proved: number
  /** Where each device's chain broke off, and how many of its entries are lost. */
  lost: { chain: string; fromSeq: number; unproved: number }[]
  /** Drafts that could be read. */
  drafts: number
  missingFiles: string[]
  /** Where the damaged folder lies now. */
  before: string
}

export type ArchiveImport = RoundView & { entries: number; files: number; ledgerHead: string }
export type ArchiveMerge = {
  round: string
  added: number
  known: number
  waiting: number
  /** Acts left out because their signature is wrong. */
  unproved: number
  ledgerHead: string
}
export type ArchiveCheck = {
  ok: boolean
  kind: string
  round: string
  title: string
  at: string
  entries: number
  files: number
  ledgerHead: string
  findings: string[]
}
