/** What the line says of each applicant, in sentences everybody can read: why, what would have to differ, what to do next. */
import { type Exact, shown } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import type { Candidate, Ground, Line, Standing, Verdict, WayOut } from './line.ts'

export type LineSentences = {
  readonly because: Text
  /** Null where nothing the applicant or the panel did could change it. */
  readonly toDiffer: Text | null
  readonly wayOut: Text | null
}

const standings: Readonly<Record<Exclude<Standing, 'competes'>, Text>> = {
  excluded: text('不符合申报条件，不参加排序', 'does not meet the conditions and is not ranked'),
  withdrawn: text('申报单位撤回申报', 'withdrawn by the unit'),
  'too-few-scores': text('回避后有效评分不足，不能排序', 'too few scores are left after recusals to rank it'),
  held: text('公示异议未处理完，暂缓', 'held until an objection is decided'),
}

const ways: Readonly<Record<WayOut, Text>> = {
  'second-vote': text(
    '对并列的各项举行第二轮表决，得票多者入选',
    'hold a second vote among those tied; most votes are in',
  ),
  'reserve-list': text('并列各项不入选，一并列入备选名单', 'none of those tied is in; all go to the reserve list'),
  'leave-open': text('名额留空，报组织单位研究决定', 'leave the places open and report to the organiser'),
}

/** Says it for one applicant. `nameOf` gives "3号 某某工作室" for an id. */
export function sayVerdict(
  verdict: Verdict,
  line: Line,
  candidates: readonly Candidate[],
  nameOf: (id: string) => string,
): LineSentences {
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const own = known.get(verdict.id)
  const teller = new Teller(verdict, own, known, nameOf)
  const because = teller.because()
  const from = verdict.ground ? groundText(verdict.ground) : null
  const taken = verdict.state === 'reserve' && verdict.rule === 'tie-at-the-line'
  return {
    because: from ? text(`${because['zh-CN']}（${from['zh-CN']}）`, `${because.en} (${from.en})`) : because,
    toDiffer: teller.toDiffer(line),
    wayOut: verdict.state === 'undecided' || taken ? teller.wayOut(line) : null,
  }
}

function groundText({ clause, adopted }: Ground): Text {
  return adopted
    ? text(`组织单位选定：${clause}`, `adopted by the organiser: ${clause}`)
    : text(`依据${clause}`, `by ${clause}`)
}

class Teller {
  readonly #verdict: Verdict
  readonly #own: Candidate | undefined
  readonly #known: ReadonlyMap<string, Candidate>
  readonly #nameOf: (id: string) => string

  constructor(
    verdict: Verdict,
    own: Candidate | undefined,
    known: ReadonlyMap<string, Candidate>,
    nameOf: (id: string) => string,
  ) {
    this.#verdict = verdict
    this.#own = own
    this.#known = known
    this.#nameOf = nameOf
  }

  #names(ids = this.#verdict.against): Text {
    const names = ids.map(this.#nameOf)
    return text(names.join('、'), names.join(', '))
  }

  because(): Text {
    const { rule, limit, left, state, reserve } = this.#verdict
    const inReserve =
      state === 'reserve' ? text(`，列备选第 ${reserve}`, `; number ${reserve} of the reserve`) : text('', '')
    const names = this.#names()
    switch (rule) {
      case 'standing': {
        const standing = this.#own?.standing ?? 'excluded'
        const said = standing === 'competes' ? text('', '') : standings[standing]
        const note = this.#own?.note
        return note ? text(`${said['zh-CN']}：${note}`, `${said.en}: ${note}`) : said
      }
      case 'recommender-cap':
        return text(
          `推荐单位限推 ${limit} 项，按其排序本项列在 ${names['zh-CN']} 之后，超出限额`,
          `its recommender may send ${limit}; in the recommender's own order it stands after ${names.en}`,
        )
      case 'recommender-order':
        return text(
          `推荐单位超出限推的 ${limit} 项，又没有给出排序，不能确定哪些在限额内`,
          `its recommender sent more than ${limit} without an order, so nobody can say which are within`,
        )
      case 'vote':
        return text(
          `表决未通过：需同意 ${limit} 票，得 ${this.#own?.vote?.votes ?? 0} 票`,
          `not passed by vote: ${limit} votes needed, ${this.#own?.vote?.votes ?? 0} given`,
        )
      case 'minimum':
        return text('得分未达到最低要求', 'below the lowest result that may be selected')
      case 'unit-and-trade':
        return state === 'undecided'
          ? text(
              `与 ${names['zh-CN']} 同单位同职业（工种）且得分相同，只能入选一项`,
              `the same unit, trade and result as ${names.en}; only one can be in`,
            )
          : text(
              `同单位同职业（工种）只能入选一项，${names['zh-CN']} 在前`,
              `one for each unit and trade, and ${names.en} ranks before it`,
            )
      case 'depends':
        return text(
          `与 ${names['zh-CN']} 同单位同职业（工种），须待其结果确定`,
          `of the same unit and trade as ${names.en}; it waits for what becomes of them`,
        )
      case 'level-places':
      case 'places': {
        const which = rule === 'places' ? text('名额', 'places') : text('本级别名额', 'places of this level')
        return text(
          `${which['zh-CN']} ${limit} 个已满${inReserve['zh-CN']}`,
          `all ${limit} ${which.en} are taken${inReserve.en}`,
        )
      }
      case 'tie-at-the-line':
        return text(
          `与 ${names['zh-CN']} 并列在入选线上，还剩 ${left} 个名额${state === 'reserve' ? '，一并列入备选' : ''}`,
          `tied with ${names.en} at the line, with ${left} left${state === 'reserve' ? '; all go to the reserve' : ''}`,
        )
      case 'second-vote':
        return state === 'in'
          ? text('并列在线上，第二轮表决得票在前', 'tied at the line and ahead in the second vote')
          : text(
              `并列在线上，第二轮表决得票在后${inReserve['zh-CN']}`,
              `tied at the line and behind in the second vote${inReserve.en}`,
            )
      case 'within':
        return this.#own?.rank
          ? text(`排第 ${this.#own.rank} 名，在名额之内`, `ranked ${this.#own.rank}, within the places`)
          : text('表决通过', 'passed by vote')
    }
  }

  /** What would have to differ for another outcome. */
  toDiffer(line: Line): Text | null {
    const { rule, limit, against, state } = this.#verdict
    const own = this.#own
    switch (rule) {
      case 'vote': {
        const short = (limit ?? 0) - (own?.vote?.votes ?? 0)
        return short > 0 ? text(`再有 ${short} 票同意即通过`, `${short} more votes in favour would pass it`) : null
      }
      case 'recommender-cap':
        return text(`推荐单位须把本项排在前 ${limit}`, `its recommender would have to put it among the first ${limit}`)
      case 'recommender-order':
        return text('须由推荐单位补交排序', 'the recommender has to hand in its order')
      case 'level-places':
      case 'places': {
        const last = this.#lowest(against)
        if (!last?.value || !own?.value) return null
        const gap = last.value.sub(own.value)
        return text(
          `须高于 ${this.#nameOf(last.id)} 的 ${figure(last.value)} 分（现 ${figure(own.value)}，差 ${figure(gap)}）`,
          `it would have to exceed ${figure(last.value)} of ${this.#nameOf(last.id)} (now ${figure(own.value)}, ${figure(gap)} short)`,
        )
      }
      case 'unit-and-trade':
        return state === 'out'
          ? text(
              `须 ${this.#names()['zh-CN']} 不入选，或名次在其之前`,
              `${this.#names().en} not in, or ranked after it`,
            )
          : null
      case 'within':
      case 'second-vote': {
        if (state !== 'in') return null
        const next = this.#highestBelow(line)
        if (!next?.value || !own?.value) return null
        const gap = own.value.sub(next.value)
        return text(
          `比线下最高的 ${this.#nameOf(next.id)} 高 ${figure(gap)} 分`,
          `${figure(gap)} above ${this.#nameOf(next.id)}, the highest below the line`,
        )
      }
      default:
        return null
    }
  }

  wayOut(line: Line): Text {
    const { rule } = this.#verdict
    if (rule === 'recommender-order') return text('请推荐单位补交排序', 'ask the recommender for its order')
    if (rule === 'depends') return text('先确定前项', 'decide on the one before it first')
    if (line.wayOut) {
      const from = groundText(line.wayOut)
      const way = ways[line.wayOut.way]
      return text(`${way['zh-CN']}（${from['zh-CN']}）`, `${way.en} (${from.en})`)
    }
    return text(
      '文件没有规定，也没有选定办法：须先由组织单位选定并记录，不得按列表次序取舍',
      'neither the document nor the organiser says how: adopt a way first; the order of a list must not decide',
    )
  }

  #lowest(ids: readonly string[]): Candidate | undefined {
    return this.#among(ids).toSorted((a, b) => (b.rank ?? 0) - (a.rank ?? 0))[0]
  }

  /** The best of its level that places keep out. */
  #highestBelow(line: Line): Candidate | undefined {
    const below = line.verdicts.filter(
      ({ state, rule }) => (state === 'out' || state === 'reserve') && (rule === 'places' || rule === 'level-places'),
    )
    return this.#among(below.map(({ id }) => id))
      .filter(({ level }) => level === this.#own?.level)
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))[0]
  }

  #among(ids: readonly string[]): Candidate[] {
    return ids.flatMap((id) => this.#known.get(id) ?? [])
  }
}

const figure = (value: Exact): string => shown(value, 2)
