/** The desk's matrix of a thousand applications: how fast it stands there, takes one change, and scrolls. */

import { bundlePage, tableTrial } from '../browser.ts'
import type { BenchCase, Size } from '../case.ts'
import { peerSource } from '../peers.ts'

const markup = 'innerHTML of the rows in sight'
const whole = 'React, every row in the page'
const rows: Record<Size, number> = { small: 200, typical: 1_000, stress: 1_000 }
const times: Record<Size, number> = { small: 2, typical: 5, stress: 5 }

const peer = (name: string, way: string) => ({
  name,
  command: ({ size }: { size: Size }) => [
    process.execPath,
    peerSource('table.ts'),
    way,
    `${rows[size]}`,
    `${times[size]}`,
  ],
})

export const benchCase: BenchCase = {
  about:
    'the matrix of 1,000 applications by 38 seats (40 columns) in Chromium: mounting, one changed sheet, a scrolled frame',
  peers: [peer(markup, 'markup'), peer(whole, 'whole')],
  goals: [
    { figure: 'mount', of: markup, atMost: 1.2 },
    { figure: 'update', of: whole, atMost: 0.05 },
    { figure: 'scroll', of: whole, atMost: 0.25 },
  ],
  prepare() {},
  async product({ size }) {
    await bundlePage('table.tsx')
    const { seen, ...figures } = await tableTrial('product', rows[size], times[size])
    return { figures: { ...figures, ms: figures.mount }, answer: { rows: rows[size], seen } }
  },
  check({ product }, { size }) {
    const of = (no: number) => `${no} 样例${no}技能大师工作室 样例单位${no}`
    const wanted = { rows: rows[size], seen: [of(1), of(rows[size])] }
    return JSON.stringify(product) === JSON.stringify(wanted) ? null : `the table showed ${JSON.stringify(product)}`
  },
}
