/** Experts, panel, attendance and declarations. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { attendanceEvents, conflictKinds, drawTranscript } from '#core/ledger/kinds.ts'
import type { DrawResult } from '#core/panel/draw.ts'
import { officerRoles } from '#core/panel/roles.ts'
import type * as shape from '../shapes.ts'
import { answer, expertInput, id, line, ofExpert, round } from './inputs.ts'

export const experts = {
  import: oc
    .input(
      z.union([
        z.strictObject({ ...round, path: z.string().min(1) }),
        z.strictObject({ ...round, experts: z.array(expertInput).min(1).max(200) }),
      ]),
    )
    .output(answer<shape.ExpertView[]>()),
  upload: oc.input(z.strictObject({ ...round, file: z.file() })).output(answer<shape.ExpertView[]>()),
  list: oc.input(z.strictObject(round)).output(answer<shape.ExpertView[]>()),
}

export const panel = {
  set: oc
    .input(
      z.strictObject({
        ...round,
        members: z.array(id).min(1).max(99),
        chair: id.nullable().default(null),
        alternates: z.array(id).max(20).default([]),
      }),
    )
    .output(answer<shape.PanelView>()),
  show: oc.input(z.strictObject(round)).output(answer<shape.PanelView>()),
  /** Who is in the room. Absent members are out of "present" in every vote opened afterwards. */
  attend: oc.input(z.strictObject({ ...round, present: z.array(id).max(99) })).output(answer<shape.PanelView>()),
}

export const alternates = {
  /** Takes the seat of a member who is marked as absent. */
  enter: oc
    .input(z.strictObject({ ...round, alternate: id, replaces: id, reason: line.min(1) }))
    .output(answer<shape.PanelView>()),
}

export const chair = {
  /** Elected: the votes each member got, counted aloud. Appointed: whom, and by whom or on what ground. */
  name: oc
    .input(
      z.discriminatedUnion('how', [
        z.strictObject({
          ...round,
          how: z.literal('elected'),
          votes: z
            .array(z.strictObject({ expert: id, votes: z.int().min(0).max(99) }))
            .min(1)
            .max(99),
        }),
        z.strictObject({ ...round, how: z.literal('appointed'), expert: id, note: line.default('') }),
      ]),
    )
    .output(answer<shape.PanelView>()),
}

const officerRole = z.enum(officerRoles)

export const officers = {
  /** By expert id, or by name and unit: who is not listed yet is listed with it. */
  name: oc
    .input(
      z.strictObject({
        ...round,
        officers: z
          .array(
            z.union([
              z.strictObject({ expert: id, role: officerRole }),
              z.strictObject({ name: line.min(1), unit: line.default(''), role: officerRole }),
            ]),
          )
          .max(20),
      }),
    )
    .output(answer<shape.PanelView>()),
}

export const attendance = {
  show: oc.input(z.strictObject(round)).output(answer<shape.AttendanceView>()),
  /** `time`: when it happened, where that is not now. */
  note: oc
    .input(
      z.strictObject({
        ...ofExpert,
        event: z.enum(attendanceEvents),
        time: z.iso.datetime({ offset: true }).optional(),
      }),
    )
    .output(answer<shape.AttendanceView>()),
}

export const pool = {
  import: oc.input(z.strictObject({ path: z.string().min(1) })).output(answer<shape.PoolView>()),
  upload: oc.input(z.strictObject({ file: z.file() })).output(answer<shape.PoolView>()),
  list: oc.input(z.strictObject({})).output(answer<shape.PoolView>()),
}

export const draws = {
  fix: oc
    .input(
      z.strictObject({
        ...round,
        exclusions: z
          .array(z.strictObject({ name: line.min(1), unit: line, reason: line.min(1) }))
          .max(500)
          .default([]),
        places: z
          .array(z.strictObject({ class: line.min(1), count: z.int().min(1).max(99) }))
          .min(1)
          .max(30),
        alternates: z.int().min(0).max(20).default(0),
        witnesses: z.array(line.min(1)).min(1).max(20),
      }),
    )
    .output(answer<shape.DrawView>()),
  make: oc
    .input(z.strictObject({ ...round, fingerprint: z.string(), entropy: line, entropySource: line.min(1) }))
    .output(answer<shape.DrawView>()),
  show: oc.input(z.strictObject(round)).output(answer<shape.DrawView>()),
}

/** The draw repeated from its transcript alone; nothing is read or kept. */
export const draw = {
  replay: oc.input(z.strictObject({ transcript: drawTranscript })).output(answer<{ same: true; result: DrawResult }>()),
}

export const recusals = {
  show: oc.input(z.strictObject(ofExpert)).output(answer<shape.DeclarationView>()),
  declare: oc
    .input(
      z.strictObject({
        ...ofExpert,
        conflicts: z
          .array(z.strictObject({ packet: id, kind: z.enum(conflictKinds), note: line.default('') }))
          .max(1_000),
        /** Needed only to change a declaration already made. */
        reason: line.default(''),
      }),
    )
    .output(answer<shape.DeclarationView>()),
}
