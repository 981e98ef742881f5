/** 评分汇总表 alone, against libxlsxwriter writing the same cells. */

import path from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { SheetModel } from '#host/papers/sheets/model.ts'
import { summarySheet } from '#host/papers/sheets/summary.ts'
import { WorkbookPen } from '#host/papers/workbook-pen.ts'
import type { BenchCase } from '../case.ts'
import { sameCells, sumOf, writeCells } from '../cells.ts'
import { largeBook, madeAt, prepareLarge } from '../large.ts'
import { median } from '../statistics.ts'
import { xlsxPeer } from '../xlsx-peer.ts'

const cells = (data: string) => path.join(data, 'cells')
const peer = xlsxPeer(cells)
const warmRuns = 5

async function written(sheet: SheetModel): Promise<Buffer> {
  const out = new PassThrough()
  const whole = buffer(out)
  const pen = await WorkbookPen.begin(out, { title: '', madeAt: new Date(madeAt), code: 'BENCH' })
  await pen.write(sheet)
  await pen.end()
  return whole
}

export const benchCase: BenchCase = {
  about: '评分汇总表, one row for each application and a column for each expert, written warm',
  peers: [peer],
  // The goals are those of a writer by hand; exceljs's stream is measured at 1.7 to 2. See docs/DECISIONS.md.
  goals: [
    { figure: 'ms', of: peer.name, atMost: 0.8 },
    { figure: 'firstMs', of: peer.name, ofFigure: 'ms', atMost: 1.5 },
  ],
  async prepare(data, size) {
    await prepareLarge(data, size)
    writeCells(cells(data), [summarySheet(await largeBook(data))])
  },
  async product({ data }) {
    const sheet = summarySheet(await largeBook(data))
    const begun = performance.now()
    const bytes = await written(sheet)
    const firstMs = performance.now() - begun
    const runs: number[] = []
    for (let run = 0; run < warmRuns; run += 1) {
      const again = performance.now()
      await written(sheet)
      runs.push(performance.now() - again)
    }
    return { figures: { ms: median(runs), firstMs, bytes: bytes.length }, answer: sumOf(bytes) }
  },
  check: sameCells,
}
