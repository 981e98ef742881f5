/** Lints of one rubric: facts, sums, caps, grades. */
import { decimal, type Exact, exact, sum } from '../../exact/exact.ts'
import { text } from '../../lang.ts'
import { factsOfRule } from '../../rubric/facts.ts'
import { type FactDefinition, type ItemRule, itemsOf, type Rubric, type RubricItem } from '../rubric.ts'
import { at, type Finding, repeated } from './finding.ts'

const typesOf: Record<ItemRule['kind'], readonly FactDefinition['type'][]> = {
  'all-or-nothing': ['yes-no'],
  judgement: ['yes-no'],
  shortfall: ['decimal', 'count'],
  'standard-or-judgement': ['decimal', 'count'],
  'fixed-deductions': ['yes-no'],
  'every-year': ['counts-per-year'],
  'per-head': ['count'],
}

/** Everything wrong with one rubric. */
export function lintRubric(rubric: Rubric): Finding[] {
  return [...lintFacts(rubric), ...lintSums(rubric), ...lintGrades(rubric)]
}

function lintFacts(rubric: Rubric): Finding[] {
  const { error, warning } = at(`rubrics.${rubric.id}`)
  const facts = new Map(rubric.facts.map((fact) => [fact.key, fact]))
  const items = itemsOf(rubric)
  const used = items.flatMap(({ rule }) => factsOfRule(rule))
  return [
    ...repeated(items.map(({ id }) => id)).map((id) =>
      error('repeated-id', text(`有两个项目编号为 ${id}`, `Two items have the id ${id}`), `items.${id}`),
    ),
    ...repeated(rubric.facts.map(({ key }) => key)).map((key) =>
      error('repeated-id', text(`事实 ${key} 写了两次`, `The fact ${key} stands twice`), `facts.${key}`),
    ),
    ...items.flatMap((item) =>
      factsOfRule(item.rule).flatMap((key) => {
        const fact = facts.get(key)
        const place = `items.${item.id}`
        if (!fact) {
          const why = text(
            `${item.id} 引用了没有定义的事实 ${key}`,
            `${item.id} names the fact ${key}, which does not exist`,
          )
          return [error('unknown-fact', why, place)]
        }
        if (typesOf[item.rule.kind].includes(fact.type)) return []
        const why = text(
          `${item.id} 的算法读不了事实 ${key} 的类型（${fact.type}）`,
          `The rule of ${item.id} cannot read the fact ${key}, which is of type ${fact.type}`,
        )
        return [error('wrong-fact-type', why, place)]
      }),
    ),
    ...rubric.facts
      .filter(({ key }) => !used.includes(key))
      .map(({ key, name }) =>
        warning('unused-fact', text(`“${name['zh-CN']}”没有项目用到`, `No item uses "${name.en}"`), `facts.${key}`),
      ),
    ...repeated(used).map((key) =>
      warning('shared-fact', text(`两个项目都按事实 ${key} 计分`, `Two items score the fact ${key}`), `facts.${key}`),
    ),
  ]
}

function lintSums(rubric: Rubric): Finding[] {
  const { warning } = at(`rubrics.${rubric.id}`)
  const { base } = maxima(rubric)
  const whole = base.equals(exact(100))
    ? []
    : [
        warning(
          'rubric-sum',
          text(`基础分合计 ${decimal(base)}，不是 100`, `The base points add up to ${decimal(base)}, not 100`),
        ),
      ]
  return [...whole, ...itemsOf(rubric).flatMap((item) => lintItem(rubric, item))]
}

function lintItem(rubric: Rubric, { id, max, rule }: RubricItem): Finding[] {
  const { error, warning } = at(`rubrics.${rubric.id}.items.${id}`)
  const most = exact(max)
  switch (rule.kind) {
    case 'shortfall': {
      const fact = rubric.facts.find(({ key }) => key === rule.fact)
      if (exact(rule.unit).equals(exact(0))) {
        return [error('bad-unit', text(`${id} 每少 0 不成立`, `${id}: a unit of nothing`))]
      }
      const off = exact(rule.target).div(exact(rule.unit)).mul(exact(rule.deduct))
      const left = off.lt(most)
        ? [
            warning(
              'points-for-nothing',
              text(
                `${id} 一点没有也只扣 ${decimal(off)} 分，还得 ${decimal(most.sub(off))} 分`,
                `${id}: with nothing at all ${decimal(off)} are deducted and ${decimal(most.sub(off))} remain`,
              ),
            ),
          ]
        : []
      const needsReading = fact?.type === 'decimal' && !rule.fractions
      return needsReading
        ? [
            ...left,
            error(
              'fraction-unread',
              text(
                `${id} 的事实可以有小数，却没有说明不足一个单位怎么算`,
                `${id}: the fact may be a fraction, and no reading of a part of a unit is asked for`,
              ),
            ),
          ]
        : left
    }
    case 'fixed-deductions': {
      const off = sum(rule.parts.map(({ deduct }) => exact(deduct)))
      if (off.equals(most)) return []
      const why = off.gt(most)
        ? text(
            `${id} 各项扣分合计 ${decimal(off)}，超过分值 ${max}`,
            `${id}: the deductions add up to ${decimal(off)}, more than its ${max}`,
          )
        : text(
            `${id} 全部缺少也只扣 ${decimal(off)} 分，分值是 ${max}`,
            `${id}: all missing costs ${decimal(off)} of its ${max}`,
          )
      return [warning(off.gt(most) ? 'cap' : 'points-for-nothing', why)]
    }
    case 'per-head':
      return rule.parts
        .filter(({ each }) => exact(each).gt(most))
        .map(({ each }) =>
          warning(
            'cap',
            text(`${id} 每人 ${each} 分，一人就超过分值 ${max}`, `${id}: one head, ${each}, passes its ${max}`),
          ),
        )
    default:
      return []
  }
}

function lintGrades(rubric: Rubric): Finding[] {
  const { grades } = rubric
  const { error } = at(`rubrics.${rubric.id}.grades`)
  if (grades.length === 0) return []
  const { base, bonus } = maxima(rubric)
  const top = base.add(bonus)
  const order = grades.flatMap((grade, index) => {
    const before = grades[index - 1]
    if (!before || exact(grade.from).lt(exact(before.from))) return []
    const why = text(
      `“${grade.name['zh-CN']}”从 ${grade.from} 分起，不低于上一等次的 ${before.from} 分，永远评不到`,
      `"${grade.name.en}" begins at ${grade.from}, not below ${before.from} of the grade before: nobody gets it`,
    )
    return [error('unreachable-grade', why, grade.id)]
  })
  const beyond = grades
    .filter(({ from }) => exact(from).gt(top))
    .map(({ id, name, from }) =>
      error(
        'unreachable-grade',
        text(
          `“${name['zh-CN']}”要 ${from} 分，最多只有 ${decimal(top)} 分`,
          `"${name.en}" asks for ${from} of at most ${decimal(top)}`,
        ),
        id,
      ),
    )
  const last = grades.at(-1)
  const gap =
    last && exact(last.from).gt(exact(0))
      ? [error('grade-gap', text(`低于 ${last.from} 分没有等次`, `Below ${last.from} there is no grade`), last.id)]
      : []
  return [...order, ...beyond, ...gap]
}

function maxima(rubric: Rubric): { base: Exact; bonus: Exact } {
  const of = (isBonus: boolean) =>
    sum(
      rubric.blocks.filter(({ bonus }) => bonus === isBonus).flatMap(({ items }) => items.map(({ max }) => exact(max))),
    )
  return { base: of(false), bonus: of(true) }
}
