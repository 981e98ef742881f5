/** The whole workbook out of the record, against libxlsxwriter writing the very same cells. */
import path from 'node:path'
import { sheetsOf } from '#host/papers/sheets/sheets.ts'
import { typePapers } from '#host/papers/typist.ts'
import type { BenchCase } from '../case.ts'
import { sameCells, sumOf, writeCells } from '../cells.ts'
import { caller, largeBook, largeRound, madeAt, prepareLarge, storeIn } from '../large.ts'
import { xlsxPeer } from '../xlsx-peer.ts'

const cells = (data: string) => path.join(data, 'cells')
const peer = xlsxPeer(cells)

export const benchCase: BenchCase = {
  about: 'the whole workbook from the record, charts included; the peer is handed the finished cells and draws nothing',
  peers: [peer],
  // The goals are those of a writer by hand. exceljs's stream alone costs 1.4 to 1.7 of the peer; see docs/DECISIONS.md.
  goals: [
    { figure: 'ms', of: peer.name, atMost: 0.3 },
    { figure: 'bytes', of: peer.name, atMost: 1.05 },
    { figure: 'rssMb', atMost: 200 },
  ],
  async prepare(data, size) {
    await prepareLarge(data, size)
    writeCells(cells(data), sheetsOf(await largeBook(data)))
  },
  async product({ data }) {
    const job = { store: storeIn(data), round: largeRound, caller, madeAt, task: { kind: 'workbook' } } as const
    const begun = performance.now()
    const [made] = (await typePapers(job)).files
    const ms = performance.now() - begun
    const bytes = made?.bytes ?? new Uint8Array()
    return { figures: { ms, bytes: bytes.length }, answer: sumOf(bytes) }
  },
  check: sameCells,
}
