/** Site visits: the plan, the record, its photos, and what devices bring back. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { visitAnswers } from '#core/ledger/kinds/visits.ts'
import { struckPhoto, visitDetails, visitPhoto, visitStop } from '#core/visits/record.ts'
import type * as shape from '../shapes.ts'
import { answer, factValue, id, line, long, ofPacket, ofSheet, round } from './inputs.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const findings = z
  .array(z.strictObject({ fact: id, seen: factValue, note: line.default('') }))
  .max(60)
  .default([])
const photos = z.array(visitPhoto).max(500)
const struck = z.array(struckPhoto).max(500).default([])
const sign = oc
  .input(
    z.strictObject({
      ...ofSheet,
      /** Hash of the record's entry, as it was read. */
      record: sha256,
      answer: z.enum(visitAnswers),
      text: long.default(''),
    }),
  )
  .output(answer<shape.VisitView>())
const picture = oc.input(z.strictObject({ ...ofPacket, sha256, small: z.boolean().default(false) })).output(z.file())

export const deskVisits = {
  list: oc.input(z.strictObject(round)).output(answer<shape.VisitView[]>()),
  planning: oc.input(z.strictObject(round)).output(answer<shape.VisitPlanView>()),
  /** Keeps a plan as a draft; `settle` makes it the plan of the round. */
  plan: oc
    .input(
      z.strictObject({
        ...round,
        stops: z.array(visitStop).max(500),
        settle: z.boolean().default(false),
        note: line.default(''),
      }),
    )
    .output(answer<shape.VisitPlanView>()),
  /** A record from paper, or from a camera's card. */
  record: oc
    .input(
      z.strictObject({
        ...ofPacket,
        date: z.iso.date(),
        place: line,
        present: z.array(line).min(1).max(50),
        opinion: long.min(1),
        findings,
        ...visitDetails,
        photos: photos.default([]),
        struck,
      }),
    )
    .output(answer<shape.VisitView[]>()),
  /** Takes photos from a folder or a card; answers them with hash, size, time and orientation, for `record`. */
  attach: oc
    .input(z.strictObject({ ...ofPacket, paths: z.array(z.string().min(1)).min(1).max(200) }))
    .output(answer<shape.AttachedPhoto[]>()),
  upload: oc.input(z.strictObject({ ...ofPacket, file: z.file() })).output(answer<shape.AttachedPhoto>()),
  picture,
  sign,
}

const form = z.strictObject({
  date: z.union([z.literal(''), z.iso.date()]),
  place: line,
  ...visitDetails,
  guests: z.array(line).max(50),
  opinion: long,
  findings,
})

export const seatVisits = {
  mine: oc.input(z.strictObject({ round: id, expert: id })).output(answer<shape.MyVisitsView>()),
  /** What this member's device has: may be sent any number of times. `base` is the revision it goes on from. */
  save: oc
    .input(
      z.strictObject({
        ...ofSheet,
        device: z.string().min(8).max(80),
        base: z.int().min(0),
        state: z.enum(['carried', 'draft', 'handed-in']),
        form: form.nullable(),
        photos,
        struck,
      }),
    )
    .output(answer<shape.SavedVisit>()),
  /** The next piece of a photo that the draft names; an offset that is not the next changes nothing. */
  photo: oc
    .input(z.strictObject({ ...ofSheet, sha256, offset: z.int().min(0), piece: z.file().max(900 * 1024) }))
    .output(answer<shape.TakenPhoto>()),
  /** Makes the draft the record. `without`: members whose devices are not waited for. */
  finish: oc
    .input(z.strictObject({ ...ofSheet, without: z.array(id).max(50).default([]) }))
    .output(answer<shape.VisitView>()),
  sign,
  picture,
}
