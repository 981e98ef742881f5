/** The pure rules. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { retirement } from './afterwards.ts'
import { answer } from './inputs.ts'

const decimals = z.record(z.string(), z.unknown())

/** The pure rules of headless.md: nothing is stored. Inputs are parsed by core's own schemas. */
export const rules = {
  assess: oc.input(decimals).output(answer<unknown>()),
  eligibility: oc.input(decimals).output(answer<unknown>()),
  panel: oc.input(decimals).output(answer<unknown>()),
  vote: oc.input(decimals).output(answer<unknown>()),
  publicity: oc.input(decimals).output(answer<unknown>()),
  retirement,
  rank: oc.input(decimals).output(answer<unknown>()),
}
