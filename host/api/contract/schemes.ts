/** Schemes. */
import { oc } from '@orpc/contract'
import * as z from 'zod'
import type * as shape from '../shapes.ts'
import { answer } from './inputs.ts'

export const schemes = { list: oc.input(z.strictObject({})).output(answer<shape.SchemeSummary[]>()) }
