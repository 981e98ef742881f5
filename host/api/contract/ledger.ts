/** The ledger, backups and archives. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer, round } from './inputs.ts'

export const ledger = {
  list: oc.input(z.strictObject(round)).output(answer<shape.LedgerView>()),
  verify: oc.input(z.strictObject(round)).output(answer<shape.LedgerCheck>()),
}

export const backup = {
  create: oc
    .input(z.strictObject({ ...round, to: z.string().min(1) }))
    .output(answer<{ path: string; sha256: string }>()),
}

export const archive = {
  export: oc
    .input(z.strictObject({ ...round, to: z.string().min(1) }))
    .output(answer<{ path: string; sha256: string; entries: number; files: number; ledgerHead: string }>()),
}
