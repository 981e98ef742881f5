/** The invented samples that ship with the program: where they lie and what their papers prove. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

const factValue = z.union([z.boolean(), z.string(), z.int(), z.array(z.int())])
const planSchema = z.object({
  applicants: z.array(
    z.object({
      /** Path of the zip or folder below the samples. */
      source: z.string(),
      workshop: z.string(),
      leader: z.string(),
      occupation: z.string(),
      facts: z.record(z.string(), z.object({ value: factValue, page: z.int().min(1) })),
    }),
  ),
})

export type SamplePlan = z.infer<typeof planSchema> & { folder: string }

const candidates = ['../samples', '../../out/samples'].map((step) => path.join(import.meta.dirname, step))

/** Reads the plan. Throws when the samples were not built (`npm run samples`). */
export function readSamplePlan(): SamplePlan {
  const folder = candidates.find((candidate) => existsSync(path.join(candidate, 'plan.json')))
  if (!folder) throw new Error(`the samples are not built; run "npm run samples" (looked in ${candidates.join(', ')})`)
  return { ...planSchema.parse(JSON.parse(readFileSync(path.join(folder, 'plan.json'), 'utf8'))), folder }
}
