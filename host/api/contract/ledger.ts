/** The ledger, backups and archives. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { entryGroups } from '#core/ledger/sentences.ts'
import type * as shape from '../shapes.ts'
import { answer, round } from './inputs.ts'

export const ledger = {
  list: oc.input(z.strictObject(round)).output(answer<shape.LedgerView>()),
  verify: oc.input(z.strictObject(round)).output(answer<shape.LedgerCheck>()),
  /** Told in sentences, the newest first, filtered; days are those of China's clock. */
  page: oc
    .input(
      z.strictObject({
        ...round,
        group: z.enum(entryGroups).optional(),
        person: z.string().max(100).optional(),
        packet: z.string().max(100).optional(),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
        page: z.int().min(1).default(1),
        size: z.int().min(1).max(200).default(50),
      }),
    )
    .output(answer<shape.LedgerPage>()),
  /** The whole ledger for an auditor: as a workbook, or one entry a line in RFC 8785 spelling. */
  audit: oc.input(z.strictObject({ ...round, form: z.enum(['xlsx', 'jsonl']) })).output(z.file()),
  /** Beyond the chains: the file itself, every row that follows from the ledger, every packet file. */
  prove: oc.input(z.strictObject(round)).output(answer<shape.RoundProof>()),
}

const place = z.string().min(1).max(1_000)
const passphrase = z.string().min(1).max(200).optional()

export const backup = {
  /** To a file; to a folder (another drive: packet files too); or, without `to`, to the store's own place. */
  create: oc
    .input(z.strictObject({ ...round, to: place.optional() }))
    .output(answer<{ path: string; sha256: string }>()),
  list: oc.input(z.strictObject(round)).output(answer<shape.BackupsView>()),
  /** The second drive (null: none any more) and how many minutes lie between backups. */
  places: oc
    .input(
      z.strictObject({ ...round, second: place.nullable().optional(), minutes: z.int().min(1).max(240).optional() }),
    )
    .output(answer<shape.BackupsView>()),
  /** What restoring would change. */
  compare: oc.input(z.strictObject({ path: place })).output(answer<shape.BackupComparison>()),
  /** Rebuilds a damaged round from what its ledger and its backups prove; names the rest. */
  salvage: oc.input(z.strictObject(round)).output(answer<shape.SalvagedRound>()),
  restore: oc.input(z.strictObject({ path: place })).output(answer<shape.RestoredBackup>()),
}

export const archive = {
  export: oc
    .input(z.strictObject({ ...round, to: place, passphrase }))
    .output(answer<{ path: string; sha256: string; entries: number; files: number; ledgerHead: string }>()),
  /** As a round to look at; `readOnly: false` to go on working in it. */
  import: oc
    .input(z.strictObject({ path: place, passphrase, readOnly: z.boolean().optional() }))
    .output(answer<shape.ArchiveImport>()),
  merge: oc.input(z.strictObject({ ...round, path: place, passphrase })).output(answer<shape.ArchiveMerge>()),
  verify: oc.input(z.strictObject({ path: place, passphrase })).output(answer<shape.ArchiveCheck>()),
}
