/** Pages signed in ink: bound by the footer, listed in 签名清单, kept with the round, and missed by nobody who verifies. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyWorkbook } from '#core/verify/verify.ts'
import { signSampleWorkbook } from '#host/sample/sign.ts'
import { openTestHost, refusalOf, type SmallRound, scratchFolder, smallRound, type TestHost } from '#test/room.ts'
import { sheetTexts } from './tampering.ts'

/** One black pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)
const room: TestHost = openTestHost()
const folder = scratchFolder()
const scan = path.join(folder, '评分汇总表 签名页.png')
let played: SmallRound
let printed = ''

beforeAll(async () => {
  played = await smallRound(room, { activity: 'term-assessment', upTo: 'export', keys: 'ES256' })
  writeFileSync(scan, png)
  // What the footer of a print says now, in fours and large letters.
  const { ledger } = await room.desk.rounds.show({ round: played.round })
  printed = ledger.head
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')
}, 120_000)

describe('what is no page of this round is refused', () => {
  test.each([
    ['a footer of another round', scan, '0123 4567 89AB CDEF', 'footer-unknown'],
    ['too few digits', scan, '0123', 'footer-unknown'],
    ['a file that is no picture', import.meta.filename, '', 'bad-scan'],
    ['no file', path.join(folder, 'none.png'), '', 'not-found'],
  ])('%s', async (_, file, footer, code) => {
    const { round } = played
    const given = { round, path: file, printed: footer || printed }
    expect((await refusalOf(room.desk.signing.attach(given)))[0]).toBe(code)
  })

  test('a picture with more pixels than any page', async () => {
    const huge = path.join(folder, 'huge.png')
    const bytes = Buffer.from(png)
    bytes.writeUInt32BE(100_000, 16)
    bytes.writeUInt32BE(100_000, 20)
    writeFileSync(huge, bytes)
    expect((await refusalOf(room.desk.signing.attach({ round: played.round, path: huge, printed })))[0]).toBe(
      'bad-scan',
    )
  })
})

test('an attached page is in the view, in the sealed workbook, beside the papers; the same page only once', async () => {
  const { desk } = room
  const { round, experts } = played
  const view = await desk.signing.attach({ round, path: scan, printed, person: experts[1], note: '会后补签' })
  expect(view.pages).toMatchObject([
    { name: '评分汇总表 签名页.png', person: '评样二', note: '会后补签', listed: false },
  ])
  const file = view.pages[0]?.file ?? ''
  expect((await refusalOf(desk.signing.attach({ round, path: scan, printed })))[0]).toBe('page-attached-before')
  expect(Buffer.from(await (await desk.signing.page({ round, file })).arrayBuffer())).toEqual(png)

  await signSampleWorkbook(desk, { round, members: experts, keys: 'ES256' })
  expect((await desk.signing.show({ round })).pages[0]?.listed).toBe(true)
  const out = path.join(folder, 'out')
  await desk.papers.export({ round, out })
  expect(readFileSync(path.join(out, 'papers', '手签页', '1 评分汇总表 签名页.png'))).toEqual(png)
  const workbook = new Uint8Array(readFileSync(path.join(out, 'result.xlsx')))
  expect(existsSync(path.join(out, 'result.xlsx'))).toBe(true)
  const line = sheetTexts(workbook, '签名清单').find((words) => words.startsWith('1. 评样二'))
  expect(line).toContain(`页脚台账指纹 ${printed.toLowerCase()}`)
  expect(line).toContain(`SHA-256：${file.toUpperCase()}`)
  const report = await verifyWorkbook(workbook, { name: 'result.xlsx' })
  expect(report.findings).toEqual([])
}, 120_000)
