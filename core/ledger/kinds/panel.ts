/** The people of the room: experts, panel, draw, officers, attendance, recusals. */
import * as z from 'zod'
import { officerRoles } from '../../panel/roles.ts'

import { attendanceEvents, conflictKinds, drawPlan, drawResult } from './vocabulary.ts'

export const panelKinds = {
  'expert.listed': z.strictObject({
    name: z.string(),
    unit: z.string(),
    post: z.string(),
    phone: z.string(),
    sourceKind: z.string(),
    specialty: z.string(),
  }),
  'panel.constituted': z.strictObject({
    members: z.array(z.string()),
    chair: z.string().nullable(),
    /** Who steps in for an absent member, in this order. */
    alternates: z.array(z.string()).default([]),
  }),
  /** An alternate takes the seat of a member; what that member had handed in is void. */
  'alternate.entered': z.strictObject({
    alternate: z.string(),
    replaces: z.string(),
    reason: z.string(),
    /** Applications whose sheets were void by it. */
    sheets: z.array(z.string()),
  }),
  /** Who chairs from now on: elected by those present, with the votes for each, or appointed by the organiser. */
  'chair.named': z.strictObject({
    expert: z.string(),
    how: z.enum(['elected', 'appointed']),
    votes: z.array(z.strictObject({ expert: z.string(), votes: z.int().min(0) })),
    note: z.string(),
  }),
  'officers.named': z.strictObject({
    officers: z.array(z.strictObject({ expert: z.string(), role: z.enum(officerRoles) })),
  }),
  /** The pool as it was fixed, before anybody knew the chance. */
  'draw.fixed': z.strictObject({ plan: drawPlan, fingerprint: z.string() }),
  'draw.made': z.strictObject({
    fingerprint: z.string(),
    entropy: z.string(),
    entropySource: z.string(),
    result: drawResult,
  }),
  /** When somebody came or went; `present` in `attendance.taken` follows from it. */
  'attendance.noted': z.strictObject({
    expert: z.string(),
    event: z.enum(attendanceEvents),
    /** The moment it happened, as said by whoever noted it. */
    time: z.string(),
    how: z.enum(['hand', 'seat']),
  }),
  'attendance.taken': z.strictObject({ present: z.array(z.string()) }),
  'declaration.made': z.strictObject({
    conflicts: z.array(z.strictObject({ packet: z.string(), kind: z.enum(conflictKinds), note: z.string() })),
    reason: z.string(),
  }),
} as const satisfies Record<string, z.ZodType>
