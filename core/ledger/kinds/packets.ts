/** Packets: what came in, what was put right, what was checked and what is known from it. */
import * as z from 'zod'
import { outcomes, verdicts } from '../../eligibility/eligibility.ts'

import { factValue, fieldValue, notice, packetFile, proof } from './vocabulary.ts'

export const packetsKinds = {
  'packet.imported': z.strictObject({
    no: z.int(),
    source: z.string(),
    files: z.array(packetFile),
    skipped: z.array(z.string()),
    fields: z.record(z.string(), z.strictObject({ value: fieldValue, readFrom: z.string() })),
    warnings: z.array(notice),
    /** Fields whose value did not stand where the form has it. */
    doubts: z.array(z.strictObject({ field: z.string(), why: z.string() })).default([]),
    /** 1, or more for a packet that supersedes an older one of the same number; the older stays in the record. */
    version: z.int().min(1).default(1),
  }),
  /** What one import brought, and what it refused and why. */
  'import.finished': z.strictObject({
    imported: z.array(z.strictObject({ packet: z.string(), source: z.string(), version: z.int() })),
    refused: z.array(z.strictObject({ source: z.string(), code: z.string(), detail: z.record(z.string(), z.json()) })),
    cancelled: z.boolean(),
  }),
  /** A recommending unit's ranked list; a later one of the same name takes its place. */
  'recommended.listed': z.strictObject({
    source: z.string(),
    rows: z.array(z.strictObject({ rank: z.string(), unit: z.string(), leader: z.string(), occupation: z.string() })),
  }),
  'field.corrected': z.strictObject({
    field: z.string(),
    from: fieldValue.nullable(),
    to: fieldValue,
    reason: z.string(),
  }),
  'packet.checked': z.strictObject({
    /** `unchecked`: an earlier outcome was taken back. */
    outcome: z.enum(['accepted', 'returned', 'unchecked']),
    note: z.string(),
    materials: z.record(z.string(), z.boolean()),
  }),
  /** The applicant takes the application back: it stays listed with the reason and competes no longer. */
  'packet.withdrawn': z.strictObject({
    reason: z.string(),
    /** Who asked for it on the applicant's side. */
    person: z.string(),
  }),
  'fact.recorded': z.strictObject({
    key: z.string(),
    from: factValue.nullable(),
    value: factValue,
    proof: proof.nullable(),
    note: z.string(),
    /** The visit that saw it, when it was not read from the papers. */
    visit: z.string().nullable(),
  }),
  /** What eligibility rests on, keyed in by staff: null says that there is none. */
  'eligibility.recorded': z.strictObject({
    key: z.string(),
    from: z.json(),
    value: z.json(),
    proof: proof.nullable(),
    note: z.string(),
  }),
  /** A named person confirms or overrides what the machine made of one rule. */
  'eligibility.decided': z.strictObject({
    rule: z.string(),
    /** What the machine had said. */
    machine: z.enum(outcomes),
    verdict: z.enum(verdicts),
    person: z.string(),
    reason: z.string(),
  }),
} as const satisfies Record<string, z.ZodType>
