import { expect, test } from 'vitest'
import { smallBook } from '#test/papers/small-book.ts'
import { numberShown, printPages } from './print-pages.ts'
import { edges, roomOn } from './sheets/print.ts'

test('every page of every sheet fits on A4 and together they are counted', async () => {
  const { sheets, pages, mark, fingerprint, qr } = await printPages(smallBook)
  expect(sheets.map(({ name }) => name)).toContain('评分汇总表')
  expect(pages).toBe(sheets.flatMap((sheet) => sheet.pages).length)
  expect(pages).toBeGreaterThan(sheets.length)
  for (const { name, orientation, scale, widths, pages: own } of sheets) {
    const room = roomOn(orientation)
    expect(widths.reduce((total, width) => total + width, 0) * scale, name).toBeLessThanOrEqual(room.width + 0.01)
    for (const { rows } of own) {
      const height = rows.reduce((total, row) => total + row.height, 0) * scale
      expect(height, name).toBeLessThanOrEqual(room.height)
      expect(rows.length, name).toBeGreaterThan(0)
    }
  }
  expect([mark, fingerprint]).toEqual(['样例，非正式结果', '0123 4567 89ab cdef'])
  expect(qr).toMatch(/^data:image\/png;base64,/)
  expect(edges.top).toBe(54)
})

test('numbers are shown as the workbook shows them', () => {
  const formats = ['0.00', '0.00##########', '0', '+0.00;-0.00;0.00', '0"（并列）"', undefined]
  expect(formats.map((format) => numberShown(2.5, format))).toEqual([
    '2.50',
    '2.50',
    '2.5',
    '+2.50',
    '2.5（并列）',
    '2.5',
  ])
  expect(numberShown(90.125, '0.00##########')).toBe('90.125')
  expect([numberShown(-1.5, '+0.00;-0.00;0.00'), numberShown(0, '+0.00;-0.00;0.00')]).toEqual(['-1.50', '0.00'])
})
