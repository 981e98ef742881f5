/** How many a recommender may put forward, and how many a round may choose: counted, never cut. */
import { type Text, text } from '../lang.ts'
import type { Quota } from './rule.ts'

/** An application as the quotas see it; null where nobody has said. */
export type Recommended = {
  readonly no: number
  readonly level: string | null
  readonly recommender: string | null
  readonly recommenderKind: string | null
  readonly order: number | null
}

export type QuotaCount = {
  readonly quota: string
  readonly clause: string
  /** The recommender; null for the whole round. */
  readonly recommender: string | null
  readonly level: string | null
  readonly count: number
  /** Null until the organiser has entered the year's number. */
  readonly most: number | null
  /** `over` a hard quota; `over_soft` asks for a written reason; `unknown` while the number is not entered. */
  readonly state: 'within' | 'over' | 'over_soft' | 'unknown'
  /** Numbers of the applications counted. */
  readonly applications: readonly number[]
  readonly problems: readonly Text[]
}

/**
 * Counts every quota: by recommender and level where it says so. Places left over are nobody else's.
 * `entered` holds the numbers the organiser enters each year, by quota id.
 */
export function countQuotas(
  quotas: readonly Quota[],
  applications: readonly Recommended[],
  entered: Readonly<Record<string, number>>,
): QuotaCount[] {
  return quotas.flatMap((quota) => {
    const concerned = applications.filter(
      ({ level, recommenderKind }) =>
        (quota.level === undefined || level === quota.level) &&
        (quota.recommenderKind === undefined ||
          (recommenderKind !== null && quota.recommenderKind.includes(recommenderKind))),
    )
    if (quota.per === 'round') return [countOf(quota, null, concerned, entered)]
    const groups = Map.groupBy(concerned, ({ recommender }) => recommender)
    return [...groups].map(([recommender, group]) => countOf(quota, recommender, group, entered))
  })
}

function countOf(
  quota: Quota,
  recommender: string | null,
  group: readonly Recommended[],
  entered: Readonly<Record<string, number>>,
): QuotaCount {
  const most = quota.most ?? entered[quota.id] ?? null
  const over = quota.force === 'soft' ? 'over_soft' : 'over'
  const nameless = quota.per === 'recommender' && recommender === null
  return {
    quota: quota.id,
    clause: quota.clause,
    recommender,
    level: quota.level ?? null,
    count: group.length,
    most,
    state: most === null || nameless ? 'unknown' : group.length > most ? over : 'within',
    applications: group.map(({ no }) => no),
    problems: [
      ...(nameless ? [text('还没有填写推荐单位', 'the recommender is not known yet')] : []),
      ...(quota.ranked && !nameless ? orderProblems(group) : []),
    ],
  }
}

/** A recommender's order runs 1, 2, 3 without gaps or doubles. A single application needs none. */
function orderProblems(group: readonly Recommended[]): Text[] {
  if (group.length < 2) return []
  const missing = group.filter(({ order }) => order === null).map(({ no }) => no)
  if (missing.length > 0) {
    return [text(`第 ${missing.join('、')} 号没有推荐排序`, `no. ${missing.join(', ')} has no place in the order`)]
  }
  const orders = group.map(({ order }) => order ?? 0).toSorted((left, right) => left - right)
  const isWhole = orders.every((order, index) => order === index + 1)
  const said = orders.join('、')
  return isWhole
    ? []
    : [text(`推荐排序应为 1 至 ${group.length}，现为 ${said}`, `the order must run 1–${group.length}, not ${said}`)]
}
