/** How the workbook prints, and that a later signing step finds nothing in it that can change. */
import { beforeAll, describe, expect, test } from 'vitest'
import { bigBook } from '#test/papers/big-book.ts'
import { read, textOf } from '#test/papers/reading.ts'
import { smallBook } from '#test/papers/small-book.ts'
import { partsOf } from '#test/papers/unzip.ts'
import { buildWorkbook } from './workbook.ts'

describe('the small round', () => {
  let made: Awaited<ReturnType<typeof read>>
  beforeAll(async () => {
    made = await read(smallBook)
  })

  test('every sheet prints on A4, one page wide, with the header of a whole-sheet table repeated and the fingerprint below', () => {
    for (const sheet of made.workbook.worksheets) {
      const { paperSize, fitToPage, fitToWidth, fitToHeight, printTitlesRow } = sheet.pageSetup
      expect({ paperSize, fitToPage, fitToWidth, fitToHeight }).toEqual({
        paperSize: 9,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      })
      // Tables that fill a sheet repeat their header; the check data begin with theirs, for programs that read them.
      const repeating = ['评分汇总表', '事实与推导', '实名表决表', '签名清单']
      const rows = sheet.name === '校验数据' ? '1:1' : repeating.includes(sheet.name) ? '4:4' : undefined
      expect(printTitlesRow, sheet.name).toBe(rows)
      expect(sheet.headerFooter.oddHeader).toContain('2026年样例市技能大师工作室评选\n&B样例，非正式结果&B')
      expect(sheet.headerFooter.oddFooter).toContain('样人社规〔2023〕1号\n样例办法 urumqi-2023 第1版')
      expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页')
      expect(sheet.headerFooter.oddFooter).toContain('0123 4567 89ab cdef')
      expect(sheet.views[0]).toMatchObject({ state: 'frozen' })
    }
  })

  test('nothing in it can change: no formula, no link, no font without a name', async () => {
    const parts = await partsOf(made.bytes)
    for (const [name, part] of parts) {
      if (name.startsWith('xl/worksheets/sheet')) expect(part).not.toMatch(/<f[ >]|<hyperlink/)
      if (name.endsWith('.rels')) expect(part).not.toContain('TargetMode="External"')
    }
    const fonts = parts.get('xl/styles.xml')?.match(/<font>.*?<\/font>/g) ?? []
    expect(fonts[0]).toBe('<font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>')
    for (const font of fonts) expect(font).toMatch(/<name val="(宋体|黑体)"\/>/)
  })

  test('the document says who made it and when, and the same book makes the same bytes', async () => {
    expect(made.workbook.title).toBe('2026年样例市技能大师工作室评选')
    expect(made.workbook.creator).toBe('匠评')
    expect(made.workbook.created.toISOString()).toBe('2026-11-21T06:05:00.000Z')
    expect(made.bytes.equals(await buildWorkbook(smallBook))).toBe(true)
  })
})

test('an ampersand in a title does not command the printer, and a long title leaves the footer whole', async () => {
  const title = `甲&乙${'很长的名称'.repeat(30)}`
  const { workbook } = await read({ ...smallBook, round: { ...smallBook.round, title } })
  for (const { headerFooter } of workbook.worksheets) {
    expect(headerFooter.oddHeader).toContain('甲&&乙')
    expect(headerFooter.oddHeader?.length).toBeLessThan(255)
    expect(headerFooter.oddFooter?.length).toBeLessThan(255)
  }
})

test('in a big round no row is taller than Excel allows and no number is wider than its column', async () => {
  const { workbook } = await read(bigBook)
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      expect(row.height).toBeLessThanOrEqual(409)
      row.eachCell((cell) => {
        if (typeof cell.value !== 'number' || cell.isMerged) return
        const printed = cell.numFmt?.includes('并列')
          ? 7.2
          : cell.numFmt === '0'
            ? String(cell.value).length
            : cell.value.toFixed(2).length
        const column = sheet.getColumn(cell.col).width ?? 0
        expect(printed, `${sheet.name} ${cell.address}`).toBeLessThan(column)
      })
    })
  }
  const minutes = workbook.getWorksheet('评议纪要与不同意见')
  const whole = minutes ? textOf(minutes).replace(/[\n| ]/g, '') : ''
  expect(whole).toContain('30.专家组听取汇报、查阅材料、质询后认为')
})
