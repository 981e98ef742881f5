/** Limits of papers: 20 pages in one PDF, where the document says so. */
import { expect, test } from 'vitest'
import { sentenceOf } from '../refusal.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { brokenLimits } from './limits.ts'

const proofs: Scheme['materials'] = [
  {
    id: 'M5',
    clause: '三（二）5',
    text: { 'zh-CN': '佐证材料', en: 'Proofs' },
    limits: { pages: 20, singlePdf: true },
  },
]
const pdf = (name: string, pages: number | null) => ({ name, kind: 'pdf' as const, pages })
const photo = { name: '照片.jpg', kind: 'photo' as const, pages: 1 }

test('twenty pages in one PDF are within, whatever photos lie beside it', () => {
  expect(brokenLimits(proofs, [pdf('证明.pdf', 20), photo])).toEqual([])
})

test('the twenty-first page is named with its clause', () => {
  const [found] = brokenLimits(proofs, [pdf('证明.pdf', 21)])
  expect(found && sentenceOf(found, 'zh-CN')).toBe(
    '佐证材料最多 20 页（三（二）5），交来的 PDF 共 21 页：证明.pdf（21）。其中如有申报表等其他材料，请扣除后再判断。',
  )
})

test('two PDFs that fit in pages are still two', () => {
  const found = brokenLimits(proofs, [pdf('一.pdf', 8), pdf('二.pdf', null)])
  expect(found.map((one) => sentenceOf(one, 'zh-CN'))).toEqual([
    '佐证材料应合为 1 个 PDF（三（二）5），交来 2 个：一.pdf（8）、二.pdf（?）。其中如有申报表等其他材料，请扣除后再判断。',
  ])
})

test('a document without such a limit finds nothing', () => {
  expect(brokenLimits([{ ...proofs[0], limits: undefined } as never], [pdf('一.pdf', 80), pdf('二.pdf', 8)])).toEqual(
    [],
  )
})
