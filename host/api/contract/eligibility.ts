/** Who may take part: facts of eligibility, decisions on single rules, quotas, the register of earlier workshops. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { verdicts } from '#core/eligibility/eligibility.ts'
import type * as shape from '../shapes.ts'
import { answer, id, line, long, ofPacket, proof, round } from './inputs.ts'

/** Joins `packets.*`: every rule of the scheme for one application. */
export const packetEligibility = oc.input(z.strictObject(ofPacket)).output(answer<shape.EligibilityView>())

export const eligibility = {
  record: oc
    .input(
      z.strictObject({
        ...ofPacket,
        facts: z
          .array(
            z.strictObject({
              key: id,
              /** Null says that there is none. */
              value: z.json(),
              proof: proof.nullable().default(null),
              note: line.default(''),
            }),
          )
          .min(1)
          .max(80),
      }),
    )
    .output(answer<shape.EligibilityView>()),
  decide: oc
    .input(
      z.strictObject({
        ...ofPacket,
        rule: id,
        verdict: z.enum(verdicts),
        person: line.min(1),
        reason: long.default(''),
      }),
    )
    .output(answer<shape.EligibilityView>()),
  quotas: oc
    .input(z.strictObject({ ...round, entered: z.record(z.string(), z.int().min(0)).default({}) }))
    .output(answer<shape.QuotaView[]>()),
}

export const register = {
  import: oc.input(z.strictObject({ path: z.string().min(1) })).output(answer<shape.RegisterView>()),
  upload: oc.input(z.strictObject({ file: z.file() })).output(answer<shape.RegisterView>()),
  list: oc.input(z.strictObject({})).output(answer<shape.RegisterView>()),
}
