/** `node build/samples/make.ts OUTDIR [--only 1,6]`: writes the sample packets, the roster and plan.json. Same bytes every time. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { applicants } from './applicants.ts'
import { formDocx } from './form.ts'
import { photosOf } from './photo.ts'
import { type Applicant, planForDemo, sourceName } from './plan.ts'
import { proofPdf } from './proof-pdf.ts'
import { rosterXlsx } from './roster.ts'
import { writeZip, type ZipPart } from './zip.ts'

async function partsOf(applicant: Applicant): Promise<ZipPart[]> {
  const photos = photosOf(applicant)
  return [
    { name: '申报表.docx', bytes: await formDocx(applicant) },
    { name: '证明材料.pdf', bytes: await proofPdf(applicant, photos) },
    ...photos.map(({ name, canvas }) => ({ name: `照片/${name}`, bytes: canvas.toBuffer('image/jpeg', 72) })),
  ]
}

function write(path: string, bytes: Buffer | string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

function pack(out: string, applicant: Applicant, parts: readonly ZipPart[]): void {
  const target = join(out, 'packets', sourceName(applicant))
  const { packing } = applicant.habit
  if (packing === 'folder') {
    for (const { name, bytes } of parts) write(join(target, name), bytes)
    return
  }
  if (packing !== 'zip-nested') {
    write(target, writeZip(parts, { gbk: packing === 'zip-gbk' }))
    return
  }
  const folder = `${applicant.workshop}申报材料`
  const rubbish = [
    { name: `${folder}/~$申报表.docx`, bytes: Buffer.alloc(162, 0x20) },
    { name: `${folder}/照片/Thumbs.db`, bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
  ]
  write(target, writeZip([...parts.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes })), ...rubbish]))
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } })
const [out] = positionals
if (!out) {
  process.stderr.write('node build/samples/make.ts OUTDIR [--only 1,6]\n')
  process.exit(2)
}
const only = values.only?.split(',').map(Number)
for (const applicant of applicants) {
  if (!only || only.includes(applicant.number)) pack(out, applicant, await partsOf(applicant))
}
const [first] = applicants
if (first) {
  const whole = await formDocx(first)
  const damaged = { name: '申报表.docx', bytes: whole.subarray(0, Math.floor(whole.length * 0.6)) }
  write(
    join(out, 'broken.zip'),
    writeZip([damaged, { name: '说明.txt', bytes: Buffer.from('传输中断的样例：申报表.docx 已损坏。\n') }]),
  )
}
write(join(out, 'experts.xlsx'), await rosterXlsx())
write(join(out, 'plan.json'), `${JSON.stringify(planForDemo(), null, 2)}\n`)
