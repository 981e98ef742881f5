/** Runs the product's side of one case in a process of its own and prints what it measured, peak memory included. */
import { writeSync } from 'node:fs'
import type { BenchCase, Place } from './case.ts'

const [name, place] = process.argv.slice(2)
const { benchCase } = (await import(`./cases/${name}.ts`)) as { benchCase: BenchCase }
const { figures, answer } = await benchCase.product(JSON.parse(place ?? '') as Place)
const rssMb = process.resourceUsage().maxRSS / 1024
writeSync(1, `${JSON.stringify({ figures: { rssMb, ...figures }, answer })}\n`)
process.exit(0)
