/**
 * Works a round out again from its ledger alone, as an auditor would with the document in hand: annex 2 of 乌人社规〔2023〕1号
 * in whole hundredths of a point. Shares no line with the product's own arithmetic.
 */

export type Line = { kind: string; at: string; subject: string; chain: string; seq: number; payload: unknown }
type Payload = Record<string, unknown>

/** A number of hundredths as [numerator, denominator], in lowest terms. */
export type Ratio = readonly [bigint, bigint]

export type Recount = {
  readonly packets: readonly {
    readonly packet: string
    readonly no: number
    readonly workshop: string
    /** In seat order, in hundredths; null: recused or not handed in. */
    readonly totals: readonly (bigint | null)[]
    /** The same as they count: on a scale of a hundred where the blocks weigh. */
    readonly counted: readonly (Ratio | null)[]
    /** The adopted aggregate. */
    readonly value: Ratio | null
    readonly mean: Ratio | null
    readonly trimmed: Ratio | null
    readonly median: Ratio | null
    readonly rank: number | null
    readonly grade: string | null
    readonly vote: { for: number; against: number; abstain: number; needed: number; passed: boolean } | null
    readonly ballots: readonly string[]
  }[]
  readonly seats: readonly string[]
}

/** Hundredths of a decimal with at most two places. */
function hundredths(spelling: string): bigint {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(spelling) ?? []
  if (whole === undefined) throw new Error(`not hundredths: ${spelling}`)
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0') || '0')
}

const zero = 0n
const notBelowZero = (points: bigint) => (points < zero ? zero : points)
const atMost = (points: bigint, most: bigint) => (points > most ? most : points)

type Facts = Record<string, unknown>
type Marks = Record<string, { deduct: string }>

/** 附件2, line by line: the points of each item in hundredths, block by block. F is the bonus. */
function annex2(facts: Facts, marks: Marks): Record<string, bigint[]> {
  const is = (key: string) => facts[key] === true
  const count = (key: string) => BigInt(facts[key] as number)
  const off = (item: string) => hundredths(marks[item]?.deduct ?? 'missing')
  const all = (key: string, points: bigint) => (is(key) ? points : zero)
  const area = hundredths(String(facts.B2_area_m2))
  const events = facts.E2_events_per_year as number[]
  const everyYear = events.every((held) => held > 0)
  return {
    // 制度建设 10 分
    A: [
      is('A1_exists') ? 200n - off('A1') : zero,
      ...['A2_plan', 'A3_rules_posted', 'A4_sign', 'A5_display'].map((key) => all(key, 200n)),
    ],
    B: [
      // 配套资金不少于10万元，20 分，每少1万元扣2分（不足1万元按比例）
      notBelowZero(2000n - 2n * notBelowZero(1000n - hundredths(String(facts.B1_matching_wan)))),
      // 30平方以上学习交流场所，5 分
      area === zero ? zero : area >= 3000n ? 500n : 500n - off('B2'),
      is('B3_exists') ? 500n - off('B3') : zero,
      // 2名以上正式员工，5 分，每少1人扣2.5分
      notBelowZero(500n - 250n * notBelowZero(2n - count('B4_formal_staff_excl_leader'))),
    ],
    // 技术攻关、研发 15 分
    C: ['C1', 'C2', 'C3', 'C4', 'C5'].map((item) => 300n - off(item)),
    // 带徒传艺 30 分
    D: [
      200n - (is('D1_plan') ? zero : 100n) - (is('D1_roster') ? zero : 100n),
      all('D2_agreement', 100n),
      all('D3_records', 200n),
      notBelowZero(2500n - 500n * notBelowZero(5n - count('D4_trained_high_skilled_2y'))),
    ],
    // 技术交流 10 分
    E: [
      400n - off('E1'),
      everyYear ? 300n : events.some((held) => held > 0) ? 300n - off('E2') : zero,
      all('E3_social_service', 300n),
    ],
    // 加分项目 10 分
    F: [
      atMost(50n * count('F1_technicians') + 100n * count('F1_senior_technicians'), 400n),
      ...['F2_media_evidenced', 'F3_patent_or_award_evidenced', 'F4_paper_or_book_evidenced'].map((key) =>
        all(key, 200n),
      ),
    ],
  }
}

/** What the blocks of annex 2 can have at most, in hundredths. */
const most: Record<string, bigint> = { A: 1000n, B: 3500n, C: 1500n, D: 3000n, E: 1000n }

function lowest(numerator: bigint, denominator: bigint): Ratio {
  let [a, b] = [numerator, denominator]
  while (b !== zero) [a, b] = [b, a % b]
  return [numerator / a, denominator / a]
}

const addUp = (parts: readonly Ratio[]): Ratio =>
  parts.reduce(([a, b], [c, d]) => lowest(a * d + c * b, b * d), [zero, 1n] as Ratio)

const meanOf = (scores: readonly Ratio[]): Ratio => {
  const [numerator, denominator] = addUp(scores)
  return lowest(numerator, denominator * BigInt(scores.length))
}

const isAbove = (a: Ratio, b: Ratio) => a[0] * b[1] > b[0] * a[1]

function aggregateOf(method: unknown, scores: readonly Ratio[]): Ratio | null {
  if (scores.length === 0) return null
  const sorted = scores.toSorted((a, b) => (isAbove(a, b) ? 1 : isAbove(b, a) ? -1 : 0))
  if (method === 'mean') return meanOf(sorted)
  if (method === 'trimmed-mean') return sorted.length < 5 ? null : meanOf(sorted.slice(1, -1))
  // The middle one, or the two around the middle.
  if (method === 'median') return meanOf(sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1))
  throw new Error(`the auditor does not know ${String(method)}`)
}

/** What the organiser adopted: a method alone, or with what it goes over and how many percent each block weighs. */
type Counting = { method: string; over: 'total' | 'item'; weights: Record<string, string> | null }

function countingIn(choice: unknown): Counting {
  return typeof choice === 'string' ? { method: choice, over: 'total', weights: null } : (choice as Counting)
}

/** Points of each item as they count: p of the block's most, times its percents. Hundredths of points. */
function itemsCounted(blocks: Record<string, bigint[]>, { weights }: Counting): Ratio[] {
  return Object.entries(blocks).flatMap(([block, items]) =>
    items.map((points): Ratio => {
      const percent = weights?.[block]
      return percent === undefined ? [points, 1n] : lowest(points * hundredths(percent), most[block] ?? zero)
    }),
  )
}

/** Recounts everything the result says. */
export function recount(lines: readonly Line[]): Recount {
  const facts = new Map<string, Facts>()
  const sheets = new Map<string, Marks>()
  const recused = new Map<string, Set<string>>()
  const numbers = new Map<string, { no: number; workshop: string }>()
  const accepted = new Set<string>()
  const choices = new Map<string, unknown>()
  const ballots = new Map<string, string>()
  const votes = new Map<string, { entitled: string[]; recused: string[]; absent: string[] }>()
  let seats: string[] = []

  for (const { kind, subject, payload: raw } of lines) {
    const payload = raw as Payload
    const pair = `${String(payload.expert)} ${String(payload.packet)}`
    if (kind === 'packet.imported') {
      const fields = payload.fields as Record<string, { value: unknown }>
      numbers.set(subject, { no: payload.no as number, workshop: String(fields.cover_workshop?.value ?? '') })
    } else if (kind === 'packet.checked') {
      if (payload.outcome === 'accepted') accepted.add(subject)
      else accepted.delete(subject)
    } else if (kind === 'packet.withdrawn') accepted.delete(subject)
    else if (kind === 'fact.recorded') {
      facts.set(subject, { ...facts.get(subject), [String(payload.key)]: payload.value })
    } else if (kind === 'panel.constituted') seats = payload.members as string[]
    else if (kind === 'declaration.made') {
      recused.set(subject, new Set((payload.conflicts as { packet: string }[]).map(({ packet }) => packet)))
    } else if (kind === 'choice.adopted') choices.set(String(payload.choice), payload.value)
    else if (kind === 'sheet.submitted') sheets.set(pair, payload.judgements as Marks)
    else if (kind === 'sheet.returned') sheets.delete(pair)
    else if (kind === 'item.reconsidered') {
      const mark = { deduct: String(payload.to), reason: String(payload.reason), pins: [] }
      sheets.set(pair, { ...sheets.get(pair), [String(payload.item)]: mark })
    } else if (kind === 'vote.opened') {
      votes.set(subject, { entitled: payload.entitled as string[], recused: payload.recused as string[], absent: [] })
    } else if (kind === 'ballot.cast') ballots.set(pair, String(payload.choice))
    else if (kind === 'vote.closed') {
      const vote = votes.get(subject)
      if (vote) vote.absent = payload.absent as string[]
    }
  }

  const rule = choices.get('vote-rule') as { numerator: number; denominator: number; strict: boolean; base: string }
  const counting = countingIn(choices.get('aggregation'))
  const packets = [...accepted].map((packet) => {
    const sheetsOf = seats.map((expert) => {
      const marks = recused.get(expert)?.has(packet) ? undefined : sheets.get(`${expert} ${packet}`)
      return marks ? annex2(facts.get(packet) ?? {}, marks) : null
    })
    const rows = sheetsOf.map((sheet) => sheet && itemsCounted(sheet, counting))
    const counted = rows.map((row) => row && addUp(row))
    const given = counted.filter((total) => total !== null)
    const known = rows.filter((row) => row !== null)
    const itemByItem = (known[0] ?? []).map((_, item) =>
      aggregateOf(
        counting.method,
        known.map((row) => row[item] ?? [zero, 1n]),
      ),
    )
    const vote = votes.get(packet)
    const cast = seats.map((expert) => ballots.get(`${expert} ${packet}`) ?? 'none')
    return {
      packet,
      ...(numbers.get(packet) ?? { no: 0, workshop: '' }),
      totals: sheetsOf.map(
        (sheet) =>
          sheet &&
          Object.values(sheet)
            .flat()
            .reduce((sum, points) => sum + points, zero),
      ),
      counted,
      value:
        counting.over === 'item'
          ? addUp(itemByItem.filter((part) => part !== null))
          : aggregateOf(counting.method, given),
      mean: aggregateOf('mean', given),
      trimmed: aggregateOf('trimmed-mean', given),
      median: aggregateOf('median', given),
      ballots: cast,
      vote: vote ? countOf(cast, vote, rule) : null,
    }
  })
  return {
    seats,
    packets: packets
      .map((one) => {
        const { value } = one
        const better = value ? packets.filter((other) => other.value && isAbove(other.value, value)).length : null
        return { ...one, rank: better === null ? null : better + 1, grade: value ? gradeOf(value) : null }
      })
      .toSorted((a, b) => a.no - b.no),
  }
}

/** 第十九条（二）: 90 分及以上优秀，60 分及以上合格，60 分以下不合格. */
function gradeOf([numerator, denominator]: Ratio): string {
  if (numerator >= 9000n * denominator) return '优秀'
  return numerator >= 6000n * denominator ? '合格' : '不合格'
}

function countOf(
  cast: readonly string[],
  { entitled, absent }: { entitled: string[]; absent: string[] },
  rule: { numerator: number; denominator: number; strict: boolean; base: string },
) {
  if (rule.base !== 'present' || rule.strict) throw new Error('the auditor knows "at least, of those present" only')
  const count = (choice: string) => cast.filter((one) => one === choice).length
  const present = entitled.length - absent.length
  // The smallest number of votes whose share reaches the rule's.
  let needed = 0
  while (needed * rule.denominator < rule.numerator * present) needed += 1
  const yes = count('for')
  return { for: yes, against: count('against'), abstain: count('abstain'), needed, passed: yes >= needed }
}

/** Hundredths as "p/q" of whole points, the spelling of the workbook's exact column. */
export function asRatio([numerator, denominator]: Ratio): string {
  const [p, q] = lowest(numerator, denominator * 100n)
  return q === 1n ? `${p}` : `${p}/${q}`
}

/** Rounded half up to two places: "92.60". */
export function asShown([numerator, denominator]: Ratio): string {
  const rounded = (2n * numerator + denominator) / (2n * denominator)
  return `${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`
}

/** A weighed score as a cell shows it: all its places where they end, else rounded half up to four. */
export function asCounted([numerator, denominator]: Ratio): number {
  let rest = denominator
  for (const factor of [2n, 5n]) while (rest % factor === zero) rest /= factor
  const places = rest === 1n ? 10n ** 10n : 100n
  const rounded = (2n * numerator * places + denominator) / (2n * denominator)
  return Number(rounded) / Number(places * 100n)
}

/** Hundredths as the shortest decimal: "77.8". */
export function asDecimal(value: bigint): string {
  return `${value / 100n}.${String(value % 100n).padStart(2, '0')}`.replace(/\.?0+$/, '')
}
