/** Keys, certificates, answers and signatures. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { finalAnswers } from '#core/ledger/kinds.ts'
import type * as shape from '../shapes.ts'
import { answer, id, line, long, ofExpert, round } from './inputs.ts'

const pin = z.string().min(6).max(64)
const algorithm = z.enum(['RS256', 'ES256']).default('RS256')
const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)
const ofPerson = { ...round, person: id }
const view = answer<shape.SigningView>()
const answered = {
  ...ofExpert,
  answer: z.enum(finalAnswers),
  text: long.default(''),
  witness: line.default(''),
  /** Handwriting as a PNG in base64. */
  picture: base64.max(300_000).optional(),
}

const attached = { ...round, printed: z.string().min(1).max(40), person: id.optional(), note: line.default('') }

export const signing = {
  show: oc.input(z.strictObject(round)).output(view),
  begin: oc
    .input(
      z.strictObject({
        ...round,
        name: line.min(1),
        pin,
        algorithm,
        years: z.int().min(1).max(100).default(30),
        second: z.boolean().default(false),
      }),
    )
    .output(view),
  unlock: oc.input(z.strictObject({ ...ofPerson, pin })).output(view),
  lock: oc.input(z.strictObject({ ...round, person: id.optional() })).output(view),
  /** Makes a member's key on this laptop. */
  make: oc.input(z.strictObject({ ...ofPerson, pin, algorithm })).output(view),
  /** Certifies the key a seat has made; the code is the one on both screens. */
  certify: oc.input(z.strictObject({ ...ofPerson, code: z.string().max(20) })).output(view),
  revoke: oc.input(z.strictObject({ ...ofPerson, reason: line.min(1) })).output(view),
  answer: oc.input(z.strictObject(answered)).output(view),
  /** A scan or photo of a page signed in ink: by its path, or out of a browser. */
  attach: oc.input(z.strictObject({ ...attached, path: z.string().min(1).max(1_000) })).output(view),
  attachUpload: oc.input(z.strictObject({ ...attached, file: z.file() })).output(view),
  /** The page itself. */
  page: oc.input(z.strictObject({ ...round, file: z.string().regex(/^[0-9a-f]{64}$/) })).output(z.file()),
  seal: oc.input(z.strictObject({ ...round, hardened: z.boolean().default(false) })).output(view),
  /** Signs with a key that is open on this laptop. */
  sign: oc.input(z.strictObject(ofPerson)).output(view),
  /** Has the verifier look at the finished workbook again. */
  verify: oc.input(z.strictObject(round)).output(view),
}

/** What a seat may do about its own key and signature. */
export const mySigning = {
  key: oc.input(z.strictObject(ofExpert)).output(answer<shape.MyKeyView>()),
  request: oc
    .input(
      z.strictObject({
        ...ofExpert,
        algorithm,
        key: base64.max(2_000),
        acts: z.strictObject({ key: base64.max(200), binding: base64.max(1_000) }).nullable(),
        sm2: z
          .strictObject({ key: base64.max(200), binding: base64.max(1_000) })
          .nullable()
          .default(null),
        proof: base64.max(1_000),
      }),
    )
    .output(answer<shape.MyKeyView>()),
  show: oc.input(z.strictObject(ofExpert)).output(answer<shape.MySigningView>()),
  answer: oc.input(z.strictObject(answered)).output(answer<shape.MySigningView>()),
  sign: oc
    .input(z.strictObject({ ...ofExpert, at: z.iso.datetime(), value: base64.max(1_000) }))
    .output(answer<shape.MySigningView>()),
}
