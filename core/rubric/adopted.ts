/** A rubric the organiser adopts where the document has none: made from a table's rows or by hand, its sums checked. */
import { decimal, type Exact, exact, isDecimal, sum } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import { itemsOf, type Rubric } from '../scheme/scheme.ts'

/** One row under 考核项目 | 考核细则 | 分值 | 评分标准; `row` is where it stands in the table. */
export type RubricRow = {
  readonly row: number
  readonly block: string
  readonly detail: string
  readonly points: string
  readonly criterion: string
}

export type RubricSums = { readonly base: string; readonly bonus: string; readonly total: string }

/** What came of a table. `problems` must be mended before it can be adopted; `notes` are for the eye. */
export type RubricDraft = {
  readonly rubric: Rubric | null
  readonly sums: RubricSums | null
  readonly problems: readonly Text[]
  readonly notes: readonly Text[]
}

const totalRow = /^(合计|总计|总分|小计)/
const bonusName = /加分|附加/
/** "考核项目（20分）" says what its rows must come to. */
const statedSum = /[（(]\s*(\d+(?:\.\d+)?)\s*分\s*[）)]/
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

type Row = { block: string; detail: string; points: Exact; spelling: string; criterion: string }

/**
 * Makes a rubric of the rows: a new 考核项目 begins a block, an empty one goes on with the last; every item is judged by
 * the experts. A row 合计 or 总分 is no item: its number is compared with what stands above it.
 */
export function rubricFromRows(rows: readonly RubricRow[], title: string): RubricDraft {
  const problems: Text[] = []
  const read: Row[] = []
  const totals: { row: number; points: string; name: string }[] = []
  for (const { row, block, detail, points, criterion } of rows) {
    const name = totalRow.test(block) ? block : totalRow.test(detail) ? detail : null
    if (name !== null) {
      totals.push({ row, points, name })
      continue
    }
    const spelling = /^(\d+(?:\.\d+)?)分?$/.exec(points.replace(/\s/g, ''))?.[1]
    const belongs = block || read.at(-1)?.block || ''
    if (!belongs) problems.push(inRow(row, '没有考核项目', 'no block'))
    else if (!detail) problems.push(inRow(row, '没有考核细则', 'no item'))
    else if (!spelling || exact(spelling).equals(exact(0))) {
      problems.push(inRow(row, `分值“${points}”应为大于 0 的数`, `"${points}" must be a number above 0`))
    } else read.push({ block: belongs, detail, points: exact(spelling), spelling, criterion: criterion || detail })
  }
  if (problems.length === 0 && read.length === 0) problems.push(text('表头下面没有一项', 'no item below the headings'))
  const names = [...new Set(read.map(({ block }) => block))]
  if (names.length > letters.length)
    problems.push(text(`考核项目超过 ${letters.length} 个`, `more than ${letters.length} blocks`))
  if (problems.length > 0) return { rubric: null, sums: null, problems, notes: [] }

  const blocks = names.map((name, index) =>
    blockOf(
      name,
      letters[index] ?? '',
      read.filter(({ block }) => block === name),
    ),
  )
  const rubric: Rubric = {
    id: 'adopted',
    title: text(title, title),
    origin: { source: 'adopted' },
    facts: [],
    blocks,
    grades: [],
  }
  const sums = sumsOf(rubric)
  return {
    rubric,
    sums,
    problems: [...names.flatMap((name) => statedProblems(name, read)), ...totalProblems(totals, sums)],
    notes: rubricNotes(sums),
  }
}

function blockOf(name: string, id: string, rows: readonly Row[]): Rubric['blocks'][number] {
  const plain = name.replace(statedSum, '').trim() || name
  return {
    id,
    name: text(plain, plain),
    bonus: bonusName.test(name),
    items: rows.map(({ detail, spelling, criterion }, index) => ({
      id: `${id}${index + 1}`,
      name: text(detail, detail),
      max: spelling,
      criterion: text(criterion, criterion),
      rule: { kind: 'judgement' },
    })),
  }
}

/** What the blocks come to. */
export function sumsOf(rubric: Rubric): RubricSums {
  const pointsIn = (isBonus: boolean) =>
    sum(
      rubric.blocks.filter(({ bonus }) => bonus === isBonus).flatMap(({ items }) => items.map(({ max }) => exact(max))),
    )
  const [base, bonus] = [pointsIn(false), pointsIn(true)]
  return { base: decimal(base), bonus: decimal(bonus), total: decimal(base.add(bonus)) }
}

/** What must be mended in a rubric made by hand before a round can adopt it. */
export function rubricProblems(rubric: Rubric): Text[] {
  const ids = [...rubric.blocks.map(({ id }) => id), ...itemsOf(rubric).map(({ id }) => id)]
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const astray = rubric.blocks.flatMap(({ id, items }) =>
    items.filter((item) => !item.id.startsWith(id)).map((item) => item.id),
  )
  const empty = itemsOf(rubric).filter(({ max }) => !isDecimal(max) || exact(max).lte(exact(0)))
  const bounds = rubric.grades.map(({ from }) => exact(from))
  const falls = bounds.every((bound, index) => index === 0 || bound.lt(bounds[index - 1] ?? bound))
  const last = bounds.at(-1)
  const top = exact(sumsOf(rubric).total)
  return [
    ...twice.map((id) => text(`编号 ${id} 重复`, `${id} is used twice`)),
    ...astray.map((id) => text(`${id} 不属于它所在的考核项目`, `${id} does not belong to its block`)),
    ...empty.map(({ id }) => text(`${id} 的分值应大于 0`, `${id} must have more than 0 points`)),
    ...(falls ? [] : [text('等次的下限应由高到低', 'the grades must fall from the best to the worst')]),
    ...(last === undefined || last.equals(exact(0))
      ? []
      : [text('最低一等的下限应为 0', 'the lowest grade must begin at 0')]),
    ...(bounds[0]?.gt(top) ? [text('最高一等的下限高于总分，没有人能达到', 'nobody can reach the best grade')] : []),
  ]
}

function statedProblems(name: string, rows: readonly Row[]): Text[] {
  const stated = statedSum.exec(name)?.[1]
  const real = sum(rows.filter(({ block }) => block === name).map(({ points }) => points))
  if (stated === undefined || exact(stated).equals(real)) return []
  return [text(`“${name}”各项相加为 ${decimal(real)} 分`, `the items of "${name}" come to ${decimal(real)}`)]
}

function totalProblems(totals: readonly { row: number; points: string; name: string }[], sums: RubricSums): Text[] {
  return totals.flatMap(({ row, points, name }) => {
    const spelling = /\d+(?:\.\d+)?/.exec(points)?.[0]
    if (!spelling || /^小计/.test(name)) return []
    const isRight = [sums.base, sums.total].some((one) => exact(one).equals(exact(spelling)))
    return isRight
      ? []
      : [
          inRow(
            row,
            `${name}写 ${spelling} 分，各项相加为 ${sums.total} 分`,
            `${name} says ${spelling}, the items come to ${sums.total}`,
          ),
        ]
  })
}

function rubricNotes({ base, bonus }: RubricSums): Text[] {
  return [
    ...(base === '100' ? [] : [text(`基础分合计 ${base} 分，不是 100 分`, `the base points come to ${base}, not 100`)]),
    ...(bonus === '0' ? [] : [text(`另有加分 ${bonus} 分`, `${bonus} bonus points besides`)]),
  ]
}

function inRow(row: number, zh: string, en: string): Text {
  return text(`第 ${row} 行：${zh}`, `row ${row}: ${en}`)
}
