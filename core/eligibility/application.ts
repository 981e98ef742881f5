/** What a scheme knows of an application before any rule: its level, who recommends it, in which order; and what its form says. */
import { text } from '../lang.ts'
import type { FieldValue } from '../ledger/kinds.ts'
import { type EligibilityFact, knownFacts } from './known-facts.ts'
import type { Eligibility, FormSource } from './rule.ts'

export const levelKey = 'application.level'
export const recommenderKey = 'application.recommender'
export const recommenderKindKey = 'application.recommender_kind'
export const orderKey = 'application.order'

/** Facts about the application itself. No rule weighs them; they choose the level and count the quotas. */
function factsOfApplication({ levels, quotas }: Eligibility): EligibilityFact[] {
  const kinds = [...new Set(quotas.flatMap(({ recommenderKind }) => recommenderKind ?? []))]
  return [
    { key: levelKey, name: text('申报层级', 'level applied for'), type: 'word', words: levels },
    { key: recommenderKey, name: text('推荐单位', 'recommended by'), type: 'name' },
    {
      key: recommenderKindKey,
      name: text('推荐单位类别', 'kind of recommender'),
      ...(kinds.length > 0 ? { type: 'word' as const, words: kinds } : { type: 'name' as const }),
    },
    { key: orderKey, name: text('推荐排序', 'place in the recommender’s order'), type: 'count' },
  ]
}

/** Every fact that may be keyed in for an application of this scheme. */
export function askedFacts(scheme: Eligibility): EligibilityFact[] {
  return [...factsOfApplication(scheme), ...knownFacts, ...scheme.facts]
}

/** What one cell or table of the form says about a fact; null when it says nothing usable. */
export function readFromForm({ read }: FormSource, fact: EligibilityFact, value: FieldValue): string | number | null {
  switch (read) {
    case 'words':
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
    case 'word': {
      if (typeof value !== 'string') return null
      // "高级技师" holds "技师" too: the longest word counts.
      const longest = (fact.words ?? []).toSorted((left, right) => right.length - left.length)
      return longest.find((word) => value.includes(word)) ?? null
    }
    case 'rows':
      return typeof value === 'string'
        ? null
        : value.filter((row) => Object.values(row).some((cell) => cell.trim())).length
  }
}
