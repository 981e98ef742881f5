/** What follows a selection: money, the fate of a workshop, what is due. Pure: nothing is stored. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { workshopEvents, workshopStates } from '#core/afterwards/afterwards.ts'
import { retirementGroups } from '#core/calendar/retirement.ts'
import { isDecimal } from '#core/exact/exact.ts'
import type * as shape from '../shapes.ts'
import { answer, id, line } from './inputs.ts'

const day = z.iso.date()
const wan = z.string().refine((spelling) => isDecimal(spelling) && !spelling.startsWith('-'))

export const afterwards = {
  /** Publicity, money, steps and duties of a scheme, as its document has them. */
  show: oc.input(z.strictObject({ scheme: id })).output(answer<shape.AfterwardsView>()),
  money: oc
    .input(
      z.strictObject({
        scheme: id,
        workshops: z
          .array(
            z.strictObject({
              workshop: line.min(1),
              level: line.min(1),
              risesFrom: line.min(1).optional(),
              receivesHigher: z.boolean().optional(),
              matching: wan.optional(),
            }),
          )
          .max(500),
      }),
    )
    .output(answer<shape.MoneyView>()),
  /** The money of a round's selected workshops. */
  round: oc.input(z.strictObject({ round: id })).output(answer<shape.MoneyView>()),
  follow: oc
    .input(
      z.strictObject({
        scheme: id,
        named: day,
        events: z
          .array(
            z.strictObject({
              event: z.enum(workshopEvents),
              on: day,
              until: day.optional(),
              to: z.enum(workshopStates).optional(),
            }),
          )
          .max(200)
          .default([]),
      }),
    )
    .output(answer<shape.StandingView>()),
  reminders: oc.input(z.strictObject({ scheme: id, named: day, on: day })).output(answer<shape.ReminderView[]>()),
}

/** A help to the clerk; no rule decides by it. */
export const retirement = oc
  .input(z.strictObject({ born: day, group: z.enum(retirementGroups), on: day.optional() }))
  .output(answer<shape.RetirementView>())

const region = line.default('')
export const calendars = {
  import: oc.input(z.strictObject({ path: z.string().min(1), region })).output(answer<shape.CalendarView[]>()),
  upload: oc.input(z.strictObject({ file: z.file(), region })).output(answer<shape.CalendarView[]>()),
  list: oc.input(z.strictObject({})).output(answer<shape.CalendarView[]>()),
}
