/** What a round pays: the subsidy of each workshop with its reason, what the unit has to add, and the sum. */
import { decimal, type Exact, exact, sum } from '../exact/exact.ts'
import { type Text, text } from '../lang.ts'
import { type Refusal, refusal } from '../refusal.ts'
import type { Afterwards } from './afterwards.ts'

export type Beneficiary = {
  readonly workshop: string
  readonly level: string
  /** The level it had before, where it rises. */
  readonly risesFrom?: string | undefined
  /** Higher money already pays for it; undefined when nobody knows. */
  readonly receivesHigher?: boolean | undefined
  /** What the unit pledges, in 万元. */
  readonly matching?: string | undefined
}

export type Payment = {
  readonly workshop: string
  /** In 万元; null where another authority sets it, or where it is not known yet whether it is due. */
  readonly wan: Exact | null
  readonly because: Text
  readonly clause: string
  readonly matching: 'enough' | 'too-little' | 'unknown' | 'not-required'
  readonly matchingText: Text | null
}

/** Refuses `unknown-level`. The total counts the sums that are known; `open` names the others. */
export function payments(
  scheme: Afterwards,
  workshops: readonly Beneficiary[],
): { rows: Payment[]; total: Exact; open: string[] } | Refusal {
  const levels = new Map(scheme.money.subsidies.map(({ level, wan }) => [level, wan]))
  const strange = workshops
    .flatMap(({ level, risesFrom }) => [level, ...(risesFrom ? [risesFrom] : [])])
    .find((level) => !levels.has(level))
  if (strange !== undefined) {
    return refusal('unknown-level', { scheme: scheme.scheme, level: strange, known: [...levels.keys()] })
  }
  const rows = workshops.map((workshop) => paymentOf(scheme, levels, workshop))
  return {
    rows,
    total: sum(rows.flatMap(({ wan }) => (wan ? [wan] : []))),
    open: rows.flatMap(({ workshop, wan }) => (wan ? [] : [workshop])),
  }
}

function paymentOf(
  { money }: Afterwards,
  levels: ReadonlyMap<string, string | null>,
  { workshop, level, risesFrom, receivesHigher, matching }: Beneficiary,
): Payment {
  const pay = (wan: Exact | null, because: Text, clause = money.clause): Payment => ({
    ...{ workshop, wan, because, clause },
    ...matchingOf(money.matching, matching),
  })
  const full = levels.get(level) ?? null
  if (money.noDouble && receivesHigher === true) return pay(exact(0), money.noDouble.text, money.noDouble.clause)
  if (money.noDouble && receivesHigher === undefined) {
    return pay(
      null,
      text('还不知道是否享受上一级补助', 'it is not known yet whether higher money already pays'),
      money.noDouble.clause,
    )
  }
  if (full === null) return pay(null, text('按上级认定的标准补助', 'set by the higher authority'))
  const before = risesFrom === undefined ? undefined : levels.get(risesFrom)
  if (before && money.difference) {
    const left = exact(full).sub(exact(before))
    // A workshop that steps down gets nothing, and pays nothing back by this rule.
    const wan = left.lt(exact(0)) ? exact(0) : left
    const because = text(
      `由${risesFrom}升为${level}，补差额 ${full} − ${before} ＝ ${decimal(wan)} 万元`,
      `rises from ${risesFrom} to ${level}: the difference ${full} − ${before} = ${decimal(wan)}`,
    )
    return pay(wan, because, money.difference)
  }
  return pay(exact(full), text(`一次性补助 ${full} 万元`, `${full} × 10,000 yuan, once`))
}

function matchingOf(
  rule: Afterwards['money']['matching'],
  given: string | undefined,
): Pick<Payment, 'matching' | 'matchingText'> {
  if (!rule?.required || rule.least === null) return { matching: 'not-required', matchingText: rule?.text ?? null }
  if (given === undefined) return { matching: 'unknown', matchingText: rule.text }
  return { matching: exact(given).gte(exact(rule.least)) ? 'enough' : 'too-little', matchingText: rule.text }
}
