/** One peer of the table bench: `node peers/table.ts markup|whole ROWS TIMES` prints what the browser measured. */
import { tableTrial } from '../browser.ts'

const [way = '', rows = '', times = ''] = process.argv.slice(2)
const figures = await tableTrial(way, Number(rows), Number(times))
process.stdout.write(`${JSON.stringify({ figures: { ...figures, ms: figures.mount }, answer: null })}\n`)
process.exit(0)
