/** The order of a public list: one that says nothing of the result. */

export const neutralOrders = ['strokes', 'pinyin', 'number'] as const
export type NeutralOrder = (typeof neutralOrders)[number]

const collations = {
  strokes: new Intl.Collator('zh-CN-u-co-stroke'),
  pinyin: new Intl.Collator('zh-CN-u-co-pinyin'),
} as const

/** By strokes of the leader's surname (姓氏笔画), by pinyin, or by the number of the application. */
export function inNeutralOrder<Entry extends { readonly no: number; readonly leader: string }>(
  entries: readonly Entry[],
  order: NeutralOrder,
): Entry[] {
  if (order === 'number') return entries.toSorted((a, b) => a.no - b.no)
  return entries.toSorted((a, b) => collations[order].compare(a.leader, b.leader) || a.no - b.no)
}
