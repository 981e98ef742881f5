/** `npm run soak -- tamper [STEP]`: every cell, entry, picture and signature of a signed workbook changed, one by one. */
import { readFileSync } from 'node:fs'
import { verifyWorkbook } from '#core/verify/verify.ts'
import {
  cellTamperings,
  dataTamperings,
  every,
  missedOf,
  pictureTamperings,
  signerTamperings,
} from '../signing/tampering.ts'

const [file = '', step = '1'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
if (file === '') {
  say('npm run soak -- tamper WORKBOOK [STEP]    WORKBOOK: a signed result.xlsx, from npm run demo say')
  process.exit(2)
}
const workbook = new Uint8Array(readFileSync(file))
const { ok, signatures } = await verifyWorkbook(workbook, { name: file })
if (!ok) throw new Error(`${file} does not hold to begin with`)
const names = signatures.map(({ name }) => name)
const kinds = {
  signatures: signerTamperings(workbook, names),
  pictures: pictureTamperings(workbook),
  entries: dataTamperings(workbook),
  cells: cellTamperings(workbook),
}
for (const [kind, tamperings] of Object.entries(kinds)) {
  const begun = performance.now()
  let count = 0
  const counted = function* () {
    for (const one of every(Number(step), tamperings)) {
      count += 1
      yield one
    }
  }
  const missed = await missedOf(counted())
  say(
    JSON.stringify({
      kind,
      tried: count,
      missed: missed.length,
      seconds: Math.round((performance.now() - begun) / 1000),
    }),
  )
  for (const one of missed.slice(0, 20)) say(one)
  if (missed.length > 0) process.exitCode = 1
}
