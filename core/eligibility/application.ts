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
export function readFromForm(
  { read, spellings }: FormSource,
  fact: EligibilityFact,
  value: FieldValue,
): string | number | boolean | null {
  if (read === 'rows') return typeof value === 'string' ? null : filledRows(value)
  if (typeof value !== 'string' || value.trim() === '') return null
  const words = value.normalize('NFKC').replace(/\s/g, '')
  switch (read) {
    case 'words':
      return value.trim()
    case 'word':
      return wordIn(words, fact.words ?? [], spellings)
    case 'yes-no':
      if (/^(否|没有|未|不)/.test(words)) return false
      return /^(是|有|已)/.test(words) ? true : null
    case 'count':
      return /^第?\d{1,3}[个名位]?$/.test(words) ? Number(words.replace(/\D/g, '')) : null
  }
}

/**
 * "高级技师" holds "技师" too, and "市级首席" both levels: the longest word counts, then the higher one; a word of the
 * list before another spelling.
 */
function wordIn(words: string, list: readonly string[], spellings: FormSource['spellings']): string | null {
  const byLength = (left: string, right: string) => right.length - left.length
  const held = list
    .toReversed()
    .toSorted(byLength)
    .find((word) => words.includes(word))
  return held ?? list.find((word) => spellings[word]?.some((spelling) => words.includes(spelling))) ?? null
}

/** An empty table says nothing: the rows may be annexed. */
function filledRows(rows: Extract<FieldValue, unknown[]>): number | null {
  return rows.filter((row) => Object.values(row).some((cell) => cell.trim())).length || null
}
