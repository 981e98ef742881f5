/** Applications: import, fields, facts, files. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { packetEligibility } from './eligibility.ts'
import { answer, factValue, fieldValue, id, line, long, ofPacket, proof, round } from './inputs.ts'

/** Which files are whose, as a person told several applicants in one source apart. */
const groups = z.array(z.strictObject({ files: z.array(z.string()) }))

export const packets = {
  eligibility: packetEligibility,
  import: oc
    .input(
      z.strictObject({
        ...round,
        paths: z.array(z.string().min(1)).min(1).max(2_000),
        /** How several applicants in one source are told apart: as proposed, or by path as a person confirmed. */
        apart: z.union([z.literal('proposed'), z.record(z.string(), groups)]).optional(),
      }),
    )
    .output(answer<shape.ImportAnswer>()),
  /** How far the running import is; null when none runs. */
  importing: oc.input(z.strictObject(round)).output(answer<shape.ImportProgress | null>()),
  /** Stops the running import; what came in stays. */
  cancel: oc.input(z.strictObject(round)).output(answer<{ cancelled: boolean }>()),
  /** Every import as it ended, the newest first. */
  imports: oc.input(z.strictObject(round)).output(answer<shape.ImportReport[]>()),
  /** The same as a workbook. */
  report: oc.input(z.strictObject(round)).output(z.file()),
  /** For a browser, where there is no path: one zip (or single file) at a time. */
  upload: oc
    .input(z.strictObject({ ...round, file: z.file(), apart: groups.optional() }))
    .output(answer<shape.ImportAnswer>()),
  list: oc.input(z.strictObject(round)).output(answer<shape.PacketRow[]>()),
  /** Where words stand in the papers of all applications, or of one. */
  search: oc
    .input(z.strictObject({ ...round, words: line.min(1), packet: id.optional() }))
    .output(answer<shape.PaperSearch>()),
  show: oc.input(z.strictObject(ofPacket)).output(answer<shape.PacketView>()),
  correct: oc
    .input(z.strictObject({ ...ofPacket, field: id, value: fieldValue, reason: line.min(1) }))
    .output(answer<shape.PacketView>()),
  check: oc
    .input(
      z.strictObject({
        ...ofPacket,
        outcome: z.enum(['accepted', 'returned', 'unchecked']),
        note: long.default(''),
        materials: z.record(z.string(), z.boolean()).default({}),
      }),
    )
    .output(answer<shape.PacketView>()),
  /** The applicant takes it back; possible until the result is frozen. */
  withdraw: oc
    .input(z.strictObject({ ...ofPacket, reason: line.min(1), person: line.default('') }))
    .output(answer<shape.PacketView>()),
}

/** Ranked lists of recommending units. */
export const recommended = {
  import: oc.input(z.strictObject({ ...round, path: z.string().min(1) })).output(answer<shape.RecommendedView>()),
  upload: oc.input(z.strictObject({ ...round, file: z.file() })).output(answer<shape.RecommendedView>()),
  show: oc.input(z.strictObject(round)).output(answer<shape.RecommendedView>()),
}

export const facts = {
  record: oc
    .input(
      z.strictObject({
        ...ofPacket,
        facts: z
          .array(
            z.strictObject({
              key: id,
              value: factValue,
              proof: proof.nullable().default(null),
              note: line.default(''),
            }),
          )
          .min(1)
          .max(60),
      }),
    )
    .output(answer<shape.FactView[]>()),
}

export const files = {
  /** The bytes of one file of a packet. */
  read: oc.input(z.strictObject({ ...ofPacket, sha256: z.string().regex(/^[0-9a-f]{64}$/) })).output(z.file()),
}
