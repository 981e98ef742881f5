import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { craftedDocx } from './crafted-zip.ts'
import { inspectFile as inspectOnDisk } from './inspect.ts'

const folder = mkdtempSync(join(tmpdir(), 'intake-inspect-'))
afterAll(() => rmSync(folder, { recursive: true }))

function inspectFile(name: string, bytes: Buffer) {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  return inspectOnDisk(name, path, [])
}

function pdfOf(pages: number, password?: string): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, ...(password && { userPassword: password }) })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const whole = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))))
  for (let at = 0; at < pages; at++) pdf.addPage().text(`page ${at + 1}`)
  pdf.end()
  return whole
}

describe('PDF', () => {
  let seven: Buffer
  beforeAll(async () => {
    seven = await pdfOf(7)
  })

  test('pages are counted, whatever the file is called, and the bytes stay ours', async () => {
    expect(await inspectFile('证明材料.pdf', seven)).toEqual({ kind: 'pdf', mime: 'application/pdf', pages: 7 })
    expect(await inspectFile('扫描件', seven)).toEqual({ kind: 'pdf', mime: 'application/pdf', pages: 7 })
    expect(seven.length).toBeGreaterThan(1_000)
  })

  test.each([0.2, 0.5, 0.9, 0.99])('cut off after %d of it, it is called broken', async (part) => {
    const { kind, problem } = await inspectFile('a.pdf', seven.subarray(0, Math.floor(seven.length * part)))
    expect([kind, problem]).toEqual(['pdf', { code: 'broken-pdf', detail: { file: 'a.pdf' } }])
  })

  test('no PDF at all, or nothing at all, is called broken', async () => {
    for (const bytes of [Buffer.from('样例'), Buffer.alloc(0)]) {
      expect((await inspectFile('a.pdf', bytes)).problem?.code).toBe('broken-pdf')
    }
  })

  test('a password is named', async () => {
    const locked = await inspectFile('密.pdf', await pdfOf(1, 'secret'))
    expect([locked.pages, locked.problem?.code]).toEqual([null, 'locked-pdf'])
  })
})

describe('other files', () => {
  test('pictures are one page and know their size', async () => {
    const canvas = createCanvas(64, 48)
    expect(await inspectFile('a.jpg', canvas.toBuffer('image/jpeg', 80))).toEqual({
      kind: 'photo',
      mime: 'image/jpeg',
      pages: 1,
      photo: { width: 64, height: 48, turn: 0, taken: null },
    })
    expect(await inspectFile('a.png', canvas.toBuffer('image/png'))).toEqual({
      kind: 'photo',
      mime: 'image/png',
      pages: 1,
      photo: { width: 64, height: 48, turn: 0, taken: null },
    })
    expect((await inspectFile('a.jpg', Buffer.from('ffd8ff', 'hex'))).kind).toBe('other')
  })

  test('a damaged docx, an old Word file and one only renamed to .docx are named', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    expect((await inspectFile('表.docx', craftedDocx('<w:p/>').subarray(0, 99))).problem?.code).toBe('broken-docx')
    expect((await inspectFile('表.doc', old)).problem).toEqual({
      code: 'old-word',
      detail: { file: '表.doc', kind: '.doc' },
    })
    expect((await inspectFile('表.docx', old)).problem?.code).toBe('old-word')
    expect((await inspectFile('表.docx', craftedDocx('<w:p/>'))).kind).toBe('other')
  })

  test('workbooks are sheets, archives inside the packet are named', async () => {
    expect((await inspectFile('名单.xlsx', Buffer.from('PK'))).kind).toBe('sheet')
    expect((await inspectFile('附件.rar', Buffer.from('Rar!'))).problem?.code).toBe('unsupported-archive')
  })
})
