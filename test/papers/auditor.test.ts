/**
 * An auditor with nothing but result.xlsx: opens it as a zip, reads its XML by hand, recounts everything from the entries
 * in 校验数据, and holds every printed total, rank, coefficient and ballot against it. Shares no line with the exporter.
 */
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PlayRequest } from '#host/sample/play.ts'
import { asCounted, asDecimal, asRatio, asShown, type Line, type Recount, recount } from '#test/host/recount.ts'
import { openTestHost, smallRound } from '#test/room.ts'

type Grid = ReadonlyMap<string, string>

/** The parts of a zip, by its central directory. */
function partsOf(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, note] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [number, number, number]
    const header = zip.readUInt32LE(at + 42)
    const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
    const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20))
    const bytes = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
    parts.set(zip.toString('utf8', at + 46, at + 46 + name), bytes.toString('utf8'))
    at += 46 + name + extra + note
  }
  return parts
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const plain = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Every sheet by name, its cells by address. */
function gridsOf(zip: Buffer): Map<string, Grid> {
  const parts = partsOf(zip)
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, one]) =>
    plain(one ?? ''),
  )
  const relations = new Map(
    [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      /Id="([^"]*)"/.exec(tag)?.[1] ?? '',
      /Target="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  )
  return new Map(
    [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
      const name = plain(/name="([^"]*)"/.exec(tag)?.[1] ?? '')
      const xml = parts.get(`xl/${relations.get(/r:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? ''}`) ?? ''
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(
        ([, address, look, inner]) => {
          const value = plain(/<v>([\s\S]*?)<\/v>/.exec(inner ?? '')?.[1] ?? '')
          return [address ?? '', look?.includes('t="s"') ? (strings[Number(value)] ?? '') : value] as const
        },
      )
      return [name, new Map(cells)] as const
    }),
  )
}

/** The cells of a sheet row by row, from left to right. */
function rowsOf(grid: Grid): string[][] {
  const place = (address: string) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
    return { row: Number(row), column }
  }
  const cells = [...grid].filter(([, value]) => value !== '').map(([address, value]) => ({ ...place(address), value }))
  const rows = Map.groupBy(cells, ({ row }) => row)
  return [...rows.keys()]
    .toSorted((a, b) => a - b)
    .map((row) => (rows.get(row) ?? []).toSorted((a, b) => a.column - b.column).map(({ value }) => value))
}

/** The ledger as 校验数据 carries it. Withheld entries have no payload; what they said is printed elsewhere. */
function ledgerIn(grid: Grid): Line[] {
  const lines: Line[] = []
  let act: Record<string, unknown> | null = null
  for (const row of rowsOf(grid)) {
    const at = row.findIndex((cell) => cell.startsWith('{'))
    if (at < 0) continue
    const said = JSON.parse(row.slice(at).join('')) as Record<string, unknown>
    if (said.jiangping === 'act') act = said
    else if (said.jiangping === 'entry-of-act') lines.push({ ...act, ...said } as unknown as Line)
    else if (said.jiangping === 'entry') lines.push(said as unknown as Line)
    else if (said.jiangping === 'withheld') {
      lines.push({ ...said, payload: { fields: {}, no: 0 } } as unknown as Line)
    }
  }
  return lines
}

/** Kendall's W, in doubled ranks and whole numbers, over the applications that all experts scored. */
function kendall(counted: Recount): { corrected: number; uncorrected: number } {
  const full = counted.packets.filter(({ counted }) => counted.every((total) => total !== null))
  const [m, n] = [counted.seats.length, full.length]
  const sums = full.map(() => 0)
  let ties = 0
  for (let seat = 0; seat < m; seat += 1) {
    const marks = full.map(({ counted }) => counted[seat] ?? [0n, 1n])
    marks.forEach(([a, b], at) => {
      const higher = marks.filter(([c, d]) => c * b > a * d).length
      const equal = marks.filter(([c, d]) => c * b === a * d).length
      sums[at] = (sums[at] ?? 0) + 2 * higher + equal + 1
      // Each of t equals adds its share of t³ − t.
      ties += equal ** 2 - 1
    })
  }
  // Doubled ranks make S four times as large.
  const s = sums.reduce((total, sum) => total + (sum - m * (n + 1)) ** 2, 0) / 4
  const whole = m ** 2 * (n ** 3 - n)
  return { corrected: (12 * s) / (whole - m * ties), uncorrected: (12 * s) / whole }
}

const choices: Record<string, string> = { for: '同意', against: '反对', abstain: '弃权' }

/** Of a hundred: the suggested A 10, B 35, C 15, D 30, E 10 turned towards what a workshop brings about. */
const weights = { A: '15', B: '17.5', C: '30', D: '27.5', E: '10' }

type Variant = { name: string; aggregation: PlayRequest['aggregation']; packets: number; withVote: boolean }
const variants: Variant[] = [
  { name: 'a trimmed mean of totals', aggregation: 'trimmed-mean', packets: 5, withVote: true },
  // One of the seven is recused from the eighth: the median there is the mean of the third and the fourth of six.
  { name: 'a median of totals', aggregation: 'median', packets: 8, withVote: false },
  {
    name: 'a mean of weighed totals',
    aggregation: { method: 'mean', over: 'total', weights },
    packets: 5,
    withVote: false,
  },
  {
    name: 'a trimmed mean item by item',
    aggregation: { method: 'trimmed-mean', over: 'item', weights: null },
    packets: 5,
    withVote: false,
  },
  {
    name: 'a median item by item with weights',
    aggregation: { method: 'median', over: 'item', weights },
    packets: 8,
    withVote: true,
  },
]

describe.each(variants)(
  'result.xlsx of seven experts and $packets applications by $name',
  ({ aggregation, packets: count, withVote }) => {
    const room = openTestHost()
    let grids: Map<string, Grid>
    let counted: Recount

    beforeAll(async () => {
      const { round } = await smallRound(room, {
        activity: 'term-assessment',
        experts: 7,
        packets: count,
        aggregation,
        withVote,
        upTo: 'end',
      })
      // The workbook carries the ledger once the round has keys.
      await room.desk.signing.begin({ round, name: '样例秘书', pin: '246810', algorithm: 'ES256' })
      const file = await room.desk.papers.workbook({ round })
      grids = gridsOf(Buffer.from(await file.arrayBuffer()))
      const numbers = [...(grids.get('校验数据')?.values() ?? [])].find((cell) =>
        cell.includes('"jiangping":"workbook"'),
      )
      const { packets } = JSON.parse(numbers ?? '{}') as { packets: { packet: string; no: number }[] }
      const number = new Map(packets.map(({ packet, no }) => [packet, no]))
      const again = recount(ledgerIn(grids.get('校验数据') ?? new Map()))
      counted = {
        ...again,
        packets: again.packets
          .map((one) => ({ ...one, no: number.get(one.packet) ?? 0 }))
          .toSorted((a, b) => a.no - b.no),
      }
      // A whole round is played first, on slow machines with others at work.
    }, 240_000)

    const rowsIn = (name: string) => {
      const grid = grids.get(name)
      if (!grid) throw new Error(`no sheet ${name} among ${[...grids.keys()].join(', ')}`)
      return rowsOf(grid)
    }
    const two = (value: bigint) => Number(asDecimal(value))

    test('has every sheet', () => {
      const names = [...grids.keys()].map((name) => name.replace(/-\d.*/, ''))
      expect([...new Set(names)]).toEqual([
        ...['封面', '评分汇总表', '个人评分表', '事实与推导', '现场考察记录', '评议纪要与不同意见'],
        ...(withVote ? ['实名表决表'] : []),
        ...['排序与建议名单', '一致性与稳健性', '回避与出席', '签名清单', '校验数据'],
      ])
    })

    test('says on cover and minutes that nobody confirmed the result in the room', () => {
      expect(rowsIn('封面')).toContainEqual(['结果核对', '未经会上确认'])
      expect(rowsIn('评议纪要与不同意见')).toContainEqual(['结果核对：未经会上确认'])
    })

    test('every total, aggregate, rank and grade of the summary', () => {
      const rows = rowsIn('评分汇总表')
      expect(counted.packets).toHaveLength(count)
      for (const { no, counted: scores, value, mean, trimmed, median, rank, grade } of counted.packets) {
        const row = rows.find((cells) => cells[0] === String(no) && cells.length > 10) ?? []
        const marks = row.slice(3, 3 + scores.length)
        expect(marks.map((mark) => (mark === '回避' ? null : Number(mark)))).toEqual(
          scores.map((score) => (score === null ? null : asCounted(score))),
        )
        const figures = row.slice(3 + scores.length)
        expect(figures.slice(0, 4).map(Number)).toEqual(
          [mean, trimmed, median, value].map((figure) => Number(figure && asShown(figure))),
        )
        expect([Number(figures[4]), figures[5]]).toEqual([rank, grade])
      }
    })

    test('every total on the sheets of the single experts', () => {
      const sheets = [...grids.keys()].filter((name) => name.startsWith('个人评分表'))
      expect(sheets).toHaveLength(7)
      sheets.forEach((name, seat) => {
        const rows = rowsIn(name)
        for (const { no, totals } of counted.packets) {
          const row = rows.find((cells) => cells[0] === String(no)) ?? []
          const total = totals[seat] ?? null
          expect(row[6] === '回避' ? null : Number(row[6]), `${name} ${no}`).toBe(total === null ? null : two(total))
        }
        const last = rows.find((cells) => cells[0] === '总分') ?? []
        const own = counted.packets.flatMap(({ totals }) => (totals[seat] == null ? [] : [two(totals[seat])]))
        expect(last.slice(1).map(Number), name).toEqual(own)
      })
    })

    test('rank and exact value of the ranking', () => {
      const rows = rowsIn('排序与建议名单')
      for (const { no, rank, value } of counted.packets) {
        const row = rows.find((cells) => cells[1] === String(no) && cells.length > 9) ?? []
        expect([Number(row[0]), row[7]]).toEqual([rank, value && asRatio(value)])
      }
    })

    test("Kendall's W, with and without the correction for ties", () => {
      const { corrected, uncorrected } = kendall(counted)
      const rows = rowsIn('一致性与稳健性')
      const head = rows.findIndex((cells) => cells[0]?.startsWith('Kendall W'))
      const row = rows[head + 1] ?? []
      expect(Number(row[0])).toBeCloseTo(corrected, 6)
      expect(Number(row[1])).toBeCloseTo(uncorrected, 6)
    })

    test.runIf(withVote)('every ballot by name, and every count', () => {
      const rows = rowsIn('实名表决表')
      for (const { no, ballots, vote } of counted.packets) {
        const row = rows.find((cells) => cells[0] === String(no) && cells.length > 10) ?? []
        const printed = row.slice(4, 4 + ballots.length)
        expect(printed.map((word) => (word === '回避' ? 'none' : word))).toEqual(
          ballots.map((choice) => choices[choice] ?? 'none'),
        )
        const [yes, no_, abstain, needed, result] = row.slice(4 + ballots.length)
        expect([yes, no_, abstain, needed].map(Number)).toEqual([vote?.for, vote?.against, vote?.abstain, vote?.needed])
        expect(result).toBe(vote?.passed ? '通过' : '未通过')
      }
    })
  },
)
