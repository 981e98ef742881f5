/** The ledger as people read it: sentences, filters, and the export an auditor takes away. */
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkChains, type Entry, headOf } from '#core/ledger/entry.ts'
import { secretary } from '#core/signing/act.ts'
import { openTestHost, type SmallRound, smallRound, type TestHost } from '#test/room.ts'

const room: TestHost = openTestHost()
let played: SmallRound

beforeAll(async () => {
  played = await smallRound(room, { activity: 'term-assessment', upTo: 'end', keys: 'ES256' })
}, 120_000)

const page = (query: object = {}) => room.desk.ledger.page({ round: played.round, size: 200, ...query })

describe('sentences', () => {
  test('say what was decided, by name, in both languages', async () => {
    const { rows } = await page({ group: 'votes' })
    const [ballot] = rows.filter(({ kind }) => kind === 'ballot.cast')
    expect(ballot?.sentence).toEqual({
      'zh-CN': '评样五对 3 号（样例丙焊工技能大师工作室）投同意（纸质票，样例监票人核对）',
      en: '评样五 on no. 3 样例丙焊工技能大师工作室: for (paper ballot, compared by 样例监票人)',
    })
    expect(ballot?.title).toEqual({ 'zh-CN': '投票', en: 'Ballot cast' })
    const closed = rows.find(({ kind }) => kind === 'vote.closed')
    expect(closed?.sentence['zh-CN']).toBe(
      '结束 3 号（样例丙焊工技能大师工作室）的表决：同意 5、反对 0、弃权 0，需要 4 票，通过',
    )
  })

  test('never show an id where a name is meant, and leave no kind untold', async () => {
    let [seen, at] = [0, 1]
    for (;;) {
      const { rows, found } = await page({ page: at })
      for (const { sentence, title, kind } of rows) {
        for (const words of [...Object.values(sentence), ...Object.values(title)]) {
          expect(words, kind).not.toMatch(/packet-\d|expert-\d|round-\d|undefined|\[object|NaN/)
          expect(words.length, kind).toBeGreaterThan(1)
        }
        expect(title['zh-CN']).not.toBe(kind)
      }
      seen += rows.length
      if (seen >= found) break
      at += 1
    }
    expect(seen).toBeGreaterThan(100)
  })
})

describe('filters', () => {
  test('by kind, person, application and day; the newest first', async () => {
    const { round, packets, experts } = played
    const all = await page()
    const { entries } = await room.desk.ledger.list({ round })
    expect([all.entries, all.found]).toEqual([entries.length, entries.length])
    expect(all.rows[0]?.hash).toBe(entries.at(-1)?.hash)

    const own = await page({ person: experts[1], group: 'scoring' })
    expect(own.rows.map(({ kind, by }) => [kind, by.expert])).toEqual(
      packets.map(() => ['sheet.submitted', experts[1]]),
    )
    // Each expert's sheet and ballot name the application in what they say, the check in its subject.
    const about = await page({ packet: packets[2] })
    const kinds = new Set(about.rows.map(({ kind }) => kind))
    for (const kind of ['packet.imported', 'packet.checked', 'sheet.submitted', 'ballot.cast', 'minutes.recorded'])
      expect(kinds).toContain(kind)
    expect(about.rows.every(({ sentence }) => sentence['zh-CN'].includes('3 号'))).toBe(true)

    expect((await page({ from: '2026-11-16', to: '2026-11-16' })).found).toBe(entries.length)
    expect((await page({ to: '2026-11-15' })).found).toBe(0)
    expect((await page({ person: 'program' })).rows.map(({ kind }) => kind)).toEqual(['workbook.verified'])
    expect(all.people).toContainEqual({ person: experts[0], name: '评样一', role: 'expert' })
  })

  test('say whose key signed, and that the secretary entered what was not signed by the person', async () => {
    const { round } = played
    const { people } = await room.desk.signing.show({ round })
    const office = people.find(({ person }) => person === secretary)
    const { rows } = await page({ group: 'signing' })
    const signed = rows.find(({ kind }) => kind === 'workbook.sealed')
    expect(signed?.signature).toMatchObject({ certificate: office?.key?.fingerprint, name: '样例秘书', own: true })
    const unsigned = await page({ group: 'round' })
    expect(unsigned.rows.at(-1)).toMatchObject({ kind: 'round.created', signature: null })
  })
})

describe('export for audit', () => {
  test('lines: the chain can be recomputed from the file alone', async () => {
    const file = await room.desk.ledger.audit({ round: played.round, form: 'jsonl' })
    const [about, ...entries] = (await file.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(about).toMatchObject({ jiangping: 'ledger', sample: true, entries: entries.length })
    expect(checkChains(entries as Entry[])).toEqual([])
    expect(headOf(entries as Entry[])).toBe(about.head)
  })

  test('table: one row for each entry, told in a sentence', async () => {
    const file = await room.desk.ledger.audit({ round: played.round, form: 'xlsx' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await file.arrayBuffer())
    const sheet = book.getWorksheet('台账')
    const { entries } = await room.desk.ledger.list({ round: played.round })
    expect(sheet?.rowCount).toBe(entries.length + 3)
    expect(sheet?.getCell('A1').value).toContain('样例，非正式结果')
    const [first] = entries
    const row = sheet?.getRow(4).values as unknown[]
    expect(row.slice(2, 8)).toEqual([
      1,
      '2026-11-16 09:00',
      '新建评审',
      '样例市人力资源和社会保障局新建评审“样例市 2026 年技能大师工作室期满考核（样例）”（样例）',
      '秘书处',
      '秘书处电脑',
    ])
    expect(row[12]).toBe(first?.hash)
  })
})

test('what is blind in the ledger is blind in its sentences and exports', async () => {
  const blind = openTestHost()
  const { round, experts, packets } = await smallRound(blind, { activity: 'selection', upTo: 'reading' })
  const [expert, packet] = [experts[0], packets[0]]
  await blind.desk.sheets.submit({ round, expert, packet, judgements: {}, opinion: '不可外传的意见' })
  const { rows } = await blind.desk.ledger.page({ round, group: 'scoring' })
  expect(rows.map(({ sentence }) => sentence['zh-CN'])).toContain('提交评分表（内容现在不公开）')
  const lines = await blind.desk.ledger.audit({ round, form: 'jsonl' })
  expect(JSON.stringify(rows) + (await lines.text())).not.toContain('不可外传的意见')
}, 60_000)
