/** The articles of a document, each with the rules that encode it or the reason why none does. */
import * as z from 'zod'
import { textSchema } from './origin.ts'

/** One article, or numbered part of one, in the document's own order. */
export const clauseSchema = z
  .strictObject({
    /** As the document numbers it: "第七条（四）3". */
    clause: z.string().min(1),
    /** What it says, in short and in our own words. */
    gist: textSchema,
    /** Ids of rules, steps, materials, rubrics, choices …, or dotted paths into the scheme. */
    by: z.array(z.string().min(1)).min(1).optional(),
    /** Why no rule of the program encodes it. */
    why: textSchema.optional(),
  })
  .refine((entry) => entry.by !== undefined || entry.why !== undefined, { message: 'neither by nor why' })
