// The ledger holds, cannot be changed, and is enough: the rows, the result and the workbook all follow from it.
import path from 'node:path'
import { getTableName } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkChains, type Entry } from '#core/ledger/entry.ts'
import { openRoundFile } from '#db/open.ts'
import { allEntries } from '#db/queries/ledger.ts'
import { projectedTables, replay } from '#db/replay.ts'
import { openTestHost, type SmallRound, scratchFolder, smallRound } from '#test/room.ts'
import { type FixedRound, playFixedRound } from './fixed-round.ts'
import { asDecimal, asRatio, asShown, recount } from './recount.ts'

const room = openTestHost()
const { desk, host } = room
let fixed: FixedRound
/** Seven experts with a recusal and a trimmed mean, five applications. */
let sample: SmallRound
beforeAll(async () => {
  fixed = await playFixedRound(room)
  sample = await smallRound(room, { activity: 'term-assessment', experts: 7, packets: 5, upTo: 'end' })
}, 120_000)

const fileOf = (round: string) => host.store.round(round)
const rounds = () => [fixed.round, sample.round]

describe('the chain', () => {
  test('holds, without a gap, from the first entry to the head on every paper', async () => {
    for (const round of rounds()) {
      const { entries, head } = await desk.ledger.list({ round })
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
      expect(entries.at(-1)?.hash).toBe(head)
      expect(await desk.ledger.verify({ round })).toEqual({ ok: true, entries: entries.length, head, problems: [] })
      expect((await desk.rounds.show({ round })).ledger).toEqual({ entries: entries.length, head })
    }
  })

  test('after scoring is closed the ledger hides nothing', async () => {
    const { entries } = await desk.ledger.list({ round: fixed.round })
    expect(entries.filter(({ payload }) => payload === null)).toEqual([])
  })
})

describe('the file itself', () => {
  const run = (statement: string) => () => fileOf(fixed.round).$client.exec(statement)

  test.each([
    [`update ledger set payload = '{}' where seq = 3`],
    [`update ledger set at = at where seq = 1`],
    [`delete from ledger where seq = (select max(seq) from ledger)`],
    [`delete from ledger`],
    [`insert or replace into ledger select * from ledger where seq = 2`],
    [`replace into ledger select chain, seq, round, kind, at, "by", subject, '{}', prev, hash, null from ledger`],
    [`insert into ledger select chain, 999, round, kind, at, "by", subject, '{}', prev, hash, null from ledger`],
  ])('refuses %s', (statement) => {
    const before = allEntries(fileOf(fixed.round))
    expect(run(statement)).toThrow('the ledger is append-only')
    expect(allEntries(fileOf(fixed.round))).toEqual(before)
  })

  test('finds what somebody changed with other tools', async () => {
    const { round } = await smallRound(room, { activity: 'selection', upTo: 'panel' })
    const file = fileOf(round)
    // The triggers are dropped, as one would who edits the file by hand; then one digit of one payload changes.
    file.$client.exec('drop trigger ledger_never_updated')
    const change = (column: string, from: string, to: string, seq: number) =>
      file.$client.prepare(`update ledger set ${column} = replace(${column}, ?, ?) where seq = ?`).run(from, to, seq)
    const seq = allEntries(file).find(({ kind }) => kind === 'packet.imported')?.seq ?? 0
    change('payload', '13800001101', '13800001107', seq)
    expect(await desk.ledger.verify({ round })).toMatchObject({
      ok: false,
      problems: [{ chain: host.store.chain, seq, why: 'hash' }],
    })
    change('payload', '13800001107', '13800001101', seq)
    expect((await desk.ledger.verify({ round })).ok).toBe(true)
    const { hash } = allEntries(file)[3] as Entry
    change('hash', hash, hash.replaceAll(/[0-9]/g, '0'), 4)
    expect((await desk.ledger.verify({ round })).problems.map(({ seq, why }) => [seq, why])).toEqual([
      [4, 'hash'],
      [5, 'link'],
    ])
    change('hash', hash.replaceAll(/[0-9]/g, '0'), hash, 4)
    file.$client.exec('drop trigger ledger_never_deleted; delete from ledger where seq = 3')
    expect((await desk.ledger.verify({ round })).problems.map(({ seq, why }) => [seq, why])).toEqual([[4, 'gap']])
  })

  test('one changed character in any column of any entry is found', () => {
    const entries = allEntries(fileOf(fixed.round))
    const bend = (words: string) => (words.startsWith('x') ? `y${words.slice(1)}` : `x${words.slice(1)}`)
    for (const [index, entry] of entries.entries()) {
      for (const column of ['round', 'kind', 'at', 'subject', 'prev', 'hash'] as const) {
        const bent = { ...entry, [column]: bend(entry[column]) }
        expect(checkChains(entries.with(index, bent)), `${entry.seq} ${column}`).not.toEqual([])
      }
      const payload = JSON.parse(JSON.stringify(entry.payload).replace(/"([^"])/, '"_$1'))
      expect(checkChains(entries.with(index, { ...entry, payload })), `${entry.seq} payload`).not.toEqual([])
    }
  })
})

describe('replaying the ledger', () => {
  /** Every row of every table that follows from the ledger. */
  function dump(file: ReturnType<typeof fileOf>): Record<string, unknown[]> {
    const projected = ['ledger', ...projectedTables().map((table) => getTableName(table))]
    return Object.fromEntries(
      projected.toSorted().map((name) => {
        const rows = file.$client.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]
        const spelled = rows.map((row) => JSON.stringify(row)).toSorted()
        return [name, spelled]
      }),
    )
  }

  /** Tables that the rounds played here have nothing for. */
  const unused = [
    'reconsiderations',
    'doubts',
    'arrangements',
    'alternates',
    'attendance',
    'former_members',
    'officers',
    'reopenings',
    'eligibility_decisions',
    'eligibility_facts',
    'final_list',
    'line_decisions',
    'objections',
    'packet_versions',
    'publications',
    // Rows of planned and signed visits: test/host/visits.test.ts.
    'visit_signatures',
    'visit_stops',
  ]

  function rebuilt(entries: readonly Entry[]): ReturnType<typeof fileOf> {
    const file = openRoundFile(path.join(scratchFolder(), 'again.sqlite'))
    const scheme = host.schemes.get('urumqi-2023')
    if (!scheme) throw new Error('no scheme')
    replay(entries, file, scheme)
    return file
  }

  test('gives the same rows in every table', () => {
    for (const round of rounds()) {
      const original = fileOf(round)
      const again = rebuilt(allEntries(original))
      const [left, right] = [dump(again), dump(original)]
      again.$client.close()
      expect(Object.keys(left)).toEqual([
        'alternates',
        'arrangements',
        'attendance',
        'ballots',
        'choices',
        'closed_stages',
        'doubts',
        'eligibility_decisions',
        'eligibility_facts',
        'experts',
        'facts',
        'final_list',
        'former_members',
        'imports',
        'judgements',
        'ledger',
        'line_decisions',
        'members',
        'minutes',
        'objections',
        'officers',
        'packet_fields',
        'packet_files',
        'packet_versions',
        'packets',
        'publications',
        'reconsiderations',
        'recusals',
        'reopenings',
        'results',
        'rounds',
        'sheets',
        'visit_signatures',
        'visit_stops',
        'visits',
        'votes',
      ])
      for (const [table, rows] of Object.entries(left)) {
        if (!unused.includes(table)) expect(rows.length, table).toBeGreaterThan(0)
        expect(rows, table).toEqual(right[table])
      }
    }
  })

  test('does not hang on the order in which the entries are read', () => {
    const entries = allEntries(fileOf(fixed.round))
    const again = rebuilt(entries.toReversed())
    expect(dump(again)).toEqual(dump(fileOf(fixed.round)))
    again.$client.close()
  })

  test('keeps the order of decisions when the clock was set back in the middle', async () => {
    const other = openTestHost()
    const { round } = await smallRound(other, { activity: 'selection', upTo: 'recusal' })
    other.setClock('2026-11-15T22:00:00Z')
    const { members } = await other.desk.panel.show({ round })
    for (const { expert } of members) await other.desk.recusals.declare({ round, expert, conflicts: [] })
    await other.desk.stages.close({ round, stage: 'recusal' })
    const original = other.host.store.round(round)
    const again = rebuilt(allEntries(original))
    expect(dump(again)).toEqual(dump(original))
    again.$client.close()
    expect((await other.desk.ledger.verify({ round })).ok).toBe(true)
  })

  test('is refused when the ledger does not hold, and writes nothing', () => {
    const entries = allEntries(fileOf(fixed.round))
    const file = openRoundFile(path.join(scratchFolder(), 'broken.sqlite'))
    const scheme = host.schemes.get('urumqi-2023')
    if (!scheme) throw new Error('no scheme')
    expect(() => replay(entries.toSpliced(4, 1), file, scheme)).toThrow('The ledger is broken from entry 6: gap.')
    expect(() => replay(entries, file, { ...scheme, version: 2 })).toThrow('There is no scheme "urumqi-2023".')
    expect(allEntries(file)).toEqual([])
    file.$client.close()
  })
})

describe.each([
  ['five experts, three applications, a plain mean', () => fixed.round],
  ['seven experts, five applications, a recusal, a trimmed mean', () => sample.round],
])('an auditor with the ledger and the document: %s', (_, roundOf) => {
  const counted = async () => recount((await desk.ledger.list({ round: roundOf() })).entries)

  test('gets the same totals, aggregates, ranks, grades and votes', async () => {
    const mine = await counted()
    const { rows } = await desk.results.compute({ round: roundOf() })
    expect(rows.length).toBe(mine.packets.length)
    for (const own of mine.packets) {
      const row = rows.find(({ packet }) => packet === own.packet)
      expect(row?.scores.map(({ total }) => total)).toEqual(own.totals.map((total) => total && asDecimal(total)))
      expect(row?.exact).toBe(own.value && asRatio(own.value))
      expect(row?.shown).toBe(own.value && asShown(own.value))
      expect(row?.mean).toBe(own.mean && asShown(own.mean))
      expect([row?.rank, row?.grade?.['zh-CN']]).toEqual([own.rank, own.grade])
      const { sentence: _, ...vote } = row?.vote ?? { sentence: null }
      delete (vote as { tied?: boolean }).tied
      expect(vote).toEqual(own.vote)
    }
  })

  test('finds the same in the cells of the exported workbook', async () => {
    const mine = await counted()
    const out = path.join(scratchFolder(), 'papers')
    const { workbook, ledgerHead } = await desk.papers.export({ round: roundOf(), out })
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(workbook)

    const summary = tableOf(book, '评分汇总表')
    const ranking = tableOf(book, '排序与建议名单')
    const ballots = tableOf(book, '实名表决表')
    for (const own of mine.packets) {
      const totals = mine.seats.map((_, index) => summary.at(own.no, new RegExp(`^${index + 1}席`)))
      expect(totals).toEqual(own.totals.map((total) => (total === null ? '回避' : Number(asDecimal(total)))))
      expect(summary.at(own.no, /^平均分$/)).toBe(own.mean && Number(asShown(own.mean)))
      expect(summary.at(own.no, /^采用分$/)).toBe(own.value && Number(asShown(own.value)))
      expect([summary.at(own.no, /^名次$/), summary.at(own.no, /^等次$/)]).toEqual([own.rank, own.grade])

      expect(ranking.at(own.no, /^工作室$/)).toBe(own.workshop)
      expect(ranking.at(own.no, /^精确值$/)).toBe(own.value && asRatio(own.value))
      expect(ranking.at(own.no, /^名次$/)).toBe(own.rank)
      expect(ranking.at(own.no, /^等次$/)).toBe(own.grade)
      expect(ranking.at(own.no, /^表决/)).toBe(`${own.vote?.for} / ${own.vote?.against} / ${own.vote?.abstain}`)
      expect(ranking.at(own.no, /^结论$/)).toBe(own.vote?.passed ? own.grade : `${own.grade}（表决未通过，待复议）`)

      const words: Record<string, string[]> = {
        for: ['同意'],
        against: ['反对'],
        abstain: ['弃权'],
        none: ['回避', '缺席'],
      }
      for (const [index, choice] of own.ballots.entries()) {
        expect(words[choice]).toContain(ballots.at(own.no, new RegExp(`^${index + 1}席`)))
      }
      const count = [/^同意$/, /^反对$/, /^弃权$/, /^需要票数$/].map((head) => ballots.at(own.no, head))
      expect(count).toEqual([own.vote?.for, own.vote?.against, own.vote?.abstain, own.vote?.needed])
      expect(ballots.at(own.no, /^结果$/)).toBe(own.vote?.passed ? '通过' : '未通过')
    }

    // The workbook names the ledger it was made from: the head before the entry that records the export.
    const { entries } = await desk.ledger.list({ round: roundOf() })
    expect(ledgerHead).toBe(entries.at(-1)?.hash)
    expect(textsOf(book, '校验数据')).toContain(entries.at(-2)?.hash)
  })
})

/** The first table of a sheet: cells by the number of an application and the words of a heading. */
function tableOf(book: ExcelJS.Workbook, name: string) {
  const sheet = book.getWorksheet(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  const rows: ExcelJS.CellValue[][] = []
  sheet.eachRow((row) => {
    const cells: ExcelJS.CellValue[] = []
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column] = cell.value
    })
    rows.push(cells)
  })
  const plain = (value: ExcelJS.CellValue) => (typeof value === 'string' ? value.replaceAll('\n', '') : '')
  const start = rows.findIndex((cells) => cells.some((value) => plain(value) === '编号'))
  const heads = (rows[start] ?? []).map(plain)
  const body = rows.slice(start + 1)
  return {
    at(no: number, head: RegExp): ExcelJS.CellValue | undefined {
      const column = heads.findIndex((words) => words !== undefined && head.test(words))
      const key = heads.indexOf('编号')
      if (column < 0) throw new Error(`${name} has no column ${head}`)
      return body.find((cells) => cells[key] === no)?.[column]
    },
  }
}

function textsOf(book: ExcelJS.Workbook, name: string): unknown[] {
  const texts: unknown[] = []
  book.getWorksheet(name)?.eachRow((row) => row.eachCell((cell) => texts.push(cell.value)))
  return texts
}
