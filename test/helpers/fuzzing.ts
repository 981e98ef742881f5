/** Throws broken inputs at the readers: random truncation and byte flips of zip, docx, xlsx and pdf, by a seed. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import PDFDocument from 'pdfkit'
import { ZipFile } from 'yazl'
import { Refused, refusalCodes } from '#core/refusal.ts'
import { shippedFormMaps } from '#host/forms.ts'
import { newMeter } from '#host/intake/meter.ts'
import { readPackets } from '#host/intake/packet.ts'
import { openReaders } from '#host/intake/readers.ts'
import { annexParts, annexValues, wordForm } from './forms.ts'

export type FuzzResult = {
  readonly inputs: number
  readonly imported: number
  /** How often each code refused an input, or named a file of one that came in. */
  readonly codes: Readonly<Record<string, number>>
  readonly slowestMs: number
  readonly problems: readonly string[]
}

const patienceMs = 10_000

/** Reads `inputs` broken files, several at a time. Anything but "imported" or "refused with a code" is a problem. */
export async function fuzzIntake(
  folder: string,
  { inputs, seed, say }: { inputs: number; seed: number; say?: (line: string) => void },
): Promise<FuzzResult> {
  const given = path.join(folder, 'given')
  const store = path.join(folder, 'store')
  mkdirSync(given, { recursive: true })
  const whole = await wholeFiles()
  const next = chance(seed)
  const readers = openReaders()
  const maps = [...shippedFormMaps().values()]
  const nestedBefore = leftovers()
  const codes: Record<string, number> = {}
  const problems: string[] = []
  let imported = 0
  let slowestMs = 0
  let begun = 0
  const count = (code: string) => {
    codes[code] = (codes[code] ?? 0) + 1
    if (!(refusalCodes as readonly string[]).includes(code)) problems.push(`no such code: ${code}`)
  }
  async function one(number: number): Promise<void> {
    const [name, body] = whole[number % whole.length] ?? ['', Buffer.alloc(0)]
    const file = path.join(given, `${number}${path.extname(name)}`)
    writeFileSync(file, brokenBy(body, next))
    const since = performance.now()
    try {
      const { packets } = await readPackets(readers, { path: file, store, maps, meter: newMeter() })
      imported += 1
      for (const { problem } of packets.flatMap(({ files }) => files)) if (problem) count(problem.code)
    } catch (failure) {
      if (failure instanceof Refused) count(failure.refusal.code)
      else problems.push(`input ${number} (${name}): ${failure instanceof Error ? failure.stack : failure}`)
    }
    const ms = performance.now() - since
    slowestMs = Math.max(slowestMs, ms)
    if (ms > patienceMs + 2_000) problems.push(`input ${number} (${name}) took ${Math.round(ms)} ms`)
    rmSync(file, { force: true })
  }
  const lane = async () => {
    while (begun < inputs) {
      begun += 1
      if (begun % 2_000 === 0) say?.(`${begun} of ${inputs}`)
      await one(begun)
    }
  }
  await Promise.all(Array.from({ length: 3 }, lane))
  await readers.close()
  problems.push(...strangersIn(folder, store).map((file) => `outside the store: ${file}`))
  problems.push(
    ...leftovers()
      .filter((name) => !nestedBefore.includes(name))
      .map((name) => `left behind: ${name}`),
  )
  return { inputs: begun, imported, codes, slowestMs: Math.round(slowestMs), problems }
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('jiangping-nested-'))

/** Whatever lies anywhere but under its own hash in the store. */
function strangersIn(folder: string, store: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files
    .map((one) => path.join(one.parentPath, one.name))
    .filter((file) => {
      const place = path.relative(path.join(store, 'files'), file)
      return place !== 'copied.jsonl' && !/^[0-9a-f]{2}[\\/][0-9a-f]{64}$/.test(place)
    })
}

/** Numbers from 0 up to 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function brokenBy(body: Buffer, next: () => number): Buffer {
  const broken = Buffer.from(body)
  const flips = next() < 0.3 ? 0 : 1 + Math.floor(next() * 20)
  // half of the flips near the end, where zips and PDFs keep their tables of contents
  for (let flip = 0; flip < flips; flip++) {
    const span = next() < 0.5 ? broken.length : Math.min(broken.length, 2_000)
    broken[broken.length - 1 - Math.floor(next() * span)] = Math.floor(next() * 256)
  }
  const isCut = flips === 0 || next() < 0.3
  return isCut ? broken.subarray(0, Math.floor(next() * broken.length)) : broken
}

async function wholeFiles(): Promise<[name: string, body: Buffer][]> {
  const parts = annexParts((words) => words, annexValues)
  const { name, unit, place, education, post, address } = parts
  const docx = await wordForm(parts.cover, [
    [name, unit, place, education, post, address, ...parts.members, ...parts.texts],
  ])
  const workbook = new ExcelJS.Workbook()
  workbook
    .addWorksheet('表')
    .addRows([name, unit].map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text))))
  const xlsx = Buffer.from(await workbook.xlsx.writeBuffer())
  const [plain, modern] = [await pdf('1.3'), await pdf('1.7')]
  return [
    ['a.docx', docx],
    [
      'a.zip',
      await zip([
        ['申报表.docx', docx],
        ['证明.pdf', plain],
        ['内.zip', await zip([['名单.xlsx', xlsx]])],
      ]),
    ],
    ['a.xlsx', xlsx],
    ['a.pdf', plain],
    ['b.pdf', modern],
  ]
}

function pdf(pdfVersion: '1.3' | '1.7'): Promise<Buffer> {
  const paper = new PDFDocument({ pdfVersion, autoFirstPage: false })
  for (let page = 1; page < 6; page++) paper.addPage().text(`page ${page}`)
  paper.end()
  return collected(paper)
}

function zip(parts: readonly (readonly [string, Buffer])[]): Promise<Buffer> {
  const archive = new ZipFile()
  for (const [name, body] of parts) archive.addBuffer(body, name)
  archive.end()
  return collected(archive.outputStream)
}

async function collected(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
